import Foundation

/// When a column passes for free of outliers, and what is done until it does (OECD & JRC, Handbook on Constructing
/// Composite Indicators, 2008; the procedure is that of the R package COINr 1.1).
package struct OutlierRule: Sendable, Equatable {
  package enum Transform: Sendable, Equatable {
    /// ln(x − min + 0.01·(max − min)).
    case log
    /// ln(x − min + 1).
    case logOfOne
    /// As `log`; for negative skewness −ln(max + 0.01·(max − min) − x).
    case logEitherSide
  }
  /// A column passes if |skewness| is below `skewness` or the excess kurtosis below `kurtosis`, both strictly.
  package let skewness: Double
  package let kurtosis: Double
  /// Points to winsorise at most.
  package let points: Int
  /// What acts on a column that winsorising did not mend; nil: nothing.
  package let transform: Transform?
  /// It then acts on the winsorised column instead of the original.
  package let isCombined: Bool
  /// `points` are winsorised whether or not the column passes; what acts after them still asks whether it does.
  package let isForced: Bool

  package init(
    skewness: Double, kurtosis: Double, points: Int, transform: Transform?, isCombined: Bool, isForced: Bool = false
  ) {
    self.skewness = skewness
    self.kurtosis = kurtosis
    self.points = points
    self.transform = transform
    self.isCombined = isCombined
    self.isForced = isForced
  }

  /// Both limits are written numbers, and compared on snapped values. A column without a shape passes.
  package func passes(_ shape: Shape?) -> Bool {
    guard let shape else { return true }
    return snapped(abs(shape.skewness)) < snapped(skewness) || snapped(shape.kurtosis) < snapped(kurtosis)
  }
}

/// What became of a column under an `OutlierRule`, and how any value is treated with it.
package struct OutlierTreatment: Sendable {
  /// nil under four values, or if all are equal.
  package let before: Shape?
  /// The bounds to which points were moved; nil: no point was moved at that end.
  package private(set) var lowCap: Double?
  package private(set) var highCap: Double?
  /// nil: no point was moved.
  package private(set) var winsorised: Shape?
  /// What acted after the winsorising; nil: nothing had to.
  package private(set) var transform: OutlierRule.Transform?
  /// `logEitherSide` took the logarithm of the distance from the upper end.
  package private(set) var isMirrored = false
  package private(set) var transformed: Shape?
  private var actsOnWinsorised = false
  private var low = 0.0
  private var high = 0.0

  /// Winsorises one end at a time: with a skewness ≥ 0 all points at the maximum take the next lower distinct value, else
  /// those at the minimum the next higher. It stops when the column passes, when only two distinct values are left, or
  /// when as many points as the rule allows lie at the moved ends, counting those that lay there before.
  /// A column of two distinct values stays as it is.
  /// - Parameter values: the population; NaN is missing. O(n log n).
  package init(of values: [Double], _ rule: OutlierRule) {
    let original = values.filter { !$0.isNaN }
    let ends = Ends(original)
    before = Shape(of: original)
    guard rule.isForced || !rule.passes(before), let shape = before, ends.distinct.count > 2 else { return }
    let moved = ends.winsorised(original, shape, rule)
    let last = ends.distinct.count - 1
    if moved.low > 0 { lowCap = ends.distinct[moved.low] }
    if moved.high > 0 { highCap = ends.distinct[last - moved.high] }
    if lowCap != nil || highCap != nil { winsorised = moved.shape }
    guard !rule.passes(moved.shape), rule.transform != nil else { return }
    transform = rule.transform
    actsOnWinsorised = rule.isCombined
    low = (actsOnWinsorised ? lowCap : nil) ?? ends.distinct[0]
    high = (actsOnWinsorised ? highCap : nil) ?? ends.distinct[last]
    let acting = actsOnWinsorised ? moved.shape : shape
    isMirrored = transform == .logEitherSide && (acting?.skewness ?? 0) < 0
    transformed = Shape(of: original.map(value))
  }

  /// The treated value, also of a point outside the population; NaN where the logarithm has none.
  package func value(_ x: Double) -> Double {
    transform.map { logarithm($0, actsOnWinsorised ? capped(x) : x) } ?? capped(x)
  }

  /// Whether the point lay beyond a moved end: −1 below the low one, 1 above the high one, 0 neither.
  package func side(_ x: Double) -> Int {
    if let lowCap, x < lowCap { return -1 }
    if let highCap, x > highCap { return 1 }
    return 0
  }

  private func capped(_ x: Double) -> Double {
    if let lowCap, x < lowCap { return lowCap }
    if let highCap, x > highCap { return highCap }
    return x
  }

  private func logarithm(_ transform: OutlierRule.Transform, _ x: Double) -> Double {
    let margin = 0.01 * (high - low)
    let argument = transform == .logOfOne ? x - low + 1 : isMirrored ? high + margin - x : x - low + margin
    guard argument > 0 else { return .nan }
    return isMirrored ? -log(argument) : log(argument)
  }
}

/// The distinct values of a column in ascending order, and how often each is there.
private struct Ends {
  let distinct: [Double]
  private let counts: [Int]

  init(_ values: [Double]) {
    var distinct: [Double] = []
    var counts: [Int] = []
    for value in values.sorted() {
      if distinct.last == value {
        counts[counts.count - 1] += 1
      } else {
        distinct.append(value)
        counts.append(1)
      }
    }
    self.distinct = distinct
    self.counts = counts
  }

  /// How many distinct values each end was moved by, and the column then.
  func winsorised(
    _ original: [Double], _ shape: Shape, _ rule: OutlierRule
  ) -> (low: Int, high: Int, column: [Double], shape: Shape?) {
    var (low, high) = (0, 0)
    var column = original
    var found: Shape? = shape
    while let current = found, rule.isForced || !rule.passes(current), points(low, high) < rule.points,
      distinct.count - low - high > 2
    {
      if current.skewness >= 0 { high += 1 } else { low += 1 }
      let (least, greatest) = (distinct[low], distinct[distinct.count - 1 - high])
      for index in column.indices { column[index] = min(max(original[index], least), greatest) }
      found = Shape(of: column)
    }
    return (low, high, column, found)
  }

  /// The points at each moved end, those that lay there before included.
  private func points(_ low: Int, _ high: Int) -> Int {
    (low > 0 ? counts.prefix(low + 1).reduce(0, +) : 0) + (high > 0 ? counts.suffix(high + 1).reduce(0, +) : 0)
  }
}
