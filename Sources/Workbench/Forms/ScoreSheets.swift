import Register
import Spreadsheets
import Tables

/// Score sheets of a table whose rows are one assessor's points for one unit: every unit that is to be scored, crossed
/// with the items, is filled in beforehand, so that only points and reasons are written.
struct ScoreSheets {
  let file: SystemFolders.SpecFile
  let columns: [FormColumn]
  let period: Period?
  let units: [OrgUnit]
  /// What the form calls each of them.
  let names: [String]
  /// Ids of the column that names the assessor, and of those whose values every unit has a row of.
  let assessorColumn: String
  let items: [String]

  private var spec: TableSpec { file.spec }

  func title(of assessor: String) -> String {
    [spec.id, period?.chineseName, assessor].compactMap(\.self).joined(separator: " · ")
  }

  func fileName(of assessor: String) -> String {
    [spec.id, period?.id, assessor].compactMap(\.self).map(FormNames.safe).joined(separator: "-") + ".xlsx"
  }

  func workbook(of assessor: String) -> Workbook {
    var stamp = FormStamp(.sheet, sheet: spec.id, headerRow: spec.file.headerRow ?? 1)
    stamp.name(file)
    stamp.period = period?.id
    stamp.assessor = assessor
    stamp.unit = units.count == 1 ? units[0].code : nil
    // A row of which only these are filled in was not scored: it says nothing.
    stamp.further = columns.filter { isGiven($0.spec) }.enumerated().map { ("given.\($0 + 1)", $1.header) }
    stamp.further += once.enumerated().map { ("once.\($0 + 1)", $1.header) }
    stamp.further += rowMarks(of: assessor).enumerated().map { ("row.\($0 + 1)", $1) }
    let title = title(of: assessor)
    var lines = [
      "评分人：\(assessor)。每行是一个单位" + (items.isEmpty ? "" : "的一项") + "，灰色格已填好，不要改动；只填浅黄色格。",
      "没有去或不便评的，分数留空，不要填0。扣分请写理由。",
      "填好后直接保存为 .xlsx 交回，不要另存为 CSV。",
    ]
    if !once.isEmpty { lines.insert("\(onceNames)：每个单位在它的第一行填一次，下面各行空着就是相同。", at: 1) }
    return Workbook(
      title: title,
      sheets: [
        sheet(of: assessor, title: title),
        Instructions(title: "\(title) · 评分说明", lines: lines, columns: columns).sheet(), stamp.asSheet(),
      ])
  }

  private func sheet(of assessor: String, title: String) -> Sheet {
    let header = spec.file.headerRow ?? 1
    var sheet = Sheet(name: spec.id, columns: columns.map { SheetColumn(width: width($0), kind: $0.kind) })
    sheet.rows = Array(repeating: [], count: header - 1) + [FormBook.headings(columns)]
    sheet.rowHeights[header - 1] = 30
    let choices = choices()
    for (unit, name) in zip(units, names) {
      for choice in choices { sheet.rows.append(columns.map { cell($0, unit, name, choice, assessor) }) }
    }
    sheet.headerRows = header
    let last = max(header, sheet.rows.count - 1)
    sheet.filter = CellRange(rows: header - 1...last, columns: 0...max(0, columns.count - 1))
    sheet.checks = columns.enumerated().compactMap { index, column in
      guard !isGiven(column.spec) else { return nil }
      var check = column.check(header...last, column: index)
      if once.contains(where: { $0.spec.id == column.spec.id }) { check.prompt += "。每个单位在第一行填一次即可" }
      return check
    }
    sheet.isProtected = true
    sheet.pageTitle = title
    return sheet
  }

  /// Columns that are the same in all rows of a unit: the day of the visit, the group, whatever is needed and is no score.
  private var once: [FormColumn] {
    guard choices().count > 1 else { return [] }
    return columns.filter { column in
      guard column.spec.isRequired, !isGiven(column.spec) else { return false }
      return switch column.spec.type {
      case .date, .datetime, .text: true
      default: false
      }
    }
  }
  private var onceNames: String { once.map(\.header).joined(separator: "、") }

  /// Marks of what each row is given, by which a row of another sheet is told; as many to a cell as fit.
  private func rowMarks(of assessor: String) -> [String] {
    let given = columns.filter { isGiven($0.spec) }
    var marks: [String] = []
    for (unit, name) in zip(units, names) {
      for choice in choices() {
        marks.append(
          FormClaims.mark(of: given.map { Self.text(cell($0, unit, name, choice, assessor).value) }))
      }
    }
    let perCell = 2000
    return stride(from: 0, to: marks.count, by: perCell).map {
      marks[$0..<min($0 + perCell, marks.count)].joined(separator: " ")
    }
  }

  /// Reasons need room.
  private func width(_ column: FormColumn) -> Double {
    column.rule == .anything && column.kind == .text && !isGiven(column.spec) ? 36 : column.width
  }

  /// One value for each item column, in every combination; the first column's values change last.
  private func choices() -> [[String: SheetCell.Value]] {
    items.reduce([[:]]) { choices, id in
      let values = columns.first { $0.spec.id == id }?.values ?? []
      return choices.flatMap { choice in values.map { choice.merging([id: $0]) { _, new in new } } }
    }
  }

  private var isNumbered: Bool {
    guard spec.key.count == 1, let key = columns.first(where: { $0.spec.id == spec.key[0] }) else { return false }
    return key.spec.type == .text && key.spec.pattern == nil && key.spec.labels == nil && !isNamed(key.spec)
  }

  private func isNamed(_ column: ColumnSpec) -> Bool {
    column.id == assessorColumn || column.id == spec.unit?.column || items.contains(column.id)
  }

  private func isGiven(_ column: ColumnSpec) -> Bool {
    isNamed(column) || (isNumbered && column.id == spec.key[0]) || givenPeriod(column) != nil
  }

  /// The period, where rows carry it as a word.
  private func givenPeriod(_ column: ColumnSpec) -> SheetCell.Value? {
    guard let period, case .column(column.id, _)? = spec.period else { return nil }
    switch column.type {
    case .text: return .text(period.id)
    case .integer where period.grain == .year: return .whole(period.start.year)
    default: return nil
    }
  }

  private func cell(
    _ column: FormColumn, _ unit: OrgUnit, _ name: String, _ choice: [String: SheetCell.Value], _ assessor: String
  ) -> SheetCell {
    let id = column.spec.id
    if let value = choice[id] { return SheetCell(value, .given) }
    if id == assessorColumn { return .text(assessor, .given) }
    if id == spec.unit?.column { return .text(name, .given) }
    if let value = givenPeriod(column.spec) { return SheetCell(value, .given) }
    if isNumbered, id == spec.key[0] {
      let parts = [period?.id, assessor, unit.code].compactMap(\.self) + items.map { Self.text(choice[$0]) }
      return .text(parts.joined(separator: "-"), .given)
    }
    return SheetCell(.empty, .open, kind: column.kind)
  }

  private static func text(_ value: SheetCell.Value?) -> String {
    switch value {
    case .text(let text)?: text
    case .whole(let number)?: "\(number)"
    default: ""
    }
  }
}
