import Testing

@testable import Statistics

@Suite struct SplitMix64Tests {
  /// The first five numbers of seed 1234567 from Vigna's splitmix64.c, as printed at Rosetta Code, “Pseudo-random
  /// numbers/Splitmix64”.
  @Test func publishedNumbers() {
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
  }

  /// The mean of a uniform number is 1/2 and its variance 1/12: 10,000 of them lie within five standard errors.
  @Test func unitsAreUniform() {
    let numbers = (0..<10_000).map { item in
      var generator = SplitMix64(seed: 7, item: item)
      return generator.unit()
    }
    #expect(numbers.allSatisfy { (0..<1).contains($0) })
    #expect(abs(mean(numbers) - 0.5) < 5 * (1.0 / 12).squareRoot() / 100)
    #expect(abs(sampleDeviation(numbers) - (1.0 / 12).squareRoot()) < 0.01)
  }

  @Test func itemsDifferAndStay() {
    var (first, again, other) = (
      SplitMix64(seed: 3, item: 1), SplitMix64(seed: 3, item: 1), SplitMix64(seed: 3, item: 2)
    )
    let number = first.next()
    #expect(number == again.next() && number != other.next())
  }
}
