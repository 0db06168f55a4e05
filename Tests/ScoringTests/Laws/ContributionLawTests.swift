import Schemes
import Testing

@testable import Scoring

/// The explanation adds up, on every random scheme whose nodes are sums and means. A failure prints its seed.
@Suite("Law of contributions") struct ContributionLawTests {
  @Test("leaves and effects make the total") func contributions() throws {
    var checked = 0
    for seed in UInt64(4000)...4400 {
      let drawn = RandomRows.drawCase(seed: seed)
      let scheme = drawn.scheme
      guard let root = scheme.roots.first(where: { $0.id == scheme.ranking?.node }), !root.isLeaf, root.steps.isEmpty,
        root.subtree.allSatisfy({ [.sum, .mean, nil].contains($0.aggregation) })
      else { continue }
      let sheet = score(scheme, NaiveAgreementTests.engineInput(drawn))
      let column = try #require(sheet.node(root.id))
      for unit in drawn.units.indices {
        guard column.rule[unit] == .computed, column.state[unit] == .value, !column.source[unit].isNaN else { continue }
        let carriers = try #require(trace(of: root.id, unit: unit, in: sheet, scheme: scheme)).carriers
        let leaves = carriers.map(\.contribution).reduce(0, +)
        let size = carriers.map { abs($0.contribution) }.reduce(1, +)
        #expect(near(leaves / size, column.source[unit] / size, 1e-9), "seed \(seed), unit \(unit)")
        let effects = sheet.effects.filter { $0.unit == unit }.map(\.effective).reduce(0, +)
        var total = leaves + effects
        let points = root.points ?? (root.aggregation == .sum ? root.children.compactMap(\.points).reduce(0, +) : nil)
        if let points { total = min(max(total, 0), points) }
        #expect(near(total / size, sheet.standing[unit].score / size, 1e-9), "seed \(seed), unit \(unit)")
        checked += 1
      }
    }
    #expect(checked > 200, "enough cases have nothing but sums and means: \(checked)")
  }
}
