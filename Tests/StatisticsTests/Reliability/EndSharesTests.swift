import Testing

@testable import Statistics

@Suite struct EndSharesTests {
  @Test func nothing() {
    #expect(EndShares(of: [], scale: 1...5) == nil)
    #expect(EndShares(of: [.nan], scale: 1...5) == nil)
  }

  /// Of 20 answers 3 at the top (15 %: a ceiling) and 2 at the bottom (10 %: no floor).
  @Test func byHand() throws {
    let values = [5, 5, 5, 1, 1] + Array(repeating: 3.0, count: 15) + [.nan]
    let ends = try #require(EndShares(of: values, scale: 1...5))
    #expect(ends.ceiling == Share(successes: 3, of: 20) && ends.isCeiled)
    #expect(ends.floor == Share(successes: 2, of: 20) && !ends.isFloored)
  }

  @Test func allAtOneEnd() throws {
    let ends = try #require(EndShares(of: [5, 5], scale: 1...5))
    #expect(ends.ceiling.value == 1 && ends.floor.value == 0)
  }
}
