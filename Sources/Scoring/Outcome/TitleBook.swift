import Register
import Schemes

/// Who holds which title at the moment that the scheme names, and what was given in the year (G3).
struct TitleBook {
  private var held: [Int: [TitleHolding]] = [:]
  private var given: [TitleHolding] = []
  private let grades: [String]
  private let end: Int

  init(_ scheme: Scheme, _ input: ScoringInput) {
    grades = scheme.grading?.grades ?? []
    end = input.period.end.yyyymmdd
    guard let titles = scheme.titles else { return }
    let moment =
      switch titles.currentAt {
      case .periodStart: input.period.start.yyyymmdd
      case .periodEnd: input.period.end.yyyymmdd
      case .asOf: input.asOf.yyyymmdd
      }
    for holding in input.titles where input.units.indices.contains(holding.unit) {
      if holding.from <= moment && moment <= holding.to ?? .max { held[holding.unit, default: []].append(holding) }
      // What was given after the period's end is not its business, however late the run: no place of it was used.
      if holding.from / 10_000 == input.period.start.year && holding.from <= end { given.append(holding) }
    }
  }

  /// The best of the titles that the unit holds; of grades that the scheme does not have, the latest.
  func title(of unit: Int) -> String? {
    func place(_ holding: TitleHolding) -> Int { grades.firstIndex(of: holding.grade) ?? grades.count }
    return held[unit]?.min { (place($0), -$0.from, $0.grade) < (place($1), -$1.from, $1.grade) }?.grade
  }

  func holds(_ grade: String, _ unit: Int) -> Bool { held[unit]?.contains { $0.grade == grade } ?? false }

  /// The units to which the grade was given as a title in the run's calendar year, up to the end of its period; each
  /// counts once.
  func given(_ grade: String) -> Set<Int> { Set(given.filter { $0.grade == grade }.map(\.unit)) }

  /// Those of them that still have it at the end of the period: the place that they used is theirs, so that they need no
  /// second one.
  func keeping(_ grade: String) -> Set<Int> {
    Set(given.filter { $0.grade == grade && $0.to ?? .max >= end }.map(\.unit))
  }
}
