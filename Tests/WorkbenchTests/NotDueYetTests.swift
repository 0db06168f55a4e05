import Findings
import Register
import Testing

@testable import Workbench

/// A run says what was owed and not due on the day that it looked at.
@Suite struct NotDueYetTests {
  /// 乙科 handed its summary of the first half in before its end; 丙科 and 丁科 did not. Summaries are due ten days after
  /// a half, on 07-10 and 01-10.
  private func session(_ tail: String = "") throws -> (ReviewWorkspace, Session) {
    let workspace = try ReviewWorkspace()
    try workspace.write("datasets/s/tables/filings.yaml", DueTests.filings)
    try workspace.write("datasets/s/obligations.yaml", DueTests.obligations)
    try workspace.write("datasets/s/schemes/baosong.yaml", DueTests.scheme + tail)
    try workspace.bring(
      "报送.csv",
      """
      单位,登记日期,事项,收到日期,已盖章,免报理由
      乙科,2025-06-28,半年总结,2025-06-28,是,
      丙科,2025-07-15,半年总结,2025-07-15,是,

      """)
    return (workspace, try workspace.session())
  }

  private func told(_ session: Session, _ text: String, _ day: Int?) throws -> [String] {
    let whole = try period(text)
    let asOf = try day.map(date)
    let run = try #require(try session.score(scheme: "baosong", period: whole, asOf: asOf))
    let found = run.lastingWarnings.filter { $0.code == "obligations-not-due" }
    #expect(found.allSatisfy { $0.holdsUpFinal })
    return found.map { "\($0.wording(in: .english).found) \($0.wording(in: .english).remedy)" }
  }

  /// On the due day itself it may still come; on the day after all three are decided.
  @Test func aHalfIsLookedAtBeforeItsSummariesAreDue() throws {
    let (workspace, session) = try session()
    let atEnd = try told(session, "2025H1", nil)
    #expect(atEnd.count == 1)
    #expect(atEnd.first?.contains("2 things owed") == true)
    #expect(atEnd.first?.contains("(2025H1 as of 2025-06-30: 2)") == true)
    #expect(atEnd.first?.contains("score baosong --period 2025H1 --as-of 2025-07-11") == true)
    #expect(try told(session, "2025H1", 2025_07_10).count == 1)
    #expect(try told(session, "2025H1", 2025_07_11) == [])
    #expect(!workspace.log.hasProblems)
  }

  /// Its first half is seen as of 06-30 as long as the year is seen as of its end: two then, and all three of the second
  /// half. Eleven days after the year's end both halves are seen eleven days after theirs.
  @Test func aYearOfHalvesSaysAsOfWhichDayEachWasSeen() throws {
    let (workspace, session) = try session("combine: {year: {H1: 0.5, H2: 0.5}}\n")
    let atEnd = try told(session, "2025", nil)
    #expect(atEnd.count == 1)
    #expect(atEnd.first?.contains("5 things owed") == true)
    #expect(atEnd.first?.contains("(2025H1 as of 2025-06-30: 2; 2025H2 as of 2025-12-31: 3)") == true)
    #expect(atEnd.first?.contains("--period 2025 --as-of 2026-01-11") == true)
    #expect(try told(session, "2025", 2026_01_10).count == 1)
    #expect(try told(session, "2025", 2026_01_11) == [])
    #expect(!workspace.log.hasProblems)
  }

  @Test func aSchemeWithoutObligationsSaysNothing() throws {
    let workspace = try ReviewWorkspace()
    let session = try workspace.session()
    for scheme in session.folders.schemes.map(\.id) {
      let run = try session.score(scheme: scheme, period: period("2025H1"), asOf: nil)
      #expect(run?.lastingWarnings.contains { $0.code == "obligations-not-due" } != true)
    }
  }
}
