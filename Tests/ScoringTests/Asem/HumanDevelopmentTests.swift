import Documents
import Findings
import Schemes
import Testing

@testable import Scoring

/// The Human Development Index of the Human Development Report 2023/24 (data of 2022): goalposts 20–85 years of life,
/// 0–18 and 0–15 years of schooling, 100–75,000 dollars in logarithms; the geometric mean of three.
@Suite struct HumanDevelopmentTests {
  private let text = """
    scheme: hdi
    version: "2024"
    approval: {文号: UNDP, date: "2024-03-13"}
    measures:
      预期寿命: {table: 国家, value: life, take: mean}
      预期年限: {table: 国家, value: expected, take: mean}
      平均年限: {table: 国家, value: mean, take: mean}
      人均收入: {table: 国家, value: income, take: mean}
    nodes:
      - {id: HDI, of: geometric, children: [
          {id: 健康, weight: 1, measure: 预期寿命, steps: [{goalposts: {bounds: [20, 85]}}]},
          {id: 教育, weight: 1, of: mean, children: [
            {id: 预期, weight: 1, measure: 预期年限, steps: [{goalposts: {bounds: [0, 18]}}]},
            {id: 平均, weight: 1, measure: 平均年限, steps: [{goalposts: {bounds: [0, 15]}}]}]},
          {id: 收入, weight: 1, measure: 人均收入, steps: [{goalposts: {bounds: [100, 75000], scale: ln}}]}]}
    """

  private func sheet(_ rows: [[Double]]) throws -> ScoreSheet {
    let log = FindingLog()
    let scheme = try #require(YAMLFile.parse(text, name: "hdi.yaml", log: log).flatMap { Scheme.read($0, log: log) })
    #expect(!log.hasProblems)
    let measures = ["预期寿命", "预期年限", "平均年限", "人均收入"].enumerated().map { place, name in
      (name, column(rows.map { $0[place] }))
    }
    return score(scheme, input(Dictionary(uniqueKeysWithValues: measures)))
  }

  /// Inputs are printed rounded, so that three places may differ by one in the last.
  @Test func published() throws {
    let sheet = try sheet([[84.3, 16.6, 13.9, 69433], [83.4, 18.6, 13.1, 69190], [78.6, 15.2, 8.1, 18025]])
    let theirs = [0.967, 0.966, 0.788]
    for (ours, theirs) in zip(sheet.node("HDI")?.value ?? [], theirs) { #expect(abs(ours - theirs) <= 0.001) }
    // 18.6 expected years are capped at 18.
    #expect(sheet.node("预期")?.value[1] == 1)
  }

  /// Half way on every goalpost: 52.5, 9, 7.5, and √(100·75,000) dollars give 0.5. A quarter of life alone, 36.25, gives
  /// (0.25·0.5·0.5)^⅓ = 0.0625^⅓ = 0.396850. No income at all is at the bottom, and the mean of a 0 is missing.
  @Test func byHand() throws {
    let income = (100.0 * 75_000).squareRoot()
    let sheet = try sheet([[52.5, 9, 7.5, income], [36.25, 9, 7.5, income], [52.5, 9, 7.5, 100]])
    let values = try #require(sheet.node("HDI")?.value)
    #expect(near(values[0], 0.5) && near(values[1], 0.396_850_262_992_050))
    #expect(values[2].isNaN)
    #expect(
      sheet.findings == [.meanNotPositive(sheet.findings[0].place, node: "HDI", mean: "geometric", units: ["D2"])])
  }
}
