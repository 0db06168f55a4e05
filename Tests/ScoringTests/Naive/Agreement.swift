import Schemes
import Scoring

/// Where the engine and the naive evaluator say different things about one case, in words.
struct Agreement {
  let input: NaiveCase
  let naive: NaiveResult
  /// Where large numbers of both signs cancel, what is left of them.
  private let noise: Double
  private(set) var differences: [String] = []

  init(input: NaiveCase, naive: NaiveResult) {
    self.input = input
    self.naive = naive
    let columns = ([naive.measures] + naive.halfMeasures).flatMap(\.values).flatMap(\.values)
    noise = 1e-15 * columns.filter { $0.state == .value }.map { abs($0.value) }.reduce(0, max)
  }

  /// Equal to 1e-12 of the size, or to 1e-9 where differences of nearly equal numbers have been divided.
  static func isClose(_ a: Double, _ b: Double, tolerance: Double) -> Bool {
    if a.isNaN || b.isNaN { return a.isNaN && b.isNaN }
    return abs(a - b) <= tolerance * max(1, abs(a), abs(b))
  }

  /// A difference without its names and numbers: `node value`.
  static func kind(of difference: String) -> String {
    let parts = difference.split(separator: ": ").prefix(2)
    let place = parts.first?.split(separator: " ").filter { !$0.contains(where: \.isNumber) && $0 != "of" } ?? []
    return (place.joined(separator: " ") + " " + (parts.last ?? ""))
  }

  private mutating func note(_ place: String, _ what: String, naive: some Any, engine: some Any) {
    differences.append("\(place): \(what): naive \(naive), engine \(engine)")
  }

  mutating func compare(
    _ place: String, _ what: String, _ naive: Double, _ engine: Double, tolerance: Double
  ) {
    if !Self.isClose(naive, engine, tolerance: tolerance), !(abs(naive - engine) <= noise) {
      note(place, what, naive: naive, engine: engine)
    }
  }

  mutating func compare<T: Equatable>(_ place: String, _ what: String, _ naive: T, _ engine: T) {
    if naive != engine { note(place, what, naive: naive, engine: engine) }
  }

  // MARK: Measures

  mutating func compare(
    _ columns: [String: MeasureColumn], with cells: [String: [Int: MeasureValue]], in window: String
  ) {
    for measure in input.scheme.measures {
      for unit in input.units.indices {
        let place = "\(window) measure \(measure.id) of u\(unit)"
        guard let column = columns[measure.id], let own = cells[measure.id]?[unit] else {
          differences.append("\(place): no column")
          continue
        }
        let other = column[unit]
        compare(place, "state", own.state, other.state)
        compare(place, "reason", own.reason, other.reason)
        compare(place, "n", own.n, other.n)
        compare(place, "value", own.value, other.value, tolerance: 1e-12)
        if own.reason == .notCovered {
          compare(place, "known count", own.numerator, other.numerator, tolerance: 1e-12)
        }
        if own.state == .value {
          if measure.include == .membership {
            // How shares would weigh a deviation is nowhere said.
          } else if measure.denominator == nil {
            compare(place, "sd", own.sd, other.sd, tolerance: 1e-9)
          } else {
            compare(place, "denominator", own.denominator, other.denominator, tolerance: 1e-12)
          }
        }
      }
    }
  }

  // MARK: The sheet

  mutating func compare(_ sheet: ScoreSheet) {
    for fact in input.scheme.facts {
      for unit in input.units.indices {
        compare(
          "fact \(fact.id) of u\(unit)", "value", naive.facts[fact.id]?[unit] ?? .nan,
          sheet.facts[fact.id]?[unit] ?? .nan, tolerance: 0)
      }
    }
    compare("sheet", "nodes", input.scheme.allNodes.map(\.id), sheet.nodes.map(\.id))
    compare("sheet", "units", input.units.count, sheet.standing.count)
    guard differences.isEmpty else { return }
    for column in sheet.nodes {
      for unit in input.units.indices { compare(column, unit) }
    }
    for unit in input.units.indices {
      if let own = naive.standing[unit] { compare(own, sheet.standing[unit], unit) }
    }
    compareEffects(sheet)
    compareContests(sheet)
    compareTrace(sheet)
  }

