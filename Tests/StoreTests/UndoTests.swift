import Findings
import Register
import Tables
import Testing

@testable import Store

@Suite struct UndoTests {
  let folder = try! TemporaryFolder()

  @Test func undoTakesTheRowsOutOfSightAndKeepsThem() throws {
    let database = try folder.database()
    try database.importSurvey([(1, 80, nil), (2, 60, nil)])
    try database.importSurvey([(3, 70, nil)], sha256: "bb")
    try database.undo(batch: 1, at: "2026-01-06", by: "李强")
    #expect(try database.surveyNumbers() == [3])
    #expect(try database.dataState(for: [survey]).map(\.batch) == [2])
    let view = try database.query(#"SELECT "序号" FROM "v_qinglian_患者问卷""#, place: .subject("sql"))
    #expect(view.rows == [[.integer(3)]])
    let record = try #require(try database.batch(1))
    #expect(record.undoneAt == "2026-01-06" && record.undoneBy == "李强" && record.rowCount == 2)
    let shown = try database.cells(survey, references: [.init(batch: 1, row: 3)], columns: ["序号"])
    #expect(shown.first?.cells == [.integer(2)])
  }

  @Test func undoingTwiceOrNothingIsRefused() throws {
    let database = try folder.database()
    try database.importSurvey([(1, 80, nil)])
    try database.undo(batch: 1, at: "2026-01-06", by: "李强")
    #expect(
      finding { try database.undo(batch: 1, at: "2026-01-07", by: "王敏") }
        == .batchAlreadyUndone(.subject("1"), batch: 1, at: "2026-01-06", by: "李强"))
    #expect(finding { try database.undo(batch: 5, at: "", by: "") } == .batchUnknown(.subject("5"), batch: 5))
  }

  @Test func theFileCanBeImportedAgain() throws {
    let database = try folder.database()
    try database.importSurvey([(1, 80, nil)], key: ["序号"])
    try database.undo(batch: 1, at: "2026-01-06", by: "李强")
    #expect(try database.importSurvey([(1, 80, nil)], key: ["序号"]) == .committed(batch: 2, rows: 1, rejects: 0))
    #expect(try database.surveyNumbers() == [1])
  }

  private func importHospitals(_ codes: [String], new: [String], sha256: String, into database: Database) throws {
    let register = try database.units()
    _ = try database.importBatch(header(sha256: sha256), units: register, log: FindingLog()) { writer in
      try writer.begin(columns: surveyColumns)
      try writer.register(new.map { RegisteredUnit(code: $0, name: "H" + $0, kind: "医院") })
      let order = register.map(\.code) + new
      for (index, code) in codes.enumerated() {
        let unit = order.firstIndex(of: code) ?? -1
        try writer.receive(surveyChunk([(1, 80, nil)], unit: unit, firstRow: index + 2))
      }
      return .keep
    }
  }

  @Test func unitsGoWithTheLastBatchThatNamesThem() throws {
    let database = try folder.database()
    try importHospitals(["A", "B"], new: ["A", "B"], sha256: "aa", into: database)
    try importHospitals(["B"], new: [], sha256: "bb", into: database)
    let idOfB = try database.unitIDs()["B"]
    try database.undo(batch: 1, at: "1", by: "x")
    #expect(try database.units().map(\.code) == ["B"])
    try database.undo(batch: 2, at: "2", by: "x")
    #expect(try database.units().isEmpty)
    // Registered again, it is the unit that it was.
    try importHospitals(["B"], new: ["B"], sha256: "bb", into: database)
    #expect(try database.units().map(\.code) == ["B"])
    #expect(try database.unitIDs()["B"] == idOfB)
  }
}
