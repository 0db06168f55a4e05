import Findings
import Synchronization

/// A workbook of an office program: its sheets, and what their cells share.
package final class Workbook: Sendable {
  package struct Sheet: Sendable, Equatable {
    package let name: String
    package let isHidden: Bool
    /// The part, or the number of the sheet in an .xls workbook.
    let part: String
    let index: Int
  }

  /// What findings call the file.
  package let name: String
  package let path: String
  package let sheets: [Sheet]
  package var sha256: String { digest.value }
  let source: ByteSource
  let digest: FileDigest
  let contents: Contents
  private let limits: ArchiveLimits
  /// Of sheets that somebody read.
  private let merged = Mutex<[String: MergedCells]>([:])

  enum Contents: Sendable {
    case parts(WorkbookParts)
    case old(OldBook)
  }

  init(
    _ source: ByteSource, path: String, name: String, sheets: [Sheet], contents: Contents, digest: FileDigest,
    limits: ArchiveLimits = ArchiveLimits()
  ) {
    self.source = source
    self.path = path
    self.name = name
    self.sheets = sheets
    self.contents = contents
    self.digest = digest
    self.limits = limits
  }

  package func file(_ sheet: Sheet) -> SheetFile { SheetFile(self, sheet) }

  func rows(of sheet: Sheet) throws(PartProblem) -> any RowFeed {
    switch contents {
    case .old(let book): return OldSheetRows(book, sheet, fileName: name)
    case .parts(let parts):
      let (rows, cells) = try parts.rows(
        of: sheet, in: source, fileName: name, limits: limits, merged: merged.withLock { $0[sheet.part] })
      merged.withLock { $0[sheet.part] = cells }
      return rows
    }
  }

  /// The sheet by which a form says what it is: key → value. nil where there is none.
  package func form(log: FindingLog) -> [String: String]? {
    guard let sheet = sheets.first(where: { $0.name == "_qingheng" }) else { return nil }
    var reader = file(sheet).records()
    var values: [String: String] = [:]
    while values.count < 1000, reader.advance() {
      guard reader.count >= 2 else { continue }
      let texts = (0...1).map { String(decoding: reader.cell($0), as: UTF8.self) }
      if values[texts[0]] == nil { values[texts[0]] = texts[1] }
    }
    if let failure = reader.failure { log.add(failure) }
    return values
  }
}

/// One sheet of a workbook.
package struct SheetFile: RecordFile {
  package let workbook: Workbook
  private let entry: Workbook.Sheet

  init(_ workbook: Workbook, _ sheet: Workbook.Sheet) {
    self.workbook = workbook
    entry = sheet
  }

  package var name: String { workbook.name }
  package var path: String { workbook.path }
  package var sheet: String { entry.name }
  package var sha256: String { workbook.sha256 }

  package func records() -> RecordReader {
    RecordReader(rows(), of: workbook.source, name: workbook.name, digest: workbook.digest)
  }

  func rows() -> any RowFeed {
    do throws(PartProblem) { return try workbook.rows(of: entry) } catch {
      return NoRows(sheet: entry.name, failure: error.finding(at: .file(workbook.name)))
    }
  }
}

/// A sheet that cannot be opened.
private final class NoRows: RowFeed {
  let sheet: String
  let failure: TabularFinding?
  let row = 0
  let count = 0
  let hasMarks = false
  let hasLooks = false
  let tally = SheetTally()

  init(sheet: String, failure: TabularFinding) {
    self.sheet = sheet
    self.failure = failure
  }

  func advance() -> Bool { false }
  func text(_ index: Int) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: nil, count: 0) }
  func mark(_ index: Int) -> CellMark? { nil }
  func isOwn(_ index: Int) -> Bool { true }
  func show(_ index: Int) {}
  func fix(width: Int) {}
}
