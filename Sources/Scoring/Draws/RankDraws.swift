/// What became of the ranks when weights were drawn: by unit how often it had each rank, beside its rank under the nominal
/// weights. Memory grows with the square of the number of units.
package struct RankDraws: Sendable, Equatable {
  package let units: Int
  package let draws: Int
  /// Under the tree's own weights; NaN where the root has no value.
  package let nominalScore: [Double]
  /// From 1; nil without a score.
  package let nominalRank: [Int?]
  /// By unit, then rank from 1: the number of draws.
  private let counts: [UInt32]

  /// - Parameter counts: by unit, then rank from 1: in how many draws.
  package init(units: Int, draws: Int, nominalScore: [Double], nominalRank: [Int?], counts: [UInt32]) {
    self.units = units
    self.draws = draws
    self.nominalScore = nominalScore
    self.nominalRank = nominalRank
    self.counts = counts
  }

  /// In how many draws the unit had rank 1, 2, …
  package func histogram(of unit: Int) -> [Int] { counts[unit * units..<(unit + 1) * units].map(Int.init) }

  /// In how many draws the unit had a rank at all.
  package func ranked(_ unit: Int) -> Int { histogram(of: unit).reduce(0, +) }

  /// The mean of its ranks; NaN without any.
  package func mean(of unit: Int) -> Double {
    var (sum, count) = (0, 0)
    for (place, times) in histogram(of: unit).enumerated() {
      sum += (place + 1) * times
      count += times
    }
    return count == 0 ? .nan : Double(sum) / Double(count)
  }

  /// The quantile of its ranks, type 7 of Hyndman & Fan (The American Statistician 50, 1996): of n ranks in order, linear
  /// between the two about place 1 + (n − 1)p.
  /// - Parameter probability: 0…1.
  /// - Returns: NaN without any rank, or for a probability outside.
  package func quantile(_ probability: Double, of unit: Int) -> Double {
    let histogram = histogram(of: unit)
    let count = histogram.reduce(0, +)
    guard count > 0, (0...1).contains(probability) else { return .nan }
    let position = Double(count - 1) * probability
    let below = Int(position)
    let low = Self.rank(at: below, histogram)
    let high = Self.rank(at: min(below + 1, count - 1), histogram)
    return Double(low) + (position - Double(below)) * Double(high - low)
  }

  /// The rank in one place, from 0, of all in ascending order.
  private static func rank(at position: Int, _ histogram: [Int]) -> Int {
    var seen = 0
    for (place, times) in histogram.enumerated() {
      seen += times
      if seen > position { return place + 1 }
    }
    return histogram.count
  }
}
