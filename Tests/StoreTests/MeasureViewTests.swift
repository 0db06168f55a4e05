import Findings
import Register
import Testing

@testable import Store

/// The SELECT of a measure: what it may read, and that it says what it read.
@Suite struct MeasureViewTests {
  let folder = try! TemporaryFolder()
  private let place = Place.line("s.yaml", line: 3, column: 5)

  private func filled() throws -> Database {
    let database = try folder.database()
    try database.importSurvey([(1, 80, nil), (2, 90, "好")])
    return database
  }

  @Test func currentRowsAndTheirTablesAreTold() throws {
    let database = try filled()
    let result = try database.measureView(
      """
      WITH answers AS (SELECT * FROM "v_qinglian_患者问卷")
      SELECT unit_id, p_from, p_to, avg("满意度") AS value FROM answers JOIN unit ON unit.id = answers.unit_id
      GROUP BY unit_id, p_from, p_to
      """, place: place)
    #expect(result.columns == ["unit_id", "p_from", "p_to", "value"])
    #expect(result.rows == [[.integer(1), .integer(20_250_101), .integer(20_250_630), .real(85)]])
    #expect(result.tables == [survey])
    #expect(try database.measureView("SELECT 1 AS value", place: place).tables.isEmpty)
    let counted = try database.measureView("SELECT count(*) FROM \"v_qinglian_患者问卷\"", place: place)
    #expect(counted.tables == [survey])
  }

  /// Rows of undone batches, other runs and the record of imports are none of a run's inputs.
  @Test(arguments: ["t_qinglian_患者问卷", "batch", "score", "run", "audit_of_nothing", "sqlite_schema", "reject"])
  func nothingElseIsRead(table: String) throws {
    let database = try filled()
    let found = finding { _ = try database.measureView("SELECT * FROM \"\(table)\"", place: place) }
    switch found {
    case .sqlRefused(place, .notAnInput(let name)): #expect(name == table || name == "sqlite_master")
    case .sqlProblem(place, .table(let name), _, _): #expect(name == "audit_of_nothing")
    default: Issue.record("\(table): \(String(describing: found))")
    }
    // Not even beside a view that reads it.
    let beside = finding {
      _ = try database.measureView(
        "SELECT * FROM \"v_qinglian_患者问卷\" WHERE batch_id IN (SELECT id FROM batch)", place: place)
    }
    #expect(beside == .sqlRefused(place, .notAnInput("batch")))
    let inner = "(SELECT * FROM \"\(table)\")"
    for masked in [
      "WITH \"v_qinglian_患者问卷\" AS \(inner) SELECT * FROM \"v_qinglian_患者问卷\"",
      "WITH \"V_qinglian_患者问卷\"(a)/* \n */AS--\nMATERIALIZED \(inner) SELECT * FROM \"v_qinglian_患者问卷\"",
      "SELECT * FROM \(inner) AS \"v_qinglian_患者问卷\"", "SELECT * FROM \(inner) \"v_qinglian_患者问卷\"",
      "SELECT (SELECT count(*) FROM \"\(table)\") AS \"v_qinglian_患者问卷\"",
    ] {
      #expect(finding { _ = try database.measureView(masked, place: place) } != nil, "\(masked)")
    }
  }

  @Test func aResultIsNeverShortened() throws {
    let database = try filled()
    let found = finding {
      _ = try database.measureView(
        "SELECT * FROM \"v_qinglian_患者问卷\"", place: place, limits: QueryLimits(rows: 1, seconds: 5))
    }
    #expect(found == .sqlTooLong(place, rows: 1))
  }

  /// The same bytes, matched with other units, are another input.
  @Test func aBatchRemembersWhatItsRowsWereMatchedWith() throws {
    func matched(_ unit: Int, _ name: String, rows: [(Int64, Double, String?)] = [(1, 80, nil), (2, 70, nil)]) throws
      -> String?
    {
      let database = try folder.database(name)
      try database.syncUnits(wards)
      _ = try database.importBatch(header(), units: try database.units(), log: FindingLog()) { writer in
        try writer.begin(columns: surveyColumns)
        try writer.receive(surveyChunk(rows, unit: unit))
        return .keep
      }
      return try database.dataState(for: [survey]).first?.matched
    }
    let first = try #require(try matched(0, "a"))
    #expect(first.count == 32)
    #expect(try matched(0, "b") == first)
    #expect(try matched(1, "c") != first)
    #expect(try matched(-1, "d") != first)
    #expect(try matched(0, "e", rows: [(1, 80, nil)]) != first)
  }
}
