import Findings
import Register
import Schemes
import Scoring
import Spreadsheets

/// The sheet by which a unit is asked about its draft result (征求意见): every node with its points, what they rest on in
/// words, and room for agreement or an objection with its reason.
struct CommentBook {
  struct Line {
    let node: String
    let name: String
    let depth: Int
    let points: Double?
    /// NaN: without a value; `words` says why.
    let score: Double
    let words: String
    let evidence: String
  }

  /// The unit's name and code.
  let unit: String
  let code: String
  let title: String
  /// The run, the standing, the stage: what the unit is told above the table.
  let heading: [String]
  let scheme: String
  let period: String
  let run: String
  let digits: Int
  let lines: [Line]

  static let words = ["同意", "有异议"]
  static let whole = "总的意见"
  private static let sheetName = "征求意见"

  func workbook() -> Workbook {
    var stamp = FormStamp(.comment, sheet: Self.sheetName, headerRow: heading.count + 1)
    stamp.period = period
    stamp.unit = code
    stamp.further = [("scheme", scheme), ("run", run)]
    return Workbook(title: title, sheets: [sheet(), stamp.asSheet()])
  }

  private func sheet() -> Sheet {
    let headers = ["编号", "指标", "满分", "得分", "依据", "意见", "理由（写明依据的文件或事实）"]
    var sheet = Sheet(name: Self.sheetName, columns: [12, 26, 8, 12, 64, 10, 40].map { SheetColumn(width: $0) })
    for (row, line) in heading.enumerated() {
      sheet.rows.append([.text(line, row == 0 ? .title : .note)])
      sheet.merges.append(CellRange(rows: row...row, columns: 0...headers.count - 1))
      sheet.rowHeights[row] = row == 0 ? 28 : displayWidth(line) > 150 ? 32 : 18
    }
    let header = sheet.rows.count
    sheet.rows.append(headers.map { .text($0, .heading) })
    for line in lines {
      let indent = String(repeating: "　", count: line.depth)
      let isRoot = line.depth == 0
      sheet.rows.append([
        .text(line.node, .given), .text(indent + line.name, isRoot ? .heading : .given),
        line.points.map { SheetCell(.number($0, digits: nil), .given) } ?? SheetCell(.empty, .given),
        line.score.isNaN ? .text(line.words, .given) : SheetCell(.number(line.score, digits: digits), .given),
        .text(line.evidence, .given), SheetCell(.empty, .open), SheetCell(.empty, .open),
      ])
    }
    let last = sheet.rows.count - 1
    sheet.checks = [
      CellCheck(
        CellRange(rows: header + 1...max(header + 1, last), columns: 5...5), .list(Self.words), title: "意见",
        prompt: "对这一项选“同意”或“有异议”。有异议的请写理由。", refusal: "请选“同意”或“有异议”。")
    ]
    sheet.rows.append([])
    sheet.rows.append([
      .text(Self.whole, .heading), SheetCell(.empty, .open), .text("负责人签字", .heading), SheetCell(.empty, .open),
      SheetCell(.empty, .open), .text("日期", .heading), SheetCell(.empty, .open, kind: .day),
    ])
    sheet.checks.append(
      CellCheck(
        CellRange(rows: last + 2...last + 2, columns: 1...1), .list(Self.words), title: "总的意见", prompt: "全部同意，选“同意”。",
        refusal: "请选“同意”或“有异议”。"))
    sheet.headerRows = header + 1
    sheet.isProtected = true
    sheet.pageTitle = title
    return sheet
  }
}
