import Findings
import Foundation
import Register
import Store
import Tables
import Tabular

package struct ImportRequest {
  /// Files and folders, as the command names them.
  let files: [String]
  let table: String?
  let period: String?
  /// Do everything, keep nothing (`--dry-run`).
  let isRehearsal: Bool
  let language: Language

  package init(files: [String], table: String?, period: String?, isRehearsal: Bool, language: Language) {
    self.files = files
    self.table = table
    self.period = period
    self.isRehearsal = isRehearsal
    self.language = language
  }
}

/// What became of one file.
package enum FileImport: Equatable {
  case imported(batch: BatchName, table: String, rows: Int, rejects: Int, rejectFile: String?)
  case rehearsed(table: String, rows: Int, rejects: Int)
  case alreadyImported(batch: BatchName)
  case refused
}

package enum ImportSummary: Sendable { case clean, withRejects, refused }

extension Session {
  /// Imports files one by one, each in one transaction: what is wrong with one does not stop the others.
  /// - Parameter report: takes a line about each file.
  /// - Returns: refused if every file was; if only some were, there is something to look at.
  package mutating func importFiles(_ request: ImportRequest, report: (String) -> Void) throws -> ImportSummary {
    let choice = FileChoice(workspace: workspace, folders: folders, log: log)
    var period: Period?
    if let text = request.period {
      period = workspace.period(text, log: log)
      if period == nil { return .refused }
    }
    var (accepted, refused, withRejects) = (0, 0, 0)
    var troubled = Set(folders.troubled)
    /// Says once of each system what is wrong in it.
    func tell(of systems: Set<String>) {
      folders.tell(log, of: folders.names.filter { systems.contains($0) && troubled.contains($0) })
      troubled.subtract(systems)
    }
    let files = choice.files(request.files)
    if files.isEmpty {
      log.add(WorkbenchFinding.nothingToImport(.file(request.files.joined(separator: " "))))
      return .refused
    }
    // A database that was made and into which nothing came is no database.
    defer { secrets.withdraw() }
    for file in files {
      let name = workspace.relative(file.path)
      let outcome: FileImport
      if !FileManager.default.fileExists(atPath: file.path) {
        log.add(TabularFinding.unreadable(.file(name), reason: .absent))
        outcome = .refused
      } else if let spec = choice.spec(for: file, named: request.table) {
        let isUsable = !folders.troubled.contains(spec.spec.system)
        if !isUsable { tell(of: [spec.spec.system]) }
        outcome = isUsable ? try importFile(file.path, name: name, as: spec, period: period, request) : .refused
      } else {
        // Its spec may be one of those that could not be read.
        tell(of: troubled)
        outcome = .refused
      }
      report(CommandSentence.file(name, outcome).text(in: request.language))
      switch outcome {
      case .refused: refused += 1
      case .imported(_, _, _, let rejects, _), .rehearsed(_, _, let rejects):
        accepted += 1
        if rejects > 0 { withRejects += 1 }
      case .alreadyImported: accepted += 1
      }
    }
    if accepted == 0, refused > 0 { return .refused }
    return refused > 0 || withRejects > 0 ? .withRejects : .clean
  }

  private mutating func importFile(
    _ path: String, name: String, as file: SystemFolders.SpecFile, period: Period?, _ request: ImportRequest
  ) throws -> FileImport {
    let spec = file.spec
    guard let store = try store(for: spec) else { return .refused }
    guard
      let data = DelimitedFile.open(
        path, name: name, encoding: spec.file.encoding, headerRow: spec.file.headerRow, log: log)
    else { return .refused }
    let references = try referencedValues(of: spec)
    let reader = TableImport(
      spec: spec, register: register, period: period, phases: workspace.settings.phases,
      references: { references[$0] })
    let filePeriod = spec.period(ofFile: path, option: period, phases: workspace.settings.phases)
    let header = BatchHeader(
      table: TableName(system: spec.system, table: spec.id), specVersion: spec.version, specHash: file.hash,
      key: spec.key, file: workspace.storedName(of: path), sheet: "", sha256: data.sha256, period: filePeriod?.id ?? "",
      importedAt: clock,
      importedBy: actor, place: .file(name))
    var read = ImportOutcome()
    let outcome = try store.importBatch(
      header, units: register.units, isRehearsal: request.isRehearsal, log: log
    ) { writer in
      read = try reader.run(file: data, into: writer, language: request.language, log: log)
      return read.isStopped ? .discard : .keep
    }
    switch outcome {
    case .committed(let batch, let rows, let rejects):
      if read.unitsRegistered > 0 { try refreshRegister() }
      try warn(ofRowsOutside: period, batch: batch, of: store, spec, file: name)
      let rejectFile =
        rejects > 0 ? try writeRejects(of: batch, in: store, file: name, headers: read.rejectHeaders) : nil
      return .imported(
        batch: store.name(ofBatch: batch), table: spec.id, rows: rows, rejects: rejects, rejectFile: rejectFile)
    case .rehearsed(let rows, let rejects): return .rehearsed(table: spec.id, rows: rows, rejects: rejects)
    case .alreadyImported(let earlier): return .alreadyImported(batch: store.name(ofBatch: earlier.id))
    case .discarded: return .refused
    }
  }

