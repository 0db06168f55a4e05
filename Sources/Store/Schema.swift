import GRDB

/// The engine's own tables, in numbered migrations. A migration that has shipped is never edited: the next one changes.
enum Schema {
  /// “QHDB”: tells our files from other programs'.
  static let applicationID = 0x5148_4442
  static let newest = 4

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: importTables)
      try db.execute(sql: runTables)
    }
    migrator.registerMigration("2") { db in try db.execute(sql: secondMigration) }
    migrator.registerMigration("3") { db in
      try db.execute(sql: thirdMigration)
      try db.execute(sql: stageMigration)
    }
    migrator.registerMigration("4") { db in
      try db.execute(sql: fourthMigration)
      try renewViews(in: db)
    }
    return migrator
  }

  /// The number of the last migration that the file has seen; 0 for an empty file.
  static func version(of db: Connection) throws -> Int {
    try migrator.appliedIdentifiers(db).compactMap { Int($0) }.max() ?? 0
  }

  private static let importTables = """
    CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE table_version (
      id INTEGER PRIMARY KEY,
      system TEXT NOT NULL,
      table_id TEXT NOT NULL,
      version INTEGER NOT NULL,
      name TEXT NOT NULL UNIQUE COLLATE NOCASE,
      columns TEXT NOT NULL,
      UNIQUE (system, table_id, version)
    ) STRICT;

    CREATE TABLE batch (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      system TEXT NOT NULL,
      table_id TEXT NOT NULL,
      table_version INTEGER REFERENCES table_version (id),
      spec_version TEXT NOT NULL,
      spec_hash TEXT NOT NULL,
      file TEXT NOT NULL,
      sheet TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      period TEXT NOT NULL,
      row_count INTEGER NOT NULL,
      reject_count INTEGER NOT NULL,
      first_row_id INTEGER,
      last_row_id INTEGER,
      p_from INTEGER,
      p_to INTEGER,
      imported_at TEXT NOT NULL,
      imported_by TEXT NOT NULL,
      undone_at TEXT,
      undone_by TEXT
    ) STRICT;
    CREATE INDEX batch_by_table ON batch (system, table_id, id);

    CREATE TABLE reject (
      batch_id INTEGER NOT NULL REFERENCES batch (id),
      source_row INTEGER NOT NULL,
      unit_id INTEGER REFERENCES unit (id),
      codes TEXT NOT NULL,
      reasons TEXT NOT NULL,
      cells TEXT NOT NULL
    ) STRICT;
    CREATE INDEX reject_by_batch ON reject (batch_id, source_row);

    CREATE TABLE unit (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      parent TEXT NOT NULL,
      peer_group TEXT NOT NULL,
      valid_from INTEGER NOT NULL,
      valid_to INTEGER,
      successor TEXT NOT NULL,
      source TEXT NOT NULL CHECK (source IN ('register', 'table', 'former')),
      position INTEGER,
      registered_by INTEGER REFERENCES batch (id),
      columns TEXT NOT NULL
    ) STRICT;

    CREATE TABLE unit_alias (
      unit_id INTEGER NOT NULL REFERENCES unit (id),
      position INTEGER NOT NULL,
      alias TEXT NOT NULL,
      PRIMARY KEY (unit_id, position)
    ) STRICT, WITHOUT ROWID;
    """

  private static let runTables = """
    CREATE TABLE run (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      key TEXT NOT NULL UNIQUE,
      sequence INTEGER NOT NULL UNIQUE,
      scheme TEXT NOT NULL,
      period TEXT NOT NULL,
      as_of INTEGER NOT NULL,
      manifest TEXT NOT NULL,
      nodes TEXT NOT NULL,
      facts TEXT NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX run_by_scheme ON run (scheme, period, sequence);

    CREATE TABLE run_part (
      run_id INTEGER NOT NULL REFERENCES run (id),
      part INTEGER NOT NULL,
      period TEXT NOT NULL,
      grain TEXT NOT NULL,
      p_from INTEGER NOT NULL,
      p_to INTEGER NOT NULL,
      measures TEXT NOT NULL,
      PRIMARY KEY (run_id, part)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE run_unit (
      run_id INTEGER NOT NULL REFERENCES run (id),
      position INTEGER NOT NULL,
      unit_id INTEGER NOT NULL REFERENCES unit (id),
      name TEXT NOT NULL,
      peers TEXT NOT NULL,
      register TEXT NOT NULL,
      PRIMARY KEY (run_id, position),
      UNIQUE (run_id, unit_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE run_measure (
      run_id INTEGER NOT NULL REFERENCES run (id),
      part INTEGER NOT NULL,
      measure TEXT NOT NULL,
      unit_id INTEGER NOT NULL,
      value REAL,
      n INTEGER NOT NULL,
      sd REAL,
      numerator REAL,
      denominator REAL,
      state TEXT NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (run_id, part, measure, unit_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE run_fact (
      run_id INTEGER NOT NULL REFERENCES run (id),
      fact TEXT NOT NULL,
      unit_id INTEGER NOT NULL,
      value REAL,
      PRIMARY KEY (run_id, fact, unit_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE score (
      run_id INTEGER NOT NULL REFERENCES run (id),
      node TEXT NOT NULL,
      unit_id INTEGER NOT NULL,
      value REAL,
      displayed REAL,
      state TEXT NOT NULL,
      coverage REAL,
      effective_share REAL,
      contribution REAL,
      rule TEXT NOT NULL,
      source REAL,
      after_step TEXT NOT NULL,
      halves TEXT NOT NULL,
      PRIMARY KEY (run_id, node, unit_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE standing (
      run_id INTEGER NOT NULL REFERENCES run (id),
      unit_id INTEGER NOT NULL,
      score REAL,
      displayed REAL,
      coverage REAL,
      rank INTEGER,
      is_tied INTEGER NOT NULL,
      grade TEXT,
      status TEXT NOT NULL,
      fact TEXT,
      reasons TEXT NOT NULL,
      capped_by TEXT NOT NULL,
      set_by TEXT,
      PRIMARY KEY (run_id, unit_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE effect (
      run_id INTEGER NOT NULL REFERENCES run (id),
      position INTEGER NOT NULL,
      effect TEXT NOT NULL,
      unit_id INTEGER NOT NULL,
      outcome TEXT NOT NULL,
      fired_by TEXT,
      nominal REAL,
      effective REAL,
      before REAL,
      after REAL,
      PRIMARY KEY (run_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE run_finding (
      run_id INTEGER NOT NULL REFERENCES run (id),
      position INTEGER NOT NULL,
      code TEXT NOT NULL,
      severity TEXT NOT NULL,
      place TEXT NOT NULL,
      words TEXT NOT NULL,
      PRIMARY KEY (run_id, position)
    ) STRICT, WITHOUT ROWID;
    """
}
