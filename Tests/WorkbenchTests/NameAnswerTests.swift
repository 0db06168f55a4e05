import Findings
import Foundation
import Testing

@testable import Workbench

/// Answers about names, as people give them: taken whole or not at all, and never against the register.
@Suite struct NameAnswerTests {
  private static let aliases = "datasets/_shared/aliases.csv"

  private func take(_ rows: String, in workspace: SmallWorkspace, log: FindingLog) throws -> String? {
    try workspace.write("写法,行数,建议,依据,单位,核对人,日期\n" + rows, to: "答复.csv")
    return try workspace.session(log: log).takeAliases(
      from: workspace.folder.appending(path: "答复.csv").path, language: .chinese)
  }

  private func kept(_ workspace: SmallWorkspace, _ path: String = aliases) -> String? {
    try? String(contentsOf: workspace.folder.appending(path: path), encoding: .utf8)
  }

  @Test func answersThatDoNotFitChangeNothing() throws {
    let workspace = try SmallWorkspace()
    let log = FindingLog()
    #expect(
      try take(
        "甲,1,,,外科,办,2025-07-01\n乙,1,,,外料,办,2025-07-01\n丙,1,,,内科,,\n丁,1,,,,,\n", in: workspace, log: log) == nil)
    #expect(
      log.findings.map { "\($0.code) \($0.place.text)" } == [
        "name-answer 答复.csv:3:1", "name-answer 答复.csv:4:1", "name-answer 答复.csv:4:1",
      ])
    // They name what the sheet calls its columns.
    let found = log.findings.map { $0.wording(in: .chinese).found }
    #expect(found == ["“外料”不在单位名册中。是否想写“外科”？", "“丙”答了单位，没有写核对人。", "答了单位，没有写日期。"])
    #expect(kept(workspace) == nil)
  }

  /// 化验室 is 检验科 in the register itself.
  @Test func aNameOfAnotherUnitIsRefused() throws {
    let workspace = try SmallWorkspace()
    let log = FindingLog()
    #expect(try take("化验室,1,,,外科,办,2025-07-01\n", in: workspace, log: log) == nil)
    #expect(log.findings.map(\.code) == ["name-answer"] && kept(workspace) == nil)
    #expect(log.findings[0].wording(in: .chinese).remedy.contains("qingheng aliases --remove 化验室 --by 角色"))
  }

  @Test func aNameWithTwoAnswersIsRefused() throws {
    let workspace = try SmallWorkspace()
    let log = FindingLog()
    #expect(try take("内课,1,,,内科,办,2025-07-01\n内 课,1,,,外科,办,2025-07-01\n", in: workspace, log: log) == nil)
    #expect(log.findings.map(\.code) == ["name-answer"] && kept(workspace) == nil)
    // One after the other is no better.
    #expect(try take("内课,1,,,内科,办,2025-07-01\n", in: workspace, log: FindingLog()) != nil)
    #expect(try take("内课,1,,,外科,办,2025-07-02\n", in: workspace, log: FindingLog()) == nil)
    #expect(kept(workspace) == "name,code,by,on\n内课,K1,办,2025-07-01\n")
  }

  @Test func anAnswerCanBeTakenBack() throws {
    let workspace = try SmallWorkspace()
    let log = FindingLog()
    #expect(try take("内课,1,,,外科（K2）,办,2025-07-01\n外课,1,,,外科,办,2025-07-01\n", in: workspace, log: log) != nil)
    #expect(try workspace.session(log: log).removeAlias("内科", by: "院办", language: .chinese) == nil)
    #expect(log.findings.map(\.code) == ["alias-absent"])
    #expect(try workspace.session().removeAlias("内 课", by: "院办", language: .chinese) != nil)
    #expect(kept(workspace) == "name,code,by,on\n外课,K2,办,2025-07-01\n")
    #expect(
      kept(workspace, "datasets/_shared/aliases_removed.csv")
        == "name,code,by,on,removed_by,removed_on\n内课,K2,办,2025-07-01,院办,2026-01-05\n")
    #expect(try take("内课,1,,,内科,办,2025-07-02\n", in: workspace, log: FindingLog()) != nil)
  }

  private static let ledger = "编号,查出日期,科室,时限,销号日期,重复\n"
  private func ledger(_ unit: String) -> String {
    Self.ledger + (1...12).map { "N\($0),2025-02-01,\($0 == 1 ? unit : "内科"),2025-03-01,2025-02-20,否\n" }.joined()
  }

  /// A sheet that somebody filled in is never written over, by the same file or by another of the same name.
  @Test func whatSomebodyFilledInIsKept() throws {
    let workspace = try SmallWorkspace()
    try workspace.write(ledger("内可"), to: "甲/问题台账.csv")
    try workspace.write(ledger("外可").replacing("N", with: "M"), to: "乙/问题台账.csv")
    let log = FindingLog()
    var session = try workspace.session(log: log)
    try session.take("甲/问题台账.csv")
    let sheet = workspace.folder.appending(path: "out/names/问题台账.xlsx")
    // Nobody wrote into it: the same file's sheet is written anew, another file's beside it.
    try session.take("甲/问题台账.csv", correction: .replacing("1") ?? .none)
    try session.take("乙/问题台账.csv")
    func names() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: workspace.folder.appending(path: "out/names").path).sorted()
    }
    #expect(try names() == ["问题台账 (2).xlsx", "问题台账.xlsx"])
    var book = try OpenedWorkbook(sheet)
    try book.answer("单位写法", "内可", "单位", "内科")
    try book.save(sheet)
    try session.take("甲/问题台账.csv", correction: .replacing("2") ?? .none)
    #expect(try names() == ["问题台账 (2).xlsx", "问题台账 (3).xlsx", "问题台账.xlsx"])
    #expect(log.findings.map(\.code).contains("names-kept"))
    #expect(try OpenedWorkbook(sheet).rows("单位写法")[1].contains("内科"))
  }

  /// The same bytes once more: the way on is told.
  @Test func theSameFileOnceMoreSaysHowItIsReadAnew() throws {
    let workspace = try SmallWorkspace()
    try workspace.write(ledger("内可"), to: "问题台账.csv")
    var session = try workspace.session()
    try session.take("问题台账.csv")
    #expect(try session.take("问题台账.csv").lines[0].contains("add --replaces 1"))
    try session.take("问题台账.csv", correction: .replacing("1") ?? .none)
    try workspace.write("name,code,by,on\n内可,K1,办,2025-07-01\n", to: Self.aliases)
    var second = try workspace.session()
    #expect(try second.take("问题台账.csv", correction: .replacing("2") ?? .none).lines[0].contains("12 rows"))
    #expect(try second.take("问题台账.csv").lines[0].hasSuffix("(batch 3)"))
  }
}
