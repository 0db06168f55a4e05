import Findings
import Register
import Schemes
import Scoring
import Store

/// Loads the rows of a scheme's measures – from tables, views and runs of other schemes – and reduces them to columns
/// over the units in scope.
struct MeasureLoader {
  let scheme: Scheme
  let system: String
  let catalogue: Catalogue
  let folders: SystemFolders
  let database: Database
  let secrets: ProtectedStore
  let scope: UnitScope
  let minimumCell: Int
  /// What derived tables are worked out from.
  let sources: DerivationSources
  /// The runs that `scheme:` measures read.
  var upstream: [RunManifest.Upstream] = []
  /// The rows of a kept run; nil: the current ones.
  var kept: KeptRows?
  /// What readers of the result must know of the rows.
  var notes = FindingLog()
  var cache = LoadingCache()

  /// The tables of the scheme's measures into which nothing was ever imported.
  func tablesNeverImported() throws -> [String] {
    try byTable(scheme.measures).map(\.0).filter { id in
      guard let name = tableName(id), let store = store(of: id) else { return false }
      return try store.storedColumns(name).isEmpty
    }
  }

  /// The tables of the scheme's measures, in its order, if none of them has a row that could count in the period: one
  /// of a unit in scope, inside some window, whatever the measures' conditions say. Empty as soon as one has. Tables
  /// that only stand below a fraction line are not asked: beds alone are no evidence of anything.
  func tablesWithoutRows(period: Period, asOf: CalendarDate) throws -> [String] {
    var every = scheme.measures
    for index in every.indices {
      every[index].predicate = nil
      every[index].value = nil
    }
    let tables = byTable(every)
    for (table, group) in tables {
      if try rows(of: group, in: table, period: period, asOf: asOf).values.contains(where: { !$0.isEmpty }) {
        return []
      }
    }
    return tables.map(\.0)
  }

  /// The scheme's measures, and the counts of answers that are kept beside them.
  func everyMeasure() throws -> [Measure] { scheme.measures + (try answerCounts()) }

  /// The columns of every measure for one window of time.
  /// - Parameter ids: only these measures; nil: all.
  func columns(period: Period, asOf: CalendarDate, of ids: Set<String>? = nil) throws -> [String: MeasureColumn] {
    let measures = try everyMeasure().filter {
      ids?.contains($0.id) ?? true && kept?.skipped.contains($0.id) != true
    }
    var columns: [String: MeasureColumn] = [:]
    func reduceRows(_ rows: [MeasureRow], as measure: Measure) throws {
      let context = try context(of: measure, period: period, asOf: asOf)
      columns[measure.id] = reduce(rows, as: measure, units: scope.scored.count, context: context)
      try tell(of: rows, measure, context)
    }
    for (table, group) in byTable(measures) {
      guard store(of: table) != nil else {
        for measure in group { columns[measure.id] = outOfReach }
        continue
      }
      let rows = try self.rows(of: group, in: table, period: period, asOf: asOf)
      for measure in group { try reduceRows(rows[measure.id] ?? [], as: measure) }
    }
    for measure in measures where measure.table == nil {
      try reduceRows(try rows(of: measure, period: period, asOf: asOf), as: measure)
    }
    for measure in measures {
      guard let denominator = measure.denominatorMeasure, let numerator = columns[measure.id] else { continue }
      guard denominator.table.flatMap(store) != nil else {
        columns[measure.id] = outOfReach
        continue
      }
      let below = try denominatorColumn(denominator, period: period, asOf: asOf)
      columns[measure.id] = divide(numerator, by: below, times: measure.times)
    }
    return columns
  }

  /// The rows of one measure, wherever they come from.
  func rows(of measure: Measure, period: Period, asOf: CalendarDate) throws -> [MeasureRow] {
    switch measure.source {
    case .table(let table): try rows(of: [measure], in: table, period: period, asOf: asOf)[measure.id] ?? []
    case .view(let view): try rows(of: measure, view, period: period, asOf: asOf)
    case .scheme(let reference): try rows(of: measure, reference, period: period)
    }
  }

  /// `per` looks at rows that cover the period when none lies inside it (M3).
  private func denominatorColumn(_ measure: Measure, period: Period, asOf: CalendarDate) throws -> MeasureColumn {
    func column(_ measure: Measure) throws -> (column: MeasureColumn, units: Set<Int>) {
      let rows = try rows(of: measure, period: period, asOf: asOf)
      let column = reduce(
        rows, as: measure, units: scope.scored.count, context: try context(of: measure, period: period, asOf: asOf))
      return (column, Set(rows.map(\.unit)))
    }
    let (found, units) = try column(measure)
    var inside = found
    guard measure.window == .period else { return inside }
    var wider = measure
    wider.window = .covering
    let covering = try column(wider).column
    // Asked of the rows: a complete table says 0 where it has none.
    for unit in scope.scored.indices where !units.contains(unit) { inside[unit] = covering[unit] }
    return inside
  }

