import Register
import Schemes
import Scoring

/// Facts of one unit (R12, R18): from measures, the presence of leaves and the register; never from scores.
struct NaiveFacts {
  let scheme: Scheme
  let units: [ScoredUnit]
  let period: Period
  let asOf: CalendarDate
  let measures: [String: [Int: MeasureValue]]
  let presence: NaivePresence

  func all() -> [String: [Int: Double]] {
    var table: [String: [Int: Double]] = [:]
    for fact in scheme.facts {
      for unit in units.indices { table[fact.id, default: [:]][unit] = number(fact.test, unit) }
    }
    return table
  }

  func number(_ test: Fact.Test, _ unit: Int) -> Double {
    switch test {
    case .any(let tests): return tests.contains { number($0, unit) != 0 } ? 1 : 0
    case .all(let tests): return tests.allSatisfy { number($0, unit) != 0 } ? 1 : 0
    case .none(let tests): return tests.contains { number($0, unit) != 0 } ? 0 : 1
    case .count(let tests): return Double(tests.filter { number($0, unit) != 0 }.count)
    case .countOfChildren(let id, let least):
      let children = scheme.node(id)?.children ?? []
      return Double(children.filter { presence.count(of: $0, unit) >= least }.count)
    case .presence(let id, let least):
      guard let node = scheme.node(id) else { return 0 }
      return presence.count(of: node, unit) >= least ? 1 : 0
    case .presenceShare(let id, let isNonZero, let comparison):
      guard let node = scheme.node(id) else { return 0 }
      return naiveHolds(isNonZero ? presence.shareNotZero(node, unit) : presence.availability(node, unit), comparison)
        ? 1 : 0
    case .measure(let id, let comparison):
      guard let cell = measures[id]?[unit], cell.state == .value else { return 0 }
      return naiveHolds(cell.value, comparison) ? 1 : 0
    case .registerText(let column, let values):
      return values.contains(units[unit].register[column] ?? "") ? 1 : 0
    case .memberOf(let kind):
      return (units[unit].register["member_of"] ?? "").split(separator: "|").contains { $0 == kind } ? 1 : 0
    case .registerDate(let column, let order, let bound):
      guard let date = CalendarDate(parsing: units[unit].register[column] ?? ""), let limit = day(bound) else {
        return 0
      }
      return (order == .after ? date > limit : date < limit) ? 1 : 0
    case .fact(let id, let comparison):
      guard let fact = scheme.facts.first(where: { $0.id == id }) else { return 0 }
      let value = number(fact.test, unit)
      guard let comparison else { return value != 0 ? 1 : 0 }
      return naiveHolds(value, comparison) ? 1 : 0
    }
  }

  func holds(_ line: Comparison.OnFact, _ unit: Int) -> Bool {
    number(.fact(line.fact, line.comparison), unit) != 0
  }

  /// The register's group, or the number of a fact (computed peers).
  func peers(of unit: Int) -> String {
    guard case .fact(let id)? = scheme.units.peers else { return units[unit].peers }
    return scheme.facts.first { $0.id == id }.map { "\(Int(number($0.test, unit)))" } ?? "0"
  }

  private func day(_ bound: Schemes.Fact.DateBound) -> CalendarDate? {
    switch bound {
    case .date(let number): CalendarDate(yyyymmdd: number)
    case .moment(let moment): day(moment)
    case .monthsBefore(let moment, let months): day(moment).adding(months: -months)
    }
  }

  private func day(_ moment: Expression.Moment) -> CalendarDate {
    switch moment {
    case .periodStart: period.start
    case .periodEnd: period.end
    case .asOf: asOf
    }
  }
}
