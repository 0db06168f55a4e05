import Findings
import GRDB

extension StoreFinding {
  /// What a result code of SQLite means to the user. SQLite's own text is kept as a detail only.
  init(_ error: DatabaseError, at place: Place) {
    let detail = error.message ?? ""
    switch error.extendedResultCode {
    case .SQLITE_READONLY_ROLLBACK, .SQLITE_READONLY_RECOVERY: self = .databaseInterrupted(place)
    default:
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: self = .databaseBusy(place)
      case .SQLITE_FULL: self = .databaseFull(place)
      case .SQLITE_NOTADB: self = .notADatabase(place)
      case .SQLITE_CORRUPT: self = .databaseDamaged(place, detail: detail)
      case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
        self = .databaseUnwritable(place, reason: .refused)
      default: self = .databaseTrouble(place, code: Int(error.extendedResultCode.rawValue), detail: detail)
      }
    }
  }
}
