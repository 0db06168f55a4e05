import Register
import Schemes

/// Facts over all units: 1 and 0, or a count. They read measures, the presence of leaves and register columns (R12).
///
/// A fact that is named without a comparison holds unless its number is 0; a fact that nobody defines, or that depends on
/// itself, is 0.
struct FactEvaluation {
  private(set) var columns: [String: [Double]] = [:]
  private(set) var findings: [ScoringFinding] = []
  private let units: [ScoredUnit]
  private let window: Window
  private let plan: Plan
  private let facts: [String: Fact]
  private var isUnderWay: Set<String> = []

  init(_ scheme: Scheme, plan: Plan, window: Window, units: [ScoredUnit]) {
    self.units = units
    self.window = window
    self.plan = plan
    facts = Dictionary(scheme.facts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for fact in scheme.facts { _ = column(of: fact.id) }
  }

  func holds(_ test: Comparison.OnFact, _ unit: Int) -> Bool {
    guard let column = columns[test.fact] else { return false }
    return test.comparison?.holds(for: column[unit]) ?? (column[unit] != 0)
  }

  /// Per unit whether the fact holds; nil: no condition.
  func mask(_ test: Comparison.OnFact?) -> [Bool]? {
    test.map { test in units.indices.map { holds(test, $0) } }
  }

  /// Units for which every line of `eligible` holds: the population `eligible` (R11).
  func eligible(_ scheme: Scheme) -> [Bool] {
    units.indices.map { unit in scheme.eligible.allSatisfy { holds($0, unit) } }
  }

  private mutating func column(of id: String) -> [Double] {
    if let known = columns[id] { return known }
    guard let fact = facts[id], isUnderWay.insert(id).inserted else { return constant(0) }
    let values = evaluate(fact.test, of: fact)
    columns[id] = values
    isUnderWay.remove(id)
    return values
  }

  private func constant(_ value: Double) -> [Double] { Array(repeating: value, count: units.count) }

  private mutating func evaluate(_ test: Fact.Test, of fact: Fact) -> [Double] {
    switch test {
    case .any(let tests): return numberHolding(tests, of: fact).map { $0 > 0 ? 1 : 0 }
    case .all(let tests): return numberHolding(tests, of: fact).map { $0 == Double(tests.count) ? 1 : 0 }
    case .none(let tests): return numberHolding(tests, of: fact).map { $0 == 0 ? 1 : 0 }
    case .count(let tests): return numberHolding(tests, of: fact)
    case .countOfChildren(let node, let least):
      var counts = constant(0)
      for child in plan.indexByID[node].map({ plan.entries[$0].children }) ?? [] {
        add(presence(of: child, least), to: &counts)
      }
      return counts
    case .presence(let node, let least):
      return plan.indexByID[node].map { presence(of: $0, least) } ?? constant(0)
    case .presenceShare(let node, let isNonZero, let comparison):
      return plan.indexByID[node].map { presenceShare(of: $0, isNonZero, comparison) } ?? constant(0)
    case .measure(let id, let comparison): return measured(id, comparison, of: fact)
    case .registerText(let column, let options):
      return units.map { options.contains($0.register[column] ?? "") ? 1 : 0 }
    case .memberOf(let kind): return units.map { $0.groupKinds.contains(kind) ? 1 : 0 }
    case .registerDate(let column, let order, let bound): return dated(column, order, bound)
    case .fact(let id, let comparison):
      return column(of: id).map { (comparison?.holds(for: $0) ?? ($0 != 0)) ? 1 : 0 }
    }
  }

  private mutating func numberHolding(_ tests: [Fact.Test], of fact: Fact) -> [Double] {
    var counts = constant(0)
    for test in tests { add(evaluate(test, of: fact).map { $0 != 0 ? 1 : 0 }, to: &counts) }
    return counts
  }

  private func add(_ column: [Double], to counts: inout [Double]) {
    for unit in counts.indices { counts[unit] += column[unit] }
  }

  private func presence(of node: Int, _ least: Int) -> [Double] {
    var counts = Array(repeating: 0, count: units.count)
    for leaf in plan.leavesUnder[node] {
      let present = window.presence.isPresent(leaf)
      for unit in counts.indices where present[unit] { counts[unit] += 1 }
    }
    return counts.map { $0 >= least ? 1 : 0 }
  }

  /// Of the leaves under the node that concern the unit, the share that have a value; or of those that have a value, the
  /// share that have one other than 0. `applies` is not asked: facts decide it.
  private func presenceShare(of node: Int, _ isNonZero: Bool, _ comparison: Comparison) -> [Double] {
    let presence = window.presence
    var (all, some) = (constant(0), constant(0))
    for leaf in plan.leavesUnder[node] {
      let base = isNonZero ? presence.isPresent(leaf) : presence.concerns(leaf)
      let found = isNonZero ? presence.isNotZero(leaf) : presence.isPresent(leaf)
      for unit in units.indices where base[unit] {
        all[unit] += 1
        if found[unit] { some[unit] += 1 }
      }
    }
    return units.indices.map { comparison.holds(for: some[$0] / all[$0]) ? 1 : 0 }
  }

  private mutating func measured(_ id: String, _ comparison: Comparison, of fact: Fact) -> [Double] {
    let column = window.measure(id)
    var unverified: [String] = []
    let values: [Double] = units.indices.map { unit in
      switch column.test(comparison, unit) {
      case .holds: return 1
      case .fails: return 0
      case .unverified:
        unverified.append(units[unit].code)
        return 0
      }
    }
    if !unverified.isEmpty {
      findings.append(.testUnverified(fact.place, name: fact.id, measures: [id], units: unverified))
    }
    return values
  }

  /// Strict (R18); an empty cell, or one that is no date, is false.
  private func dated(_ column: String, _ order: Fact.DateOrder, _ bound: Fact.DateBound) -> [Double] {
    let day: Int? =
      switch bound {
      case .date(let date): date
      case .moment(let moment): date(of: moment).yyyymmdd
      case .monthsBefore(let moment, let months): date(of: moment).adding(months: -months)?.yyyymmdd
      }
    guard let day else { return constant(0) }
    return units.map { unit in
      guard let date = CalendarDate(parsing: unit.register[column] ?? "") else { return 0 }
      switch order {
      case .after: return date.yyyymmdd > day ? 1 : 0
      case .before: return date.yyyymmdd < day ? 1 : 0
      }
    }
  }

  private func date(of moment: Expression.Moment) -> CalendarDate {
    switch moment {
    case .periodStart: window.period.start
    case .periodEnd: window.period.end
    case .asOf: window.asOf
    }
  }
}
