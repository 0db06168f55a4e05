import Scoring
import Store

/// The rows that a kept run was computed from, whatever was imported or undone since.
struct KeptRows {
  var batches: BatchSelection
  /// Tables that were out of reach when it was scored.
  var closed: Set<TableName> = []
  /// nil: that of the settings.
  var minimumCell: Int?
  /// Measures that are not loaded: a SELECT reads current rows only.
  var skipped: Set<String> = []
}

extension Session {
  /// Finds the batches that a manifest names by their digests; they may have been undone since.
  /// - Returns: what of them is not there any more, too.
  func keptRows(of record: RunRecord, _ manifest: RunManifest) throws -> (rows: KeptRows, lost: [LostRows]) {
    var rows = KeptRows(batches: BatchSelection([:]), minimumCell: manifest.minimumCell)
    var lost: [LostRows] = []
    for table in manifest.tables {
      let name = TableName(system: table.system, table: table.table)
      if table.closed == true { rows.closed.insert(name) }
      guard table.closed != true, let store = store(of: name) else { continue }
      var candidates = try store.batches(of: name)
      var found: [Int] = []
      for batch in table.batches {
        let fitting = candidates.filter { $0.identity.sha256 == batch.sha256 }
        guard
          let best = fitting.max(by: {
            rank($0, as: batch, record).lexicographicallyPrecedes(rank($1, as: batch, record))
          })
        else {
          if try !isKept(batch, of: name) { lost.append(.batch(table: name, sha256: batch.sha256)) }
          continue
        }
        // Two sheets of a workbook have one digest.
        candidates.removeAll { $0.identity.batch == best.identity.batch }
        found.append(best.identity.batch)
        let count = try store.countRows(ofBatch: best.identity.batch)
        if count != best.record.rowCount {
          let batch = BatchName(best.identity.batch, isProtected: store.isProtected)
          lost.append(
            .rows(table: name, batch: batch, file: best.record.source, kept: best.record.rowCount, found: count))
        }
      }
      rows.batches.ids[name] = found.sorted()
    }
    return (rows, lost)
  }

  /// Of several batches of one file, the greatest is what the run read: with the same spec, period and matches, imported
  /// before it and neither undone nor replaced then; of those that are alike, the latest.
  private func rank(_ batch: KeptBatch, as named: RunManifest.Batch, _ run: RunRecord) -> [Int] {
    let (identity, record) = (batch.identity, batch.record)
    let tests = [
      identity.specHash == named.spec, identity.period == named.period, identity.matched == named.matched,
      identity.amends == named.amends, batch.wasCurrent(at: run.createdAt), record.isCurrent,
    ]
    return tests.map { $0 ? 1 : 0 } + [identity.batch]
  }

  /// Whether the batch stands in another database than that of its table today: the table was protected since, or is no
  /// longer.
  private func isKept(_ batch: RunManifest.Batch, of name: TableName) throws -> Bool {
    try [database, secrets.database].compactMap(\.self).contains { store in
      try store.batches(of: name).contains { $0.identity.sha256 == batch.sha256 }
    }
  }
}

extension ScoringInput {
  /// Takes measures over that were not computed again.
  mutating func takeOver(_ ids: Set<String>, from stored: ScoringInput) {
    for id in ids {
      measures[id] = stored.measures[id]
      for (index, half) in stored.halves.enumerated() where halves.indices.contains(index) {
        halves[index].measures[id] = half.measures[id]
      }
      for period in stored.history {
        guard let index = history.firstIndex(where: { $0.period.id == period.period.id }) else { continue }
        history[index].measures[id] = period.measures[id]
      }
    }
  }
}
