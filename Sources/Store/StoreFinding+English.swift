import Findings

extension StoreFinding {
  var english: Wording {
    let untouched = "Nothing was read or written."
    let nothingImported = "Nothing of the file was imported."
    switch self {
    case .databaseAbsent(let place):
      return Wording(
        found: "There is no database \(place.text).", consequence: untouched,
        remedy: "Import a file first: qingheng import FILE")
    case .databaseUnreadable:
      return Wording(
        found: "The system does not let the database be read.", consequence: untouched,
        remedy: "Check the rights of the file and of its folder.")
    case .databaseUnwritable(_, let reason):
      return Wording(found: reason.english, consequence: "Nothing was written.", remedy: reason.englishRemedy)
    case .notADatabase:
      return Wording(
        found: "The file is not an SQLite database.", consequence: untouched,
        remedy: "Correct database: in qingheng.yaml, or restore the file from a backup.")
    case .databaseForeign:
      return Wording(
        found: "The file is an SQLite database of another program.", consequence: untouched,
        remedy: "Name another file under database: in qingheng.yaml.")
    case .databaseNewer(_, let found, let known):
      return Wording(
        found: "The database has schema \(found); this program knows schemas up to \(known).",
        consequence: untouched, remedy: "Use the newer qingheng that last wrote to it.")
    case .databaseOlder(_, let found, let known):
      return Wording(
        found: "The database has schema \(found) and must first be brought up to \(known).", consequence: untouched,
        remedy: "Run any command that writes, for example: qingheng import FILE")
    case .databaseBusy:
      return Wording(
        found: "Another program has locked the database.", consequence: "Nothing was written.",
        remedy: "Wait until it is done, or close it, and try again.")
    case .databaseFull:
      return Wording(
        found: "The disk is full.", consequence: "Nothing was written; the database is as it was before.",
        remedy: "Make room and try again.")
    case .databaseInterrupted:
      return Wording(
        found: "A program was stopped while it was writing to the database.", consequence: untouched,
        remedy: "Run any command that writes: it rolls the half-done change back.")
    case .databaseDamaged:
      return Wording(
        found: "The database is damaged.", consequence: "What it holds cannot be relied on.",
        remedy: "Restore it from a backup, and import what came later again.")
    case .databaseTrouble(_, let code, _):
      return Wording(
        found: "SQLite reports code \(code).", consequence: "Nothing was written.",
        remedy: "Run the command again with --verbose and report what it prints.")
    case .batchAlreadyImported(_, let batch, let file, let at):
      return Wording(
        found: "The same bytes were imported as batch \(batch) (\(file), \(at)).", consequence: nothingImported,
        remedy: "To read them anew, under another spec or register: --replaces \(batch)")
    case .batchUnknown(_, let batch):
      return Wording(
        found: "There is no batch \(batch).", consequence: "Nothing was undone.",
        remedy: "List them: qingheng batches")
    case .batchAlreadyUndone(_, let batch, let at, let by):
      return Wording(
        found: "Batch \(batch) was undone at \(at) by \(by).", consequence: "It stays undone.",
        remedy: "To have its rows again, import its file again.")
    case .batchOutOfOrder(_, let row, let after):
      return Wording(
        found: "Row \(row) came after row \(after): this is a fault of the program.", consequence: nothingImported,
        remedy: "Report it, with the table spec.")
    case .keyAlreadyImported(_, let columns, let batch, let file, let row, let count):
      let key = columns.joined(separator: ", ")
      return Wording(
        found: count == 1
          ? "The same unit, period and key (\(key)) stand in batch \(batch): \(file), row \(row)."
          : "\(count) rows have the unit, period and key (\(key)) of rows in batch \(batch); this is the first of them, "
            + "there \(file), row \(row).", consequence: nothingImported,
        remedy:
          "If this is the whole file, corrected: --replaces \(batch). If it holds only rows that were corrected: --amend. Otherwise remove the row."
      )
    case .unitUnknown(_, let code):
      return Wording(
        found: "The database does not know the unit “\(code)”.", consequence: "Nothing was written.",
        remedy: "Add it to the register of units, or correct its code.")
    case .tableColumnsAdded(_, let table, let columns):
      return Wording(
        found: "Table \(table) has new columns: \(columns.joined(separator: ", ")).",
        consequence: "They are empty in the rows that were imported before.",
        remedy: "To fill them, undo the earlier batches and import their files again.")
    case .tableNewVersion(_, let table, let column, let was, let now, let version):
      return Wording(
        found: "Column “\(column)” of table \(table) was \(was) and is now \(now).",
        consequence: "Version \(version) of the table begins; rows of earlier versions are kept, but no longer read.",
        remedy: "Undo the earlier batches of \(table) and import their files again.")
    case .tableNameTaken(_, let table, let name):
      return Wording(
        found: "Table \(table) would be stored as \(name), which another table has.", consequence: nothingImported,
        remedy: "Rename the table in its table spec.")
    case .columnNameUnusable(_, let table, let column):
      return Wording(
        found:
          "Table \(table) cannot have a column “\(column)”: the name is empty, taken by the store, or differs from "
          + "another only in letter case.", consequence: nothingImported,
        remedy: "Give the column another id in the table spec, and its heading as header:.")
    case .sqlRefused(_, let refusal):
      return Wording(
        found: refusal.english, consequence: "The query was not run.",
        remedy: "Write one SELECT over the tables and views of the database.")
    case .sqlTimeout(_, let seconds):
      return Wording(
        found: "The query was not done after \(seconds) s.", consequence: "It was stopped; there is no result.",
        remedy: "Read fewer rows, or aggregate step by step.")
    case .sqlTooLong(_, let rows):
      return Wording(
        found: "The measure's SELECT gives more than \(rows) rows, or more text than fits.",
        consequence: "It was stopped; nothing was scored.", remedy: "Read fewer rows, or aggregate in the SELECT.")
    case .sqlProblem(_, let problem, let line, let column):
      return Wording(
        found: "Line \(line), column \(column): \(problem.english)", consequence: "There is no result.",
        remedy: problem.englishRemedy)
    }
  }
}

