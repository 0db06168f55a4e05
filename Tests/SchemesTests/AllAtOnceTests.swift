import Documents
import Findings
import Testing

@testable import Schemes

/// One pass tells every mistake, and each mistake once.
@Suite struct AllAtOnceTests {
  private let catalogue = Catalogue(tables: [exhibitTable, table("u")], registerColumns: ["state"])

  private func told(_ body: String, rest: String = "") -> [String] {
    let log = FindingLog()
    let text =
      schemeHead + """
        measures:
          a: {table: t, value: a, take: mean}
          n: {table: t, take: count}
        \(rest)
        nodes:
        \(body)
        """
    _ = YAMLFile.parse(text, name: "s.yaml", log: log).flatMap { Scheme.read($0, against: catalogue, log: log) }
    return log.findings.map(\.code)
  }

  @Test func `Intervals and bands are looked at beside what breaks the structure`() {
    // Twice 0 … 10 leaves the 10 points of 甲; a band of 乙 lies beyond 10; 丙 has a misspelt step.
    let codes = told(
      """
      - id: 总分
        points: 30
        of: sum
        children:
          - {id: 甲, points: 10, measure: a, steps: [{times: 2}]}
          - {id: 乙, points: 10, measure: a, steps: [{bands: [[12, 10], [9, 10], [0, 0]]}]}
          - {id: 丙, points: 10, measure: a, steps: [{time: 2}]}
      """)
    #expect(Set(codes) == ["scheme-points-interval", "step-band-unreachable", "key-unknown"])
    #expect(codes.count == 3)
  }

