import Findings

/// What can be wrong with a file of rows before anyone asks what its cells mean.
package enum TabularFinding: Finding, Equatable {
  case unreadable(Place, reason: UnreadableReason)
  case empty(Place)
  case notCSV(Place, kind: FileKind)
  /// UTF-16 by its first two bytes, but not to its end.
  case damagedUTF16(Place, offset: Int)
  case nulBytes(Place, offset: Int, count: Int)
  /// A choice: the file is not UTF-8 because of this byte, and all of it reads as GB18030.
  case readAsGB18030(Place, byte: UInt8, offset: Int)
  /// Neither encoding that was allowed reads the whole file; nil: that encoding was not tried.
  case undecodable(Place, utf8: BadByte?, gb18030: BadByte?)
  /// Mostly UTF-8, with bytes in it that are not.
  case damagedUTF8(Place, first: BadByte, count: Int)
  /// A choice: cells are separated by something other than commas.
  case delimiter(Place, Delimiter)
  case headerAbsent(Place, headerRow: Int, rowCount: Int)
  case noRows(Place, headerRow: Int)
  case quoteUnclosed(Place)
  /// Text stands between a closing quote and the next delimiter.
  case quoteStray(Place)
  case recordTooLong(Place, limit: Int)
  case recordTooWide(Place, limit: Int)
  case changed(Place)
  /// A ZIP archive, whether of files or as a workbook.
  case archive(Place, ArchiveProblem)
  case workbook(Place, WorkbookProblem)
  /// No place for bytes that must lie in a file for a while.
  case scratch(Place, ScratchProblem)

  package enum UnreadableReason: Error, Sendable, Equatable { case absent, refused, notAFile }

  package struct BadByte: Sendable, Equatable {
    package var byte: UInt8
    /// From 0, in the file.
    package var offset: Int
    package init(byte: UInt8, offset: Int) {
      self.byte = byte
      self.offset = offset
    }
  }

  /// What a file is instead of text, as its first bytes tell.
  package enum FileKind: String, Sendable, CaseIterable { case xlsx, xls, pdf, sqlite, gzip, html, binary }

  package var code: String {
    switch self {
    case .unreadable: "file-unreadable"
    case .empty: "file-empty"
    case .notCSV: "file-not-csv"
    case .damagedUTF16: "file-utf16-damaged"
    case .nulBytes: "file-nul-bytes"
    case .readAsGB18030: "file-encoding"
    case .undecodable: "file-not-decodable"
    case .damagedUTF8: "file-utf8-damaged"
    case .delimiter: "file-delimiter"
    case .headerAbsent: "file-without-header"
    case .noRows: "file-without-rows"
    case .quoteUnclosed: "cell-quote-unclosed"
    case .quoteStray: "cell-quote-stray"
    case .recordTooLong: "row-too-long"
    case .recordTooWide: "row-too-wide"
    case .changed: "file-changed"
    case .archive(_, let problem): problem.code
    case .workbook(_, let problem): problem.code
    case .scratch(_, let problem): problem.code
    }
  }

  package var severity: Severity {
    switch self {
    case .readAsGB18030, .delimiter, .archive(_, .skipped), .workbook(_, .oldFormat): .note
    default: .problem
    }
  }

  package var place: Place {
    switch self {
    case .unreadable(let place, _), .empty(let place), .notCSV(let place, _), .damagedUTF16(let place, _),
      .nulBytes(let place, _, _), .readAsGB18030(let place, _, _), .undecodable(let place, _, _),
      .damagedUTF8(let place, _, _), .delimiter(let place, _), .headerAbsent(let place, _, _),
      .noRows(let place, _), .quoteUnclosed(let place), .quoteStray(let place), .recordTooLong(let place, _),
      .recordTooWide(let place, _),
      .changed(let place), .archive(let place, _), .workbook(let place, _), .scratch(let place, _):
      place
    }
  }

  package func wording(in language: Language) -> Wording {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}

/// What separates cells.
package enum Delimiter: UInt8, Sendable, CaseIterable {
  case comma = 0x2C
  case tab = 0x09
  case semicolon = 0x3B
}

/// `0xC7`.
func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return "0x" + (digits.count == 1 ? "0" : "") + digits
}
