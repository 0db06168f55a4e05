import Findings
import Scoring
import Testing

@testable import Store

@Suite struct ScanTests {
  let folder = try! TemporaryFolder()

  @Test func aTableThatWasNeverImported() throws {
    let database = try folder.database()
    #expect(try database.surveyNumbers().isEmpty)
    #expect(try database.tableRows(survey).isEmpty)
    #expect(try database.storedTables().isEmpty)
    #expect(try database.dataState(for: [survey]).isEmpty)
    #expect(try database.cells(survey, references: [.init(batch: 1, row: 2)], columns: ["序号"]).isEmpty)
  }

  @Test func expressionsParametersAndFilter() throws {
    let database = try folder.database()
    try database.importSurvey([(1, 80, "好"), (2, 60, "Bad"), (3, 90, nil)])
    var seen: [String] = []
    let query = RowQuery(
      table: survey,
      expressions: [#""满意度" * :factor"#, #""序号" = 1 OR :word = 'x'"#, #""意见""#, ":period_end"],
      filter: #""满意度" >= :least"#,
      parameters: [
        "factor": .real(0.5), "word": .text("y"), "least": .integer(70), "period_end": .integer(20_250_630),
      ])
    try database.scan(query) { row in
      seen.append("\(row.real(0)) \(row.integer(1) ?? -1) \(row.text(2) ?? "NULL") \(row.integer(3) ?? 0)")
      // Text is no number, even if it begins like one.
      #expect(row.real(2).isNaN && row.integer(2) == nil)
    }
    #expect(seen == ["40.0 1 好 20250630", "45.0 0 NULL 20250630"])
  }

  @Test func aParameterWithoutAValueIsNotNull() throws {
    let database = try folder.database()
    try database.importSurvey([(1, 80, nil)])
    let found = finding { try database.scan(RowQuery(table: survey, expressions: [":lost"])) { _ in } }
    #expect(found == .databaseTrouble(.file("qingheng.sqlite"), code: 21, detail: ":lost"))
  }

  @Test func aMistypedColumnIsNoText() throws {
    let database = try folder.database()
    try database.importSurvey([(1, 80, nil)])
    let found = finding { try database.scan(RowQuery(table: survey, expressions: [#""满意"#])) { _ in } }
    #expect(found?.code == "database-trouble")
  }

  @Test func rowsComeInTheOrderOfBatchAndRow() throws {
    let database = try folder.database()
    for (index, numbers) in [[5, 3], [4], [1, 2]].enumerated() {
      try database.importSurvey(numbers.map { (Int64($0), 1, nil) }, sha256: "\(index)")
    }
    try database.undo(batch: 2, at: "", by: "")
    #expect(try database.surveyNumbers() == [5, 3, 1, 2])
  }

  @Test func aScanMayAskTheDatabase() throws {
    let database = try folder.database()
    try database.importSurvey([(1, 80, nil), (2, 60, nil)])
    var counts: [Int] = []
    try database.scan(RowQuery(table: survey, expressions: [])) { _ in
      counts.append(try database.surveyNumbers().count)
    }
    #expect(counts == [2, 2])
  }

  @Test func rowsAreFoundByTheirNumbers() throws {
    let database = try folder.database()
    try database.syncUnits(wards)
    _ = try database.importBatch(header(), units: try database.units(), log: FindingLog()) { writer in
      try writer.begin(columns: surveyColumns)
      // Rows 2–4, then 9–10: those between were rejected.
      try writer.receive(surveyChunk([(2, 1, "a"), (3, 2, "b"), (4, 3, "c")]))
      try writer.receive(surveyChunk([(9, 4, "d"), (10, 5, "e")], firstRow: 9))
      return .keep
    }
    let references = [10, 2, 5, 9, 1, 11].map { RowReference(batch: 1, row: $0) } + [.init(batch: 2, row: 2)]
    let found = try database.cells(survey, references: references, columns: ["意见", "序号"])
    #expect(found.map(\.reference.row) == [10, 2, 9])
    #expect(found.map(\.file) == Array(repeating: "survey.csv", count: 3))
    #expect(
      found.map(\.cells) == [[.text("e"), .integer(10)], [.text("a"), .integer(2)], [.text("d"), .integer(9)]])
    #expect(try database.cells(.init(system: "x", table: "y"), references: references, columns: []).isEmpty)
  }

  @Test func theDataStateNamesEveryCurrentBatch() throws {
    let database = try folder.database()
    try database.importSurvey([(1, 80, nil)], sha256: "bb", period: "2025H1")
    try database.importSurvey([(2, 80, nil)], sha256: "aa")
    let state = try database.dataState(for: [survey, survey])
    #expect(state.map(\.batch) == [1, 2] && state.map(\.table) == [survey, survey])
    #expect(state.map(\.sha256) == ["bb", "aa"] && state.map(\.specHash) == ["ff", "ff"])
    #expect(state.map(\.period) == ["2025H1", ""] && state[0].matched == state[1].matched)
  }
}
