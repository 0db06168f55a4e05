import Charts
import Documents
import Findings
import Register
import Testing

@testable import Workbench

/// `qingheng titles`, from rows and runs to sentences and tables.
@Suite struct TitlesTests {
  static let scheme = """
    scheme: a
    title: 样例
    version: "1"
    units: {kind: 科室, peers: peer_group}
    measures:
      数: {table: 记录, value: 得分, take: sum}
    nodes:
      - {id: 总分, measure: 数, steps: [{times: 1}]}
    rank: {node: 总分, basis: displayed}
    titles: {table: 称号, current_at: period_start, full_by: 2026}
    grades:
      only: year
      bands:
        - {grade: 示范, at_least: 15, quota: {share: 0.3, min: 1, new_only: titles}}
        - {grade: 合格}

    """

  /// A 10, B 20 and C 30 points in 2025. 老外科 (G) was joined to B; a ward is no department.
  private func workspace(_ titles: [String]) throws -> LoadingWorkspace {
    let workspace = try LoadingWorkspace()
    try workspace.write("datasets/s/schemes/a.yaml", Self.scheme)
    try workspace.scheme("b")
    try workspace.bring("记录", ["A,2025-03-01,,,,10", "B,2025-03-01,,,,20", "C,2025-05-01,,,,30"])
    if !titles.isEmpty { try workspace.bring("称号", titles) }
    return workspace
  }
  private func answer(
    _ workspace: LoadingWorkspace, _ asOf: Int, until: Int? = nil, scheme: String = "a"
  ) throws -> TitleAnswer? {
    try workspace.session().titles(
      TitleRequest(scheme: scheme, asOf: try #require(CalendarDate(yyyymmdd: asOf)), until: until))
  }
  private func texts(_ table: DataTable, _ heading: Heading) throws -> [String?] {
    guard case .texts(let texts)? = table.columns.first(where: { $0.name == heading.rawValue })?.values else {
      return []
    }
    return texts
  }

  /// A fails its review (10 < 15), B keeps the title that 老外科 was given; C needs one and has the only place of 2026.
  @Test func heldReviewedAndNeeded() throws {
    let workspace = try workspace(["A,2024-12-31,,示范", "G,2023-12-31,,示范", "Z1,2023-12-31,,示范"])
    _ = try workspace.scored("a", "2025")
    let found = try #require(try answer(workspace, 2026_01_05))
    #expect(found.outlook.total.units == 3 && found.outlook.total.held == 2 && found.coverage == "66.7%")
    #expect(found.outlook.total.granted == [2023: 1, 2024: 1])
    let lines = found.lines(.chinese)
    #expect(lines[0] == "截至2026-01-05，应评的3个单位中2个持有“示范”，占66.7%。")
    #expect(lines[1] == "到2026年底全部达到还差1个，按方案的名额最多可再授1个，名额够用。")
    #expect(lines.contains("2025年复核，1个持有单位仍符合条件，予以保持。"))
    #expect(lines.contains("2025年复核，1个持有单位不再符合条件：内科；称号去留由评选组织决定，原因见 --list。"))
    let list = found.units(.chinese)
    #expect(try texts(list, .unit) == ["B", "A", "C"])
    #expect(try texts(list, .granted) == ["2023-12-31", "2024-12-31", ""])
    #expect(try texts(list, .kept) == ["2025", "", ""] && texts(list, .failed) == ["", "2025", ""])
    #expect(try texts(list, .note) == ["", "2025：总分10.00，低于15.00", "2025：符合条件，称号表尚未登记"])
    #expect(found.lines(.english).count == lines.count)
  }

  /// A half-year gives no title, and what was scored with an eye on October was not known in February.
  @Test func theLastVerdictIsThatOfAYearKnownByThen() throws {
    let workspace = try workspace(["A,2024-12-31,,示范"])
    _ = try workspace.scored("a", "2025")
    let session = try workspace.session()
    func score(_ text: String, _ day: Int) throws {
      _ = try #require(try session.score(scheme: "a", period: period(text), asOf: date(day)))
    }
    try score("2026H1", 2026_06_30)
    #expect(try answer(workspace, 2026_11_20)?.last?.period.id == "2025")
    try workspace.bring("记录", ["A,2025-06-01,,,,30"])
    try score("2025", 2026_10_01)
    let before = try #require(try answer(workspace, 2026_02_01))
    #expect(try before.last?.record.input.asOf == date(2025_12_31))
    #expect(before.lines(.chinese).contains { $0.contains("不再符合条件：内科") })
    let after = try #require(try answer(workspace, 2026_10_02))
    #expect(try after.last?.record.input.asOf == date(2026_10_01))
    #expect(after.lines(.chinese).contains { $0.contains("仍符合条件") })
  }

  /// A report of the year looks at its own last day.
  @Test func inReports() throws {
    let workspace = try workspace(["A,2024-12-31,,示范", "C,2026-02-01,,示范"])
    let run = try workspace.scored("a", "2025")
    let log = workspace.log
    let data = ReportData(session: try workspace.session(), run: run)
    let request = try #require(YAMLFile.parse("{titles: a}", name: "t", log: log))
    let table = try #require(try data.table(request, log: log))
    #expect(table.rowCount == 3 && table.columns.map(\.name).last == "full_in")
    #expect(try data.sentences(request, log: log).first == "截至2025-12-31，应评的3个单位中1个持有“示范”，占33.3%。")
    let source = WorkspaceReportSource(data: data, renderer: nil, state: nil, trouble: .init())
    #expect(source.value("title_coverage") == "33.3%" && source.valueNames.contains("title_coverage"))
    let other = WorkspaceReportSource(
      data: ReportData(session: try workspace.session(), run: try workspace.scored("b")), renderer: nil, state: nil,
      trouble: .init())
    #expect(other.value("title_coverage") == nil)
    #expect(!log.findings.contains { $0.code == "scheme-titles-missing" })
  }

  /// Three without a title: ⌊0.9⌋ → 1 a year, so that 2026 leaves two.
  @Test func theQuotaCannotReachAll() throws {
    let workspace = try workspace([])
    let found = try #require(try answer(workspace, 2026_01_05))
    #expect(found.lines(.chinese)[1] == "到2026年底全部达到还差3个，按方案的名额最多可再授1个，仍缺2个；照此名额最早2028年全部达到。")
    #expect(found.lines(.chinese)[2] == "名额与全部达到不能同时做到，如何取舍请领导班子决定。")
    #expect(workspace.log.findings.map(\.code).contains("titles-not-scored"))
    let later = try #require(try answer(workspace, 2026_01_05, until: 2028))
    #expect(later.outlook.total.short == 0)
    // Of all groups together there is one quota, and the groups' own cells stay empty.
    #expect(try texts(found.groups(.chinese), .peers) == ["内", "外", "合计"])
    #expect(try texts(found.groups(.chinese), .fullIn) == ["", "", "2028年"])
  }

  /// A department that was closed without a successor took its title with it.
  @Test func titlesOfUnitsThatAreGone() throws {
    let workspace = try workspace([])
    try workspace.write(
      "datasets/_shared/units.csv",
      LoadingWorkspace.units + "Q,康复科,科室,H,外,2010-01-01,2025-06-30,,,\n")
    try workspace.bring("称号", ["Q,2024-12-31,,示范"])
    let found = try #require(try answer(workspace, 2026_01_05))
    #expect(found.outlook.total.held == 0)
    #expect(found.lines(.chinese).last == "另有1个称号属于已不在评定范围的单位，未计入（康复科：2024-12-31）。")
  }

  @Test func aSchemeWithoutTitles() throws {
    let workspace = try workspace([])
    #expect(try answer(workspace, 2026_01_05, scheme: "b") == nil)
    let finding = try #require(workspace.log.findings.first { $0.code == "titles-absent" })
    #expect(finding.wording(in: .chinese).remedy.contains("写明称号的方案：a"))
  }

  @Test func aTitleThatEndsBeforeItBegins() throws {
    let workspace = try workspace(["A,2024-12-31,2024-01-01,示范"])
    let found = try #require(try answer(workspace, 2026_01_05))
    #expect(found.outlook.total.held == 0)
    let finding = try #require(workspace.log.findings.first { $0.code == "title-ends-before-it-begins" })
    #expect(finding.wording(in: .chinese).found == "“称号”中内科的称号2024-12-31授予，2024-01-01撤销，先后颠倒。")
  }

  @Test func everySentenceSaysItsNumbersInBothLanguages() throws {
    let day = try #require(CalendarDate(yyyymmdd: 2025_12_31))
    let told = [TitleSentence.Told(name: "内科", why: "否决")]
    let remaining = TitleSentence.Remaining(
      period: "2025", run: "abc", units: 7, vetoed: told, capped: told, notGraded: told, met: 1, noPlace: 1, below: 1,
      unseen: 1)
    let sentences: [(TitleSentence, chinese: String, english: String)] = [
      (.nobodyAsked(grade: "示范", day: day, waived: 2), "2个暂缓或免评", "2 are deferred or exempt"),
      (.complete(until: 2026), "2026年底", "end of 2026"),
      (.noLimit(until: 2026, needed: 3), "名额不限", "not limited"),
      (.termPassed(until: 2024, needed: 3), "期限已过，还差3个", "has passed; 3 are missing"),
      (
        .notEnough(until: 2026, needed: 5, places: 1, short: 4, then: .never(left: 3)), "总有3个没有名额",
        "3 will always be left"
      ),
      (
        .lastRun(remaining), "被否决1个（内科：否决），等级受限1个（内科：否决），不予评定1个（内科：否决），未达到条件1个，符合条件而无名额1个，符合条件而称号表尚未登记1个，未参评1个",
        "1 vetoed (内科: 否决), 1 capped"
      ),
      (.conflict(isShort: true, barred: 1), "名额、否决（含等级受限、不予评定）与全部达到", "The quota, vetoes"),
      (.conflict(isShort: false, barred: 2), "上述2个单位", "these 2 units"),
      (.conflict(isShort: false, barred: 1), "上述1个单位", "this unit"),
      (.withdrawn(told), "撤销1个（内科：否决）", "1 withdrawn"), (.ending(told), "在此之前届满1个", "1 end before then"),
    ]
    for (sentence, chinese, english) in sentences {
      #expect(sentence.text(in: .chinese).contains(chinese))
      #expect(sentence.text(in: .english).contains(english))
    }
    let many = Array(repeating: TitleSentence.Told(name: "科", why: ""), count: 13)
    #expect(TitleSentence.failed(year: 2025, many).text(in: .chinese).contains("科等；"))
  }

  /// One place a year up to 2025, none needed from 2026 on: C waits for 2026, and of two years both get theirs.
  @Test func aQuotaIsLiftedFromAYearOn() throws {
    let workspace = try workspace([])
    let lifted = Self.scheme.replacing("new_only: titles}", with: "new_only: titles, lifted_from: 2026}")
    try workspace.write("datasets/s/schemes/a.yaml", lifted)
    _ = try workspace.scored("a", "2025")
    // Of three units three tenths are none, at least one: one place in 2025, the other two in 2026.
    let before = try #require(try answer(workspace, 2025_12_31))
    #expect(before.outlook.total.places == [2025: 1, 2026: 2] && before.outlook.total.short == 0)
    let after = try #require(try answer(workspace, 2026_01_05))
    #expect(after.outlook.total.places == nil && after.outlook.total.needed == 3)
  }
}
