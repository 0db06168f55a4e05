import Statistics
import Testing

@testable import Scoring

@Suite struct RankDrawTests {
  /// 根 (甲组 weight 2 (a 1, b 3), c weight 1).
  private let small = WeightedTree(parents: [-1, 0, 1, 1, 0], weights: [1, 2, 1, 3, 1])

  @Test func empty() throws {
    let tree = try #require(small)
    let noise = WeightNoise(seed: 1, draws: 5, factor: 0.5, in: tree)
    let nobody = try #require(tree.draw(noise, over: [[], [], []]))
    #expect(nobody.units == 0 && nobody.nominalRank.isEmpty)
    let never = try #require(
      tree.draw(WeightNoise(seed: 1, draws: 0, factor: 0.5, in: tree), over: [[1], [2], [3]], threads: 2))
    #expect(never.nominalRank == [1] && never.ranked(0) == 0)
    #expect(never.mean(of: 0).isNaN && never.quantile(0.5, of: 0).isNaN)
  }

  @Test func oneUnitIsAlwaysFirst() throws {
    let tree = try #require(small)
    let draws = try #require(tree.draw(WeightNoise(seed: 1, draws: 33, factor: 1, in: tree), over: [[1], [2], [3]]))
    #expect(draws.histogram(of: 0) == [33] && draws.mean(of: 0) == 1 && draws.quantile(0.95, of: 0) == 1)
  }

  @Test func aLeafAloneIsItsOwnScore() throws {
    let tree = try #require(WeightedTree(parents: [-1], weights: [1]))
    let draws = try #require(
      tree.draw(WeightNoise(seed: 1, draws: 4, factor: 1, in: tree), over: [[3, .nan, 5]]))
    #expect(draws.nominalRank == [2, nil, 1] && draws.nominalScore[0] == 3)
    #expect(draws.histogram(of: 0) == [0, 4, 0] && draws.histogram(of: 1) == [0, 0, 0])
  }

  @Test func allMissing() throws {
    let tree = try #require(small)
    let nothing = [Double](repeating: .nan, count: 3)
    let draws = try #require(
      tree.draw(WeightNoise(seed: 1, draws: 7, factor: 0.5, in: tree), over: [nothing, nothing, nothing]))
    #expect(draws.nominalRank == [nil, nil, nil] && draws.nominalScore.allSatisfy(\.isNaN))
    #expect((0..<3).allSatisfy { draws.ranked($0) == 0 })
  }

  /// Whatever the weights, equal units tie, with gaps and without: 1, 1, 1, and then the fourth.
  @Test func allEqual() throws {
    let tree = try #require(small)
    let draws = try #require(
      tree.draw(
        WeightNoise(seed: 1, draws: 50, factor: 0.9, in: tree),
        over: [[0.1, 0.1, 0.1, 0], [0.1, .nan, 0.1, 0], [0.1, 0.1, .nan, 0]]))
    #expect(draws.nominalRank == [1, 1, 1, 4])
    for unit in 0..<3 { #expect(draws.histogram(of: unit) == [50, 0, 0, 0]) }
    #expect(draws.histogram(of: 3) == [0, 0, 0, 50])
  }

  /// By hand: 甲组 = (4 + 3·8) ÷ 4 = 7, root (2·7 + 1) ÷ 3 = 5; without b (2·4 + 1) ÷ 3 = 3; without 甲组 1; without c 7.
  @Test func nominalScoresByHand() throws {
    let tree = try #require(small)
    let result = try #require(
      tree.scores(over: [[4, 4, .nan, 4, .nan], [8, .nan, .nan, 8, .nan], [1, 1, 1, .nan, .nan]]))
    #expect(result.scores.dropLast() == [5, 3, 1, 7] && result.scores[4].isNaN)
    #expect(result.ranks == [2, 3, 4, 1, nil])
  }

  /// A unit that is better in every leaf is first whatever the weights; the second and third change places by them alone.
  @Test func dominanceHolds() throws {
    let tree = try #require(small)
    let draws = try #require(
      tree.draw(
        WeightNoise(seed: 11, draws: 1000, factor: 1, in: tree), over: [[9, 1, 5], [9, 1, 5], [9, 5, 1]]))
    #expect(draws.histogram(of: 0) == [1000, 0, 0])
    let second = draws.histogram(of: 1)
    #expect(second[0] == 0 && second[1] > 0 && second[2] > 0 && second[1] + second[2] == 1000)
    #expect(draws.histogram(of: 2) == [0, second[2], second[1]])
  }

  @Test func withoutNoiseEveryDrawIsNominal() throws {
    let tree = try #require(small)
    let draws = try #require(
      tree.draw(
        WeightNoise(seed: 5, draws: 20, factor: 0, in: tree), over: [[1, 2, .nan], [3, 1, 2], [2, 2, 5]]))
    for unit in 0..<3 {
      let rank = try #require(draws.nominalRank[unit])
      #expect(draws.histogram(of: unit)[rank - 1] == 20)
    }
  }

  @Test func weightsOfZeroLeaveNoValue() throws {
    let tree = try #require(WeightedTree(parents: [-1, 0, 1, 1, 0], weights: [1, 2, 0, 0, 1]))
    // 甲组 has no value, so that c alone counts; where c is missing nothing does.
    let result = try #require(tree.scores(over: [[9, 9], [9, 9], [1, .nan]]))
    #expect(result.scores[0] == 1 && result.scores[1].isNaN && result.ranks == [1, nil])
    let nothing = try #require(tree.with(weights: [1, 0, 0, 0, 0])?.scores(over: [[9], [9], [1]]))
    #expect(nothing.scores[0].isNaN)
  }

  /// Type 7 by hand: of ranks 1, 2, 3, 4 the median is 2.5 and the 5 % quantile 1 + 3·0.05 = 1.15.
  @Test func quantilesByHand() {
    let draws = RankDraws(units: 4, draws: 4, nominalScore: [], nominalRank: [], counts: [1, 1, 1, 1])
    #expect(draws.quantile(0.5, of: 0) == 2.5 && abs(draws.quantile(0.05, of: 0) - 1.15) < 1e-12)
    #expect(draws.quantile(0, of: 0) == 1 && draws.quantile(1, of: 0) == 4 && draws.mean(of: 0) == 2.5)
    #expect(draws.quantile(1.5, of: 0).isNaN && draws.quantile(.nan, of: 0).isNaN)
  }

  @Test func whatDoesNotFitIsRefused() throws {
    #expect(WeightedTree(parents: [], weights: []) == nil)
    #expect(WeightedTree(parents: [-1, 1], weights: [1, 1]) == nil)
    #expect(WeightedTree(parents: [-1, -1], weights: [1, 1]) == nil)
    for weight in [-1, .nan, .infinity, 1e200] {
      #expect(WeightedTree(parents: [-1, 0], weights: [1, weight]) == nil)
    }
    let tree = try #require(small)
    let values = [[1.0], [2.0], [3.0]]
    let noise = WeightNoise(seed: 1, draws: 3, factor: 0.5, in: tree)
    #expect(tree.draw(noise, over: Array(values.dropLast())) == nil)
    #expect(tree.draw(noise, over: [[1], [2], []]) == nil)
    #expect(tree.draw(noise, over: [[1], [2], [.infinity]]) == nil)
    for factor in [-0.1, 1.1, .nan] {
      #expect(tree.draw(WeightNoise(seed: 1, draws: 3, factor: factor, in: tree), over: values) == nil)
    }
    #expect(tree.draw(WeightNoise(seed: 1, draws: -1, factor: 0, in: tree), over: values) == nil)
    #expect(tree.draw(WeightNoise(seed: 1, draws: 3, factors: [0]), over: values) == nil)
    #expect(tree.draw(noise, over: values, threads: -4)?.histogram(of: 0) == [3])
  }
}
