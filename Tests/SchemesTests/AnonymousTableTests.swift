import Findings
import Testing

@testable import Schemes

/// Of the answers of people schemes ask for marks and options, never for what picks out one of them.
@Suite struct AnonymousTableTests {
  private static let columns = [
    CatalogueColumn(id: "no", kind: .integer, isNullable: false, range: 1...9999),
    CatalogueColumn(id: "serial", kind: .integer, isNullable: false),
    CatalogueColumn(id: "day", kind: .date, isNullable: false),
    CatalogueColumn(id: "moment", kind: .datetime, isNullable: false),
    CatalogueColumn(id: "words", kind: .text, isNullable: false),
    CatalogueColumn(id: "kind", kind: .text, isNullable: false, values: ["住院", "门诊"]),
    CatalogueColumn(id: "time", kind: .integer, isNullable: true, isDuration: true),
    CatalogueColumn(id: "mark", kind: .number, isNullable: false, range: 0...100),
    CatalogueColumn(id: "flag", kind: .integer, isNullable: false, range: 0...1),
    CatalogueColumn(id: "yes", kind: .boolean, isNullable: false),
  ]
  /// The same table with a mark of careless answers.
  private static let marked: CatalogueTable = {
    var table = answers
    table.careless = ["flag"]
    return table
  }()
  private static let answers = CatalogueTable(id: "t", columns: columns, isAnonymous: true, key: ["no", "moment"])
  private static let visits = CatalogueTable(id: "o", columns: columns, key: ["no"])

  private func codes(_ measure: String) -> [String] {
    Exhibit.body(
      "", "measures:\n  m: \(measure)\nnodes: {id: 总分, of: mean, children: [{id: n, weight: 1, measure: m}]}\n",
      tables: [Self.answers, Self.visits]
    ).findings().log.findings.filter { $0.severity == .problem }.map(\.code)
  }

  /// The table of another system has no name here but its view's.
  @Test(arguments: [
    ("SELECT unit_id, p_from, p_to, no AS value FROM v_s_t", ["measure-anonymous-column"]),
    ("SELECT unit_id, p_from, p_to, mark AS value FROM v_s_t", []),
    ("SELECT unit_id, p_from, p_to, 1 AS value FROM v_s_secret", ["measure-protected-view"]),
    // The own table of that name holds no answers.
    ("SELECT unit_id, p_from, p_to, no AS value FROM v_own_t", []),
  ])
  func `A SELECT over another system's table is looked at`(sql: String, codes: [String]) {
    let log = FindingLog()
    let text =
      schemeHead + "measures: {m: {view: \"\(sql)\", take: mean, range: [0, 100]}}\nnodes: {id: 总分, measure: m}\n"
    var catalogue = Catalogue(tables: [CatalogueTable(id: "t", columns: Self.columns)], registerColumns: [])
    catalogue.elsewhere = [
      CatalogueTableElsewhere(system: "s", table: Self.answers),
      CatalogueTableElsewhere(system: "s", table: CatalogueTable(id: "secret", columns: [], isProtected: true)),
    ]
    if let scheme = readScheme(text, log: log) { check(scheme, against: catalogue, log: log) }
    #expect(log.findings.map(\.code) == codes)
  }

