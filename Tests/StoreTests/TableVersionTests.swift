import Findings
import Tables
import Testing

@testable import Store

@Suite struct TableVersionTests {
  let folder = try! TemporaryFolder()

  private func importOne(
    _ columns: [StoredColumn], _ cells: [ChunkColumn], table: TableName = survey, sha256: String,
    into database: Database, log: FindingLog = FindingLog()
  ) throws {
    _ = try database.importBatch(header(table, sha256: sha256), units: [], log: log) { writer in
      try writer.begin(columns: columns)
      try writer.receive(
        ColumnChunk(rowCount: 1, sourceRows: [2], units: [-1], periodFrom: [0], periodTo: [0], columns: cells))
      return .keep
    }
  }

  private let a = StoredColumn(name: "甲", storage: .integer)
  private let b = StoredColumn(name: "乙", storage: .real)

  @Test func newColumnsAreEmptyInEarlierRows() throws {
    let database = try folder.database()
    let log = FindingLog()
    try importOne([a], [.integer([1])], sha256: "1", into: database)
    try importOne([b, a], [.real([0.5]), .integer([2])], sha256: "2", into: database, log: log)
    try importOne([b], [.real([0.25])], sha256: "3", into: database, log: log)
    #expect(
      log.findings.compactMap { $0 as? StoreFinding } == [
        .tableColumnsAdded(.file("survey.csv"), table: "患者问卷", columns: ["乙"])
      ])
    #expect(try database.storedColumns(survey) == [a, b])
    #expect(
      try database.tableRows(survey) == [
        ["甲": .integer(1), "乙": .null], ["甲": .integer(2), "乙": .real(0.5)], ["甲": .null, "乙": .real(0.25)],
      ])
  }

  @Test func aChangedTypeBeginsANewVersion() throws {
    let database = try folder.database()
    let log = FindingLog()
    try importOne([a], [.integer([1])], sha256: "1", into: database)
    let real = StoredColumn(name: "甲", storage: .real)
    try importOne([real], [.real([1.5])], sha256: "2", into: database, log: log)
    #expect(
      log.findings.compactMap { $0 as? StoreFinding } == [
        .tableNewVersion(
          .file("survey.csv"), table: "患者问卷", column: "甲", was: "INTEGER", now: "REAL", version: 2)
      ])
    #expect(try database.tableRows(survey) == [["甲": .real(1.5)]])
    #expect(try database.dataState(for: [survey]).map(\.batch) == [2])
    // The row of the earlier version is still there for those who ask for it.
    let old = try database.cells(survey, references: [.init(batch: 1, row: 2)], columns: ["甲", "没有"])
    #expect(old.map(\.cells) == [[.integer(1), .null]])
    // Undone and imported again, the earlier file follows the new type.
    try database.undo(batch: 1, at: "", by: "")
    try importOne([real], [.real([1])], sha256: "1", into: database)
    #expect(try database.tableRows(survey) == [["甲": .real(1.5)], ["甲": .real(1)]])
    #expect(try database.integrityCheck(log: log))
  }

  /// What began a version is undone: the rows of before are read again, and the new version when its rows come back.
  @Test func undoingANewVersionBringsBackTheOldOne() throws {
    let database = try folder.database()
    try importOne([a], [.integer([1])], sha256: "1", into: database)
    let real = StoredColumn(name: "甲", storage: .real)
    var header = header(sha256: "2")
    header.correction = .replacing([1])
    func replace() throws {
      let outcome = try database.importBatch(header, units: [], log: FindingLog()) { writer in
        try writer.begin(columns: [real])
        try writer.receive(
          ColumnChunk(
            rowCount: 1, sourceRows: [2], units: [-1], periodFrom: [0], periodTo: [0], columns: [.real([1.5])]))
        return .keep
      }
      guard case .committed = outcome else { return #expect(Bool(false), "\(outcome)") }
    }
    func viewed() throws -> [[StoredValue]] {
      try database.query(#"SELECT "甲" FROM "v_qinglian_患者问卷""#, place: .subject("sql")).rows
    }
    for batch in [2, 3] {
      try replace()
      #expect(try viewed() == [[.real(1.5)]] && database.tableRows(survey) == [["甲": .real(1.5)]])
      try database.undo(batch: batch, at: "", by: "")
      #expect(try viewed() == [[.integer(1)]] && database.tableRows(survey) == [["甲": .integer(1)]])
      #expect(try database.storedColumns(survey) == [a])
      #expect(try database.dataState(for: [survey]).map(\.batch) == [1])
    }
  }

  @Test(arguments: ["", "batch_id", "ROW_ID", "a\u{0}b"]) func namesThatCannotBe(_ name: String) throws {
    let database = try folder.database()
    let found = finding {
      try importOne([StoredColumn(name: name, storage: .integer)], [.integer([1])], sha256: "1", into: database)
    }
    #expect(found == .columnNameUnusable(.file("survey.csv"), table: "患者问卷", column: name))
    #expect(try database.batches().isEmpty)
  }

  @Test func namesThatDifferInLetterCaseOnly() throws {
    let database = try folder.database()
    let upper = StoredColumn(name: "Score", storage: .integer)
    let lower = StoredColumn(name: "score", storage: .integer)
    try importOne([upper], [.integer([1])], sha256: "1", into: database)
    #expect(
      finding { try importOne([lower], [.integer([1])], sha256: "2", into: database) }?.code == "column-name-unusable")
  }

  @Test(arguments: [
    "患者问卷", "a\"b", "a'b", "a;DROP TABLE batch;--", "select", "a b", "a]b`c", "😀", "1",
  ]) func namesThatMustBeQuoted(_ name: String) throws {
    let database = try folder.database()
    let table = TableName(system: name, table: name)
    let column = StoredColumn(name: name, storage: .integer)
    try importOne([column], [.integer([5])], table: table, sha256: "1", into: database)
    let other = StoredColumn(name: name + "2", storage: .text)
    try importOne(
      [other], [.text(TextColumn(offsets: [0, 0], isNull: [true]))], table: table, sha256: "2", into: database)
    #expect(
      try database.tableRows(table) == [[name: .integer(5), name + "2": .null], [name: .null, name + "2": .null]])
    let viewed = try database.query("SELECT \(quoted(name)) FROM \(quoted("v_\(name)_\(name)"))", place: .subject("q"))
    #expect(viewed.rows == [[.integer(5)], [.null]])
    #expect(try database.storedTables() == [table])
    #expect(try database.batches().count == 2)
  }

  @Test func twoTablesCannotShareAName() throws {
    let database = try folder.database()
    try importOne([a], [.integer([1])], table: .init(system: "a_b", table: "c"), sha256: "1", into: database)
    let found = finding {
      try importOne([a], [.integer([1])], table: .init(system: "a", table: "b_c"), sha256: "2", into: database)
    }
    #expect(found == .tableNameTaken(.file("survey.csv"), table: "b_c", name: "t_a_b_c"))
    #expect(
      finding {
        try importOne([a], [.integer([1])], table: .init(system: "x", table: "a\u{0}"), sha256: "2", into: database)
      }?.code == "table-name-taken")
  }
}
