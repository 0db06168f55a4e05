import Findings
import Schemes
import Scoring
import Statistics

/// What every step made of the number, whom it compared with, and what the hands say of each other.
extension NodeExplanation {
  func steps(_ trace: NodeTrace) -> [String] {
    // What does not apply was not worked out.
    if trace.state == .notApplicable, trace.rule != .dropped { return [] }
    if withholds(trace.node.measure) { return [] }
    let isShare = trace.node.measure.flatMap { run.scheme.measure($0)?.isShare } ?? false
    return steps(
      trace.node.steps, after: trace.steps.map(\.after), source: trace.source, node: trace.node, hand: nil,
      isShare: isShare, treatments: trace.steps.map(\.treatment))
  }

  /// What the steps of a leaf made of its measure in each half of a combined year.
  func halfSteps(_ trace: NodeTrace) -> [String] {
    let halves = run.record.input.halves
    guard trace.halves.count == 2, halves.count == 2, !withholds(trace.node.measure) else { return [] }
    let isShare = trace.node.measure.flatMap { run.scheme.measure($0)?.isShare } ?? false
    return halves.indices.flatMap { half -> [String] in
      guard
        let found = Scoring.halfSteps(
          of: trace.node, unit: unit, in: halves[half], result: trace.halves[half], points: rules.points(trace.node.id))
      else { return [] }
      let name = words.halfNames[half]
      guard found.after.count > 1 else {
        return ["\(name)  \(words.change(found.source, found.after[0], isShare, beside: nil))"]
      }
      return [name]
        + trace.node.steps.enumerated().map { place, step in
          let isPercent = isShare && place == 0
          let before = words.plainly(place == 0 ? found.source : found.after[place - 1], isPercent)
          let rule = step.sentence(in: words.language, points: rules.points(trace.node.id), isShare: isPercent)
          return "  "
            + said(.step(place + 1, rule: rule, before: before, after: words.plainly(found.after[place], false)))
        }
    }
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
    let isImputed = steps.contains { if case .impute = $0.action { true } else { false } }
    if steps.count == 1, populations[0] == nil, !isImputed {
      return hand == nil ? [words.change(source, after[0], isShare, beside: across(steps[0]))] : []
    }
    var lines: [String] = []
    for (place, step) in steps.enumerated() {
      let isPercent = isShare && place == 0
      let before = words.plainly(place == 0 ? source : after[place - 1], isPercent)
      let rule = step.sentence(in: words.language, points: rules.points(node.id), isShare: isPercent)
      lines.append(said(.step(place + 1, rule: rule, before: before, after: words.plainly(after[place], false))))
      let entering = place == 0 ? source : after[place - 1]
      if let population = populations[place] {
        lines.append("  " + said(sentence(population, step, isPercent)))
        if let found = standing(of: entering, in: population, step) { lines.append("  " + said(found)) }
      }
      if hand == nil, entering.isNaN, !after[place].isNaN {
        lines += imputed(node, place, isPercent).map { "  " + said($0) }
      }
      if let treatment = treatments[place] {
        lines.append("  " + said(movement(treatment)))
        lines.append("  " + said(summary(treatment)))
      }
    }
    return lines
  }

  /// Whether a measure's number may not be printed, since one under the minimum cell would follow from it.
  private func withholds(_ measure: String?) -> Bool {
    guard let measure else { return false }
    return run.hidesAnswersByOthers(of: measure, about: unit, minimumCell: minimumCell) || isBanded(measure)
  }

  /// Whether the unit gets the measure as a band, in the period or one of its halves.
  private func isBanded(_ id: String) -> Bool {
    guard let smallSides, let measure = run.scheme.measure(id) else { return false }
    let windows = [run.record.input.measures] + run.record.input.halves.map(\.measures)
    return windows.contains { columns in
      columns[id].map { smallSides.band(measure, $0[unit]) != nil } ?? false
    }
  }

