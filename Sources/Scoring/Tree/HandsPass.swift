import Findings
import Schemes

/// Two hands that lie farther apart on one unit than the scheme lets pass.
package struct HandsGap: Sendable, Equatable {
  package let unit: String
  package let first: Double
  package let other: Double
  package init(unit: String, first: Double, other: Double) {
    self.unit = unit
    self.first = first
    self.other = other
  }
}

/// The hands of a leaf with their columns, by hand and period.
struct HandsAtWork {
  let hands: Hands
  let columns: [[NodeColumn]]

  init(_ hands: Hands, _ columns: [[NodeColumn]]) {
    self.hands = hands
    self.columns = columns
  }

  /// The hands that give the unit's value: the one that prevails, or all with a value.
  private func giving(_ unit: Int, _ period: Int) -> [Int] {
    let found = hands.acting.filter { columns[$0][period].hasValue(unit) }
    if case .prevail = hands.combination { return Array(found.prefix(1)) }
    return found.filter { hands.all[$0].weight > 0 }
  }

  /// Not applicable if all hands are, missing if none has a value.
  fileprivate func combined(_ period: Int, units: Int) -> (source: [Double], state: [ValueState]) {
    var source = Array(repeating: Double.nan, count: units)
    var state = Array(repeating: ValueState.missing, count: units)
    for unit in 0..<units {
      let giving = giving(unit, period)
      if columns.allSatisfy({ $0[period].state[unit] == .notApplicable }) {
        state[unit] = .notApplicable
      } else if giving.count == 1 {
        source[unit] = columns[giving[0]][period].value[unit]
        state[unit] = columns[giving[0]][period].state[unit]
      } else if !giving.isEmpty {
        let weights = giving.map { hands.all[$0].weight }
        let values = giving.map { columns[$0][period].value[unit] }
        source[unit] = zip(weights, values).map { $0 * $1 }.reduce(0, +) / weights.reduce(0, +)
        state[unit] = giving.allSatisfy { columns[$0][period].state[unit] == .full } ? .full : .value
      }
    }
    return (source, state)
  }

  /// A value that rests on imputed hands alone is imputed; one that is missing because the step of a hand that could have
  /// given it had nothing to give says so. A hand that is only shown has no part in it.
  func passOnRules(to column: inout NodeColumn, _ period: Int) {
    for unit in column.state.indices where column.rule[unit] == .computed {
      if column.state[unit] == .value {
        let giving = giving(unit, period)
        if giving.allSatisfy({ columns[$0][period].rule[unit] == .imputed }) { column.rule[unit] = .imputed }
      } else if column.state[unit] == .missing,
        hands.acting.contains(where: { columns[$0][period].rule[unit] == .stepFailed })
      {
        column.rule[unit] = .stepFailed
      }
    }
  }
}

/// Leaves graded by several hands (R14): every hand is a measure with its own steps, P being the node's points. The
/// prevailing one, or the weighted mean of those with a value, is the node's source; its own steps act on that.
extension TreePass {
  /// By hand and period.
  mutating func handColumns(_ index: Int, _ hands: Hands, periods count: Int) -> [[NodeColumn]] {
    var columns: [[NodeColumn]] = []
    for hand in hands.all {
      let entry = plan.entries[index].asked(hand)
      var own = sources(index, entry, periods: count)
      for period in own.indices where periods[period].window.droppedHands[index]?.contains(hand.id) ?? false {
        own[period].setNotApplicable(.dropped, Array(units.indices))
      }
      runSteps(index, entry, hand: hand.id, on: &own)
      for period in own.indices { takeAllPoints(entry, &own[period]) }
      columns.append(own)
    }
    return columns
  }

  /// The node's columns before its own steps.
  func gathered(_ index: Int, _ hands: HandsAtWork) -> [NodeColumn] {
    hands.columns[0].indices.map { period in
      let (source, state) = hands.combined(period, units: units.count)
      return concerning(index, periods[period], source, state, id: plan.entries[index].node.id)
    }
  }

  /// The hands beside the node's value, and what they say of each other.
  mutating func show(_ work: HandsAtWork, _ index: Int, in column: inout NodeColumn) {
    let own = work.columns.map { $0[0] }
    column.hands = own.indices.map { place in
      HandColumn(id: work.hands.all[place].id, own[place], from: place == 0 ? nil : own[0].value)
    }
    if let rule = work.hands.difference { reportGaps(rule, index, column.hands) }
  }

  /// The value stands whatever the hands say of each other; what is wanting is the reason.
  private mutating func reportGaps(_ rule: Hands.DifferenceRule, _ index: Int, _ columns: [HandColumn]) {
    let limit = Comparison(.above, rule.over)
    let node = plan.entries[index].node
    for other in columns.indices.dropFirst() {
      let wide = units.indices.filter { unit in
        limit.holds(for: abs(columns[other].difference[unit]))
          && !(rule.needsReason && decisions.hasReason(index, unit))
      }
      if wide.isEmpty { continue }
      findings.append(
        .handsApart(
          node.place(of: "difference"), node: node.id, hands: [columns[0].id, columns[other].id],
          period: decisions.period,
          over: rule.over, needsReason: rule.needsReason,
          units: wide.map {
            HandsGap(unit: units[$0].code, first: columns[0].value[$0], other: columns[other].value[$0])
          }))
    }
  }
}

extension Hands {
  /// The hands that can give the value, in the order in which they are asked.
  var acting: [Int] {
    switch combination {
    case .prevail(let names): names.compactMap { name in all.firstIndex { $0.id == name } }
    case .mean: Array(all.indices)
    }
  }
}

extension HandColumn {
  /// - Parameter first: the first hand's values; nil for itself.
  fileprivate init(id: String, _ column: NodeColumn, from first: [Double]?) {
    self.init(
      id: id, source: column.source, afterStep: column.afterStep, value: column.value,
      difference: first.map { zip($0, column.value).map { $0 - $1 } } ?? column.value.map { _ in .nan })
  }
}

extension Plan.Entry {
  /// The node as one of its hands sees it.
  func asked(_ hand: Hands.Hand) -> Plan.Entry {
    var node = Node(
      id: "\(node.id)/\(hand.id)", share: node.share, source: .measure(hand.measure), place: node.place)
    node.steps = hand.steps
    var entry = Plan.Entry(node, parent: parent, missing: missing)
    entry.points = points
    return entry
  }
}
