import Dispatch
import Schemes
import Scoring
import Statistics

/// The draws that share their choices, and differ in weights alone.
struct DrawSeries: Sendable {
  let scheme: Scheme
  let input: ScoringInput
  let question: RobustnessQuestion
  let draws: [Int]

  /// Of several: side by side where there are enough of them, else each with all threads.
  static func counts(of series: [DrawSeries], threads: Int) -> [DrawCounts] {
    guard threads > 1, series.count >= threads else { return series.map { $0.counts(threads: threads) } }
    var counts = Array(repeating: DrawCounts(units: 0), count: series.count)
    counts.withUnsafeMutableBufferPointer { slots in
      // Each turn writes its own slot.
      nonisolated(unsafe) let slots = slots
      DispatchQueue.concurrentPerform(iterations: series.count) { slots[$0] = series[$0].counts(threads: 1) }
    }
    return counts
  }

  func counts(threads: Int) -> DrawCounts {
    let sheet = score(scheme, input)
    if question.weights == 0 {
      // Nothing is left to chance: one result stands for all.
      var counts = DrawCounts(units: sheet.units.count)
      for _ in draws { counts.add(sheet.standing) }
      return counts
    }
    guard let plain = PlainTree(scheme, sheet) else {
      return inParts(threads) { counts, draw in
        let drawn = scheme.multiplyingWeights(question.factors(ofDraw: draw, in: scheme))
        counts.add(score(drawn, input).standing)
      }
    }
    // All draws, from the first: they can be taken in blocks.
    if draws.count == question.draws, let (tree, columns) = plain.weighted,
      let drawn = tree.draw(
        WeightNoise(seed: question.seed, draws: draws.count, factor: question.weights, in: tree), over: columns,
        threads: threads)
    {
      var counts = DrawCounts(units: plain.units)
      counts.add(drawn)
      return counts
    }
    let nodes = scheme.allNodes.count
    return inParts(threads) { counts, draw in
      var generator = SplitMix64(seed: question.seed, item: draw)
      var factors = [Double](repeating: 1, count: nodes)
      for node in 1..<nodes { factors[node] = 1 + question.weights * (2 * generator.unit() - 1) }
      counts.add(ranks: ranks(of: plain.scores(factors)))
    }
  }

  /// The draws in as many parts as there are threads.
  private func inParts(_ threads: Int, _ work: @escaping (inout DrawCounts, Int) -> Void) -> DrawCounts {
    let units = input.units.count
    let parts = max(1, min(threads, draws.count))
    var counts = Array(repeating: DrawCounts(units: units), count: parts)
    counts.withUnsafeMutableBufferPointer { slots in
      // Each turn writes its own slot, and reads what nobody writes.
      nonisolated(unsafe) let slots = slots
      nonisolated(unsafe) let work = work
      let draws = draws
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        for draw in draws[draws.count * part / parts..<draws.count * (part + 1) / parts] { work(&slots[part], draw) }
      }
    }
    return counts.dropFirst().reduce(into: counts[0]) { $0.add($1) }
  }
}
