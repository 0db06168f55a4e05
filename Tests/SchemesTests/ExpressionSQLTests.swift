import Findings
import Testing

@testable import Schemes

@Suite struct ExpressionSQLTests {
  static let renderings: [(String, String)] = [
    ("1", "1"),
    ("-5", "(-5)"),
    ("1.5", "1.5"),
    ("NULL", "NULL"),
    ("true", "1"),
    ("'o''clock'", "'o''clock'"),
    ("'\u{0}'", "CAST(X'00' AS TEXT)"),
    ("a", "\"a\""),
    ("\"a\"\"b\"", "\"a\"\"b\""),
    ("a + 2 * x", "(\"a\" + (2 * \"x\"))"),
    ("(a + 2) * x", "((\"a\" + 2) * \"x\")"),
    ("a - 1 - 2", "((\"a\" - 1) - 2)"),
    ("-a", "(- \"a\")"),
    ("a / 2.0", "(CAST(\"a\" AS REAL) / 2.0)"),
    ("a = 1 or a = 2 and not a = 3", "((\"a\" = 1) OR ((\"a\" = 2) AND (NOT (\"a\" = 3))))"),
    ("a != 1", "(\"a\" <> 1)"),
    ("a >= $下限", "(\"a\" >= 85)"),
    ("认定 = $开", "(\"认定\" = 1)"),
    ("类型 = '住院'", "(\"类型\" = '住院')"),
    ("类型 IN ('住院', '门诊')", "(\"类型\" IN ('住院', '门诊'))"),
    ("类型 NOT IN ('住院')", "(\"类型\" NOT IN ('住院'))"),
    ("类型 LIKE '%院'", "qh_like(\"类型\", '%院')"),
    ("类型 NOT LIKE '_院'", "NOT qh_like(\"类型\", '_院')"),
    ("x BETWEEN 0 AND 0.5", "(\"x\" BETWEEN 0 AND 0.5)"),
    ("x NOT BETWEEN 0 AND 0.5", "(\"x\" NOT BETWEEN 0 AND 0.5)"),
    ("b IS NULL", "(\"b\" IS NULL)"),
    ("b IS NOT NULL", "(\"b\" IS NOT NULL)"),
    ("coalesce(b, 0)", "coalesce(\"b\", 0)"),
    ("nullif(a, 0)", "nullif(\"a\", 0)"),
    ("min(a, x)", "min(\"a\", \"x\")"),
    ("round(x, 2)", "round(\"x\", 2)"),
    ("length(类型)", "length(\"类型\")"),
    ("substr(类型, 1, 1)", "substr(\"类型\", 1, 1)"),
    ("CASE WHEN a > 1 THEN 1 ELSE 0 END", "CASE WHEN (\"a\" > 1) THEN 1 ELSE 0 END"),
    ("CASE 类型 WHEN '住院' THEN 1 ELSE 0 END", "CASE WHEN (\"类型\" = '住院') THEN 1 ELSE 0 END"),
    // Days are yyyymmdd, moments yyyymmddhhmmss; a moment beside a day counts as its day.
    ("期限 >= '2025-01-31'", "(\"期限\" >= 20250131)"),
    ("'2025-01-31' <= 期限", "(20250131 <= \"期限\")"),
    ("期限 BETWEEN '2025-01-01' AND :period_end", "(\"期限\" BETWEEN 20250101 AND :period_end)"),
    ("期限 IN ('2025-01-01')", "(\"期限\" IN (20250101))"),
    ("提交 < '2025-01-31 08:30'", "(\"提交\" < 20250131083000)"),
    ("提交 <= '2025-01-31'", "((\"提交\" / 1000000) <= 20250131)"),
    ("提交 <= :as_of", "((\"提交\" / 1000000) <= :as_of)"),
    ("提交 <= 期限", "((\"提交\" / 1000000) <= \"期限\")"),
    ("coalesce(销号, '2199-12-31') > 期限", "(coalesce(\"销号\", 21991231) > \"期限\")"),
    ("days(期限, :as_of)", "qh_days(\"期限\", :as_of)"),
    ("days('2025-01-01', 提交)", "qh_days(20250101, (\"提交\" / 1000000))"),
    ("months(期限, 销号)", "qh_months(\"期限\", \"销号\")"),
    ("hours(提交, '2025-01-01 12:00:01')", "qh_hours(\"提交\", 20250101120001)"),
  ]

  @Test(arguments: renderings)
  func `Expressions become SQL with quoted names and days as integers`(text: String, sql: String) throws {
    let log = FindingLog()
    let result = try #require(checked(text, log: log), "\(summary(log))")
    let rendered = result.expression.expression.sql(over: columnsOfAllKinds)
    #expect(rendered == sql || rendered == "(\(sql))")
  }

  @Test func `Columns can be named by the query`() throws {
    let result = try #require(checked("a > 1 AND 类型 = '住院'", log: FindingLog()))
    let sql = result.expression.expression.sql(over: columnsOfAllKinds) { "t.\(quotedIdentifier($0))" }
    #expect(sql == "((t.\"a\" > 1) AND (t.\"类型\" = '住院'))")
  }

  @Test func `No text breaks out of its quotes`() throws {
    let result = try #require(checked("备注 IS NOT NULL AND 备注 = '''; DROP TABLE t; --'", log: FindingLog()))
    #expect(
      result.expression.expression.sql(over: columnsOfAllKinds)
        == "((\"备注\" IS NOT NULL) AND (\"备注\" = '''; DROP TABLE t; --'))")
    #expect(quotedIdentifier("a\"; DROP TABLE t; --") == "\"a\"\"; DROP TABLE t; --\"")
  }
}
