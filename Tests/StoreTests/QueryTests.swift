import Findings
import Foundation
import Testing

@testable import Store

@Suite struct QueryTests {
  let folder = try! TemporaryFolder()
  let place = Place.subject("sql")

  private func database() throws -> Database {
    let database = try folder.database()
    try database.importSurvey([(1, 80, "好"), (2, 60, nil)])
    return database
  }

  @Test func columnsAndRows() throws {
    let result = try database().query(
      #"SELECT u.name AS 科室, count(*) AS n, avg(v."满意度") AS 均值, NULL AS 空, x'00ff' AS 字节 FROM "v_qinglian_患者问卷" AS v JOIN unit AS u ON u.id = v.unit_id GROUP BY u.id;  -- done"#,
      place: place)
    #expect(result.columns == ["科室", "n", "均值", "空", "字节"])
    #expect(result.rows == [[.text("肾病内科"), .integer(2), .real(70), .null, .text("00ff")]])
    #expect(!result.isTruncated)
  }

  @Test func windowsJSONAndRecursionAreQueriesToo() throws {
    let database = try database()
    let numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4) SELECT "
    #expect(try database.query(numbers + "sum(i) FROM n", place: place).rows == [[.integer(10)]])
    #expect(
      try database.query("SELECT value FROM json_each('[1,2]')", place: place).rows == [[.integer(1)], [.integer(2)]])
    #expect(
      try database.query(numbers + "rank() OVER (ORDER BY -i) FROM n LIMIT 1", place: place).rows == [[.integer(1)]])
    #expect(try database.query("VALUES (1)", place: place).rows == [[.integer(1)]])
  }

  @Test func noMoreRowsThanAsked() throws {
    let database = try database()
    let two = #"SELECT "序号" FROM "v_qinglian_患者问卷""#
    #expect(try database.query(two, place: place, limits: QueryLimits(rows: 2)).isTruncated == false)
    let cut = try database.query(two, place: place, limits: QueryLimits(rows: 1))
    #expect(cut.rows == [[.integer(1)]] && cut.isTruncated)
    #expect(try database.query(two, place: place, limits: QueryLimits(bytes: 1)).rows.count == 1)
  }

  @Test(
    arguments: [
      ("", .empty), ("  -- nothing\n;", .empty), ("SELECT 1; SELECT 2", .severalStatements),
      ("SELECT 1; DROP TABLE batch", .severalStatements), ("SELECT 1; nonsense", .severalStatements),
      ("SELECT 1\u{0}; DROP TABLE batch", .severalStatements),
      ("DELETE FROM batch", .notAQuery), ("UPDATE batch SET file = ''", .notAQuery),
      ("INSERT INTO meta VALUES ('a', 'b')", .notAQuery), ("DROP TABLE batch", .notAQuery),
      ("CREATE TEMP TABLE x (a)", .notAQuery), ("CREATE VIEW x AS SELECT 1", .notAQuery),
      ("ATTACH 'other.sqlite' AS o", .notAQuery), ("DETACH main", .notAQuery), ("PRAGMA user_version = 3", .notAQuery),
      ("PRAGMA journal_mode", .notAQuery), ("VACUUM", .notAQuery), ("VACUUM INTO 'stolen.sqlite'", .notAQuery),
      ("BEGIN", .notAQuery), ("COMMIT", .notAQuery), ("SAVEPOINT s", .notAQuery), ("REINDEX", .notAQuery),
      ("ANALYZE", .notAQuery), ("EXPLAIN VACUUM", .notAQuery),
      ("SELECT 1 FROM pragma_database_list", .notAQuery),
      ("SELECT load_extension('x')", .function("load_extension")), ("SELECT random()", .function("random")),
      ("SELECT randomblob(1000000000)", .function("randomblob")),
      ("SELECT zeroblob(1000000000)", .function("zeroblob")),
      ("SELECT datetime('now')", .function("datetime")), ("SELECT CURRENT_TIMESTAMP", .function("current_timestamp")),
      ("SELECT sqlite_version()", .function("sqlite_version")), ("SELECT * FROM dbstat", .notAQuery),
      ("SELECT fts3_tokenizer('simple')", .function("fts3_tokenizer")),
      ("SELECT last_insert_rowid()", .function("last_insert_rowid")),
    ] as [(String, StoreFinding.SQLRefusal)])
  func whatIsNoQueryIsRefused(_ sql: String, _ refusal: StoreFinding.SQLRefusal) throws {
    let database = try database()
    let before = try dump(database)
    let found = finding { _ = try database.query(sql, place: place) }
    if case .sqlRefused(_, .function(let name)) = found, case .function(let expected) = refusal {
      #expect(name.lowercased() == expected)
    } else if case .sqlRefused(_, .table) = found, case .table = refusal {
      #expect(found?.place == place)
    } else {
      #expect(found == .sqlRefused(place, refusal))
    }
    #expect(try dump(database) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["qingheng.sqlite"])
  }

  @Test func depthAndLengthAreLimited() throws {
    let database = try database()
    let deep = "SELECT " + String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000)
    #expect(finding { _ = try database.query(deep, place: place) } == .sqlRefused(place, .tooLarge))
    let long = "SELECT 1 --" + String(repeating: "x", count: 300_000)
    #expect(finding { _ = try database.query(long, place: place) } == .sqlRefused(place, .tooLarge))
    // A hundred thousand times a hundred characters are more than four megabytes.
    let wide = """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
      SELECT group_concat(printf('%100d', i)) FROM n
      """
    let outcome = finding { _ = try database.query(wide, place: place) }
    let padded = try database.query("SELECT length(printf('%.*c', 1000000000, 'x'))", place: place)
    #expect((padded.rows[0][0].double ?? 0) < 5e6)
    #expect(outcome == .sqlProblem(place, .tooBig, line: 1, column: 1))
  }

  @Test func theDeadlineHolds() throws {
    let database = try database()
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"
    let started = ContinuousClock.now
    let found = finding { _ = try database.query(endless, place: place, limits: QueryLimits(seconds: 0.2)) }
    let passed = ContinuousClock.now - started
    #expect(found == .sqlTimeout(place, seconds: 0.2))
    #expect(passed > .milliseconds(190) && passed < .seconds(3))
  }

  @Test(
    arguments: [
      ("SELECT * FROM absent", .table("absent"), 1, 1), ("SELECT\n  absent FROM batch", .column("absent"), 2, 3),
      ("SELECT \"absent\" FROM batch", .column("absent"), 1, 8), ("SELECT absent(1)", .function("absent"), 1, 8),
      ("SELECT 科室 FORM batch WHERE", .near("batch"), 1, 16), ("SELECT 1 FROM batch WHERE", .incomplete, 1, 1),
      ("SELECT 1 +* 2", .near("*"), 1, 11), ("SELEC 1", .near("SELEC"), 1, 1),
    ] as [(String, StoreFinding.SQLProblem, Int, Int)])
  func whatIsWrongIsSaid(_ sql: String, _ problem: StoreFinding.SQLProblem, _ line: Int, _ column: Int) throws {
    let found = finding { _ = try database().query(sql, place: place) }
    guard case .sqlProblem(_, let said, let atLine, let atColumn) = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(said == problem)
    #expect((atLine, atColumn) == (line, column))
  }

  @Test func aLockedOrMissingFile() throws {
    let database = try database()
    try FileManager.default.removeItem(atPath: folder.file())
    #expect(finding { _ = try database.query("SELECT 1", place: place) }?.code == "database-unreadable")
  }
}
