/// How sure estimates of several units are, for rankings.
package struct Uncertainty: Sendable, Equatable {
  /// Standard errors and, where estimates go together, the triangle that makes them do so.
  private enum Shape: Sendable, Equatable {
    case independent([Double])
    case joint([[Double]])
  }

  private let shape: Shape
  /// Of a variance that all errors share, such as the pooled one of assessors; nil where each is as good as known.
  package let degreesOfFreedom: Double?

  /// Units that were asked separately.
  /// - Parameter errors: standard errors; NaN: not known, so that the unit cannot be told from any other.
  package init(errors: [Double], degreesOfFreedom: Double? = nil) {
    shape = .independent(errors)
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// Units whose estimates go together, such as means adjusted for the same assessors.
  package init(covariances: [[Double]], degreesOfFreedom: Double? = nil) {
    shape = .joint(covariances)
    self.degreesOfFreedom = degreesOfFreedom
  }

  package var count: Int {
    switch shape {
    case .independent(let errors): errors.count
    case .joint(let covariances): covariances.count
    }
  }

  /// The variance of an estimate is known.
  func isKnown(_ unit: Int) -> Bool {
    switch shape {
    case .independent(let errors): errors[unit].isFinite && errors[unit] >= 0
    case .joint(let covariances):
      covariances[unit].count == covariances.count && covariances[unit][unit].isFinite && covariances[unit][unit] >= 0
    }
  }

  /// The standard error of the difference of two units.
  func error(_ first: Int, _ second: Int) -> Double {
    switch shape {
    case .independent(let errors):
      return (errors[first] * errors[first] + errors[second] * errors[second]).squareRoot()
    case .joint(let covariances):
      let variance =
        covariances[first][first] + covariances[second][second] - 2 * covariances[first][second]
      // Two that always go together differ by rounding only.
      return variance <= 1e-12 * (covariances[first][first] + covariances[second][second]) ? 0 : variance.squareRoot()
    }
  }

  /// Draws of errors around 0: normal, with degrees of freedom t by a common divisor. Each draw depends on the seed and its
  /// number alone, so that they can be made in any order and on any number of threads.
  /// - Parameter units: those whose errors are known.
  /// - Returns: nil if the covariances are none, or the degrees of freedom not over 0.
  func draws(_ count: Int, of units: [Int], seed: UInt64) -> [[Double]]? {
    if let degreesOfFreedom, !(degreesOfFreedom > 0) { return nil }
    let triangle: Cholesky?
    switch shape {
    case .independent: triangle = nil
    case .joint(let covariances):
      guard let found = Cholesky(units.map { row in units.map { covariances[row][$0] } }, isSemidefinite: true) else {
        return nil
      }
      triangle = found
    }
    let divisor = degreesOfFreedom.map { ChiSquareDistribution(degreesOfFreedom: $0) }
    return (0..<count).map { item in
      var generator = SplitMix64(seed: seed, item: item)
      var draw = units.map { _ in generator.normal() }
      if let triangle {
        draw = triangle.times(draw)
      } else if case .independent(let errors) = shape {
        for (place, unit) in units.enumerated() { draw[place] *= errors[unit] }
      }
      if let divisor {
        let scale = (divisor.quantile(generator.unit() + 0x1p-54) / divisor.degreesOfFreedom).squareRoot()
        for place in draw.indices { draw[place] /= scale }
      }
      return draw
    }
  }
}
