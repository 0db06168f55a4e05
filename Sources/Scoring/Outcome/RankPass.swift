import Schemes
import Statistics

/// Ranks of the graded units, all together or within their peers (K2, K3).
struct RankPass {
  let scheme: Scheme
  let ranking: Ranking
  let units: [ScoredUnit]
  let window: Window
  private(set) var findings: [ScoringFinding] = []

  init(_ scheme: Scheme, _ ranking: Ranking, units: [ScoredUnit], window: Window) {
    self.scheme = scheme
    self.ranking = ranking
    self.units = units
    self.window = window
  }

  /// - Parameter nodes: the computed columns, for tie-breaks.
  mutating func rank(_ standing: inout [Standing], nodes: [String: NodeColumn]) {
    let isBased = unitsWithBase(standing)
    let keys = ranking.keys(standing, nodes, digits: scheme.defaults.digits)
    for group in ranking.per == .peers ? groupsOfPeers(units) : [Array(units.indices)] {
      let graded = group.filter { standing[$0].status == .graded }
      if let needed = ranking.minUnits, graded.count < needed {
        if !graded.isEmpty {
          findings.append(
            .groupTooSmall(
              ranking.place, group: ranking.per == .peers ? units[group[0]].peers : "", units: graded.count,
              needed: needed))
        }
        continue
      }
      var next = 1
      for block in rankBlocks(of: graded.filter { isBased[$0] }, by: keys[...]) {
        for unit in block {
          standing[unit].rank = next
          standing[unit].isTied = block.count > 1
        }
        next += block.count
      }
    }
  }

  /// The base is the measure's n: how many answers the score rests on. One under the minimum cell is unknown to every
  /// rule, and so is no base, however low the threshold.
  private mutating func unitsWithBase(_ standing: [Standing]) -> [Bool] {
    guard let rule = ranking.minBase else { return Array(repeating: true, count: units.count) }
    let n = window.measure(rule.measure).knownN
    let isBased = units.indices.map { Comparison(.atLeast, rule.atLeast).holds(for: Double(n[$0])) }
    let out = units.indices.filter { !isBased[$0] && standing[$0].status == .graded }.map { units[$0].code }
    if !out.isEmpty {
      findings.append(.baseTooSmall(ranking.place, measure: rule.measure, needed: rule.atLeast, units: out))
    }
    return isBased
  }
}
