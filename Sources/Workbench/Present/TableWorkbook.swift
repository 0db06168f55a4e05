import Charts
import Findings
import Register
import Spreadsheets

/// Tables that a command prints, as a workbook: a sheet each, numbers as numbers, days as days, all else as text.
package struct TableWorkbook {
  package struct Part {
    let name: String
    let table: DataTable
    /// What stands above the table: what it is and as of when.
    let lines: [String]

    package init(_ name: String, _ table: DataTable, lines: [String] = []) {
      self.name = name
      self.table = table
      self.lines = lines.filter { !$0.isEmpty }
    }
  }

  private let title: String
  private let parts: [Part]
  private let stamp: FormStamp?

  package init(_ title: String, _ parts: [Part]) {
    self.title = title
    self.parts = parts
    stamp = nil
  }

  /// What is to be done (待办), known again by its hidden sheet.
  package init(toDo title: String, _ parts: [Part], asOf: CalendarDate) {
    self.title = title
    self.parts = parts
    var stamp = FormStamp(.todo, sheet: parts.first?.name, headerRow: parts.first.map { $0.lines.count + 1 })
    stamp.further = [("as_of", "\(asOf)")]
    self.stamp = stamp
  }

  package func workbook() -> Workbook {
    Workbook(title: title, sheets: parts.map(sheet) + (stamp.map { [$0.asSheet()] } ?? []))
  }

  private func sheet(_ part: Part) -> Sheet {
    // As in print, columns that hold nothing at all are left out.
    let shown = part.table.columns.filter { $0.count == 0 || !$0.isEmpty }
    let columns = shown.map(SheetValues.init)
    var sheet = Sheet(
      name: part.name, columns: zip(shown, columns).map { SheetColumn(width: $1.width(under: $0.label)) })
    let last = max(0, columns.count - 1)
    for line in part.lines {
      let row = sheet.rows.count
      let role = row == 0 ? SheetCell.Role.title : .note
      sheet.rows.append([.text(line, role)])
      sheet.merges.append(CellRange(rows: row...row, columns: 0...last))
      // What is one cell does not grow by itself.
      let width = sheet.columns.map(\.width).reduce(0, +)
      let lines = (Double(displayWidth(line)) / max(10, width)).rounded(.up)
      sheet.rowHeights[row] = (row == 0 ? 26 : 16) * max(1, lines)
    }
    let header = sheet.rows.count
    sheet.rows.append(shown.map { .text($0.label, .heading) })
    for row in 0..<part.table.rowCount { sheet.rows.append(columns.map { $0.cells[row] }) }
    sheet.headerRows = header + 1
    sheet.filter = CellRange(rows: header...max(header, sheet.rows.count - 1), columns: 0...last)
    sheet.isLandscape = columns.count > 5
    sheet.pageTitle = title
    return sheet
  }
}

extension DataColumn {
  fileprivate var isEmpty: Bool {
    switch values {
    case .numbers(let numbers): numbers.allSatisfy(\.isNaN)
    case .texts(let texts): texts.allSatisfy { $0?.isEmpty ?? true }
    }
  }
}

/// A column's cells.
private struct SheetValues {
  let cells: [SheetCell]

  init(_ column: DataColumn) {
    switch column.values {
    case .numbers(let numbers):
      cells = numbers.map { SheetCell(.number($0, digits: column.digits)) }
    case .texts(let texts):
      let isDays = Self.daysByName.contains(column.name)
      cells = texts.map { text in
        guard let text, !text.isEmpty else { return SheetCell(.text("")) }
        // A deadline in words stays in words.
        if column.name == Heading.n.rawValue, let count = Int(text), "\(count)" == text {
          return SheetCell(.whole(count))
        }
        guard isDays, let day = CalendarDate(parsing: text), "\(day)" == text else { return .text(text) }
        return SheetCell(.day(SheetDay(day)))
      }
    }
  }

  /// Columns of tables and ledgers that hold days.
  private static let daysByName: Set<String> = Set(
    [Heading.due, .filed, .remindedLast, .validFrom, .validTo, .day].map(\.rawValue) + ["found", "deadline"])

  func width(under label: String) -> Double {
    let widest =
      cells.prefix(500).map { cell in
        switch cell.value {
        case .text(let text): text.split(separator: "\n").map { displayWidth(String($0)) }.max() ?? 0
        case .number(let number, let digits): fixedWidth(number, digits)
        case .day: 10
        case .whole, .empty: 6
        }
      }.max() ?? 0
    return Double(min(48, max(displayWidth(label) + 4, widest + 2)))
  }

  private func fixedWidth(_ number: Double, _ digits: Int?) -> Int {
    guard number.isFinite, abs(number) < 1e15 else { return 8 }
    return "\(Int(number))".count + (digits.map { $0 + 1 } ?? 6)
  }
}
