import Foundation
import Register
import Schemes
import Store
import Tabular

/// Everything that a run depends on, by content: its hash is the run's key, so that the same inputs have the same key
/// on any machine, and a changed input another one.
package struct RunManifest: Codable, Equatable, Sendable {
  package struct Table: Codable, Equatable, Sendable {
    package var system: String
    package var table: String
    /// Content of the table spec.
    package var spec: String
    /// In the order in which their rows are read, which is that of their import.
    package var batches: [Batch]
    /// It holds work secrets and was out of reach: nothing was read of it; nil: it was read.
    package var closed: Bool?
    /// Of decisions: what rows without a scheme name and other schemes have too, with these; nil: nothing. It decides
    /// whose the rows are.
    package var shared: [String: [String]]?
  }
  package struct Batch: Codable, Equatable, Sendable {
    package var sha256: String
    package var spec: String
    package var period: String
    /// Which units its rows were matched with; nil: imported before that was remembered.
    package var matched: String?
    /// Which rows of other batches its own came instead of; nil: of none.
    package var amends: String?
  }
  /// A table that was worked out, by the content of the file that describes it; what it reads is among the tables.
  package struct Derived: Codable, Hashable, Sendable {
    package var system: String
    package var table: String
    package var hash: String
  }
  /// The runs of another scheme that a measure reads in one window: the run's own period, a half, or another period.
  package struct Upstream: Codable, Equatable, Sendable {
    package struct Run: Codable, Equatable, Sendable {
      package var period: String
      package var key: String
    }
    package var measure: String
    package var window: String
    package var scheme: String
    package var node: String
    /// The node is the one that the other scheme ranks.
    package var isScore: Bool
    /// The node's points: the measure's range, where the scheme states none.
    package var points: Double?
    /// The earliest first; none: there is no final run.
    package var runs: [Run]
  }

  package var engine: String
  package var scheme: String
  /// Hash of the scheme file and of those that it extends, and its words: the run can be replayed when they have changed.
  package var schemeHash: String
  package var schemeText: String
  /// The files that the scheme extends, the nearest first; nil: it extends none.
  package var schemeBases: [SchemeBase]?
  /// The rows of the tables that leaves come from, by table.
  package var leafRows: [String: [[String: SchemeCell]]]
  package var period: String
  package var from: Int
  package var to: Int
  package var asOf: Int
  package var registerHash: String
  package var minimumCell: Int
  /// Every table that the scheme reads, covering tables included, by system and name.
  package var tables: [Table]
  // What the first runs did not have is absent where there is none of it, so that their keys stay what they were.
  package var derived: [Derived]?
  package var membershipHash: String?
  /// Of the working-day calendar, where the scheme counts working days.
  package var calendarHash: String?
  package var upstream: [Upstream]?
  /// The keys of the runs that frozen steps read, by the period as the scheme writes it.
  package var frozen: [String: String]?

  /// Keys in order, no white space: the same manifest is the same text.
  package var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  package var key: String { SHA256.hexDigest(of: Array(json.utf8)) }

  package init(
    engine: String, scheme: String, schemeHash: String, schemeText: String,
    schemeBases: [SchemeBase] = [], leafRows: [String: [[String: SchemeCell]]], period: Period, asOf: CalendarDate,
    registerHash: String, minimumCell: Int, tables: [Table], derived: [Derived] = [],
    memberships: MembershipRegister = MembershipRegister([]), calendarHash: String? = nil,
    upstream: [Upstream] = [], frozen: [String: String] = [:]
  ) {
    self.engine = engine
    self.scheme = scheme
    self.schemeHash = schemeHash
    self.schemeText = schemeText
    self.schemeBases = schemeBases.isEmpty ? nil : schemeBases
    self.leafRows = leafRows
    self.period = period.id
    from = period.start.yyyymmdd
    to = period.end.yyyymmdd
    self.asOf = asOf.yyyymmdd
    self.registerHash = registerHash
    self.minimumCell = minimumCell
    self.tables = tables
    self.derived = derived.isEmpty ? nil : derived
    membershipHash = memberships.isEmpty ? nil : memberships.contentHash
    self.calendarHash = calendarHash
    self.upstream = upstream.isEmpty ? nil : upstream
    self.frozen = frozen.isEmpty ? nil : frozen
  }

  package init?(json: String) {
    guard let value = try? JSONDecoder().decode(RunManifest.self, from: Data(json.utf8)) else { return nil }
    self = value
  }

  /// By measure, the nodes of other schemes that the run read.
  var upstreamNodes: [String: UpstreamNode] {
    Dictionary(
      (upstream ?? []).map { ($0.measure, UpstreamNode(isScore: $0.isScore, points: $0.points)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Takes tables that are out of reach as another manifest has them, where that one could read them.
  mutating func takeOver(closedTablesFrom other: RunManifest) {
    for index in tables.indices where tables[index].closed == true {
      let (system, table) = (tables[index].system, tables[index].table)
      if let then = other.tables.first(where: { $0.system == system && $0.table == table }) { tables[index] = then }
    }
  }

  /// The inputs in which two manifests differ.
  package func differences(from other: RunManifest) -> [ChangedInput] {
    var changed: [ChangedInput] = []
    if schemeHash != other.schemeHash { changed.append(.scheme(scheme)) }
    if registerHash != other.registerHash { changed.append(.register) }
    if membershipHash != other.membershipHash { changed.append(.memberships) }
    if calendarHash != other.calendarHash { changed.append(.calendar) }
    if minimumCell != other.minimumCell { changed.append(.minimumCell) }
    let others = Dictionary(
      other.tables.map { ("\($0.system)/\($0.table)", $0) }, uniquingKeysWith: { first, _ in first })
    for table in tables {
      let name = "\(table.system)/\(table.table)"
      if others[name] != table { changed.append(.table(system: table.system, table: table.table)) }
    }
    let kept = Set(tables.map { "\($0.system)/\($0.table)" })
    for table in other.tables where !kept.contains("\(table.system)/\(table.table)") {
      changed.append(.table(system: table.system, table: table.table))
    }
    for table in Set((derived ?? []) + (other.derived ?? [])).sorted(by: { $0.table < $1.table })
    where !(derived ?? []).contains(table) || !(other.derived ?? []).contains(table) {
      let input = ChangedInput.table(system: table.system, table: table.table)
      if !changed.contains(input) { changed.append(input) }
    }
    return changed + changedRuns(from: other)
  }

  /// The inputs that decide what rows mean, in which the manifest of today differs from a kept one: where they do, the
  /// kept run's measures cannot be computed again from its rows.
  func changedMeaning(from kept: RunManifest) -> [ChangedInput] {
    var changed = differences(from: kept).filter { [.register, .memberships, .calendar].contains($0) }
    let specs = Dictionary(
      tables.map { (TableName(system: $0.system, table: $0.table), $0.spec) }, uniquingKeysWith: { first, _ in first })
    for table in kept.tables where specs[TableName(system: table.system, table: table.table)] != table.spec {
      changed.append(.definition(system: table.system, table: table.table))
    }
    for table in kept.derived ?? [] where !(derived ?? []).contains(table) {
      changed.append(.definition(system: table.system, table: table.table))
    }
    return changed
  }

  private func changedRuns(from other: RunManifest) -> [ChangedInput] {
    let then = other.upstream ?? []
    var changed: [ChangedInput] = []
    for selection in upstream ?? [] {
      let before = then.first { $0.measure == selection.measure && $0.window == selection.window }
      let input = ChangedInput.runs(scheme: selection.scheme)
      if before != selection, !changed.contains(input) { changed.append(input) }
    }
    if frozen != other.frozen { changed.append(.runs(scheme: scheme)) }
    return changed
  }
}

extension UnitRegister {
  /// A hash of every unit and every column, in register order.
  var contentHash: String {
    var text = ""
    for unit in units {
      let columns = unit.columns.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      let parts =
        [
          unit.code, unit.name, unit.kind, unit.parent, unit.peerGroup, "\(unit.validFrom)",
          unit.validTo.map { "\($0)" } ?? "", unit.aliases.joined(separator: "|"), unit.successor,
        ] + columns
      text += parts.joined(separator: "\u{1F}") + "\u{1E}"
    }
    return SHA256.hexDigest(of: Array(text.utf8))
  }
}

extension MembershipRegister {
  /// A hash of every membership, in the order of the file.
  var contentHash: String {
    let text = all.map { membership in
      [
        membership.member, membership.group, "\(membership.share)", "\(membership.from)",
        membership.to.map { "\($0)" } ?? "",
      ].joined(separator: "\u{1F}") + "\u{1E}"
    }
    return SHA256.hexDigest(of: Array(text.joined().utf8))
  }
}
