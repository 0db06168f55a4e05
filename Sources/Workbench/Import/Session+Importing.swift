import Findings
import Foundation
import Register
import Store
import Tables
import Tabular

extension Session {
  /// Imports files one by one, each in one transaction: what is wrong with one does not stop the others.
  /// - Parameters:
  ///   - report: takes a line about each file.
  ///   - compare: takes what a file changes in rows that stand, after its line.
  /// - Returns: refused if every file was; if only some were, there is something to look at.
  package mutating func importFiles(
    _ request: ImportRequest, report: (String) -> Void, compare: (FileComparison) -> Void = { _ in }
  ) throws -> ImportSummary {
    if let path = request.reviewPath, FileManager.default.fileExists(atPath: path) {
      // Found out before anything is imported: whoever filled it in wants it read, not lost.
      log.add(FormFinding.fileExists(.file(path)))
      return .refused
    }
    let choice = FileChoice(workspace: workspace, folders: folders, log: log)
    var period: Period?
    if let text = request.period {
      period = workspace.period(text, log: log)
      if period == nil { return .refused }
    }
    var (accepted, refused, withRejects) = (0, 0, 0)
    var troubled = Set(folders.troubled)
    let files = choice.files(request.files)
    if files.isEmpty {
      log.add(WorkbenchFinding.nothingToImport(.file(request.files.joined(separator: " "))))
      return .refused
    }
    if case .replacing = request.correction, files.count > 1 {
      log.add(CorrectionFinding.severalFiles(.file(request.files.joined(separator: " ")), files: files.count))
      return .refused
    }
    var review = ReviewList()
    // A database that was made and into which nothing came is no database.
    defer { secrets.withdraw() }
    func take(_ outcome: FileImport, _ name: String, _ comparison: FileComparison? = nil) {
      report(CommandSentence.file(name, outcome).text(in: request.language))
      if let comparison { compare(comparison) }
      switch outcome {
      case .refused: refused += 1
      case .imported(_, _, _, let rejects, _), .corrected(_, _, _, let rejects, _, _), .rehearsed(_, _, let rejects):
        accepted += 1
        if rejects > 0 { withRejects += 1 }
      case .alreadyImported: accepted += 1
      }
    }
    for file in files {
      try importEach(file, choice, period: period, request, telling: &troubled, &review) {
        take($0.outcome, $0.label, $0.comparison)
      }
    }
    if let path = request.reviewPath { try write(review, to: path, language: request.language, report) }
    if accepted == 0, refused > 0 { return .refused }
    return refused > 0 || withRejects > 0 ? .withRejects : .clean
  }

  /// Imports a file, or each of those that an archive holds.
  /// - Parameters:
  ///   - troubled: systems whose troubles were not told yet.
  ///   - take: gets what became of each.
  mutating func importEach(
    _ file: URL, _ choice: FileChoice, period: Period?, _ request: ImportRequest, telling troubled: inout Set<String>,
    _ review: inout ReviewList, take: (ImportedFile) -> Void
  ) throws {
    /// Says once of each system what is wrong in it.
    func tell(of systems: Set<String>) {
      folders.tell(log, of: folders.names.filter { systems.contains($0) && troubled.contains($0) })
      troubled.subtract(systems)
    }
    let name = workspace.relative(file.path)
    guard let data = DataFile.open(file.path, name: name, log: log) else {
      return take(ImportedFile(outcome: .refused, label: name))
    }
    for incoming in opened(data, path: file.path, name: name) {
      guard let data = incoming.data(log) else {
        take(ImportedFile(outcome: .refused, label: incoming.name))
        continue
      }
      let form = data.workbook.flatMap { IncomingForm($0, log: log) }
      guard let spec = choice.spec(for: incoming, form, named: request.table) else {
        // Its spec may be one of those that could not be read.
        tell(of: troubled)
        take(ImportedFile(outcome: .refused, label: incoming.name))
        continue
      }
      guard !folders.troubled.contains(spec.spec.system) else {
        tell(of: [spec.spec.system])
        take(ImportedFile(outcome: .refused, label: incoming.name))
        continue
      }
      take(try importFile(incoming, data, form, as: spec, period: period, request, &review))
    }
  }

  /// The file itself, or those that an archive holds.
  private func opened(_ data: DataFile, path: String, name: String) -> [IncomingFile] {
    guard case .archive(let archive) = data else {
      return [IncomingFile(path: path, name: name, content: .opened(data))]
    }
    archive.tell(log)
    return archive.files.map {
      IncomingFile(path: "\(path)/\($0)", name: "\(name)/\($0)", content: .packed(archive, $0))
    }
  }

