import Testing

@testable import Scoring

@Suite("placeholder") struct NaiveAgreementTests {
  @Test func draws() {
    for seed in UInt64(1)...2000 {
      let input = RandomRows.drawCase(seed: seed)
      let result = NaiveEvaluator(input: input).evaluate()
      #expect(result.standing.count == input.units.count)
      if seed < 4 { print(CaseText(input: input).text); print(result.standing) }
    }
  }
}
