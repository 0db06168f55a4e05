import Foundation
import Testing

/// A desk that is stopped at any moment: the next round has every file in once, and filed under its batch.
@Suite struct DeskInterruptionTests {
  private static let rows = 40_000

  @Test func aKilledRoundIsFinishedByTheNext() async throws {
    let workspace = try FreshWorkspace()
    var text = "编号,查出日期,科室,时限,销号日期,重复\n"
    for row in 1...Self.rows { text += "W\(row),2025-03-10,内科,2025-05-20,2025-05-10,否\n" }
    // Written long ago, so that nobody waits to see whether it still grows.
    let prepare = """
      rm -rf 收件箱 已收 核对.xlsx qingheng.sqlite*; mkdir 收件箱; cp 大.csv 收件箱/问题台账.csv; \
      touch -d 2025-07-01 收件箱/问题台账.csv
      """
    try Data(text.utf8).write(to: workspace.folder.appending(path: "大.csv"))
    try #expect(Program.run(prepare, in: workspace.folder).code == 0)
    let clock = ContinuousClock()
    let start = clock.now
    try #expect(Program.run("qingheng desk receive", in: workspace.folder).code == 0)
    let whole = start.duration(to: clock.now)
    let seed = UInt64.random(in: 0...UInt64.max)
    var state = seed
    for moment in 1...8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let wait = whole * (Double(state >> 33) / Double(1 << 31))
      try #expect(Program.run(prepare, in: workspace.folder).code == 0)
      let process = try Program.start("exec qingheng desk receive", in: workspace.folder)
      try await Task.sleep(for: wait)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let again = try Program.run("qingheng desk receive", in: workspace.folder)
      #expect(again.code == 0, "moment \(moment), after \(wait), seed \(seed): \(again.errors)")
      let found = try Program.run(
        "ls 收件箱 已收; sqlite3 qingheng.sqlite 'SELECT count(*), sum(row_count) FROM batch; PRAGMA integrity_check'",
        in: workspace.folder)
      #expect(
        found.output == "已收:\n批次1_问题台账.csv\n\n收件箱:\n1|\(Self.rows)\nok\n",
        "moment \(moment), after \(wait), seed \(seed): \(found.output)")
    }
  }
}
