import Findings
import Foundation
import Testing

@testable import Workbench

/// Files that are refused for some of their rows: the rows are shown, and the answers let the rest in.
@Suite struct RefusedFileTests {
  /// Four rows, two of them unusable: more than the limit lets pass.
  private static let ledger =
    "编号,查出日期,科室,时限,销号日期,重复\nW1,2025-02-01,内科,2025-03-01,2025-02-20,否\n"
    + "W2,2025-02-31,内科,2025-03-01,2025-02-20,否\nW3,2025-02-32,外科,2025-03-01,2025-02-20,否\n"
    + "W4,2025-02-01,外科,2025-03-01,2025-02-20,否\n"

  @Test func rowsOfARefusedFileAreAskedAboutAndItsRestComesIn() throws {
    let desk = try DeskWorkspace()
    try desk.put(Self.ledger, as: "问题台账.csv")
    #expect(try desk.receive() == .refused && desk.codes.contains("file-reject-limit"))
    var book = try desk.review()
    #expect(book.rows("搁置1").dropFirst().map { $0[3] } == ["W2", "W3"], "\(book.sheets.map(\.name))")
    // Nothing answered: nothing comes in.
    #expect(try desk.receive() == .refused && desk.has("收件箱/问题台账.csv"))
    book = try desk.review()
    try book.answer("搁置1", "W2", "查出日期", "2025-02-28")
    try book.answer("搁置1", "W2", "处理", "改正后导入")
    try book.save(desk.url("核对.xlsx"))
    #expect(try desk.receive() == .findings)
    #expect(try desk.session().database.batches().map(\.rowCount) == [2, 1], "\(desk.codes) \(desk.lines)")
    #expect(try desk.list("已收").contains("批次1_问题台账.csv"))
    // The row without an answer is asked about again, now as one of the batch.
    book = try desk.review()
    #expect(book.rows("搁置1").dropFirst().map { $0[3] } == ["W3"])
    try book.answer("搁置1", "W3", "处理", "不导入")
    try book.save(desk.url("核对.xlsx"))
    #expect(try desk.receive() == .done && !desk.has("核对.xlsx"))
    // No line sends a clerk into folders that are not theirs.
    #expect(!desk.lines.contains { $0.contains("out/") })
  }

  @Test func theRestCanBeTakenAsItIs() throws {
    let desk = try DeskWorkspace()
    try desk.put(Self.ledger, as: "问题台账.csv")
    try desk.receive()
    var book = try desk.review()
    try book.answer("收件箱", "问题台账.csv", "处理", "导入其余的行")
    try book.save(desk.url("核对.xlsx"))
    #expect(try desk.receive() == .findings)
    #expect(try desk.session().database.batches().map(\.rowCount) == [2])
    #expect(try desk.review().rows("搁置1").count == 3)
  }

  /// A text in no label stops the file; a person can mend its row, too.
  @Test func aTextInNoLabelIsMended() throws {
    let desk = try DeskWorkspace()
    try desk.workspace.edit("datasets/pingjia/tables/patients.yaml", "anonymous: true\n", "")
    let rows = (1...4).map { "\($0),2025-03-0\($0),内科,\($0 == 2 ? "很满意" : "满意")\n" }.joined()
    try desk.put("序号,日期,科室,满意度\n" + rows, as: "患者问卷.csv")
    try desk.receive()
    #expect(desk.codes.contains("cell-unknown-option") && !desk.codes.contains("file-reject-limit"))
    var book = try desk.review()
    try book.answer("搁置1", "很满意", "处理", "改正后导入")
    try book.answer("搁置1", "很满意", "满意度", "满意")
    try book.save(desk.url("核对.xlsx"))
    _ = try desk.receive()
    #expect(try desk.session().database.batches().map(\.rowCount) == [3, 1], "\(desk.codes) \(desk.lines)")
  }

  @Test func thePeriodToBeScoredCanBeAnswered() throws {
    let desk = try DeskWorkspace()
    try desk.put(try desk.soundLedger(), as: "问题台账.csv")
    try desk.put("x", as: "说明.docx")
    try desk.receive()
    var book = try desk.review()
    let cover = try #require(book.sheets.first)
    let row = try #require(cover.rows.firstIndex { $0.first?.hasPrefix("要评的期间") == true })
    #expect(cover.rows[row][0].contains("2025H1"))
    book.write(0, row + 1, 0, "2024年下半年")
    try book.save(desk.url("核对.xlsx"))
    var session = try desk.session()
    var lines: [String] = []
    let voice = DeskVoice { lines.append($0) }
    _ = try session.receive(voice, language: .chinese)
    _ = try session.scoreAll(period: nil, asOf: nil, voice, language: .chinese)
    #expect(lines.contains { $0.contains("2024H2") && $0.contains("没有数据") }, "\(lines)")
  }
}
