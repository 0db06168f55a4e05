import Findings
import Schemes
import Scoring
import Statistics

/// What the effects did, with the rows, and how the score came of them.
extension OutcomeExplanation {
  func effects(listsAll: Bool) throws -> [String] {
    let own = run.sheet.effects.filter { $0.unit == unit }
    var lines: [String] = []
    for effect in run.scheme.effects {
      let isNamed =
        listsAll || own.contains { $0.effect == effect.id } || !node.refused(effect.id).isEmpty
      if isNamed { lines += try self.lines(of: effect) }
    }
    return lines + score(own)
  }

  /// One effect: what it did to the unit, or why it did nothing.
  func lines(of effect: Effect) throws -> [String] {
    let records = run.sheet.effects.filter { $0.unit == unit && $0.effect == effect.id }
    var lines: [String] = []
    if records.isEmpty {
      lines.append(effect.sentence(in: words.language))
      lines += idle(effect).map { "  " + $0 }
    } else {
      for record in records { lines += told(record) }
      lines.append("  " + effect.sentence(in: words.language))
      lines += try rows(of: effect, records).map { "  " + $0 }
    }
    return lines + node.refused(effect.id).map { "  " + $0 }
  }

  private func told(_ record: EffectRecord) -> [String] {
    var lines = [words.effect(record, in: run.period)]
    if record.outcome == .unverified {
      let effect = run.scheme.effects.first { $0.id == record.effect }
      let measures = (effect?.trigger?.anyOf.map(\.measure) ?? []) + [effect?.change?.measure].compactMap { $0 }
      let open = withoutRepeats(measures).compactMap(openMeasure)
      if !open.isEmpty { lines.append("  " + said(.unverified(open))) }
    }
    if displayed(record.nominal, digits: words.digits) != displayed(record.effective, digits: words.digits) {
      lines.append("  " + said(limit(record)))
    }
    return lines
  }

  /// Why a measure says nothing; nil: it does.
  private func openMeasure(_ id: String) -> ExplainSentence.OpenMeasure? {
    guard let column = run.record.input.measures[id], column.state[unit] == .missing else { return nil }
    let (reason, known) = (column.reason[unit], column.numerator[unit])
    let why: ExplainSentence.OpenMeasure.Why =
      switch reason {
      case .notCovered: known > 0 ? .partlyReported(known: plain(known)) : .unreported
      case .noRows: .noRow
      default:
        .other(OutcomeWords(language: words.language).missing(.missing, reason, rule: .computed))
      }
    return .init(measure: id, why: why)
  }

  /// Which limit held a change down: the effect's own, the group's, or both.
  private func limit(_ record: EffectRecord) -> ExplainSentence {
    let effect = run.scheme.effects.first { $0.id == record.effect }
    let own = effect?.change?.atMost.flatMap { abs(record.nominal) > $0 ? $0 : nil }
    let group = run.scheme.effectGroups.first { $0.id == effect?.group }
    let isByGroup = abs(record.effective) < min(abs(record.nominal), own ?? .infinity)
    return .limited(
      nominal: signed(record.nominal, digits: words.digits),
      effective: signed(record.effective, digits: words.digits), own: own.map { inFewDigits($0) },
      group: isByGroup ? group?.id : nil, groupLimit: inFewDigits(group?.atMost ?? .nan))
  }

  private func rows(of effect: Effect, _ records: [EffectRecord]) throws -> [String] {
    // Why it was not verified: the rows of these tests are out of reach.
    let closed =
      records.contains { $0.outcome == .unverified }
      ? (effect.trigger?.anyOf.map(\.measure) ?? []).filter { id in
        let table = run.scheme.measure(id)?.table.flatMap { run.loaded.catalogue.tables[$0] }
        return table?.isProtected == true && evidence.session.secrets.database == nil
      } : []
    let measures = withoutRepeats(
      records.compactMap(\.firedBy) + [effect.change?.measure].compactMap { $0 } + closed)
    return try measures.compactMap(run.scheme.measure).flatMap { measure in
      try evidence.lines(for: measure, unit: unit, period: run.period).map { "· " + $0 }
    }
  }

  /// Why an effect did nothing: the numbers that it looked at.
  private func idle(_ effect: Effect) -> [String] {
    if effect.adjust != nil { return [said(.noDecision)] }
    let ids = withoutRepeats((effect.trigger?.anyOf.map(\.measure) ?? []) + [effect.change?.measure].compactMap { $0 })
    let outcome = OutcomeWords(language: words.language)
    let terms = ids.compactMap { id -> ExplainSentence.Term? in
      guard let column = run.record.input.measures[id] else { return nil }
      let isShare = run.scheme.measure(id)?.isShare ?? false
      let value =
        column.value[unit].isNaN
        ? outcome.missing(column.state[unit], column.reason[unit], rule: .computed)
        : words.plainly(column.value[unit], isShare)
      return ExplainSentence.Term(name: "“\(id)”", value: value)
    }
    return terms.isEmpty ? [] : [said(.notFired(measures: terms))]
  }

  /// The value of the node, every change, and the limits of the node's points.
  private func score(_ records: [EffectRecord]) -> [String] {
    let changes = records.filter { $0.effective != 0 }
    guard !changes.isEmpty, let root = node.rankedRoot, let column = run.sheet.node(root.id),
      !column.value[unit].isNaN
    else { return [] }
    let terms =
      [ExplainSentence.Term(name: root.name, value: words.number(column.value[unit]))]
      + changes.map { ExplainSentence.Term(name: $0.effect, value: words.number($0.effective)) }
    let sum = column.value[unit] + changes.map(\.effective).reduce(0, +)
    let isClamped = displayed(sum, digits: words.digits) != displayed(standing.score, digits: words.digits)
    let limit = isClamped ? node.rules.points(root.id).map { "0–\(inFewDigits($0))" } : nil
    return [said(.score(terms, total: words.number(standing.score), clampedTo: limit))]
  }
}

extension NodeExplanation {
  /// The node that effects, ranks and grades look at.
  var rankedRoot: Node? { tables.rankedRoot }
}
