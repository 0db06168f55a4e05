import GRDB

extension Database {
  /// The manifests of all kept runs, the earliest first: what they say they read, without reading the runs.
  package func manifestTexts() throws -> [String] {
    try access { db in try String.fetchAll(db, sql: "SELECT manifest FROM run ORDER BY sequence") }
  }
}
