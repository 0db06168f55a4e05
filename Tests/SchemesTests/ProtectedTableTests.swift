import Findings
import Testing

@testable import Schemes

/// Only counts and flags leave a table of work secrets.
@Suite struct ProtectedTableTests {
  static let secret = CatalogueTable(
    id: "t",
    columns: [
      CatalogueColumn(id: "a", kind: .integer, isNullable: false, range: 0...10),
      CatalogueColumn(id: "flag", kind: .boolean, isNullable: false),
      CatalogueColumn(id: "who", kind: .text, isNullable: false),
      CatalogueColumn(id: "day", kind: .date, isNullable: false),
    ], isComplete: true,
    stages: CatalogueStages(triggered: "day", confirmed: "day", role: "who", result: "who", positive: ["属实"]),
    isProtected: true)
  static let open = CatalogueTable(
    id: "o", columns: [CatalogueColumn(id: "beds", kind: .integer, isNullable: false, range: 1...900)], coveredBy: "t")

  private func codes(_ measure: String, _ rest: String = "") -> [String] {
    Exhibit.body(
      "", "measures:\n  m: \(measure)\nnodes: {id: 总分, of: mean, children: [{id: n, weight: 1, measure: m}]}\n\(rest)",
      tables: [Self.secret, Self.open]
    ).findings().log.findings.filter { $0.severity == .problem }.map(\.code)
  }

  @Test(
    arguments: [
      "{table: t, take: count}", "{table: t, take: count, where: \"who = 'x'\"}",
      "{table: t, take: count, value: who}", "{table: t, take: share, value: flag}",
      "{table: t, take: sum, value: \"CASE WHEN a > 3 THEN 1 ELSE 0 END\"}",
      "{table: t, take: count, unique: {by: who, keep: max a}}",
      "{table: t, first: {by: who, take: max}, value: flag, take: sum}",
      "{table: t, take: count, per: {table: o, value: beds, take: mean}}",
      "{table: o, value: beds, take: sum, per: {table: t, take: count}}",
      "{table: o, value: beds, take: sum, covered_by: t}", "{table: t, take: count, covered_by: o}",
    ])
  func isAllowed(measure: String) { #expect(codes(measure) == []) }

  @Test(
    arguments: [
      "{table: t, take: mean, value: a}", "{table: t, take: sum, value: a}", "{table: t, take: max, value: flag}",
      "{table: t, take: last, value: a}", "{table: t, take: median, value: a}",
      "{table: t, take: {trimmed: {drop: 1, min: 3, else: mean}}, value: a}",
      "{table: t, first: {by: who, take: mean}, value: a, take: max}",
      "{table: t, first: {by: who, take: sum}, value: a, take: sum}",
      "{table: o, value: beds, take: sum, per: {table: t, value: a, take: sum}}",
    ])
  func isRefused(measure: String) { #expect(codes(measure).contains("measure-protected-take"), "\(codes(measure))") }

  @Test func noViewRosterLeavesDecisionsOrTitles() {
    #expect(codes("{view: \"SELECT * FROM v_s_t\", take: sum}").contains("measure-protected-view"))
    #expect(codes("{view: \"SELECT * FROM \\\"V_s_t\\\" x\", take: sum}").contains("measure-protected-view"))
    #expect(!codes("{view: \"SELECT * FROM v_s_total, v_s_to\", take: sum}").contains("measure-protected-view"))
    let roster = "{table: o, value: beds, first: {by: beds, take: sum, over: t}, take: sum}"
    #expect(codes(roster).contains("scheme-protected-table"))
    #expect(codes("{table: o, value: beds, take: sum}", "decisions: t\n").contains("scheme-protected-table"))
  }

  @Test func stagesAreAsGoodAsConfirmed() {
    let rest = """
      rank: {node: 总分}
      grades: {bands: [{grade: 合格}]}
      effects: [{id: e, when: {measure: m, at_least: 1}, cap_grade: 合格}]
      """
    #expect(codes("{table: t, take: count}", rest) == [])
    #expect(codes("{table: o, take: count}", rest) == ["effect-unconfirmed"])
  }
}
