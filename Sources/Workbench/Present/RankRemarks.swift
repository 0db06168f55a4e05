import Findings
import Schemes
import Scoring
import Statistics

/// What the committee must know of units beside the outcome itself: whom only the tie-break put before whom, whose
/// differences between hands still want a reason, and of whom vetoes and other effects could not be judged.
struct RankRemarks {
  let run: CompletedRun
  let language: Language
  /// More names make no cell.
  private static let named = 3

  /// One text a unit; empty where there is nothing to say.
  func all() -> [String] {
    let (ties, wanting, open) = (tieBreaks(), reasonsWanting(), notVerified())
    return run.sheet.units.indices.map { unit in
      let reason = wanting[unit].map { [TableSentence.reasonWanting($0)] } ?? []
      let veto = open[unit].map { [TableSentence.notVerified($0)] } ?? []
      return TableSentence.joined(
        (veto + baseTooSmall(unit) + (ties[unit] ?? []) + reason).map { $0.text(in: language) }, language)
    }
  }

  /// A graded unit without a rank, since too little stands behind its score.
  private func baseTooSmall(_ unit: Int) -> [TableSentence] {
    let standing = run.sheet.standing[unit]
    guard standing.status == .graded, standing.rank == nil, let ranking = run.scheme.ranking,
      let base = ranking.minBase,
      ranking.minUnits == nil
    else { return [] }
    return [.baseTooSmall(measure: base.measure, needed: inFewDigits(base.atLeast))]
  }

  /// By unit, the effects without a verdict: who copies the row must see that nobody looked.
  private func notVerified() -> [Int: [String]] {
    let open = run.sheet.effects.filter { $0.outcome == .unverified }
    return Dictionary(grouping: open, by: \.unit).mapValues { withoutRepeats($0.map(\.effect)) }
  }

  private func tieBreaks() -> [Int: [TableSentence]] {
    guard let ranking = run.scheme.ranking, !ranking.tieBreak.isEmpty else { return [:] }
    let ties = TieBreaks(run.sheet, ranking, digits: run.scheme.defaults.digits)
    let ranked = run.sheet.units.indices.filter { run.sheet.standing[$0].rank != nil }
    let groups = Dictionary(grouping: ranked) { ranking.per == .peers ? run.sheet.units[$0].peers : "" }
    var sentences: [Int: [TableSentence]] = [:]
    for members in groups.values {
      // In the order of ranks those of one score stand together.
      let order = members.sorted { run.sheet.standing[$0].rank ?? 0 < run.sheet.standing[$1].rank ?? 0 }
      var start = 0
      while start < order.count {
        var end = start + 1
        while end < order.count, ties.isTied(order[start], order[end]) { end += 1 }
        let block = order[start..<end]
        if block.count > 1 {
          for unit in block { sentences[unit] = self.sentences(on: unit, among: block.filter { $0 != unit }, ties) }
        }
        start = end
      }
    }
    return sentences
  }

  /// Those before first, then those after, each by the node that decided.
  private func sentences(on unit: Int, among others: [Int], _ ties: TieBreaks) -> [TableSentence] {
    var found: [(by: String, isAhead: Bool, names: [String])] = []
    for other in others {
      guard let column = ties.column(between: unit, and: other) else { continue }
      let isAhead = ties.isAhead(unit, of: other, by: column)
      let name = run.sheet.units[other].name
      if let known = found.firstIndex(where: { $0.by == column.id && $0.isAhead == isAhead }) {
        found[known].names.append(name)
      } else {
        found.append((column.id, isAhead, [name]))
      }
    }
    return found.map {
      .tieBroken(
        Array($0.names.prefix(Self.named)), count: $0.names.count, by: run.scheme.node($0.by)?.name ?? $0.by,
        isAhead: $0.isAhead)
    }
  }

  /// By unit, the nodes whose hands lie farther apart than the scheme lets pass without a reason.
  private func reasonsWanting() -> [Int: [String]] {
    let rules = run.scheme.allNodes.compactMap { node in
      node.hands?.difference.flatMap { $0.needsReason ? (node: node, over: $0.over) : nil }
    }
    if rules.isEmpty { return [:] }
    let decisions = judgedDecisions(run.scheme, run.record.input, run.sheet.standing)
    var wanting: [Int: [String]] = [:]
    for (node, over) in rules {
      guard let column = run.sheet.node(node.id) else { continue }
      let given = Set(decisions.filter { $0.givesReason(on: node.id) }.map(\.decision.unit))
      let limit = Comparison(.above, over)
      for unit in run.sheet.units.indices where !given.contains(run.sheet.units[unit].code) {
        let isWide = column.hands.dropFirst().contains { limit.holds(for: abs($0.difference[unit])) }
        if isWide { wanting[unit, default: []].append(node.name) }
      }
    }
    return wanting
  }
}

extension JudgedDecision {
  /// Whether it says why the hands of a node differ.
  func givesReason(on node: String) -> Bool {
    guard decision.target == node else { return false }
    switch outcome {
    case .reason: return true
    case .acting: return !decision.reason.allSatisfy(\.isWhitespace)
    case .refused: return false
    }
  }
}
