import Register
import Schemes

/// The data of one window – the run's own, or one half of a year – and what follows from measures alone: the presence
/// pass, before any score (R12).
struct Window {
  let period: Period
  let asOf: CalendarDate
  /// Checked against their ranges.
  private let measures: [String: MeasureColumn]
  private let absent: MeasureColumn
  /// By node: dropped for every unit (R10).
  let isDropped: [Bool]
  /// By node, for leaves by hands: the hands that are dropped.
  let droppedHands: [Int: Set<String>]
  /// By node, for leaves: the unit has a value after drop_if; empty for parents.
  let isPresent: [[Bool]]
  private(set) var findings: [ScoringFinding] = []

  /// - Parameter presence: of a year that is combined from halves: of either half (E3); nil: the window's own.
  init(
    period: Period, asOf: CalendarDate, measures: [String: MeasureColumn], scheme: Scheme, plan: Plan,
    units: [ScoredUnit], presence: [[Bool]]? = nil
  ) {
    self.period = period
    self.asOf = asOf
    absent = MeasureColumn(missing: units.count)
    var checked = measures.filter { $0.value.value.count == units.count }
    for measure in scheme.measures {
      guard let range = measure.range else { continue }
      let outside = checked[measure.id]?.removeValues(outside: range) ?? []
      if outside.isEmpty { continue }
      findings.append(
        .valueOutOfRange(
          measure.place, measure: measure.id, low: range.lowerBound, high: range.upperBound,
          units: outside.map { units[$0].code }))
    }
    self.measures = checked
    var dropped = Array(repeating: false, count: plan.entries.count)
    var droppedHands: [Int: Set<String>] = [:]
    var present = Array(repeating: [Bool](), count: plan.entries.count)
    for leaf in plan.leaves where presence == nil {
      let node = plan.entries[leaf].node
      var states = (node.measure.flatMap { checked[$0] } ?? absent).state
      if let hands = node.hands {
        for hand in hands.all {
          guard let finding = Self.drop(plan.entries[leaf].asked(hand).node, (checked[hand.measure] ?? absent).state)
          else { continue }
          droppedHands[leaf, default: []].insert(hand.id)
          findings.append(finding)
        }
        let kept = hands.acting.map { hands.all[$0] }.filter { !(droppedHands[leaf]?.contains($0.id) ?? false) }
        states = Self.joined(kept.compactMap { checked[$0.measure]?.state }, units: units.count)
      }
      if let finding = Self.drop(node, states) {
        dropped[leaf] = true
        findings.append(finding)
      }
      let isDropped = dropped[leaf]
      present[leaf] = states.map { !isDropped && ($0 == .value || $0 == .full) }
    }
    isDropped = dropped
    self.droppedHands = droppedHands
    isPresent = presence ?? present
  }

  /// A measure's column; all missing if there is none.
  func measure(_ id: String) -> MeasureColumn { measures[id] ?? absent }

  /// A leaf by hands is present where any of them is.
  private static func joined(_ hands: [[ValueState]], units: Int) -> [ValueState] {
    (0..<units).map { unit in
      let states = hands.map { $0[unit] }
      return states.contains(.value) ? .value : states.contains(.full) ? .full : .missing
    }
  }

  /// drop_if counts the units with a number, whether or not the leaf applies to them: facts, which decide that, may
  /// depend on presence. A full cell is present, and in no population (M6).
  private static func drop(_ node: Node, _ states: [ValueState]) -> ScoringFinding? {
    for step in node.steps {
      guard case .dropIf(let needed) = step.action else { continue }
      let reporting = states.count { $0 == .value }
      if reporting < needed { return .leafDropped(step.place, node: node.id, units: reporting, needed: needed) }
    }
    return nil
  }
}
