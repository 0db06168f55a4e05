import Documents
import Findings
import Register
import SchemaValidation
import Schemes
import Testing

@testable import Obligations

@Suite("Reading obligations.yaml")
struct ReadingTests {
  static let whole = """
    table: 应办清单
    obligations:
      - id: 半年总结
        name: 半年工作总结
        basis: 某文〔2023〕16号 三(一)
        tags: [信息报送]
        owes: {kind: [党总支, 党支部], where: "lead = '是'", each: {table: 班子成员, by: 成员}}
        cadence: half
        from: 2023-01-01
        to: 2026-12-31
        skip: [2023H1]
        opens: {from: period_start, days: -31}
        due: {from: period_end, working_days: 10}
        marks: [签字, 盖章]
        matched_by: {table: 报送登记, where: "事项 = '半年总结'", filed: 收到日期, period: 所属期间, member: 成员, marks: {盖章: 已盖章, 签字: 已签字}, mended: 补正日期}
        excused: {column: 免报理由}
        not_applicable: {column: 不适用理由}
        remind: [3, 10]
        counts: true
        evidence: 需提交签字盖章的扫描件
      - id: 报备
        cadence: {after: {table: 任职, date: 任职日期, where: "级别 = '正科'"}}
        due: {from: event, working_days: 5}
        matched_by: {table: 报送登记, filed: 收到日期}

    """

  @Test func `All of it is read`() throws {
    let log = FindingLog()
    let book = try #require(readBook(Self.whole, log: log))
    #expect(log.isEmpty)
    #expect(book.table == "应办清单")
    let first = try #require(book.obligations.first)
    #expect(first.name == "半年工作总结" && first.labels == ["半年总结", "信息报送"] && first.remind == [10, 3])
    #expect(first.cadence == .every(.half) && first.owes.kinds == ["党总支", "党支部"] && first.each?.by == "成员")
    #expect(first.opens == .offset(.init(from: .periodStart, days: -31)))
    #expect(first.matching.marks.map(\.column) == ["已盖章", "已签字"] && first.matching.excuse == "免报理由")
    #expect(book.labels == ["信息报送", "半年总结", "报备"].sorted())
    guard case .after(let events) = book.obligations[1].cadence else {
      Issue.record("no events")
      return
    }
    #expect(events.table == "任职" && events.predicate != nil)
  }

  @Test func `What is read, the schema takes`() throws {
    let validator = SchemaValidator(JSONSchema.schema(of: .init(.obligations), title: ""))
    let node = try #require(YAMLFile.parse(Self.whole, name: "o.yaml", log: FindingLog()))
    #expect(validator.errors(in: node) == [])
  }

  static let catalogue = Catalogue(
    tables: [
      CatalogueTable(
        id: "报送登记",
        columns: [
          .init(id: "事项", kind: .text, isNullable: false), .init(id: "收到日期", kind: .date, isNullable: true),
          .init(id: "所属期间", kind: .text, isNullable: true), .init(id: "成员", kind: .text, isNullable: true),
          .init(id: "已盖章", kind: .boolean, isNullable: false), .init(id: "已签字", kind: .boolean, isNullable: false),
          .init(id: "补正日期", kind: .date, isNullable: true), .init(id: "免报理由", kind: .text, isNullable: true),
          .init(id: "不适用理由", kind: .text, isNullable: true),
        ]),
      CatalogueTable(id: "班子成员", columns: [.init(id: "成员", kind: .text, isNullable: false)]),
      CatalogueTable(
        id: "任职",
        columns: [
          .init(id: "任职日期", kind: .date, isNullable: false), .init(id: "级别", kind: .text, isNullable: false),
        ]),
      CatalogueTable(id: "日历", columns: [], hasUnits: false),
    ], registerColumns: ["lead", "kind"])

  @Test func `All of it fits its tables`() throws {
    let log = FindingLog()
    try #require(readBook(Self.whole)).check(against: Self.catalogue, log: log)
    #expect(log.isEmpty)
  }

  /// What is replaced by what, and the finding.
  @Test(arguments: [
    ("table: 应办清单", "table: 报送登记", "obligation-table-taken"), ("table: 任职,", "table: 任期,", "obligation-table-unknown"),
    ("table: 任职,", "table: 日历,", "obligation-table-without-units"), ("by: 成员", "by: 姓名", "obligation-column-unknown"),
    ("filed: 收到日期, period", "filed: 事项, period", "obligation-column-kind"),
    ("lead =", "leads =", "obligation-column-unknown"),
  ])
  func misfits(old: String, new: String, code: String) throws {
    let log = FindingLog()
    try #require(readBook(Self.whole.replacing(old, with: new, maxReplacements: 1))).check(
      against: Self.catalogue, log: log)
    #expect(log.findings.map(\.code).contains(code), "\(log.findings.map(\.code))")
  }

  @Test(arguments: [
    ("id: 报备", "id: 半年总结", "obligation-id-duplicate"),
    ("tags: [信息报送]", "tags: [\"100%\"]", "obligation-name-character"),
    ("from: 2023-01-01", "from: 2023-02-30", "obligation-date-unreadable"),
    ("to: 2026-12-31", "to: 2022-12-31", "obligation-dates-reversed"),
    ("skip: [2023H1]", "skip: [去年]", "obligation-period-unreadable"),
    ("cadence: half", "cadence: {phase: 排查}", "obligation-phase-unknown"),
    ("cadence: half", "cadence: {}", "obligation-one-of"), ("cadence: half", "cadence: weekly", "value-illegal"),
    ("{from: period_end, working_days: 10}", "{from: event, days: 10}", "obligation-anchor"),
    ("{from: period_end, working_days: 10}", "{date: 02-28, from: period_end}", "obligation-one-of"),
    ("{from: period_end, working_days: 10}", "{date: 02-30}", "obligation-date-unreadable"),
    ("{from: period_end, working_days: 10}", "{date: 2025-06-30, year: next}", "obligation-one-of"),
    ("{from: period_end, working_days: 10}", "{date: 02-28, days: 1}", "key-unknown"),
    ("working_days: 10", "working_days: 1000", "obligation-number"),
    ("remind: [3, 10]", "remind: 400", "obligation-number"),
    ("cadence: half", "cadence: once", "obligation-once-date"),
    ("{from: period_end, working_days: 10}", "{from: period_start, days: -60}", "obligation-window-reversed"),
    ("marks: [签字, 盖章]", "marks: [盖章]", "obligation-marks-differ"), (", member: 成员", "", "obligation-member-column"),
    (", each: {table: 班子成员, by: 成员}", "", "obligation-member-column"), ("filed: 收到日期, period", "period", "key-missing"),
    ("due: {from: event, working_days: 5}", "remind: 1", "key-missing"), ("basis:", "base:", "key-unknown"),
  ])
  func refused(old: String, new: String, code: String) {
    let log = FindingLog()
    let text = Self.whole.replacing(old, with: new, maxReplacements: 1)
    #expect(text != Self.whole)
    #expect(readBook(text, log: log) == nil)
    #expect(log.findings.map(\.code) == [code])
    for finding in log.findings {
      for language in Language.allCases { #expect(!finding.wording(in: language).remedy.isEmpty) }
    }
  }
}
