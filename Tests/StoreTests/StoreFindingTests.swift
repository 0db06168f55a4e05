import Findings
import Testing

@testable import Store

@Suite struct StoreFindingTests {
  static let place = Place.file("qingheng.sqlite")

  static let all: [StoreFinding] = [
    .databaseAbsent(place), .databaseUnreadable(place), .databaseUnwritable(place, reason: .folderAbsent),
    .databaseUnwritable(place, reason: .folderRefused), .databaseUnwritable(place, reason: .refused),
    .databaseUnwritable(place, reason: .notAFile), .databaseUnwritable(place, reason: .name), .notADatabase(place),
    .databaseForeign(place), .databaseNewer(place, found: 7, known: 1), .databaseOlder(place, found: 0, known: 1),
    .databaseBusy(place), .databaseFull(place), .databaseInterrupted(place),
    .databaseDamaged(place, detail: "SECRET"), .databaseTrouble(place, code: 21, detail: "SECRET"),
    .batchAlreadyImported(place, batch: 3, file: "a.csv", at: "2026-01-05"), .batchUnknown(place, batch: 3),
    .batchAlreadyUndone(place, batch: 3, at: "2026-01-05", by: "王敏"),
    .batchOutOfOrder(place, row: 3, after: 4),
    .keyAlreadyImported(place, columns: ["序号"], batch: 3, file: "a.csv", row: 17, count: 3),
    .unitUnknown(place, code: "D014"),
    .tableColumnsAdded(place, table: "t", columns: ["a", "b"]),
    .tableNewVersion(place, table: "t", column: "c", was: "INTEGER", now: "REAL", version: 2),
    .tableNameTaken(place, table: "t", name: "t_a_t"), .columnNameUnusable(place, table: "t", column: "c"),
    .sqlRefused(place, .empty), .sqlRefused(place, .severalStatements), .sqlRefused(place, .notAQuery),
    .sqlRefused(place, .function("random")), .sqlRefused(place, .table("dbstat")), .sqlRefused(place, .tooLarge),
    .sqlRefused(place, .notAnInput("score")), .sqlTooLong(place, rows: 3),
    .sqlTimeout(place, seconds: 0.5), .sqlProblem(place, .table("x"), line: 1, column: 2),
    .sqlProblem(place, .column("x"), line: 1, column: 2), .sqlProblem(place, .function("x"), line: 1, column: 2),
    .sqlProblem(place, .near("x"), line: 1, column: 2), .sqlProblem(place, .incomplete, line: 1, column: 2),
    .sqlProblem(place, .tooBig, line: 1, column: 2), .sqlProblem(place, .other("x"), line: 1, column: 2),
  ]

  static let corrections: [CorrectionFinding] = [
    .unknown(place, batch: 3), .otherTable(place, batch: 3, table: "t", own: "u"),
    .notCurrent(place, batch: 3, by: nil), .notCurrent(place, batch: 3, by: 5),
    .incomplete(place, batches: [3], missing: [1]), .unalike(place, batches: [3]),
    .setsAside(place, rejects: 2, before: 0), .withoutKey(place, table: "t"), .amendsAnswers(place, table: "t"),
    .amendsNothing(place, columns: ["编号"]), .adds(place, rows: 1, first: 4), .keyParts(place, columns: [], given: 1),
    .keyParts(place, columns: ["编号"], given: 2), .noSuchRow(place, table: "t"), .severalFiles(place, files: 2),
    .fewAnswers(place, table: "t", fewerThan: 5), .sameName(place, batch: 3, at: "2026-01-05"),
    .corrected(place, batch: 3, by: [4], isWhole: true), .corrected(place, batch: 3, by: [4, 5], isWhole: false),
  ]

  @Test(arguments: corrections) func everyCorrectionIsWordedInFull(_ finding: CorrectionFinding) {
    #expect(finding.place == Self.place)
    #expect(finding.code.wholeMatch(of: /[a-z]+(-[a-z]+)+/) != nil)
    let (english, chinese) = (finding.wording(in: .english), finding.wording(in: .chinese))
    for line in [english.found, english.consequence, english.remedy] { #expect(!line.isEmpty) }
    for line in [chinese.found, chinese.consequence, chinese.remedy] {
      #expect(line.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) })
    }
    #expect(chinese.found.hasSuffix("。"))
  }

  @Test(arguments: all) func everyFindingIsWordedInFull(_ finding: StoreFinding) {
    #expect(finding.place == Self.place)
    #expect(finding.code.wholeMatch(of: /[a-z]+(-[a-z]+)+/) != nil)
    let english = finding.wording(in: .english)
    let chinese = finding.wording(in: .chinese)
    for line in [english.found, english.consequence, english.remedy] {
      #expect(!line.isEmpty && !line.contains("SECRET") && !line.contains("please") && !line.contains("failed"))
    }
    for line in [chinese.found, chinese.consequence, chinese.remedy] {
      #expect(line.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) } && !line.contains("SECRET"))
    }
    #expect(chinese.found.hasSuffix("。"))
  }
}
