import Register
import Schemes

/// One period in which a pass computes columns: the run's own, or another that a step looks at.
struct PassPeriod {
  let window: Window
  let facts: FactEvaluation
  /// What `applies` of the nodes above reads: of a year, the year's facts (E3).
  let factsAbove: FactEvaluation
  let populations: Populations
  /// The true n of a measure, for weights (R8); a year adds its halves'.
  let baseOf: (String) -> [Int]

  init(
    window: Window, facts: FactEvaluation, factsAbove: FactEvaluation? = nil, populations: Populations,
    baseOf: @escaping (String) -> [Int]
  ) {
    self.window = window
    self.facts = facts
    self.factsAbove = factsAbove ?? facts
    self.populations = populations
    self.baseOf = baseOf
  }

  /// Other periods as runs of their own would see them, for steps that look there; none where no step does.
  /// - Parameter asOf: the run's own: what was known then.
  static func others(
    _ history: [PeriodInput], of period: Period, asOf: CalendarDate, _ scheme: Scheme, _ plan: Plan,
    units: [ScoredUnit]
  ) -> [PassPeriod] {
    guard plan.readsOtherPeriods else { return [] }
    var seen: Set<String> = [period.id]
    let periods = history.filter { $0.period.grain == period.grain && seen.insert($0.period.id).inserted }
    return periods.sorted { ($0.period.start, $0.period.id) < ($1.period.start, $1.period.id) }.map { other in
      let window = Window(
        period: other.period, asOf: min(asOf, other.period.end), measures: other.measures, scheme: scheme,
        plan: plan, units: units)
      let facts = FactEvaluation(scheme, plan: plan, window: window, units: units)
      return PassPeriod(
        window: window, facts: facts,
        populations: Populations(
          scheme, units: withPeers(units, facts, scheme), eligible: facts.eligible(scheme)),
        baseOf: { window.measure($0).knownN })
    }
  }
}

extension Period {
  /// How many periods of the same grain this one lies after a fixed one; nil for a phase, which has no grain to count by.
  var ordinal: Int? {
    switch grain {
    case .year: start.year
    case .half: start.year * 2 + (start.month - 1) / 6
    case .quarter: start.year * 4 + (start.month - 1) / 3
    case .month: start.year * 12 + start.month
    case .day: start.dayNumber
    case .phase: nil
    }
  }
}
