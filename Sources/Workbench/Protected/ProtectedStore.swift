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

  /// The settings, or the file's place, are wrong; nobody's rights are.
  var isMisplaced: Bool { self == .sameAsOpen || self == .link || self == .notAFile }
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
  private var opened: Database?
  private var obstacle: ProtectedObstacle?

  init(_ workspace: Workspace) {
    path = workspace.protectedPath
    openPath = workspace.databasePath
    place = .file(workspace.relative(path))
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
      obstacle = errno == EACCES ? .unreadable : .absent
      return
    }
    let manager = FileManager.default
    // As with the open database: what an interrupted import left half-done must be taken back before anybody reads.
    let folder = (path as NSString).deletingLastPathComponent
    let isWritable = manager.isWritableFile(atPath: path) && manager.isWritableFile(atPath: folder)
    let log = FindingLog()
    opened = Database.open(
      path, name: place.text, mode: isWritable ? .readWrite : .readOnly, isProtected: true, log: log)
    guard opened == nil else { return }
    switch log.problems.first?.code {
    case "database-unreadable": obstacle = .unreadable
    case "database-absent": obstacle = .absent
    case let code: obstacle = .unusable(code ?? "database-trouble")
    }
  }

  /// The database for an import or an undo, with the units of the register in it.
  /// - Parameter makes: whether the file may be made.
  /// - Returns: nil with the reason in the log.
  func forWriting(_ register: UnitRegister, makes: Bool, log: FindingLog) throws -> Database? {
    if let found = misplaced {
      log.add(ProtectedFinding.path(place, found))
      return nil
    }
    if opened?.mode != .readWrite {
      guard makes || FileManager.default.fileExists(atPath: path) else {
        log.add(StoreFinding.databaseAbsent(place))
        return nil
      }
      opened = Database.open(path, name: place.text, mode: .readWrite, isProtected: true, log: log)
      obstacle = nil
    }
    guard let opened else { return nil }
    if isOpenToOthers { log.add(ProtectedFinding.rights(place)) }
    try sync(register, with: opened)
    return opened
  }

  private static let registerKey = "register_hash"

  /// Brings the register in step, if the file is there, may be written and nobody else is writing; every import does so
  /// again, so that whoever has no business there is not held up.
  func syncIfThere(_ register: UnitRegister) {
    guard let database, database.mode == .readWrite else { return }
    try? sync(register, with: database)
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
