/// Visit scores with the severity of assessors taken out: score = unit + assessor + rest, by least squares over all visits
/// of a round (two-way layout without interaction, unbalanced: Searle, Linear Models for Unbalanced Data, 1987, chapter 4).
/// Severities add up to 0 over the assessors, so that an adjusted mean is what a unit would have had from all of them. The
/// rest is the assessor × unit variance, pooled over the round: what two or three visits of one unit cannot tell alone.
package struct SeverityModel: Sendable, Equatable {
  /// What is known of one unit.
  package struct UnitMean: Sendable, Equatable {
    package let unit: Int
    package let visits: Int
    /// The plain mean of its visits.
    package let raw: Double
    package let adjusted: Double
    /// Of the adjusted mean; nil where there is nothing to pool (no degrees of freedom).
    package let standardError: Double?
  }

  /// What is known of one assessor.
  package struct Severity: Sendable, Equatable {
    package let assessor: Int
    package let visits: Int
    /// Points that this assessor gives beyond the mean of all assessors; below 0: strict.
    package let effect: Double
  }

  package enum Result: Sendable, Equatable {
    case fitted(SeverityModel)
    /// Severities of different parts cannot be compared, so nothing is adjusted.
    case disconnected([VisitPart])
    /// No visit has a score.
    case empty
  }

  /// In the order of their numbers.
  package let units: [UnitMean]
  /// In the order of their numbers.
  package let assessors: [Severity]
  /// Visits − units − assessors + 1.
  package let degreesOfFreedom: Int
  /// s², the sum of squares of the rest by its degrees of freedom; nil without any.
  package let residualVariance: Double?
  /// The covariances of the adjusted means in the order of `units`, to be multiplied by s²: for ranks, since assessors that
  /// units share make their means go together.
  package let covarianceShape: [[Double]]

  /// Solved exactly: units are eliminated from the normal equations, those of the assessors go to Cholesky. Sums are in the
  /// order of numbers, so that the order of visits changes nothing. O(visits + units²·assessors + assessors³).
  package static func fit(_ visits: [Visit]) -> Result {
    let present = visits.filter { $0.score.isFinite }.sorted {
      ($0.unit, $0.assessor, $0.score) < ($1.unit, $1.assessor, $1.score)
    }
    let parts = connectedParts(present)
    guard let whole = parts.first else { return .empty }
    guard parts.count == 1, let model = SeverityModel(present, whole) else { return .disconnected(parts) }
    return .fitted(model)
  }

  private init?(_ visits: [Visit], _ part: VisitPart) {
    let table = VisitTable(visits, part)
    guard let solution = table.severities() else { return nil }
    let means = table.unitMeans
    let adjusted = means.indices.map { unit in
      means[unit] - table.shares[unit].indices.reduce(0) { $0 + table.shares[unit][$1] * solution.effects[$1] }
    }
    var (squares, scores) = (0.0, 0.0)
    for cell in table.cells {
      let rest = cell.score - adjusted[cell.unit] - solution.effects[cell.assessor]
      squares += rest * rest
      scores += cell.score * cell.score
    }
    // What is left by rounding alone is no variance.
    if squares <= 1e-24 * scores { squares = 0 }
    let freedom = visits.count - part.units.count - part.assessors.count + 1
    let variance = freedom > 0 ? squares / Double(freedom) : nil
    let shape = table.covarianceShape(solution.covarianceShape)
    units = part.units.indices.map { index in
      UnitMean(
        unit: part.units[index], visits: Int(table.unitCounts[index]), raw: means[index], adjusted: adjusted[index],
        standardError: variance.map { ($0 * shape[index][index]).squareRoot() })
    }
    assessors = part.assessors.indices.map {
      Severity(assessor: part.assessors[$0], visits: Int(table.assessorCounts[$0]), effect: solution.effects[$0])
    }
    degreesOfFreedom = freedom
    residualVariance = variance
    covarianceShape = shape
  }
}
