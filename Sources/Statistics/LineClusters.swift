/// One-dimensional k-means as CMS uses it for its star ratings (Overall Hospital Quality Star Rating, April 2021): clusters
/// of numbers on a line, started from the medians of equal bins, so that no chance is in it.
///
/// - Start: the values are cut at their quantiles 1/k … (k−1)/k (type 1, the inverse of the empirical distribution:
///   Hyndman & Fan, The American Statistician 50, 1996) into bins closed on the right. A bin's median is its first centre;
///   an empty bin, which ties can make, starts at its cut.
/// - A value belongs to the nearest centre, in a tie to the lower one. A centre moves to the mean of its values; one
///   without any stays. This goes on until nothing changes.
/// - With a strict radius a second run starts from those centres: values farther away than that are assigned but do not
///   move the centre.
package struct LineClusters: Sendable, Equatable {
  /// Ascending.
  package let centres: [Double]
  /// For every value the index of its centre; nil where the value is missing (NaN).
  package let assignment: [Int?]

  /// O(n log n) to start, O(n·k) for each round.
  /// - Parameters:
  ///   - values: NaN is missing, and infinities count as missing.
  ///   - k: at least 1.
  /// - Returns: nil without values, or for k < 1.
  package init?(of values: [Double], k: Int, strictRadius: Double? = nil) {
    // In order of size, so that sums do not depend on the order in which the values came.
    let present = values.indices.filter { values[$0].isFinite }.sorted { values[$0] < values[$1] }
    guard k >= 1, !present.isEmpty else { return nil }
    let points = present.map { values[$0] }
    var state = Rounds(centres: Self.start(points, k))
    state.run(points, radius: .infinity)
    if let strictRadius { state.run(points, radius: strictRadius) }
    let order = state.centres.indices.sorted {
      (state.centres[$0], $0) < (state.centres[$1], $1)
    }
    var place = Array(repeating: 0, count: k)
    for (new, old) in order.enumerated() { place[old] = new }
    centres = order.map { state.centres[$0] }
    var assignment: [Int?] = Array(repeating: nil, count: values.count)
    for (point, index) in present.enumerated() { assignment[index] = place[state.nearest[point]] }
    self.assignment = assignment
  }

  private static func start(_ sorted: [Double], _ k: Int) -> [Double] {
    let n = sorted.count
    // The quantile j/k of type 1 is the value of rank ⌈n·j/k⌉.
    let cuts = (1..<max(k, 2)).prefix(k - 1).map { sorted[(n * $0 + k - 1) / k - 1] }
    var bins: [[Double]] = Array(repeating: [], count: k)
    var bin = 0
    for value in sorted {
      while bin < cuts.count && value > cuts[bin] { bin += 1 }
      bins[bin].append(value)
    }
    return bins.enumerated().map { index, bin in
      bin.isEmpty ? cuts[min(index, cuts.count - 1)] : median(bin)
    }
  }

  private struct Rounds {
    var centres: [Double]
    var nearest: [Int] = []

    /// Rounds always end, since each lowers the sum of squares (cut off at the radius); the limit guards against sums
    /// that differ by rounding only.
    mutating func run(_ points: [Double], radius: Double) {
      var before: [Int]?
      for _ in 0..<10_000 {
        nearest = points.map(nearestCentre)
        // A point beyond the radius counts for its cluster and not for its centre.
        let movers = zip(points, nearest).map { abs($0 - centres[$1]) <= radius ? $1 : ~$1 }
        if movers == before { return }
        before = movers
        var sums = Array(repeating: 0.0, count: centres.count)
        var counts = Array(repeating: 0, count: centres.count)
        for (point, mover) in zip(points, movers) where mover >= 0 {
          sums[mover] += point
          counts[mover] += 1
        }
        for centre in centres.indices where counts[centre] > 0 {
          centres[centre] = sums[centre] / Double(counts[centre])
        }
      }
    }

    private func nearestCentre(_ point: Double) -> Int {
      var best = 0
      for centre in centres.indices.dropFirst() {
        let (distance, least) = (abs(point - centres[centre]), abs(point - centres[best]))
        if distance < least || (distance == least && centres[centre] < centres[best]) { best = centre }
      }
      return best
    }
  }
}
