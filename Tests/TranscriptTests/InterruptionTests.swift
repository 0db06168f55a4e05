import Foundation
import Testing

/// What a power cut, or a person who closes the window, leaves behind: a batch is in whole or not at all.
@Suite struct InterruptionTests {
  private static let rows = 120_000

  /// A ledger of many rows, as a file in the workspace.
  private func writeLedger(in workspace: FreshWorkspace) throws {
    var text = "编号,查出日期,科室,时限,销号日期,重复\n"
    let departments = ["内科", "外科", "妇产科", "检验科", "放射科"]
    for row in 1...Self.rows {
      text += "W\(row),2025-03-1\(row % 10),\(departments[row % 5]),2025-05-20,2025-05-1\(row % 10),否\n"
    }
    try Data(text.utf8).write(to: workspace.folder.appending(path: "问题台账.csv"))
  }

  @Test func aKilledImportLeavesABatchWholeOrAbsent() async throws {
    let workspace = try FreshWorkspace()
    try writeLedger(in: workspace)
    let command = "exec qingheng import 问题台账.csv --lang en"

    let clock = ContinuousClock()
    let start = clock.now
    #expect(try Program.run(command, in: workspace.folder).code == 0)
    let whole = start.duration(to: clock.now)
    #expect(try current(in: workspace) == [Self.rows, Self.rows])
    #expect(try Program.run("rm qingheng.sqlite", in: workspace.folder).code == 0)

    let seed = UInt64.random(in: 0...UInt64.max)
    var state = seed
    for moment in 1...10 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let wait = whole * (Double(state >> 33) / Double(1 << 31))
      let process = try Program.start(command, in: workspace.folder)
      try await Task.sleep(for: wait)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let found = try current(in: workspace)
      #expect(
        found == [0, 0] || found == [Self.rows, Self.rows], "moment \(moment), after \(wait), seed \(seed): \(found)")
      let check = try Program.run("sqlite3 qingheng.sqlite 'PRAGMA integrity_check'", in: workspace.folder)
      #expect(check.output == "ok\n", "moment \(moment), seed \(seed)")
      if found != [0, 0] { #expect(try Program.run("rm qingheng.sqlite", in: workspace.folder).code == 0) }
    }
  }

  /// A batch that comes instead of another: the old rows or the new ones, never both and never neither.
  @Test func aKilledReplacementLeavesTheOldOrTheNew() async throws {
    let workspace = try FreshWorkspace()
    try writeLedger(in: workspace)
    #expect(try Program.run("qingheng import 问题台账.csv --lang en", in: workspace.folder).code == 0)
    let url = workspace.folder.appending(path: "问题台账.csv")
    // Half of the rows, each of them another one than before.
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    let half = Self.rows / 2
    let corrected = lines.prefix(half + 1).joined(separator: "\n").replacing(",否", with: ",是") + "\n"
    try Data(corrected.utf8).write(to: url)
    let command = "exec qingheng import 问题台账.csv --replaces 1 --lang en"
    try #expect(Program.run("cp qingheng.sqlite before.sqlite", in: workspace.folder).code == 0)
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try Program.run(command, in: workspace.folder).code == 0)
    let whole = start.duration(to: clock.now)
    #expect(try standing(in: workspace) == [half, half])

    let seed = UInt64.random(in: 0...UInt64.max)
    var state = seed
    for moment in 1...6 {
      #expect(try Program.run("rm -f *-journal; cp before.sqlite qingheng.sqlite", in: workspace.folder).code == 0)
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let wait = whole * (Double(state >> 33) / Double(1 << 31))
      let process = try Program.start(command, in: workspace.folder)
      try await Task.sleep(for: wait)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let found = try standing(in: workspace)
      #expect(
        found == [Self.rows, 0] || found == [half, half], "moment \(moment), after \(wait), seed \(seed): \(found)")
      let check = try Program.run("sqlite3 qingheng.sqlite 'PRAGMA integrity_check'", in: workspace.folder)
      #expect(check.output == "ok\n", "moment \(moment), seed \(seed)")
    }
  }

  /// The current rows, and how many of them are of the correction.
  private func standing(in workspace: FreshWorkspace) throws -> [Int] {
    // A hot journal is rolled back on the way.
    #expect(try Program.run("qingheng batches --lang en", in: workspace.folder).code == 0)
    let sql = "SELECT count(*) AS n, count(CASE WHEN 重复 = '是' THEN 1 END) AS m FROM \"v_pingjia_问题台账\""
    let rows = try Program.run("qingheng sql '\(sql.replacing("'", with: "'\\''"))' --format csv", in: workspace.folder)
    return rows.output.split(separator: "\n").last?.split(separator: ",").compactMap { Int($0) } ?? []
  }

  /// What the current batches say they have, and the rows that are there; a hot journal is rolled back on the way.
  private func current(in workspace: FreshWorkspace) throws -> [Int] {
    let batches = try Program.run("qingheng batches --format csv --lang en", in: workspace.folder)
    if batches.errors.contains("database-absent") { return [0, 0] }
    #expect(batches.code == 0, "\(batches.errors)")
    let said = batches.output.split(separator: "\n").dropFirst().compactMap {
      Int($0.split(separator: ",", omittingEmptySubsequences: false)[4])
    }
    let rows = try Program.run(
      "qingheng sql 'SELECT count(*) AS n FROM \"v_pingjia_问题台账\"' --format csv --lang en", in: workspace.folder)
    // Nothing was ever kept: the table itself went with the import that was cut off.
    let there = rows.code == 3 ? 0 : Int(rows.output.split(separator: "\n").last ?? "") ?? -1
    return [said.reduce(0, +), there]
  }

  @Test(.enabled(if: geteuid() != 0, "an administrator may write anywhere"))
  func aFolderThatRefusesTheDatabaseIsSaidSo() throws {
    let workspace = try FreshWorkspace()
    let outcome = try Program.run("chmod a-w . && qingheng batches --lang zh", in: workspace.folder)
    #expect(outcome.code == 3)
    #expect(outcome.errors.contains("qingheng.sqlite: database-unwritable: 系统不允许在数据库所在的文件夹中新建文件。"))
    #expect(outcome.output.isEmpty)
  }

  @Test(.enabled(if: geteuid() != 0, "an administrator may read anything"))
  func aDatabaseThatMayNotBeReadOrWrittenIsSaidSo() throws {
    let workspace = try FreshWorkspace()
    #expect(try Program.run("qingheng batches", in: workspace.folder).code == 0)
    for (rights, code) in [("a-w", "database-unwritable"), ("a-r", "database-unreadable")] {
      let outcome = try Program.run("chmod \(rights) qingheng.sqlite; qingheng batches --lang en", in: workspace.folder)
      #expect(outcome.code == 3 && outcome.errors.contains(": \(code): "), "\(rights): \(outcome.errors)")
    }
  }
}
