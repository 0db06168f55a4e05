import Findings
import Foundation
import Testing
import WorkbookBytes

@testable import Workbench

/// A clerk's round: files in, answers in a workbook, files filed.
@Suite struct DeskTests {
  private static let header = ["编号", "查出日期", "科室", "时限", "销号日期", "重复"]

  @Test func filesAreFiledUnderTheirBatchAndTheRestIsAsked() throws {
    let desk = try DeskWorkspace()
    try desk.put(try desk.soundLedger(), as: "问题台账.csv")
    try desk.put(try desk.original("2025H1/通报.csv"), as: "不知道.csv")
    try desk.put("x", as: "说明.docx")
    #expect(try desk.receive() == .findings)
    #expect(try desk.list("已收") == ["批次1_问题台账.csv"])
    #expect(try desk.list("收件箱") == ["不知道.csv", "说明.docx"])
    let rows = try desk.review().rows("收件箱")
    #expect(rows.dropFirst().map { $0[0] } == ["说明.docx", "不知道.csv"])
    let rights = try FileManager.default.attributesOfItem(atPath: desk.url("核对.xlsx").path)[.posixPermissions]
    #expect(rights as? Int == 0o600)
    // Nothing was answered: nothing changes, and the same is asked.
    #expect(try desk.receive() == .refused)
    #expect(try desk.review().rows("收件箱") == rows)
    #expect(try desk.list("已收") == ["批次1_问题台账.csv"])

    var book = try desk.review()
    try book.answer("收件箱", "不知道.csv", "是哪张表", "通报")
    try book.answer("收件箱", "说明.docx", "处理", "不导入")
    try book.save(desk.url("核对.xlsx"))
    #expect(try desk.receive() == .done)
    #expect(
      try desk.list("已收") == [
        "批次1_问题台账.csv", "批次2_不知道.csv", "未导入_说明.docx", "核对_2026-01-05.xlsx", "答复.csv",
      ])
    #expect(try desk.list("收件箱").isEmpty && !desk.has("核对.xlsx"))
    let answers = try String(contentsOf: desk.url("已收/答复.csv"), encoding: .utf8)
    #expect(answers.contains("2026-01-05 09:00,王敏,文件,不知道.csv ") && answers.contains("导入 通报"))
  }

  @Test func namesAndMendedRowsComeBack() throws {
    let desk = try DeskWorkspace()
    let text = try desk.original("2025H1/问题台账.csv").replacing("W2,2025-02-10,内科", with: "W2,2025-02-10,内可")
      .replacing("W3,2025-02-11", with: "W3,2025-02-31")
    try desk.put(text, as: "问题台账.csv")
    #expect(try desk.receive() == .findings)
    #expect(desk.has("out/rejects/1-问题台账.csv") && !desk.has("out/names"))
    var book = try desk.review()
    try book.answer("单位名称", "内可", "是哪个单位", "内科")
    try book.answer("搁置1", "W3", "查出日期", "2025-02-28")
    try book.answer("搁置1", "W3", "处理", "改正后导入")
    try book.answer("存疑", "1", "答复", "原样无误")
    // Below the last line of the first sheet.
    book.write(0, book.sheets[0].rows.count, 0, "党院办")
    // It comes back through the in-box, under another name, while the one that was written lies where it lay.
    try book.save(desk.url("收件箱/核对-已填.xlsx"))
    #expect(try desk.receive() == .done, "\(desk.codes)")
    let session = try desk.session()
    let batches = try session.database.batches()
    // The row whose name is known by now came with the one that was mended.
    #expect(batches.map(\.rowCount) == [6, 2] && batches[1].source == "核对_2026-01-05.xlsx:搁置1")
    #expect(try desk.list("已收") == ["批次1_问题台账.csv", "核对_2026-01-05.xlsx", "答复.csv"])
    #expect(!desk.has("核对.xlsx"))
    let aliases = try String(contentsOf: desk.url("datasets/_shared/aliases.csv"), encoding: .utf8)
    #expect(aliases == "name,code,by,on\n内可,K1,党院办,2026-01-05\n")
    // The same answers once more change nothing.
    try book.save(desk.url("收件箱/核对.xlsx"))
    _ = try desk.receive()
    #expect(try desk.session().database.batches().count == 2)
    #expect(try desk.list("收件箱").isEmpty)
  }

  @Test func whatIsNotAnsweredIsAskedAgainAndWhatDoesNotFitIsTold() throws {
    let desk = try DeskWorkspace()
    let text = try desk.original("2025H1/问题台账.csv").replacing("W2,2025-02-10,内科", with: "W2,2025-02-10,内可")
      .replacing("W3,2025-02-11", with: "W3,2025-02-31")
    try desk.put(text, as: "问题台账.csv")
    try desk.receive()
    var book = try desk.review()
    try book.answer("单位名称", "内可", "是哪个单位", "外料")
    try book.answer("搁置1", "W3", "处理", "改正后导入")
    try book.answer("搁置1", "W2", "处理", "随便")
    try book.answer("存疑", "1", "答复", "改为右边的值")
    try book.save(desk.url("核对.xlsx"))
    #expect(try desk.receive() == .findings)
    #expect(desk.codes.filter { $0 == "answer-unusable" }.count == 3 && desk.codes.contains("answer-rows-refused"))
    let again = try desk.review()
    #expect(again.rows("单位名称").count == 2 && again.rows("搁置1").count == 3 && again.rows("存疑").count == 2)
    #expect(try desk.session().database.batches().count == 1)
  }

  @Test func aCorrectedFileIsComparedAndThePersonDecides() throws {
    let desk = try DeskWorkspace()
    let text = try desk.soundLedger()
    try desk.put(text, as: "问题台账.csv")
    try desk.receive()
    try desk.put(
      text.replacing("W5,2025-02-11,外科,2025-05-11,,", with: "W5,2025-02-11,外科,2025-05-11,2025-05-10,"), as: "问题台账.csv")
    #expect(try desk.receive() == .findings || desk.codes.contains("key-already-imported"))
    var book = try desk.review()
    let row = try #require(book.rows("收件箱").dropFirst().first)
    #expect(row[3].contains("更改 W5 外科") && row[3].contains("空 → 2025-05-10"))
    try book.answer("收件箱", "问题台账.csv", "处理", "取代批次1")
    try book.save(desk.url("核对.xlsx"))
    // Somebody changes the file once more: the answer was about the other one.
    try desk.put(text.replacing("W5,2025-02-11", with: "W5,2025-02-12"), as: "问题台账.csv")
    _ = try desk.receive()
    #expect(desk.codes.contains("answer-stale"))
    #expect(try desk.session().database.batches().count == 1)
    book = try desk.review()
    try book.answer("收件箱", "问题台账.csv", "处理", "只更正这些行")
    try book.save(desk.url("核对.xlsx"))
    _ = try desk.receive()
    let batches = try desk.session().database.batches()
    #expect(batches.count == 2 && batches[0].amendedBy == [2])
    #expect(try desk.list("已收").contains("批次2_问题台账.csv"))
  }

  /// Stopped between the commit and the move: the next round puts the file where it belongs.
  @Test func whatACrashLeftIsPutRight() throws {
    let desk = try DeskWorkspace()
    try desk.put(try desk.soundLedger(), as: "问题台账.csv")
    var session = try desk.session()
    let (_, lines) = try session.take("收件箱/问题台账.csv")
    #expect(lines[0].contains("batch 1"))
    #expect(try desk.receive() == .done)
    #expect(try desk.list("收件箱").isEmpty)
    #expect(try desk.list("已收") == ["批次1_问题台账.csv"])
    #expect(try desk.session().database.batches().count == 1)
    // The same bytes again are filed beside, never over.
    try desk.put(try desk.soundLedger(), as: "问题台账.csv")
    try desk.receive()
    #expect(try desk.list("已收") == ["批次1_问题台账 (2).csv", "批次1_问题台账.csv"])
  }

  @Test(arguments: ["~$问题台账.csv", ".~问题台账.csv", ".~lock.问题台账.csv#"])
  func filesThatAreOpenAreLeftAlone(lock: String) throws {
    let desk = try DeskWorkspace()
    try desk.put(try desk.soundLedger(), as: "问题台账.csv")
    try desk.put("", as: lock)
    #expect(try desk.receive() == .refused)
    #expect(desk.codes == ["inbox-file-open"] && desk.has("收件箱/问题台账.csv"))
    try FileManager.default.removeItem(at: desk.url("收件箱/\(lock)"))
    #expect(try desk.receive() == .done)
  }

  @Test func questionsThatAreOpenInAnOfficeProgramAreNotWrittenOver() throws {
    let desk = try DeskWorkspace()
    try desk.put("x", as: "a.csv")
    try desk.receive()
    try desk.workspace.write("", to: ".~lock.核对.xlsx#")
    #expect(try desk.receive() == .refused)
    #expect(desk.codes == ["review-open"])
    try FileManager.default.removeItem(at: desk.url(".~lock.核对.xlsx#"))
    // A file of somebody else that has the name stays.
    try desk.workspace.write("mine", to: "核对.xlsx")
    #expect(try desk.receive() == .refused)
    #expect(desk.codes == ["form-exists"])
    #expect(try String(contentsOf: desk.url("核对.xlsx"), encoding: .utf8) == "mine")
  }

  @Test func twoAtOnceDoNotMeet() throws {
    let desk = try DeskWorkspace()
    try desk.put(try desk.soundLedger(), as: "问题台账.csv")
    let lock = DeskLock.take(desk.url("收件箱"))
    #expect(lock != nil)
    #expect(try desk.receive() == .refused)
    #expect(desk.codes == ["inbox-busy"] && desk.has("收件箱/问题台账.csv"))
    withExtendedLifetime(lock) {}
  }

  @Test func rowsOfAScoreSheetThatNobodyFilledInAreNoScores() throws {
    let desk = try DeskWorkspace()
    let sheet = SmallWorkbook([
      .init(
        "走访评分",
        SmallWorkbook.rows([["科室", "评委", "得分"], ["内科", "甲", "90"], ["外科", "甲", ""], ["检验科", "甲", "80"]])),
      .init(
        "_qingheng",
        SmallWorkbook.rows([
          ["kind", "sheet"], ["table", "pingjia/走访评分"], ["version", "1"], ["sheet", "走访评分"], ["header_row", "1"],
          ["period", "2025H1"], ["given.1", "科室"], ["given.2", "评委"],
        ]), state: "hidden"),
    ])
    try Data(sheet.bytes).write(to: desk.url("收件箱/甲.xlsx"))
    #expect(try desk.receive() == .done)
    #expect(desk.lines[0] == "收件箱/甲.xlsx:走访评分 → 走访评分：入库2行（批次1）")
    #expect(desk.codes == ["rows-unfilled"])
  }

  @Test func periodsAndReplacementsAreAnswered() throws {
    let desk = try DeskWorkspace()
    let visits = try desk.original("2025H1/走访评分.csv")
    try desk.put(visits, as: "走访评分.csv")
    #expect(try desk.receive() == .refused)
    var book = try desk.review()
    try book.answer("收件箱", "走访评分.csv", "期间", "2025年上半年")
    try book.answer("收件箱", "走访评分.csv", "处理", "导入")
    try book.save(desk.url("收件箱/核对.xlsx"))
    #expect(try desk.receive() == .done)
    #expect(try desk.session().database.batches().map(\.period) == ["2025H1"])
    // Without a word about the period nobody knows what it could stand in the way of.
    try desk.put(try desk.soundLedger(), as: "问题台账.csv")
    try desk.receive()
    try desk.put(try desk.soundLedger().replacing("W8,2025-06-20", with: "W9,2025-06-20"), as: "问题台账.csv")
    try desk.receive()
    book = try desk.review()
    #expect(book.rows("收件箱")[1][3].contains("新增1行，更改0行，去掉1行"))
    try book.answer("收件箱", "问题台账.csv", "处理", "取代批次2")
    try book.save(desk.url("核对.xlsx"))
    #expect(try desk.receive() == .done, "\(desk.codes)")
    #expect(try desk.session().database.batches().map(\.replacedBy) == [nil, 3, nil])
    #expect(try desk.list("已收").contains("批次3_问题台账.csv"))
  }

  /// An archive is filed when all of it is in; what is in already is not imported twice.
  @Test func anArchiveStaysUntilAllOfItIsIn() throws {
    let desk = try DeskWorkspace()
    var zip = StoredZip()
    zip.add("问题台账.csv", try desk.soundLedger())
    zip.add("通报.csv", try desk.original("2025H1/通报.csv").replacing("妇产科", with: "皮肤科"))
    try Data(zip.bytes).write(to: desk.url("收件箱/报送.zip"))
    #expect(try desk.receive() == .findings && desk.has("收件箱/报送.zip"))
    let book = try desk.review()
    #expect(book.rows("单位名称").last?.first == "皮肤科" && book.rows("收件箱").count == 2)
    var filled = book
    try filled.answer("单位名称", "皮肤科", "是哪个单位", "外科")
    try filled.save(desk.url("核对.xlsx"))
    #expect(try desk.receive() == .done, "\(desk.codes) \(desk.lines)")
    #expect(try desk.list("已收").contains("批次1、2_报送.zip"))
    #expect(try desk.session().database.batches().count == 2)
  }
}
