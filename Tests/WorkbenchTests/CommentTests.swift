import Findings
import Foundation
import Spreadsheets
import Testing

@testable import Workbench

/// The sheet by which a unit is asked about its result.
@Suite struct CommentTests {
  private func book(_ unit: String) throws -> CommentBook {
    let workspace = try SmallWorkspace()
    defer { withExtendedLifetime(workspace) {} }
    var session = try workspace.session()
    try session.take("收件箱/2025H1", period: "2025H1")
    return try #require(try session.comments(on: try session.scored("2025H1"), unit: unit))
  }

  @Test func everyNodeHasItsPointsItsNumberAndWhatItRestsOn() throws {
    let book = try book("内科")
    #expect(book.lines.map(\.node) == ["总分", "服务", "满意", "无不满意", "走访", "整改", "销号", "重复", "数量"])
    #expect(book.lines.map(\.depth) == [0, 1, 2, 2, 1, 1, 2, 2, 2])
    #expect(book.lines.map(\.points) == [100, 40, 30, 10, 10, 50, 30, 10, 10])
    // W1 and W2 were closed in time.
    let closed = try #require(book.lines.first { $0.node == "销号" })
    #expect(closed.evidence.contains("编号 W1") && closed.evidence.contains("第三条") == false)
    let workbook = book.workbook()
    let sheet = try #require(workbook.sheets.first)
    #expect(sheet.checks.map(\.rule) == [.list(["同意", "有异议"]), .list(["同意", "有异议"])])
    #expect(workbook.sheets.last?.rows.contains([.text("unit"), .text("K1")]) == true)
    #expect(workbook.sheets.last?.rows.contains([.text("scheme"), .text("keshi")]) == true)
  }

  /// 走访: (95 + 93) / 2 = 94 of 100, so 9.4 of 10 points; who gave which is not told.
  @Test func nobodysOwnPointsAreTold() throws {
    let visit = try #require(try book("内科").lines.first { $0.node == "走访" })
    #expect(abs(visit.score - 9.4) < 1e-9)
    #expect(visit.evidence.contains("由2条记录合成，逐条不在这里列出。"))
    #expect(!visit.evidence.contains("甲") && !visit.evidence.contains("93"))
  }

  /// 检验科 has two answers, 化验室's one included; the minimum is three.
  @Test func smallCellsStayHidden() throws {
    let served = try #require(try book("检验科").lines.first { $0.node == "满意" })
    #expect(served.score.isNaN)
    #expect(!served.words.isEmpty && !served.evidence.contains("n = "))
  }

  /// 20 answers, 19 of them 满意: which one it was is nobody's business, so that the share comes as a band. 19 ÷ 20 = 95 %.
  @Test func aSideOfFewPeopleIsNotTold() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    let text = (1...20).map { "\($0),2025-03-01,内科,\($0 == 1 ? "不满意" : "满意")\n" }.joined()
    try workspace.write("序号,日期,科室,满意度\n" + text, to: "患者问卷.csv")
    try session.take("患者问卷.csv")
    for file in ["问题台账.csv", "通报.csv", "走访评分.csv"] { try session.take("收件箱/2025H1/\(file)", period: "2025H1") }
    let book = try #require(try session.comments(on: try session.scored("2025H1"), unit: "内科"))
    let lines = book.lines.filter { ["满意", "无不满意"].contains($0.node) }
    #expect(lines.count == 2)
    for line in lines {
      for told in ["n = ", "÷", "标准差", "19", "0.05"] { #expect(!line.evidence.contains(told), "\(line.evidence)") }
      #expect(line.evidence.contains("之间（少于 3 人的一方不显示"), "\(line.evidence)")
    }
  }

  @Test func ofSecretsOnlyTheNumberIsTold() throws {
    let workspace = try ProtectedWorkspace()
    let session = try workspace.filled()
    let run = try session.scored("2025H1", scheme: "xiansuo")
    let book = try #require(try session.comments(on: run, unit: "K1"))
    let all = book.lines.map(\.evidence).joined() + book.heading.joined()
    #expect(!all.contains("X-01") && !all.contains("院纪委") && !all.contains("2025-03"), "\(all)")
    let path = workspace.small.folder.appending(path: "c.xlsx").path
    #expect(try session.writeComments(run, unit: "K1", output: path) != nil)
    #expect(try workspace.leaks() == [])
  }
}
