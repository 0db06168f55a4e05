extension Schema {
  /// Memberships; what a run reads beside measures (decisions, titles, other runs, other periods); hands, overrides and
  /// contests; which units a batch's rows were matched with.
  static let secondMigration = """
    CREATE TABLE membership (
      position INTEGER PRIMARY KEY,
      member TEXT NOT NULL,
      "of" TEXT NOT NULL,
      share REAL NOT NULL,
      valid_from INTEGER NOT NULL,
      valid_to INTEGER
    ) STRICT;

    -- NULL: imported before matches were remembered.
    ALTER TABLE batch ADD COLUMN matched TEXT;

    -- JSON: decisions and titles in force; the keys of the runs that frozen steps read, by period; contests for quotas.
    ALTER TABLE run ADD COLUMN decisions TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE run ADD COLUMN titles TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE run ADD COLUMN frozen TEXT NOT NULL DEFAULT '{}';
    ALTER TABLE run ADD COLUMN contests TEXT NOT NULL DEFAULT '[]';

    -- window, half or history; part 0 is the run's own window.
    ALTER TABLE run_part ADD COLUMN kind TEXT NOT NULL DEFAULT 'half';

    -- The peer group that a fact gave; NULL: as in peers.
    ALTER TABLE run_unit ADD COLUMN computed_peers TEXT;

    -- JSON: each hand's numbers, and the decision that replaced the value; NULL: neither.
    ALTER TABLE score ADD COLUMN hands TEXT;
    ALTER TABLE score ADD COLUMN override TEXT;
    ALTER TABLE score ADD COLUMN is_imputed INTEGER NOT NULL DEFAULT 0;

    ALTER TABLE standing ADD COLUMN attempts TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE standing ADD COLUMN held_title TEXT;
    ALTER TABLE standing ADD COLUMN is_in_by_tie INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE standing ADD COLUMN awaits TEXT;

    ALTER TABLE effect ADD COLUMN decision TEXT;
    """
}
