import Findings
import Testing

@testable import Scoring

@Suite struct ScoringFindingTests {
  private let all: [ScoringFinding] = [
    .stepConstant(nowhere, node: "满意", step: "zscore", units: 3),
    .valueNotPositive(nowhere, node: "收入", step: "goalposts", units: ["D1"]),
    .leafDropped(nowhere, node: "OP_2", units: 57, needed: 101),
    .valueOutOfRange(nowhere, measure: "得分", low: 0, high: 20, units: ["D1", "D2"]),
    .testUnverified(nowhere, name: "否决", measures: ["问责数"], units: ["D1", "D2", "D3", "D4", "D5", "D6"]),
    .groupTooSmall(nowhere, group: "医技", units: 3, needed: 8),
    .baseTooSmall(nowhere, measure: "问卷", needed: 30, units: ["D1"]),
    .decision(nowhere, .targetUnknown(target: "作凤", known: ["作风", "整改"])),
    .decision(nowhere, .unitUnknown(unit: "D099")), .decision(nowhere, .notOpen(target: "整改")),
    .decision(nowhere, .roleWrong(found: "科室", needed: "领导小组")), .decision(nowhere, .reasonMissing),
    .decision(nowhere, .valueMissing(target: "作风")),
    .decision(nowhere, .valueOutOfRange(value: 21, low: 0, high: 20)),
    .decision(nowhere, .beyondLimit(value: 2, total: 2, limit: 3)),
    .decision(nowhere, .superseded(date: 20_260_720, by: 20_260_721)),
    .decision(nowhere, .ofHalf(effect: "领导小组", year: "2026")),
    .decision(nowhere, .grantMissing(grade: "示范")), .decision(nowhere, .notAwaiting(grade: "示范")),
    .decision(nowhere, .beyondPlaces(grade: "示范", placesLeft: 1)),
    .handsApart(
      nowhere, node: "作风", hands: ["系统", "人工"], period: "2026H1", over: 5, needsReason: true,
      units: [HandsGap(unit: "D014", first: 12.345, other: 18)]),
    .quotaWithoutRanks(nowhere, grade: "优秀", group: "医技", units: ["D014"]),
    .cutOffMissing(nowhere, grade: "优秀", year: 2027),
    .clustersTooFew(nowhere, group: "3", units: 4, clusters: 5),
    .meanNotPositive(nowhere, node: "指数", mean: "geometric", units: ["D1"]),
    .goalUnusable(nowhere, node: "床位", step: "distance", .notAboveTheLeast),
    .acrossMissing(nowhere, node: "报送", measure: "级别", units: ["D1"]),
    .nothingToImputeFrom(nowhere, node: "满意", units: ["D1", "D2"]),
    .frozenRunAbsent(nowhere, node: "满意", step: "minmax", period: "2025H1"),
    .periodsAbsent(nowhere, node: "满意", step: "minmax", periods: ["2018", "2019"]),
    .nothingLeftToAverage(nowhere, node: "走访", drops: 1, units: ["D014"]),
  ]

  @Test func everyFindingSaysWhatWhatNowAndWhatNext() {
    for finding in all {
      for language in Language.allCases {
        let words = finding.wording(in: language)
        for line in [words.found, words.consequence, words.remedy] {
          #expect(line.hasSuffix(language == .chinese ? "。" : "."), "\(finding.code): \(line)")
        }
      }
    }
    #expect(Set(all.map(\.code)).count == all.count)
  }

  @Test func sentences() {
    let english = all.map { $0.wording(in: .english).found }
    #expect(english[0] == "“满意”: zscore compares units, but all 3 values are the same.")
    #expect(english[3] == "“得分” lies outside its stated range 0 to 20 for 2 units (D1, D2).")
    #expect(
      english[4] == "“否决” could not be judged for 6 units (D1, D2, D3, D4, D5 and 1 more): “问责数” is missing.")
    let several = ScoringFinding.testUnverified(
      nowhere, name: "否决", measures: ["甲", "乙", "丙", "丁", "戊", "己"], units: ["D1"])
    #expect(
      several.wording(in: .english).found
        == "“否决” could not be judged for 1 unit (D1): “甲”, “乙”, “丙”, “丁”, “戊” and 1 more are missing.")
    #expect(several.wording(in: .chinese).found == "“否决”未核：D1缺少“甲”“乙”“丙”“丁”“戊”等6项。")
    #expect(english[25] == "“床位”: distance has nothing to measure by: the goal is not above the least value.")
    #expect(english[29] == "“满意”: minmax looks at 2018, 2019 too, and there is no data of these periods.")
    let chinese = all.map { $0.wording(in: .chinese).found }
    #expect(chinese[0] == "“满意”的 zscore 要在单位之间比较，但3个值完全相同。")
    #expect(chinese[4] == "“否决”未核：D1、D2、D3、D4、D5等6个单位缺少“问责数”。")
    #expect(chinese[27] == "D1、D2的“满意”缺失，impute 找不到可用来填补的值。")
    #expect(chinese[5] == "“医技”参评单位3个，少于 min_units 规定的8个。")
    #expect(chinese[7] == "方案中没有名为“作凤”的指标或加减分项（是否想写“作风”？）。")
    #expect(chinese[15] == "同一指标、同一单位有两个决定：2026年7月20日的，和2026年7月21日的。")
    #expect(chinese[20] == "2026H1“作风”的“系统”与“人工”相差超过5分，未记录理由：D014（12.35与18）。")
    #expect(
      english[20]
        == "2026H1 “作风”: “系统” and “人工” lie more than 5 apart, and no reason is recorded, for 1 unit (D014: 12.35 and 18)."
    )
  }

  @Test func whatIsRefusedIsAProblem() {
    #expect(all[8].severity == .problem && all[15].severity == .warning && all[16].severity == .note)
  }
}
