import Foundation
import Schemes
import Testing

@testable import Scoring

/// The root's column for children a, b, c of the given weights (or points) and values, unit by unit.
private func aggregated(
  _ of: Node.Aggregation, weights: [Double] = [1, 1, 1], points: [Double]? = nil, own: Double? = nil,
  _ columns: [[Double?]], change: (inout Node) -> Void = { _ in }
) -> ScoreSheet {
  let names = ["a", "b", "c", "d", "e"]
  let children = columns.indices.map { place in
    leaf(names[place], points.map { .points($0[place]) } ?? .weight(weights[place]))
  }
  var root = parent("all", own.map { .points($0) } ?? .none, of, children)
  change(&root)
  let measures = Dictionary(uniqueKeysWithValues: zip(names, columns.map { column($0) }))
  return score(scheme(root), input(measures))
}

private func value(
  _ of: Node.Aggregation, weights: [Double] = [1, 1, 1], points: [Double]? = nil, own: Double? = nil,
  _ values: [Double?]
) -> Double {
  aggregated(of, weights: weights, points: points, own: own, values.map { [$0] }).node("all")?.value[0] ?? .infinity
}

@Suite struct AggregationTests {
  private static let all: [Node.Aggregation] = [
    .sum, .mean, .geometric, .harmonic, .power(2), .min, .max, .median, .best(2), .trimmed(1),
    .copeland(overLeaves: false), .copeland(overLeaves: true),
  ]

  @Test func nothingIsMissing() {
    for aggregation in Self.all {
      let sheet = aggregated(aggregation, [[nil], [nil], [nil]])
      #expect(sheet.node("all")?.state == [.missing], "\(aggregation)")
      #expect(sheet.node("all")?.coverage == [0], "\(aggregation)")
      #expect(sheet.node("all")?.rule == [.computed], "\(aggregation)")
    }
  }

  @Test func oneIsItself() {
    for aggregation in Self.all {
      if case .copeland = aggregation { continue }
      if aggregation == .sum || aggregation == .trimmed(1) { continue }
      #expect(near(value(aggregation, [nil, 7, nil]), 7), "\(aggregation)")
    }
  }

  @Test func equalChildrenGiveTheirValue() {
    for aggregation in Self.all.dropFirst() {
      if case .copeland = aggregation { continue }
      #expect(near(value(aggregation, weights: [1, 2, 5], [3, 3, 3]), 3), "\(aggregation)")
    }
  }

  /// Of 1, 4, 16: geometric 4; harmonic 3 ÷ (1 + 1/4 + 1/16) = 48/21; of order 2 √(273/3) = √91; of −2
  /// (3 ÷ (1 + 1/16 + 1/256))^½ = √(768/273).
  @Test func meansByHand() {
    let values: [Double?] = [1, 4, 16]
    #expect(near(value(.geometric, values), 4))
    #expect(near(value(.harmonic, values), 48.0 / 21))
    #expect(near(value(.power(2), values), 91.0.squareRoot()))
    #expect(near(value(.power(-2), values), (768.0 / 273).squareRoot()))
    #expect(near(value(.power(1), values), 7))
    #expect(value(.min, values) == 1 && value(.max, values) == 16 && value(.median, values) == 4)
    #expect(value(.best(2), values) == 10 && value(.best(9), values) == 7)
    #expect(value(.trimmed(1), values) == 4 && value(.trimmed(0), values) == 7)
    #expect(value(.median, [1, nil, 4]) == 2.5)
  }

  /// One of 1, 4, 16 is left when the lowest and the highest go, none of two or of one: no value then, and a finding,
  /// rather than the mean of all, which is another rule.
  @Test func trimmingThatLeavesNothing() {
    let sheet = aggregated(.trimmed(1), [[1, 1, nil], [4, nil, 4], [16, 16, nil]])
    #expect(sheet.node("all")?.state == [.value, .missing, .missing])
    #expect(sheet.node("all")?.rule == [.computed, .stepFailed, .stepFailed])
    #expect(near(sheet.node("all")?.coverage, [1, 2.0 / 3, 1.0 / 3]))
    #expect(sheet.findings == [.nothingLeftToAverage(nowhere, node: "all", drops: 1, units: ["D1", "D2"])])
  }

