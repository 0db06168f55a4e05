import Findings
import Scoring
import Tables
import Testing

@testable import Store

/// Batches that come instead of others, whole or row by row, and what an undo brings back.
@Suite struct CorrectionTests {
  let folder = try! TemporaryFolder()

  /// Three rows with keys, as batch 1.
  private func begun() throws -> Database {
    let database = try folder.database()
    try database.importSurvey([(1, 80, nil), (2, 60, "a"), (3, 70, nil)], key: ["序号"])
    return database
  }

  @Test func aRefusedFileSaysWhatItWouldChange() throws {
    let database = try begun()
    var found: RowDifference?
    let outcome = try database.importSurvey(
      [(1, 80, nil), (3, 75, "b"), (4, 90, nil)], sha256: "bb", key: ["序号"], review: { found = $0 })
    #expect(outcome == .discarded)
    let difference = try #require(found)
    #expect([difference.before, difference.after] == [3, 3])
    // 1 stays, 3 changes, 4 is new, 2 is gone.
    #expect([difference.unchanged, difference.changed, difference.added, difference.gone] == [1, 1, 1, 1])
    #expect(difference.batches == [1])
    #expect(
      difference.lines == [
        .init(
          kind: .changed, unit: "D014", from: 20_250_101, to: 20_250_630, key: [.integer(3)],
          standing: .init(batch: 1, row: 4), row: 3,
          cells: [
            .init(column: "满意度", before: .real(70), after: .real(75)),
            .init(column: "意见", before: .null, after: .text("b")),
          ]),
        .init(
          kind: .added, unit: "D014", from: 20_250_101, to: 20_250_630, key: [.integer(4)], standing: nil, row: 4,
          cells: []),
        .init(
          kind: .gone, unit: "D014", from: 20_250_101, to: 20_250_630, key: [.integer(2)],
          standing: .init(batch: 1, row: 3), row: nil, cells: []),
      ])
    #expect(try database.batches().count == 1)
  }

  @Test func aFileComesInsteadOfABatch() throws {
    let database = try begun()
    let outcome = try database.importSurvey(
      [(1, 80, nil), (4, 90, nil)], sha256: "bb", key: ["序号"], correction: .replacing([1]))
    #expect(outcome == .committed(batch: 2, rows: 2, rejects: 0))
    #expect(try database.surveyNumbers() == [1, 4])
    #expect(try database.dataState(for: [survey]).map(\.batch) == [2])
    let view = try database.query(#"SELECT "序号" FROM "v_qinglian_患者问卷""#, place: .subject("sql"))
    #expect(view.rows == [[.integer(1)], [.integer(4)]])
    let first = try #require(try database.batch(1))
    #expect(first.replacedBy == 2 && !first.isCurrent && first.undoneAt == nil)
    // A kept run reads the batch that it read.
    var numbers: [Int64] = []
    try database.scan(RowQuery(table: survey, expressions: ["\"序号\""], batches: [1])) {
      numbers.append($0.integer(0) ?? -1)
    }
    #expect(numbers == [1, 2, 3])
  }

  @Test func whatWasReplacedIsUndoneLastAndComesBack() throws {
    let database = try begun()
    try database.importSurvey([(1, 81, nil)], sha256: "bb", key: ["序号"], correction: .replacing([1]))
    try database.importSurvey([(1, 82, nil)], sha256: "cc", key: ["序号"], correction: .replacing([2]))
    #expect(
      correctionFinding { try database.undo(batch: 1, at: "2026-01-06", by: "x") }
        == .corrected(.subject("1"), batch: 1, by: [2], isWhole: true))
    try database.undo(batch: 3, at: "2026-01-06", by: "x")
    #expect(try database.dataState(for: [survey]).map(\.batch) == [2])
    try database.undo(batch: 2, at: "2026-01-06", by: "x")
    #expect(try database.surveyNumbers() == [1, 2, 3])
    try database.undo(batch: 1, at: "2026-01-06", by: "x")
    #expect(try database.surveyNumbers().isEmpty)
  }

  @Test func anAmendmentComesInsteadOfItsRowsOnly() throws {
    let database = try begun()
    let log = FindingLog()
    var found: RowDifference?
    let outcome = try database.importSurvey(
      [(2, 65, "c"), (9, 50, nil)], sha256: "bb", key: ["序号"], correction: .amending, log: log, review: { found = $0 })
    #expect(outcome == .committed(batch: 2, rows: 2, rejects: 0))
    #expect(try database.surveyNumbers() == [1, 3, 2, 9])
    let difference = try #require(found)
    #expect([difference.changed, difference.added, difference.gone, difference.unchanged] == [1, 1, 0, 0])
    #expect(
      log.findings.compactMap { $0 as? CorrectionFinding } == [.adds(.file("survey.csv"), rows: 1, first: 3)])
    #expect(try database.batches().map(\.amendedBy) == [[2], []])
    #expect(try database.dataState(for: [survey]).map { $0.amends == nil } == [true, false])
    // The keys of a run: both batches, and the row counts once; of the first alone all its rows.
    #expect(try numbers(of: [1, 2], in: database) == [1, 3, 2, 9])
    #expect(try numbers(of: [1], in: database) == [1, 2, 3])
    #expect(
      correctionFinding { try database.undo(batch: 1, at: "2026-01-06", by: "x") }
        == .corrected(.subject("1"), batch: 1, by: [2], isWhole: false))
    try database.undo(batch: 2, at: "2026-01-06", by: "x")
    #expect(try database.surveyNumbers() == [1, 2, 3])
    #expect(try numbers(of: [1, 2], in: database) == [1, 3, 2, 9])
  }

  private func numbers(of batches: [Int], in database: Database) throws -> [Int64] {
    var numbers: [Int64] = []
    try database.scan(RowQuery(table: survey, expressions: ["\"序号\""], batches: batches)) {
      numbers.append($0.integer(0) ?? -1)
    }
    return numbers
  }

  @Test func amendmentsGoWithTheirBatch() throws {
    let database = try begun()
    try database.importSurvey([(2, 65, nil)], sha256: "bb", key: ["序号"], correction: .amending)
    try database.importSurvey([(2, 66, nil)], sha256: "cc", key: ["序号"], correction: .amending)
    let log = FindingLog()
    #expect(
      try database.importSurvey([(2, 67, nil)], sha256: "dd", key: ["序号"], correction: .replacing([3]), log: log)
        == .discarded)
    #expect(
      log.findings.first as? CorrectionFinding == .incomplete(.file("survey.csv"), batches: [3], missing: [1]))
    var found: RowDifference?
    try database.importSurvey(
      [(1, 80, nil), (2, 66, nil), (3, 71, nil)], sha256: "ee", key: ["序号"], correction: .replacing([1]),
      review: { found = $0 })
    let difference = try #require(found)
    #expect(difference.batches == [1, 2, 3] && difference.before == 3)
    #expect([difference.unchanged, difference.changed, difference.gone] == [2, 1, 0])
    #expect(try database.dataState(for: [survey]).map(\.batch) == [4])
    try database.undo(batch: 4, at: "2026-01-06", by: "x")
    #expect(try database.surveyNumbers() == [1, 3, 2])
  }

  @Test func whatCannotBeIsRefusedAndNothingChanges() throws {
    let database = try begun()
    func refused(
      _ correction: Correction, key: [String] = ["序号"], countsOnly: Bool = false
    ) throws -> CorrectionFinding? {
      let log = FindingLog()
      let outcome = try database.importSurvey(
        [(1, 1, nil)], sha256: "bb", key: key, correction: correction, countsOnly: countsOnly, log: log)
      #expect(outcome == .discarded && log.findings.count == 1)
      return log.findings.first as? CorrectionFinding
    }
    let place = Place.file("survey.csv")
    #expect(try refused(.replacing([7])) == .unknown(place, batch: 7))
    #expect(try refused(.amending, key: []) == .withoutKey(place, table: "患者问卷"))
    #expect(try refused(.amending, countsOnly: true) == .amendsAnswers(place, table: "患者问卷"))
    let log = FindingLog()
    #expect(
      try database.importSurvey([(8, 1, nil)], sha256: "bb", key: ["序号"], correction: .replacing([1]), log: log)
        == .discarded)
    #expect(
      try database.importSurvey([(8, 1, nil)], sha256: "bb", key: ["序号"], correction: .amending, log: log)
        == .discarded)
    #expect(log.findings.map(\.code) == ["replaces-unalike", "amend-nothing"])
    #expect(try database.batches().count == 1 && database.surveyNumbers() == [1, 2, 3])
    try database.undo(batch: 1, at: "2026-01-06", by: "x")
    #expect(try refused(.replacing([1])) == .notCurrent(place, batch: 1, by: nil))
  }

  /// A second batch is not swept along because its keys are in the file too.
  @Test func keysOfABatchThatWasNotNamedRefuseTheFile() throws {
    let database = try begun()
    try database.importSurvey([(5, 80, nil)], sha256: "bb", key: ["序号"])
    let log = FindingLog()
    #expect(
      try database.importSurvey(
        [(1, 80, nil), (5, 80, nil)], sha256: "cc", key: ["序号"], correction: .replacing([1]), log: log) == .discarded)
    #expect(log.findings.map(\.code) == ["key-already-imported"])
    #expect(
      try database.importSurvey(
        [(1, 80, nil), (5, 80, nil)], sha256: "cc", key: ["序号"], correction: .replacing([1, 2]), log: log)
        == .committed(batch: 3, rows: 2, rejects: 0))
  }

  @Test func answersAreCountedAndNotListed() throws {
    let database = try begun()
    var found: RowDifference?
    try database.importSurvey(
      [(1, 80, nil), (2, 61, "a"), (3, 70, nil), (4, 1, nil)], sha256: "bb", key: ["序号"], correction: .replacing([1]),
      countsOnly: true, review: { found = $0 })
    let difference = try #require(found)
    #expect([difference.unchanged, difference.changed, difference.added] == [2, 1, 1])
    #expect(difference.lines.isEmpty)
  }

  /// Without a key, rows are the same where all their cells are; of twins each counts.
  @Test func rowsWithoutAKeyAreComparedWhole() throws {
    let database = try folder.database()
    try database.importSurvey([(1, 80, nil), (1, 80, nil), (2, 60, "a")])
    var found: RowDifference?
    try database.importSurvey(
      [(1, 80, nil), (2, 60, "b")], sha256: "bb", correction: .replacing([1]), review: { found = $0 })
    let difference = try #require(found)
    #expect([difference.unchanged, difference.changed, difference.added, difference.gone] == [1, 0, 1, 2])
  }

  @Test func everyVersionOfARowIsFound() throws {
    let database = try begun()
    try database.importSurvey([(2, 65, nil)], sha256: "bb", key: ["序号"], correction: .amending)
    try database.importSurvey([(2, 66, nil)], sha256: "cc", key: ["序号"], correction: .amending)
    try database.undo(batch: 3, at: "2026-01-06", by: "x")
    try database.importSurvey([(1, 80, nil)], sha256: "dd", key: ["序号"], correction: .replacing([1]))
    let versions = try database.versions(of: survey, key: [("序号", "2")])
    #expect(versions.map(\.batch.id) == [1, 2, 3])
    #expect(versions.map { $0.cells["满意度"] } == [.real(60), .real(65), .real(66)])
    #expect(versions.map(\.amendedBy) == [2, nil, nil])
    #expect(versions.map(\.batch.replacedBy) == [4, 4, nil])
    #expect(versions.allSatisfy { !$0.isCurrent })
    #expect(try database.versions(of: survey, key: [("序号", "1")]).map(\.isCurrent) == [false, true])
  }

  @Test func unitsFollowTheBatchesThatStand() throws {
    let database = try folder.database()
    func take(_ codes: [String], sha256: String, _ correction: Correction = .none) throws {
      var header = header(sha256: sha256)
      header.correction = correction
      let register = try database.units()
      let new = codes.filter { code in !register.contains { $0.code == code } }
      _ = try database.importBatch(header, units: register, log: FindingLog()) { writer in
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
    try take(["A", "B"], sha256: "aa")
    try take(["B", "C"], sha256: "bb", .replacing([1]))
    #expect(try database.units().map(\.code) == ["B", "C"])
    try database.undo(batch: 2, at: "1", by: "x")
    #expect(try database.units().map(\.code) == ["A", "B"])
    try database.undo(batch: 1, at: "2", by: "x")
    #expect(try database.units().isEmpty)
  }
}

/// The finding that a correction throws.
func correctionFinding(of work: () throws -> Void) -> CorrectionFinding? {
  do {
    try work()
    return nil
  } catch {
    return (error as? FindingError)?.finding as? CorrectionFinding
  }
}
