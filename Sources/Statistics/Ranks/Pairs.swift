/// All pairs of units, and which of them are told apart.
struct Pairs {
  /// Two units with their difference in standard errors, first − second.
  struct Pair {
    let first: Int
    let second: Int
    let inverseError: Double
    let distance: Double
    /// 0: both directions are open; ±1: this direction of the difference was told, the other one stays in the comparison.
    var told = 0
  }

  private(set) var better: [[Bool]]
  private(set) var undecided: [Pair] = []
  private(set) var criticalValue = Double.infinity

  /// Pairs without any error are decided as they are, with the tolerance of ties.
  init(_ estimates: [Double], error: (Int, Int) -> Double) {
    better = Array(repeating: Array(repeating: false, count: estimates.count), count: estimates.count)
    for first in estimates.indices {
      for second in 0..<first {
        let difference = estimates[first] - estimates[second]
        let error = error(first, second)
        // Unknown: told neither way.
        guard !error.isNaN else { continue }
        if error > 0 {
          undecided.append(
            Pair(first: first, second: second, inverseError: 1 / error, distance: difference / error))
        } else if abs(difference) > 1e-12 * max(1, abs(estimates[first])) {
          better[difference > 0 ? first : second][difference > 0 ? second : first] = true
        }
      }
    }
  }

  /// Steps down until nothing more is told. Every ordered pair (“first is not better than second”) is one hypothesis: of a
  /// pair that was told one way the other way stays, since it is the true one.
  mutating func decide(_ draws: [[Double]], _ level: Double) {
    var isDone = false
    while !isDone {
      isDone = true
      criticalValue = critical(draws, level)
      for index in undecided.indices where undecided[index].told == 0 {
        let pair = undecided[index]
        guard abs(pair.distance) > criticalValue else { continue }
        isDone = false
        undecided[index].told = pair.distance > 0 ? 1 : -1
        let (winner, loser) = pair.distance > 0 ? (pair.first, pair.second) : (pair.second, pair.first)
        better[winner][loser] = true
      }
    }
  }

  /// The ⌈level·(draws + 1)⌉-th of the greatest distances that chance makes; infinite if there are too few draws.
  private func critical(_ draws: [[Double]], _ level: Double) -> Double {
    let place = Int((level * Double(draws.count + 1)).rounded(.up))
    guard place <= draws.count else { return .infinity }
    let open = OpenDirections(undecided, units: better.count)
    return draws.map(open.greatest).sorted()[place - 1]
  }
}

/// The inverse errors of all ordered pairs that are still compared, 0 for the others: rows of eight units at a time, since
/// this is where the time goes.
private struct OpenDirections {
  private let rows: [[SIMD8<Double>]]

  init(_ pairs: [Pairs.Pair], units: Int) {
    var rows = Array(repeating: Array(repeating: SIMD8<Double>.zero, count: (units + 7) / 8), count: units)
    for pair in pairs {
      if pair.told != 1 { rows[pair.first][pair.second / 8][pair.second % 8] = pair.inverseError }
      if pair.told != -1 { rows[pair.second][pair.first / 8][pair.first % 8] = pair.inverseError }
    }
    self.rows = rows
  }

  /// The greatest (first − second) ÷ error; at least 0, since of every pair one direction is open.
  func greatest(_ draw: [Double]) -> Double {
    var packed = Array(repeating: SIMD8<Double>.zero, count: (draw.count + 7) / 8)
    for (unit, value) in draw.enumerated() { packed[unit / 8][unit % 8] = value }
    var most = SIMD8<Double>.zero
    for (unit, row) in rows.enumerated() {
      let first = SIMD8(repeating: draw[unit])
      for (block, weights) in row.enumerated() {
        let distance = (first - packed[block]) * weights
        most.replace(with: distance, where: distance .> most)
      }
    }
    return most.max()
  }
}
