import Findings
import Testing

@testable import Store

@Suite struct DateFunctionTests {
  let folder = try! TemporaryFolder()

  private func value(_ sql: String) throws -> StoredValue {
    try #require(try folder.database().query("SELECT \(sql)", place: .subject("q")).rows.first?.first)
  }

  /// b − a; hand-counted: 2024 is a leap year, 2100 is none.
  @Test(arguments: [
    ("20250630, 20250630", 0), ("20250630, 20250701", 1), ("20250701, 20250630", -1), ("20240228, 20240301", 2),
    ("20250228, 20250301", 1), ("20240101, 20250101", 366), ("21000228, 21000301", 1),
    ("20250630235959, 20250701000000", 1), ("20250630, 20250701120000", 1),
  ]) func days(_ arguments: String, _ expected: Int64) throws {
    #expect(try value("qh_days(\(arguments))") == .integer(expected))
  }

  /// Whole months: from the 31st of January the first is full on the 31st of March only.
  @Test(arguments: [
    ("20250131, 20250131", 0), ("20250131, 20250228", 0), ("20250131, 20250331", 2), ("20250115, 20250214", 0),
    ("20250115, 20250215", 1), ("20250215, 20250115", -1), ("20250215, 20250116", 0), ("20241231, 20250630", 5),
    ("20241231, 20251231", 12),
  ]) func months(_ arguments: String, _ expected: Int64) throws {
    #expect(try value("qh_months(\(arguments))") == .integer(expected))
  }

  @Test(arguments: [
    ("20250630080000, 20250630093000", 1.5), ("20250630230000, 20250701010000", 2), ("20250701, 20250630", -24),
    ("20250630, 20250630000036", 0.01),
  ]) func hours(_ arguments: String, _ expected: Double) throws {
    #expect(try value("qh_hours(\(arguments))") == .real(expected))
  }

  @Test(arguments: [
    "qh_days(NULL, 20250101)", "qh_days(20250101, NULL)", "qh_days(20250230, 20250301)",
    "qh_days('20250101', 20250102)",
    "qh_months(0, 20250101)", "qh_hours(20250101240000, 20250101)", "qh_days(-1, 20250101)",
    "qh_days(9223372036854775807, 20250101)", "qh_like(NULL, '%')", "qh_like('a', NULL)",
  ]) func whatIsNoDayIsNull(_ call: String) throws {
    #expect(try value(call) == .null)
  }

  @Test(arguments: [
    ("'', ''", 1), ("'', '%'", 1), ("'a', ''", 0), ("'abc', 'abc'", 1), ("'abc', 'ABC'", 0), ("'abc', 'a%'", 1),
    ("'abc', '%c'", 1), ("'abc', '%b%'", 1), ("'abc', 'a_c'", 1), ("'abc', 'a_'", 0), ("'肾病内科', '肾_内科'", 1),
    ("'肾病内科', '____'", 1), ("'肾病内科', '___'", 0), ("'肾病内科', '%内%'", 1), ("'aXbXc', 'a%X_'", 1),
    ("'aab', '%ab'", 1), ("'mississippi', '%iss%ip%i'", 1), ("'mississippi', '%iss%is%s'", 0), ("12, '1_'", 1),
  ]) func like(_ arguments: String, _ expected: Int64) throws {
    #expect(try value("qh_like(\(arguments))") == .integer(expected))
  }

  @Test func likeTakesNoLongTime() throws {
    let database = try folder.database()
    let pattern = String(repeating: "%a", count: 2000) + "b"
    let subject = String(repeating: "a", count: 20000)
    let started = ContinuousClock.now
    let result = try database.query("SELECT qh_like('\(subject)', '\(pattern)')", place: .subject("q"))
    #expect(result.rows == [[.integer(0)]])
    #expect(ContinuousClock.now - started < .seconds(5))
  }
}
