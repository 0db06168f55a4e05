import Findings
import Testing

@testable import Workbench

/// No number of answers under the minimum cell is printed, and none can be worked out from those that are.
@Suite struct HiddenAnswersTests {
  private func answers(_ run: CompletedRun, _ code: String) throws -> String {
    RunTables(run, language: .english, minimumCell: 3).base(try run.index(code))
  }

  /// 检验科 has two answers in the first half (the minimum is three) and three in the second.
  @Test func aSmallHalfHidesTheYearToo() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.takeBothHalves()
    #expect(try answers(session.scored("2025H1"), "K4") == "<3")
    #expect(try answers(session.scored("2025H2"), "K4") == "3")
    let year = try session.scored("2025")
    // 5 − 3 = 2 would be the number that the first half hides.
    #expect(try answers(year, "K4") == "hidden")
    #expect(try answers(year, "K1") == "9")
    let text = try #require(try session.explain(year, unit: "K4", node: "满意", language: .english))
    #expect(text.contains("2025H1  n under 3, not shown"))
    // With the numbers of other windows the value would give n away, and so would what went into the step.
    #expect(text.contains("2025H2  value and n not shown, because one under 3 would follow from them"))
    #expect(!text.contains("n = ") && !text.contains("value 8"))
  }

  /// 外科 has four answers, and the run of the minimum of three says so. Under a minimum of five nothing may: its steps
  /// would tell the mean of the four.
  @Test func aRaisedMinimumHidesWhatARunShowed() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.take("收件箱/2025H1", period: "2025H1")
    #expect(try session.explain(session.scored("2025H1"), unit: "外科", node: "满意", language: .english) != nil)
    try workspace.edit("qingheng.yaml", "minimum_cell: 3", "minimum_cell: 5")
    let log = FindingLog()
    let later = try workspace.session(log: log)
    let run = try #require(try later.run(scheme: "keshi", period: "2025H1"))
    #expect(try later.explain(run, unit: "外科", node: "满意", language: .english) == nil)
    #expect(log.findings.map(\.code).contains("explain-under-cell"))
  }

  /// 检验科 has two answers, which the run hid. That the minimum fell since makes them no less its secret.
  @Test func aLoweredMinimumShowsNothingThatARunHid() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.take("收件箱/2025H1", period: "2025H1")
    _ = try session.scored("2025H1")
    try workspace.edit("qingheng.yaml", "minimum_cell: 3", "minimum_cell: 1")
    let later = try workspace.session()
    let run = try #require(try later.run(scheme: "keshi", period: "2025H1"))
    let text = try #require(try later.explain(run, unit: "K4", node: "满意", language: .english))
    #expect(text.contains("n under 3, not shown"))
    #expect(later.tables(of: run, language: .english).base(try run.index("K4")) == "<3")
  }

  /// Two measures read one table: what the smaller one hides, the larger one may not give away.
  @Test func aSmallPartOfATableHidesTheOthers() throws {
    let workspace = try SmallWorkspace()
    try workspace.edit(
      "datasets/pingjia/schemes/keshi.yaml", "  不满意率: {table: 患者问卷,",
      "  不满意率: {table: 患者问卷, where: \"coalesce(满意度, 0) > 60\",")
    var session = try workspace.session()
    try session.take("收件箱/2025H1", period: "2025H1")
    let run = try session.scored("2025H1")
    // 外科 has four answers: two of them are 满意, that is 100.
    #expect(try run.record.input.measures["不满意率"]?.n[run.index("K2")] == 2)
    #expect(try answers(run, "K2") == "hidden")
    let text = try #require(try session.explain(run, unit: "外科", node: "服务", language: .english))
    #expect(!text.contains("n = ") && text.contains("n under 3, not shown"))
  }

  @Test func noAnswerAtAllIsNoSecret() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.take("收件箱/2025H1/问题台账.csv")
    #expect(try answers(session.scored("2025H1"), "K4") == "0")
  }

  @Test func anonymousRowsAreNeverListed() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.take("收件箱/2025H1", period: "2025H1")
    let run = try session.scored("2025H1")
    for language in Language.allCases {
      let text = try #require(try session.explain(run, unit: "内科", node: "总分", language: language))
      #expect(!text.contains("患者问卷.csv") && text.contains("问题台账.csv"))
    }
  }
}
