import Findings
import Testing

@testable import Schemes

@Suite struct CatalogueCheckTests {
  /// One leaf worth 10 points over a measure of the exhibits' table: a is 0…10, flag yes or no, the table is complete.
  private func findings(_ measure: String, steps: String, tables: [CatalogueTable] = [exhibitTable]) -> [String] {
    let log = FindingLog()
    let text =
      schemeHead + """
        measures: {m: \(measure)}
        nodes: {id: 总分, points: 10, measure: m, steps: \(steps)}
        """
    if let scheme = readScheme(text, log: log) {
      check(scheme, against: Catalogue(tables: tables, registerColumns: []), log: log)
    }
    return log.findings.map(\.code)
  }

  @Test func `Steps that clamp need no range`() {
    #expect(findings("{table: t, take: count}", steps: "[{linear: [[0, 10], [5, 0]]}]") == [])
    #expect(findings("{table: t, take: count}", steps: "[{deduct: {each: 1}}]") == [])
    #expect(findings("{table: t, take: count}", steps: "[{add: {each: 1}}]") == [])
    #expect(findings("{table: t, take: count}", steps: "[pass]") == [])
    #expect(findings("{table: t, take: count}", steps: "[{goalposts: {bounds: [0, 7], to: [0, 10]}}]") == [])
    #expect(findings("{table: t, value: empty, take: mean}", steps: "[{proportional: {full: 5}}]") == [])
  }

