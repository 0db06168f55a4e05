import Findings
import GRDB
import Register
import Scoring

extension Database {
  /// The run of a manifest, if it was kept. Every number comes back bit for bit, but that −0 comes back as 0 (SQLite
  /// keeps whole reals as integers), which compares equal.
  package func run(key: String) throws -> RunRecord? {
    try access { db in
      try Row.fetchOne(db, sql: "SELECT * FROM run WHERE key = ?", arguments: [key]).map { try read($0, in: db) }
    }
  }

  /// The run of a scheme and period that counts: what was declared final, else what was scored last.
  package func latestRun(scheme: String, period: String) throws -> RunRecord? {
    try access { db in
      try Row.fetchOne(
        db, sql: "SELECT * FROM run WHERE scheme = ? AND period = ? ORDER BY \(Self.countingFirst) LIMIT 1",
        arguments: [scheme, period]
      ).map { try read($0, in: db) }
    }
  }

  /// All runs, the one scored last at the end.
  package func runs() throws -> [RunIdentity] {
    try access { db in
      try Row.fetchAll(db, sql: "SELECT * FROM run ORDER BY sequence").map {
        RunIdentity(
          id: $0["id"], key: $0["key"], scheme: $0["scheme"], period: $0["period"], asOf: try day($0["as_of"]),
          createdAt: $0["created_at"])
      }
    }
  }

  private func read(_ row: Row, in db: Connection) throws -> RunRecord {
    let reader = try RunReader(row["id"], db: db, place: place)
    let parts = try reader.parts()
    guard let own = parts.first else { throw damaged("run_part") }
    var input = ScoringInput(
      period: own.part.period, asOf: try day(row["as_of"]), units: reader.units, measures: own.part.measures,
      halves: parts.filter { $0.kind == .half }.map(\.part))
    input.history = parts.filter { $0.kind == .history }.map(\.part)
    input.decisions = try fromJSON(row["decisions"])
    input.titles = try fromJSON(row["titles"])
    let frozen: [String: String] = try fromJSON(row["frozen"])
    for (name, key) in frozen { input.frozen[name] = try sheet(ofRun: key, in: db) }
    var record = RunRecord(
      key: row["key"], scheme: row["scheme"], manifest: row["manifest"], createdAt: row["created_at"], input: input,
      sheet: try sheet(row, reader, period: own.part.period), findings: try reader.findings())
    record.frozenKeys = frozen
    return record
  }

  /// What a run computed, without what it read.
  package func sheet(ofRun key: String) throws -> ScoreSheet? {
    try access { db in try sheet(ofRun: key, in: db) }
  }

  private func sheet(ofRun key: String, in db: Connection) throws -> ScoreSheet? {
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM run WHERE key = ?", arguments: [key]) else { return nil }
    let reader = try RunReader(row["id"], db: db, place: place)
    guard let own = try reader.periods().first else { throw damaged("run_part") }
    return try sheet(row, reader, period: own)
  }

  private func sheet(_ row: Row, _ reader: RunReader, period: Period) throws -> ScoreSheet {
    var sheet = ScoreSheet(
      period: period, units: reader.gradedUnits, nodes: try reader.nodes(try fromJSON(row["nodes"])),
      standing: try reader.standings(), effects: try reader.effects(),
      facts: try reader.facts(try fromJSON(row["facts"])), findings: [])
    sheet.contests = try fromJSON(row["contests"])
    return sheet
  }

  private func day(_ yyyymmdd: Int) throws -> CalendarDate {
    guard let day = CalendarDate(yyyymmdd: yyyymmdd) else { throw damaged("day \(yyyymmdd)") }
    return day
  }

  private func damaged(_ detail: String) -> FindingError {
    FindingError(StoreFinding.databaseDamaged(place, detail: detail))
  }
}

/// Reads the columns of one run.
private struct RunReader {
  let db: Connection
  let run: Int
  let place: Place
  let units: [ScoredUnit]
  /// With the peers that the run computed, where it did.
  let gradedUnits: [ScoredUnit]
  private let positions: [Int: Int]

