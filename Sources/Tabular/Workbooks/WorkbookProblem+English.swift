import Findings

extension WorkbookProblem {
  var english: Wording {
    let unread = "Nothing was imported from the file."
    let trap = "Check where it comes from; if it is data all the same, save it again with a spreadsheet program."
    switch self {
    case .protected:
      return Wording(
        found: "The workbook opens with a password only.", consequence: unread,
        remedy: "Open it with a spreadsheet program and save it without the password.")
    case .otherKind(let kind):
      return Wording(found: "This is \(kind.english).", consequence: unread, remedy: kind.englishRemedy)
    case .partMissing(let part):
      return Wording(
        found: "The workbook is not whole: \(part) is missing.", consequence: unread,
        remedy: "Open and save it with a spreadsheet program, or export it again.")
    case .damaged(let part, let line, let reason):
      return Wording(
        found: "The workbook is damaged: \(part), line \(line) (\(reason)).", consequence: unread,
        remedy: "Open it with a spreadsheet program, let it be mended, and save it.")
    case .documentType(let part):
      return Wording(
        found: "\(part) declares a document type (DOCTYPE), which no office program writes.", consequence: unread,
        remedy: trap)
    case .tooIntricate(let part):
      return Wording(found: "\(part) is written oddly: far too long or too deep.", consequence: unread, remedy: trap)
    case .cellTooLong(let limit):
      return Wording(
        found: "The text of this cell is longer than \(limit) bytes.", consequence: unread,
        remedy: "Shorten it.")
    case .cellOutside(let reference):
      return Wording(
        found: "The cell “\(reference)” is out of place: outside a sheet, or before the one it follows.",
        consequence: unread, remedy: trap)
    case .rowTooLong(let limit):
      return Wording(found: "The texts of a row are longer than \(limit) bytes.", consequence: unread, remedy: trap)
    case .stringsTooLong(let limit):
      return Wording(
        found: "The texts of the workbook are longer than \(limit) bytes.", consequence: unread,
        remedy: "Split the data into several files.")
    case .mergedTooLate(let range, let limit):
      return Wording(
        found:
          "The sheet is longer than \(limit) bytes and has cells merged over rows (\(range)): it is read only once.",
        consequence: unread, remedy: "Unmerge them and fill every row, or split the data into several files.")
    case .tooManyMerged(let limit):
      return Wording(found: "There are more than \(limit) merged cells.", consequence: unread, remedy: trap)
    case .oldDamaged(let code):
      return Wording(
        found: "This .xls workbook cannot be read (\(code)).", consequence: unread,
        remedy: "Open it with a spreadsheet program and save it as .xlsx.")
    case .oldFormat:
      return Wording(
        found:
          "This is an old .xls workbook: merged cells, hidden rows and hidden sheets are not told.",
        consequence: "All else was read; merged cells have a value in their first row alone.",
        remedy: "If it has any of these, save it as .xlsx and import that.")
    case .oldTooLarge(let cells, let limit):
      return Wording(
        found: "This .xls workbook claims \(cells) cells, more than \(limit).", consequence: unread,
        remedy: "Open it with a spreadsheet program and save it as .xlsx.")
    }
  }
}

extension WorkbookProblem.Kind {
  var english: String {
    switch self {
    case .openDocument: "an OpenDocument file (.ods and others)"
    case .binaryWorkbook: "a binary workbook (.xlsb)"
    case .document: "an office document, but no workbook"
    }
  }

  var englishRemedy: String {
    switch self {
    case .openDocument, .binaryWorkbook: "Open it with a spreadsheet program and save it as .xlsx."
    case .document: "Check that it is the file that was meant."
    }
  }
}
