import Documents
import Findings
import Foundation
import Testing

@testable import Workbench

/// The sentences of reports and charts are computed: other data, other sentences.
@Suite struct SentencesTests {
  private func halves(_ edit: (SmallWorkspace) throws -> Void = { _ in }) throws -> (CompletedRun, CompletedRun) {
    let workspace = try SmallWorkspace()
    try edit(workspace)
    var session = try workspace.session()
    try session.takeBothHalves()
    return (try session.scored("2025H1"), try session.scored("2025H2"))
  }

  private func sentences(_ run: CompletedRun) -> RunSentences { RunSentences(run, minimumCell: 3) }

  @Test func leadersAndTitles() throws {
    let (first, second) = try halves()
    #expect(
      sentences(first).leaders() == [
        "临床：第1名妇产科（98.30分）、第2名内科（86.40分）、第3名外科（29.65分）；3个科室中1个优秀。", "医技：没有可排名的科室。",
      ])
    #expect(
      sentences(second).leaders() == [
        "临床：第1名内科（98.55分）、第2名妇产科（89.40分）、第3名外科（83.05分）；3个科室中1个优秀。",
        "医技：第1名检验科（99.15分）、第2名放射科（57.70分）；2个科室中1个优秀。",
      ])
    let groups = sentences(second).groups()
    #expect(groups.map(\.name) == ["临床", "医技"])
    #expect(sentences(second).rankingTitle(group: "医技", units: groups[1].units) == "医技：1个科室优秀，检验科得分最高（99.15分）")
    #expect(sentences(first).rankingTitle(group: "医技", units: groups[1].units) == "医技：没有可排名的科室")
  }

  @Test func whoIsBelowAndWhatIsMissing() throws {
    let (first, second) = try halves()
    #expect(sentences(first).below() == ["合格：1个科室。", "不合格：1个科室。"])
    #expect(
      sentences(first).missing() == [
        "检验科不予评定：覆盖率60.0%，低于80.0%。", "放射科不予评定：覆盖率60.0%，低于80.0%。",
        "“满意”样本不足：检验科、放射科。", "“无不满意”样本不足：检验科、放射科。",
      ])
    #expect(sentences(second).missing() == ["应有的依据齐全。"])
  }

  /// More answers for 检验科, and the confirmed notice gone: each sentence about them changes.
  @Test func otherDataOtherSentences() throws {
    let (before, _) = try halves()
    let (after, _) = try halves { workspace in
      try workspace.edit(
        "收件箱/2025H1/患者问卷.csv", "20,2025-05-20,皮肤科,满意", "20,2025-05-20,检验科,满意")
      try workspace.edit("收件箱/2025H1/通报.csv", "内科,是", "内科,否")
    }
    let (old, new) = (sentences(before), sentences(after))
    #expect(old.leaders() != new.leaders())
    #expect(new.leaders()[0] == "临床：第1名妇产科（98.30分）、第2名内科（91.40分）、第3名外科（29.65分）；3个科室中2个优秀。")
    #expect(new.below() == ["不合格：1个科室。"] && old.below() != new.below())
    #expect(old.missing() != new.missing())
    #expect(new.missing()[0] == "放射科不予评定：覆盖率60.0%，低于80.0%。")
    let units = Array(before.sheet.units.indices)
    #expect(old.rankingTitle(group: "", units: units) != new.rankingTitle(group: "", units: units))
  }

  /// Where points are lost: of 服务 (40), 走访 (10) and 整改 (50), by hand for 外科 alone: 8.75/40 = 22 %, 89 %, 12/50 = 24 %.
  @Test func theWeakestDimension() throws {
    let (first, second) = try halves()
    let unit = try first.index("K2")
    #expect(sentences(first).dimensionTitle(group: "外科", units: [unit]) == "外科：失分比例最高的是服务，平均得分率22%")
    // Second half: 15 + 10 of 40 = 63 %, 90.5 %, 30 + 10 + 9 of 50 = 98 %.
    #expect(sentences(second).dimensionTitle(group: "外科", units: [unit]) == "外科：失分比例最高的是服务，平均得分率63%")
  }

  /// 检验科 and 放射科 had too little evidence in the first half: no change is claimed for them.
  @Test func twoHalvesSideBySide() throws {
    let (first, second) = try halves()
    let comparison = RunComparison(before: first, after: second, language: .chinese)
    #expect(comparison.hasSameRules)
    #expect(
      comparison.sentences() == [
        "3个单位两期都评定了：2025年下半年比2025年上半年高的2个，低的1个，相同的0个。",
        "增加最多的是外科（29.65→83.05，+53.40分）。", "减少最多的是妇产科（98.30→89.40，−8.90分）。",
      ])
    #expect(comparison.table().rowCount == 3)
    let same = RunComparison(before: first, after: first, language: .chinese)
    #expect(same.sentences() == ["3个单位两期都评定了：2025年上半年比2025年上半年高的0个，低的0个，相同的3个。"])
  }

  /// The run with these units graded, fully covered, and no others.
  private func graded(_ run: CompletedRun, _ scores: [(code: String, score: Double)]) throws -> CompletedRun {
    var record = run.record
    for unit in record.sheet.standing.indices { record.sheet.standing[unit].status = .notGraded([]) }
    for (code, score) in scores {
      let unit = try run.index(code)
      record.sheet.standing[unit].status = .graded
      record.sheet.standing[unit].displayedScore = score
      record.sheet.standing[unit].coverage = 1
    }
    return CompletedRun(record: record, loaded: run.loaded, answerTables: run.answerTables)
  }

  /// Three departments changed by the same as it is printed, and a fourth made four of them.
  @Test func equalsAreAllNamed() throws {
    let (first, second) = try halves()
    func sentences(_ changes: [(code: String, before: Double, after: Double)]) throws -> [String] {
      let before = try graded(first, changes.map { ($0.code, $0.before) })
      let after = try graded(second, changes.map { ($0.code, $0.after) })
      return Array(RunComparison(before: before, after: after, language: .chinese).sentences().dropFirst())
    }
    #expect(
      try sentences([("K1", 80, 85), ("K2", 70, 75.001), ("K3", 90, 88)])
        == ["增加最多的是内科（80.00→85.00）、外科（70.00→75.00），均为+5.00分。", "减少最多的是妇产科（90.00→88.00，−2.00分）。"])
    #expect(
      try sentences([("K1", 80, 75), ("K2", 70, 65), ("K3", 90, 85), ("K4", 50, 45), ("K5", 60, 60)])
        == ["减少最多的是内科（80.00→75.00）、外科（70.00→65.00）、妇产科（90.00→85.00）等4个，均为−5.00分。"])
  }

  @Test func otherRulesAreSaid() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.takeBothHalves()
    let first = try session.scored("2025H1")
    try workspace.edit("datasets/pingjia/schemes/keshi.yaml", "version: \"1\"", "version: \"2\"")
    let second = try workspace.session().scored("2025H2")
    let comparison = RunComparison(before: first, after: second, language: .chinese)
    #expect(comparison.sentences().first == "两期所用方案不同，以下差异含规则变化，不全是单位自身的变化。")
  }

  @Test func anEarlierHalfThatWasNotScoredIsSaid() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.takeBothHalves()
    let data = ReportData(session: session, run: try session.scored("2025H1"))
    let log = FindingLog()
    let request = try #require(YAMLFile.parse("{changes: keshi}", name: "t", log: log))
    #expect(try data.sentences(request, log: log) == ["2024年下半年没有评分结果，无从比较。"])
    for (periods, name) in [
      ("[last_year, current]", "2024年上半年"), ("[2023Q3, current]", "2023年第三季度"), ("[current, 2025H2]", "2025年下半年"),
    ] {
      let request = try #require(YAMLFile.parse("{changes: keshi, periods: \(periods)}", name: "t", log: log))
      #expect(try data.sentences(request, log: log) == ["\(name)没有评分结果，无从比较。"])
    }
    let table = try #require(YAMLFile.parse("{compare: keshi}", name: "t", log: log))
    #expect(try data.table(table, log: log)?.rowCount == 0)
    #expect(log.isEmpty)
  }

  @Test func aRequestThatNothingAnswersIsSaid() throws {
    let workspace = try SmallWorkspace()
    let session = try workspace.session()
    let data = ReportData(session: session, run: try session.scored("2025H1"))
    for text in ["{ranks: keshi}", "{leaders: keshi}", "{scores: keshi, below: keshi}"] {
      let log = FindingLog()
      let request = try #require(YAMLFile.parse(text, name: "t", log: log))
      #expect(try data.table(request, log: log) == nil)
      #expect(log.countByCode["data-request-unknown"] == 1, "\(text)")
    }
  }
}
