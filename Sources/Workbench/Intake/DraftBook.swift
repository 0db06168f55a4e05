import Spreadsheets
import Tables

/// A spec's draft as a workbook that a person checks and signs.
enum DraftBook {
  /// Columns in which a person decides; the rest says what the file holds and on what a proposal rests.
  private static let open: [String: Set<String>] = [
    SurveyDraft.coverName: ["内容"], SurveyDraft.columnsName: ["列名", "题型", "类型", "必填"],
    SurveyDraft.optionsName: ["选项", "数值", "序号", "分数"],
  ]
  private static let yesOrNo = ["是", "否"]
  private static let lists: [String: [String]] = [
    "题型": SurveyDraft.Kind.allCases.map(\.rawValue),
    "类型": ColumnType.allCases.map(\.rawValue) + ["choices", "ranking", "drop"],
    "必填": ["是"],
  ]

  static func sheet(_ draft: DraftSheet) -> Sheet {
    let headers = draft.rows.first ?? []
    let open = open[draft.name] ?? []
    var sheet = Sheet(name: draft.name, columns: headers.map { SheetColumn(width: width($0), isOpen: true) })
    sheet.rows = [headers.map { .text($0, open.contains($0) ? .requiredHeading : .heading) }]
    for row in draft.rows.dropFirst() {
      sheet.rows.append(
        zip(headers, row).map { header, text in
          guard open.contains(header) else { return .text(text, .given) }
          return text.isEmpty ? SheetCell(.empty, .open) : .text(text, .open)
        })
    }
    let last = max(1, sheet.rows.count - 1)
    for (column, header) in headers.enumerated() {
      guard let list = lists[header] else { continue }
      sheet.checks.append(
        CellCheck(
          CellRange(rows: 1...last, columns: column...column), .list(list), title: header, prompt: "建议不对的，另选一个。",
          refusal: "请从列表里选。"))
    }
    if draft.name == SurveyDraft.coverName, let row = draft.rows.firstIndex(where: { $0.first == "匿名" }) {
      sheet.checks.append(
        CellCheck(
          CellRange(rows: row...row, columns: 1...1), .list(yesOrNo), title: "匿名", prompt: "是匿名问卷吗？",
          refusal: "请选“是”或“否”。"))
    }
    sheet.headerRows = 1
    sheet.pageTitle = "问卷规格草稿 · \(draft.name)"
    return sheet
  }

  private static func width(_ header: String) -> Double {
    switch header {
    case "内容", "表头", "选项": 40
    case "依据": 46
    case "列名": 24
    default: 14
    }
  }

  static func workbook(_ sheets: [Sheet]) -> Workbook {
    Workbook(
      title: "问卷规格草稿", sheets: sheets + [FormStamp(.draft, sheet: SurveyDraft.coverName, headerRow: 1).asSheet()])
  }
}
