import Register
import Schemes
import Scoring

/// What a node's steps may look at in one period: the run's own, a half, or another period of the same grain.
struct NaiveWindow {
  let period: Period
  let measures: [String: [Int: MeasureValue]]
  let facts: NaiveFacts

  /// The same with what is there in another window.
  func seeing(_ presence: NaivePresence) -> NaiveWindow {
    NaiveWindow(
      period: period, measures: measures,
      facts: NaiveFacts(
        scheme: facts.scheme, units: facts.units, period: facts.period, asOf: facts.asOf, measures: measures,
        presence: presence))
  }

  /// Periods of one grain, counted.
  var position: Int { period.start.year * 12 + (period.start.month - 1) }
  var stride: Int { max(1, (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1) }
}

/// One step list on one column in its windows, straight from what “the value that enters step i” means. Units without a
/// value are absent from a column.
struct NaiveSteps {
  let scheme: Scheme
  let units: [ScoredUnit]
  let steps: [Step]
  let points: Double?
  let main: NaiveWindow
  var others: [NaiveWindow] = []
  /// What the first step receives.
  let source: (NaiveWindow) -> [Int: Double]
  /// Whom the node concerns, with a value or missing; never full and not applicable ones.
  let concerned: (NaiveWindow) -> Set<Int>
  /// The node's siblings: their columns and directions.
  var siblings: (NaiveWindow) -> [(column: [Int: Double], direction: Double)] = { _ in [] }
  /// Of the run of a period: the column that entered step i; nil: there is no such run.
  var frozen: (String, Int) -> [Int: Double]? = { _, _ in nil }

  /// A column is asked for once per unit that is compared with it.
  private let memory = Memory()
  private final class Memory { var columns: [String: [Int: Double]] = [:] }

  init(
    scheme: Scheme, units: [ScoredUnit], steps: [Step], points: Double?, main: NaiveWindow,
    source: @escaping (NaiveWindow) -> [Int: Double], concerned: @escaping (NaiveWindow) -> Set<Int>
  ) {
    self.scheme = scheme
    self.units = units
    self.steps = steps
    self.points = points
    self.main = main
    self.source = source
    self.concerned = concerned
  }

  /// The columns of the run's own period: what entered each step, and the result.
  func trail() -> [[Int: Double]] { (0...steps.count).map { entering($0, main) } }

  /// Who has been imputed by any step.
  func imputed() -> Set<Int> {
    var found: Set<Int> = []
    for (index, step) in steps.enumerated() {
      guard case .impute = step.action else { continue }
      found.formUnion(Set(entering(index + 1, main).keys).subtracting(entering(index, main).keys))
    }
    return found
  }

  func entering(_ index: Int, _ window: NaiveWindow) -> [Int: Double] {
    let key = "\(window.period.id) \(index)"
    if let known = memory.columns[key] { return known }
    let column = computed(index, window)
    memory.columns[key] = column
    return column
  }

  private func computed(_ index: Int, _ window: NaiveWindow) -> [Int: Double] {
    if index == 0 { return source(window) }
    let step = steps[index - 1]
    let column = entering(index - 1, window)
    if case .impute(let imputation) = step.action { return filled(column, by: imputation, index - 1, window) }
    var result: [Int: Double] = [:]
    for (unit, x) in column {
      if let y = after(step.action, x, unit, index - 1, window), !y.isNaN { result[unit] = y }
    }
    return result
  }

  private func after(_ action: Step.Action, _ x: Double, _ unit: Int, _ index: Int, _ window: NaiveWindow) -> Double? {
    switch action {
    case .matrix(let matrix):
      guard let cell = window.measures[matrix.across]?[unit], cell.state == .value else { return nil }
      return naiveMatrix(matrix, x, across: cell.value)
    case .treat(let treatment, let over):
      guard let population = population(over, unit, index, window) else { return nil }
      return NaiveTreatment(treatment: treatment).treated(x, among: population)
    case .zScore(_, let over), .minMax(_, _, let over), .rank(_, let over), .borda(let over), .percentile(let over),
      .distance(_, let over), .shareOfBest(let over):
      if case .minMax(_, .fixed, _) = action { return naiveAcross(action, x, [], reference: nil) }
      guard let population = population(over, unit, index, window) else { return nil }
      var reference: Double?
      if case .distance(.unit(let code), let over) = action,
        let other = units.firstIndex(where: { $0.code == code })
      {
        // Of a frozen run the reference is a parameter like the others.
        if case .frozen(let period) = over ?? scheme.defaults.over, period != window.period.id {
          reference = frozen(period, index)?[other]
        } else {
          reference = entering(index, window)[other]
        }
      }
      return naiveAcross(action, x, population, reference: reference)
    default: return naivePointwise(action, x, points: points ?? .nan)
    }
  }

