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
  }
  package struct Batch: Codable, Equatable, Sendable {
    package var sha256: String
    package var spec: String
    package var period: String
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
    registerHash: String,
    minimumCell: Int, tables: [Table]
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
  }

  package init?(json: String) {
    guard let value = try? JSONDecoder().decode(RunManifest.self, from: Data(json.utf8)) else { return nil }
    self = value
  }

  /// The inputs in which two manifests differ.
  package func differences(from other: RunManifest) -> [ChangedInput] {
    var changed: [ChangedInput] = []
    if schemeHash != other.schemeHash { changed.append(.scheme(scheme)) }
    if registerHash != other.registerHash { changed.append(.register) }
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