  @Test(arguments: [
    "{table: t, take: count}", "{table: t, value: mark, take: mean}", "{table: t, value: mark, take: median}",
    "{table: t, where: \"kind = '住院'\", value: mark, take: mean}", "{table: t, value: flag, take: share}",
    "{table: t, value: \"CASE WHEN mark >= 60 AND yes THEN 1 ELSE 0 END\", take: share}",
    "{table: t, value: mark, first: {by: kind, take: mean}, take: mean}",
    "{table: t, where: \"coalesce(time, 0) >= 30\", value: mark, take: mean}",
    "{table: t, where: \"time IS NOT NULL AND time < 3600\", value: mark, take: mean}",
    "{table: t, value: mark, take: {trimmed: {drop: 1, min: 5, else: mean}}}", "{table: t, take: count, dated_by: day}",
    "{table: o, value: \"CASE WHEN no = 12 THEN mark ELSE 0 END\", take: max, range: [0, 100]}",
    "{view: \"SELECT unit_id, p_from, p_to, mark AS value FROM v_s_t\", take: mean, range: [0, 100]}",
    "{view: \"SELECT unit_id, p_from, p_to, no AS value FROM v_s_o\", take: max, range: [0, 100]}",
  ])
  func isAllowed(measure: String) { #expect(codes(measure) == []) }

  @Test(arguments: [
    "{table: t, value: \"CASE WHEN no = 12 THEN mark ELSE 0 END\", take: sum}",
    "{table: t, where: \"no <> 12\", value: mark, take: mean}", "{table: t, value: no, take: mean}",
    "{table: t, where: \"serial <> 12\", value: mark, take: mean}",
    "{table: t, where: \"day > '2025-03-01'\", value: mark, take: mean}",
    "{table: t, value: \"days(day, :period_end)\", take: mean, range: [0, 400]}",
    "{table: t, where: \"hours(moment, moment) = 0\", take: count}",
    "{table: t, where: \"words LIKE '%张%'\", value: mark, take: mean}", "{table: t, value: words, take: count}",
    "{table: t, where: \"coalesce(time, 0) = 37\", value: mark, take: mean}",
    "{table: t, where: \"abs(coalesce(time, 0) - 37) < 1\", value: mark, take: mean}",
    "{table: t, where: \"coalesce(time, 0) > mark\", value: mark, take: mean}",
    "{table: t, where: \"coalesce(time, 0) BETWEEN 37 AND 37\", value: mark, take: mean}",
    "{table: t, value: \"CASE WHEN coalesce(time, 0) > 37 THEN mark ELSE 0 END\", take: sum}",
    "{table: t, value: mark, unique: {by: no, keep: max mark}, take: sum}",
    "{table: t, value: mark, unique: {by: kind, keep: max day}, take: sum}",
    "{table: t, value: mark, first: {by: words, take: mean}, take: mean}",
    "{table: t, value: mark, first: {by: time, take: mean}, take: mean}",
    "{table: o, take: count, per: {table: t, where: \"no <> 12\", take: count}}",
    "{view: \"SELECT unit_id, p_from, p_to, mark AS value FROM v_s_t WHERE \\\"no\\\" <> 12\", take: mean, range: [0, 100]}",
  ])
  func isRefusedForItsColumn(measure: String) { #expect(codes(measure) == ["measure-anonymous-column"]) }

  @Test(arguments: [
    "{table: t, value: mark, take: max}", "{table: t, value: mark, take: min}", "{table: t, value: mark, take: last}",
    "{table: t, value: mark, take: {trimmed: {drop: 1, min: 5, else: max}}}",
    "{table: t, value: mark, first: {by: kind, take: max}, take: mean}",
    "{table: t, value: mark, first: {by: kind, take: mean}, take: max}",
    "{table: o, take: count, per: {table: t, value: mark, take: max}}",
    "{view: \"SELECT unit_id, p_from, p_to, mark AS value FROM v_s_t\", take: max, range: [0, 100]}",
  ])
  func isRefusedForItsReducer(measure: String) { #expect(codes(measure) == ["measure-anonymous-take"]) }

  /// Both of the same measure are told in one pass, each once.
  @Test func everythingIsToldAtOnce() {
    let measure = "{table: t, value: \"CASE WHEN no = 12 OR no = 13 THEN mark ELSE 0 END\", take: max}"
    #expect(codes(measure) == ["measure-anonymous-column", "measure-anonymous-take"])
  }

  /// Two numbers of the same answers, one with and one without the careless, are a number about the careless.
  @Test(arguments: [
    ("{table: t, value: mark, take: mean}", "{table: t, where: \"flag = 0\", value: mark, take: mean}", true),
    ("{table: t, where: \"flag = 0\", value: mark, take: median}", "{table: t, value: mark, take: mean}", true),
    (
      "{table: t, where: \"mark >= 60\", take: count}", "{table: t, where: \"flag = 0 AND mark >= 60\", take: count}",
      true
    ),
    (
      "{table: t, value: \"CASE WHEN flag = 1 THEN 0 ELSE mark END\", take: mean}",
      "{table: t, value: mark, take: mean}", true
    ),
    (
      "{table: t, take: count, per: {table: t, where: \"flag = 0\", value: mark, take: sum}}",
      "{table: t, value: mark, take: mean}", true
    ),
    (
      "{view: \"SELECT unit_id, p_from, p_to, mark AS value FROM v_s_t WHERE flag = 0\", take: mean, range: [0, 100]}",
      "{table: t, value: mark, take: mean}", true
    ),
    (
      "{table: t, where: \"flag = 0\", value: mark, take: mean}",
      "{table: t, where: \"flag = 0\", value: mark, take: median}",
      false
    ),
    ("{table: t, value: flag, take: share}", "{table: t, where: \"flag = 0\", value: mark, take: mean}", false),
    ("{table: t, value: yes, take: share}", "{table: t, where: \"flag = 0\", value: mark, take: mean}", false),
    ("{table: o, value: mark, take: mean}", "{table: o, where: \"flag = 0\", value: mark, take: mean}", false),
  ])
  func carelessAnswersAreLeftOutAlike(first: String, second: String, isRefused: Bool) {
    let found = Exhibit.body(
      "",
      "measures:\n  m: \(first)\n  k: \(second)\nnodes: {id: 总分, of: mean, children: [{id: n, weight: 1, measure: m}, {id: l, weight: 1, measure: k}]}\n",
      tables: [Self.marked, Self.visits]
    ).findings().log.findings.filter { $0.severity == .problem }.map(\.code)
    #expect(found == (isRefused ? ["measure-careless-mixed"] : []))
  }
}
