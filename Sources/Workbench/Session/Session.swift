import Findings
import Foundation
import Register
import Schemes
import Store
import Tables
import Tabular

/// A workspace that is open for work: its specs, its register and its database. Every use case is a function on it.
package struct Session {
  package let workspace: Workspace
  package let folders: SystemFolders
  package let database: Database
  /// The database of work secrets; it may be out of reach.
  package let secrets: ProtectedStore
  /// Units of the register file and those that tables have registered, in stable order.
  package private(set) var register: UnitRegister
  package let memberships: MembershipRegister
  /// Which days are worked; read when first asked for.
  package let calendarSource: CalendarSource
  package let log: FindingLog
  /// The day and time that a command began, as text, for the record only; it enters no result.
  package let clock: String
  /// Who gave the command: a role or an account, for the record only.
  package let actor: String
  /// The period to be scored that a person named in a workbook while files were received.
  var answeredPeriod: Period?

  package enum Access: Sendable {
    /// Looks at what is there; needs no right to write.
    case reading
    /// Takes the register file over into the database first, if it has changed.
    case writing
  }

  private static let registerKey = "register_hash"
  private static let membershipKey = "membership_hash"

  /// Opens the specs, the register and the database.
  /// - Returns: nil with the reasons in the log.
  package static func open(
    _ workspace: Workspace, access: Access, clock: String, actor: String, log: FindingLog
  ) throws -> Session? {
    let folders = SystemFolders.read(workspace)
    // A broken spec somewhere must keep nobody from looking at what was scored, nor from working in another system.
    let setAside = access == .writing && !folders.isUseless ? folders.troubled : []
    folders.tell(log, of: folders.names.filter { !setAside.contains($0) })
    for system in setAside {
      guard let first = folders.logs[system]?.problems.first else { continue }
      log.add(
        WorkbenchFinding.systemUnusable(
          .file("datasets/\(system)"), system: folders.title(of: system),
          problems: folders.logs[system]?.count(.problem) ?? 0, first: first.place))
    }
    // A committee drafts one scheme while a clerk scores by another.
    for file in folders.unreadSchemeFiles {
      guard let first = file.log.problems.first else { continue }
      log.add(WorkbenchFinding.schemeUnreadable(first.place, file: file.path, problems: file.log.count(.problem)))
    }
    let register = access == .writing ? readRegister(workspace, log: log) : UnitRegister([])
    guard access == .reading || !log.hasProblems, let register else { return nil }
    guard
      let database = Database.open(
        workspace.databasePath, name: workspace.settings.database,
        mode: mode(access, workspace.databasePath), log: log)
    else { return nil }
    let hash = register.contentHash
    if access == .writing, try database.meta(registerKey) != hash {
      try database.syncUnits(register.units)
      try database.setMeta(registerKey, hash)
    }
    let units = UnitRegister(try database.units())
    // Units that tables registered may be members too.
    if access == .writing {
      guard let memberships = readMemberships(workspace, units: units, log: log) else {
        database.withdraw()
        return nil
      }
      let hash = memberships.contentHash
      if try database.meta(membershipKey) != hash {
        memberships.tellOfShares(at: .file(workspace.settings.memberships), units: units, log: log)
        try database.syncMemberships(memberships.all)
        try database.setMeta(membershipKey, hash)
      }
    }
    let secrets = ProtectedStore(workspace, memory: ProtectedMemory(open: database, folders: folders))
    if access == .writing, folders.hasProtectedTables { try secrets.syncIfThere(units, log: log) }
    return Session(
      workspace: workspace, folders: folders, database: database, secrets: secrets, register: units,
      memberships: MembershipRegister(try database.memberships()), calendarSource: CalendarSource(workspace, log: log),
      log: log, clock: clock, actor: actor)
  }

  /// Takes a database away again that this session made, if nothing was kept in it; the last thing that a command does
  /// that was refused or only rehearsed.
  package func withdraw() {
    database.withdraw()
    secrets.withdraw()
  }

  /// A command that only looks opens the file for writing all the same where it may: what an interrupted import left
  /// half-done must be taken back before anybody can read. It never makes the file.
  private static func mode(_ access: Access, _ path: String) -> Database.Mode {
    if access == .writing { return .readWrite }
    return FileManager.default.isWritableFile(atPath: path) ? .readWrite : .readOnly
  }

  /// The same session with a log of its own, for what is told elsewhere.
  func quiet() -> Session {
    Session(
      workspace: workspace, folders: folders, database: database, secrets: secrets, register: register,
      memberships: memberships, calendarSource: calendarSource, log: FindingLog(), clock: clock, actor: actor)
  }

  /// The units again, after an import that registered some.
  mutating func refreshRegister() throws { register = UnitRegister(try database.units()) }

  /// The register file and the answers about names again, after somebody answered.
  mutating func takeRegisterAgain() throws {
    guard let read = Self.readRegister(workspace, log: log) else { return }
    try database.syncUnits(read.units)
    try database.setMeta(Self.registerKey, read.contentHash)
    try refreshRegister()
    try secrets.syncIfThere(register, log: log)
  }

  /// Whether the file of units says something else than the database took over from it. One that cannot be read says
  /// something else too.
  func isRegisterFileNewer() throws -> Bool {
    guard let taken = try database.meta(Self.registerKey) else { return false }
    return Self.readRegister(workspace, log: FindingLog())?.contentHash != taken
  }

  /// The same of the file of memberships, whose units are those of both.
  func isMembershipFileNewer() throws -> Bool {
    guard let taken = try database.meta(Self.membershipKey) else { return false }
    return Self.readMemberships(workspace, units: register, log: FindingLog())?.contentHash != taken
  }

  /// The memberships as they act: those of the file, and what units that carry on others have from them.
  static func readMemberships(
    _ workspace: Workspace, units: UnitRegister, log: FindingLog
  ) -> MembershipRegister? {
    let name = workspace.settings.memberships
    if !workspace.settings.namesMemberships, !FileManager.default.fileExists(atPath: workspace.absolute(name)) {
      return MembershipRegister([])
    }
    guard let file = DelimitedFile.open(workspace.absolute(name), name: name, log: log),
      let table = TableRows.read(file, log: log)
    else { return nil }
    let rows = table.rows.map { RegisterRow(place: $0.place, cells: $0.cells) }
    return MembershipRegister.read(rows, header: table.headers, at: .file(name), units: units, log: log)?
      .inheriting(units)
  }

  static func readRegister(_ workspace: Workspace, log: FindingLog) -> UnitRegister? {
    let name = workspace.settings.units
    if !workspace.settings.namesUnits, !FileManager.default.fileExists(atPath: workspace.absolute(name)) {
      // A workspace whose tables register their own units needs no file; one that is named must be there.
      return UnitRegister([])
    }
    guard let file = DelimitedFile.open(workspace.absolute(name), name: name, log: log),
      let table = TableRows.read(file, log: log)
    else { return nil }
    let rows = table.rows.map { RegisterRow(place: $0.place, cells: $0.cells) }
    guard let register = UnitRegister.read(rows, header: table.headers, at: .file(name), log: log) else { return nil }
    return withAliases(register, workspace, log: log)
  }

  /// The register with the names that people have answered for since.
  private static func withAliases(_ register: UnitRegister, _ workspace: Workspace, log: FindingLog) -> UnitRegister? {
    let name = workspace.settings.aliases
    guard FileManager.default.fileExists(atPath: workspace.absolute(name)) else { return register }
    guard let file = DelimitedFile.open(workspace.absolute(name), name: name, log: log),
      let table = TableRows.read(file, required: UnitAlias.headers, log: log)
    else { return nil }
    return register.adding(table.rows.map { RegisterRow(place: $0.place, cells: $0.cells) }, log: log)
  }
}