  /// The database that the table's rows go into; nil with the reason in the log.
  private func store(for spec: TableSpec) throws -> Database? {
    guard spec.isProtected else { return database }
    try tellOfOpenRows(of: TableName(system: spec.system, table: spec.id))
    return try secrets.forWriting(register, makes: true, log: log)
  }

  /// Says so when `--period` was given to a table whose rows have periods of their own, and they lie elsewhere.
  private func warn(ofRowsOutside period: Period?, batch: Int, of store: Database, _ spec: TableSpec, file: String)
    throws
  {
    guard let period, spec.period != .option, let record = try store.batch(batch), let from = record.from,
      let to = record.to, from < period.start.yyyymmdd || period.end.yyyymmdd < to
    else { return }
    log.add(WorkbenchFinding.periodUnused(.file(file), table: spec.id, period: period.id))
  }

  /// The values that the spec's references may take, by reference; none for a table without rows.
  private func referencedValues(of spec: TableSpec) throws -> [ColumnSpec.Reference: Set<String>] {
    var values: [ColumnSpec.Reference: Set<String>] = [:]
    for reference in spec.columns.compactMap(\.references) where values[reference] == nil {
      if let kinds = reference.kinds {
        let units = register.units.filter { kinds.isEmpty || kinds.contains($0.kind) }
        values[reference] = Set(units.flatMap { [$0.name] + $0.aliases })
        continue
      }
      guard let target = folders.spec(reference.table, for: spec.system) else { continue }
      let name = TableName(system: target.spec.system, table: reference.table)
      guard let store = target.spec.isProtected ? secrets.database : database,
        try store.storedColumns(name).contains(where: { $0.name == reference.column })
      else { continue }
      let rows = try store.tableRows(name)
      values[reference] = Set(
        rows.compactMap { row in
          switch row[reference.column] {
          case .text(let text): text
          case .integer(let number): "\(number)"
          case .real(let number): "\(number)"
          case .null, nil: nil
          }
        })
    }
    return values
  }

  /// Writes the rows that were set aside, with their reasons, to a file that a person can mend and import.
  private func writeRejects(of batch: Int, in store: Database, file: String, headers: [String]) throws -> String? {
    let stem = (file as NSString).lastPathComponent
    let path = "out/rejects/\(store.name(ofBatch: batch))-\(stem)"
    var lines = [["行 row", "原因 reasons"] + headers]
    for row in try store.rejects(ofBatch: batch) {
      lines.append(["\(row.sourceRow)", row.reasons.joined(separator: "; ")] + row.cells)
    }
    let text = lines.map { $0.map(csvCell).joined(separator: ",") + "\r\n" }.joined()
    // WPS and Excel take a file for UTF-8 only if it says so.
    // Rows as they were sent in: as closed as the database that keeps them, from the first byte on.
    guard try write(Data(), to: path) else { return nil }
    try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: workspace.url(path).path)
    return try write(Data(("\u{FEFF}" + text).utf8), to: path) ? path : nil
  }

  /// Writes a file under the workspace; a finding if that cannot be done.
  func write(_ data: Data, to path: String) throws -> Bool {
    let url = workspace.url(path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: url)
      return true
    } catch let error as NSError {
      log.add(WorkbenchFinding.fileUnwritable(.file(path), WriteObstacle(error)))
      return false
    }
  }
}
