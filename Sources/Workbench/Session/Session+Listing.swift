import Charts
import Findings
import Register
import Store

/// How a person names a batch: `12`, or `P3` in the protected database; nil: no such name.
package func batchName(_ text: String) -> BatchName? { BatchName(text) }

extension Session {
  package func batches(language: Language) throws -> DataTable {
    let open = try database.batches()
    let secret = try listedSecrets { try $0.batches() } ?? []
    let batches = open + secret
    let names =
      open.map { "\(database.name(ofBatch: $0.id))" } + secret.map { "\(BatchName($0.id, isProtected: true))" }
    return DataTable([
      // Numbers as long as they are numbers.
      secret.isEmpty
        ? DataColumn(.batch, language, numbers: batches.map { Double($0.id) }, digits: 0)
        : DataColumn(.batch, language, texts: names),
      DataColumn(.table, language, texts: batches.map { "\($0.table.system)/\($0.table.table)" }),
      DataColumn(.file, language, texts: batches.map(\.source)),
      DataColumn(.period, language, texts: batches.map(\.period)),
      DataColumn(.rows, language, numbers: batches.map { Double($0.rowCount) }, digits: 0),
      DataColumn(.rejected, language, numbers: batches.map { Double($0.rejectCount) }, digits: 0),
      DataColumn(.importedAt, language, texts: batches.map(\.importedAt)),
      DataColumn(.undoneAt, language, texts: batches.map { $0.undoneAt ?? "" }),
      DataColumn(
        .replacedBy, language, texts: zip(batches, names).map { later($0.replacedBy.map { [$0] } ?? [], beside: $1) }),
      DataColumn(.amendedBy, language, texts: zip(batches, names).map { later($0.amendedBy, beside: $1) }),
    ])
  }

  /// Batches of the database in which another one stands.
  private func later(_ batches: [Int], beside name: String) -> String {
    let isProtected = BatchName(name)?.isProtected == true
    return batches.map { "\(BatchName($0, isProtected: isProtected))" }.joined(separator: " ")
  }

  package func undo(batch: BatchName, language: Language) throws -> String? {
    var store = database
    if batch.isProtected {
      guard let secret = try secrets.forUndoing(register, log: log) else { return nil }
      store = secret
    }
    try store.undo(batch: batch.number, at: clock, by: actor)
    guard let undone = try store.batch(batch.number) else { return nil }
    let sentence = CommandSentence.batchUndone(batch, file: undone.source, rows: undone.rowCount)
    let restored = try store.corrected(by: batch.number).map { CommandSentence.restored(Corrected($0, in: store)) }
    return ([sentence] + (restored.map { [$0] } ?? [])).map { $0.text(in: language) }.joined(
      separator: language == .chinese ? "" : " ")
  }

  package func units(language: Language) -> DataTable {
    let units = register.units
    return DataTable([
      DataColumn(.code, language, texts: units.map(\.code)),
      DataColumn(.name, language, texts: units.map(\.name)),
      DataColumn(.kind, language, texts: units.map(\.kind)),
      DataColumn(.parent, language, texts: units.map(\.parent)),
      DataColumn(.peers, language, texts: units.map(\.peerGroup)),
      DataColumn(.validFrom, language, texts: units.map { "\($0.validFrom)" }),
      DataColumn(.validTo, language, texts: units.map { $0.validTo.map { "\($0)" } ?? "" }),
      DataColumn(.aliases, language, texts: units.map { $0.aliases.joined(separator: "|") }),
    ])
  }

  package func tables(of run: CompletedRun, language: Language) -> RunTables {
    RunTables(run, language: language, minimumCell: run.minimumCell(today: workspace.settings.minimumCell))
  }

  /// The run that a command means: by scheme and period, or the latest that fits what it names.
  package func run(scheme: String?, period: String?) throws -> CompletedRun? {
    let all = try database.runs()
    var periodID: String?
    if let period {
      // A phase that the settings no longer name is still the period of the runs that it has.
      periodID = workspace.period(period, log: FindingLog())?.id ?? all.first { $0.period == period }?.period
      if periodID == nil {
        _ = workspace.period(period, log: log)
        return nil
      }
    }
    // A scheme whose file is gone can still be looked at.
    if let scheme, !all.contains(where: { $0.scheme == scheme }), folders.scheme(scheme, log: log) == nil { return nil }
    let runs = all.filter { run in
      (scheme.map { $0 == run.scheme } ?? true) && (periodID.map { $0 == run.period } ?? true)
    }
    guard let last = runs.last else {
      let example = scheme ?? folders.schemes.first?.id
      let place = Place.subject([scheme, period].compactMap(\.self).joined(separator: " "))
      if let example, let period {
        let id = periodID ?? period
        log.add(WorkbenchFinding.notScored(.subject("\(example) \(id)"), scheme: example, period: id))
      } else {
        log.add(
          WorkbenchFinding.neverScored(place.text.isEmpty ? .file(workspace.settings.database) : place, scheme: example)
        )
      }
      return nil
    }
    return try latestRun(scheme: last.scheme, periodID: last.period)
  }

  /// Rows of one read-only statement, on a connection that can do nothing else.
  /// - Throws: a finding that says why it was refused, stopped or wrong.
  package func readOnlySQL(_ statement: String, at place: Place = .subject("SQL")) throws -> DataTable? {
    let result = try database.query(statement, place: place)
    if result.isTruncated { log.add(WorkbenchFinding.queryTruncated(place, rows: result.rows.count)) }
    return DataTable(
      result.columns.enumerated().map { index, name in
        let cells = result.rows.map { $0[index] }
        let isNumeric = cells.contains { $0.double != nil } && cells.allSatisfy { $0.double != nil || $0 == .null }
        if isNumeric {
          let isWhole = cells.allSatisfy { $0.double.map { $0 == $0.rounded() } ?? true }
          return DataColumn(name, numbers: cells.map { $0.double ?? .nan }, digits: isWhole ? 0 : nil)
        }
        return DataColumn(name, texts: cells.map(\.shown))
      })
  }
}

extension StoredValue {
  /// The value as text; nil for NULL.
  var shown: String? {
    switch self {
    case .null: nil
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text): text
    }
  }
}
