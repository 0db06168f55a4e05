import Findings
import Foundation
import Testing

@testable import Workbench

/// What follows once files are in: lists, scores, reports, and what units say of them.
@Suite struct DeskWorkTests {
  @Test func listsScoresAndReportsFollow() throws {
    let desk = try DeskWorkspace()
    try desk.put(try desk.soundLedger(), as: "问题台账.csv")
    for name in ["通报.csv", "患者问卷.csv"] { try desk.put(try desk.original("2025H1/\(name)"), as: name) }
    try desk.receive()
    let session = try desk.session()
    var lines: [String] = []
    let voice = DeskVoice { lines.append($0) }
    #expect(try session.proposedPeriod()?.id == "2025H1")
    #expect(try session.scoreAll(period: nil, asOf: nil, voice, language: .chinese) == .done)
    #expect(lines.count == 2 && lines[0].hasPrefix("期间：2025H1") && lines[1].hasPrefix("科室半年评价，2025年上半年"))
    #expect(try session.reportAll(period: nil, voice, language: .chinese) == .done)
    #expect(lines[2] == "报告：报告/brief-keshi-2025H1.html（共4个文件）" && desk.has("报告/brief-keshi-2025H1.html"))
    #expect(try session.scoreAll(period: period("2030H1"), asOf: nil, voice, language: .chinese) == .done)
    #expect(lines[3].hasSuffix("2030H1没有数据，没有评"))
    #expect(try session.refreshToDo(asOf: date(2025_07_14), voice, language: .chinese) == .done)
    #expect(lines[4].hasPrefix("没有规定应报应办的事项"))
  }

  @Test func aUnitsWordOnItsResultIsFiledAndListed() throws {
    let desk = try DeskWorkspace()
    try desk.put(try desk.soundLedger(), as: "问题台账.csv")
    for name in ["通报.csv", "患者问卷.csv"] { try desk.put(try desk.original("2025H1/\(name)"), as: name) }
    try desk.receive()
    let session = try desk.session()
    let run = try session.scored("2025H1")
    _ = try session.writeComments(run, unit: "内科", output: desk.url("征求意见.xlsx").path)
    var book = try OpenedWorkbook(desk.url("征求意见.xlsx"))
    let header = try #require(book.sheets[0].rows.firstIndex { $0.first == "编号" })
    book.write(0, header + 1, 5, "有异议")
    book.write(0, header + 1, 6, "少算一件")
    book.write(0, header + 2, 5, "同意")
    try book.save(desk.url("收件箱/内科.xlsx"))
    #expect(try desk.receive() == .done, "\(desk.lines)")
    #expect(try desk.list("已收").contains("征求意见_内科_内科.xlsx"))
    let list = try String(contentsOf: desk.url("已收/征求意见.csv"), encoding: .utf8)
    #expect(list.contains("有异议,少算一件") && list.contains("K1,内科,keshi,2025H1"))
  }
}
