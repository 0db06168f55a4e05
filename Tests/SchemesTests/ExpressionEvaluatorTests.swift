import Findings
import Register
import Testing

@testable import Schemes

@Suite struct ExpressionEvaluatorTests {
  static let row = ["state": "", "name": "肾病内科", "peer_group": "内科系", "valid_from": "2010-01-01"]

  static let cases: [(String, Bool)] = [
    ("state <> '撤销'", true),
    ("state = ''", true),
    ("absent = ''", true),
    ("absent IS NULL", false),
    ("nullif(state, '') IS NULL", true),
    ("nullif(state, '') = 'x'", false),
    ("NOT nullif(state, '') = 'x'", false),
    ("coalesce(nullif(state, ''), '正常') = '正常'", true),
    ("name LIKE '%内科'", true),
    ("name LIKE '_内科'", false),
    ("name NOT LIKE '外%'", true),
    ("peer_group IN ('内科系', '外科系')", true),
    ("peer_group NOT IN ('内科系', NULL)", false),
    ("valid_from < '2018-01-01' AND name <> ''", true),
    ("valid_from BETWEEN '2010-01-01' AND '2010-12-31'", true),
    ("length(name) = 4", true),
    ("substr(name, 1, 2) = '肾病'", true),
    ("substr(name, -2) = '内科'", true),
    ("CASE WHEN state = '' THEN 1 ELSE 0 END = 1", true),
    ("1 + 2 * 3 = 7 AND 7 / 2.0 = 3.5", true),
    ("1 / 0.0 = 1 OR true", true),
    ("abs(-2) = 2 AND round(2.345, 1) = 2.3 AND max('a', 'b') = 'b'", true),
    ("name = 1", false),
  ]

  @Test(arguments: cases)
  func `Conditions over the register's texts`(text: String, expected: Bool) throws {
    let expression = try #require(parseExpression(text, at: .file("e"), log: FindingLog()))
    #expect(expression.expression.evaluate(row: Self.row).isTrue == expected)
  }

  @Test func `Moments are the days that are given`() throws {
    let expression = try #require(parseExpression(":as_of >= 20250101", at: .file("e"), log: FindingLog()))
    let day = try #require(CalendarDate(yyyymmdd: 20_250_630))
    #expect(expression.expression.evaluate(row: [:], moments: [.asOf: day]) == .number(1))
    #expect(expression.expression.evaluate(row: [:]) == .null)
  }

  @Test func `Units are selected by kind and condition`() throws {
    let units = try #require(readScheme(wholeScheme, log: FindingLog())).units
    #expect(units.includes(kind: "科室", row: ["state": ""]))
    #expect(!units.includes(kind: "科室", row: ["state": "撤销"]))
    #expect(!units.includes(kind: "党支部", row: ["state": ""]))
    #expect(Scheme.UnitSelection().includes(kind: "党支部", row: [:]))
  }

  @Test func `LIKE is case-sensitive and does not blow up`() {
    #expect(matches("ABC", likePattern: "A_C"))
    #expect(!matches("abc", likePattern: "A%"))
    #expect(matches("", likePattern: "%%"))
    #expect(!matches("", likePattern: "_"))
    #expect(matches("a%b", likePattern: "a%b"))
    let text = String(repeating: "a", count: 2000)
    #expect(!matches(text, likePattern: String(repeating: "a%", count: 50) + "b"))
  }
}
