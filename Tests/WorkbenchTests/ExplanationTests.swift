import Findings
import Schemes
import Scoring
import Testing

@testable import Workbench

/// What `explain` says where a reader would otherwise draw a wrong conclusion.
@Suite struct ExplanationTests {
  /// The second half was never imported: nothing was chosen, there is only one.
  @Test func aHalfWithoutAValueIsNotSaidToHaveBeenPassedOver() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.take("收件箱/2025H1", period: "2025H1")
    let run = try session.scored("2025")
    let english = try #require(try session.explain(run, unit: "外科", node: "走访", language: .english))
    #expect(english.contains("H2 has no value; H1 is re-scaled to the whole year"))
    #expect(!english.contains("does not count"))
    let chinese = try #require(try session.explain(run, unit: "外科", node: "走访", language: .chinese))
    #expect(chinese.contains("下半年没有值，按上半年折算为全年"))
  }

  /// 内科 was confirmed to have been named in a notice, 外科 was not.
  @Test func anEffectIsExplainedByItsId() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.takeBothHalves()
    let run = try session.scored("2025H1")
    let named = try #require(try session.explain(run, unit: "内科", node: "通报批评", language: .english))
    #expect(named.contains("通报批评") && named.contains("−5.00") && !named.contains("按期销号"))
    let other = try #require(try session.explain(run, unit: "外科", node: "通报批评", language: .english))
    #expect(other.contains("did not act: “通报数” 0"))
    #expect(try session.explain(run, unit: "外科", node: "通报批评者", language: .english) == nil)
    let finding = try #require(session.log.problems.last)
    #expect(finding.code == "node-unknown" && finding.wording(in: .english).remedy.contains("通报批评"))
  }

  @Test func aGroupOfOneHasNoPercentile() throws {
    let outcome = GradeAttempt.Outcome.percentileBelow(needed: 0.9, found: .nan)
    let scheme = Scheme(id: "s", place: .subject("s"))
    #expect(
      OutcomeWords(language: .english).attempt(outcome, side: scheme)
        == "there is nobody to compare with, so no percentile")
    #expect(!OutcomeWords(language: .chinese).attempt(outcome, side: scheme).contains("%"))
  }

  /// 8 lies between the centres 7 and 9; three equal values have two centres in one place.
  @Test func tiesOfClustersAreTold() {
    func told(tied: [String] = [], joint: [String] = []) -> ExplainSentence {
      .cluster(
        group: nil, fact: nil, units: 3, value: "8", grade: "低", centre: "7", gap: "1", tied: tied, joint: joint)
    }
    #expect(told(tied: ["中"]).english.hasSuffix("1 away; equally near “中”: the lower one takes it"))
    #expect(told(tied: ["中"]).chinese.hasSuffix("离“中”的中心同样近，归入较低的一类"))
    #expect(told(joint: ["中"]).english.hasSuffix("“中” has the same centre: the lower grade takes it"))
    #expect(told().chinese.hasSuffix("相差1"))
  }
}
