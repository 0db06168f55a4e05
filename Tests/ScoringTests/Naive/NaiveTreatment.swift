import Foundation
import Schemes

/// `treat`, from its definition beside the ASEM reference: winsorise until skewness or kurtosis passes or enough points
/// are moved, then take logarithms of what still fails.
struct NaiveTreatment {
  let treatment: Step.Treatment

  /// The value of a unit, in or out of the population. Reading: who is outside is cut where the population is cut, and
  /// shifted by the population's least and greatest value; a logarithm that does not exist is missing.
  func treated(_ x: Double, among population: [Double]) -> Double? {
    // Reading: under four values kurtosis is not defined, and the column stays as it is; so does one of two values.
    guard population.count >= 4, Set(population).count > 2 else { return x }
    let (low, high) = limits(population)
    func cut(_ v: Double) -> Double { min(max(v, low), high) }
    let winsorised = population.map(cut)
    if passes(winsorised) || treatment.then == .none { return cut(x) }
    return treatment.isCombined ? logarithm(cut(x), winsorised) : logarithm(x, population)
  }

  /// |skewness| or kurtosis under its limit; both strict.
  private func passes(_ column: [Double]) -> Bool {
    guard let shape = Self.shape(column) else { return true }
    return abs(shape.skew) < treatment.skew || shape.kurtosis < treatment.kurtosis
  }

  /// Where winsorising cuts: ±∞ on an end that is not moved. The count of an end is of the points that now stand there,
  /// the one that was there included.
  private func limits(_ population: [Double]) -> (Double, Double) {
    var column = population
    var (low, high) = (-Double.infinity, Double.infinity)
    while !passes(column), let shape = Self.shape(column) {
      let moved =
        (high < .infinity ? column.filter { $0 == high }.count : 0)
        + (low > -.infinity ? column.filter { $0 == low }.count : 0)
      let distinct = Set(column).sorted()
      // Reading: what would leave one distinct value does not happen.
      if moved >= treatment.winmax || distinct.count <= 2 { break }
      if shape.skew >= 0 { high = distinct[distinct.count - 2] } else { low = distinct[1] }
      column = column.map { min(max($0, low), high) }
    }
    return (low, high)
  }

  private func logarithm(_ x: Double, _ column: [Double]) -> Double? {
    guard let low = column.min(), let high = column.max(), let shape = Self.shape(column) else { return x }
    let argument: Double
    var sign = 1.0
    switch treatment.then {
    case .none: return x
    case .logCT: argument = x - low + 0.01 * (high - low)
    case .logCTOriginal: argument = x - low + 1
    case .logCTPlus:
      if shape.skew < 0 { sign = -1 }
      argument = (shape.skew < 0 ? high - x : x - low) + 0.01 * (high - low)
    }
    return argument > 0 ? sign * log(argument) : nil
  }

  /// Skewness of type 2 and excess kurtosis; nil of a constant column or under four values.
  static func shape(_ column: [Double]) -> (skew: Double, kurtosis: Double)? {
    guard column.count >= 4, !naiveIsConstant(column) else { return nil }
    let n = Double(column.count)
    let mean = naiveMean(column)
    func power(_ k: Int) -> Double { column.map { pow($0 - mean, Double(k)) }.reduce(0, +) }
    let (m2, m3, m4) = (power(2), power(3), power(4))
    let skew = n.squareRoot() * m3 / pow(m2, 1.5) * (n * (n - 1)).squareRoot() / (n - 2)
    let ratio = n * m4 / (m2 * m2)
    return (skew, ((n + 1) * (ratio - 3) + 6) * (n - 1) / ((n - 2) * (n - 3)))
  }
}
