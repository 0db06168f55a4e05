import Testing

@testable import Statistics

@Suite struct FalseDiscoveryTests {
  /// Benjamini & Hochberg 1995, section 4: 15 comparisons of two treatments of myocardial infarction.
  static let published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1,
  ]

  @Test func empty() { #expect(falseDiscoveryAdjusted([]).isEmpty) }

  @Test func oneStaysAsItIs() { #expect(falseDiscoveryAdjusted([0.03]) == [0.03]) }

  @Test func allMissing() {
    let adjusted = falseDiscoveryAdjusted([.nan, .nan])
    #expect(adjusted.count == 2 && adjusted.allSatisfy(\.isNaN))
  }

  @Test func allEqual() { #expect(falseDiscoveryAdjusted([0.25, 0.25, 0.25, 0.25]) == [0.25, 0.25, 0.25, 0.25]) }

  @Test func asPublished() {
    let adjusted = falseDiscoveryAdjusted(Self.published)
    #expect(adjusted.filter { $0 <= 0.05 }.count == 4)
    // Bonferroni rejects three.
    #expect(Self.published.filter { $0 * 15 <= 0.05 }.count == 3)
    let expected = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286, 0.0645, 0.0765, 0.486,
      0.5811818181818181, 0.714875, 0.7532307692307693, 0.8132142857142857, 1,
    ]
    for (found, number) in zip(adjusted, expected) { #expect(abs(found - number) < 1e-15) }
  }

  /// Order does not matter, and what is missing does not count.
  @Test func shuffledAndMissing() {
    let order = [7, 2, 14, 0, 9, 4, 11, 1, 13, 3, 6, 12, 5, 10, 8]
    let plain = falseDiscoveryAdjusted(Self.published)
    let shuffled = falseDiscoveryAdjusted([.nan] + order.map { Self.published[$0] } + [.nan])
    #expect(shuffled.first?.isNaN == true && shuffled.last?.isNaN == true)
    for (place, index) in order.enumerated() { #expect(shuffled[place + 1] == plain[index]) }
  }
}
