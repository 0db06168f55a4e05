import Findings
import Schemes
import Testing

@testable import Workbench

/// Measures whose rows come from a SELECT.
@Suite struct ViewMeasureTests {
  private static let place = Place.line("datasets/s/schemes/a.yaml", line: 6, column: 9)
  private static let rows = """
    SELECT unit_id, p_from, p_to, "得分" * "级" AS value, batch_id, source_row FROM "v_s_记录"
    """

  private func workspace() throws -> LoadingWorkspace {
    let workspace = try LoadingWorkspace()
    try workspace.bring(
      "记录",
      ["A,2025-03-01,,,2,10", "A,2025-04-01,,,1,5", "B,2025-03-01,,,,5", "A,2025-08-01,,,1,100", "A1,2025-03-01,,,1,7"])
    return workspace
  }

  private func reading(_ sql: String, _ change: @escaping (inout Measure) -> Void = { _ in }) -> (inout Scheme) -> Void
  {
    { $0.read(.view(MeasureView(sql: sql, place: Self.place)), change) }
  }

  /// 2·10 + 1·5; 外科's product is NULL; August is another period's.
  @Test func aSelectGivesRowsAndWindowsAreNotItsBusiness() throws {
    let workspace = try workspace()
    let run = try workspace.scored("a", reading(Self.rows))
    #expect(run.numbers("A") == [25] && run.numbers("B")[0].isNaN)
    #expect(run.record.input.measures["数"]?.reason[1] == .allEmpty)
    #expect(try workspace.scored("a", "2025", reading(Self.rows)).numbers("A") == [125])
    #expect(try workspace.scored("a", "2025H1", asOf: 2025_03_31, reading(Self.rows)).numbers("A") == [20])
    #expect(try workspace.scored("a", reading(Self.rows) { $0.include = .descendants }).numbers("A") == [32])
    let text = try workspace.explained(run, "A")
    #expect(text.contains("记录.csv 第 2 行 [计入] 2025-03-01，20") && !text.contains("不可追溯"))
  }

  /// An aggregate names no row; its order is that of what it says, whatever SQLite does.
  @Test func whatNamesNoRowIsNotTraceable() throws {
    let workspace = try workspace()
    let sql = """
      SELECT unit_id, 20250101 AS p_from, 20250630 AS p_to, sum("得分") AS value FROM "v_s_记录"
      WHERE p_to <= 20250630 GROUP BY unit_id ORDER BY random() IS NULL
      """
    let run = try workspace.scored("a", reading(sql.replacing(" ORDER BY random() IS NULL", with: "")))
    #expect(run.numbers("A", "B") == [15, 5])
    #expect(try workspace.explained(run, "A").contains("不可追溯 [计入] 2025-01-01 至 2025-06-30，15"))
    let manifest = try #require(RunManifest(json: run.record.manifest))
    #expect(manifest.tables.map(\.table) == ["记录"] && manifest.tables[0].batches.first?.matched?.count == 32)
    // Later rows may enter what it computes, so that they are another input.
    try workspace.bring("记录", ["A,2025-09-01,,,1,1"], name: "记录二")
    let session = try workspace.session()
    #expect(try session.changedInputs(of: run, asToScheme: false) == [.table(system: "s", table: "记录")])
    #expect(throws: FindingError.self) { try workspace.scored("a", reading(sql)) }
  }

  @Test(
    arguments: [
      ("SELECT unit_id, value FROM (SELECT 1 AS unit_id, 2 AS value)", "view-columns"),
      ("SELECT 1 AS unit_id, 20250101 AS p_from, 20250102 AS p_to, 1 AS value, 2 AS n", "view-columns"),
      ("SELECT 1 AS unit_id, 20250101 AS p_from, 20250102 AS p_to, 1 AS value, 2 AS batch_id", "view-columns"),
      ("SELECT 99 AS unit_id, 20250101 AS p_from, 20250102 AS p_to, 1 AS value", "view-cell"),
      ("SELECT 1 AS unit_id, 202501 AS p_from, 20250102 AS p_to, 1 AS value", "view-cell"),
      ("SELECT 1 AS unit_id, 20250103 AS p_from, 20250102 AS p_to, 1 AS value", "view-cell"),
      ("SELECT 1 AS unit_id, 20250101 AS p_from, 20250102 AS p_to, '3' AS value", "view-cell"),
      ("SELECT * FROM run", "sql-refused"), ("DELETE FROM unit", "sql-refused"), ("SELECT * FROM v_s_无", "sql-problem"),
    ])
  func whatCannotBeReadIsAFindingAtItsPlace(sql: String, code: String) throws {
    let workspace = try workspace()
    do {
      _ = try workspace.scored("a", reading(sql))
      Issue.record("\(sql) was scored")
    } catch let error as FindingError {
      #expect(error.finding.code == code && error.finding.place == Self.place)
    }
  }

  /// Behind an aggregate of anonymous answers nobody can see how many there were: it counts as one.
  @Test func anonymousTablesKeepTheirMinimumCell() throws {
    let workspace = try LoadingWorkspace()
    let spec = try #require(LoadingWorkspace.tables["records"])
    try workspace.write(
      "datasets/s/tables/records.yaml", spec.replacing("version: \"1\"", with: "version: \"1\"\nanonymous: true"))
    try workspace.bring("记录", (1...6).map { "A,2025-03-01,,,1,\($0)" } + ["B,2025-03-01,,,1,4"])
    let run = try workspace.scored("a", reading(Self.rows))
    #expect(run.numbers("A") == [21] && run.record.input.measures["数"]?.reason[1] == .belowMinimumCell)
    let text = try workspace.explained(run, "B")
    #expect(text.contains("匿名数据（记录）") && text.contains("n 少于 5，不予显示") && !text.contains("记录.csv"))
  }
}
