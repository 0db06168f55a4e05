import Findings
import Foundation
import GRDB

/// GRDB's connection; `Database` is ours.
typealias Connection = GRDB.Database

/// One SQLite file with units, batches, rows and runs. The protected database, of work secrets, is another instance on
/// another file.
///
/// All accesses of an instance run one after the other, and may be nested: a reader may be called while a batch is
/// being filled, and then sees what the batch has written so far.
package final class Database: Sendable {
  package enum Mode: Sendable { case readWrite, readOnly }

  package let path: String
  /// What findings call the file.
  package let place: Place
  package let mode: Mode
  /// What `workdays` counts with.
  package let desk: CalendarDesk
  /// It holds work secrets; its batches are called P1, P2 …
  package let isProtected: Bool
  private let queue: DatabaseQueue
  private let isNew: Bool

  private init(
    path: String, place: Place, mode: Mode, isProtected: Bool, queue: DatabaseQueue, desk: CalendarDesk, isNew: Bool
  ) {
    self.isNew = isNew
    self.desk = desk
    self.isProtected = isProtected
    self.path = path
    self.place = place
    self.mode = mode
    self.queue = queue
  }

  /// Opens the file, or makes it (rights 0600) where it may be written; brings an older one up to date.
  /// - Parameters:
  ///   - name: what findings call the file, normally the path inside the workspace.
  ///   - patience: how many seconds to wait for another program's lock.
  /// - Returns: nil with the reason in the log.
  package static func open(
    _ path: String, name: String? = nil, mode: Mode = .readWrite, isProtected: Bool = false, patience: Double = 5,
    log: FindingLog
  ) -> Database? {
    let place = Place.file(name ?? path)
    var file = DatabaseFile(path: path, place: place)
    if let finding = file.obstacle(mode: mode) {
      log.add(finding)
      return nil
    }
    do {
      let desk = CalendarDesk()
      let queue = try DatabaseQueue(path: file.absolutePath, configuration: configuration(mode, patience, desk))
      let database = Database(
        path: file.absolutePath, place: place, mode: mode, isProtected: isProtected, queue: queue, desk: desk,
        isNew: file.isNew)
      if let finding = try database.bringUpToDate() {
        log.add(finding)
        return nil
      }
      return database
    } catch let error as DatabaseError {
      log.add(StoreFinding(error, at: place))
    } catch let error as FindingError {
      log.add(error)
    } catch {
      log.add(StoreFinding.databaseTrouble(place, code: 0, detail: "\(error)"))
    }
    return nil
  }

  /// Takes the file away again if this instance made it and nothing was kept in it: no batch, no run. Of no use after.
  ///
  /// Another program may have opened it in the meantime. It is not touched while that one writes; and if that one
  /// writes later, SQLite tells it that its file has gone, since both look under the same lock.
  package func withdraw() {
    guard isNew else { return }
    try? access { db in
      try db.inTransaction(.exclusive) {
        let kept = try Int.fetchOne(db, sql: "SELECT (SELECT count(*) FROM batch) + (SELECT count(*) FROM run)")
        if kept == 0 { unlink(path) }
        return .rollback
      }
    }
  }

  private static func configuration(_ mode: Mode, _ patience: Double, _ desk: CalendarDesk) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = mode == .readOnly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { db in
      if let connection = db.sqliteConnection {
        registerFunctions(on: connection)
        KeyForm.register(on: connection)
        desk.register(on: connection)
      }
      try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
      // A write-ahead log is slower for one large import, and unsafe on network shares.
      if mode == .readWrite { _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE") }
    }
    return configuration
  }

  /// Refuses other programs' files and newer schemas; migrates older ones.
  private func bringUpToDate() throws -> StoreFinding? {
    var found = (isForeign: false, version: 0)
    try access { db in
      // In one view of the file: another program may be making it.
      try db.inTransaction(.deferred) {
        // The table of migrations alone is a database of ours whose making was interrupted.
        let objects =
          try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'") ?? 0
        let owner = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        found = (objects > 0 && owner != Schema.applicationID, try Schema.version(of: db))
        return .commit
      }
    }
    if found.isForeign { return .databaseForeign(place) }
    if found.version > Schema.newest { return .databaseNewer(place, found: found.version, known: Schema.newest) }
    if found.version < Schema.newest {
      if mode == .readOnly { return .databaseOlder(place, found: found.version, known: Schema.newest) }
      try migrate(from: found.version)
    }
    return nil
  }

  /// Another program may be making the same database at the same time; a step that it was first to take fails here, and
  /// the version tells that it was taken.
  private func migrate(from version: Int) throws {
    do { try Schema.migrator.migrate(queue) } catch let error as DatabaseError {
      let reached = try access(Schema.version)
      guard reached > version else { throw error }
      if reached < Schema.newest { try migrate(from: reached) }
    }
  }

  /// Reads. What SQLite reports is thrown as a finding.
  func access<Value>(_ body: (Connection) throws -> Value) throws -> Value {
    do {
      return try queue.unsafeReentrantWrite(body)
    } catch let error as DatabaseError {
      throw FindingError(StoreFinding(error, at: place))
    }
  }

  /// Changes in one transaction; inside an import they belong to its transaction.
  func change(_ body: (Connection) throws -> Void) throws {
    try access { db in
      if db.isInsideTransaction {
        try db.inSavepoint {
          try body(db)
          return .commit
        }
      } else {
        try db.inTransaction(.immediate) {
          try body(db)
          return .commit
        }
      }
    }
  }

  /// A small fact about the database as a whole; nil where never set.
  package func meta(_ key: String) throws -> String? {
    try access { db in try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [key]) }
  }

  package func setMeta(_ key: String, _ value: String) throws {
    try change { db in
      try db.execute(
        sql: "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        arguments: [key, value])
    }
  }
}

extension FindingLog {
  /// Adds the finding that ended a pass.
  func add(_ error: FindingError) { add(error.finding) }
}
