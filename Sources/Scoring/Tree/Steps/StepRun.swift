import Schemes
import Statistics

/// The columns of one node on their way through its steps: in the run's own period, at 0, and, where one of its steps
/// looks there, in other periods. All go through a step before any goes on, so that a step over several periods sees one
/// column (R11).
struct StepRun {
  let index: Int
  let node: Node
  /// The hand whose steps they are; nil: the node's own.
  let hand: String?
  /// Under which id a run keeps the columns.
  let frozenID: String
  /// P.
  let points: Double?
  /// By period; NaN: none.
  var values: [[Double]]
  /// By period: the unit's value is there or missing, so that it can be imputed; empty where nothing imputes.
  private(set) var isOpen: [[Bool]] = []
  /// By period; empty until one is.
  private(set) var isImputed: [[Bool]]
  /// Of the run's own period.
  private(set) var afterStep: [[Double]] = []
  var treatments: [ColumnTreatment] = []

  init(
    _ index: Int, _ entry: Plan.Entry, hand: String? = nil, frozenID: String? = nil, _ columns: [NodeColumn]
  ) {
    self.index = index
    self.hand = hand
    self.frozenID = frozenID ?? entry.node.id
    node = entry.node
    points = entry.points
    values = columns.map { column in
      var values = column.source
      // What is NaN already is not written, so that a measure's column is shared rather than copied.
      for (unit, state) in column.state.enumerated() where state != .value && !values[unit].isNaN {
        values[unit] = .nan
      }
      return values
    }
    if node.steps.contains(where: \.imputes) {
      isOpen = columns.map { column in column.state.map { $0 == .value || $0 == .missing } }
    }
    isImputed = columns.map { _ in [] }
  }

  /// Puts values where there is none; returns the units of the own period that stay without.
  mutating func fill(_ period: Int, with fill: (Int) -> Double) -> [Int] {
    var column = values[period]
    var imputed = isImputed[period]
    var left: [Int] = []
    for unit in column.indices where column[unit].isNaN && isOpen[period][unit] {
      let value = fill(unit)
      guard value.isFinite else {
        left.append(unit)
        continue
      }
      if imputed.isEmpty { imputed = Array(repeating: false, count: column.count) }
      column[unit] = value
      imputed[unit] = true
    }
    values[period] = column
    isImputed[period] = imputed
    return left
  }

  mutating func endStep() { afterStep.append(values[0]) }

  /// The node's column after all steps: what has no value now is missing, what was imputed says so (R16),
  /// and what was imputed and then lost says that a step lost it.
  func finish(_ column: inout NodeColumn, _ period: Int) {
    let values = values[period]
    let imputed = isImputed[period]
    column.value = values
    // Most columns have nothing to mend, and a loop that might write would copy what they share with the measure.
    let state = column.state
    let concerned = values.indices.filter { unit in
      let wasImputed = !imputed.isEmpty && imputed[unit]
      return wasImputed || state[unit] == .value && !values[unit].isFinite
    }
    for unit in concerned {
      if values[unit].isFinite {
        column.state[unit] = .value
        column.rule[unit] = .imputed
      } else {
        column.value[unit] = .nan
        column.state[unit] = .missing
        column.rule[unit] = .stepFailed
      }
    }
    guard period == 0 else { return }
    column.afterStep = afterStep
    column.treatments = treatments
  }
}

extension Step {
  var imputes: Bool { if case .impute = action { true } else { false } }

  /// Whether it looks at the unit's, or all units', values of other periods.
  func readsOtherPeriods(default fallback: Population) -> Bool {
    switch action {
    case .impute(.latestPeriod), .impute(.betweenPeriods): return true
    default:
      if case .periods? = population(default: fallback) { return true }
      return false
    }
  }
}
