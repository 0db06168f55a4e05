import Findings
import Foundation
import Testing

@testable import Workbench

/// Who waits for whom, by numbers and days alone.
@Suite struct EventListTests {
  @Test func everyEventStandsAtItsStage() throws {
    let workspace = try ProtectedWorkspace()
    let session = try workspace.filled()
    let overview = try #require(try session.events(asOf: date(2025_06_30), system: "pingjia", language: .english))
    #expect(overview.table.texts("key") == ["X-03", "X-02", "X-08", "X-01", "X-06", "X-04", "X-05"])
    #expect(
      overview.table.texts("stage") == [
        "reported", "verified", "decided, not in force yet", "in force", "not sustained", "in doubt", "in doubt",
      ])
    #expect(overview.table.texts("by").prefix(3) == ["", "", "院纪委"])
    #expect(
      overview.table.texts("awaits").suffix(4) == ["", "", "decision before verification", "lacks who decided"])
    // 1 May to 30 June are 60 days, 20 April to 30 June 71, 20 to 30 June 10.
    #expect(overview.table.numbers("days").prefix(3) == [60, 71, 10])
    #expect(
      overview.sentences == [
        "线索: 7 as of 2025-06-30, 1 reported, 1 verified, 1 decided, not in force yet, 1 in force, 1 not sustained, 2 in doubt; 4 leads without a decision, the longest wait 71 days"
      ])
  }

  /// X-08, decided on 10 January, has waited 171 days to come into force; of what is not decided X-02 has waited 71.
  @Test func theLongestWaitIsThatOfALead() throws {
    let workspace = try ProtectedWorkspace()
    try workspace.small.edit(ProtectedWorkspace.ledger, "X-08,2025-06-01", "X-08,2025-01-01")
    try workspace.small.edit(ProtectedWorkspace.ledger, "2025-06-05,纪检监察室,2025-06-20", "2025-01-05,纪检监察室,2025-01-10")
    let overview = try #require(
      try workspace.filled().events(asOf: date(2025_06_30), system: nil, language: .english))
    #expect(overview.table.numbers("days").contains(171))
    #expect(overview.sentences.first?.hasSuffix("4 leads without a decision, the longest wait 71 days") == true)
  }

  @Test func theDayDecidesWhatIsKnown() throws {
    let workspace = try ProtectedWorkspace()
    let session = try workspace.filled()
    let early = try #require(try session.events(asOf: date(2025_02_10), system: nil, language: .chinese))
    #expect(early.table.texts("key") == ["X-01"] && early.table.texts("stage") == ["触发"])
    #expect(early.sentences == ["线索：截至2025-02-10共1件，触发1件；未认定的线索1件，等待最久的已7天"])
  }

  @Test func withoutTheFileItSaysSo() throws {
    let workspace = try ProtectedWorkspace()
    let log = FindingLog()
    let absent = try #require(
      try workspace.session(log: log).events(asOf: date(2025_02_10), system: nil, language: .english))
    #expect(absent.table.rowCount == 0 && absent.sentences.count == 1 && log.isEmpty)
    _ = try workspace.filled()
    try workspace.closed {
      let log = FindingLog()
      _ = try workspace.session(log: log).events(asOf: date(2025_02_10), system: nil, language: .english)
      #expect(log.findings.map(\.code) == ["protected-path"])
    }
    let unknown = FindingLog()
    #expect(try workspace.session(log: unknown).events(asOf: date(2025_02_10), system: "x", language: .english) == nil)
    #expect(unknown.findings.map(\.code) == ["system-unknown"])
  }

  /// The same table, open to all.
  @Test func openTablesAreListedToo() throws {
    let workspace = try ProtectedWorkspace()
    try workspace.small.edit("datasets/pingjia/tables/leads.yaml", "protected: true\n", "")
    let session = try workspace.filled()
    #expect(!workspace.exists)
    let overview = try #require(try session.events(asOf: date(2025_06_30), system: nil, language: .english))
    #expect(overview.table.rowCount == 7)
    let run = try session.scored("2025H1", scheme: "xiansuo")
    let words = try #require(try session.explain(run, unit: "K1", node: nil, language: .chinese))
    #expect(words.contains("线索编号 X-01，认定 2025-03-10（院纪委），2025-03-15 生效"))
  }
}