  /// Weights 1, 1, 2 of 1, 4, 16: geometric (1·4·16²)^¼ = √32; harmonic 4 ÷ (1 + 1/4 + 2/16) = 32/11. Order statistics
  /// are unweighted. Missing children leave the weights (R4).
  @Test func weights() {
    #expect(near(value(.geometric, weights: [1, 1, 2], [1, 4, 16]), 32.0.squareRoot()))
    #expect(near(value(.harmonic, weights: [1, 1, 2], [1, 4, 16]), 32.0 / 11))
    #expect(near(value(.geometric, weights: [1, 1, 2], [nil, 4, 16]), pow(1024, 1.0 / 3)))
    #expect(value(.median, weights: [9, 1, 2], [1, 4, 16]) == 4)
  }

  /// Under points 10, 10 and 20, with P = 100: attainments 0.5, 1, 0.25. Mean 100·(5 + 10 + 5) ÷ 40; geometric
  /// 100·(0.5·1·0.25²)^¼ = 100·0.5^1.25; min 25, max 100, median 50, best two 75.
  @Test func attainmentsUnderPoints() {
    func of(_ aggregation: Node.Aggregation) -> Double {
      value(aggregation, points: [10, 10, 20], own: 100, [5, 10, 5])
    }
    #expect(near(of(.mean), 50))
    #expect(near(of(.geometric), 100 * pow(0.5, 1.25)))
    #expect(of(.min) == 25 && of(.max) == 100 && of(.median) == 50 && of(.best(2)) == 75 && of(.trimmed(1)) == 50)
    // 100 · 4 ÷ (1/0.5 + 1 + 2/0.25) = 400/11.
    #expect(near(of(.harmonic), 400.0 / 11))
    // Missing children re-scale: 5 of 10 and 5 of 20 are 10 of 30.
    #expect(near(value(.mean, points: [10, 10, 20], own: 100, [5, nil, 5]), 100.0 / 3))
  }

