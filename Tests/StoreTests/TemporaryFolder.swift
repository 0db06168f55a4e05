import Findings
import Foundation
import Register
import Tables
import Testing

@testable import Store

/// A fresh folder that goes with its test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "qingheng-store-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String = "qingheng.sqlite") -> String { path + "/" + name }

  func write(_ name: String, _ bytes: Data) throws { try bytes.write(to: URL(fileURLWithPath: file(name))) }

  /// A database in the folder; the test ends if it does not open.
  func database(_ name: String = "qingheng.sqlite", mode: Database.Mode = .readWrite) throws -> Database {
    let log = FindingLog()
    let database = Database.open(file(name), name: name, mode: mode, patience: 0.2, log: log)
    return try #require(database, "\(log.findings)")
  }
}

let wards = [
  OrgUnit(code: "D014", name: "肾病内科", kind: "科室", validFrom: day(20_100_101), aliases: ["肾内", "肾内科一病区"]),
  OrgUnit(
    code: "D031", name: "康复科", kind: "科室", parent: "H", peerGroup: "内科系", validFrom: day(20_100_101),
    validTo: day(20_240_630), successor: "D058", columns: ["state": "撤销", "code": "D031"]),
]

func day(_ yyyymmdd: Int) -> CalendarDate {
  CalendarDate(yyyymmdd: yyyymmdd) ?? CalendarDate(yyyymmdd: 19_000_101).unsafelyUnwrapped
}

let survey = TableName(system: "qinglian", table: "患者问卷")

func header(
  _ table: TableName = survey, sha256: String = "aa", key: [String] = [], period: String = "",
  file: String = "survey.csv"
) -> BatchHeader {
  BatchHeader(
    table: table, specVersion: "1", specHash: "ff", key: key, file: file, sha256: sha256, period: period,
    importedAt: "2026-01-05 09:00", importedBy: "王敏", place: .file(file))
}

let surveyColumns = [
  StoredColumn(name: "序号", storage: .integer), StoredColumn(name: "满意度", storage: .real),
  StoredColumn(name: "意见", storage: .text),
]

/// Rows of the first half of 2025: number, satisfaction, remark; the first stands in row 2 of the file.
func surveyChunk(
  _ rows: [(Int64, Double, String?)], unit: Int = 0, firstRow: Int = 2, period: (Int, Int) = (20_250_101, 20_250_630)
) -> ColumnChunk {
  var remarks = TextColumn()
  for row in rows {
    if var text = row.2 {
      text.withUTF8 { remarks.append(UnsafeRawBufferPointer($0)) }
    } else {
      remarks.append(nil)
    }
  }
  return ColumnChunk(
    rowCount: rows.count, sourceRows: Array(firstRow..<(firstRow + rows.count)),
    units: Array(repeating: unit, count: rows.count), periodFrom: Array(repeating: period.0, count: rows.count),
    periodTo: Array(repeating: period.1, count: rows.count),
    columns: [.integer(rows.map(\.0)), .real(rows.map(\.1)), .text(remarks)])
}

extension Database {
  /// Imports one chunk of the survey as a batch.
  @discardableResult
  func importSurvey(
    _ rows: [(Int64, Double, String?)], sha256: String = "aa", key: [String] = [], period: String = "",
    span: (Int, Int) = (20_250_101, 20_250_630), correction: Correction = .none, countsOnly: Bool = false,
    log: FindingLog = FindingLog(), review: (RowDifference) -> Void = { _ in }
  ) throws -> BatchOutcome {
    try syncUnits(wards)
    var header = header(sha256: sha256, key: key, period: period)
    header.correction = correction
    header.countsOnly = countsOnly
    return try importBatch(header, units: try units(), log: log, review: review) { writer in
      try writer.begin(columns: surveyColumns)
      try writer.receive(surveyChunk(rows, period: span))
      return .keep
    }
  }

  /// The integers of the first survey column of all current rows.
  func surveyNumbers() throws -> [Int64] {
    var numbers: [Int64] = []
    try scan(RowQuery(table: survey, expressions: ["\"序号\""])) { row in numbers.append(row.integer(0) ?? -1) }
    return numbers
  }
}

/// The finding that a piece of work throws.
func finding(of work: () throws -> Void) -> StoreFinding? {
  do {
    try work()
    return nil
  } catch {
    return (error as? FindingError)?.finding as? StoreFinding
  }
}
