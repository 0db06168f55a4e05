import Scoring

/// How often each unit had each rank and grade: whole numbers, so that their order of adding changes nothing.
struct DrawCounts: Sendable {
  private(set) var draws = 0
  private let units: Int
  /// By unit, then rank from 1.
  private var ranks: [UInt32]
  private var grades: [[String: Int]]

  init(units: Int) {
    self.units = units
    ranks = Array(repeating: 0, count: units * units)
    grades = Array(repeating: [:], count: units)
  }

  mutating func add(_ standing: [Standing]) {
    draws += 1
    for unit in 0..<units {
      if let rank = standing[unit].rank { ranks[unit * units + rank - 1] += 1 }
      grades[unit][standing[unit].grade ?? "", default: 0] += 1
    }
  }

  mutating func add(ranks drawn: [Int?]) {
    draws += 1
    for unit in 0..<units { if let rank = drawn[unit] { ranks[unit * units + rank - 1] += 1 } }
  }

  mutating func add(_ drawn: RankDraws) {
    draws += drawn.draws
    for unit in 0..<units {
      for (rank, times) in drawn.histogram(of: unit).enumerated() { ranks[unit * units + rank] += UInt32(times) }
    }
  }

  mutating func add(_ other: DrawCounts) {
    draws += other.draws
    for index in ranks.indices { ranks[index] += other.ranks[index] }
    for unit in 0..<units { grades[unit].merge(other.grades[unit], uniquingKeysWith: +) }
  }

  /// Every unit's result beside its nominal one.
  func results(_ sheet: ScoreSheet) -> [Robustness.Unit] {
    let drawn = RankDraws(units: units, draws: draws, nominalScore: [], nominalRank: [], counts: ranks)
    return sheet.units.indices.map { unit in
      let standing = sheet.standing.indices.contains(unit) ? sheet.standing[unit] : nil
      let isGraded = !grades[unit].isEmpty && draws > 0
      return Robustness.Unit(
        unit: sheet.units[unit], nominalRank: standing?.rank, nominalGrade: standing?.grade,
        median: drawn.quantile(0.5, of: unit), low: drawn.quantile(0.05, of: unit),
        high: drawn.quantile(0.95, of: unit), ranked: drawn.ranked(unit), grades: grades[unit],
        keptGrade: isGraded ? Double(grades[unit][standing?.grade ?? ""] ?? 0) / Double(draws) : .nan)
    }
  }
}
