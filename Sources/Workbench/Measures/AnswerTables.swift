import Schemes
import Store

extension SystemFolders {
  /// Whether the rows of a table are answers of people. Of one that no spec describes, or describes any more, nobody
  /// knows: it is treated as anonymous.
  func isAnonymous(_ table: TableName) -> Bool {
    specs.first { $0.spec.system == table.system && $0.spec.id == table.table }?.spec.isAnonymous ?? true
  }

  /// A table as a scheme of the system names it, whether or not a spec describes it.
  func name(of table: String, for system: String) -> TableName {
    TableName(system: spec(table, for: system)?.spec.system ?? system, table: table)
  }
}

/// The tables of people's answers behind each measure of a scheme, its counts of answers among them.
package struct AnswerTables {
  private var byMeasure: [String: Set<TableName>] = [:]

  subscript(measure: String) -> Set<TableName> { byMeasure[measure] ?? [] }

  /// Measures by the tables of answers that they rest on, in the order of their names.
  var measures: [(id: String, tables: Set<TableName>)] {
    byMeasure.map { (id: $0.key, tables: $0.value) }.sorted { $0.id < $1.id }
  }

  mutating func add(_ tables: Set<TableName>, behind measure: String) {
    if !tables.isEmpty { byMeasure[measure, default: []].formUnion(tables) }
  }
}

extension MeasureLoader {
  /// Every table whose rows a measure counts: its own or what that is worked out from, those that its SELECT reads, its
  /// roster.
  func tables(behind measure: Measure) throws -> Set<TableName> {
    var names = try sourceTables(of: measure)
    if let roster = measure.first?.roster { names.insert(folders.name(of: roster, for: system)) }
    return names
  }

  /// Those of them that hold answers of people, whose number must not be small.
  func answerTables(behind measure: Measure) throws -> Set<TableName> {
    try tables(behind: measure).filter(folders.isAnonymous)
  }

  private func sourceTables(of measure: Measure) throws -> Set<TableName> {
    switch measure.source {
    case .table(let table):
      guard let derived = folders.derivedTable(table, for: system) else {
        return [folders.name(of: table, for: system)]
      }
      return Set(derived.inputs.map { folders.name(of: $0, for: system) })
    case .view(let view):
      if let known = cache.views[measure.id] { return Set(known.tables) }
      return Set(try database.tables(ofView: view.sql, place: view.place))
    case .scheme: return []
    }
  }

  /// One count of rows for each anonymous table that the scheme reads, by itself or in a SELECT: how many people stand
  /// behind a unit's score. They are loaded beside the scheme's own measures and kept with the run, so that a printed n is
  /// that of the run.
  func answerCounts() throws -> [Measure] {
    var seen: Set<TableName> = []
    var counts: [Measure] = []
    for measure in scheme.measures {
      for table in try sourceTables(of: measure).filter(folders.isAnonymous).sorted() {
        guard seen.insert(table).inserted else { continue }
        if folders.name(of: table.table, for: system) == table {
          counts.append(
            Measure(
              id: Self.answerCountPrefix + table.table, source: .table(table.table), take: .count, place: measure.place)
          )
        } else {
          // A table of another system has no name here; each row of the SELECT is one answer.
          counts.append(
            Measure(
              id: "\(Self.answerCountPrefix)\(table.system)/\(table.table)", source: measure.source, take: .count,
              place: measure.place))
        }
      }
    }
    return counts
  }

  static let answerCountPrefix = "#n/"
}
