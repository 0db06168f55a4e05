import Schemes
import Statistics

/// The order in which units compete for places: that of the ranks (G4).
struct RankOrder {
  private let ranking: Ranking?
  private let units: [ScoredUnit]
  private let ranks: [Int?]
  /// The ranked score, then the tie-breaks, on the ranking's basis.
  private let keys: [[Double]]

  init(_ scheme: Scheme, _ units: [ScoredUnit], _ standing: [Standing], nodes: [String: NodeColumn]) {
    ranking = scheme.ranking
    self.units = units
    ranks = standing.map(\.rank)
    keys = scheme.ranking.map { $0.keys(standing, nodes, digits: scheme.defaults.digits) } ?? []
  }

  /// Ranked units from the first on, in blocks of ties. Units that are ranked in different groups are put in one order by
  /// what ranks them.
  func blocks(of ranked: [Int]) -> [[Int]] {
    let isOneGroup = ranking?.per != .peers || Set(ranked.map { units[$0].peers }).count < 2
    if !isOneGroup { return rankBlocks(of: ranked, by: keys[...]) }
    let groups = Dictionary(grouping: ranked) { ranks[$0] ?? .max }
    return groups.keys.sorted().compactMap { groups[$0] }
  }
}

extension Ranking {
  /// What ranks a unit: the score, then the tie-breaks, all on the same basis (K2).
  func keys(_ standing: [Standing], _ nodes: [String: NodeColumn], digits: Int) -> [[Double]] {
    func onBasis(_ value: Double) -> Double { basis == .raw ? value : displayed(value, digits: digits) }
    return [standing.map { onBasis($0.score) }] + tieBreak.compactMap { nodes[$0] }.map { $0.value.map(onBasis) }
  }
}

/// Ties by the first key are broken by the next, higher first, missing last.
func rankBlocks(of units: [Int], by keys: ArraySlice<[Double]>) -> [[Int]] {
  guard let key = keys.first else { return units.isEmpty ? [] : [units] }
  return tieBlocks(units, by: key).flatMap { block in
    block.count == 1 ? [block] : rankBlocks(of: block, by: keys.dropFirst())
  }
}
