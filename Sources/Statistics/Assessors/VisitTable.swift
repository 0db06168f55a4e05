/// Visits of one connected part, with units and assessors counted from 0.
struct VisitTable {
  struct Cell {
    let unit: Int
    let assessor: Int
    let score: Double
  }

  let cells: [Cell]
  let unitCounts: [Double]
  let assessorCounts: [Double]
  let unitMeans: [Double]
  /// Of each unit the share of its visits that each assessor made.
  let shares: [[Double]]

  init(_ visits: [Visit], _ part: VisitPart) {
    let unitPlace = Dictionary(uniqueKeysWithValues: part.units.enumerated().map { ($1, $0) })
    let assessorPlace = Dictionary(uniqueKeysWithValues: part.assessors.enumerated().map { ($1, $0) })
    cells = visits.compactMap { visit in
      guard let unit = unitPlace[visit.unit], let assessor = assessorPlace[visit.assessor] else { return nil }
      return Cell(unit: unit, assessor: assessor, score: visit.score)
    }
    var sums = Array(repeating: 0.0, count: part.units.count)
    var counts = sums
    var assessorCounts = Array(repeating: 0.0, count: part.assessors.count)
    var shares = Array(repeating: assessorCounts, count: part.units.count)
    for cell in cells {
      sums[cell.unit] += cell.score
      counts[cell.unit] += 1
      assessorCounts[cell.assessor] += 1
      shares[cell.unit][cell.assessor] += 1
    }
    for unit in shares.indices { shares[unit] = shares[unit].map { $0 / counts[unit] } }
    unitMeans = zip(sums, counts).map { $0 / $1 }
    unitCounts = counts
    self.assessorCounts = assessorCounts
    self.shares = shares
  }

  /// Effects of assessors with the sum 0, and their covariances to be multiplied by the residual variance.
  func severities() -> (effects: [Double], covarianceShape: [[Double]])? {
    let count = assessorCounts.count
    if count == 1 { return ([0], [[0]]) }
    // What is left of the normal equations when the units are out: N − Σ n·share·shareᵀ, and the same of the scores.
    var matrix = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    var right = Array(repeating: 0.0, count: count)
    for a in 0..<count { matrix[a][a] = assessorCounts[a] }
    for (unit, share) in shares.enumerated() {
      for a in 0..<count where share[a] > 0 {
        for b in 0..<count { matrix[a][b] -= unitCounts[unit] * share[a] * share[b] }
      }
    }
    for cell in cells { right[cell.assessor] += cell.score - unitMeans[cell.unit] }
    // Its rows add up to 0. Adding 1 everywhere fixes the sum of the effects at 0 and leaves them as they are.
    guard let cholesky = Cholesky(matrix.map { row in row.map { $0 + 1 } }) else { return nil }
    let effects = cholesky.solve(right)
    let shape = (0..<count).map { a in
      // The inverse less 1/count² is the inverse on the effects that add up to 0.
      cholesky.solve((0..<count).map { $0 == a ? 1 : 0 }).map { $0 - 1 / Double(count * count) }
    }
    return (effects, shape)
  }

  /// 1 ÷ n on the diagonal, and what the units owe to the assessors' estimates: share · G · shareᵀ. The two do not go
  /// together, since effects are estimated within units.
  func covarianceShape(_ severities: [[Double]]) -> [[Double]] {
    let carried = shares.map { share in
      severities.indices.map { a in severities.indices.reduce(0) { $0 + share[$1] * severities[$1][a] } }
    }
    return shares.indices.map { first in
      shares.indices.map { second in
        let common = severities.indices.reduce(0.0) { $0 + carried[first][$1] * shares[second][$1] }
        return common + (first == second ? 1 / unitCounts[first] : 0)
      }
    }
  }
}
