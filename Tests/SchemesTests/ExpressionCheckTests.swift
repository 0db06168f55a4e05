import Findings
import Testing

@testable import Schemes

@Suite struct ExpressionCheckTests {
  /// Text with the finding's marker, and its code; nil: nothing is wrong.
  static let conditions: [(String, String?)] = [
    ("a > 3", nil),
    ("1️⃣b > 3", "expression-nullable-comparison"),
    ("a > 1️⃣b", "expression-nullable-comparison"),
    ("b IS NOT NULL AND b > 3", nil),
    ("b > 3 AND b IS NOT NULL", nil),
    ("b IS NULL OR b > 3", nil),
    ("NOT (b IS NULL) AND b > 3", nil),
    ("b IS NULL AND 1️⃣b > 3", "expression-nullable-comparison"),
    ("b IS NOT NULL OR 1️⃣b > 3", "expression-nullable-comparison"),
    ("coalesce(b, 0) > 3", nil),
    ("1️⃣coalesce(b, y) > 3", "expression-nullable-comparison"),
    ("coalesce(b > 3, false)", nil),
    ("(b > 3) IS NULL", nil),
    ("1️⃣b IN (1, 2)", "expression-nullable-comparison"),
    ("1️⃣备注 LIKE '%'", "expression-nullable-comparison"),
    ("a = 1️⃣NULL", "expression-nullable-comparison"),
    ("CASE WHEN b > 3 THEN 1 ELSE 0 END = 1", nil),
    ("CASE WHEN b IS NOT NULL THEN b > 3 ELSE false END", nil),
    ("CASE WHEN b IS NULL THEN true ELSE b > 3 END", nil),
    // A test that was NULL goes on to the ELSE: there b can still be NULL.
    ("CASE WHEN b > 5 THEN true ELSE 1️⃣b > 3 END", "expression-nullable-comparison"),
    ("销号 IS NULL OR days(期限, 销号) > 30", nil),
    ("1️⃣days(期限, 销号) > 30", "expression-nullable-comparison"),
    ("认定", nil),
    ("认定 = 1", nil),
    ("NOT 认定 AND 认定 = false", nil),
    ("a = 1️⃣'1'", "expression-kinds-differ"),
    ("类型 = 1️⃣1", "expression-kinds-differ"),
    ("期限 = 1️⃣20250101", "expression-kinds-differ"),
    ("类型 = 1️⃣'住苑'", "expression-value-unlisted"),
    ("类型 IN ('住院', 1️⃣'门珍')", "expression-value-unlisted"),
    ("期限 < 1️⃣'2025-06-31'", "expression-date-literal"),
    ("期限 < 1️⃣'2025/06/30'", "expression-date-literal"),
    ("期限 < 1️⃣'2025-06-30 08:00'", "expression-date-literal"),
    ("提交 < 1️⃣'2025-06-30 24:00'", "expression-date-literal"),
    ("a 1️⃣/ 2 > 1", "expression-integer-division"),
    ("1.0 * a / 2 > 1", nil),
    ("days(期限, :as_of) 1️⃣/ 30 > 1", "expression-integer-division"),
    ("1️⃣类型 + 1 > 2", "expression-arithmetic"),
    ("1️⃣期限 - 1 > 2", "expression-date-arithmetic"),
    ("hours(1️⃣期限, 提交) > 1", "expression-argument-kind"),
    ("length(1️⃣a) > 1", "expression-argument-kind"),
    ("1️⃣a", "expression-not-condition"),
    ("a > 1 AND 1️⃣类型", "expression-not-condition"),
    ("1️⃣缺列 > 1", "scheme-column-unknown"),
    ("a < 1️⃣current_date", "expression-clock"),
    ("a < 1️⃣now()", "expression-clock"),
    ("a < 1️⃣random()", "expression-function-unknown"),
    ("1️⃣avg(a) > 1", "expression-aggregate"),
    ("1️⃣max(a) > 1", "expression-aggregate"),
    ("1️⃣（a > 1）", "expression-character"),
    ("a > 1️⃣", "expression-syntax"),
    ("1️⃣", "expression-syntax"),
    ("a > 1 1️⃣b", "expression-syntax"),
    ("a > 1 1️⃣; DROP TABLE t", "expression-character"),
    ("类型 LIKE 1️⃣a", "expression-syntax"),
    ("CASE 1️⃣1 WHEN 1 THEN true ELSE false END", "expression-syntax"),
    ("1 < a 1️⃣< 3", "expression-chained-comparison"),
    ("a IN (1️⃣SELECT 1)", "expression-subquery"),
  ]

  @Test(arguments: conditions)
  func `A condition has the finding at its marker, or none`(marked: String, code: String?) {
    let text = MarkedText(marked, name: "e")
    let log = FindingLog()
    let result = checked(text.text, as: .condition, log: log)
    #expect(summary(log) == (code.map { ["\(text.places[1]?.text ?? "no marker") \($0)"] } ?? []))
    #expect((result == nil) == (code != nil))
  }

  @Test func `All problems of an expression are told at once`() {
    let log = FindingLog()
    #expect(checked("b > 3 AND 类型 = 5 AND a / 2 > 1 AND 缺列 = 1", as: .condition, log: log) == nil)
    #expect(
      log.findings.map(\.code) == [
        "expression-nullable-comparison", "expression-kinds-differ", "expression-integer-division",
        "scheme-column-unknown",
      ])
  }

  /// Hand-worked: a is 0…10, x is −1…1.
  static let intervals: [(String, Double, Double)] = [
    ("a", 0, 10), ("-a", -10, 0), ("a + x", -1, 11), ("a - x", -1, 11), ("a * x", -10, 10), ("x * x", -1, 1),
    ("a / 4.0", 0, 2.5), ("a / x", -.infinity, .infinity), ("abs(x)", 0, 1), ("abs(x - 3)", 2, 4),
    ("min(a, 5)", 0, 5), ("max(a, 5)", 5, 10), ("round(x * 1.26, 1)", -1.3, 1.3), ("length(类型)", 0, .infinity),
    ("a > 3", 0, 1), ("CASE WHEN a > 3 THEN 2 ELSE x END", -1, 2), ("coalesce(b, 0)", -.infinity, .infinity),
    ("b * 0", 0, 0), ("认定", 0, 1),
  ]

  @Test(arguments: intervals)
  func `Ranges follow interval arithmetic`(text: String, low: Double, high: Double) throws {
    let type = try #require(checked(text, log: FindingLog())).type
    #expect(type.bounds == Bounds(low, high))
  }

  @Test func `Kinds and empties are derived`() throws {
    func type(_ text: String) throws -> ExpressionType { try #require(checked(text, log: FindingLog())).type }
    #expect(try type("a + 1").kind == .integer)
    #expect(try type("a + 1.0").kind == .number)
    #expect(try type("b + 1").isNullable)
    #expect(try !type("coalesce(b, 0)").isNullable)
    #expect(try type("nullif(a, 0)").isNullable)
    #expect(try type("1.0 / a").isNullable, "division by 0 is NULL")
    #expect(try !type("1.0 / (a + 1)").isNullable)
    #expect(try type("coalesce(销号, '2025-01-01')").kind == .date)
    #expect(try type("CASE WHEN a > 1 THEN 1 ELSE 0.5 END").kind == .number)
  }
}
