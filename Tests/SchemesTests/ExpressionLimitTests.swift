import Findings
import Testing

@testable import Schemes

@Suite(.timeLimit(.minutes(1))) struct ExpressionLimitTests {
  static let hostile: [String] = [
    String(repeating: "(", count: 100_000),
    String(repeating: "(", count: 900) + "1" + String(repeating: ")", count: 900),
    String(repeating: "NOT ", count: 1500) + "a = 1",
    String(repeating: "-", count: 1900) + "a",
    "a" + String(repeating: " + a", count: 900),
    "a = 1" + String(repeating: " OR a = 1", count: 400),
    String(repeating: "CASE WHEN a = 1 THEN ", count: 300) + "1" + String(repeating: " ELSE 0 END", count: 300),
    String(repeating: "CASE ", count: 1000),
    String(repeating: "coalesce(b, ", count: 90) + "1" + String(repeating: ")", count: 90),
    String(repeating: "abs(", count: 500) + "a" + String(repeating: ")", count: 500),
    String(repeating: "'", count: 999), String(repeating: "\u{0}", count: 10), "1e999",
    "9" + String(repeating: "9", count: 400),
    "\u{202E}a = 1", "a\u{0301}\u{FE0F}\u{20E3} = 1", ":", "$", "\"\"", "1..2", "1e", "0x10", "a.b", "a||b", "--", "/*",
  ]

  @Test(arguments: hostile.indices)
  func `Hostile input neither overflows nor hangs`(index: Int) {
    let log = FindingLog()
    let result = checked(Self.hostile[index], log: log)
    #expect(result != nil || log.hasProblems)
    _ = result?.expression.expression.sql(over: columnsOfAllKinds)
  }

  @Test func `Nesting up to the limit is read`() throws {
    let depth = ExpressionParser.deepest - 2
    let text = String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
    #expect(try #require(checked(text, log: FindingLog())).expression.expression == .column("a"))
    let sum = "a" + String(repeating: " + 1", count: depth)
    #expect(try #require(checked(sum, log: FindingLog())).type.bounds == Bounds(Double(depth), Double(depth + 10)))
  }

  @Test func `Random words never crash, and give an expression or a finding`() {
    let words = [
      "a", "b", "类型", "期限", "(", ")", ",", "+", "-", "*", "/", "=", "<", "AND", "OR", "NOT", "IN", "LIKE", "BETWEEN",
      "IS", "NULL", "CASE", "WHEN", "THEN", "ELSE", "END", "1", "2.5", "'住院'", "'2025-01-01'", "coalesce(", "days(",
      ":as_of", "$下限", "\"", "'", "认定",
    ]
    var random = SeededGenerator(seed: 20_250_630)
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
      let log = FindingLog()
      if let result = checked(text, log: log) {
        _ = result.expression.expression.sql(over: columnsOfAllKinds)
        _ = result.expression.expression.evaluate(row: ["a": "1"])
      } else if !log.hasProblems {
        Issue.record("neither an expression nor a finding: \(text)")
      }
    }
  }
}

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers for a seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
