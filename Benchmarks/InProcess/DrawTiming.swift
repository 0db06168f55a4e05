import Scoring

/// 10,000 draws of weights on a tree of four levels, 120 units × 40 indicators without gaps: ranks and their histograms.
struct DrawTiming {
  private let tree: WeightedTree
  private let columns: [[Double]]
  private let noise: WeightNoise

  init?() {
    var parents = [-1]
    var weights = [1.0]
    func add(under parent: Int, _ weight: Int) -> Int {
      parents.append(parent)
      weights.append(Double(weight))
      return parents.count - 1
    }
    for dimension in 0..<4 {
      let top = add(under: 0, 1 + dimension)
      for group in 2 * dimension..<2 * dimension + 2 {
        let middle = add(under: top, 1 + group % 3)
        for leaf in 5 * group..<5 * group + 5 { _ = add(under: middle, 1 + leaf % 4) }
      }
    }
    guard let tree = WeightedTree(parents: parents, weights: weights) else { return nil }
    self.tree = tree
    columns = (0..<40).map { leaf in
      (0..<120).map { unit in
        let number = (unit * 7919 + leaf * 104_729) % 10_007
        return Double(number) / 100.07
      }
    }
    noise = WeightNoise(seed: 2026, draws: 10_000, factor: 0.25, in: tree)
  }

  func seconds(threads: Int) -> Double { warmMedian(of: 9) { _ = tree.draw(noise, over: columns, threads: threads) } }

  /// Tells whether both sides do the same; their random numbers differ.
  var meanRankOfFirst: Double { tree.draw(noise, over: columns)?.mean(of: 0) ?? .nan }
}
