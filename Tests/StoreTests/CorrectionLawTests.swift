import Findings
import Testing

@testable import Store

/// Whatever is imported, replaced and amended in whatever order: what stands is what a plain dictionary says, and every
/// undo brings back what was there before, to the last cell.
@Suite struct CorrectionLawTests {
  /// Every current row through the view, and through a scan, with its place.
  private func dump(_ database: Database) throws -> [String] {
    let view = try database.query(
      #"SELECT * FROM "v_qinglian_患者问卷" ORDER BY batch_id, source_row"#, place: .subject("sql"))
    var scanned: [String] = []
    try database.scan(RowQuery(table: survey, expressions: ["\"序号\"", "\"满意度\"", "\"意见\""])) { row in
      scanned.append("\(row.batch) \(row.sourceRow) \(row.value(0)) \(row.value(1)) \(row.value(2))")
    }
    let state = try database.dataState(for: [survey]).map { one in
      "\(one.batch) \(one.sha256) \(one.amends ?? "")"
    }
    let batches = try database.batches().filter(\.isCurrent).map { "\($0.id) \($0.amendedBy)" }
    return view.rows.map { "\($0)" } + scanned + state + batches + (try database.units().map(\.code))
  }

  @Test(arguments: 1...12)
  func undoBringsBackWhatStood(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let database = try folder.database()
    var random = Numbers(state: seed)
    var model: [Int64: Double] = [:]
    var steps: [(batch: Int, before: [String], model: [Int64: Double])] = []
    try database.importSurvey([(1, 1, nil), (2, 2, nil), (3, 3, nil)], sha256: "first", key: ["序号"])
    model = [1: 1, 2: 2, 3: 3]
    for step in 1...14 {
      let before = try dump(database)
      let held = model
      let numbers = Set((0..<(1 + random.next(4))).map { _ in Int64(1 + random.next(9)) }).sorted()
      let rows = numbers.map { ($0, Double(step * 100) + Double($0), Optional("\(step)")) }
      let current = try database.batches().filter(\.isCurrent)
      let roots = current.filter { one in !current.contains { $0.amendedBy.contains(one.id) } }
      let correction: Correction =
        switch random.next(3) {
        case 0: .none
        case 1: .amending
        default: .replacing(roots.isEmpty ? [] : [roots[random.next(roots.count)].id])
        }
      let outcome = try? database.importSurvey(
        rows, sha256: "\(step)", key: ["序号"], correction: correction)
      guard case .committed(let batch, _, _) = outcome else {
        #expect(try dump(database) == before, "seed \(seed), step \(step)")
        continue
      }
      if case .replacing(let named) = correction {
        // All that hangs together with the batch goes with it.
        let gone = try #require(try database.corrected(by: batch))
        guard case .batches(let ids) = gone else { return }
        #expect(ids.contains(named[0]))
        let stood = try values(of: ids, in: database)
        for key in stood { model[key] = nil }
      }
      for row in rows { model[row.0] = row.1 }
      #expect(try standing(in: database) == model, "seed \(seed), step \(step), \(correction)")
      steps.append((batch, before, held))
    }
    for step in steps.reversed() {
      try database.undo(batch: step.batch, at: "later", by: "x")
      #expect(try dump(database) == step.before, "seed \(seed), batch \(step.batch)")
      #expect(try standing(in: database) == step.model)
    }
    #expect(try database.integrityCheck(log: FindingLog()))
  }

  private func standing(in database: Database) throws -> [Int64: Double] {
    var found: [Int64: Double] = [:]
    try database.scan(RowQuery(table: survey, expressions: ["\"序号\"", "\"满意度\""])) { row in
      let key = row.integer(0) ?? -1
      #expect(found[key] == nil, "row \(key) stands twice")
      found[key] = row.real(1)
    }
    return found
  }

  private func values(of batches: [Int], in database: Database) throws -> [Int64] {
    var found: [Int64] = []
    try database.scan(RowQuery(table: survey, expressions: ["\"序号\""], batches: batches)) {
      found.append($0.integer(0) ?? -1)
    }
    return found
  }

  private struct Numbers {
    var state: UInt64
    mutating func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
  }
}