  /// The other number of a two-way band.
  private func across(_ step: Step) -> String? {
    guard case .matrix(let matrix) = step.action, let column = run.record.input.measures[matrix.across] else {
      return nil
    }
    if withholds(matrix.across) { return nil }
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

  /// What a place among others follows from. The unit itself is one of those compared.
  private func standing(of value: Double, in population: StepPopulation, _ step: Step) -> ExplainSentence? {
    switch step.action {
    case .rank, .borda, .percentile:
      guard !value.isNaN else { return nil }
      let equal = population.values.count { $0 == value }
      return .standsAbove(
        population.values.count { $0 < value }, equal: max(0, equal - (population.frozen == nil ? 1 : 0)),
        of: population.values.count)
    default: return nil
    }
  }

  /// Whence a value that was missing.
  private func imputed(_ node: Node, _ place: Int, _ isPercent: Bool) -> [ExplainSentence] {
    let siblings = rules.parent(node.id).flatMap(run.scheme.node)?.children ?? []
    switch imputationTrace(
      of: node, step: place, unit: unit, beside: siblings, in: run.sheet, input: run.record.input)
    {
    case .periods(let found)?:
      let terms = found.map {
        ExplainSentence.Term(name: words.name(of: $0.period), value: words.plainly($0.value, isPercent))
      }
      return [.imputedFromPeriods(terms)]
    case .units(let count, let group)?: return [.imputedFromUnits(count, group: group)]
    case .siblings(let found)?:
      let terms = found.map { sibling in
        let node = run.scheme.node(sibling.node)
        let isShare = node?.measure.flatMap { run.scheme.measure($0)?.isShare } ?? false
        return ExplainSentence.Term(
          name: node?.name ?? sibling.node, value: words.plainly(sibling.value, isShare))
      }
      return [.imputedFromSiblings(terms)]
    case nil: return []
    }
  }

  /// What was done to the whole column.
  private func summary(_ treatment: ColumnTreatment) -> ExplainSentence {
    let formula: String? =
      switch treatment.transform {
      case nil: nil
      case "log_ct_orig"?: "ln(x − min + 1)"
      default:
        treatment.isMirrored ? "−ln(max + 0.01·(max − min) − x)" : "ln(x − min + 0.01·(max − min))"
      }
    return .treatment(lowered: treatment.lowered.count, raised: treatment.raised.count, formula: formula)
  }

  private func movement(_ treatment: ColumnTreatment) -> ExplainSentence {
    switch treatment.movement(of: unit) {
    case .lowered: .treatedDown(to: inFewDigits(treatment.upperBound ?? .nan))
    case .raised: .treatedUp(to: inFewDigits(treatment.lowerBound ?? .nan))
    case nil: .treatedNot
    }
  }

  /// Each hand with its rows, then whose number counts and how far they lie apart.
  func hands(_ trace: NodeTrace) throws -> [String] {
    guard let hands = trace.node.hands, let first = trace.hands.first else { return [] }
    var lines: [String] = []
    for hand in trace.hands {
      let shown = isBanded(hand.hand.measure) ? hand.withoutSteps : hand
      lines.append(words.hand(shown, first: first.hand.id, withholdsSource: withholds(hand.hand.measure)))
      let isShare = run.scheme.measure(hand.hand.measure)?.isShare ?? false
      if !withholds(hand.hand.measure) {
        lines += steps(
          hand.hand.steps, after: hand.afterStep, source: hand.source, node: trace.node, hand: hand.hand.id,
          isShare: isShare, treatments: hand.afterStep.map { _ in nil }
        ).map { "  " + $0 }
      }
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
            over: inFewDigits(rule.over), isWide: limit.holds(for: abs(hand.difference)), needsReason: rule.needsReason,
            reasons: reasons.count)))
    }
    return lines + reasons.map { said(.reason(decision: words.decision($0.decision, in: run.period))) }
  }
}