  /// The values that a unit is compared with at step `index`; nil: they are those of a run that is not there.
  private func population(_ over: Population?, _ unit: Int, _ index: Int, _ window: NaiveWindow) -> [Double]? {
    let column = entering(index, window)
    switch over ?? scheme.defaults.over {
    case .reported: return column.keys.sorted().compactMap { column[$0] }
    case .eligible:
      return column.keys.sorted().filter { other in scheme.eligible.allSatisfy { window.facts.holds($0, other) } }
        .compactMap { column[$0] }
    case .peers:
      let own = window.facts.peers(of: unit)
      return column.keys.sorted().filter { window.facts.peers(of: $0) == own }.compactMap { column[$0] }
    case .frozen(let period):
      if window.period.id == period { return column.keys.sorted().compactMap { column[$0] } }
      return frozen(period, index).map { Array($0.values).sorted() }
    case .periods(let periods):
      let pooled = ([main] + others).filter { $0.period.id == main.period.id || periods.contains($0.period.id) }
      return pooled.flatMap { window in
        let column = entering(index, window)
        return column.keys.sorted().compactMap { column[$0] }
      }
    }
  }

  // MARK: Impute

  /// Reading: who is missing for whatever reason is filled, also after a step that had nothing to give.
  private func filled(
    _ column: [Int: Double], by imputation: Step.Imputation, _ index: Int, _ window: NaiveWindow
  ) -> [Int: Double] {
    var result = column
    for unit in concerned(window) where column[unit] == nil {
      if let value = value(for: unit, column, imputation, index, window) { result[unit] = value }
    }
    return result
  }

  private func value(
    for unit: Int, _ column: [Int: Double], _ imputation: Step.Imputation, _ index: Int, _ window: NaiveWindow
  ) -> Double? {
    switch imputation {
    case .units(let center, let group):
      // Reading: an empty cell names no group, and who is in none stays missing.
      if let group, (units[unit].register[group] ?? "").isEmpty { return nil }
      let like = column.keys.sorted().filter { other in
        group.map { units[other].register[$0] ?? "" == units[unit].register[$0] ?? "" } ?? true
      }
      return Self.center(center, like.compactMap { column[$0] })
    case .siblings(let center, let direction):
      return fromSiblings(unit, column, center, direction?.number ?? 1, window)
    case .latestPeriod(let atMost):
      let earlier = known(unit, index).filter { $0.position < window.position }
      guard let latest = earlier.max(by: { $0.position < $1.position }) else { return nil }
      let distance = (window.position - latest.position) / window.stride
      return distance <= atMost ?? .max ? latest.value : nil
    case .betweenPeriods:
      let before = known(unit, index).filter { $0.position < window.position }.max { $0.position < $1.position }
      let after = known(unit, index).filter { $0.position > window.position }.min { $0.position < $1.position }
      guard let before, let after else { return (before ?? after)?.value }
      let share = Double(window.position - before.position) / Double(after.position - before.position)
      return before.value + share * (after.value - before.value)
    }
  }

  /// In which periods the unit has a value that enters the step; imputed ones do not beget others.
  private func known(_ unit: Int, _ index: Int) -> [(position: Int, value: Double)] {
    ([main] + others).compactMap { window in
      entering(index, window)[unit].map { (window.position, $0) }
    }
  }

  private static func center(_ center: Step.Imputation.Center, _ values: [Double]) -> Double? {
    if values.isEmpty { return nil }
    return center == .mean ? naiveMean(values) : naiveMedian(values)
  }

  /// Each column from 0 to 1 in its good direction; the centre of the others, taken back into this one's unit. Reading:
  /// a column that does not differ says nothing and is passed over; an own one that does not differ gives that value.
  private func fromSiblings(
    _ unit: Int, _ column: [Int: Double], _ center: Step.Imputation.Center, _ direction: Double, _ window: NaiveWindow
  ) -> Double? {
    var shares: [Double] = []
    for sibling in siblings(window) {
      let turned = sibling.column.mapValues { $0 * sibling.direction }
      guard let x = turned[unit], !naiveIsConstant(Array(turned.values)), let low = turned.values.min(),
        let high = turned.values.max()
      else { continue }
      shares.append((x - low) / (high - low))
    }
    let own = column.values.map { $0 * direction }
    guard let share = Self.center(center, shares), let low = own.min(), let high = own.max() else { return nil }
    return (low + share * (high - low)) / direction
  }
}
