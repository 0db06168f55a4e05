import Findings
import Foundation
import Register
import Store

/// Why the protected database is not at hand.
package enum ProtectedObstacle: Sendable, Equatable {
  /// Nothing protected was imported yet, or the file is kept elsewhere.
  case absent
  /// The account has no right to it.
  case unreadable
  /// It is the open database, by whatever name.
  case sameAsOpen
  /// A link leads to it: nobody can tell who else reads what it leads to.
  case link
  /// A folder, or something else that is no file, stands in its place.
  case notAFile
  /// What the store says of it, by code.
  case unusable(String)
  /// Batches that are known to have been imported are not in it, or it is gone itself; the table of each.
  case lost([String])

  /// The settings, or the file's place, are wrong; nobody's rights are.
  var isMisplaced: Bool { self == .sameAsOpen || self == .link || self == .notAFile }

  /// How many batches of each table, by name.
  func tallied(_ tables: [String]) -> [(table: String, count: Int)] {
    Dictionary(grouping: tables, by: \.self).map { ($0, $1.count) }.sorted { $0.0 < $1.0 }
  }
}

/// The second database, of work secrets, with file rights of its own.
///
/// It is opened when something asks for it; only an import makes the file. Whoever may not read it can do everything
/// else.
package final class ProtectedStore {
  package let path: String
  /// What findings call the file.
  package let place: Place
  private let openPath: String
  private let memory: ProtectedMemory
  private var opened: Database?
  private var obstacle: ProtectedObstacle?
  /// What was given up in this session, with the import that said so.
  private var givenUp: [String]?

  init(_ workspace: Workspace, memory: ProtectedMemory) {
    path = workspace.protectedPath
    openPath = workspace.databasePath
    place = .file(workspace.relative(path))
    self.memory = memory
  }

  /// The database as it stands, for looking; nil with the reason in `reason`. It is never made here.
  package var database: Database? {
    if opened == nil, obstacle == nil { look() }
    return opened
  }

  /// Why it is not at hand; nil: it is.
  package var reason: ProtectedObstacle? {
    database == nil ? obstacle : nil
  }

  private func look() {
    if let found = misplaced {
      obstacle = found
      return
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      // Whoever may not enter its folder cannot tell whether it is there.
      obstacle = errno == EACCES ? .unreadable : lost(in: nil) ?? .absent
      return
    }
    let manager = FileManager.default
    // As with the open database: what an interrupted import left half-done must be taken back before anybody reads.
    let folder = (path as NSString).deletingLastPathComponent
    let isWritable = manager.isWritableFile(atPath: path) && manager.isWritableFile(atPath: folder)
    let log = FindingLog()
    opened = Database.open(
      path, name: place.text, mode: isWritable ? .readWrite : .readOnly, isProtected: true, log: log)
    if let found = opened {
      obstacle = lost(in: found)
      if obstacle != nil { opened = nil }
      return
    }
    switch log.problems.first?.code {
    case "database-unreadable": obstacle = .unreadable
    case "database-absent": obstacle = .absent
    case let code: obstacle = .unusable(code ?? "database-trouble")
    }
  }

  /// What the file lacks of what is known of; nil: nothing. What is known cannot always be asked: then nothing is said
  /// to be lost.
  private func lost(in database: Database?) -> ProtectedObstacle? {
    guard let missing = try? memory.missing(in: database), !missing.isEmpty else { return nil }
    return .lost(missing.map(\.table))
  }

  /// The database for an undo, with the units of the register in it; the file is not made.
  /// - Returns: nil with the reason in the log.
  func forUndoing(_ register: UnitRegister, log: FindingLog) throws -> Database? {
    guard checkPlace(log) else { return nil }
    guard FileManager.default.fileExists(atPath: path) else {
      log.add(StoreFinding.databaseAbsent(place))
      return nil
    }
    return try writing(register, log: log)
  }

  /// The database for an import, with the units of the register in it. The file is made, but for one that is lost: what
  /// stood in it would count as if it had never been.
  /// - Parameters:
  ///   - sha256: of the file that is imported; one of those that are lacking is always welcome.
  ///   - renews: somebody says that what is lost does not come back.
  /// - Returns: nil with the reason in the log.
  func forImporting(
    _ sha256: String, renews: Bool, _ register: UnitRegister, log: FindingLog
  ) throws -> Database? {
    guard checkPlace(log) else { return nil }
    if opened?.mode != .readWrite {
      let isThere = FileManager.default.fileExists(atPath: path)
      let found =
        isThere ? Database.open(path, name: place.text, mode: .readWrite, isProtected: true, log: log) : nil
      if isThere, found == nil { return nil }
      let missing = try memory.missing(in: found)
      if !missing.isEmpty, !missing.contains(where: { $0.sha256 == sha256 }) {
        let finding = ProtectedFinding.lost(place, tables: missing.map(\.table), isGivenUp: renews)
        log.add(finding)
        guard renews else { return nil }
        givenUp = missing.map(\.table)
      }
      opened = found
    }
    return try writing(register, log: log)
  }

  private func checkPlace(_ log: FindingLog) -> Bool {
    guard let found = misplaced else { return true }
    log.add(ProtectedFinding.path(place, found))
    return false
  }

  private func writing(_ register: UnitRegister, log: FindingLog) throws -> Database? {
    if opened?.mode != .readWrite {
      opened = Database.open(path, name: place.text, mode: .readWrite, isProtected: true, log: log)
    }
    obstacle = nil
    guard let opened else { return nil }
    if isOpenToOthers { log.add(ProtectedFinding.rights(place)) }
    try sync(register, with: opened)
    return opened
  }

  /// Notes down what stands in the file now, after an import was kept in it.
  func noteImport(at clock: String, by actor: String) throws {
    guard let opened, memory.open.mode == .readWrite else { return }
    if let tables = givenUp {
      try memory.note(ProtectedMemory.Renewal(at: clock, by: actor, tables: tables))
      givenUp = nil
    } else if try !memory.missing(in: opened).isEmpty {
      // It is being put together again, file by file.
      return
    }
    try memory.note(opened)
  }

  /// That somebody said that a lost file does not come back; nil: nobody did.
  func renewal() throws -> ProtectedMemory.Renewal? { try memory.renewal() }

  private static let registerKey = "register_hash"

  /// Brings the register in step, if the file is there, may be written and nobody else is writing – every import does so
  /// again, so that whoever has no business there is not held up –, and notes down what stands in it.
  func syncIfThere(_ register: UnitRegister, log: FindingLog) throws {
    guard let database, database.mode == .readWrite else { return }
    do {
      try sync(register, with: database)
      if memory.open.mode == .readWrite { try memory.note(database) }
    } catch let error as FindingError where error.finding.code == "database-busy" {
      return
    } catch let error as FindingError {
      log.add(error.finding)
    }
  }

  private func sync(_ register: UnitRegister, with database: Database) throws {
    let hash = register.contentHash
    guard try database.meta(Self.registerKey) != hash else { return }
    try database.syncUnits(register.units)
    try database.setMeta(Self.registerKey, hash)
  }

  /// Takes the file away again if this session made it and nothing was kept in it.
  func withdraw() {
    opened?.withdraw()
    if !FileManager.default.fileExists(atPath: path) {
      opened = nil
      obstacle = nil
    }
  }

  /// Whether accounts other than its owner's have rights to the file.
  var isOpenToOthers: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & 0o077 != 0
  }

  /// What keeps the path from being a file of its own.
  private var misplaced: ProtectedObstacle? {
    if path == openPath { return .sameAsOpen }
    var (own, open) = (stat(), stat())
    if stat(path, &own) == 0, stat(openPath, &open) == 0, own.st_dev == open.st_dev, own.st_ino == open.st_ino {
      return .sameAsOpen
    }
    guard lstat(path, &own) == 0 else { return nil }
    switch own.st_mode & S_IFMT {
    case S_IFREG: return nil
    case S_IFLNK: return .link
    default: return .notAFile
    }
  }
}

extension Workspace {
  /// Outside of the workspace too, where the settings name a path from the root.
  package var protectedPath: String { url(settings.protectedDatabase).path }
}
