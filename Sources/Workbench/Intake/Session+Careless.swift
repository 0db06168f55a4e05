import Charts
import Findings
import Register
import Store
import Tables

extension Session {
  /// How many answers of a table are marked as careless, by unit, and what a column's mean is with and without them.
  /// - Parameters:
  ///   - named: the table, or system/table.
  ///   - column: one of its columns of numbers; nil: counts only.
  /// - Returns: nil, with the reason in the log.
  package func careless(
    table named: String, period: Period, column: String?, language: Language
  ) throws -> DataTable? {
    guard let spec = FileChoice(workspace: workspace, folders: folders, log: log).spec(named: named)?.spec else {
      return nil
    }
    let place = Place.subject(spec.id)
    guard let rule = spec.careless, !spec.isProtected else {
      log.add(IntakeFinding.carelessAbsent(place))
      return nil
    }
    let numbers = spec.columns.filter { $0.isGraded && !spec.key.contains($0.id) }
    if let column, !numbers.contains(where: { $0.id == column }) {
      log.add(IntakeFinding.carelessColumn(place, column: column, legal: numbers.map(\.id)))
      return nil
    }
    let name = TableName(system: spec.system, table: spec.id)
    let stored = Set(try database.storedColumns(name).map(\.name))
    guard stored.contains(rule.column) else {
      log.add(WorkbenchFinding.tableNeverImported(place, table: spec.id))
      return nil
    }
    var cells: [Int: CarelessCounts.Cell] = [:]
    var unmarked = 0
    let value = column.map(quoted) ?? "NULL"
    try database.scan(RowQuery(table: name, expressions: [quoted(rule.column), value])) { row in
      guard spec.period == nil || period.start.yyyymmdd <= row.periodFrom && row.periodTo <= period.end.yyyymmdd else {
        return
      }
      guard let mark = row.integer(0) else {
        unmarked += 1
        return
      }
      let number = row.real(1)
      var cell = cells[row.unitID] ?? CarelessCounts.Cell(unit: row.unitID)
      cell.answers += 1
      cell.careless += Int(mark)
      if !number.isNaN {
        cell.values += 1
        cell.sum += number
        if mark == 1 {
          cell.carelessValues += 1
          cell.carelessSum += number
        }
      }
      cells[row.unitID] = cell
    }
    if unmarked > 0 { log.add(IntakeFinding.carelessUnmarked(place, rows: unmarked)) }
    let codes = Dictionary(try database.unitIDs().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let order = Dictionary(
      register.units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let sorted = cells.values.sorted { rank(of: $0, codes, order) < rank(of: $1, codes, order) }
    let counts = CarelessCounts(sorted, minimumCell: spec.isAnonymous ? workspace.settings.minimumCell : 1)
    if counts.hiddenCount > 0 {
      log.add(
        IntakeFinding.carelessHidden(place, units: counts.hiddenCount, minimumCell: workspace.settings.minimumCell))
    }
    return answer(counts, codes, column: column, language: language)
  }

  private func rank(of cell: CarelessCounts.Cell, _ codes: [Int: String], _ order: [String: Int]) -> Int {
    codes[cell.unit].flatMap { order[$0] } ?? .max
  }

  private func answer(
    _ counts: CarelessCounts, _ codes: [Int: String], column: String?, language: Language
  ) -> DataTable {
    let rows = counts.shown + (counts.total.map { [$0] } ?? [])
    let total = Heading.total.label(language)
    let names = counts.shown.map { cell in codes[cell.unit].flatMap { register.unit(code: $0)?.name } ?? "" }
    var columns = [
      DataColumn(.unit, language, texts: counts.shown.map { codes[$0.unit] } + (counts.total == nil ? [] : [nil])),
      DataColumn(.name, language, texts: names + (counts.total == nil ? [] : [total])),
      DataColumn(.n, language, numbers: rows.map { Double($0.answers) }, digits: 0),
      DataColumn(.careless, language, numbers: rows.map { Double($0.careless) }, digits: 0),
      DataColumn(.others, language, numbers: rows.map { Double($0.answers - $0.careless) }, digits: 0),
    ]
    if column != nil {
      columns.append(DataColumn(.withCareless, language, numbers: rows.map(\.with), digits: 2))
      columns.append(DataColumn(.withoutCareless, language, numbers: rows.map(\.without), digits: 2))
    }
    return DataTable(columns)
  }
}

/// A name in SQL.
private func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

extension ColumnSpec {
  /// Whether it holds marks: numbers, of a bounded list or range.
  fileprivate var isGraded: Bool {
    guard !isDropped, choices == nil else { return false }
    switch type {
    case .number, .boolean: return true
    case .integer: return range != nil || labels != nil
    default: return false
    }
  }
}
