import Findings
import GRDB

/// What a new batch does to those that stand.
package enum Correction: Sendable, Hashable {
  /// Nothing: no key of it may stand in a current batch.
  case none
  /// It comes instead of these and of the batches that amended them, whole.
  case replacing([Int])
  /// Each of its rows comes instead of the one that has its key; the others stay.
  case amending
}

/// What a batch came instead of, whatever became of it since.
package enum CorrectedRows: Sendable, Equatable {
  case batches([Int])
  /// So many rows of these.
  case rows(Int, of: [Int])
}

extension Database {
  /// What a batch came instead of; nil: of nothing.
  package func corrected(by id: Int) throws -> CorrectedRows? {
    try access { db in
      let whole = try Int.fetchAll(
        db, sql: "SELECT replaced FROM replacement WHERE batch_id = ? ORDER BY 1", arguments: [id])
      if !whole.isEmpty { return .batches(whole) }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT o.id, count(*) AS n FROM replaced_row AS r JOIN batch AS o ON o.table_version = r.table_version
            AND r.row_id BETWEEN o.first_row_id AND o.last_row_id
          WHERE r.batch_id = ? GROUP BY o.id ORDER BY o.id
          """, arguments: [id])
      return rows.isEmpty ? nil : .rows(rows.map { $0["n"] }.reduce(0, +), of: rows.map { $0["id"] })
    }
  }
}

/// Puts a batch in the place of others, inside the transaction in which it is imported. No row is changed: lines are
/// added that say what came instead of what, and they count as long as the new batch is not undone.
struct CorrectionPass {
  let header: BatchHeader
  let database: Database
  let log: FindingLog
  let db: Connection

  /// The batches that are to be replaced, with those that amended them; none where nothing is.
  /// - Returns: nil, with the reasons in the log, where one cannot be.
  func replaced() throws -> [BatchRecord]? {
    if header.correction == .amending, header.countsOnly || header.key.isEmpty {
      log.add(
        header.countsOnly
          ? CorrectionFinding.amendsAnswers(header.place, table: header.table.table)
          : .withoutKey(header.place, table: header.table.table))
      return nil
    }
    guard case .replacing(let named) = header.correction else { return [] }
    let records = try named.map { try record($0) }
    guard !records.contains(where: { $0 == nil }) else { return nil }
    let group = try group(of: named)
    // An amendment goes with what it amended; what it amended does not go unsaid.
    let missing = Set(group.map(\.id)).subtracting(named).subtracting(group.flatMap(\.amendedBy))
    guard missing.isEmpty else {
      log.add(
        CorrectionFinding.incomplete(
          header.place, batches: named.map(database.name(ofBatch:)),
          missing: missing.sorted().map(database.name(ofBatch:))))
      return nil
    }
    return group
  }

  /// A batch that may be replaced; nil with the reason in the log.
  private func record(_ id: Int) throws -> BatchRecord? {
    let name = database.name(ofBatch: id)
    guard let row = try Row.fetchOne(db, sql: "\(BatchRecord.select) WHERE id = ?", arguments: [id]) else {
      log.add(CorrectionFinding.unknown(header.place, batch: name))
      return nil
    }
    let record = BatchRecord(row)
    if record.table != header.table {
      log.add(
        CorrectionFinding.otherTable(header.place, batch: name, table: record.table.table, own: header.table.table))
      return nil
    }
    if !record.isCurrent {
      log.add(
        CorrectionFinding.notCurrent(header.place, batch: name, by: record.replacedBy.map(database.name(ofBatch:))))
      return nil
    }
    return record
  }

  /// Batches with all that hang together with them: those that amended rows of theirs, and whose rows they amended.
  func group(of ids: [Int]) throws -> [BatchRecord] {
    let current = try Row.fetchAll(
      db, sql: "\(BatchRecord.select) WHERE system = ? AND table_id = ? AND \(Schema.isCurrent) ORDER BY id",
      arguments: [header.table.system, header.table.table]
    ).map(BatchRecord.init)
    var group = Set(ids)
    while true {
      let more = current.filter { one in
        group.contains(one.id) || one.amendedBy.contains(where: group.contains)
          || current.contains { group.contains($0.id) && $0.amendedBy.contains(one.id) }
      }
      if more.count == group.count { return more }
      group.formUnion(more.map(\.id))
    }
  }

  /// Carries the correction out, or says why not; a batch that corrects nothing only must repeat no key.
  /// - Parameter review: takes what the batch changes in those that stand, also where it is refused for standing keys.
  /// - Returns: whether the batch may be kept.
  func settle(_ batch: CompletedBatch, replacing replaced: [BatchRecord], review: (RowDifference) -> Void) throws
    -> Bool
  {
    let conflicts = KeyConflicts(batch, key: header.key, isProtected: database.isProtected)
    switch header.correction {
    case .none:
      let colliding = try conflicts.batches(in: db)
      guard !colliding.isEmpty else {
        try tellOfSameName(batch)
        return true
      }
      try conflicts.report(place: header.place, log: log, in: db)
      review(try difference(batch, from: .batches(try group(of: colliding))))
      return false
    case .replacing:
      return try replace(replaced, with: batch, conflicts, review)
    case .amending:
      return try amend(with: batch, conflicts, review)
    }
  }

  /// Rows without a key cannot collide: a file that comes again under its name would count twice unsaid.
  private func tellOfSameName(_ batch: CompletedBatch) throws {
    guard header.key.isEmpty else { return }
    let own = header.file.split(separator: "/").last
    let alike = try Row.fetchAll(
      db,
      sql: """
        \(BatchRecord.select) WHERE table_version = :table AND id <> :batch AND \(Schema.isCurrent) AND sheet = :sheet
          AND period = :period AND (p_from IS NULL OR :from IS NULL OR (p_from <= :to AND p_to >= :from)) ORDER BY id
        """,
      arguments: [
        "table": batch.table.id, "batch": batch.id, "sheet": header.sheet, "period": header.period,
        "from": batch.span?.from, "to": batch.span?.to,
      ]
    ).map(BatchRecord.init).last { $0.file.split(separator: "/").last == own }
    guard let alike else { return }
    log.add(
      CorrectionFinding.sameName(header.place, batch: database.name(ofBatch: alike.id), at: alike.importedAt))
  }

  private func difference(_ batch: CompletedBatch, from standing: RowDifference.Standing) throws -> RowDifference {
    try RowDifference.read(batch, from: standing, key: header.key, countsOnly: header.countsOnly, in: db)
  }

  private func replace(
    _ replaced: [BatchRecord], with batch: CompletedBatch, _ conflicts: KeyConflicts, _ review: (RowDifference) -> Void
  ) throws -> Bool {
    if try conflicts.report(place: header.place, log: log, except: replaced.map(\.id), in: db) > 0 { return false }
    let rejects = replaced.map(\.rejectCount).reduce(0, +)
    let names = replaced.map { database.name(ofBatch: $0.id) }
    if batch.rejectCount > rejects {
      log.add(CorrectionFinding.setsAside(header.place, rejects: batch.rejectCount, before: rejects))
      return false
    }
    let difference = try difference(batch, from: .batches(replaced))
    let isAlike = difference.unchanged + difference.changed > 0
    if !header.key.isEmpty, difference.before > 0, !isAlike {
      log.add(CorrectionFinding.unalike(header.place, batches: names))
      review(difference)
      return false
    }
    for one in replaced {
      try db.execute(
        sql: "INSERT INTO replacement (replaced, batch_id) VALUES (?, ?)", arguments: [one.id, batch.id])
    }
    try takeOverUnits(of: replaced.map(\.id), by: batch.id, in: db)
    review(difference)
    return true
  }

  private func amend(
    with batch: CompletedBatch, _ conflicts: KeyConflicts, _ review: (RowDifference) -> Void
  ) throws -> Bool {
    if batch.rejectCount > 0 {
      log.add(CorrectionFinding.setsAside(header.place, rejects: batch.rejectCount, before: 0))
      return false
    }
    for rows in try conflicts.standingRows(in: db) {
      try db.execute(
        sql: "INSERT INTO replaced_row (table_version, row_id, batch_id) \(rows)",
        arguments: ["table": batch.table.id, "batch": batch.id])
    }
    var amended = MatchDigest()
    var count = 0
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT o.sha256, t.source_row FROM replaced_row AS r JOIN \(quoted(batch.table.sqlName)) AS t
          ON t.row_id = r.row_id JOIN batch AS o ON o.id = t.batch_id
        WHERE r.table_version = ? AND r.batch_id = ? ORDER BY r.row_id
        """, arguments: [batch.table.id, batch.id])
    while let row = try cursor.next() {
      amended.add(row: row["source_row"], unit: MatchDigest.mark(row["sha256"]))
      count += 1
    }
    guard count > 0 else {
      log.add(CorrectionFinding.amendsNothing(header.place, columns: header.key))
      return false
    }
    try db.execute(sql: "UPDATE batch SET amends = ? WHERE id = ?", arguments: [amended.text, batch.id])
    let difference = try difference(batch, from: .rowsReplaced)
    if difference.added > 0 {
      log.add(
        CorrectionFinding.adds(
          header.place, rows: difference.added, first: difference.lines.first { $0.kind == .added }?.row ?? 0))
    }
    review(difference)
    return true
  }
}