  @Test func `Ranges come from columns, reducers and measures`() {
    #expect(findings("{table: t, value: a, take: mean}", steps: "[]") == [])
    #expect(findings("{table: t, value: a, take: sum}", steps: "[]") == ["measure-range-missing"])
    #expect(findings("{table: t, value: a, take: sum, range: [0, 10]}", steps: "[]") == [])
    #expect(findings("{table: t, value: flag, take: share}", steps: "[{times: 10}]") == [])
    #expect(findings("{table: t, value: flag, take: share}", steps: "[{times: 11}]") == ["scheme-points-interval"])
    #expect(findings("{table: t, value: flag, take: share, times: 10}", steps: "[]") == [])
    #expect(findings("{table: t, value: a, take: mean}", steps: "[{times: -1}]") == ["scheme-points-interval"])
    #expect(findings("{table: t, value: empty, take: mean}", steps: "[]") == ["measure-range-missing"])
    #expect(
      findings("{table: t, value: 'CASE WHEN a > 3 THEN 10 ELSE 0 END', take: mean}", steps: "[]") == [])
    #expect(
      findings("{table: t, value: a, first: {by: text, take: count}, take: mean}", steps: "[]")
        == ["measure-range-missing"])
  }

  @Test func `A share is of yes and no, also over groups`() {
    func codes(_ measure: String) -> [String] { findings(measure, steps: "[{proportional: {full: 1}}]") }
    #expect(codes("{table: t, value: 'a > 3', take: share}") == [])
    #expect(codes("{table: t, value: 'CASE WHEN a > 3 THEN 1 ELSE 0 END', take: share}") == [])
    #expect(codes("{table: t, value: 'CASE WHEN a > 3 THEN 1 ELSE 0.5 END', take: share}") == ["measure-share-values"])
    #expect(codes("{table: t, value: flag, first: {by: text, take: max}, take: share}") == [])
    #expect(codes("{table: t, value: flag, first: {by: text, take: mean}, take: share}") == ["measure-share-values"])
    #expect(codes("{table: t, value: a, first: {by: text, take: max}, take: share}") == ["measure-share-values"])
    #expect(codes("{table: t, value: a, first: {by: text, take: share}, take: mean}") == ["measure-share-values"])
  }

  @Test func `Only what the range reaches counts`() {
    // a ≤ 10: the line is never seen beyond 10, where it gives 10, or 5 of the 10 points.
    #expect(findings("{table: t, value: a, take: mean}", steps: "[{linear: [[0, 0], [10, 10], [20, 50]]}]") == [])
    #expect(
      findings("{table: t, value: a, take: mean}", steps: "[{linear: [[0, 0], [20, 10]]}]") == [
        "scheme-points-unreachable"
      ])
    #expect(
      findings("{table: t, value: a, take: mean}", steps: "[{linear: [[0, 0], [10, 12]]}]") == [
        "scheme-points-interval"
      ])
    #expect(findings("{table: t, value: a, take: mean}", steps: "[{bands: [[9, 10], [0, 0]]}]") == [])
    #expect(
      findings("{table: t, value: empty, take: mean}", steps: "[{bands: [[9, 10], [0, 0]]}]")
        == ["step-bands-stop-short"])
  }

  @Test func `The interval is stated`() {
    let log = FindingLog()
    let text =
      schemeHead + """
        measures: {m: {table: t, value: a, take: mean}}
        nodes: {id: 总分, points: 10, measure: m, steps: [{times: 2}]}
        """
    if let scheme = readScheme(text, log: log) {
      check(scheme, against: Catalogue(tables: [exhibitTable], registerColumns: []), log: log)
    }
    #expect(
      log.findings.first?.wording(in: .english).found == "“总分” can come out at 0 … 20, outside its 0 … 10 points.")
    #expect(log.findings.first?.wording(in: .chinese).found == "“总分”的结果可能为0至20，超出0至10分。")
  }

  /// M6, on a table that is neither complete nor covered, one that is complete, one that is covered.
  static let emptyRules: [(String, String, bare: Bool, complete: Bool, covered: Bool)] = [
    ("count", "0", false, true, true),
    ("count", "missing", true, true, true),
    ("count", "not_applicable", false, true, true),
    ("count", "3", false, false, true),
    ("mean", "0", false, false, true),
    ("mean", "full", false, true, true),
  ]

  @Test(arguments: emptyRules)
  func `What nobody has looked at does not become a value`(
    take: String, empty: String, bare: Bool, complete: Bool, covered: Bool
  ) {
    for (isAllowed, kind) in [(bare, 0), (complete, 1), (covered, 2)] {
      let t = table(
        "t", complete: kind == 1, coveredBy: kind == 2 ? "u" : nil,
        CatalogueColumn(id: "a", kind: .integer, isNullable: false, range: 0...10))
      let codes = findings(
        "{table: t, value: a, take: \(take), empty: \(empty)}", steps: "[{proportional: {full: 10}}]",
        tables: [t, table("u")])
      #expect(codes == (isAllowed ? [] : ["measure-empty-uncovered"]), "\(take) \(empty) \(kind)")
    }
  }

  @Test func `Every reference to a table is looked up, with the near miss`() {
    let log = FindingLog()
    let text =
      schemeHead + """
        units: {where: "stat = ''", peers: state}
        measures:
          m: {table: tt, take: count, covered_by: uu}
          o: {table: t, take: mean, value: aa, first: {by: texte, take: mean}, unique: {by: texts, keep: max dai}}
          p: {table: t, take: count, per: {table: v, take: count}, dated_by: dayy}
        facts: {f: {register: stat, is: x}}
        eligible: [{fact: f}]
        rank: {node: 总分}
        nodes: {id: 总分, of: mean, children: [{id: a, weight: 1, measure: m}, {id: b, weight: 1, measure: o}, {id: c, weight: 1, measure: p}]}
        """
    if let scheme = readScheme(text, log: log) {
      check(scheme, against: Catalogue(tables: [exhibitTable], registerColumns: ["state"]), log: log)
    }
    let count = log.countByCode
    #expect(count["scheme-table-unknown"] == 3, "tt, uu and v; no column under an unknown table is looked up")
    #expect(count["scheme-column-unknown"] == 5, "aa, texte, texts, dai, dayy")
    #expect(count["scheme-register-column-unknown"] == 2, "stat in units.where and in the fact")
    #expect(log.findings.contains { $0.wording(in: .english).found.hasSuffix("Did you mean “day”?") })
  }

  @Test func `Caps and vetoes of confirmed tables are accepted`() {
    let log = FindingLog()
    let text =
      schemeHead + """
        measures: {m: {table: t, take: count}}
        nodes: {id: 总分, measure: m}
        rank: {node: 总分}
        grades: {bands: [{grade: 合格}]}
        effects: [{id: e, when: {measure: m, at_least: 1}, set_grade: 合格}]
        """
    if let scheme = readScheme(text, log: log) {
      check(
        scheme, against: Catalogue(tables: [table("t", confirmed: "认定")], registerColumns: []), log: log)
    }
    #expect(summary(log) == [])
  }
}
