import Dispatch

extension WeightedTree {
  /// Root scores and ranks of every unit under drawn weights.
  ///
  /// A pure function: the same arguments give the same bytes, whatever the number of threads, since a draw's weights
  /// depend on the seed and its number alone and only whole numbers are added up over draws. O(draws × units × leaves).
  /// - Parameters:
  ///   - columns: by leaf, in the order of `leaves`, the normalised value of each unit; NaN is missing. The values that
  ///     enter the parents, after the leaves' steps.
  ///   - threads: on how many threads, at most one for each block of draws.
  /// - Returns: nil if the columns do not fit the tree, a value is greater than 1e100, a factor is not in 0…1, or the
  ///   number of draws not in 0…2³¹ − 1.
  package func draw(_ noise: WeightNoise, over columns: [[Double]], threads: Int = 1) -> RankDraws? {
    guard columns.count == leaves.count, noise.factors.count == parents.count,
      (0...Int(Int32.max)).contains(noise.draws),
      noise.factors.allSatisfy({ (0...1).contains($0) }), let matrix = LeafMatrix(columns)
    else { return nil }
    let nominal = nominal(matrix)
    let run = DrawRun(tree: self, noise: noise)
    let chunks = max(1, min(threads, (noise.draws + DrawRun.block - 1) / DrawRun.block))
    var counts: [[UInt32]] = Array(repeating: [], count: chunks)
    if chunks == 1 {
      counts[0] = run.counts(0..<noise.draws, matrix)
    } else {
      counts.withUnsafeMutableBufferPointer { slots in
        // Each turn writes its own slot.
        nonisolated(unsafe) let slots = slots
        DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
          let draws = noise.draws * chunk / chunks..<noise.draws * (chunk + 1) / chunks
          slots[chunk] = run.counts(draws, matrix)
        }
      }
    }
    var total = counts[0]
    for part in counts.dropFirst() { for index in total.indices { total[index] &+= part[index] } }
    return RankDraws(
      units: matrix.units, draws: noise.draws, nominalScore: nominal.scores, nominalRank: nominal.ranks, counts: total)
  }

  /// Root scores and ranks (from 1) of every unit under the tree's own weights; NaN and nil where there is no value.
  /// - Returns: nil as in `draw`.
  package func scores(over columns: [[Double]]) -> (scores: [Double], ranks: [Int?])? {
    guard columns.count == leaves.count, let matrix = LeafMatrix(columns) else { return nil }
    return nominal(matrix)
  }

  private func nominal(_ matrix: borrowing LeafMatrix) -> (scores: [Double], ranks: [Int?]) {
    let weights = DrawnWeights(self, draws: 2)
    weights.takeNominal(into: 0)
    weights.takeNominal(into: 1)
    let scores = DrawScores(self, matrix, draws: 2)
    scores.compute(matrix, weights, draws: 1)
    var ranks = [Int?](repeating: nil, count: matrix.units)
    DrawRanking(units: matrix.units).rank(scores.scores.start, matrix.places) { ranks[$0] = $1 + 1 }
    return ((0..<matrix.units).map { scores.scores[Int(matrix.places[$0])] }, ranks)
  }
}

/// The work of one thread: a span of draws, block by block.
struct DrawRun: Sendable {
  /// Draws whose scores are computed together; even.
  static let block = 16
  let tree: WeightedTree
  let noise: WeightNoise

  func counts(_ draws: Range<Int>, _ matrix: borrowing LeafMatrix) -> [UInt32] {
    let factors = Scratch(noise.factors, of: 0)
    let weights = DrawnWeights(tree, draws: Self.block)
    let scores = DrawScores(tree, matrix, draws: Self.block)
    let ranking = DrawRanking(units: matrix.units)
    let units = matrix.units
    let counts = Scratch(units * units, of: UInt32(0))
    for first in stride(from: draws.lowerBound, to: draws.upperBound, by: Self.block) {
      let size = min(Self.block, draws.upperBound - first)
      for place in 0..<size { weights.draw(first + place, into: place, seed: noise.seed, factors: factors) }
      scores.compute(matrix, weights, draws: size)
      for place in 0..<size {
        ranking.rank(scores.scores.start + place * matrix.width, matrix.places) { unit, rank in
          counts[unit * units + rank] &+= 1
        }
      }
    }
    return Array(UnsafeBufferPointer(start: counts.start, count: units * units))
  }
}
