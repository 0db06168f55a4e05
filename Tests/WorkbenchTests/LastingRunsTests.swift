import Findings
import Foundation
import Testing

@testable import Workbench

/// A kept run verifies to the last bit whatever happens to the database later on.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3"), "needs the sqlite3 program"))
struct LastingRunsTests {
  private func verified(_ workspace: SmallWorkspace, _ text: String) throws -> (Session.Verification, [String]) {
    let log = FindingLog()
    let session = try workspace.session(log: log)
    let run = try #require(try session.latestRun(scheme: "keshi", period: try period(text)))
    let result = try #require(try session.verify(run))
    return (result, log.findings.map(\.code))
  }

  private func scored() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.takeBothHalves()
    _ = try session.scored("2025H1")
    _ = try session.scored("2025")
    return workspace
  }

  /// New pages, another order of them, and indexes that a query plan may use.
  @Test(
    arguments: [
      "VACUUM", "CREATE INDEX i ON t_pingjia_患者问卷 (unit_id, 满意度 DESC); CREATE INDEX j ON t_pingjia_问题台账 (p_from)",
      "ANALYZE; REINDEX; VACUUM",
    ])
  func whatADatabaseMayDoToItself(change: String) throws {
    let workspace = try scored()
    try workspace.tamper(change)
    for text in ["2025H1", "2025"] {
      let (result, codes) = try verified(workspace, text)
      #expect(result.differences == 0 && result.reachesRows && codes.isEmpty, "\(text) \(codes)")
    }
    // The run that is made again is the same.
    let session = try workspace.session()
    let key = try session.scored("2025H1").record.key
    #expect(key == (try verified(workspace, "2025H1")).0.run.record.key)
  }

  /// A table that the scheme does not read, or rows of a later day, are no input; rows of the year are, and the run is
  /// computed again from those that it read.
  @Test func laterImports() throws {
    let workspace = try scored()
    var session = try workspace.session()
    try workspace.write(
      "table: 床位\nversion: \"1\"\nunit: {column: 科室, kind: 科室}\nperiod: {from: option}\ncolumns:\n  科室: {type: text, required: true}\n",
      to: "datasets/pingjia/tables/beds.yaml")
    session = try workspace.session()
    try workspace.write("科室\n外科\n", to: "收件箱/床位.csv")
    try session.take("收件箱/床位.csv", table: "床位", period: "2025H1")
    for text in ["2025H1", "2025"] {
      let (result, codes) = try verified(workspace, text)
      #expect(result.differences == 0 && result.reachesRows && codes.isEmpty)
    }
    try workspace.write("文号,日期,科室,认定\n9号,2025-09-02,外科,是\n", to: "收件箱/通报9.csv")
    try session.take("收件箱/通报9.csv", table: "通报")
    let (half, halfCodes) = try verified(workspace, "2025H1")
    #expect(half.differences == 0 && half.reachesRows && halfCodes.isEmpty)
    let (year, yearCodes) = try verified(workspace, "2025")
    #expect(year.isSound && year.reachesRows && yearCodes == ["run-outdated"])
  }

  /// Runs of the first schema, in a database that has since been brought up to date.
  @Test func runsOfAnEarlierSchemaStillVerify() throws {
    let workspace = try SmallWorkspace()
    let dump = SmallWorkspace.root.appending(path: "Tests/StoreTests/Schemas/1.sql")
    try workspace.tamper(".read '\(dump.path)'")
    let (half, halfCodes) = try verified(workspace, "2025H1")
    #expect(half.differences == 0 && half.reachesRows && halfCodes == ["run-engine-differs"], "\(halfCodes)")
    // 检验科 and 放射科 have 3 and 2 answers in the halves: since 0.3 the 2 do not count in the year either, where the
    // minimum is 3. n, the satisfaction and the share of the dissatisfied of both: six numbers.
    let (year, yearCodes) = try verified(workspace, "2025")
    #expect(year.differences == 6 && year.reachesRows)
    #expect(Set(yearCodes) == ["run-engine-differs", "replay-differs"], "\(yearCodes)")
  }
}
