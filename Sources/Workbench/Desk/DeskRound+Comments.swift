import Findings
import Foundation
import Tabular

extension DeskRound {
  /// A unit's word on its result: filed, each item recorded beside it. What follows from an objection is for people.
  /// - Returns: false: the file is no such sheet, or cannot be read as one.
  mutating func takeComment(_ file: URL) throws -> Bool {
    let quiet = FindingLog()
    let name = workspace.relative(file.path)
    guard let book = DataFile.open(file.path, name: name, log: quiet)?.workbook,
      let form = IncomingForm(book, log: quiet), form.kind == FormStamp.Kind.comment.rawValue,
      let sheet = form["sheet"], let header = form["header_row"].flatMap({ Int($0) }),
      let texts = book.texts(ofSheet: sheet), texts.indices.contains(header - 1)
    else { return false }
    let comment = ReturnedComment(texts, header: header)
    guard !comment.items.isEmpty else { return false }
    let unit = form["unit"] ?? ""
    let scheme = form["scheme"] ?? ""
    let period = form["period"] ?? ""
    let title = session.register.unit(code: unit)?.name ?? unit
    guard
      let path = desk.receive(file, as: "征求意见_\(FormNames.safe(title))_\(file.lastPathComponent)")
    else { return true }
    let told = comment.items.filter { !$0.word.isEmpty || !$0.reason.isEmpty }
    appendPrivately(
      told.map {
        [session.clock, unit, title, scheme, period, form["run"] ?? "", $0.node, $0.name, $0.word, $0.reason, path]
      }, headers: ["时间", "单位编码", "单位", "方案", "期间", "评分运行", "编号", "指标", "意见", "理由", "文件"],
      to: DeskFolder.comments, in: workspace, log: log)
    say(
      .comment(
        unit: title, agreed: comment.items.count { $0.word == CommentBook.words[0] },
        objected: comment.items.count { $0.word == CommentBook.words[1] },
        open: comment.items.count { $0.word.isEmpty && !$0.node.isEmpty }, path: DeskFolder.comments))
    say(.moved(path))
    let runs = try session.database.runs().filter { $0.scheme == scheme && $0.period == period }
    if let last = runs.last, last.key != form["run"] {
      log.add(DeskFinding.commentOnOldRun(.file(path), scheme: scheme, period: period))
    }
    return true
  }
}

/// What stands on a unit's sheet.
struct ReturnedComment: Equatable {
  struct Item: Equatable {
    /// The node's id; empty: the whole.
    let node: String
    let name: String
    let word: String
    let reason: String
  }
  private(set) var items: [Item] = []

  /// - Parameter header: the row of the headers, from 1.
  init(_ texts: [[String]], header: Int) {
    for row in texts.dropFirst(header) {
      func cell(_ column: Int) -> String { column < row.count ? row[column].trimmingSpaces : "" }
      if cell(0) == CommentBook.whole {
        items.append(Item(node: "", name: CommentBook.whole, word: cell(1), reason: ""))
      } else if !cell(0).isEmpty {
        items.append(Item(node: cell(0), name: cell(1), word: cell(5), reason: cell(6)))
      }
    }
  }
}
