import Schemes
import Testing

@testable import Scoring

/// What a better value or another zero point may and may not move. A failure prints its seed.
@Suite("Laws of shifts and rises") struct ShiftLawTests {
  private static let steps: [Step.Action] = [
    .zScore(to: .init(mean: 0, deviation: 1), over: nil), .minMax(to: .init(0, 100), bounds: .observed, over: nil),
    .rank(.ascending, over: nil), .rank(.descending, over: .peers), .borda(over: nil), .percentile(over: nil),
    .distance(.best, over: nil), .distance(.unit("D1"), over: nil),
    .zScore(to: .init(mean: 50, deviation: 10), over: .peers),
  ]

  private struct Draw {
    var scheme: Scheme
    var input: ScoringInput

    /// - Parameter actions: one of them for each leaf, by chance.
    init(seed: UInt64, missing: Int, _ actions: [[Step.Action]], of aggregations: [Node.Aggregation] = [.mean]) {
      var dice = SplitMix64(seed: seed)
      var measures: [String: MeasureColumn] = [:]
      let units = dice.integer(3, 9)
      var groups: [Node] = []
      for g in 0..<dice.integer(1, 3) {
        let leaves = (0..<dice.integer(1, 3)).map { l -> Node in
          let id = "m\(g)\(l)"
          measures[id] = column(
            (0..<units).map { _ in dice.chance(missing) ? nil : Double(dice.integer(1, 64)) / 4 })
          return leaf(id, .weight(Double(dice.integer(0, 8)) / 2 + 0.25)).with { node in
            node.steps = dice.pick(actions).map { step($0) }
          }
        }
        groups.append(parent("g\(g)", .weight(Double(dice.integer(1, 4))), dice.pick(aggregations), leaves))
      }
      scheme = ScoringTests.scheme(parent("root", .none, dice.pick(aggregations), groups)) { $0.addRanking("root") }
      input = ScoringTests.input(measures, peers: (0..<units).map { _ in dice.pick(["p", "q"]) })
    }

    func sheet(_ input: ScoringInput) -> ScoreSheet { score(scheme, input) }
  }

  @Test("another zero point of a measure changes nothing that compares units", arguments: UInt64(1)...80)
  func shift(seed: UInt64) {
    let draw = Draw(seed: seed, missing: 10, Self.steps.map { [$0] })
    let before = draw.sheet(draw.input)
    for id in draw.input.measures.keys.sorted() {
      var moved = draw.input
      // Exact in binary, so that equal values stay equal.
      for unit in moved.units.indices where moved.measures[id]?.state[unit] == .value {
        moved.measures[id]?.value[unit] += 1024
      }
      let after = draw.sheet(moved)
      for (a, b) in zip(before.nodes, after.nodes) {
        for (x, y) in zip(a.value, b.value) { #expect(Agreement.isClose(x, y, tolerance: 1e-9), "\(a.id)") }
      }
      #expect(before.standing.map(\.rank) == after.standing.map(\.rank))
    }
  }

  /// Where everyone has every value, a weighted mean gives all the same more.
  @Test("nor does it move a rank under weighted means of raw values", arguments: UInt64(1)...60)
  func shiftOfRaw(seed: UInt64) {
    let draw = Draw(seed: seed, missing: 0, [[]])
    let before = draw.sheet(draw.input)
    for id in draw.input.measures.keys.sorted() {
      var moved = draw.input
      for unit in moved.units.indices { moved.measures[id]?.value[unit] += 1024 }
      #expect(before.standing.map(\.rank) == draw.sheet(moved).standing.map(\.rank))
    }
  }

  /// Fixed bounds only, weights that are not negative: the others' values do not move.
  @Test("a higher value never costs a place or a point", arguments: UInt64(1)...80) func rise(seed: UInt64) {
    let knots: [(Double, Double)] = [(1, 1), (6, 30), (12, 100)]
    let actions: [[Step.Action]] = [
      [.linear(knots.map { Step.Knot(.number($0.0), .number($0.1)) })],
      [.minMax(to: .init(1, 100), bounds: .fixed(.number(0), .number(20)), over: nil)],
      [.goalposts(low: .number(0.5), high: .number(12), isLogarithmic: true, to: .init(1, 100))],
      [.bands([(8, 100), (4, 50), (0, 1)].map { Step.Band(atLeast: .number($0.0), gives: .number($0.1)) })],
      [.times(.number(4)), .clamp(low: .number(2), high: .number(50)), .round(digits: 0)],
      [
        .distance(.target(.number(40), isCapped: true), over: .frozen("2024H2")), .clamp(low: .number(0.01), high: nil),
      ],
      [.zScore(to: .init(mean: 50, deviation: 1), over: .frozen("2024H2"))],
    ]
    let draw = Draw(
      seed: seed, missing: 15, actions,
      of: [.mean, .geometric, .harmonic, .power(2), .power(-1), .min, .max, .median, .best(2), .trimmed(1)])
    var input = draw.input
    // A run to freeze: the same units, other values.
    var earlier = Draw(seed: seed, missing: 0, actions).input
    earlier.measures = earlier.measures.mapValues { column in
      var column = column
      for unit in column.value.indices { column.value[unit] = Double(unit % 5) * 3 + 1 }
      return column
    }
    earlier.period = period("2024H2")
    earlier.asOf = earlier.period.end
    earlier.units = input.units
    earlier.measures = input.measures.mapValues { _ in
      column(input.units.indices.map { Double($0 % 5) * 3 + 1 })
    }
    input.frozen = ["2024H2": draw.sheet(earlier)]
    let before = draw.sheet(input)
    for unit in input.units.indices {
      for id in input.measures.keys.sorted() where input.measures[id]?.state[unit] == .value {
        var better = input
        better.measures[id]?.value[unit] += 3
        let after = draw.sheet(better)
        let (old, new) = (before.standing[unit], after.standing[unit])
        #expect(old.score.isNaN == new.score.isNaN)
        #expect(old.score.isNaN || new.score >= old.score - 1e-9, "\(id): \(old.score) to \(new.score)")
        if let old = old.rank, let new = new.rank { #expect(new <= old) }
      }
    }
  }
}
