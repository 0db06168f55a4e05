/// The lower triangle L of a symmetric positive definite matrix A = L·Lᵀ (Cholesky; Golub & Van Loan, Matrix Computations,
/// 4th edition, 2013, 4.2).
struct Cholesky: Sendable {
  private let rows: [[Double]]

  /// - Parameter isSemidefinite: a pivot that is 0 but for rounding leaves its column empty, as covariances of values that
  ///   are known exactly have it.
  /// - Returns: nil if the matrix is not positive definite.
  init?(_ matrix: [[Double]], isSemidefinite: Bool = false) {
    var lower = matrix.map { row in row.map { _ in 0.0 } }
    let greatest = matrix.indices.map { abs(matrix[$0][$0]) }.max() ?? 0
    for j in matrix.indices {
      var pivot = matrix[j][j]
      for k in 0..<j { pivot -= lower[j][k] * lower[j][k] }
      guard pivot.isFinite, pivot > 1e-12 * greatest else {
        guard isSemidefinite, pivot >= -1e-9 * greatest else { return nil }
        continue
      }
      lower[j][j] = pivot.squareRoot()
      for i in matrix.indices where i > j {
        var value = matrix[i][j]
        for k in 0..<j { value -= lower[i][k] * lower[j][k] }
        lower[i][j] = value / lower[j][j]
      }
    }
    rows = lower
  }

  /// L·x.
  func times(_ x: [Double]) -> [Double] {
    rows.enumerated().map { i, row in
      var sum = 0.0
      for k in 0...i { sum += row[k] * x[k] }
      return sum
    }
  }

  /// The x with A·x = b; of a definite matrix.
  func solve(_ b: [Double]) -> [Double] {
    var x = b
    for i in rows.indices {
      for k in 0..<i { x[i] -= rows[i][k] * x[k] }
      x[i] /= rows[i][i]
    }
    for i in rows.indices.reversed() {
      for k in rows.indices where k > i { x[i] -= rows[k][i] * x[k] }
      x[i] /= rows[i][i]
    }
    return x
  }
}
