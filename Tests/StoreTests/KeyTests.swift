import Findings
import Tables
import Testing

@testable import Store

@Suite struct KeyTests {
  let folder = try! TemporaryFolder()

  @Test func aKeyOfAnotherBatchRefusesTheWholeBatch() throws {
    let database = try folder.database()
    try database.importSurvey([(1, 80, nil), (2, 60, nil)], key: ["序号"])
    let log = FindingLog()
    let outcome = try database.importSurvey(
      [(3, 80, nil), (2, 60, nil), (1, 10, nil)], sha256: "bb", key: ["序号"], log: log)
    #expect(outcome == .discarded)
    #expect(
      log.findings.compactMap { $0 as? StoreFinding } == [
        .keyAlreadyImported(.row("survey.csv", row: 3), columns: ["序号"], batch: 1, file: "survey.csv", row: 3, count: 2)
      ])
    #expect(try database.surveyNumbers() == [1, 2])
  }

  @Test func otherPeriodsAndUnitsMayCountFromOneAgain() throws {
    let database = try folder.database()
    try database.importSurvey([(1, 80, nil)], key: ["序号"])
    let nextHalf = try database.importSurvey(
      [(1, 80, nil)], sha256: "bb", key: ["序号"], span: (20_250_701, 20_251_231))
    #expect(nextHalf == .committed(batch: 2, rows: 1, rejects: 0))
    let otherUnit = try database.importBatch(
      header(sha256: "cc", key: ["序号"]), units: try database.units(), log: FindingLog()
    ) { writer in
      try writer.begin(columns: surveyColumns)
      try writer.receive(surveyChunk([(1, 80, nil)], unit: 1))
      return .keep
    }
    #expect(otherUnit == .committed(batch: 3, rows: 1, rejects: 0))
  }

  @Test func anEmptyCellInAKeyIsNoKey() throws {
    let database = try folder.database()
    try database.importSurvey([(.min, 80, nil)], key: ["序号"])
    #expect(
      try database.importSurvey([(.min, 80, nil)], sha256: "bb", key: ["序号"])
        == .committed(batch: 2, rows: 1, rejects: 0))
  }

  @Test func fullWidthLettersMakeNoOtherKey() throws {
    let database = try folder.database()
    try database.importSurvey([(1, 80, "Ｍ１０"), (2, 60, "Ｍ１１")], key: ["意见"])
    let log = FindingLog()
    #expect(try database.importSurvey([(3, 80, "M10")], sha256: "bb", key: ["意见"], log: log) == .discarded)
    #expect(log.findings.map(\.code) == ["key-already-imported"])
    // The other way round, and beside a code that is no other's.
    try database.importSurvey([(4, 80, "M12")], sha256: "cc", key: ["意见"])
    #expect(try database.importSurvey([(5, 80, "Ｍ１２")], sha256: "dd", key: ["意见"]) == .discarded)
  }

  @Test func keysOfSeveralColumnsAreNotRunTogether() throws {
    let database = try folder.database()
    let key = ["意见", "序号"]
    try database.importSurvey([(1, 80, "a"), (2, 80, "a'")], key: key)
    #expect(
      try database.importSurvey([(2, 80, "a"), (1, 80, "a'")], sha256: "bb", key: key)
        == .committed(batch: 2, rows: 2, rejects: 0))
    #expect(try database.importSurvey([(2, 1, "a'")], sha256: "cc", key: key) == .discarded)
  }
}
