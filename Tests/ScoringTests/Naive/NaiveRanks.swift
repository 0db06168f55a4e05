import Schemes
import Scoring

/// Places within each ranking group (K2, K3).
struct NaiveRanks {
  let input: NaiveCase
  let measures: [String: [Int: MeasureValue]]
  let facts: NaiveFacts
  let tree: NaiveTree

  /// Reading: the percentile of a line is that of the rank, ties with the least, so that units without a rank have none;
  /// one unit alone has none either.
  func ranked(_ standing: [Int: Standing]) -> (standing: [Int: Standing], percentiles: [Int: Double]) {
    guard let ranking = input.scheme.ranking else { return (standing, [:]) }
    var result = standing
    var percentiles: [Int: Double] = [:]
    let groups = Set(input.units.indices.map { group(of: $0, ranking) })
    for name in groups.sorted() {
      let graded = input.units.indices.filter {
        group(of: $0, ranking) == name && standing[$0]?.status == .graded
      }
      if let least = ranking.minUnits, graded.count < least { continue }
      let contestants = graded.filter { hasBase($0, ranking) }
      var blocks = split([contestants]) { standing[$0].map { ranking.basis == .raw ? $0.score : $0.displayedScore } }
      for node in ranking.tieBreak { blocks = split(blocks) { value(of: node, $0, ranking) } }
      var place = 1
      for block in blocks {
        for unit in block {
          result[unit]?.rank = place
          result[unit]?.isTied = block.count > 1
        }
        place += block.count
        if contestants.count > 1 {
          let below = contestants.count - (place - 1)
          for unit in block { percentiles[unit] = Double(below) / Double(contestants.count - 1) }
        }
      }
    }
    return (result, percentiles)
  }

  private func group(of unit: Int, _ ranking: Ranking) -> String {
    ranking.per == .peers ? facts.peers(of: unit) : ""
  }

  /// The base is n: how many answers the score rests on. One that is hidden is none.
  private func hasBase(_ unit: Int, _ ranking: Ranking) -> Bool {
    guard let base = ranking.minBase else { return true }
    return naiveHolds(Double(naiveKnownN(measures[base.measure]?[unit])), Comparison(.atLeast, base.atLeast))
  }

  private func value(of id: String, _ unit: Int, _ ranking: Ranking) -> Double? {
    guard let cell = tree.cells[id]?[unit], cell.hasValue else { return nil }
    return ranking.basis == .raw ? cell.value : naiveDisplayed(cell.value, digits: input.scheme.defaults.digits)
  }

  /// Each block from the highest value down, parted where a value differs from the previous; without a value last.
  private func split(_ blocks: [[Int]], by value: (Int) -> Double?) -> [[Int]] {
    var result: [[Int]] = []
    for block in blocks {
      let known = block.filter { value($0) != nil }
      var previous: Double?
      for unit in known.sorted(by: { (value($0) ?? 0, $1) > (value($1) ?? 0, $0) }) {
        guard let own = value(unit) else { continue }
        if let last = previous, abs(last - own) <= 1e-12 * max(1, abs(last)) {
          result[result.count - 1].append(unit)
        } else {
          result.append([unit])
        }
        previous = own
      }
      let unknown = block.filter { value($0) == nil }
      if !unknown.isEmpty { result.append(unknown) }
    }
    return result
  }
}
