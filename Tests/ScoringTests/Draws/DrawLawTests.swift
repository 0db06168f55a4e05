import Schemes
import Statistics
import Testing

@testable import Scoring

/// What holds for every tree, matrix and seed: the blocks, masks, buckets and threads of the draws against plain recursion
/// and the ranks of `Statistics`.
@Suite struct DrawLawTests {
  @Test(arguments: 0..<60)
  func drawsAgreeWithPlainRecursion(number: Int) throws {
    var random = SplitMix64(seed: UInt64(number))
    let (tree, columns) = try randomCase(&random)
    let noise = WeightNoise(
      seed: random.next(), draws: random.integer(1, 40),
      factors: tree.parents.map { _ in Double(random.integer(0, 10)) / 10 })
    let drawn = try #require(tree.draw(noise, over: columns))
    let units = columns[0].count
    var counts = Array(repeating: Array(repeating: 0, count: units), count: units)
    for draw in 0..<noise.draws {
      let weights = noise.weights(of: draw, tree)
      for node in tree.parents.indices.dropFirst() {
        #expect(abs(weights[node] - tree.weights[node]) <= noise.factors[node] * tree.weights[node] + 1e-12)
      }
      let scores = (0..<units).map { plain(0, $0, tree, weights, columns) }
      for (unit, rank) in ranks(of: scores).enumerated() { if let rank { counts[unit][rank - 1] += 1 } }
    }
    #expect((0..<units).map(drawn.histogram) == counts)
    let nominal = (0..<units).map { plain(0, $0, tree, tree.weights, columns) }
    #expect(drawn.nominalRank == ranks(of: nominal))
    for (score, expected) in zip(drawn.nominalScore, nominal) {
      #expect(score.isNaN == expected.isNaN && !(abs(score - expected) > 1e-12 * max(1, abs(expected))))
    }
  }

