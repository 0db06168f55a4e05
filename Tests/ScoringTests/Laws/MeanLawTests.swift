import Schemes
import Testing

@testable import Scoring

/// Inequalities between means (Hardy, Littlewood & Pólya, “Inequalities”, 1934, §2.9–2.10) through the engine, on random
/// positive values with random weights; values missing here and there. A failure prints its seed.
@Suite("Laws of means") struct MeanLawTests {
  private struct Draw {
    var leaves: [Node] = []
    var measures: [String: MeasureColumn] = [:]
    let units = 8

    init(seed: UInt64, points: Bool = false) {
      var dice = SplitMix64(seed: seed)
      for index in 0..<dice.integer(1, 6) {
        let id = "m\(index)"
        measures[id] = column(
          (0..<units).map { _ in dice.chance(15) ? nil : Double(dice.integer(1, 1000)) / 100 })
        let size = Double(dice.integer(1, 9)) / 2
        leaves.append(
          points ? leaf(id, .points(size), proportional(10)) : leaf(id, .weight(size)))
      }
    }

    func values(_ aggregation: Node.Aggregation, points: Double? = nil) throws -> [Double] {
      let root = parent("root", points.map { .points($0) } ?? .none, aggregation, leaves)
      return try #require(score(scheme(root), input(measures)).node("root")).value
    }
  }

  private func expectAscending(_ columns: [[Double]], strict: Bool = false) {
    for (lower, higher) in zip(columns, columns.dropFirst()) {
      for (a, b) in zip(lower, higher) {
        #expect(a.isNaN == b.isNaN)
        #expect(a.isNaN || a <= b + 1e-12 * max(1, abs(b)), "\(a) ≤ \(b)")
      }
    }
  }

  @Test("minimum ≤ harmonic ≤ geometric ≤ arithmetic ≤ maximum", arguments: UInt64(1)...60) func order(seed: UInt64)
    throws
  {
    let draw = Draw(seed: seed)
    expectAscending(try [.min, .harmonic, .geometric, .mean, .max].map { try draw.values($0) })
  }

  @Test("and so for attainments under points", arguments: UInt64(1)...60) func attainments(seed: UInt64) throws {
    let draw = Draw(seed: seed, points: true)
    expectAscending(try [.min, .harmonic, .geometric, .mean, .max].map { try draw.values($0, points: 30) })
    for value in try draw.values(.geometric, points: 30) { #expect(value.isNaN || (0...30).contains(value)) }
    // The mean of attainments is what the sum gives after re-scaling (R4).
    #expect(near(try draw.values(.sum, points: 30), try draw.values(.mean, points: 30)))
  }

  @Test("the power mean rises with its power, and has the others as cases", arguments: UInt64(1)...60)
  func powers(seed: UInt64) throws {
    let draw = Draw(seed: seed)
    let powers: [Double] = [-6, -2, -1, -0.5, 0.5, 1, 2, 3, 6]
    expectAscending(try powers.map { try draw.values(.power($0)) })
    #expect(near(try draw.values(.power(-1)), try draw.values(.harmonic)))
    #expect(near(try draw.values(.power(1)), try draw.values(.mean)))
    for (a, b) in zip(try draw.values(.power(1e-6)), try draw.values(.geometric)) { #expect(near(a, b, 1e-4)) }
  }

  @Test("minimum ≤ median ≤ maximum; trimming and picking the best stay between", arguments: UInt64(1)...60)
  func middles(seed: UInt64) throws {
    let draw = Draw(seed: seed)
    expectAscending(try [.min, .median, .max].map { try draw.values($0) })
    // Of one or two values trimming leaves none.
    let trimmed = try draw.values(.trimmed(1))
    let isLeft = trimmed.map { !$0.isNaN }
    expectAscending(
      try [draw.values(.min), trimmed, draw.values(.max)].map { zip($0, isLeft).filter(\.1).map(\.0) })
    expectAscending(try [.min, .best(3), .best(2), .best(1)].map { try draw.values($0) })
    #expect(near(try draw.values(.best(1)), try draw.values(.max)))
  }

  /// A unit's wins are others' losses.
  @Test("Copeland balances add up to 0 and lie within the number of others", arguments: UInt64(1)...40)
  func copeland(seed: UInt64) throws {
    for overLeaves in [false, true] {
      let values = try Draw(seed: seed).values(.copeland(overLeaves: overLeaves)).filter { !$0.isNaN }
      #expect(near(values.reduce(0, +), 0))
      for value in values { #expect(abs(value) <= Double(values.count - 1)) }
    }
  }
}
