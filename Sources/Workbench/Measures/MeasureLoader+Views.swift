import Findings
import Register
import Schemes
import Scoring
import Store

/// What the SELECT of a measure gave, checked.
struct ViewTable {
  struct Line {
    let unit: Int
    let from: Int
    let to: Int
    let value: Double
    let source: RowReference
  }
  /// In an order that no query plan decides.
  let lines: [Line]
  let tables: [TableName]
  /// Its rows name the batch and row that they come from.
  let isTraceable: Bool
}

extension MeasureLoader {
  static let viewColumns = ["unit_id", "p_from", "p_to", "value"]
  static let traceColumns = ["batch_id", "source_row"]

  /// The rows of a measure's SELECT; windows and `as_of` are decided here and not in it.
  func rows(of measure: Measure, _ view: MeasureView, period: Period, asOf: CalendarDate) throws -> [MeasureRow] {
    let span = RowSpan(measure.window, of: period, asOf: asOf)
    let claimants = try claimants(measure.include, in: database)
    let lines = try self.view(view, of: measure).lines
    let isJoined = try joinsAnswers(measure, over: span)
    let carriers = isJoined ? try carriers(in: database) : [:]
    var rows: [MeasureRow] = []
    var joined = SmallMembers()
    for line in lines where span.contains(from: line.from, to: line.to, rowFrom: line.from) {
      for claimant in claimants[line.unit] ?? [] where claimant.days.contains(line.to) {
        var row = MeasureRow(
          unit: claimant.unit, from: line.from, to: line.to, value: line.value, source: line.source)
        row.weight = claimant.weight
        if isJoined { joined.add(row, of: carriers[line.unit] ?? "", on: line.to) } else { rows.append(row) }
      }
    }
    return isJoined ? joined.left(under: minimumCell) : rows
  }

  /// - Throws: a finding about the statement, its columns or the first cell that cannot be read.
  func view(_ view: MeasureView, of measure: Measure) throws -> ViewTable {
    if let known = cache.views[measure.id] { return known }
    let result = try database.measureView(view.sql, place: view.place)
    // Rows from before the table was protected.
    if let secret = result.tables.first(where: folders.isProtected) {
      throw FindingError(SchemeFinding.tables(view.place, .protectedView(measure: measure.id, table: secret.table)))
    }
    let missing = Self.viewColumns.filter { !result.columns.contains($0) }
    let unknown = result.columns.filter { !(Self.viewColumns + Self.traceColumns).contains($0) }
    let isTwice = Set(result.columns).count != result.columns.count
    let isTraceable = Self.traceColumns.allSatisfy(result.columns.contains)
    guard missing.isEmpty, unknown.isEmpty, !isTwice,
      isTraceable || !Self.traceColumns.contains(where: result.columns.contains)
    else {
      throw FindingError(
        WorkbenchFinding.viewColumns(view.place, measure: measure.id, found: result.columns, missing: missing))
    }
    let units = Set(try database.unitIDs().values)
    func cell(_ name: String, _ row: [StoredValue]) -> StoredValue {
      result.columns.firstIndex(of: name).map { row[$0] } ?? .null
    }
    var lines: [ViewTable.Line] = []
    for (index, row) in result.rows.enumerated() {
      func refused(_ column: String) -> FindingError {
        FindingError(
          WorkbenchFinding.viewCell(
            view.place, measure: measure.id, column: column, row: index + 1, value: cell(column, row).shown ?? "NULL"))
      }
      func whole(_ column: String) throws -> Int {
        guard case .integer(let number) = cell(column, row) else { throw refused(column) }
        return Int(number)
      }
      let (unit, from, to) = (try whole("unit_id"), try whole("p_from"), try whole("p_to"))
      if !units.contains(unit) { throw refused("unit_id") }
      if CalendarDate(yyyymmdd: from) == nil { throw refused("p_from") }
      if CalendarDate(yyyymmdd: to) == nil || to < from { throw refused("p_to") }
      let value = cell("value", row)
      if value.double == nil, value != .null { throw refused("value") }
      var source = RowReference(batch: 0, row: 0)
      if isTraceable { source = RowReference(batch: try whole("batch_id"), row: try whole("source_row")) }
      lines.append(ViewTable.Line(unit: unit, from: from, to: to, value: value.double ?? .nan, source: source))
    }
    let table = ViewTable(
      lines: ordered(lines, isTraceable: isTraceable), tables: result.tables, isTraceable: isTraceable)
    cache.views[measure.id] = table
    return table
  }

  /// Rows without a trace are numbered in the order of what they say.
  private func ordered(_ lines: [ViewTable.Line], isTraceable: Bool) -> [ViewTable.Line] {
    let sorted = lines.sorted { a, b in
      if a.source != b.source { return a.source < b.source }
      if (a.unit, a.from, a.to) != (b.unit, b.from, b.to) { return (a.unit, a.from, a.to) < (b.unit, b.from, b.to) }
      return a.value < b.value || (!a.value.isNaN && b.value.isNaN)
    }
    guard !isTraceable else { return sorted }
    return sorted.enumerated().map { index, line in
      ViewTable.Line(
        unit: line.unit, from: line.from, to: line.to, value: line.value,
        source: RowReference(batch: 0, row: index + 1))
    }
  }
}
