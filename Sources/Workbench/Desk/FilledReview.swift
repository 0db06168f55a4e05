import Findings
import Tabular

/// A workbook of questions as it came back. Whatever stands in it is only what somebody wrote.
struct FilledReview {
  struct Rows {
    /// The sheet in the workbook.
    let sheet: String
    /// `system/id`.
    let table: String
    let file: String
    let batch: String
    let texts: [[String]]

    func of(batch: String) -> Rows { Rows(sheet: sheet, table: table, file: file, batch: batch, texts: texts) }
    var headers: [String] { Array((texts.first ?? []).dropFirst(MendedRows.columns.count)) }
  }

  /// Who answered; nil: nobody said.
  let by: String?
  /// The period to be scored; nil: nobody said.
  let period: String?
  /// Whether anything is other than the program wrote it.
  let isTouched: Bool
  let names: [[String]]?
  let doubts: [[String]]?
  let files: [[String]]?
  private(set) var rows: [Rows] = []

  static let kind = FormStamp.Kind.check.rawValue

  init(_ workbook: Tabular.Workbook, _ form: IncomingForm) {
    func texts(_ key: String) -> [[String]]? { form[key].flatMap { workbook.texts(ofSheet: $0) } }
    names = texts("names")
    doubts = texts("doubts")
    files = texts("files")
    for number in 1...1000 {
      guard let sheet = form["rows.\(number).sheet"] else { break }
      guard let table = form["rows.\(number).table"], let texts = workbook.texts(ofSheet: sheet) else { continue }
      rows.append(
        Rows(
          sheet: sheet, table: table, file: form["rows.\(number).file"] ?? "",
          batch: form["rows.\(number).batch"] ?? "",
          texts: texts))
    }
    let all = workbook.sheets.filter { $0.name != FormStamp.sheetName }.map {
      (name: $0.name, rows: workbook.texts(ofSheet: $0.name) ?? [])
    }
    isTouched = ReviewContent.mark(all) != form["content"]
    let cover = all.first?.rows ?? []
    func written(_ key: String) -> String? {
      guard let row = form[key].flatMap({ Int($0) }), row >= 1, row <= cover.count else { return nil }
      let text = cover[row - 1].first?.trimmingSpaces ?? ""
      return text.isEmpty ? nil : text
    }
    by = written("by")
    period = written("score_period")
  }
}
