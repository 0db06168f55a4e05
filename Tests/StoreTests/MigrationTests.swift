import Findings
import Foundation
import GRDB
import Register
import Scoring
import Tables
import Testing

@testable import Store

/// Databases of older programs, as dumps of what they wrote, brought up to date.
@Suite struct MigrationTests {
  let folder = try! TemporaryFolder()

  /// A file of that schema.
  private func restored(_ schema: Int) throws -> String {
    let dump = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Schemas/\(schema).sql")
    let path = folder.file("\(schema).sqlite")
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: try String(contentsOf: dump, encoding: .utf8)) }
    try queue.close()
    return path
  }

  private func tables(_ database: Store.Database) throws -> [String] {
    try database.access { db in
      try String.fetchAll(
        db, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE '%pingjia%' ORDER BY name")
    }
  }

  @Test func everyEarlierSchemaHasADump() {
    for schema in 1..<Schema.newest {
      let dump = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Schemas/\(schema).sql")
      #expect(FileManager.default.fileExists(atPath: dump.path), "Schemas/\(schema).sql")
    }
  }

  @Test func aDatabaseOfSchema1IsBroughtUpToDateAndLosesNothing() throws {
    let path = try restored(1)
    let log = FindingLog()
    #expect(Store.Database.open(path, name: "db", mode: .readOnly, log: log) == nil)
    #expect(log.findings.first as? StoreFinding == .databaseOlder(.file("db"), found: 1, known: Schema.newest))

    let database = try #require(Store.Database.open(path, name: "db", log: log))
    #expect(try tables(database) == tables(try folder.database("new.sqlite")))
    #expect(try database.integrityCheck(log: log))
    #expect(try database.batches().map(\.rowCount) == [18, 10, 2, 8, 17, 10, 3])
    let state = try database.dataState(for: [TableName(system: "pingjia", table: "走访评分")])
    #expect(state.map(\.matched) == [nil, nil])
    #expect(try database.memberships().isEmpty)

    let half = try #require(try database.latestRun(scheme: "keshi", period: "2025H1"))
    #expect(half.sheet.standing.count == 5 && half.input.halves.isEmpty && half.input.history.isEmpty)
    #expect(half.sheet.standing.allSatisfy { $0.attempts.isEmpty && $0.heldTitle == nil && !$0.isInByTie })
    #expect(half.sheet.nodes.allSatisfy { $0.hands.isEmpty && $0.overrides.isEmpty && $0.isImputed.isEmpty })
    #expect(half.input.decisions.isEmpty && half.input.titles.isEmpty && half.frozenKeys.isEmpty)
    #expect(half.sheet.units == half.input.units && half.sheet.contests.isEmpty)
    let year = try #require(try database.latestRun(scheme: "keshi", period: "2025"))
    #expect(year.input.halves.map(\.period.id) == ["2025H1", "2025H2"])
  }

  @Test func aDatabaseOfSchema2IsBroughtUpToDateAndTakesReminders() throws {
    let path = try restored(2)
    let log = FindingLog()
    let database = try #require(Store.Database.open(path, name: "db", log: log))
    #expect(try tables(database) == tables(try folder.database("new.sqlite")))
    #expect(try database.integrityCheck(log: log))
    #expect(try database.batches().map(\.rowCount) == [18, 10, 2, 8, 17, 10, 3])
    let half = try #require(try database.latestRun(scheme: "keshi", period: "2025H1"))
    #expect(half.sheet.standing.count == 5)

    #expect(try database.reminders().isEmpty)
    let subject = Reminder.Subject(system: "pingjia", item: "半年总结", unit: "D001", period: "2025H1", member: "")
    let day = try #require(CalendarDate(year: 2025, month: 7, day: 14))
    let reminder = Reminder(subject: subject, asOf: day, role: "党院办")
    try database.record([reminder, reminder], at: "2025-07-14 09:00", by: "王敏")
    #expect(try database.reminders() == [reminder, reminder])
  }

  /// The views too follow the rule of today: what was replaced is not among the current rows.
  @Test func aDatabaseOfSchema3IsBroughtUpToDateAndTakesCorrections() throws {
    let path = try restored(3)
    let log = FindingLog()
    let database = try #require(Store.Database.open(path, name: "db", log: log))
    #expect(try tables(database) == tables(try folder.database("new.sqlite")))
    #expect(try database.integrityCheck(log: log))
    #expect(try database.batches().map(\.isCurrent) == [true, true, true, true, true, true, false, true])
    #expect(try database.batches().allSatisfy { $0.replacedBy == nil && $0.amendedBy.isEmpty })
    let problems = TableName(system: "pingjia", table: "问题台账")
    func count() throws -> StoredValue? {
      try database.query(#"SELECT count(*) FROM "v_pingjia_问题台账""#, place: .subject("sql")).rows.first?.first
    }
    #expect(try count() == .integer(11))
    var header = header(problems, key: ["编号"])
    header.correction = .replacing([4])
    let columns = try database.storedColumns(problems)
    let outcome = try database.importBatch(header, units: try database.units(), log: log) { writer in
      try writer.begin(columns: columns)
      var number = TextColumn()
      Array("W1".utf8).withUnsafeBytes { number.append($0) }
      var empty = TextColumn()
      empty.append(nil)
      try writer.receive(
        ColumnChunk(
          rowCount: 1, sourceRows: [2], units: [try #require(try database.units().firstIndex { $0.code == "K1" })],
          periodFrom: [20_250_101], periodTo: [20_250_630],
          columns: columns.map {
            $0.name == "编号" ? .text(number) : $0.storage == .text ? .text(empty) : .integer([.min])
          }))
      return .keep
    }
    #expect(outcome == .committed(batch: 9, rows: 1, rejects: 0), "\(log.findings.map(\.code))")
    #expect(try count() == .integer(4))
    try database.undo(batch: 9, at: "2026-01-06", by: "x")
    #expect(try count() == .integer(11))
  }
}