  @Test(arguments: [1, 15, 16, 17, 100, 1000])
  func threadsChangeNothing(draws: Int) throws {
    var random = SplitMix64(seed: 99)
    let (tree, columns) = try randomCase(&random)
    let noise = WeightNoise(seed: 8, draws: draws, factor: 0.4, in: tree)
    let one = try #require(tree.draw(noise, over: columns, threads: 1))
    for threads in [2, 3, 64] { #expect(tree.draw(noise, over: columns, threads: threads) == one) }
    if draws == 1000 {
      let other = WeightNoise(seed: 9, draws: draws, factor: 0.4, in: tree)
      #expect(tree.draw(other, over: columns) != one)
    }
  }

  /// Scores that huddle together, with one far away, leave the buckets of no use.
  @Test func ranksHoldWhereBucketsFail() {
    var random = SplitMix64(seed: 4)
    for unitsAround in [40, 300] {
      var scores = (0..<unitsAround).map { _ in 1 + Double(random.integer(0, 400)) * 1e-9 }
      scores += [1e9, -1e9, .nan, 1, 1]
      let places = Scratch(scores.indices.map { Int32($0) }, of: 0)
      var found = [Int?](repeating: nil, count: scores.count)
      DrawRanking(units: scores.count).rank(scores, places) { found[$0] = $1 + 1 }
      #expect(found == ranks(of: scores))
    }
  }

  /// K2: equal up to 1e-12 of the previous score in order, however many follow each other.
  @Test func tiesHaveTheTolerance() {
    let scores = [5, 5 + 4e-12, 5 + 8e-12, 5 + 2e-11, 0.5, 0.5 - 9e-13, 0.5 - 3e-12]
    let places = Scratch(scores.indices.map { Int32($0) }, of: 0)
    var found = [Int?](repeating: nil, count: scores.count)
    DrawRanking(units: scores.count).rank(scores, places) { found[$0] = $1 + 1 }
    #expect(found == [2, 2, 2, 1, 5, 5, 7] && found == ranks(of: scores))
  }

  /// Under nominal weights the draws are the engine: to the bit where values are missing, to rounding elsewhere.
  @Test func nominalIsTheEngine() throws {
    let scheme = ScoringTests.scheme(
      parent(
        "根", .none, .mean,
        [
          parent("甲", .weight(2), .mean, [leaf("a", .weight(1)), leaf("b", .weight(3), times(0.5))]),
          parent("乙", .weight(0.7), .mean, [leaf("c", .weight(1.3)), leaf("d", .weight(0.1))]),
        ]))
    var random = SplitMix64(seed: 21)
    var measures: [String: MeasureColumn] = [:]
    for id in ["a", "b", "c", "d"] {
      measures[id] = column((0..<50).map { _ in random.chance(20) ? nil : Double(random.integer(0, 999)) / 7 })
    }
    let sheet = score(scheme, input(measures))
    let (tree, nodes) = try #require(WeightedTree.under("根", of: scheme))
    #expect(nodes == ["根", "甲", "a", "b", "乙", "c", "d"] && tree.weights == [1, 2, 1, 3, 0.7, 1.3, 0.1])
    let columns = try tree.leaves.map { try #require(sheet.node(nodes[$0])).value }
    let result = try #require(tree.scores(over: columns))
    let engine = try #require(sheet.node("根")).value
    for unit in engine.indices {
      let isWhole = columns.allSatisfy { !$0[unit].isNaN }
      #expect(
        isWhole
          ? abs(result.scores[unit] - engine[unit]) < 1e-12
          : result.scores[unit].bitPattern == engine[unit].bitPattern || engine[unit].isNaN)
    }
  }

  @Test func onlyPlainMeansAreTrees() {
    let leaves = [leaf("a", .weight(1)), leaf("b", .weight(3))]
    let plain = parent("根", .none, .mean, leaves)
    #expect(WeightedTree.under("根", of: scheme(plain)) != nil && WeightedTree.under("无", of: scheme(plain)) == nil)
    let others: [Node] = [
      parent("根", .none, .geometric, leaves), plain.with { $0.steps = [zScore()] },
      plain.with { $0.coverage = Node.CoverageRule(atLeast: 0.5, basis: .children) },
      parent("根", .none, .mean, [leaf("a", .weightByN(of: "a")), leaf("b", .weightByN(of: "b"))]),
      parent("根", .none, .mean, [leaf("a", .weight(1)).with { $0.missing = .propagate }, leaf("b", .weight(1))]),
      parent("根", .points(100), .sum, [leaf("a", .points(60)), leaf("b", .points(40))]),
    ]
    for root in others { #expect(WeightedTree.under("根", of: scheme(root)) == nil) }
  }

  /// R4, as it is written.
  private func plain(
    _ node: Int, _ unit: Int, _ tree: WeightedTree, _ weights: [Double], _ columns: [[Double]]
  ) -> Double {
    if let leaf = tree.leaves.firstIndex(of: node) { return columns[leaf][unit] }
    var (total, acting) = (0.0, 0.0)
    for child in tree.parents.indices where tree.parents[child] == node {
      let value = plain(child, unit, tree, weights, columns)
      if value.isNaN { continue }
      total += weights[child] * value
      acting += weights[child]
    }
    return acting > 0 ? total / acting : .nan
  }

  /// Up to 25 nodes and 40 units; gaps, equal values and weights of 0 happen.
  private func randomCase(_ random: inout SplitMix64) throws -> (tree: WeightedTree, columns: [[Double]]) {
    var parents = [-1]
    for node in 1..<random.integer(2, 25) { parents.append(random.integer(max(0, node - 6), node - 1)) }
    let weights = parents.map { _ in random.chance(8) ? 0 : Double(random.integer(1, 40)) / 10 }
    let tree = try #require(WeightedTree(parents: parents, weights: weights))
    let units = random.integer(1, 40)
    let gaps = random.pick([0, 0, 5, 60])
    let columns = tree.leaves.map { _ in
      (0..<units).map { _ in random.chance(gaps) ? Double.nan : Double(random.integer(-20, 100)) }
    }
    return (tree, columns)
  }
}
