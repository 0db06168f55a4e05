extension ControlChart {
  /// The chart of individual values and moving ranges (XmR): x̄ ± 3·mR̄ ÷ 1.128 (Montgomery, Introduction to Statistical
  /// Quality Control, 7th edition, 2013, 6.4). For measured values; rates whose n changes take `shares`.
  /// - Parameters:
  ///   - values: one a month; NaN is missing.
  ///   - baseline: the points that limits come from, if not all: a new stretch is chosen by hand and with a reason.
  /// - Returns: nil under 12 points, or if no two neighbours are there.
  package static func individuals(_ values: [Double], baseline: Range<Int>? = nil) -> ControlChart? {
    guard let base = base(values, baseline), let range = meanMovingRange(base) else { return nil }
    let centre = mean(base)
    let reach = 3 * range / unbiasing
    return ControlChart(
      values: values, centre: centre, lower: values.map { $0.isNaN ? .nan : centre - reach },
      upper: values.map { $0.isNaN ? .nan : centre + reach }, meanRange: range)
  }

  /// d₂ of two values, the mean range of normal values in standard deviations, as printed in every table.
  static let unbiasing = 1.128
}
