import Findings

extension TabularFinding {
  var english: Wording {
    let unread = "Nothing was imported from the file."
    switch self {
    case .unreadable(let place, let reason):
      switch reason {
      case .absent:
        return Wording(
          found: "There is no such file.", consequence: unread, remedy: "Check the name: \(place.file ?? place.text)")
      case .refused:
        return Wording(
          found: "The system does not let the file be read.", consequence: unread,
          remedy: "Check its permissions, or whether another program holds it.")
      case .notAFile:
        return Wording(
          found: "This is a folder or a device, not a file.", consequence: unread, remedy: "Name one file.")
      }
    case .empty:
      return Wording(
        found: "The file is empty: there is nothing in it.", consequence: unread,
        remedy: "Export it again, or check that it is the file that was meant.")
    case .notCSV(_, let kind):
      return Wording(
        found: "The file is \(kind.english), not CSV text.", consequence: unread, remedy: kind.englishRemedy)
    case .damagedUTF16(_, let offset):
      return Wording(
        found: "The file says that it is UTF-16, but from offset \(offset) on it is not.", consequence: unread,
        remedy: "Export it again, or save it as CSV UTF-8; in Excel: Save as, CSV UTF-8 (comma delimited).")
    case .nulBytes(_, let offset, let count):
      return Wording(
        found: "The file holds \(counted(count, "NUL byte")), the first at offset \(offset).", consequence: unread,
        remedy: "It is damaged or no text: export it again.")
    case .readAsGB18030(_, let byte, let offset):
      return Wording(
        found: "The file is not UTF-8 (byte \(hexadecimal(byte)) at offset \(offset)); all of it reads as GB18030.",
        consequence: "It was read as GB18030; nothing else changes.",
        remedy: "To be strict, write encoding: utf-8 under file in the table spec.")
    case .undecodable(_, let utf8, let gb18030):
      let tried = [("UTF-8", utf8), ("GB18030", gb18030)].compactMap { name, bad in
        bad.map { "not \(name) (byte \(hexadecimal($0.byte)) at offset \($0.offset))" }
      }
      return Wording(
        found: "The file is \(tried.joined(separator: " and ")).", consequence: unread,
        remedy: "Save it as CSV UTF-8, or correct encoding under file in the table spec.")
    case .damagedUTF8(_, let first, let count):
      return Wording(
        found:
          "The file is UTF-8, but \(counted(count, "byte in it is", "bytes in it are")) not: the first is \(hexadecimal(first.byte)) at "
          + "offset \(first.offset).",
        consequence: unread, remedy: "Mend the character at that place, or export the file again.")
    case .delimiter(_, let delimiter):
      return Wording(
        found: "The header is separated by \(delimiter.english).", consequence: "The file was read so.",
        remedy: "Nothing is to be done; a file with commas is read by its commas.")
    case .headerAbsent(_, let headerRow, let rowCount):
      return Wording(
        found: "The header is due in row \(headerRow), but the file has \(counted(rowCount, "row")).",
        consequence: unread,
        remedy: "Correct header_row under file in the table spec.")
    case .noRows(_, let headerRow):
      return Wording(
        found: "There are no rows below the header (row \(headerRow)).", consequence: unread,
        remedy: "Export it again, or check that it is the file that was meant.")
    case .quoteUnclosed:
      return Wording(
        found: "The quotation mark \" that opens this cell is never closed.", consequence: unread,
        remedy: "Close it, or write two quotation marks (\"\") for one inside a cell.")
    case .quoteStray:
      return Wording(
        found: "Text follows the closing quotation mark \" of this cell.", consequence: "The row was set aside.",
        remedy: "Write two quotation marks (\"\") for one inside a cell.")
    case .recordTooLong(_, let limit):
      return Wording(
        found: "The row that begins here is longer than \(limit) bytes.", consequence: unread,
        remedy: "Look for a quotation mark that is not closed, or for a file without line ends.")
    case .recordTooWide(_, let limit):
      return Wording(
        found: "The row that begins here has more than \(limit) cells.", consequence: unread,
        remedy: "Check that it is the right file, and that its rows end in line ends.")
    case .changed:
      return Wording(
        found: "The file changed while it was read.", consequence: unread,
        remedy: "Import it again once the other program has finished writing.")
    case .archive(_, let problem): return problem.english
    case .workbook(_, let problem): return problem.english
    case .scratch(_, let problem): return problem.english
    }
  }
}

extension TabularFinding.FileKind {
  var english: String {
    switch self {
    case .xlsx: "an .xlsx workbook (or another ZIP archive)"
    case .xls: "an .xls workbook (or another old Office file)"
    case .pdf: "a PDF document"
    case .sqlite: "an SQLite database"
    case .gzip: "a gzip archive"
    case .html: "an HTML page"
    case .binary: "binary data"
    }
  }

  var englishRemedy: String {
    switch self {
    case .xlsx, .xls: "Save the sheet as CSV UTF-8 and import that file."
    case .gzip: "Unpack it and import the file inside."
    case .html: "Open it in a spreadsheet program and save it as CSV UTF-8."
    case .pdf, .sqlite, .binary: "Check that it is the file that was meant."
    }
  }
}

extension Delimiter {
  var english: String {
    switch self {
    case .comma: "commas"
    case .tab: "tabs"
    case .semicolon: "semicolons"
    }
  }
}