extension StoreFinding.UnwritableReason {
  fileprivate var english: String {
    switch self {
    case .folderAbsent: "The folder of the database does not exist."
    case .folderRefused: "The system does not let files be made in the folder of the database."
    case .refused: "The system does not let the database be written."
    case .notAFile: "There is a folder, or something else that is no file, where the database should be."
    case .name: "The name of the database holds a character that no file name can hold."
    }
  }

  fileprivate var englishRemedy: String {
    switch self {
    case .folderAbsent: "Make the folder, or correct database: in qingheng.yaml."
    case .folderRefused: "Check the rights of the folder."
    case .refused: "Check the rights of the file, and whether the disk is mounted for reading only."
    case .notAFile, .name: "Correct database: in qingheng.yaml."
    }
  }
}

extension StoreFinding.SQLRefusal {
  fileprivate var english: String {
    switch self {
    case .empty: "There is no query."
    case .severalStatements: "There is more than one statement."
    case .notAQuery: "This is not a query: it would change, attach or configure something."
    case .function(let name): "The function \(name) is not allowed here."
    case .table(let name): "\(name) is not a table of the database."
    case .notAnInput(let name):
      "A measure's SELECT reads the views of current rows (v_…), unit, unit_alias and membership; “\(name)” is none of these."
    case .tooLarge: "The query is too long or too deeply nested."
    }
  }
}

extension StoreFinding.SQLProblem {
  fileprivate var english: String {
    switch self {
    case .table(let name): "There is no table “\(name)”."
    case .column(let name): "There is no column “\(name)”."
    case .function(let name): "There is no function “\(name)”."
    case .near(let word): "This is not SQL near “\(word)”."
    case .incomplete: "The query ends too early."
    case .tooBig: "A value grew beyond the limit."
    case .other(let detail): "SQLite does not accept the query (\(detail))."
    }
  }

  fileprivate var englishRemedy: String {
    switch self {
    case .table: "List them: SELECT name FROM sqlite_schema"
    case .column: "Put names in double quotes and text in single quotes; check the spelling."
    case .function, .near, .incomplete, .other: "Correct the query."
    case .tooBig: "Return less text in a cell."
    }
  }
}
