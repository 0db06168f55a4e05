import Findings
import Testing

@testable import Schemes

@Suite struct SentenceTests {
  private let scheme = readScheme(wholeScheme, log: FindingLog())
  private func step(_ id: String) throws -> Step { try #require(scheme?.node(id)?.steps.first) }

  @Test func `Shares are shown in per cent, and full points are named`() throws {
    let step = Step(
      .linear([.init(.number(0.6), .number(0)), .init(.number(1), .number(10))]), place: .file("s"))
    #expect(step.sentence(in: .chinese, points: 10, isShare: true) == "100%得满分10分，60%及以下0分，中间按直线")
    #expect(
      step.sentence(in: .english, points: 10, isShare: true)
        == "100% gives the full 10 points, 60% or less gives 0 points, in between along straight lines")
  }

  @Test func `Every step has its sentence`() throws {
    #expect(
      try step("住院").sentence(in: .chinese, points: 20) == "98及以上得满分20分，95得16分，92得12分，85及以下0分，中间按直线")
    #expect(try step("投诉").sentence(in: .chinese, points: 15) == "0及以下得满分15分，5及以上0分，中间按直线")
    #expect(try step("整改").sentence(in: .chinese, points: 20, isShare: true) == "100%得满分20分，90%及以上得16分，其余0分")
    #expect(try step("日常").sentence(in: .chinese, points: 20) == "从满分20分起，每1扣0.5分，最多扣10分")
    #expect(try step("走访").sentence(in: .chinese, points: 20) == "达到100得满分20分，不足按比例")
    #expect(try step("宣传").sentence(in: .chinese, points: 5) == "每1得1分，最多5分，不超过满分5分")
    let pass = Step(.pass(.init(.atLeast, 1)), place: .file("s"))
    #expect(pass.sentence(in: .chinese, points: 2) == "不低于1得满分2分，否则0分")
    let dropped = Step(.dropIf(unitsBelow: 101), place: .file("s"))
    #expect(dropped.sentence(in: .chinese, points: nil) == "有数据的单位不足101个时，对所有单位不适用")
    #expect(
      try step("整改").sentence(in: .english, points: 20, isShare: true)
        == "100% gives the full 20 points, 90% or more gives 16 points, anything else gives 0 points")
  }

  @Test func `Nodes, measures, effects and grades are told whole`() throws {
    let scheme = try #require(scheme)
    #expect(try #require(scheme.node("整改")).sentence(in: .chinese, of: scheme) == "整改：100%得满分20分，90%及以上得16分，其余0分")
    #expect(try #require(scheme.node("满意")).sentence(in: .chinese, of: scheme) == "满意：下级按人数加权平均")
    #expect(
      try #require(scheme.measure("门诊满意")).sentence(in: .chinese)
        == "“患者问卷”中符合“类型为‘门诊’”的行，取“总体满意度”的平均值；不足10个不计。")
    #expect(
      try #require(scheme.measure("超期")).sentence(in: .english)
        == "Rows of “问题台账” with “销号日期 IS NULL OR days(整改时限, 销号日期) > $期限” (dated 30 days after “整改时限”): count.")
    #expect(scheme.effects[1].sentence(in: .chinese) == "通报：“通报数”不低于1时，“通报数”每1扣5分，等级不高于“合格”。")
    #expect(scheme.effects[3].sentence(in: .english) == "否决: if “问责数” is at least 1: the grade is “不合格”.")
    #expect(scheme.grading?.bands[0].sentence(in: .chinese) == "清廉科室：总分不低于90分，各项得分率均不低于80%")
    #expect(scheme.grading?.bands.last?.sentence(in: .english) == "不合格: everyone else")
  }

  @Test(arguments: [
    (0.0, "0"), (10, "10"), (-3, "-3"), (0.5, "0.5"), (0.1 + 0.2, "0.3"), (1e-5, "0.00001"), (-0.00025, "-0.00025"),
    (1.0 / 3, "0.333333333"), (.infinity, "+∞"), (.nan, "–"),
  ])
  func `Numbers are written as people write them`(value: Double, text: String) {
    #expect(formatted(value) == text)
  }
}
