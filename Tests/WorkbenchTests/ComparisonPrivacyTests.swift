import Findings
import Foundation
import Register
import Schemes
import Testing

@testable import Workbench

/// Two kept runs beside each other tell no answer that neither tells alone.
@Suite struct ComparisonPrivacyTests {
  private static let path = "datasets/pingjia/schemes/keshi.yaml"
  private static let asked = "满意度: {table: 患者问卷, value: 满意度,"
  private static let other = "满意度: {table: 患者问卷, where: 满意度 IS NOT NULL, value: 满意度,"

  /// The scheme beside one that differs by one replacement.
  private func compared(
    _ period: String = "2025H1", _ changes: (String, String)...
  ) throws -> (pair: RunPair?, told: [AnswerDisclosure]) {
    let workspace = try SmallWorkspace()
    var text = try String(contentsOf: workspace.folder.appending(path: Self.path), encoding: .utf8)
    for (old, new) in [("scheme: keshi", "scheme: keshi-er")] + changes {
      #expect(text.contains(old), "no \(old)")
      text = text.replacing(old, with: new)
    }
    try workspace.write(text, to: "datasets/pingjia/schemes/keshi-er.yaml")
    let log = FindingLog()
    var session = try workspace.session(log: log)
    try session.takeBothHalves()
    _ = try session.scored(period)
    _ = try session.scored(period, scheme: "keshi-er")
    let pair = try session.compare(
      schemes: "keshi", "keshi-er", period: try #require(workspace.period(period)))
    let told = log.findings.compactMap { finding -> AnswerDisclosure? in
      guard case .trialDiscloses(_, let disclosure)? = finding as? WorkbenchFinding else { return nil }
      return disclosure
    }
    return (pair, told)
  }

  /// 69 · 95.942 − 68 · 96.1765 = 80: one row less shows the answer in it.
  @Test func otherRowsOfTheSameAnswersAreNotCompared() throws {
    let (pair, told) = try compared("2025H1", (Self.asked, Self.other))
    #expect(pair == nil && told == [.readings(first: "满意度", second: "满意度", table: "患者问卷")])
  }

  @Test func neitherIsAnotherReducerNorAnotherValue() throws {
    let changes = [
      ("value: 满意度, take: mean", "value: 满意度, take: median"), ("value: 满意度, take", "value: 0.5 * 满意度, take"),
    ]
    for change in changes {
      let (pair, told) = try compared("2025H1", change)
      #expect(pair == nil && told == [.readings(first: "满意度", second: "满意度", table: "患者问卷")])
    }
  }

  /// What no node stands on is not shown by the run.
  @Test func aReadingThatIsOnlyWrittenDownDoesNotHelp() throws {
    let (pair, told) = try compared(
      "2025H1", (Self.asked, "旧满意度: {table: 患者问卷, value: 满意度, take: mean}\n  " + Self.other))
    #expect(pair == nil && told == [.readings(first: "满意度", second: "满意度", table: "患者问卷")])
  }

  @Test func aYearByHalvesIsNotComparedWithAWholeOne() throws {
    let (pair, told) = try compared(
      "2025", ("combine: {year: {H1: 0.5, H2: 0.5}, one_missing: not_graded}\n", ""))
    #expect(pair == nil && told == [.halves(table: "患者问卷")])
  }

  @Test func rulesAfterTheReadingAreCompared() throws {
    let changes = [
      ("linear: [[60, 0], [100, 30]]", "linear: [[70, 0], [100, 30]]"),
      ("WHEN 满意度 = 0 THEN", "WHEN 满意度 = 60 THEN"), ("at_least: 90", "at_least: 85"),
      ("value: 得分, take: mean", "value: 得分, take: max"), ("take: mean, min_n: 3", "take: mean, min_n: 4"),
    ]
    for change in changes {
      let (pair, told) = try compared("2025H1", change)
      #expect(pair != nil && told.isEmpty, "\(change) \(told)")
    }
  }
}
