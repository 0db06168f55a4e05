/// Agreement of k assessors who all judged the same n targets: the six intraclass correlations of Shrout & Fleiss
/// (Psychological Bulletin 86, 1979, 420–428), by name. Mean squares: between targets (BMS), within targets (WMS), between
/// assessors (JMS), residual (EMS).
package struct IntraclassCorrelations: Sendable, Equatable {
  /// A correlation with its interval. Below 0: targets differ less than chance would have it.
  package struct Estimate: Sendable, Equatable {
    package let value: Double
    package let interval: ConfidenceInterval
  }

  /// Each target by other assessors, one of them: (BMS − WMS) ÷ (BMS + (k − 1)WMS). ICC(1,1).
  package let oneWaySingle: Estimate
  /// The same, the mean of k: (BMS − WMS) ÷ BMS. ICC(1,k).
  package let oneWayMean: Estimate
  /// Assessors are drawn from many, severity counts as disagreement: (BMS − EMS) ÷ (BMS + (k − 1)EMS + k(JMS − EMS) ÷ n).
  /// ICC(2,1).
  package let randomSingle: Estimate
  /// The mean of k: (BMS − EMS) ÷ (BMS + (JMS − EMS) ÷ n). ICC(2,k).
  package let randomMean: Estimate
  /// Just these assessors, severity set aside: (BMS − EMS) ÷ (BMS + (k − 1)EMS). ICC(3,1).
  package let fixedSingle: Estimate
  /// The mean of k: (BMS − EMS) ÷ BMS, which is Cronbach's alpha. ICC(3,k).
  package let fixedMean: Estimate
  /// Targets that every assessor judged, and assessors.
  package let targets: Int
  package let assessors: Int

  /// - Parameter ratings: a row for each target, in it a value for each assessor; rows with a missing value (NaN) are left
  ///   out. O(n·k).
  /// - Returns: nil under two complete targets or two assessors, or if all targets have the same values but for chance
  ///   (BMS or EMS is 0).
  package init?(_ ratings: [[Double]], level: Double = 0.95) {
    guard let squares = MeanSquares(ratings), level > 0, level < 1 else { return nil }
    let (n, k) = (Double(squares.targets), Double(squares.assessors))
    let (between, within, judges, residual) = (squares.between, squares.within, squares.judges, squares.residual)
    guard between > 0, residual > 0 else { return nil }
    let half = (1 - level) / 2
    func limits(_ ratio: Double, _ freedom: Double) -> ConfidenceInterval {
      ConfidenceInterval(
        lower: ratio / FisherDistribution(n - 1, freedom).upperQuantile(half),
        upper: ratio * FisherDistribution(freedom, n - 1).upperQuantile(half))
    }
    func single(_ ratio: Double) -> Double { (ratio - 1) / (ratio + k - 1) }
    func average(_ ratio: Double) -> Double { 1 - 1 / ratio }
    func estimate(_ ratio: Double, _ limits: ConfidenceInterval, _ form: (Double) -> Double) -> Estimate {
      Estimate(
        value: form(ratio), interval: ConfidenceInterval(lower: form(limits.lower), upper: form(limits.upper)))
    }
    let oneWay = limits(between / within, n * (k - 1))
    oneWaySingle = estimate(between / within, oneWay, single)
    oneWayMean = estimate(between / within, oneWay, average)
    let fixed = limits(between / residual, (n - 1) * (k - 1))
    fixedSingle = estimate(between / residual, fixed, single)
    fixedMean = estimate(between / residual, fixed, average)
    let value = (between - residual) / (between + (k - 1) * residual + k * (judges - residual) / n)
    let interval = squares.randomLimits(of: value, half)
    randomSingle = Estimate(value: value, interval: interval)
    func stepped(_ value: Double) -> Double { k * value / (1 + (k - 1) * value) }
    randomMean = Estimate(
      value: (between - residual) / (between + (judges - residual) / n),
      interval: ConfidenceInterval(lower: stepped(interval.lower), upper: stepped(interval.upper)))
    (targets, assessors) = (squares.targets, squares.assessors)
  }
}

private struct MeanSquares {
  let targets: Int
  let assessors: Int
  let between: Double
  let within: Double
  let judges: Double
  let residual: Double

  init?(_ ratings: [[Double]]) {
    let width = ratings.first?.count ?? 0
    let rows = ratings.filter { $0.count == width && $0.allSatisfy(\.isFinite) }
    guard rows.count >= 2, width >= 2 else { return nil }
    let (n, k) = (Double(rows.count), Double(width))
    let means = rows.map { mean($0) }
    let severities = (0..<width).map { column in rows.reduce(0) { $0 + $1[column] } / n }
    let grand = mean(means)
    var (targetSum, judgeSum, withinSum, residualSum) = (0.0, 0.0, 0.0, 0.0)
    for (row, centre) in zip(rows, means) {
      targetSum += k * (centre - grand) * (centre - grand)
      for (value, severity) in zip(row, severities) {
        withinSum += (value - centre) * (value - centre)
        let rest = value - centre - severity + grand
        residualSum += rest * rest
      }
    }
    for severity in severities { judgeSum += n * (severity - grand) * (severity - grand) }
    (targets, assessors) = (rows.count, width)
    between = targetSum / (n - 1)
    within = withinSum / (n * (k - 1))
    judges = judgeSum / (k - 1)
    residual = residualSum / ((n - 1) * (k - 1))
  }

  /// The limits of ICC(2,1) of Shrout & Fleiss 1979, p. 424, with their v degrees of freedom after Satterthwaite.
  func randomLimits(of value: Double, _ half: Double) -> ConfidenceInterval {
    let (n, k) = (Double(targets), Double(assessors))
    let ratio = judges / residual
    let base = n * (1 + (k - 1) * value) - k * value
    let inner = k * value * ratio
    let freedom =
      (k - 1) * (n - 1) * (inner + base) * (inner + base) / ((n - 1) * inner * inner + base * base)
    let spread = k * judges + (k * n - k - n) * residual
    let above = FisherDistribution(n - 1, freedom).upperQuantile(half)
    let below = FisherDistribution(freedom, n - 1).upperQuantile(half)
    return ConfidenceInterval(
      lower: n * (between - above * residual) / (above * spread + n * between),
      upper: n * (below * between - residual) / (spread + n * below * between))
  }
}
