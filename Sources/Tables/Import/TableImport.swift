import Findings
import Register
import Tabular

/// Turns a file into checked rows, as its table's spec says (T1).
///
/// A bad cell in a required, unit, period or key column rejects its row; in another column it counts as missing, with a
/// finding. A missing or twin column, an unknown option text, a unit that must be known, a reference to a table without
/// rows, and more rejects than the limit stop the batch; reading goes on to the end all the same, so that one pass finds
/// every problem.
package struct TableImport {
  let spec: TableSpec
  let register: UnitRegister
  let period: Period?
  let phases: [Period]
  let references: (ColumnSpec.Reference) -> Set<String>?

  /// - Parameters:
  ///   - period: what the command names with `--period`, for tables that say `period: {from: option}`.
  ///   - phases: named periods, which a cell or a file name may name.
  ///   - references: the values that stand in a table's column; nil if the table has no rows.
  package init(
    spec: TableSpec, register: UnitRegister, period: Period? = nil, phases: [Period] = [],
    references: @escaping (ColumnSpec.Reference) -> Set<String>? = { _ in nil }
  ) {
    self.spec = spec
    self.register = register
    self.period = period
    self.phases = phases
    self.references = references
  }

  /// Reads the whole file. Rows go to the sink in their order, rejected ones apart; if the outcome is stopped, the
  /// receiver throws away what it got (it may have got nothing).
  /// - Parameter language: that of the reasons in rejected rows.
  /// - Throws: only what the sink throws.
  package func run(
    file: any RecordFile, into sink: some ChunkSink, language: Language, log: FindingLog
  ) throws -> ImportOutcome {
    var outcome = ImportOutcome()
    outcome.isStopped = true
    guard let headerRow = HeaderSearch(spec: spec).row(in: file, log: log) else { return outcome }
    outcome.headerRow = headerRow
    var reader = file.records()
    guard let header = readHeader(&reader, at: headerRow, file, log: log),
      let pass = prepare(header, at: headerRow, file, language, log)
    else { return outcome }
    try sink.begin(columns: pass.storedColumns)
    // From here to its end, reader, pass and log belong to the thread that reads.
    nonisolated(unsafe) let reading = Reading(reader, pass, file, headerRow: headerRow, log)
    try SinkRelay.run(into: sink) { reading.run(into: $0) }

    outcome.rowsRead = pass.rowsRead
    outcome.rejected = pass.rejected - (spec.file.setsStrangersAside ? 0 : pass.strangers)
    outcome.rowsAccepted = pass.rowsRead - outcome.rejected
    outcome.unfilled = pass.unfilledRows
    outcome.isStopped = pass.isStopped
    outcome.storedColumns = pass.storedColumns
    outcome.rejectHeaders = pass.rejectCells.map(\.header)
    outcome.unmatched = pass.unmatched.names
    outcome.unitsRegistered = pass.units?.newUnits.count ?? 0
    return outcome
  }

  private func readHeader(
    _ reader: inout RecordReader, at headerRow: Int, _ file: any RecordFile, log: FindingLog
  ) -> HeaderMatch? {
    let last = headerRow + spec.file.headerRows - 1
    var rows = Array(repeating: [String](), count: spec.file.headerRows)
    while reader.row < last, reader.advance() {
      // Sheets pass over empty rows.
      if (headerRow...last).contains(reader.row) { rows[reader.row - headerRow] = headerTexts(&reader) }
    }
    guard reader.row >= headerRow, rows.contains(where: { !$0.isEmpty }) else {
      let missing = TabularFinding.headerAbsent(.file(file.name), headerRow: headerRow, rowCount: reader.row)
      log.add(reader.failure ?? missing)
      return nil
    }
    var headers = HeaderText.joined(rows)
    if !file.sheet.isEmpty {
      headers.removeLast(headers.reversed().prefix { $0.isEmpty }.count)
      reader.fix(width: headers.count)
    }
    var match = HeaderMatch(headers, &reader, file: file.path, spec: spec, log: log)
    match?.repeated = RepeatedHeader(rows)
    return match
  }

  /// Everything that stands before the first row.
  private func prepare(
    _ header: HeaderMatch, at headerRow: Int, _ file: any RecordFile, _ language: Language, _ log: FindingLog
  ) -> ImportPass? {
    let fixed = spec.period(ofFile: file.path, option: period, phases: phases)
    switch spec.period {
    case .option:
      if fixed == nil { log.add(TableFinding.file(.file(file.name), .periodOptionAbsent(table: spec.id))) }
    case .fileName:
      if fixed == nil { log.add(TableFinding.file(.file(file.name), .periodNotInName(name: file.name))) }
    case .column, nil: break
    }
    let needsFixed = spec.period == .option || spec.period == .fileName
    var values: [ColumnSpec.Reference: Set<String>] = [:]
    var isComplete = !needsFixed || fixed != nil
    for column in spec.columns {
      guard let reference = column.references, !column.isDropped, values[reference] == nil else { continue }
      if let known = references(reference) {
        values[reference] = known
      } else {
        isComplete = false
        log.add(
          TableFinding.file(.file(file.name), .referenceAbsent(table: reference.table, column: column.id)))
      }
    }
    guard isComplete else { return nil }
    let pass = ImportPass(self, header, fixed, sources(header, at: headerRow, file), values, language, log)
    pass.sheets = file.sheet
    return pass
  }

  /// Counts the sources of rows, where the spec asks for it.
  private func sources(_ header: HeaderMatch, at headerRow: Int, _ file: any RecordFile) -> SourceCounts? {
    guard let rule = spec.careless?.sameSource, let cell = header.sourceCell else { return nil }
    var reader = file.records()
    while reader.row < headerRow + spec.file.headerRows - 1, reader.advance() {}
    return SourceCounts(&reader, cell: cell, moreThan: rule.moreThan)
  }
}

/// The rows of one file, read from the first to the last.
private final class Reading {
  private var reader: RecordReader
  private let pass: ImportPass
  private let file: any RecordFile
  private let headerRow: Int
  private let log: FindingLog

  init(_ reader: consuming RecordReader, _ pass: ImportPass, _ file: any RecordFile, headerRow: Int, _ log: FindingLog)
  {
    self.headerRow = headerRow
    self.reader = reader
    self.pass = pass
    self.file = file
    self.log = log
  }

  func run(into relay: SinkRelay) { read(&reader, relay) }

  private func read(_ reader: inout RecordReader, _ relay: SinkRelay) {
    do {
      while reader.advance() { try pass.take(&reader, relay) }
      if let failure = reader.failure {
        log.add(failure)
        pass.isStopped = true
      }
      try pass.finish(relay, file, headerRow: headerRow, reader.tally)
    } catch {
      // The relay throws only once the sink has: its error is the one that is told.
    }
  }
}
