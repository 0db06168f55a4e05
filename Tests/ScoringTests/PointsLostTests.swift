import Schemes
import Testing

@testable import Scoring

/// What a unit lost, in points of the total: by hand, and as a law.
@Suite struct PointsLostTests {
  private func lost(_ root: Node, _ measures: [String: MeasureColumn]) throws -> [String: Double] {
    let tested = scheme(root)
    let found = trace(of: root.id, unit: 0, in: score(tested, input(measures)), scheme: tested)
    return Dictionary(uniqueKeysWithValues: try #require(found).pointsLost().map { ($0.node.id, $0.points) })
  }

  /// B is worth 20 of 100 and holds 60 points below: b1 lost 24 of 40, which is 24 · 20 ÷ 60 = 8 points of the total, and
  /// b2 5 of 20, which is 1.6667. c2 (5 points) is missing, so c1 counts 15 for 10: it lost 2 · 1.5 = 3.
  @Test func nestedPointsAndRescaling() throws {
    let root = parent(
      "总分", .none, .sum,
      [
        leaf("a", .points(65)),
        parent("B", .points(20), .sum, [leaf("b1", .points(40)), leaf("b2", .points(20))]),
        parent("C", .points(15), .sum, [leaf("c1", .points(10)), leaf("c2", .points(5))]),
      ])
    let found = try lost(
      root, ["a": column([65]), "b1": column([16]), "b2": column([15]), "c1": column([8]), "c2": column([nil])])
    #expect(found.keys.sorted() == ["a", "b1", "b2", "c1"])
    #expect(near(found["a"] ?? .nan, 0) && near(found["b1"] ?? .nan, 8) && near(found["b2"] ?? .nan, 5.0 / 3))
    #expect(near(found["c1"] ?? .nan, 3))
  }

  /// Weights under points: x has a quarter of 20 points and 12 of 20, so it lost 0.25 · 8 = 2; y 0.75 · 4 = 3.
  @Test func weightedLeaves() throws {
    let root = parent(
      "总分", .none, .sum,
      [
        parent("满意", .points(20), .mean, [leaf("x", .weight(1)), leaf("y", .weight(3))]), leaf("z", .points(80)),
      ])
    let found = try lost(root, ["x": column([12]), "y": column([16]), "z": column([80])])
    #expect(near(found["x"] ?? .nan, 2) && near(found["y"] ?? .nan, 3) && near(found["z"] ?? .nan, 0))
  }

  /// A node whose own step changes its value is named itself; what has no points has none to lose.
  @Test func whereNothingAddsUp() throws {
    let stepped = parent("g", .points(40), .mean, [leaf("x", .weight(1)), leaf("y", .weight(1))]).with {
      $0.steps = [linear([(0, 0), (100, 40)])]
    }
    let root = parent("总分", .none, .sum, [stepped, leaf("z", .points(60))])
    // (50 + 100) ÷ 2 = 75 gives 30.
    let found = try lost(root, ["x": column([50]), "y": column([100]), "z": column([60])])
    #expect(found.keys.sorted() == ["g", "z"] && near(found["g"] ?? .nan, 10))
    #expect(try lost(parent("r", .none, .mean, [leaf("x", .weight(1))]), ["x": column([3])]).isEmpty)
  }

  @Test("what was lost adds up to the points less the total", arguments: UInt64(1)...200)
  func law(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    var measures: [String: MeasureColumn] = [:]
    let groups = (0..<dice.integer(1, 4)).map { g -> Node in
      let ofMean = dice.chance(50)
      let leaves = (0..<dice.integer(1, 4)).map { l -> Node in
        let id = "m\(g)\(l)"
        measures[id] = column([dice.chance(20) ? nil : Double(dice.integer(0, 40)) / 4])
        return leaf(id, ofMean ? .weight(Double(dice.integer(1, 5))) : .points(10))
      }
      return parent("g\(g)", .points(ofMean ? 10 : Double(dice.integer(1, 30))), ofMean ? .mean : .sum, leaves)
    }
    let root = parent("总分", .none, .sum, groups)
    let tested = scheme(root)
    let sheet = score(tested, input(measures))
    let total = try #require(sheet.node("总分")?.value[0])
    if total.isNaN { return }
    let all = groups.compactMap(\.points).reduce(0, +)
    let whole = trace(of: "总分", unit: 0, in: sheet, scheme: tested)
    let found = try #require(whole).pointsLost()
    #expect(near(found.reduce(0) { $0 + $1.points }, all - total, 1e-9))
  }
}
