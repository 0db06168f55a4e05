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
  private(set) var presence: Presence
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
    var droppedHands: [Int: Set<String>] = [:]
    var own = Presence(nodes: plan.entries.count, units: units.count)
    for leaf in plan.leaves where presence == nil {
      let entry = plan.entries[leaf]
      var columns: [MeasureColumn] =
        entry.node.hands == nil ? [entry.node.measure.flatMap { checked[$0] } ?? absent] : []
      for (place, hand) in (entry.node.hands?.all ?? []).enumerated() {
        let column = checked[hand.measure] ?? absent
        if let finding = Self.drop(entry.asked(hand).node, column.state) {
          droppedHands[leaf, default: []].insert(hand.id)
          findings.append(finding)
        } else if entry.node.hands?.acting.contains(place) ?? false {
          columns.append(column)
        }
      }
      if let finding = Self.drop(entry.node, Self.joined(columns.map(\.state), units: units.count)) {
        dropped[leaf] = true
        findings.append(finding)
      }
      own.set(leaf, columns, isDropped: dropped[leaf])
    }
    isDropped = dropped
    self.droppedHands = droppedHands
    self.presence = presence ?? own
  }

  /// The same with another presence: that of the half which counts.
  func seeing(_ presence: Presence) -> Window {
    var window = self
    window.presence = presence
    return window
  }

  /// A measure's column; all missing if there is none.
  func measure(_ id: String) -> MeasureColumn { measures[id] ?? absent }

  /// A leaf by hands is there where any of them is.
  private static func joined(_ columns: [[ValueState]], units: Int) -> [ValueState] {
    if columns.count == 1 { return columns[0] }
    return (0..<units).map { unit in columns.contains { $0[unit] == .value } ? .value : .missing }
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
