extension Schema {
  /// Reminders that were sent: one row for every thing owed that a reminder spoke of. Nothing is ever changed here.
  static let thirdMigration = """
    CREATE TABLE reminder (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      system TEXT NOT NULL,
      item TEXT NOT NULL,
      unit TEXT NOT NULL,
      period TEXT NOT NULL,
      -- Empty: the unit itself.
      member TEXT NOT NULL,
      as_of INTEGER NOT NULL,
      role TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL
    ) STRICT;
    CREATE INDEX reminder_by_item ON reminder (system, item, unit, period, member);
    """
}
