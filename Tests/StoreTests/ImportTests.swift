import Findings
import Foundation
import GRDB
import Register
import Tables
import Synchronization
import Testing

@testable import Store

@Suite struct ImportTests {
  let folder = try! TemporaryFolder()

  @Test func anEmptyBatchIsABatch() throws {
    let database = try folder.database()
    #expect(try database.importSurvey([]) == .committed(batch: 1, rows: 0, rejects: 0))
    #expect(try database.storedColumns(survey) == surveyColumns)
    #expect(try database.surveyNumbers().isEmpty)
  }

  @Test func whatGoesInComesOut() throws {
    let database = try folder.database()
    let text = "好'\"；DROP TABLE batch\u{0}末尾"
    try database.importSurvey([(7, 80, text), (.min, .nan, nil), (9, -0.0, "")])
    var rows: [[StoredValue]] = []
    var heads: [[Int]] = []
    let query = RowQuery(table: survey, expressions: surveyColumns.map { quoted($0.name) })
    try database.scan(query) { row in
      heads.append([row.batch, row.sourceRow, row.unitID, row.periodFrom, row.periodTo])
      rows.append((0..<3).map(row.value))
      #expect(row.isNull(1) == row.real(1).isNaN)
    }
    #expect(
      rows == [
        [.integer(7), .real(80), .text(text)], [.null, .null, .null], [.integer(9), .real(0), .text("")],
      ])
    let unit = try #require(try database.unitIDs()["D014"])
    #expect(heads == (2...4).map { [1, $0, unit, 20_250_101, 20_250_630] })
    #expect(try database.tableRows(survey).map { $0["序号"] } == [.integer(7), .null, .integer(9)])
  }

  @Test func aTableWithoutUnitsAndPeriods() throws {
    let database = try folder.database()
    let list = TableName(system: "cms", table: "指标表")
    let outcome = try database.importBatch(header(list), units: [], log: FindingLog()) { writer in
      try writer.begin(columns: [StoredColumn(name: "measure_id", storage: .text)])
      var ids = TextColumn()
      "MORT_30".utf8.withContiguousStorageIfAvailable { ids.append(UnsafeRawBufferPointer($0)) }
      try writer.receive(
        ColumnChunk(
          rowCount: 1, sourceRows: [2], units: [-1], periodFrom: [0], periodTo: [0], columns: [.text(ids)]))
      return .keep
    }
    #expect(outcome == .committed(batch: 1, rows: 1, rejects: 0))
    try database.scan(RowQuery(table: list, expressions: [])) { row in
      #expect(row.unitID == -1 && row.periodFrom == 0 && row.periodTo == 0)
    }
    #expect(try database.tableRows(list) == [["measure_id": .text("MORT_30")]])
  }

  @Test func theSameBytesAreImportedOnce() throws {
    let database = try folder.database()
    let log = FindingLog()
    try database.importSurvey([(1, 80, nil)])
    let again = try database.importSurvey([(1, 80, nil)], log: log)
    #expect(again == .alreadyImported(try database.batches()[0]))
    #expect(log.countByCode == ["batch-already-imported": 1] && !log.hasProblems)
    #expect(try database.currentBatch(like: header())?.id == 1)
    // The same list of beds for another period is another input.
    #expect(try database.importSurvey([(1, 80, nil)], period: "2025H2") == .committed(batch: 2, rows: 1, rejects: 0))
    #expect(try database.surveyNumbers() == [1, 1])
  }

  /// The digest may still be in the making when rows come: it is asked for early only if a batch could be the same.
  @Test func theDigestIsAskedForWhenItMatters() throws {
    let asked = Mutex(0)
    func header(period: String) -> BatchHeader {
      @Sendable func digest() -> String {
        asked.withLock { $0 += 1 }
        return "aa"
      }
      return BatchHeader(
        table: survey, specVersion: "1", specHash: "ff", file: "survey.csv", sha256: digest(), period: period,
        importedAt: "", importedBy: "", place: .file("survey.csv"))
    }
    let database = try folder.database()
    try database.syncUnits(wards)
    for (number, period) in ["2025H1", "2025H2", "2025H2"].enumerated() {
      let before = asked.withLock { $0 }
      _ = try database.importBatch(header(period: period), units: try database.units(), log: FindingLog()) { writer in
        #expect(asked.withLock { $0 } == before)
        try writer.begin(columns: surveyColumns)
        try writer.receive(surveyChunk([(Int64(number), 80, nil)]))
        return .keep
      }
      #expect(asked.withLock { $0 } == before + 1)
    }
    #expect(try database.batches().map(\.sha256) == ["aa", "aa"])
  }

  @Test func aRehearsalKeepsNothing() throws {
    let database = try folder.database()
    try database.syncUnits(wards)
    let outcome = try database.importBatch(
      header(), units: try database.units(), isRehearsal: true, log: FindingLog()
    ) { writer in
      try writer.begin(columns: surveyColumns)
      try writer.receive(surveyChunk([(1, 80, nil)]))
      try writer.reject(RejectedRow(sourceRow: 3, codes: ["cell-out-of-range"], reasons: ["…"], cells: ["6"]))
      return .keep
    }
    #expect(outcome == .rehearsed(rows: 1, rejects: 1))
    #expect(try database.batches().isEmpty && database.storedColumns(survey).isEmpty)
  }

  @Test func rejectsAndRegisteredUnitsComeWithTheirBatch() throws {
    let database = try folder.database()
    try database.syncUnits(wards)
    let row = RejectedRow(
      sourceRow: 4, codes: ["unit-unknown", "cell-empty"], reasons: ["没有\"此\"单位", "空"], cells: ["a,b", "\n", ""])
    _ = try database.importBatch(header(), units: try database.units(), log: FindingLog()) { writer in
      try writer.begin(columns: surveyColumns)
      // Units count on from the two of the register.
      try writer.register([RegisteredUnit(code: "010001", name: "SOUTHEAST", kind: "医院")])
      try writer.receive(surveyChunk([(1, 80, nil)], unit: 2))
      try writer.reject(row)
      return .keep
    }
    let read = try database.rejects(ofBatch: 1)
    #expect(read.count == 1 && read[0].codes == row.codes && read[0].reasons == row.reasons)
    #expect(read[0].sourceRow == 4 && read[0].cells == row.cells)
    #expect(try database.units().map(\.code) == ["D014", "D031", "010001"])
    let registered = try #require(try database.unitIDs()["010001"])
    try database.scan(RowQuery(table: survey, expressions: [])) { #expect($0.unitID == registered) }
    #expect(try database.batches()[0].rejectCount == 1)
  }

  struct Stop: Error {}

  @Test func anErrorLeavesTheDatabaseAsItWas() throws {
    let database = try folder.database()
    try database.importSurvey([(1, 80, "first")])
    let before = try dump(database)
    #expect(throws: Stop.self) {
      _ = try database.importBatch(header(sha256: "bb"), units: try database.units(), log: FindingLog()) { writer in
        try writer.begin(columns: surveyColumns + [StoredColumn(name: "新列", storage: .text)])
        try writer.register([RegisteredUnit(code: "X", name: "X", kind: "医院")])
        throw Stop()
      }
    }
    #expect(try dump(database) == before)
    let outcome = try database.importBatch(
      header(sha256: "bb"), units: try database.units(), log: FindingLog()
    ) { writer in
      try writer.begin(columns: surveyColumns)
      try writer.receive(surveyChunk([(2, 70, nil)]))
      return .discard
    }
    #expect(outcome == .discarded)
    #expect(try dump(database) == before)
  }

  @Test func aFullDiskLeavesTheDatabaseAsItWas() throws {
    let database = try folder.database()
    try database.importSurvey([(1, 80, "first")])
    let before = try dump(database)
    let pages = try database.access { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
    try database.access { try $0.execute(sql: "PRAGMA max_page_count = \(pages + 2)") }
    let many = (0..<20000).map { (Int64($0), 80.0, "这一行有些长，很快就写满了" as String?) }
    #expect(
      finding { try database.importSurvey(many, sha256: "bb") } == .databaseFull(.file("qingheng.sqlite")))
    #expect(try dump(database) == before)
  }

  @Test func rowsOutOfOrderAreRefused() throws {
    let database = try folder.database()
    try database.syncUnits(wards)
    let found = finding {
      _ = try database.importBatch(header(), units: try database.units(), log: FindingLog()) { writer in
        try writer.begin(columns: surveyColumns)
        try writer.receive(surveyChunk([(1, 80, nil)], firstRow: 9))
        try writer.receive(surveyChunk([(2, 80, nil)], firstRow: 9))
        return .keep
      }
    }
    #expect(found == .batchOutOfOrder(.file("survey.csv"), row: 9, after: 9))
  }

  @Test func aWriterThatWasKeptWritesNothing() throws {
    let database = try folder.database()
    var kept: BatchWriter?
    _ = try database.importBatch(header(), units: [], log: FindingLog()) { writer in
      kept = writer
      return .discard
    }
    #expect(finding { try kept?.begin(columns: surveyColumns) }?.code == "database-trouble")
  }

  @Test func unitsMustStandInTheDatabase() throws {
    let database = try folder.database()
    let found = finding {
      _ = try database.importBatch(header(), units: wards, log: FindingLog()) { _ in .keep }
    }
    #expect(found == .unitUnknown(.file("survey.csv"), code: "D014"))
  }

  @Test func aHundredThousandRows() throws {
    let database = try folder.database()
    try database.importSurvey((0..<100_000).map { (Int64($0), Double($0) / 7, nil) })
    var (sum, rows) = (Int64(0), 0)
    try database.scan(RowQuery(table: survey, expressions: ["\"序号\""])) { row in
      sum += row.integer(0) ?? 0
      rows += 1
    }
    // 0 + … + 99 999
    #expect(rows == 100_000 && sum == 4_999_950_000)
    let log = FindingLog()
    #expect(try database.integrityCheck(log: log), "\(log.countByCode)")
  }
}

/// Everything that the database holds, as text.
func dump(_ database: Store.Database) throws -> String {
  try database.access { db in
    let tables = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sqlite_sequence' ORDER BY name")
    return try tables.map { table in
      let rows = try Row.fetchAll(db, sql: "SELECT * FROM \(quoted(table))")
      return "\(table)\n" + rows.map { "\($0)" }.joined(separator: "\n")
    }.joined(separator: "\n")
      + String.fetchAll(db, sql: "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name").joined()
  }
}