  mutating func importFile(
    _ incoming: IncomingFile, _ opened: DataFile, _ form: IncomingForm?, as file: SystemFolders.SpecFile,
    period: Period?, _ request: ImportRequest, _ review: inout ReviewList
  ) throws -> ImportedFile {
    let (path, name) = (incoming.path, incoming.name)
    var spec = form?.reading(file.spec) ?? file.spec
    // Who says which table it is takes the rows as they are.
    if request.table != nil { spec.file.claims = nil }
    if request.takesRest {
      spec.rejectLimit = 1
      spec.file.setsStrangersAside = !spec.isAnonymous
    }
    let isPeriodOfForm = period == nil
    let period = period ?? form?.period.flatMap { workspace.period($0, log: log) }
    let found = log.findings.count
    var isRefused = true
    defer { review.add(log.findings.dropFirst(found), of: spec, file: name, isRefused: isRefused) }
    var result = ImportedFile(outcome: .refused, label: name)
    guard let data = opened.records(for: spec, log: log),
      let store = try store(for: spec, sha256: data.sha256, request)
    else { return result }
    if !data.sheet.isEmpty { result.label = "\(name):\(data.sheet)" }
    let references = try referencedValues(of: spec.columns.compactMap(\.references), in: spec.system)
    let reader = TableImport(
      spec: spec, register: register, period: period, phases: workspace.settings.phases,
      references: { references[$0] })
    let filePeriod = spec.period(ofFile: path, option: period, phases: workspace.settings.phases)
    guard let correction = store.correction(request.correction, place: .file(name), log: log) else { return result }
    var header = BatchHeader(
      table: TableName(system: spec.system, table: spec.id), specVersion: spec.version, specHash: file.hash,
      key: spec.key, file: workspace.storedName(of: path), sheet: data.sheet, sha256: data.sha256,
      period: filePeriod?.id ?? "", importedAt: clock, importedBy: actor,
      place: data.sheet.isEmpty ? .file(name) : .cell(name, sheet: data.sheet, row: 1, column: 1))
    header.correction = correction
    header.countsOnly = spec.isAnonymous
    var difference: RowDifference?
    var read = ImportOutcome()
    var setAside: [RejectedRow] = []
    let outcome = try store.importBatch(
      header, units: register.units, isRehearsal: request.isRehearsal, log: log, review: { difference = $0 }
    ) { writer in
      let keeper = RejectKeeper(writer)
      read = try reader.run(file: data, into: keeper, language: request.language, log: log)
      setAside = keeper.rows
      return read.isStopped ? .discard : .keep
    }
    result.comparison = difference.map { comparing($0, file: name, spec, in: store) }
    if read.unfilled > 0 { log.add(IncomingFinding.rowsUnfilled(header.place, rows: read.unfilled)) }
    if !request.isRehearsal, !request.asksInWorkbook {
      var again = ["qingheng import", quotedArgument(name)]
      if let table = request.table { again += ["--table", quotedArgument(table)] }
      if let period, spec.period == .option { again += ["--period", period.id] }
      if case .committed(let batch, _, _) = outcome { again += ["--replaces", "\(store.name(ofBatch: batch))"] }
      try writeNames(read.unmatched, file: name, spec: spec, again: again.joined(separator: " "))
    }
    switch outcome {
    case .committed(let batch, let rows, let rejects):
      if spec.isProtected { try secrets.noteImport(at: clock, by: actor) }
      isRefused = false
      review.add(
        try store.rejects(ofBatch: batch), headers: read.rejectHeaders, of: spec, file: name,
        batch: "\(store.name(ofBatch: batch))")
      if read.unitsRegistered > 0 || correction != .none { try refreshRegister() }
      try warn(ofRowsOutside: period, isOfForm: isPeriodOfForm, batch: batch, of: store, spec, at: header.place)
      let rejectFile =
        rejects > 0
        ? try writeRejects(of: batch, in: store, file: name, sheet: data.sheet, headers: read.rejectHeaders) : nil
      result.outcome = .imported(
        batch: store.name(ofBatch: batch), table: spec.id, rows: rows, rejects: rejects, rejectFile: rejectFile)
      if let difference, let corrected = Corrected(correction, difference, in: store) {
        warn(ofFewAnswers: difference, file: name, spec)
        result.outcome = .corrected(
          batch: store.name(ofBatch: batch), table: spec.id, rows: rows, rejects: rejects, rejectFile: rejectFile,
          corrected)
      }
    case .rehearsed(let rows, let rejects): result.outcome = .rehearsed(table: spec.id, rows: rows, rejects: rejects)
    case .alreadyImported(let earlier):
      result.outcome = .alreadyImported(batch: store.name(ofBatch: earlier.id), rejects: earlier.rejectCount)
    case .discarded:
      // Archives hold several files, for which one answer cannot be given.
      if case .opened = incoming.content, ReviewList.isAboutRows(log.findings.dropFirst(found)) {
        review.add(
          setAside, headers: read.rejectHeaders, of: spec, file: name, batch: FileMark.batch(data.sha256))
      }
    }
    return result
  }

  /// The database that the table's rows go into; nil with the reason in the log.
  /// - Parameter sha256: of the file; taken only where the table holds work secrets.
  private func store(
    for spec: TableSpec, sha256: @autoclosure () -> String, _ request: ImportRequest
  ) throws -> Database? {
    guard spec.isProtected else { return database }
    try tellOfOpenRows(of: TableName(system: spec.system, table: spec.id))
    return try secrets.forImporting(sha256(), renews: request.renewsProtected, register, log: log)
  }

  /// Says so when `--period` was given to a table whose rows have periods of their own, and they lie elsewhere; of a form
  /// which rows lie outside of the period that it was made for.
  private func warn(
    ofRowsOutside period: Period?, isOfForm: Bool, batch: Int, of store: Database, _ spec: TableSpec, at place: Place
  ) throws {
    guard let period, spec.period != .option, let record = try store.batch(batch), let from = record.from,
      let to = record.to, from < period.start.yyyymmdd || period.end.yyyymmdd < to
    else { return }
    guard isOfForm else {
      log.add(WorkbenchFinding.periodUnused(.file(place.file ?? ""), table: spec.id, period: period.id))
      return
    }
    var rows: [Int] = []
    let query = RowQuery(table: TableName(system: spec.system, table: spec.id), expressions: ["1"], batches: [batch])
    try store.scan(query) { row in
      if row.periodFrom < period.start.yyyymmdd || period.end.yyyymmdd < row.periodTo { rows.append(row.sourceRow) }
    }
    log.add(IncomingFinding.formPeriod(place, table: spec.id, period: period.id, rows: rows))
  }
}
