import Charts
import Findings
import Store

extension Session {
  /// Looks at what everything else stands on: the database file, and the font that charts need.
  package func examine(language: Language) throws -> [String] {
    var sentences: [CommandSentence] = [
      .workspace(workspace.folder.path),
      .contents(units: register.units.count, specs: folders.specs.count, schemes: folders.schemes.count),
    ]
    if !folders.isUseless { folders.tell(log, of: folders.troubled) }
    for file in folders.unreadSchemeFiles { log.add(contentsOf: file.log) }
    if try database.integrityCheck(log: log) { sentences.append(.databaseWhole) }
    for file in folders.specs where file.spec.isProtected {
      try tellOfOpenRows(of: TableName(system: file.spec.system, table: file.spec.id))
    }
    if try listedSecrets({ try $0.integrityCheck(log: log) }) == true { sentences.append(.protectedWhole) }
    if secrets.reason == .absent, folders.hasProtectedTables { sentences.append(.protectedAbsent) }
    if let renewal = try secrets.renewal() {
      sentences.append(.protectedRenewed(at: renewal.at, by: renewal.by, batches: renewal.tables.count))
    }
    if secrets.database != nil, secrets.isOpenToOthers { log.add(ProtectedFinding.rights(secrets.place)) }
    if let fonts = FontSet.locate(log: log) { sentences.append(.font(fonts.regular.path)) }
    return sentences.map { $0.text(in: language) }
  }
}
