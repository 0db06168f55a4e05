import Findings
import Foundation
import Register
import Schemes
import Testing

@testable import Workbench

/// What a trial beside the run that it starts from must not tell: numbers of answers under the minimum cell (3), and who
/// gave which.
@Suite struct TrialPrivacyTests {
  private func trial(
    _ period: String = "2025H1", set: [String] = [], without: [String] = [], given: [String] = [],
    _ workspace: SmallWorkspace? = nil
  ) throws -> (result: WhatIf?, log: FindingLog) {
    let workspace = try workspace ?? SmallWorkspace()
    let log = FindingLog()
    var session = try workspace.session(log: log)
    try session.takeBothHalves()
    _ = try session.scored(period)
    let before = log.findings.count
    let result = try session.whatIf(
      scheme: "keshi", period: try #require(workspace.period(period)),
      edits: try set.map { try #require(SchemeEdit(setting: $0)) } + without.map(SchemeEdit.init(removing:)),
      given: try given.map { try #require(GivenValue($0)) })
    let told = FindingLog()
    for finding in log.findings.dropFirst(before) { told.add(finding) }
    return (result, told)
  }

  private func disclosures(_ log: FindingLog) -> [AnswerDisclosure] {
    log.findings.compactMap {
      guard case .trialDiscloses(_, let disclosure)? = $0 as? WorkbenchFinding else { return nil }
      return disclosure
    }
  }

  /// 检验科 and 放射科 have two answers each: no threshold up to the minimum cell tells that it is two.
  @Test func noThresholdTellsAHiddenNumber() throws {
    var ranks: [[Int?]] = []
    for threshold in 1...3 {
      let (result, log) = try trial(set: [
        "defaults.coverage=0.5", "rank.min_base={measure: 满意度, at_least: \(threshold)}",
      ])
      let standing = try #require(result).comparison.after.sheet.standing
      ranks.append(standing.map(\.rank))
      #expect(standing.allSatisfy { $0.status == .graded })
      #expect(log.findings.contains { $0.code == "base-under-minimum-cell" } == (threshold < 3))
    }
    #expect(ranks[0] == ranks[1] && ranks[1] == ranks[2])
    #expect(ranks[0].map { $0 == nil } == [false, false, false, true, true])
  }

  /// Each of these would show the same answers with a few more, a few less, or one by one.
  @Test(arguments: [
    "measures.满意度.where=满意度 IS NOT NULL", "measures.满意度.take=median",
    "measures.满意度.value=CASE WHEN coalesce(满意度, 0) > 60 THEN 满意度 ELSE 0 END", "measures.不满意率.take=sum",
    "measures.不满意率.value=CASE WHEN 满意度 IS NULL THEN 1 ELSE 0 END",
    "measures.满意度.include=descendants",
    "measures.满意度.unique={by: 满意度, keep: max 满意度}",
  ])
  func anonymousRowsAreReadAsTheRunReadsThem(setting: String) throws {
    let (result, log) = try trial(set: [setting])
    #expect(result == nil)
    let measure = try #require(setting.split(separator: ".").dropFirst().first.map(String.init))
    #expect(disclosures(log) == [.rows(measure: measure, table: "患者问卷")], "\(log.findings.map(\.code))")
  }

  /// What picks out one answer is no scheme at all.
  @Test(arguments: [
    ("measures.满意度.where=序号 <> 7", "measure-anonymous-column"), ("measures.满意度.take=min", "measure-anonymous-take"),
    ("measures.满意度.unique={by: 日期, keep: max 满意度}", "measure-anonymous-column"),
  ])
  func oneAnswerIsNotAskedFor(setting: String, code: String) throws {
    let (result, log) = try trial(set: [setting])
    #expect(result == nil && Set(log.findings.map(\.code)) == [code, "trial-refused"], "\(log.findings.map(\.code))")
  }

  /// 外科: 满意, 一般, 满意, 不满意 – a quarter is 0, a quarter 60, so that the node stays at 10 − 0.25 / 0.5 · 10 = 5; 内科
  /// has one 一般 in five: 10 − 0.2 / 0.5 · 10 = 6 instead of 10.
  @Test func whatCountsAsABadAnswerMayBeTried() throws {
    let (result, log) = try trial(set: ["measures.不满意率.value=CASE WHEN 满意度 = 60 THEN 1 ELSE 0 END"])
    let after = try #require(result, "\(log.findings.map(\.code))").comparison.after.sheet
    let node = try #require(after.node("无不满意"))
    #expect(abs(node.value[0] - 6) < 1e-12 && abs(node.value[1] - 5) < 1e-12)
  }

  @Test func otherTablesMayBeReadOtherwise() throws {
    #expect(try trial(set: ["measures.走访分.take=max"]).result != nil)
    #expect(try trial(set: ["measures.满意度.min_n=5"]).result != nil)
    #expect(try trial(set: ["nodes.满意.steps=[{linear: [[70, 0], [100, 30]]}]"]).result != nil)
  }

  /// The year of 检验科 is 5 answers, 2 in the first half and 3 in the second; the 5 is hidden, and thresholds of 5 and 6
  /// would tell it.
  @Test func noThresholdTellsWhatAnotherNumberHides() throws {
    for setting in ["rank.min_base={measure: 满意度, at_least: 5}", "measures.满意度.min_n=5"] {
      let (result, log) = try trial("2025", set: [setting])
      #expect(result == nil && disclosures(log) == [.threshold(measure: "满意度", units: 2)])
    }
  }

  @Test func aYearStaysWhatItIsMadeOf() throws {
    let (result, log) = try trial("2025", without: ["combine"])
    #expect(result == nil && disclosures(log) == [.windows(table: "患者问卷")])
  }

  @Test func noFurtherUnitsAreGraded() throws {
    let (result, log) = try trial(set: ["units.kind=[科室, 医院]"])
    #expect(result == nil && disclosures(log) == [.units(table: "患者问卷", units: 1)])
  }

  /// A number for 检验科 rests on three answers at least, whatever is hidden.
  @Test func aGivenNumberTellsNoHiddenOne() throws {
    let result = try #require(try trial(given: ["检验科:满意度=90"]).result)
    var input = result.base.record.input
    let unit = try result.base.index("K4")
    #expect(input.measures["满意度"]?.n[unit] == 2)
    input.set(try #require(GivenValue("检验科:满意度=90")), unit: unit, minimumCell: 3)
    #expect(input.measures["满意度"]?.n[unit] == 3 && input.measures["满意度"]?.value[unit] == 90)
  }

  /// Between two minima lies what one run shows and the other hides.
  @Test func runsUnderDifferentMinimaAreNotCompared() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.takeBothHalves()
    _ = try session.scored("2025H1")
    let path = "datasets/pingjia/schemes/keshi.yaml"
    let text = try String(contentsOf: workspace.folder.appending(path: path), encoding: .utf8)
    try workspace.write(
      text.replacing("scheme: keshi", with: "scheme: keshi-er"), to: "datasets/pingjia/schemes/keshi-er.yaml")
    try workspace.edit("qingheng.yaml", "minimum_cell: 3", "minimum_cell: 2")
    let log = FindingLog()
    let later = try workspace.session(log: log)
    _ = try later.scored("2025H1", scheme: "keshi-er")
    let half = try #require(later.workspace.period("2025H1", log: log))
    #expect(try later.compare(schemes: "keshi", "keshi-er", period: half) == nil)
    #expect(disclosures(log) == [.minimumCells(first: 3, second: 2)])
    _ = try later.scored("2025H1")
    #expect(try later.compare(schemes: "keshi", "keshi-er", period: half) != nil)
  }
}

extension SmallWorkspace {
  func period(_ text: String) -> Period? { Period(parsing: text) }
}
