import Findings
import Foundation
import Schemes
import Store
import Testing

@testable import Workbench

/// Who counts as anonymous: tables, SELECTs over them, rosters, and what nobody describes any more.
@Suite struct AnonymousSourceTests {
  private static let place = Place.line("datasets/s/schemes/a.yaml", line: 6, column: 9)
  private static let rows = #"SELECT unit_id, p_from, p_to, "得分" AS value FROM "v_s_记录""#

  private func anonymous(_ name: String) throws -> LoadingWorkspace {
    let workspace = try LoadingWorkspace()
    let spec = try #require(LoadingWorkspace.tables[name])
    try workspace.write(
      "datasets/s/tables/\(name).yaml", spec.replacing("version: \"1\"", with: "version: \"1\"\nanonymous: true"))
    return workspace
  }

  private func view(_ id: String, _ sql: String) -> Measure {
    Measure(id: id, source: .view(MeasureView(sql: sql, place: Self.place)), take: .sum, place: Self.place)
  }

  private func base(_ run: CompletedRun, _ code: String) throws -> String {
    RunTables(run, language: .english, minimumCell: 5).base(try run.index(code))
  }

  /// Six answers about 内科, two of them of 级 1: the SELECT of the two hides the six.
  @Test func aSmallSelectHidesTheTableThatItReads() throws {
    let workspace = try anonymous("records")
    try workspace.bring("记录", (1...6).map { "A,2025-03-01,,,\($0 < 3 ? 1 : 2),\($0)" })
    #expect(try base(workspace.scored(), "A") == "6")
    let run = try workspace.scored("a") {
      $0.measures.append(view("少", Self.rows + #" WHERE "级" = 1"#))
      $0.roots[0].zeroWhen = Node.ZeroRule(measure: "少", comparison: Comparison(.atLeast, 100))
    }
    #expect(run.record.input.measures["少"]?.n[try run.index("A")] == 2)
    #expect(try base(run, "A") == "hidden")
    #expect(try !workspace.explained(run, "A").contains("n = "))
  }

  /// The other way: a small part of the table hides the SELECT's n.
  @Test func aSelectIsHiddenByTheTableThatItReads() throws {
    let workspace = try anonymous("records")
    try workspace.bring("记录", (1...4).map { "A,2025-03-01,,,1,\($0)" } + ["B,2025-03-01,,,1,4"])
    let run = try workspace.scored("a") {
      $0.read(.view(MeasureView(sql: "\(Self.rows) UNION ALL \(Self.rows)", place: Self.place)))
    }
    // Eight rows of the SELECT, four people.
    #expect(run.record.input.measures["数"]?.n[try run.index("A")] == 8)
    #expect(try base(run, "A") == "<5")
    #expect(try !workspace.explained(run, "A").contains("n = 8"))
  }

  /// A scheme that asks people in a SELECT only says how many there were.
  @Test func aSelectCountsAnswersAsTheTableDoes() throws {
    let workspace = try anonymous("records")
    try workspace.bring("记录", (1...7).map { "A,2025-03-01,,,1,\($0)" })
    let run = try workspace.scored("a") { $0.read(.view(MeasureView(sql: Self.rows, place: Self.place))) }
    #expect(try base(run, "A") == "7")
    #expect(RunTables(run, language: .english, minimumCell: 5).baseLabel == "answers")
  }

  /// Once its spec is gone, nobody knows what a table holds.
  @Test func aTableThatNobodyDescribesIsAnonymous() throws {
    let workspace = try LoadingWorkspace()
    try workspace.bring("记录", ["A,2025-03-01,,,1,10"])
    for source in [Measure.Source.table("记录"), .view(MeasureView(sql: Self.rows, place: Self.place))] {
      let run = try workspace.scored("a") { $0.read(source) { $0.value = nil } }
      #expect(run.answerTables["数"].isEmpty)
    }
    try FileManager.default.removeItem(atPath: workspace.folder + "/datasets/s/tables/records.yaml")
    let session = try workspace.session()
    #expect(session.folders.isAnonymous(TableName(system: "s", table: "记录")))
    #expect(!session.folders.isAnonymous(TableName(system: "s", table: "名册")))
    #expect(session.folders.isAnonymous(TableName(system: "x", table: "名册")))
  }

  /// Eleven on the roster, six with a row: five are told as a number, and nobody by name.
  @Test func anAnonymousRosterNamesNobody() throws {
    let workspace = try anonymous("roster")
    let members = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "子"]
    try workspace.bring("名册", members.map { "A,\($0)" } + ["B,丑"], period: "2025H1")
    try workspace.bring("记录", members.prefix(6).map { "A,2025-03-01,\($0),,1,10" } + ["B,2025-03-01,寅,,1,10"])
    let run = try workspace.scored("a") {
      $0.change {
        $0.first = Measure.First(by: "成员", take: .sum, roster: "名册")
        $0.take = .mean
      }
    }
    #expect(abs(run.numbers("A")[0] - 60.0 / 11) < 1e-12 && run.numbers("B")[0].isNaN)
    let text = try workspace.explained(run, "A")
    #expect(text.contains("名册内没有记录，计 0：5 人"))
    #expect(members.allSatisfy { !text.contains($0) })
    #expect(try !workspace.explained(run, "B").contains("丑"))
    #expect(!run.codesOfFindings.contains("roster-stranger"))
  }
}
