import Findings
import GRDB
import Scoring

extension Database {
  /// Keeps a run with its measure columns, scores, standings and effects. A run whose key is known is not kept twice:
  /// the same inputs give the same numbers; it becomes the latest of its scheme and period again.
  /// - Parameter display: how a value is rounded for display (K1), so that analysts read what is printed.
  /// - Returns: the number of the run.
  @discardableResult
  package func save(_ run: RunRecord, display: (Double) -> Double) throws -> Int {
    var id = 0
    try change { db in
      let sequence = (try Int.fetchOne(db, sql: "SELECT max(sequence) FROM run") ?? 0) + 1
      if let known = try Int.fetchOne(db, sql: "SELECT id FROM run WHERE key = ?", arguments: [run.key]) {
        try db.execute(sql: "UPDATE run SET sequence = ? WHERE id = ?", arguments: [sequence, known])
        id = known
        return
      }
      let input = run.input
      try db.execute(
        sql: """
          INSERT INTO run (key, sequence, scheme, period, as_of, manifest, nodes, facts, created_at, decisions, titles,
            frozen, contests)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          run.key, sequence, run.scheme, input.period.id, input.asOf.yyyymmdd, run.manifest,
          try jsonText(run.sheet.nodes.map(NodeShape.init)), try jsonText(run.sheet.facts.keys.sorted()),
          run.createdAt, try jsonText(input.decisions), try jsonText(input.titles), try jsonText(run.frozenKeys),
          try jsonText(run.sheet.contests),
        ])
      id = Int(db.lastInsertedRowID)
      let known = try unitNumbers(in: db)
      let units = try run.input.units.map { unit in
        guard let number = known[unit.code] else {
          throw FindingError(StoreFinding.unitUnknown(place, code: unit.code))
        }
        return number
      }
      try RunWriter(db: db, run: id, units: units, place: place).write(run, display: display)
    }
    return id
  }
}

/// Writes the columns of one run.
private struct RunWriter {
  let db: Connection
  let run: Int
  /// Position in the run → row of `unit`.
  let units: [Int]
  let place: Place

  func write(_ record: RunRecord, display: (Double) -> Double) throws {
    let input = record.input
    try writeUnits(input.units, record.sheet.units)
    let own = PeriodInput(period: input.period, measures: input.measures)
    let parts =
      [(own, RunPartKind.window)] + input.halves.map { ($0, .half) } + input.history.map { ($0, .history) }
    for (index, part) in parts.enumerated() { try writePart(index, part.0, part.1) }
    try writeScores(record.sheet.nodes, display)
    try writeFacts(record.sheet.facts)
    try writeStandings(record.sheet.standing)
    try writeEffects(record.sheet.effects)
    for (position, finding) in record.findings.enumerated() {
      try db.execute(
        sql: "INSERT INTO run_finding (run_id, position, code, severity, place, words) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          run, position, finding.code, finding.severity.word, try finding.placeText, try finding.wordsText,
        ])
    }
  }

  /// - Parameter graded: the units of the result: their peers may have been computed.
  private func writeUnits(_ scored: [ScoredUnit], _ graded: [ScoredUnit]) throws {
    for (position, unit) in scored.enumerated() {
      let peers = graded.indices.contains(position) ? graded[position].peers : unit.peers
      try db.execute(
        sql: """
          INSERT INTO run_unit (run_id, position, unit_id, name, peers, register, computed_peers)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          run, position, units[position], unit.name, unit.peers, try jsonText(unit.register),
          peers == unit.peers ? nil : peers,
        ])
    }
  }

  private func writePart(_ part: Int, _ input: PeriodInput, _ kind: RunPartKind) throws {
    let ids = input.measures.keys.sorted()
    let period = input.period
    try db.execute(
      sql: """
        INSERT INTO run_part (run_id, part, period, grain, p_from, p_to, measures, kind) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        run, part, period.id, period.grain.rawValue, period.start.yyyymmdd, period.end.yyyymmdd, try jsonText(ids),
        kind.rawValue,
      ])
    let statement = try RawStatement(
      db,
      """
      INSERT INTO run_measure (run_id, part, measure, unit_id, value, n, sd, numerator, denominator, state, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    let states = StateWords<ValueState>()
    let reasons = StateWords<MissingReason>()
    statement.bind(run, at: 1)
    statement.bind(part, at: 2)
    for id in ids {
      guard let column = input.measures[id], column.value.count == units.count else { throw misaligned(id) }
      statement.bind(id, at: 3)
      for (position, unit) in units.enumerated() {
        statement.bind(unit, at: 4)
        statement.bind(column.value[position], at: 5)
        statement.bind(column.n[position], at: 6)
        statement.bind(column.sd[position], at: 7)
        statement.bind(column.numerator[position], at: 8)
        statement.bind(column.denominator[position], at: 9)
        statement.bind(states.word(of: column.state[position]), at: 10)
        statement.bind(reasons.word(of: column.reason[position]), at: 11)
        try statement.run()
      }
    }
  }

  private func writeScores(_ nodes: [NodeColumn], _ display: (Double) -> Double) throws {
    let statement = try RawStatement(
      db,
      """
      INSERT INTO score (run_id, node, unit_id, value, displayed, state, coverage, effective_share, contribution, rule,
        source, after_step, halves, hands, override, is_imputed)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    let states = StateWords<ValueState>()
    let rules = StateWords<NodeRule>()
    statement.bind(run, at: 1)
    // In the order of the table's key, in which rows are appended and not looked up a place for.
    for node in nodes.sorted(by: { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }) {
      guard node.value.count == units.count else { throw misaligned(node.id) }
      statement.bind(node.id, at: 2)
      for (position, unit) in units.enumerated() {
        let value = node.value[position]
        statement.bind(unit, at: 3)
        statement.bind(value, at: 4)
        statement.bind(value.isNaN ? .nan : display(value), at: 5)
        statement.bind(states.word(of: node.state[position]), at: 6)
        statement.bind(node.coverage[position], at: 7)
        statement.bind(node.effectiveShare[position], at: 8)
        statement.bind(node.contribution[position], at: 9)
        statement.bind(rules.word(of: node.rule[position]), at: 10)
        statement.bind(node.source[position], at: 11)
        statement.bind(jsonNumbers(node.afterStep.map { $0[position] }), at: 12)
        statement.bind(jsonNumbers(node.halves.map { $0[position] }), at: 13)
        statement.bind(hands(of: node, position), at: 14)
        statement.bind(try node.overrides[position].map(jsonText), at: 15)
        statement.bind(node.isImputed.indices.contains(position) && node.isImputed[position] ? 1 : 0, at: 16)
        try statement.run()
      }
    }
  }

  /// One list of numbers per hand; nil where the node has none.
  private func hands(of node: NodeColumn, _ unit: Int) -> String? {
    node.hands.isEmpty
      ? nil : "[\(node.hands.map { jsonNumbers($0.numbers(of: unit)) }.joined(separator: ","))]"
  }

  private func writeFacts(_ facts: [String: [Double]]) throws {
    let statement = try RawStatement(db, "INSERT INTO run_fact (run_id, fact, unit_id, value) VALUES (?, ?, ?, ?)")
    statement.bind(run, at: 1)
    for (fact, values) in facts.sorted(by: { $0.key < $1.key }) {
      guard values.count == units.count else { throw misaligned(fact) }
      statement.bind(fact, at: 2)
      for (unit, value) in zip(units, values) {
        statement.bind(unit, at: 3)
        statement.bind(value, at: 4)
        try statement.run()
      }
    }
  }

  private func writeStandings(_ standings: [Standing]) throws {
    guard standings.count <= units.count else { throw misaligned("standing") }
    for (unit, standing) in zip(units, standings) {
      var reasons: [NotGradedReason] = []
      var fact: String?
      let status: String
      switch standing.status {
      case .graded: status = "graded"
      case .notGraded(let why): (status, reasons) = ("not_graded", why)
      case .deferred(let name): (status, fact) = ("deferred", name)
      case .exempt(let name): (status, fact) = ("exempt", name)
      }
      try db.execute(
        sql: """
          INSERT INTO standing (run_id, unit_id, score, displayed, coverage, rank, is_tied, grade, status, fact, reasons,
            capped_by, set_by, attempts, held_title, is_in_by_tie, awaits)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          run, unit, standing.score, standing.displayedScore, standing.coverage, standing.rank, standing.isTied,
          standing.grade, status, fact, try jsonText(reasons.map(ReasonRecord.init)), try jsonText(standing.cappedBy),
          standing.setBy, try jsonText(standing.attempts), standing.heldTitle, standing.isInByTie, standing.awaits,
        ])
    }
  }

  private func writeEffects(_ effects: [EffectRecord]) throws {
    for (position, effect) in effects.enumerated() {
      guard units.indices.contains(effect.unit) else { throw misaligned(effect.effect) }
      try db.execute(
        sql: """
          INSERT INTO effect (run_id, position, effect, unit_id, outcome, fired_by, nominal, effective, before, after,
            decision)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          run, position, effect.effect, units[effect.unit], "\(effect.outcome)", effect.firedBy, effect.nominal,
          effect.effective, effect.before, effect.after, try effect.decision.map(jsonText),
        ])
    }
  }

  private func misaligned(_ column: String) -> FindingError {
    FindingError(StoreFinding.databaseTrouble(place, code: 25, detail: "column \(column) and units differ in length"))
  }
}