  /// R9: any value ≤ 0 → missing, with a finding; a positive power has a mean of 0 too.
  @Test func R9_valuesWithoutSuchAMean() {
    for aggregation in [Node.Aggregation.geometric, .harmonic, .power(-1)] {
      let sheet = aggregated(aggregation, [[1, 0, 1], [2, 3, -2], [4, nil, 5]])
      #expect(sheet.node("all")?.state == [.value, .missing, .missing], "\(aggregation)")
      #expect(sheet.node("all")?.rule == [.computed, .stepFailed, .stepFailed])
      #expect(near(sheet.node("all")?.coverage, [1, 2.0 / 3, 1]))
      #expect(
        sheet.findings == [
          .meanNotPositive(nowhere, node: "all", mean: aggregation.word, units: ["D1", "D2"])
        ])
    }
    let squares = aggregated(.power(2), [[0, 0], [3, -1], [nil, 2]])
    #expect(near(squares.node("all")?.value, [(4.5).squareRoot(), .nan]))
    #expect(squares.findings == [.meanNotPositive(nowhere, node: "all", mean: "power", units: ["D1"])])
  }

  @Test func R7_propagateAndR6_coverage() {
    for aggregation in Self.all.dropFirst() {
      let blocked = aggregated(aggregation, [[1, 2], [nil, 2], [4, 2]]) { $0.leavesMissing = .propagate }
      #expect(blocked.node("all")?.state == [.missing, .value], "\(aggregation)")
      let uncovered = aggregated(aggregation, weights: [1, 2, 1], [[1, 2], [nil, 2], [4, 2]])
      #expect(uncovered.node("all")?.coverage == [0.5, 1], "\(aggregation)")
    }
  }

  /// Who carries how much: shares of weight under means, and nothing that adds up; half each of the best two of three.
  @Test func sharesAndContributions() {
    let columns: [[Double?]] = [[1], [4], [16]]
    func acted(_ aggregation: Node.Aggregation) -> (shares: [Double], contributions: [Double]) {
      let sheet = aggregated(aggregation, weights: [1, 1, 2], columns)
      let children = ["a", "b", "c"].compactMap { sheet.node($0) }
      return (children.map { $0.effectiveShare[0] }, children.map { $0.contribution[0] })
    }
    #expect(acted(.geometric).shares == [0.25, 0.25, 0.5])
    #expect(acted(.geometric).contributions.allSatisfy { $0.isNaN })
    #expect(near(acted(.best(2)).shares, [.nan, 0.5, 0.5]))
    #expect(near(acted(.best(2)).contributions, [.nan, 2, 8]))
    #expect(near(acted(.min).contributions, [1, .nan, .nan]))
    #expect(near(acted(.max).shares, [.nan, .nan, 1]))
    #expect(acted(.median).contributions.allSatisfy { $0.isNaN })
    #expect(acted(.copeland(overLeaves: false)).shares.allSatisfy { $0.isNaN })
    let points = aggregated(.best(2), points: [10, 10, 20], own: 100, [[5], [10], [5]])
    #expect(near(points.node("a")?.contribution, [25]) && near(points.node("b")?.contribution, [50]))
  }

  /// The trace stops where nothing adds up: the geometric node carries what is above it.
  @Test func carriersStopWhereNothingAddsUp() throws {
    let inner = parent("g", .weight(1), .geometric, [leaf("a", .weight(1)), leaf("b", .weight(1))])
    let tree = scheme(parent("all", .none, .mean, [inner, leaf("c", .weight(3))]))
    let sheet = score(tree, input(["a": column([2]), "b": column([8]), "c": column([4])]))
    let carriers = try #require(trace(of: "all", unit: 0, in: sheet, scheme: tree)).carriers
    #expect(carriers == [Carrier(node: "g", contribution: 1), Carrier(node: "c", contribution: 3)])
  }
}

@Suite struct CopelandTests {
  /// Weights 1, 1, 3; a: D0 > D2 > D1, b: D2 > D0 > D1, c: D1 > D0 = D2. D1 loses a and b to both, and wins by c (3 of
  /// 5). D0 and D2 share c, and win one each: 2.5 of 5, no winner.
  @Test func byHand() {
    let columns: [[Double?]] = [[3, 1, 2], [2, 1, 3], [5, 9, 5]]
    let sheet = aggregated(.copeland(overLeaves: false), weights: [1, 1, 3], columns)
    #expect(sheet.node("all")?.value == [-1, 2, -1])
  }

  @Test func allEqualNobodyWins() {
    let sheet = aggregated(.copeland(overLeaves: false), [[5, 5], [1, 1]])
    #expect(sheet.node("all")?.value == [0, 0])
  }

  /// Only what both have is compared: D1 has no b, so that a decides; D2 has nothing.
  @Test func missingIsNotCompared() {
    let sheet = aggregated(.copeland(overLeaves: false), weights: [1, 9], [[2, 1, nil], [0, nil, nil]])
    #expect(near(sheet.node("all")?.value, [1, -1, .nan]))
    #expect(sheet.node("all")?.state[2] == .missing)
  }

  /// Leaves count with the product of their shares: x 1/2; y's leaves 1/2 · 1/4 and 1/2 · 3/4. D0 wins x and the smaller
  /// one: 0.625.
  @Test func effectiveWeightsOfLeaves() {
    let tree = parent(
      "all", .none, .copeland(overLeaves: true),
      [leaf("x", .weight(2)), parent("y", .weight(2), .mean, [leaf("p", .weight(1)), leaf("q", .weight(3))])])
    func values(_ x: [Double?]) -> [Double]? {
      score(scheme(tree), input(["x": column(x), "p": column([2, 1]), "q": column([1, 2])])).node("all")?.value
    }
    #expect(values([2, 1]) == [1, -1])
    // Without x the larger one decides.
    #expect(values([nil, 1]) == [-1, 1])
    #expect(values([1, 1]) == [-1, 1])
  }
}
