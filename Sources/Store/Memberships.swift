import Findings
import GRDB
import Register

extension Database {
  /// Brings the memberships into the database: those of the file, and no others, in its order.
  package func syncMemberships(_ memberships: [Membership]) throws {
    if try self.memberships() == memberships { return }
    try change { db in
      try db.execute(sql: "DELETE FROM membership")
      for (position, membership) in memberships.enumerated() {
        try db.execute(
          sql: """
            INSERT INTO membership (position, member, "of", share, valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            position, membership.member, membership.group, membership.share, membership.from.yyyymmdd,
            membership.to?.yyyymmdd,
          ])
      }
    }
  }

  package func memberships() throws -> [Membership] {
    try access { db in
      try Row.fetchAll(db, sql: "SELECT * FROM membership ORDER BY position").map { row in
        guard let from = CalendarDate(yyyymmdd: row["valid_from"]) else {
          throw FindingError(StoreFinding.databaseDamaged(place, detail: "membership.valid_from"))
        }
        return Membership(
          member: row["member"], group: row["of"], share: row["share"], from: from,
          to: (row["valid_to"] as Int?).flatMap { CalendarDate(yyyymmdd: $0) })
      }
    }
  }
}
