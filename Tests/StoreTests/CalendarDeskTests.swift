import Findings
import Register
import Testing

@testable import Store

/// `qh_workdays(a, b)`: working days of (a, b], signed.
@Suite struct CalendarDeskTests {
  private let folder = try! TemporaryFolder()

  /// 2025 with the days off of the Spring Festival and Sunday 26 January made up.
  private let calendar = WorkCalendar([
    .init(year: 2025, off: [day(2025_01_28)...day(2025_02_04)], makeUp: [day(2025_01_26)], source: "甲号")
  ])

  private func counts(_ calls: [String], calendar: WorkCalendar?) throws -> (values: [StoredValue], years: Set<Int>) {
    let database = try folder.database()
    try database.importSurvey([(1, 1, nil)])
    if let calendar { database.desk.use(calendar) }
    var values: [StoredValue] = []
    try database.scan(RowQuery(table: survey, expressions: calls)) { row in
      values = calls.indices.map { row.value($0) }
    }
    return (values, database.desk.takeProvisionalYears())
  }

  /// From Friday 24: Sunday 26 and Monday 27, then none until 5 February.
  @Test func daysAreCountedAfterTheFirst() throws {
    let (values, years) = try counts(
      [
        "qh_workdays(20250124, 20250124)", "qh_workdays(20250124, 20250127)", "qh_workdays(20250124, 20250205)",
        "qh_workdays(20250205, 20250124)", "qh_workdays(20250124235959, 20250126000000)",
        "qh_workdays(NULL, 20250126)", "qh_workdays(20250230, 20250301)", "qh_workdays('20250124', 20250126)",
      ], calendar: calendar)
    #expect(values == [.integer(0), .integer(2), .integer(3), .integer(-3), .integer(1), .null, .null, .null])
    #expect(years.isEmpty)
  }

  /// (2023-12-29, 2026-01-05] touches 2023 too: its last two days. 2024-12-31 is a Tuesday: Wednesday to Friday, New Year's Day included, since this calendar does not have it off.
  @Test func yearsWithoutACalendarAreRemembered() throws {
    let (values, years) = try counts(
      ["qh_workdays(20241231, 20250103)", "qh_workdays(20260105, 20231229)"], calendar: calendar)
    #expect(values.first == .integer(3) && years == [2023, 2024, 2026])
  }

  @Test func withoutACalendarNothingIsCounted() throws {
    #expect(throws: FindingError.self) { try counts(["qh_workdays(20250124, 20250127)"], calendar: nil) }
  }

  /// A statement that somebody wrote would read an input that no manifest names.
  @Test func statementsOfAnalystsDoNotHaveIt() throws {
    let database = try folder.database()
    database.desk.use(calendar)
    #expect(throws: FindingError.self) {
      try database.query("SELECT qh_workdays(20250124, 20250127)", place: .subject("q"))
    }
  }
}
