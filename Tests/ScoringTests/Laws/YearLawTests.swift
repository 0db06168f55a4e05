import Schemes
import Testing

@testable import Scoring

/// A year of one half has the total that a run of that half alone gave. A failure prints its seed.
@Suite("Laws of a year of one half") struct YearLawTests {
  private struct Draw {
    var scheme: Scheme
    let halves: [[String: MeasureColumn]]

    init(seed: UInt64) {
      var dice = SplitMix64(seed: seed)
      var halves: [[String: MeasureColumn]] = [[:], [:]]
      let units = dice.integer(1, 6)
      let policies: [MissingPolicy?] = [nil, nil, .zero, .notGraded, .propagate]
      let groups = (0..<dice.integer(1, 3)).map { g -> Node in
        let leaves = (0..<dice.integer(1, 3)).map { l -> Node in
          let id = "m\(g)\(l)"
          for half in halves.indices {
            halves[half][id] = column((0..<units).map { _ in dice.chance(35) ? nil : Double(dice.integer(0, 40)) / 4 })
          }
          return leaf(id, .points(10)).with { $0.missing = dice.pick(policies) }
        }
        return parent("g\(g)", .points(Double(10 * leaves.count)), .sum, leaves).with {
          $0.missing = dice.pick(policies)
          if dice.chance(25) { $0.coverage = Node.CoverageRule(atLeast: 0.5, basis: .weight) }
        }
      }
      scheme = ScoringTests.scheme(parent("root", .none, .sum, groups)) { scheme in
        scheme.defaults.leavesMissing = dice.pick([.renormalise, .renormalise, .notGraded, .propagate])
        scheme.defaults.coverage = dice.pick([0, 0.5, 0.8])
        scheme.addRanking("root")
      }
      self.halves = halves
    }

    func year(_ mode: YearCombination.Mode) -> ScoreSheet {
      var combined = scheme
      combined.combination = YearCombination(h1: 0.5, h2: 0.5, oneMissing: .renormalise, place: nowhere)
      combined.combination?.mode = mode
      return score(combined, input([:], period: period("2025"), halves: halves))
    }

    func alone(_ half: Int) -> ScoreSheet { score(scheme, input(halves[half], period: period("2025").halves[half])) }
  }

  @Test("best is the higher of the halves that are graded alone, last the later of them", arguments: UInt64(1)...400)
  func chosen(seed: UInt64) {
    let draw = Draw(seed: seed)
    let halves = [draw.alone(0), draw.alone(1)]
    let (best, last) = (draw.year(.best), draw.year(.last))
    for unit in best.standing.indices {
      let graded = halves.map(\.standing[unit]).filter { $0.status == .graded }.map(\.score)
      #expect((best.standing[unit].status == .graded) == !graded.isEmpty)
      #expect((last.standing[unit].status == .graded) == !graded.isEmpty)
      guard let highest = graded.max(), let latest = graded.last else { continue }
      #expect(near(best.standing[unit].score, highest))
      #expect(near(last.standing[unit].score, latest))
    }
  }
}
