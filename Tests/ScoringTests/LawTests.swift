import Schemes
import Testing

@testable import Scoring

/// Laws that hold for every scheme and every input, on seeded random ones.
@Suite struct LawTests {
  /// Three levels, sums and means, linear and bands with rising points; a third of the values missing.
  private func random(_ generator: inout SeededGenerator) -> (Scheme, ScoringInput) {
    var measures: [String: MeasureColumn] = [:]
    let units = Int.random(in: 2...12, using: &generator)
    var groups: [Node] = []
    for g in 0..<Int.random(in: 1...4, using: &generator) {
      let isSum = Bool.random(using: &generator)
      let count = Int.random(in: 1...4, using: &generator)
      let own = Double(Int.random(in: 1...9, using: &generator))
      let leaves = (0..<count).map { l in
        let id = "\(g)-\(l)"
        let values: [Double?] = (0..<units).map { _ in
          Int.random(in: 0..<3, using: &generator) == 0 ? nil : Double.random(in: 0...100, using: &generator)
        }
        measures[id] = column(values)
        let points = isSum ? own : own * Double(count)
        let step =
          Bool.random(using: &generator)
          ? linear([(0, 0), (30, points / 4), (100, points)]) : bands([(80, points), (40, points / 2), (0, 0)])
        return leaf(id, isSum ? .points(own) : .weight(own), step)
      }
      groups.append(parent("\(g)", .points(own * Double(count)), isSum ? .sum : .mean, leaves))
    }
    measures["bad"] = column((0..<units).map { Double($0 % 3) })
    let tested = scheme(parent("root", .none, .sum, groups)) {
      $0.addCount("bad")
      $0.addRanking("root") { $0.tieBreak = ["0"] }
      $0.addGrades()
      $0.effects = [
        effect("扣") { $0.change = Effect.Change(.deduct, measure: "bad", each: 0.1, atMost: nil) }
      ]
    }
    return (tested, input(measures))
  }

  @Test(arguments: 1...60) func leavesAndEffectsAreTheTotal(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (scheme, input) = random(&generator)
    let sheet = score(scheme, input)
    for unit in input.units.indices where !sheet.standing[unit].score.isNaN {
      let root = try #require(trace(of: "root", unit: unit, in: sheet, scheme: scheme))
      let leaves = root.carriers.map(\.contribution).reduce(0, +)
      let effects = sheet.effects.filter { $0.unit == unit }.map(\.effective).reduce(0, +)
      #expect(near(max(0, leaves + effects), sheet.standing[unit].score, 1e-10))
    }
  }

  @Test(arguments: 1...40) func orderOfUnitsDoesNotMatter(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (scheme, input) = random(&generator)
    let order = input.units.indices.shuffled(using: &generator)
    var moved = input
    moved.units = order.map { input.units[$0] }
    moved.measures = input.measures.mapValues { old in
      var column = MeasureColumn(missing: order.count)
      for (new, unit) in order.enumerated() { column[new] = old[unit] }
      return column
    }
    let (a, b) = (score(scheme, input), score(scheme, moved))
    for (new, unit) in order.enumerated() {
      #expect(a.standing[unit] == b.standing[new] || a.standing[unit].score.isNaN)
      #expect(a.standing[unit].rank == b.standing[new].rank && a.standing[unit].grade == b.standing[new].grade)
    }
  }

  @Test(arguments: 1...40) func orderOfMeasuresAndSiblingsDoesNotMatter(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (scheme, input) = random(&generator)
    var moved = scheme
    moved.measures.reverse()
    moved.roots = [parent("root", .none, .sum, scheme.roots[0].children.reversed())]
    let (a, b) = (score(scheme, input), score(moved, input))
    #expect(near(a.standing.map(\.score), b.standing.map(\.score)))
    #expect(a.standing.map(\.grade) == b.standing.map(\.grade))
  }

  @Test(arguments: 1...40) func scalingAllWeightsChangesNothing(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (scheme, input) = random(&generator)
    var scaled = scheme
    let groups = scheme.roots[0].children.map { group -> Node in
      guard case .children(let leaves, .mean) = group.source else { return group }
      let heavier = leaves.map { leaf -> Node in
        guard case .weight(let weight) = leaf.share else { return leaf }
        return leaf.with { $0.share = .weight(weight * 3.7) }
      }
      return group.with { $0.source = .children(heavier, of: .mean) }
    }
    scaled.roots = [parent("root", .none, .sum, groups)]
    let (a, b) = (score(scheme, input), score(scaled, input))
    #expect(near(a.standing.map(\.score), b.standing.map(\.score)))
    #expect(near(a.nodes[0].coverage, b.nodes[0].coverage))
  }

  /// Under rising linear points and bands, a better value never costs a place.
  @Test(arguments: 1...60) func raisingAValueNeverLowersARank(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (scheme, input) = random(&generator)
    let before = score(scheme, input)
    for unit in input.units.indices {
      for id in input.measures.keys.sorted() where id != "bad" {
        guard input.measures[id]?.state[unit] == .value else { continue }
        var better = input
        better.measures[id]?.value[unit] += 15
        let after = score(scheme, better)
        guard let old = before.standing[unit].rank, let new = after.standing[unit].rank else { continue }
        #expect(new <= old)
        #expect(after.standing[unit].score >= before.standing[unit].score - 1e-12)
      }
    }
  }

  @Test(arguments: 1...20) func theSameInputGivesTheSameBits(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (scheme, input) = random(&generator)
    let (a, b) = (score(scheme, input), score(scheme, input))
    #expect(zip(a.nodes, b.nodes).allSatisfy { bits($0.value) == bits($1.value) })
    #expect(bits(a.standing.map(\.score)) == bits(b.standing.map(\.score)))
  }

  private func bits(_ values: [Double]) -> [UInt64] { values.map(\.bitPattern) }
}