  func context(of measure: Measure, period: Period, asOf: CalendarDate) throws -> ReductionContext {
    let table = measure.table.flatMap { catalogue.tables[$0] }
    return ReductionContext(
      covered: try (measure.coveredBy ?? table?.coveredBy).map {
        try covered(by: $0, RowSpan(measure.window, of: period, asOf: asOf), measure.include)
      },
      isComplete: table?.isComplete ?? false,
      minimumCell: try answerTables(behind: measure).isEmpty ? nil : minimumCell,
      roster: try roster(of: measure, period: period, asOf: asOf))
  }

  /// Who lost rows to another unit, and who has rows although no roster names them.
  private func tell(of rows: [MeasureRow], _ measure: Measure, _ context: ReductionContext) throws {
    // Neither what respondents wrote, nor who is on an anonymous roster, nor what is protected is in a finding.
    guard try answerTables(behind: measure).isEmpty, catalogue.tables[measure.table ?? ""]?.isProtected != true
    else { return }
    let outsiders =
      measure.unique?.reachesRegister == true
      ? Dictionary(try database.unitIDs().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }) : [:]
    func name(_ unit: Int) -> String {
      unit < scope.scored.count ? scope.scored[unit].code : outsiders[unit - scope.scored.count] ?? "–"
    }
    for claim in claims(in: rows, to: measure, units: scope.scored.count) {
      notes.add(
        WorkbenchFinding.claimedTwice(
          measure.place(of: "unique"), measure: measure.id, thing: claim.key, units: claim.units.map(name),
          holder: name(claim.holder)))
    }
    let strangers = strangers(in: rows, to: measure, context: context)
    for unit in Set(strangers.map(\.unit)).sorted() {
      notes.add(
        WorkbenchFinding.rosterStranger(
          measure.place(of: "first"), measure: measure.id, unit: name(unit),
          members: strangers.filter { $0.unit == unit }.map { $0.member ?? "–" },
          hasRoster: context.members(of: unit)?.isEmpty == false))
    }
  }

  /// The database in which a table's rows stand; nil: work secrets that are out of reach, or were when the
  /// kept run was scored.
  func store(of id: String) -> Database? {
    if let name = tableName(id), kept?.closed.contains(name) == true { return nil }
    return catalogue.tables[id]?.isProtected == true ? secrets.database : database
  }

  /// What nobody could look at: 未核, however complete the table is.
  private var outOfReach: MeasureColumn {
    var column = MeasureColumn(missing: scope.scored.count)
    column.reason = Array(repeating: .notCovered, count: scope.scored.count)
    return column
  }

  func tableName(_ id: String) -> TableName? {
    folders.spec(id, for: system).map { TableName(system: $0.spec.system, table: id) }
  }

  /// Measures by table, both in the order of the scheme.
  func byTable(_ measures: [Measure]) -> [(String, [Measure])] {
    var order: [String] = []
    var groups: [String: [Measure]] = [:]
    for measure in measures {
      guard let table = measure.table else { continue }
      if groups[table] == nil { order.append(table) }
      groups[table, default: []].append(measure)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }
}

/// What one pass of loading reads once: results of views, other runs, and which units' rows count for whom.
final class LoadingCache {
  var views: [String: ViewTable] = [:]
  var sheets: [String: ScoreSheet] = [:]
  /// By database, since units have other numbers in each.
  var claimants: [Bool: [Measure.Inclusion: [Int: [Claimant]]]] = [:]
  var derivations: [Derivation: Derived] = [:]
  /// What was noticed in the rows behind derived tables, by table in the order of reading, each place and code once.
  private(set) var derivedFindings: [(table: String, listing: String, findings: [any Finding])] = []
  private var collected: Set<String> = []

  func collect(
    _ notices: [DerivedNotice], of table: any DerivedTable, asOf: CalendarDate, where isWanted: (DerivedNotice) -> Bool
  ) {
    let id = table.catalogue.id
    for notice in notices where isWanted(notice) {
      // The halves of a year, and each of several windows, find the same.
      let words = notice.finding.wording(in: .english).found
      guard collected.insert("\(id)\u{0}\(notice.finding.place.text)\u{0}\(words)").inserted else { continue }
      if let index = derivedFindings.firstIndex(where: { $0.table == id }) {
        derivedFindings[index].findings.append(notice.finding)
      } else {
        derivedFindings.append((id, table.listing(asOf: asOf), [notice.finding]))
      }
    }
  }

  struct Derivation: Hashable {
    let table: String
    let asOf: CalendarDate
    let days: ClosedRange<CalendarDate>
  }
}
