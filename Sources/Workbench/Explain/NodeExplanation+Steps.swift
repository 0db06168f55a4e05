import Findings
import Schemes
import Scoring
import Statistics

/// What every step made of the number, whom it compared with, and what the hands say of each other.
extension NodeExplanation {
  func steps(_ trace: NodeTrace) -> [String] {
    let isShare = trace.node.measure.flatMap { run.scheme.measure($0)?.isShare } ?? false
    return steps(
      trace.node.steps, after: trace.steps.map(\.after), source: trace.source, node: trace.node, hand: nil,
      isShare: isShare, treatments: trace.steps.map(\.treatment))
  }

  private func steps(
    _ steps: [Step], after: [Double], source: Double, node: Node, hand: String?, isShare: Bool,
    treatments: [ColumnTreatment?]
  ) -> [String] {
    guard !after.isEmpty, after.count == steps.count, !(source.isNaN && after.allSatisfy(\.isNaN)) else { return [] }
    let populations = steps.indices.map { place in
      stepPopulation(
        of: node, step: place, hand: hand, unit: unit, in: run.sheet, scheme: run.scheme,
        frozen: run.record.input.frozen)
    }
    if steps.count == 1, populations[0] == nil {
      return hand == nil ? [words.change(source, after[0], isShare, beside: across(steps[0]))] : []
    }
    var lines: [String] = []
    for (place, step) in steps.enumerated() {
      let isPercent = isShare && place == 0
      let before = words.plainly(place == 0 ? source : after[place - 1], isPercent)
      let rule = step.sentence(in: words.language, points: rules.points(node.id), isShare: isPercent)
      lines.append(said(.step(place + 1, rule: rule, before: before, after: words.plainly(after[place], false))))
      if let population = populations[place] { lines.append("  " + said(sentence(population, step, isPercent))) }
      if let treatment = treatments[place] { lines.append("  " + said(movement(treatment))) }
    }
    return lines
  }

  /// The other number of a two-way band.
  private func across(_ step: Step) -> String? {
    guard case .matrix(let matrix) = step.action, let column = run.record.input.measures[matrix.across] else {
      return nil
    }
    let isShare = run.scheme.measure(matrix.across)?.isShare ?? false
    return "“\(matrix.across)” \(words.plainly(column.value[unit], isShare))"
  }

  private func sentence(_ population: StepPopulation, _ step: Step, _ isPercent: Bool) -> ExplainSentence {
    let isStandard = if case .zScore = step.action { true } else { false }
    return .population(
      group: population.group, frozen: population.frozen.map(words.periodName), count: population.values.count,
      mean: isStandard ? words.plainly(population.mean, isPercent) : nil,
      deviation: isStandard ? words.plainly(population.deviation, isPercent) : nil,
      low: words.plainly(population.least, isPercent), high: words.plainly(population.greatest, isPercent))
  }

  private func movement(_ treatment: ColumnTreatment) -> ExplainSentence {
    switch treatment.movement(of: unit) {
    case .lowered: .treatedDown(to: plain(treatment.upperBound ?? .nan))
    case .raised: .treatedUp(to: plain(treatment.lowerBound ?? .nan))
    case nil: .treatedNot
    }
  }

  /// Each hand with its rows, then whose number counts and how far they lie apart.
  func hands(_ trace: NodeTrace) throws -> [String] {
    guard let hands = trace.node.hands, let first = trace.hands.first else { return [] }
    var lines: [String] = []
    for hand in trace.hands {
      lines.append(words.hand(hand, first: first.hand.id))
      let isShare = run.scheme.measure(hand.hand.measure)?.isShare ?? false
      lines += steps(
        hand.hand.steps, after: hand.afterStep, source: hand.source, node: trace.node, hand: hand.hand.id,
        isShare: isShare, treatments: hand.afterStep.map { _ in nil }
      ).map { "  " + $0 }
      lines += try run.scheme.measure(hand.hand.measure).map(self.measured)?.map { "  " + $0 } ?? []
    }
    lines += counting(trace, hands).map(said)
    if let rule = hands.difference { lines += differences(trace, rule, first) }
    return lines
  }

  private func counting(_ trace: NodeTrace, _ hands: Hands) -> [ExplainSentence] {
    let valued = trace.hands.filter { !$0.value.isNaN }
    if !trace.halves.isEmpty { return valued.isEmpty ? [] : [.handsOfHalves] }
    switch hands.combination {
    case .prevail(let order):
      guard let position = order.firstIndex(where: { id in valued.contains { $0.hand.id == id } }) else { return [] }
      let others = valued.map(\.hand.id).filter { $0 != order[position] }
      return [.prevails(order[position], over: others, passedOver: Array(order[..<position]))]
    case .mean:
      let weight = valued.map(\.hand.weight).reduce(0, +)
      guard weight > 0, !trace.source.isNaN else { return [] }
      let shares = valued.map { $0.hand.weight / weight }
      let total = zip(valued, shares).reduce(0) {
        $0 + words.shown($1.0.value) * displayed($1.1 * 100, digits: 2) / 100
      }
      let terms = zip(valued, shares).map {
        ExplainSentence.Term(
          name: $0.hand.id, value: words.number($0.value), factor: words.percent($1, digits: 0...2))
      }
      return [
        .sum(terms, scale: nil, total: words.number(trace.source), isExact: words.isShown(total, as: trace.source))
      ]
    }
  }

  /// The difference of every hand from the first, and the reason that was recorded for it.
  private func differences(_ trace: NodeTrace, _ rule: Hands.DifferenceRule, _ first: HandTrace) -> [String] {
    let reasons = decisions.filter { $0.givesReason(on: trace.node.id) }
    let limit = Comparison(.above, rule.over)
    var lines: [String] = []
    for hand in trace.hands.dropFirst() where !hand.difference.isNaN {
      lines.append(
        said(
          .gap(
            first: first.hand.id, other: hand.hand.id, gap: words.number(abs(hand.difference)),
            over: plain(rule.over), isWide: limit.holds(for: abs(hand.difference)), needsReason: rule.needsReason,
            reasons: reasons.count)))
    }
    return lines + reasons.map { said(.reason(decision: words.decision($0.decision, in: run.period))) }
  }
}
