import Findings
import Testing

@testable import Schemes

/// `{obligations: …, take: …}`: a measure of the table of obligations.
@Suite struct ObligationMeasureTests {
  private static func text(_ measures: String) -> String {
    schemeHead + "measures: {\(measures)}\nnodes: {id: n, measure: m, points: 10, steps: [{deduct: {each: 1}}]}\n"
  }

  private func measure(_ measures: String) throws -> Measure {
    let log = FindingLog()
    let scheme = readScheme(Self.text(measures), log: log)
    #expect(summary(log) == [])
    return try #require(scheme?.measure("m"))
  }

  @Test func `It reads the table of obligations by ids and tags`() throws {
    let late = try measure("m: {obligations: [信息报送, 月报], take: late}")
    #expect(late.table == "应报清单")
    #expect(
      late.predicate?.text
        == "(标签 LIKE '%|信息报送|%' OR 标签 LIKE '%|月报|%') AND 状态 NOT IN ('免报', '不适用')")
    #expect(late.value?.text == "CASE WHEN 按时 IS NULL THEN NULL WHEN 状态 = '迟报' THEN 1 ELSE 0 END")
    #expect(late.take == .sum && late.empty == .notApplicable)
    #expect(late.sentence(in: .chinese) == "“应报清单”中“信息报送”“月报”迟报的项数；没有记录即不适用。")
    #expect(
      late.sentence(in: .english)
        == "How many obligations were met late, of “信息报送”, “月报” in “应报清单”; not applicable without rows.")
  }

  @Test func `Every word of take has its value`() throws {
    func parts(_ word: String) throws -> [String] {
      let measure = try measure("m: {obligations: 信息报送, take: \(word)}")
      return [measure.value?.text ?? "", measure.take.word, measure.sentence(in: .chinese)]
    }
    #expect(try parts("on_time") == ["按时", "sum", "“应报清单”中“信息报送”按时的项数；没有记录即不适用。"])
    #expect(try parts("on_time_share") == ["按时", "share", "“应报清单”中“信息报送”到期各项的按时率；没有记录即不适用。"])
    #expect(
      try parts("missing") == [
        "CASE WHEN 按时 IS NULL THEN NULL ELSE 逾期未报 END", "sum", "“应报清单”中“信息报送”逾期未报的项数；没有记录即不适用。",
      ])
    #expect(try parts("excused")[0] == "CASE WHEN 状态 = '免报' THEN 1 ELSE 0 END")
    #expect(try parts("days_late") == ["迟报工作日", "sum", "“应报清单”中“信息报送”迟报的工作日数；没有记录即不适用。"])
    // Excused ones are counted where they are what is asked for.
    #expect(
      try measure("m: {obligations: 信息报送, take: excused}").predicate?.text
        == "(标签 LIKE '%|信息报送|%') AND 状态 NOT IN ('不适用')")
  }

  @Test func `Other keys keep their meaning, and like works`() throws {
    let missing = try measure(
      "o: {obligations: 月报, take: late, table: 清单, window: year, include: descendants, min_n: 2, range: [0, 9], times: 2, empty: 0}, m: {like: o, take: missing}"
    )
    #expect(missing.table == "清单" && missing.window == .year && missing.include == .descendants)
    #expect(missing.minN == 2 && missing.range == 0...9 && missing.times == 2 && missing.empty == .number(0))
    #expect(missing.obligations == ObligationCount(names: ["月报"], take: .missing))
    #expect(
      try measure("m: {obligations: 月报, take: late, per: {table: 床位, value: 床位数, take: last}}").denominator?.table
        == "床位")
  }

  @Test(arguments: [
    ("m: {obligations: 月报, take: mean}", "value-illegal"), ("m: {obligations: 月报}", "key-missing"),
    ("m: {obligations: [], take: late}", "scheme-list-length"),
    ("m: {obligations: 月报, take: late, where: \"a = 1\"}", "keys-exclude"),
    ("m: {table: t, take: late}", "value-illegal"), ("m: {obligation: 月报, take: late}", "key-unknown"),
  ])
  func refused(measures: String, code: String) {
    let log = FindingLog()
    #expect(readScheme(Self.text(measures), log: log) == nil)
    #expect(log.findings.map(\.code).contains { $0.contains(code) }, "\(log.findings.map(\.code))")
  }

  private static let catalogue = Catalogue(
    tables: [
      CatalogueTable(
        id: "应报清单",
        columns: [
          CatalogueColumn(id: "标签", kind: .text, isNullable: false),
          CatalogueColumn(
            id: "状态", kind: .text, isNullable: false, values: ObligationState.allCases.map(\.rawValue)),
          CatalogueColumn(id: "按时", kind: .integer, isNullable: true, range: 0...1),
          CatalogueColumn(id: "逾期未报", kind: .integer, isNullable: false, range: 0...1),
          CatalogueColumn(id: "迟报工作日", kind: .integer, isNullable: true, range: 0...1000),
        ], isComplete: true, obligationNames: ["月报", "信息报送"]),
      table("t", complete: true),
    ], registerColumns: ["kind"])

  @Test func `What is built fits the table, whatever is taken`() throws {
    for take in ObligationTake.allCases {
      let log = FindingLog()
      let scheme = try #require(readScheme(Self.text("m: {obligations: [月报, 信息报送], take: \(take.rawValue)}"), log: log))
      check(scheme, against: Self.catalogue, log: log)
      #expect(summary(log) == [], "\(take)")
    }
  }

  @Test(arguments: [
    ("m: {obligations: 月保, take: late}", "scheme-obligation-unknown"),
    ("m: {obligations: 月报, table: t, take: late}", "measure-table-without-obligations"),
    ("m: {obligations: 月报, table: 清单, take: late}", "scheme-table-unknown"),
  ])
  func misfits(measures: String, code: String) throws {
    let log = FindingLog()
    let scheme = try #require(readScheme(Self.text(measures), log: log))
    check(scheme, against: Self.catalogue, log: log)
    #expect(log.findings.map(\.code).first == code)
  }
}