  private mutating func compare(_ column: NodeColumn, _ unit: Int) {
    let place = "node \(column.id) of u\(unit)"
    guard let own = naive.cells[column.id]?[unit] else { return }
    compare(place, "state", own.state, column.state[unit])
    compare(place, "value", own.value, column.value[unit], tolerance: 1e-9)
    compare(place, "coverage", own.coverage, column.coverage[unit], tolerance: 1e-9)
    let isCombined = !input.halves.isEmpty
    if !isCombined { compare(place, "rule", own.rule, column.rule[unit]) }
    if own.rule == .overridden {
      compare(place, "computed", own.replaced, column.overrides[unit]?.computed ?? .infinity, tolerance: 1e-9)
    }
    for hand in isCombined ? [] : column.hands {
      let value = naive.hands[column.id]?[hand.id]?[unit] ?? .nan
      compare(place + " hand \(hand.id)", "value", value, hand.value[unit], tolerance: 1e-9)
    }
    if !isCombined && own.state == .value && own.rule == .computed {
      compare(place, "source", own.source, column.source[unit], tolerance: 1e-9)
    }
  }

  private mutating func compare(_ own: Standing, _ other: Standing, _ unit: Int) {
    let place = "standing of u\(unit)"
    compare(place, "status", Self.words(own.status), Self.words(other.status))
    compare(place, "score", own.score, other.score, tolerance: 1e-9)
    compare(place, "displayed score", own.displayedScore, other.displayedScore, tolerance: 1e-12)
    compare(place, "coverage", own.coverage, other.coverage, tolerance: 1e-9)
    compare(place, "rank", own.rank, other.rank)
    compare(place, "tied", own.isTied, other.isTied)
    compare(place, "grade", own.grade, other.grade)
    compare(place, "capped by", own.cappedBy, other.cappedBy)
    compare(place, "set by", own.setBy, other.setBy)
    compare(place, "held", own.heldTitle, other.heldTitle)
    compare(place, "in by tie", own.isInByTie, other.isInByTie)
    compare(place, "awaits", own.awaits, other.awaits)
  }

  private static func words(_ status: Standing.Status) -> String {
    switch status {
    case .graded: "graded"
    case .deferred(let fact): "deferred by \(fact)"
    case .exempt(let fact): "exempt by \(fact)"
    case .notGraded(let reasons):
      "not graded: " + reasons.map(words).sorted().joined(separator: ", ")
    }
  }

  private static func words(_ reason: NotGradedReason) -> String {
    switch reason {
    case .noScore: "no score"
    case .coverage(_, let needed, let leaves):
      "coverage under \(needed) for want of \(leaves.sorted())"
    case .node(let id): "node \(id)"
    case .ineligible(let fact): "ineligible by \(fact)"
    }
  }

  private mutating func compareEffects(_ sheet: ScoreSheet) {
    let key = { (record: EffectRecord) in "effect \(record.effect) on u\(record.unit)" }
    let own = Dictionary(grouping: naive.effects, by: key)
    let other = Dictionary(grouping: sheet.effects, by: key)
    for place in Set(own.keys).union(other.keys).sorted() {
      if let a = own[place], let b = other[place], a.contains(where: { $0.decision != nil }), a.count == b.count {
        for (a, b) in zip(a, b) {
          compare(place, "decision", a.decision, b.decision)
          compare(place, "effective", a.effective, b.effective, tolerance: 1e-9)
          compare(place, "after", a.after, b.after, tolerance: 1e-9)
        }
        continue
      }
      guard let a = own[place], let b = other[place], a.count == 1, b.count == 1 else {
        note(place, "records", naive: own[place] ?? [], engine: other[place] ?? [])
        continue
      }
      compare(place, "outcome", a[0].outcome, b[0].outcome)
      compare(place, "fired by", a[0].firedBy, b[0].firedBy)
      compare(place, "nominal", a[0].nominal, b[0].nominal, tolerance: 1e-9)
      compare(place, "effective", a[0].effective, b[0].effective, tolerance: 1e-9)
      compare(place, "before", a[0].before, b[0].before, tolerance: 1e-9)
      compare(place, "after", a[0].after, b[0].after, tolerance: 1e-9)
    }
  }
  private mutating func compareContests(_ sheet: ScoreSheet) {
    let key = { (contest: Contest) in "contest \(contest.grade) of “\(contest.group)”" }
    let own = Dictionary(grouping: naive.contests, by: key)
    let other = Dictionary(grouping: sheet.contests, by: key)
    for place in Set(own.keys).union(other.keys).sorted() {
      guard let a = own[place]?.first, let b = other[place]?.first, own[place]?.count == other[place]?.count else {
        note(place, "contests", naive: own[place] ?? [], engine: other[place] ?? [])
        continue
      }
      compare(place, "base", a.base, b.base)
      // Of nobody, any number of places is none.
      if a.base > 0 { compare(place, "places", a.places, b.places) }
      compare(place, "places used", a.placesUsed, b.placesUsed)
      compare(place, "candidates", Set(a.candidates), Set(b.candidates))
      compare(place, "winners", Set(a.winners), Set(b.winners))
    }
  }
}