  init(_ run: Int, db: Connection, place: Place) throws {
    self.db = db
    self.run = run
    self.place = place
    var units: [ScoredUnit] = []
    var graded: [ScoredUnit] = []
    var positions: [Int: Int] = [:]
    let rows = try Row.fetchAll(
      db,
      sql:
        "SELECT r.*, u.code FROM run_unit AS r JOIN unit AS u ON u.id = r.unit_id WHERE run_id = ? ORDER BY r.position",
      arguments: [run])
    for row in rows {
      positions[row["unit_id"]] = units.count
      var unit = ScoredUnit(
        code: row["code"], name: row["name"], peers: row["peers"], register: try fromJSON(row["register"]))
      units.append(unit)
      if let peers = row["computed_peers"] as String? { unit.peers = peers }
      graded.append(unit)
    }
    self.units = units
    gradedUnits = graded
    self.positions = positions
  }

  /// Calls `each` with the row and the unit's position; the query's only parameter is the run.
  private func rows(_ sql: String, _ each: (RawStatement, Int) throws -> Void) throws {
    let statement = try RawStatement(db, sql)
    statement.bind(run, at: 1)
    try statement.rows {
      guard let position = positions[statement.integer(0)] else {
        throw FindingError(StoreFinding.databaseDamaged(place, detail: "unit of run \(run)"))
      }
      try each(statement, position)
    }
  }

  /// The periods of the parts, in their order.
  func periods() throws -> [Period] { try partRows().map(\.part.period) }

  private func partRows() throws -> [(part: PeriodInput, kind: RunPartKind)] {
    try Row.fetchAll(db, sql: "SELECT * FROM run_part WHERE run_id = ? ORDER BY part", arguments: [run]).map { row in
      guard let grain = Period.Grain(rawValue: row["grain"]), let start = CalendarDate(yyyymmdd: row["p_from"]),
        let end = CalendarDate(yyyymmdd: row["p_to"]), let kind = RunPartKind(rawValue: row["kind"])
      else { throw FindingError(StoreFinding.databaseDamaged(place, detail: "period of run \(run)")) }
      let ids = try fromJSON(row["measures"], as: [String].self)
      let empty = MeasureColumn(missing: units.count)
      let part = PeriodInput(
        period: Period(id: row["period"], grain: grain, start: start, end: end),
        measures: Dictionary(ids.map { ($0, empty) }, uniquingKeysWith: { first, _ in first }))
      return (part, (row["part"] as Int) == 0 ? .window : kind)
    }
  }

  /// The run's own window first, then the halves, then other periods.
  func parts() throws -> [(part: PeriodInput, kind: RunPartKind)] {
    let states = StateWords<ValueState>()
    let reasons = StateWords<MissingReason>()
    var parts = try partRows()
    let sql = """
      SELECT unit_id, part, measure, value, n, sd, numerator, denominator, state, reason FROM run_measure
      WHERE run_id = ? ORDER BY part, measure, unit_id
      """
    // Column by column, as the key orders them: a column is put back when the next one begins.
    var open: (part: Int, measure: String, column: MeasureColumn)?
    func close() { if let open { parts[open.part].part.measures[open.measure] = open.column } }
    try rows(sql) { row, unit in
      let (part, measure) = (row.integer(1), row.text(2))
      if open?.part != part || open?.measure != measure {
        close()
        open = parts.indices.contains(part) ? parts[part].part.measures[measure].map { (part, measure, $0) } : nil
      }
      open?.column[unit] = MeasureValue(
        value: row.real(3), state: states.state(row.text(8), or: .missing),
        reason: reasons.state(row.text(9), or: .none), n: row.integer(4), sd: row.real(5), numerator: row.real(6),
        denominator: row.real(7))
    }
    close()
    return parts
  }

