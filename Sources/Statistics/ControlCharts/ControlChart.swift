/// A monthly series with limits between which nothing but chance has to be at work (Shewhart 1931). A signal asks for a
/// look, it proves nothing. Half-years never get one.
package struct ControlChart: Sendable, Equatable {
  package enum Signal: Sendable, Equatable {
    /// Outside of the limits.
    case beyond(Int)
    /// Eight points or more in a row on one side of the centre line (Western Electric, Statistical Quality Control Handbook,
    /// 1956); told from 20 points on.
    case run(ClosedRange<Int>)
  }

  package let values: [Double]
  package let centre: Double
  /// One for each point; NaN where it is missing.
  package let lower: [Double]
  package let upper: [Double]
  package let signals: [Signal]
  /// Of XmR charts the mean moving range and its upper limit, D₄ = 3.267 times as much.
  package let meanRange: Double?
  package let rangeLimit: Double?

  /// Fewer points have no limits.
  package static let fewestPoints = 12
  /// Fewer have the rule of limits only.
  package static let fewestForRuns = 20
  package static let runLength = 8

  init(
    values: [Double], centre: Double, lower: [Double], upper: [Double], meanRange: Double? = nil
  ) {
    (self.values, self.centre, self.lower, self.upper) = (values, centre, lower, upper)
    self.meanRange = meanRange
    rangeLimit = meanRange.map { 3.267 * $0 }
    let beyond = values.indices.filter { index in
      // Snapped away from rounding: a point that is its own limit is inside.
      let tolerance = 1e-12 * max(1, abs(values[index]))
      return values[index] > upper[index] + tolerance || values[index] < lower[index] - tolerance
    }
    signals = beyond.map(Signal.beyond) + Self.runs(values, centre).map(Signal.run)
  }

  /// A missing point is no signal and ends a run; so does one on the centre line.
  private static func runs(_ values: [Double], _ centre: Double) -> [ClosedRange<Int>] {
    guard values.lazy.filter({ !$0.isNaN }).count >= fewestForRuns else { return [] }
    var runs: [ClosedRange<Int>] = []
    var (start, side) = (0, 0)
    func close(_ end: Int) {
      if side != 0, end - start >= runLength { runs.append(start...(end - 1)) }
    }
    for (index, value) in values.enumerated() {
      let here = abs(value - centre) <= 1e-12 * max(1, abs(centre)) ? 0 : value > centre ? 1 : value < centre ? -1 : 0
      if here != side {
        close(index)
        (start, side) = (index, here)
      }
    }
    close(values.count)
    return runs
  }

  /// The mean of |x − the one before|, over neighbours that are both there; nil without any.
  static func meanMovingRange(_ values: [Double]) -> Double? {
    let ranges = zip(values, values.dropFirst()).map { abs($1 - $0) }.filter { !$0.isNaN }
    return ranges.isEmpty ? nil : Statistics.mean(ranges)
  }

  /// The points that limits are computed from: all, or a stretch that somebody chose.
  /// - Returns: nil with fewer than 12 points in it.
  static func base(_ values: [Double], _ baseline: Range<Int>?) -> [Double]? {
    if let baseline, baseline.lowerBound < 0 || baseline.upperBound > values.count { return nil }
    let base = baseline.map { Array(values[$0]) } ?? values
    return base.lazy.filter { !$0.isNaN }.count >= fewestPoints ? base : nil
  }
}
