import Findings
import Register
import Testing

@testable import Workbench

/// Rows of a half are of their own day too: for `as_of` (M4) and for `last` (M10).
@Suite struct RowDayTests {
  /// 妇产科's only problem was found on 20 June.
  @Test func whatHappenedAfterTheDayIsOut() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.takeBothHalves()
    func count(_ asOf: CalendarDate?) throws -> Double {
      let run = try #require(try session.score(scheme: "keshi", period: try period("2025H1"), asOf: asOf))
      let unit = try #require(run.sheet.units.firstIndex { $0.name == "妇产科" })
      return try #require(run.record.input.measures["问题数"]).value[unit]
    }
    #expect(try count(nil) == 1)
    #expect(try count(date(20_250_620)) == 1)
    #expect(try count(date(20_250_619)) == 0)
  }

  /// The later day stands first in the file.
  @Test func theLatestDayIsTheLast() throws {
    let workspace = try SmallWorkspace()
    try workspace.edit(
      "datasets/pingjia/schemes/keshi.yaml", "问题数: {table: 问题台账, take: count}",
      "问题数: {table: 问题台账, value: \"CASE WHEN 重复 = '是' THEN 7 ELSE 3 END\", take: last, range: [0, 10]}")
    try workspace.write(
      "编号,查出日期,科室,时限,销号日期,重复\nW1,2025-05-10,内科,2025-06-10,,是\nW2,2025-02-10,内科,2025-03-10,,否\n",
      to: "收件箱/2025H1/问题台账.csv")
    var session = try workspace.session()
    try session.take("收件箱/2025H1", period: "2025H1")
    let run = try session.scored("2025H1")
    #expect(try run.record.input.measures["问题数"]?.value[run.index("K1")] == 7)
  }
}

extension RowDayTests {
  /// One day, and the later time of day stands first in the file; of W3 and W4 of one moment the lower row counts. With a
  /// grain and without.
  @Test(arguments: ["grain: half", ""]) func theLatestMomentIsTheLast(grain: String) throws {
    let workspace = try SmallWorkspace()
    try workspace.edit(
      "datasets/pingjia/tables/problems.yaml", "查出日期: {type: date", "查出日期: {type: datetime")
    if grain.isEmpty { try workspace.edit("datasets/pingjia/tables/problems.yaml", ", grain: half", "") }
    try workspace.edit(
      "datasets/pingjia/schemes/keshi.yaml", "问题数: {table: 问题台账, take: count}",
      "问题数: {table: 问题台账, value: \"CASE WHEN 重复 = '是' THEN 7 ELSE 3 END\", take: last, range: [0, 10]}")
    try workspace.write(
      """
      编号,查出日期,科室,时限,销号日期,重复
      W1,2025-05-10 16:30,内科,2025-06-10,,是
      W2,2025-05-10 09:00,内科,2025-06-10,,否
      W3,2025-05-11 08:00,外科,2025-06-10,,否
      W4,2025-05-11 08:00,外科,2025-06-10,,是

      """,
      to: "收件箱/2025H1/问题台账.csv")
    var session = try workspace.session()
    try session.take("收件箱/2025H1", period: "2025H1")
    let run = try session.scored("2025H1")
    let column = try #require(run.record.input.measures["问题数"])
    #expect(try column.value[run.index("K1")] == 7 && column.value[run.index("K2")] == 7)
  }
}

/// Files beside the ones that a run read.
@Suite struct OtherFilesTests {
  /// A draft that is no YAML keeps nobody from scoring by another scheme; asked for, it is told in full.
  @Test func aBrokenDraftIsSetAside() throws {
    let workspace = try SmallWorkspace()
    try workspace.write("scheme: 草案\n  nodes: [\n", to: "datasets/pingjia/schemes/draft.yaml")
    let log = FindingLog()
    var session = try workspace.session(log: log)
    try session.take("收件箱/2025H1", period: "2025H1")
    _ = try session.scored("2025H1")
    func problems() -> [String] { log.problems.map(\.code).filter { $0.hasPrefix("document") } }
    #expect(log.findings.map(\.code).contains("scheme-unreadable") && problems().isEmpty)
    #expect(try session.load(scheme: "草案") == nil)
    #expect(problems() == ["document-syntax"])
  }

  /// The file of units was edited, and nothing was imported or scored since.
  @Test func anEditedRegisterIsTold() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.take("收件箱/2025H1", period: "2025H1")
    let run = try session.scored("2025H1")
    #expect(try session.changedInputs(of: run).isEmpty)
    try workspace.edit("datasets/_shared/units.csv", "内科", "大内科")
    #expect(try session.changedInputs(of: run) == [.register])
  }
}
