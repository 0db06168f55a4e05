import Findings
import GRDB
import Register

/// One thing owed of which a unit was reminded.
package struct Reminder: Sendable, Hashable {
  /// What it was about.
  package struct Subject: Sendable, Hashable {
    package var system: String
    /// The obligation's id.
    package var item: String
    /// The unit's code.
    package var unit: String
    package var period: String
    /// Empty: the unit itself.
    package var member: String
    package init(system: String, item: String, unit: String, period: String, member: String) {
      self.system = system
      self.item = item
      self.unit = unit
      self.period = period
      self.member = member
    }
  }
  package var subject: Subject
  package var asOf: CalendarDate
  /// In whose name.
  package var role: String
  package init(subject: Subject, asOf: CalendarDate, role: String) {
    self.subject = subject
    self.asOf = asOf
    self.role = role
  }
}

extension Database {
  /// Keeps reminders as sent.
  /// - Parameters:
  ///   - time: when, as the caller writes it.
  ///   - person: by whom.
  package func record(_ reminders: [Reminder], at time: String, by person: String) throws {
    try change { db in
      for reminder in reminders {
        let subject = reminder.subject
        try db.execute(
          sql: """
            INSERT INTO reminder (system, item, unit, period, member, as_of, role, recorded_at, recorded_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            subject.system, subject.item, subject.unit, subject.period, subject.member, reminder.asOf.yyyymmdd,
            reminder.role, time, person,
          ])
      }
    }
  }

  /// Everything that was sent, the earliest first.
  package func reminders() throws -> [Reminder] {
    try access { db in
      try Row.fetchAll(db, sql: "SELECT * FROM reminder ORDER BY id").map { row in
        guard let asOf = CalendarDate(yyyymmdd: row["as_of"]) else {
          throw FindingError(StoreFinding.databaseDamaged(place, detail: "reminder.as_of"))
        }
        return Reminder(
          subject: Reminder.Subject(
            system: row["system"], item: row["item"], unit: row["unit"], period: row["period"], member: row["member"]),
          asOf: asOf, role: row["role"])
      }
    }
  }
}
