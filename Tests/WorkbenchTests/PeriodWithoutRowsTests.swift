import Findings
import Register
import Store
import Testing

@testable import Workbench

/// A period in which no table has a row: often a mistyped one, and never graded in silence.
@Suite struct PeriodWithoutRowsTests {
  private func span(_ text: String) throws -> Period { try #require(Period(parsing: text)) }

  private func findings(_ period: String) throws -> [WorkbenchFinding] {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.take("收件箱/2025H1", period: "2025H1")
    let run = try session.scored(period)
    let words = run.record.findings.filter { $0.code == "period-without-rows" }
    #expect(words.count == (run.warningOfNoRows == nil ? 0 : 1))
    let log = FindingLog()
    let again = try #require(try workspace.session(log: log).latestRun(scheme: "keshi", period: try span(period)))
    #expect(again.warningOfNoRows == run.warningOfNoRows)
    #expect(log.countByCode["period-without-rows"] == (words.isEmpty ? nil : 1))
    return words.isEmpty
      ? []
      : [
        .periodWithoutRows(
          .subject("keshi \(period)"), scheme: "keshi", period: period,
          tables: ["患者问卷", "走访评分", "问题台账", "通报"], ungraded: 5, units: 5)
      ].filter { RecordedFinding($0) == words[0] }
  }

  /// The tables in the order of the scheme's measures; all five departments are without a grade.
  @Test func itIsSaidWhenScoredAndWheneverTheRunIsLookedAt() throws { #expect(try findings("2027H1").count == 1) }

  @Test func aPeriodWithRowsIsQuiet() throws { #expect(try findings("2025H1").isEmpty) }

  /// One row anywhere is a row, whatever it is worth: 2025H2 has a single notice, of another table than the rest.
  @Test func oneRowIsEnough() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try workspace.write("文号,日期,科室,认定\n3号,2025-08-02,外科,是\n", to: "收件箱/通报2.csv")
    try session.take("收件箱/通报2.csv")
    #expect(try session.scored("2025H2").warningOfNoRows == nil)
  }
}
