import Findings
import GRDB
import Register
import Tables

extension Database {
  /// Brings the register into the database: by code, units are added or changed. Units that tables registered stay;
  /// those that left the register are kept for the rows that name them, but are no longer among `units()`.
  ///
  /// Of units with the same code, the first counts.
  package func syncUnits(_ units: [OrgUnit]) throws {
    // Every command opens the workspace; one that finds nothing new writes nothing.
    if try access({ db in try isInStep(units, in: db) }) { return }
    try change { db in
      try db.execute(sql: "UPDATE unit SET source = 'former', position = NULL WHERE source = 'register'")
      var seen: Set<String> = []
      for (position, unit) in units.enumerated() where seen.insert(unit.code).inserted {
        try db.execute(
          sql: """
            INSERT INTO unit (code, name, kind, parent, peer_group, valid_from, valid_to, successor, source, position,
              columns)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'register', ?, ?)
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, parent = excluded.parent,
              peer_group = excluded.peer_group, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
              successor = excluded.successor, source = 'register', position = excluded.position,
              columns = excluded.columns
            """,
          arguments: [
            unit.code, unit.name, unit.kind, unit.parent, unit.peerGroup, unit.validFrom.yyyymmdd,
            unit.validTo?.yyyymmdd, unit.successor, position, try jsonText(unit.columns),
          ])
        let id = try Int.fetchOne(db, sql: "SELECT id FROM unit WHERE code = ?", arguments: [unit.code])
        try db.execute(sql: "DELETE FROM unit_alias WHERE unit_id = ?", arguments: [id])
        for (position, alias) in unit.aliases.enumerated() {
          try db.execute(
            sql: "INSERT INTO unit_alias (unit_id, position, alias) VALUES (?, ?, ?)", arguments: [id, position, alias])
        }
      }
      // What a current batch registered is there without the register too.
      try db.execute(
        sql: """
          UPDATE unit SET source = 'table' WHERE source = 'former'
            AND registered_by IN (SELECT id FROM batch WHERE \(Schema.isCurrent))
          """)
    }
  }

  /// Whether a sync would change nothing.
  private func isInStep(_ units: [OrgUnit], in db: Connection) throws -> Bool {
    var seen: Set<String> = []
    let distinct = units.filter { seen.insert($0.code).inserted }
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM unit WHERE source = 'register'")
    guard count == distinct.count, try stored("source = 'register'", in: db) == distinct else { return false }
    let returning = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM unit WHERE source = 'former'
          AND registered_by IN (SELECT id FROM batch WHERE \(Schema.isCurrent)))
        """)
    return returning != true
  }

  /// All units: those of the register in its order, then those that tables registered, by code.
  package func units() throws -> [OrgUnit] { try access { db in try stored("source <> 'former'", in: db) } }

  private func stored(_ condition: String, in db: Connection) throws -> [OrgUnit] {
    var aliases: [Int: [String]] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT unit_id, alias FROM unit_alias ORDER BY unit_id, position") {
      aliases[row["unit_id"], default: []].append(row["alias"])
    }
    return try Row.fetchAll(
      db, sql: "SELECT * FROM unit WHERE \(condition) ORDER BY source = 'table', position, code"
    ).map { row in
      guard let validFrom = CalendarDate(yyyymmdd: row["valid_from"]) else {
        throw FindingError(StoreFinding.databaseDamaged(place, detail: "unit.valid_from"))
      }
      let columns: String = row["columns"]
      return OrgUnit(
        code: row["code"], name: row["name"], kind: row["kind"], parent: row["parent"], peerGroup: row["peer_group"],
        validFrom: validFrom, validTo: (row["valid_to"] as Int?).flatMap { CalendarDate(yyyymmdd: $0) },
        aliases: aliases[row["id"]] ?? [], successor: row["successor"],
        columns: columns == "{}" ? [:] : try fromJSON(columns))
    }
  }

  /// The number under which rows name a unit, by the unit's code; former units too.
  package func unitIDs() throws -> [String: Int] { try access { db in try unitNumbers(in: db) } }
}

func unitNumbers(in db: Connection) throws -> [String: Int] {
  var ids: [String: Int] = [:]
  for row in try Row.fetchAll(db, sql: "SELECT id, code FROM unit") { ids[row["code"]] = row["id"] }
  return ids
}

/// The row of a unit that a batch registers. One that is known already stays what it is; a former one comes back.
func registeredUnitID(_ unit: RegisteredUnit, batch: Int, in db: Connection) throws -> Int {
  try db.execute(
    sql: """
      INSERT INTO unit (code, name, kind, parent, peer_group, valid_from, successor, source, registered_by, columns)
      VALUES (?, ?, ?, '', '', 19000101, '', 'table', ?, '{}')
      ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, parent = '', peer_group = '',
        valid_from = 19000101, valid_to = NULL, successor = '', source = 'table', columns = '{}',
        registered_by = excluded.registered_by
      WHERE source = 'former'
      """,
    arguments: [unit.code, unit.name, unit.kind, batch])
  return try Int.fetchOne(db, sql: "SELECT id FROM unit WHERE code = ?", arguments: [unit.code]) ?? 0
}
