import Findings
import GRDB
import Register

/// A run that another one may read: it is of the whole of its period.
package struct FinalRun: Sendable, Hashable {
  package let key: String
  package let period: Period
}

extension Database {
  /// Of each period of a scheme, the run that was declared final, else the one that was scored last among those that look
  /// at the whole of it (`as_of` not before its end), in the order of the periods' first days (K4).
  package func finalRuns(scheme: String) throws -> [FinalRun] {
    try access { db in
      var latest: [String: FinalRun] = [:]
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT run.key, p.period, p.grain, p.p_from, p.p_to FROM run JOIN run_part AS p
            ON p.run_id = run.id AND p.part = 0
          WHERE run.scheme = ? AND run.as_of >= p.p_to ORDER BY \(Self.countingFirst)
          """, arguments: [scheme])
      for row in rows where latest[row["period"]] == nil {
        guard let grain = Period.Grain(rawValue: row["grain"]), let start = CalendarDate(yyyymmdd: row["p_from"]),
          let end = CalendarDate(yyyymmdd: row["p_to"])
        else { throw FindingError(StoreFinding.databaseDamaged(place, detail: "run_part")) }
        let period = Period(id: row["period"], grain: grain, start: start, end: end)
        latest[period.id] = FinalRun(key: row["key"], period: period)
      }
      return latest.values.sorted {
        ($0.period.start, $0.period.end, $0.key) < ($1.period.start, $1.period.end, $1.key)
      }
    }
  }

  /// The key of the run of a scheme and period that counts.
  package func latestRunKey(scheme: String, period: String) throws -> String? {
    try access { db in
      try String.fetchOne(
        db, sql: "SELECT key FROM run WHERE scheme = ? AND period = ? ORDER BY \(Self.countingFirst) LIMIT 1",
        arguments: [scheme, period])
    }
  }

  /// The different spans of days that the rows of a table are about; none for a table without periods.
  /// - Parameter batches: only their rows, undone or not; nil: the current ones.
  package func rowSpans(of table: TableName, in batches: [Int]? = nil) throws -> [ClosedRange<Int>] {
    try access { db in
      if let batches {
        return try BatchSpan.of(batches, in: db).flatMap { span in
          try Row.fetchAll(
            db,
            sql: """
              SELECT DISTINCT p_from, p_to FROM \(quoted(span.table.sqlName))
              WHERE row_id BETWEEN ? AND ? AND superseded_by IS NULL AND p_from <= p_to
                \(span.table.withoutReplacedRows(by: batches, in: db)) ORDER BY p_from, p_to
              """, arguments: [span.first, span.last]
          ).map { ($0["p_from"] as Int)...($0["p_to"] as Int) }
        }
      }
      guard let stored = try StoredTable.current(table, in: db) else { return [] }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT p_from, p_to FROM \(quoted(stored.viewName)) WHERE p_from <= p_to ORDER BY p_from, p_to
          """
      ).map { ($0["p_from"] as Int)...($0["p_to"] as Int) }
    }
  }
}
