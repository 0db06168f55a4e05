extension Schema {
  /// Which run went out as which draft, and who said so; lines are only added.
  static let stageMigration = """
    CREATE TABLE run_stage (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      scheme TEXT NOT NULL,
      period TEXT NOT NULL,
      run_key TEXT NOT NULL REFERENCES run (key),
      stage TEXT NOT NULL CHECK (stage IN ('consultation', 'submission', 'final')),
      role TEXT NOT NULL,
      day INTEGER NOT NULL,
      reason TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL
    ) STRICT;
    CREATE INDEX run_stage_by_period ON run_stage (scheme, period, id);
    """
}
