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

extension TreePass {
  /// A leaf graded by several hands (R14): every hand is a measure with its own steps, P being the node's points. The
  /// prevailing one, or the weighted mean of those with a value, is the node's source; its own steps act on that.
  mutating func handsColumn(_ index: Int, _ hands: Hands) -> NodeColumn {
    let entry = plan.entries[index]
    let dropped = window.droppedHands[index] ?? []
    var parts: [NodeColumn] = []
    for hand in hands.all {
      let measure = window.measure(hand.measure)
      let isDropped = dropped.contains(hand.id)
      parts.append(
        steppedColumn(
          index, entry.asked(hand), measure.value,
          isDropped ? Array(repeating: .notApplicable, count: units.count) : measure.state))
    }
    let (source, state) = combined(hands, parts)
    var column = steppedColumn(index, entry, source, state)
    for unit in units.indices where column.state[unit] == .missing && column.rule[unit] == .computed {
      if parts.contains(where: { $0.rule[unit] == .stepFailed }) { column.rule[unit] = .stepFailed }
    }
    column.hands = parts.indices.map { place in
      HandColumn(id: hands.all[place].id, parts[place], from: place == 0 ? nil : parts[0].value)
    }
    if let rule = hands.difference { reportGaps(rule, index, hands, column.hands) }
    return column
  }

  /// Not applicable if all hands are, missing if none has a value.
  private func combined(_ hands: Hands, _ parts: [NodeColumn]) -> ([Double], [ValueState]) {
    var source = Array(repeating: Double.nan, count: units.count)
    var state = Array(repeating: ValueState.missing, count: units.count)
    let acting = hands.acting
    for unit in units.indices {
      if parts.allSatisfy({ $0.state[unit] == .notApplicable }) {
        state[unit] = .notApplicable
        continue
      }
      let found = acting.filter { parts[$0].hasValue(unit) }
      switch hands.combination {
      case .prevail:
        guard let first = found.first else { continue }
        source[unit] = parts[first].value[unit]
        state[unit] = parts[first].state[unit]
      case .mean:
        let weight = found.map { hands.all[$0].weight }.reduce(0, +)
        guard weight > 0 else { continue }
        source[unit] = found.map { hands.all[$0].weight * parts[$0].value[unit] }.reduce(0, +) / weight
        state[unit] = found.allSatisfy { parts[$0].state[unit] == .full } ? .full : .value
      }
    }
    return (source, state)
  }

  /// The value stands whatever the hands say of each other; what is wanting is the reason.
  private mutating func reportGaps(
    _ rule: Hands.DifferenceRule, _ index: Int, _ hands: Hands, _ columns: [HandColumn]
  ) {
    let limit = Comparison(.above, rule.over)
    let node = plan.entries[index].node
    for other in columns.indices.dropFirst() {
      let wide = units.indices.filter { unit in
        limit.holds(for: abs(columns[other].difference[unit]))
          && !(rule.needsReason && book.hasReason(index, unit, in: deciding))
      }
      if wide.isEmpty { continue }
      findings.append(
        .handsApart(
          node.place(of: "difference"), node: node.id, hands: [columns[0].id, columns[other].id], period: deciding,
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