  func nodes(_ shapes: [NodeShape]) throws -> [NodeColumn] {
    let states = StateWords<ValueState>()
    let rules = StateWords<NodeRule>()
    var nodes = shapes.map { $0.column(units: units.count) }
    let indices = Dictionary(shapes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let sql = """
      SELECT unit_id, node, value, state, coverage, effective_share, contribution, rule, source, after_step, halves,
        hands, override, is_imputed
      FROM score WHERE run_id = ?
      """
    try rows(sql) { row, unit in
      guard let index = indices[row.text(1)] else { return }
      nodes[index].value[unit] = row.real(2)
      nodes[index].state[unit] = states.state(row.text(3), or: .missing)
      nodes[index].coverage[unit] = row.real(4)
      nodes[index].effectiveShare[unit] = row.real(5)
      nodes[index].contribution[unit] = row.real(6)
      nodes[index].rule[unit] = rules.state(row.text(7), or: .computed)
      nodes[index].source[unit] = row.real(8)
      for (step, value) in numbers(fromJSON: row.text(9)).prefix(nodes[index].afterStep.count).enumerated() {
        nodes[index].afterStep[step][unit] = value
      }
      for (half, value) in numbers(fromJSON: row.text(10)).prefix(nodes[index].halves.count).enumerated() {
        nodes[index].halves[half][unit] = value
      }
      for (hand, values) in lists(fromJSON: row.textOrNil(11)).prefix(nodes[index].hands.count).enumerated() {
        nodes[index].hands[hand].set(values, of: unit)
      }
      if let decision = row.textOrNil(12) { nodes[index].overrides[unit] = try fromJSON(decision) }
      if nodes[index].isImputed.indices.contains(unit) { nodes[index].isImputed[unit] = row.integer(13) != 0 }
    }
    return nodes
  }

  func facts(_ names: [String]) throws -> [String: [Double]] {
    let blank = Array(repeating: Double.nan, count: units.count)
    var facts = Dictionary(names.map { ($0, blank) }, uniquingKeysWith: { first, _ in first })
    try rows("SELECT unit_id, fact, value FROM run_fact WHERE run_id = ?") { row, unit in
      facts[row.text(1)]?[unit] = row.real(2)
    }
    return facts
  }

  func standings() throws -> [Standing] {
    var standings: [(position: Int, standing: Standing)] = []
    let sql = """
      SELECT unit_id, score, displayed, coverage, rank, is_tied, grade, status, fact, reasons, capped_by, set_by,
        attempts, held_title, is_in_by_tie, awaits
      FROM standing WHERE run_id = ?
      """
    try rows(sql) { row, unit in
      let status: Standing.Status =
        switch row.text(7) {
        case "graded": .graded
        case "deferred": .deferred(fact: row.text(8))
        case "exempt": .exempt(fact: row.text(8))
        default: .notGraded(try fromJSON(row.text(9), as: [ReasonRecord].self).map(\.reason))
        }
      var standing = Standing(
        status: status, score: row.real(1), displayedScore: row.real(2), coverage: row.real(3),
        rank: row.integerOrNil(4), isTied: row.integer(5) != 0, grade: row.textOrNil(6),
        cappedBy: try fromJSON(row.text(10)), setBy: row.textOrNil(11))
      standing.attempts = try fromJSON(row.text(12))
      standing.heldTitle = row.textOrNil(13)
      standing.isInByTie = row.integer(14) != 0
      standing.awaits = row.textOrNil(15)
      standings.append((unit, standing))
    }
    guard standings.count == units.count else {
      throw FindingError(StoreFinding.databaseDamaged(place, detail: "standing of run \(run)"))
    }
    return standings.sorted { $0.position < $1.position }.map(\.standing)
  }

  func effects() throws -> [EffectRecord] {
    var effects: [EffectRecord] = []
    let sql = """
      SELECT unit_id, effect, outcome, fired_by, nominal, effective, before, after, decision FROM effect
      WHERE run_id = ? ORDER BY position
      """
    try rows(sql) { row, unit in
      var effect = EffectRecord(
        effect: row.text(1), unit: unit, outcome: row.text(2) == "acted" ? .acted : .unverified,
        firedBy: row.textOrNil(3), nominal: row.real(4), effective: row.real(5), before: row.real(6),
        after: row.real(7))
      effect.decision = try row.textOrNil(8).map { try fromJSON($0) }
      effects.append(effect)
    }
    return effects
  }

  func findings() throws -> [RecordedFinding] {
    try Row.fetchAll(db, sql: "SELECT * FROM run_finding WHERE run_id = ? ORDER BY position", arguments: [run]).map {
      try RecordedFinding(code: $0["code"], severity: $0["severity"], place: $0["place"], words: $0["words"])
    }
  }
}
