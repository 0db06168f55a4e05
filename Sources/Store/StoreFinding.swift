import Findings

/// What can stand in the way of the database, a batch, or an analyst's query.
package enum StoreFinding: Finding, Equatable {
  case databaseAbsent(Place)
  case databaseUnreadable(Place)
  case databaseUnwritable(Place, reason: UnwritableReason)
  case notADatabase(Place)
  /// A database of another program.
  case databaseForeign(Place)
  /// Made by a newer program; numbers are those of migrations.
  case databaseNewer(Place, found: Int, known: Int)
  /// Opened for reading only, but it must be brought up to date first.
  case databaseOlder(Place, found: Int, known: Int)
  case databaseBusy(Place)
  case databaseFull(Place)
  /// A writer was killed; the next one repairs what it left, a reader cannot.
  case databaseInterrupted(Place)
  /// The details are for the maintainer, not for the sentence.
  case databaseDamaged(Place, detail: String)
  /// Anything else that SQLite reports, by its result code.
  case databaseTrouble(Place, code: Int, detail: String)

  case batchAlreadyImported(Place, batch: BatchName, file: String, at: String)
  case batchUnknown(Place, batch: BatchName)
  case batchAlreadyUndone(Place, batch: BatchName, at: String, by: String)
  /// Rows came in another order than that of the file: a fault of the program.
  case batchOutOfOrder(Place, row: Int, after: Int)
  /// Keys of so many rows, of which this is the first, stand already in a current batch, there first in that row; the
  /// key itself may be personal and is not repeated.
  case keyAlreadyImported(Place, columns: [String], batch: BatchName, file: String, row: Int, count: Int)
  case unitUnknown(Place, code: String)

  case tableColumnsAdded(Place, table: String, columns: [String])
  /// A column's type changed: later rows go into a table of their own.
  case tableNewVersion(Place, table: String, column: String, was: String, now: String, version: Int)
  case tableNameTaken(Place, table: String, name: String)
  case columnNameUnusable(Place, table: String, column: String)

  case sqlRefused(Place, SQLRefusal)
  case sqlTimeout(Place, seconds: Double)
  /// More rows, or more text, than a measure's SELECT may give; so many were read.
  case sqlTooLong(Place, rows: Int)
  /// Line and column of the query, from 1.
  case sqlProblem(Place, SQLProblem, line: Int, column: Int)

  package enum UnwritableReason: Sendable, Equatable { case folderAbsent, folderRefused, refused, notAFile, name }

  /// Why a query was not begun.
  package enum SQLRefusal: Sendable, Equatable {
    case empty
    case severalStatements
    /// Not a query, or one that would change, attach or configure something.
    case notAQuery
    case function(String)
    case table(String)
    /// A table that is none of a run's inputs, in the SELECT of a measure.
    case notAnInput(String)
    /// Longer, deeper or wider than the limits.
    case tooLarge
  }

  package enum SQLProblem: Sendable, Equatable {
    case table(String)
    case column(String)
    case function(String)
    case near(String)
    case incomplete
    /// A value grew beyond the limit while the query ran.
    case tooBig
    case other(String)
  }

  package var code: String {
    switch self {
    case .databaseAbsent: "database-absent"
    case .databaseUnreadable: "database-unreadable"
    case .databaseUnwritable: "database-unwritable"
    case .notADatabase: "database-not-sqlite"
    case .databaseForeign: "database-foreign"
    case .databaseNewer: "database-newer"
    case .databaseOlder: "database-older"
    case .databaseBusy: "database-busy"
    case .databaseFull: "database-full"
    case .databaseInterrupted: "database-interrupted"
    case .databaseDamaged: "database-damaged"
    case .databaseTrouble: "database-trouble"
    case .batchAlreadyImported: "batch-already-imported"
    case .batchUnknown: "batch-unknown"
    case .batchAlreadyUndone: "batch-already-undone"
    case .batchOutOfOrder: "batch-out-of-order"
    case .keyAlreadyImported: "key-already-imported"
    case .unitUnknown: "unit-unknown-to-database"
    case .tableColumnsAdded: "table-columns-added"
    case .tableNewVersion: "table-new-version"
    case .tableNameTaken: "table-name-taken"
    case .columnNameUnusable: "column-name-unusable"
    case .sqlRefused: "sql-refused"
    case .sqlTimeout: "sql-timeout"
    case .sqlTooLong: "sql-too-long"
    case .sqlProblem: "sql-problem"
    }
  }

  package var severity: Severity {
    switch self {
    case .batchAlreadyImported, .tableColumnsAdded: .note
    case .tableNewVersion: .warning
    default: .problem
    }
  }

  package var place: Place {
    switch self {
    case .databaseAbsent(let place), .databaseUnreadable(let place), .databaseUnwritable(let place, _),
      .notADatabase(let place), .databaseForeign(let place), .databaseNewer(let place, _, _),
      .databaseOlder(let place, _, _), .databaseBusy(let place), .databaseFull(let place),
      .databaseInterrupted(let place), .databaseDamaged(let place, _), .databaseTrouble(let place, _, _),
      .batchAlreadyImported(let place, _, _, _), .batchUnknown(let place, _),
      .batchAlreadyUndone(let place, _, _, _), .batchOutOfOrder(let place, _, _),
      .keyAlreadyImported(let place, _, _, _, _, _), .unitUnknown(let place, _), .tableColumnsAdded(let place, _, _),
      .tableNewVersion(let place, _, _, _, _, _), .tableNameTaken(let place, _, _),
      .columnNameUnusable(let place, _, _), .sqlRefused(let place, _), .sqlTimeout(let place, _),
      .sqlTooLong(let place, _),
      .sqlProblem(let place, _, _, _):
      place
    }
  }

  package var cause: String? {
    switch self {
    case .databaseTrouble(_, _, let detail), .databaseDamaged(_, let detail): detail.isEmpty ? nil : detail
    default: nil
    }
  }

  package func wording(in language: Language) -> Wording {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
