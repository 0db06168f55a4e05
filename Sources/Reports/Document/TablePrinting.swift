import Charts
import Findings

/// Chooses, sorts, cuts and words the rows of a data table for print.
///
/// A missing value (NaN, nil) is printed as a dash, with the row's `reason` if the data have such a column that is not
/// itself printed. An empty text is an empty entry: there is nothing to say, and nothing lacks.
struct TablePrinting {
  let data: DataTable
  let log: FindingLog

  /// A whole table: every column, every row.
  func table() -> PrintedTable { table(columns: data.columns, rows: Array(0..<data.rowCount), formats: [:]) }

  /// What the cell asks for. Columns that the data has not are reported and left out.
  /// - Returns: The table, and how many rows there are before the cut.
  func table(for cell: TableCell) -> (table: PrintedTable, allRows: Int) {
    var columns = data.columns
    if !cell.columns.isEmpty {
      columns = cell.columns.compactMap { wanted in
        var column = column(wanted)
        if let heading = wanted.heading { column?.label = heading }
        return column
      }
    }
    for name in cell.formats.keys.sorted() where data[name] == nil {
      report(name, at: cell.place)
    }
    var rows = Array(0..<data.rowCount)
    if let by = cell.by, let key = column(by) { rows = sorted(rows, by: key, order: cell.order) }
    let shown = Array(rows.prefix(cell.top ?? rows.count))
    return (table(columns: columns, rows: shown, formats: cell.formats), rows.count)
  }

  private func column(_ wanted: TableCell.Column) -> DataColumn? {
    if let column = data[wanted.name] { return column }
    report(wanted.name, at: wanted.place)
    return nil
  }

  private func report(_ name: String, at place: Place) {
    log.add(ReportFinding.columnUnknown(place, name: name, known: data.columns.map(\.name)))
  }

  /// Missing values come last in any order; equal ones keep the data's order.
  private func sorted(_ rows: [Int], by column: DataColumn, order: TableCell.Order) -> [Int] {
    let missing: [Int]
    let present: [Int]
    let precedes: (Int, Int) -> Bool
    switch column.values {
    case .numbers(let numbers):
      missing = rows.filter { !numbers[$0].isFinite }
      present = rows.filter { numbers[$0].isFinite }
      precedes =
        switch order {
        case .descending: { numbers[$0] > numbers[$1] }
        case .ascending: { numbers[$0] < numbers[$1] }
        case .magnitude: { abs(numbers[$0]) > abs(numbers[$1]) }
        }
    case .texts(let texts):
      missing = rows.filter { texts[$0] == nil }
      present = rows.filter { texts[$0] != nil }
      // By code point: no locale decides the order of a printed table.
      let keys = texts.map { Array(($0 ?? "").unicodeScalars.map(\.value)) }
      precedes =
        order == .ascending
        ? { keys[$0].lexicographicallyPrecedes(keys[$1]) } : { keys[$1].lexicographicallyPrecedes(keys[$0]) }
    }
    let ordered = present.enumerated().sorted { a, b in
      if precedes(a.element, b.element) { return true }
      return precedes(b.element, a.element) ? false : a.offset < b.offset
    }
    return ordered.map(\.element) + missing
  }

  private func table(columns: [DataColumn], rows: [Int], formats: [String: NumberPattern]) -> PrintedTable {
    var reasons: [String?] = []
    if case .texts(let texts)? = data["reason"]?.values, !columns.contains(where: { $0.name == "reason" }) {
      reasons = texts
    }
    var entries = rows.map { row in columns.map { entry($0, row: row, format: formats[$0.name]) } }
    for (index, row) in rows.enumerated() {
      guard reasons.indices.contains(row), let reason = reasons[row], !reason.isEmpty,
        let first = entries[index].firstIndex(of: .missing(reason: nil))
      else { continue }
      entries[index][first] = .missing(reason: oneLine(reason))
    }
    let printed = columns.map { column in
      PrintedTable.Column(heading: [.text(oneLine(column.label))], alignment: column.isNumeric ? .end : .start)
    }
    return PrintedTable(number: nil, caption: [], columns: printed, rows: entries)
  }

  private func entry(_ column: DataColumn, row: Int, format: NumberPattern?) -> PrintedTable.Entry {
    let text: String? =
      switch column.values {
      case .numbers(let numbers):
        (format ?? column.digits.map { NumberPattern(digits: $0) }).map { $0.text(numbers[row]) }
          ?? NumberPattern.plain(numbers[row])
      case .texts(let texts): texts[row].map(oneLine)
      }
    guard let text else { return .missing(reason: nil) }
    return .content([.text(text)])
  }
}

extension DataColumn {
  fileprivate var isNumeric: Bool { if case .numbers = values { true } else { false } }
}
