extension ControlChart {
  /// The chart of shares whose n changes: p̄ ± 3·√(p̄q̄ ÷ n), from 0 to 1 (p chart: Montgomery 2013, 7.2).
  ///
  /// With `isAdjusted` Laney's p′ (Quality Engineering 14, 2002), for months that differ by more, or less, than chance in
  /// counting explains: reach times σ_z = mR̄ ÷ 1.128 of the z-values (p − p̄) ÷ √(p̄q̄ ÷ n).
  /// - Parameters:
  ///   - shares: one a month; without answers (n = 0) or with NaN it is missing.
  ///   - baseline: as of `individuals`.
  /// - Returns: nil under 12 points, if counts make no share, or, adjusted, if no two neighbours are there.
  package static func shares(_ shares: [Share], isAdjusted: Bool, baseline: Range<Int>? = nil) -> ControlChart? {
    let values = shares.map { $0.count > 0 ? $0.value : .nan }
    guard values.allSatisfy({ $0.isNaN || (0...1).contains($0) }), base(values, baseline) != nil else { return nil }
    let chosen = baseline ?? 0..<shares.count
    let counted = chosen.filter { !values[$0].isNaN }
    let total = counted.reduce(0) { $0 + shares[$1].count }
    let centre = counted.reduce(0) { $0 + shares[$1].successes } / total
    let errors = zip(values, shares).map { value, share in
      value.isNaN ? .nan : (centre * (1 - centre) / share.count).squareRoot()
    }
    var scale = 1.0
    // All shares 0, or all 1: limits are the centre line, adjusted or not.
    if isAdjusted, centre > 0, centre < 1 {
      guard let range = meanMovingRange(chosen.map { (values[$0] - centre) / errors[$0] }) else { return nil }
      scale = range / unbiasing
    }
    return ControlChart(
      values: values, centre: centre, lower: errors.map { $0.isNaN ? .nan : max(0, centre - 3 * scale * $0) },
      upper: errors.map { $0.isNaN ? .nan : min(1, centre + 3 * scale * $0) })
  }
}
