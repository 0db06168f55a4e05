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
  let presence: Presence
  private(set) var findings: [ScoringFinding] = []

  /// - Parameter presence: of a year that is combined from halves: of either half (E3); nil: the window's own.
  init(
    period: Period, asOf: CalendarDate, measures: [String: MeasureColumn], scheme: Scheme, plan: Plan,
    units: [ScoredUnit], presence: Presence? = nil
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
    var own = Presence(nodes: plan.entries.count)
    for leaf in plan.leaves where presence == nil {
      let node = plan.entries[leaf].node
      let column = node.measure.flatMap { checked[$0] } ?? absent
      if let finding = Self.drop(node, column.state) {
        dropped[leaf] = true
        findings.append(finding)
      }
      own.set(leaf, column, isDropped: dropped[leaf])
    }
    isDropped = dropped
    self.presence = presence ?? own
  }

  /// A measure's column; all missing if there is none.
  func measure(_ id: String) -> MeasureColumn { measures[id] ?? absent }

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