  @Test func `What a broken list of steps would give is not guessed`() {
    // Without the misspelt step, the count would have no limit.
    #expect(told("  - {id: 总分, points: 10, measure: n, steps: [{dedcut: {each: 1}}]}") == ["key-unknown"])
    #expect(
      told("  - {id: 总分, points: 10, measure: a, steps: [{bands: [[0, 0], [12, 30]]}]}").filter {
        $0 != "measure-unused"
      } == ["step-bands-order"])
    #expect(
      told("  - {id: 总分, points: 10, measure: nn}").filter { $0 != "measure-unused" } == ["scheme-measure-unknown"])
  }

  @Test func `Children without points do not hide that the others have too many`() {
    let open = "{id: 丙, measure: n, steps: [{deduct: {each: 1}}]}"
    let two = "{id: 甲, points: 12, measure: a}, {id: 乙, points: 12, measure: a}"
    #expect(
      told("  - {id: 总分, points: 20, of: sum, children: [\(two), \(open)]}")
        == ["scheme-share-missing", "scheme-points-sum"])
    // 24 of 30: what is left is for 丙 to have.
    #expect(told("  - {id: 总分, points: 30, of: sum, children: [\(two), \(open)]}") == ["scheme-share-missing"])
    #expect(
      told("  - {id: 总分, points: 20, of: sum, children: [\(two), {id: 丙, points: x, measure: a}]}")
        == ["value-wrong-kind", "scheme-points-sum"])
  }

  @Test func `A missing share is told of the node that lacks it, not of those above`() {
    #expect(
      told(
        """
          - id: 总分
            of: sum
            children:
              - {id: 上, of: sum, children: [{id: 甲, points: 5, measure: a, steps: [{proportional: {full: 10}}]}, {id: 乙, measure: n, steps: [pass]}]}
              - {id: 下, points: 10, measure: a}
        """) == ["scheme-share-missing"])
  }

  @Test func `Vetoes, decisions and the register are held against tables beside what breaks the structure`() {
    let codes = told(
      "  - {id: 总分, of: mean, children: [{id: 甲, measure: a, steps: [{impute: {mean: stat}}]}]}",
      rest: """
        decisions: 无此表
        rank: {node: 总分, basis: displayed}
        effects: [{id: 否决, when: {any_of: [{measure: n, at_least: 1}]}, set_grade: 差}]
        grades: {bands: [{grade: 好, at_least: 60}, {grade: 差}]}
        """)
    #expect(
      codes.sorted() == [
        "effect-unconfirmed", "scheme-register-column-unknown", "scheme-share-missing", "scheme-table-unknown",
      ])
  }

  @Test func `What nothing reads is told beside other mistakes, unless one of them may be its name`() {
    #expect(
      told("  - {id: 总分, points: 10, measure: a, steps: [{times: 2}, {clamp: [0, 9]}]}", rest: "rank: {node: 无此项}")
        .contains("measure-unused"))
    #expect(!told("  - {id: 总分, points: 10, measure: aa}").contains("measure-unused"))
    #expect(!told("  - {id: 总分, points: 10, meassure: a}").contains("measure-unused"))
  }

  @Test func `Rows and columns are pointed at where they stand`() {
    let log = FindingLog()
    let text =
      schemeHead + """
        measures:
          a: {table: t, value: a, take: mean}
          f: {table: t, value: flag, take: share}
        nodes:
          - id: 总分
            points: 10
            measure: a
            steps:
              - bands:
                  across: f
                  columns: [90, 0]
                  rows:
                    - [50, [99, 10]]
                    - [8, [10, 8]]
                    - [2, [5, 0]]
        """
    _ = YAMLFile.parse(text, name: "s.yaml", log: log).flatMap { read($0, log) }
    #expect(
      summary(log) == [
        "s.yaml:18:15 step-bands-stop-short", "s.yaml:16:15 step-band-unreachable",
        "s.yaml:14:21 step-band-unreachable",
      ])
  }

  private func read(_ node: DocumentNode, _ log: FindingLog) -> Scheme? {
    let scheme = Scheme.read(node, against: catalogue, log: log)
    if let scheme { check(scheme, against: catalogue, log: log) }
    return scheme
  }

  /// The register's cells are text, and days of them were NULL without a word.
  @Test(arguments: ["days(state, :as_of) > 3", "months('2025-01-01', :period_end) > 3", "hours(state, state) > 1"])
  func `Days are not counted where units are chosen`(condition: String) {
    let log = FindingLog()
    let text =
      schemeHead + """
        units: {where: "\(condition)"}
        measures: {a: {table: t, value: a, take: mean}}
        nodes: {id: 总分, points: 10, measure: a}
        """
    _ = YAMLFile.parse(text, name: "s.yaml", log: log).flatMap { read($0, log) }
    #expect(summary(log) == ["s.yaml:4:17 expression-no-calendar"])
  }

  private func draft(_ body: String) throws -> SchemeDraft {
    let log = FindingLog()
    let node = try #require(YAMLFile.parse(schemeHead + body, name: "s.yaml", log: log))
    return try #require(Scheme.draft(node, log: log))
  }

  private func told(ofMeasures measures: String) -> [String] {
    let log = FindingLog()
    let text =
      schemeHead + """
        measures:
        \(measures)
        nodes: {id: 总分, points: 10, measure: a, steps: [{clamp: [0, 10]}]}
        """
    _ = YAMLFile.parse(text, name: "s.yaml", log: log).flatMap { Scheme.read($0, against: catalogue, log: log) }
    return summary(log).filter { !$0.hasSuffix("measure-unused") }
  }

  @Test func `A misspelt key of a measure hides nothing of its others`() {
    let found = told(
      ofMeasures: """
          a: {table: t, value: a, take: mean}
          b: {table: t, value: b9, take: meen, where: "c9 > 3"}
          c: {tabel: t, value: b9, take: last, covered_by: 无表, per: {table: 无此表, take: count}}
          d: {table: 无表, value: a, take: last, covered_by: 无表二}
          e: {table: t, value: a, tkae: mean, dated_by: 无此列, first: {by: 无列, take: mean}}
          f: {like: e, foo: 1}
        """)
    #expect(
      found.map { $0.replacing("s.yaml:", with: "") }.sorted() == [
        "10:16 key-unknown", "6:24 scheme-column-unknown", "6:34 value-illegal", "6:48 scheme-column-unknown",
        "7:52 scheme-table-unknown", "7:69 scheme-table-unknown", "7:7 key-unknown", "8:14 scheme-table-unknown",
        "8:52 scheme-table-unknown", "9:27 key-unknown", "9:27 key-unknown", "9:49 scheme-column-unknown",
        "9:66 scheme-column-unknown",
      ])
  }

  /// A table without periods needs `dated_by`, an uncovered one no `empty`, and a share yes and no: unless what is
  /// misspelt may say so.
  @Test func `What a misspelt key may have said is not told as lacking`() {
    let found = told(
      ofMeasures: """
          a: {table: t, value: a, take: mean}
          b: {table: u, take: count, datedby: day}
          c: {table: t, value: a, take: share, frist: {by: text, take: mean}}
          d: {table: t, take: count, empty: 0, coverd_by: u}
        """)
    #expect(found.allSatisfy { $0.hasSuffix("key-unknown") } && found.count == 3, "\(found)")
  }

  @Test func `An example runs where all that it looks at could be read`() throws {
    let draft = try draft(
      """
      measures: {a: {table: t, value: a, take: mean}}
      nodes:
        - id: 总分
          of: sum
          leaves_missing: zero
          children:
            - {id: 甲, points: 10, measure: a, steps: [{linear: [[0, 0], [10, 10]]}]}
            - {id: 乙, points: 10, measure: a, steps: [{linaer: [[0, 0], [10, 10]]}]}
      examples:
        - {name: 甲, period: 2025H1, given: {a: 5}, expect: {甲: 5}}
        - {name: 乙, period: 2025H1, given: {a: 5}, expect: {乙: 5}}
        - {name: 总分, period: 2025H1, given: {a: 5}, expect: {总分: 10}}
      """)
    let runnable = draft.scheme.examples.map { draft.scheme(for: $0) }
    #expect(runnable[0]?.roots.map(\.id) == ["甲"])
    #expect(runnable[0]?.roots[0].leavesMissing == .zero, "as above it")
    #expect(runnable[1] == nil && runnable[2] == nil)
  }

  @Test func `A measure that cannot be read keeps no example from running`() throws {
    let draft = try draft(
      """
      measures: {a: {table: t, value: "a >", take: mean}}
      nodes: {id: 总分, points: 10, measure: a}
      examples: [{name: 甲, period: 2025H1, given: {a: 5}, expect: {总分: 5}}]
      """)
    #expect(!draft.isWhole)
    #expect(draft.scheme(for: draft.scheme.examples[0])?.roots.map(\.id) == ["总分"])
  }
}
