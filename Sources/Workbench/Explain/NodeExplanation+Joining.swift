import Schemes
import Scoring
import Statistics

/// How children became their parent: the sum as a reader can do it again.
extension NodeExplanation {
  func joining(_ trace: NodeTrace) -> [ExplainSentence] {
    let valued = trace.children.filter { !$0.value.isNaN }
    if let undefined = noSuchMean(trace, valued) { return [undefined] + leftOut(trace) }
    if case .trimmed(let drops)? = trace.node.aggregation, !valued.isEmpty, valued.count <= 2 * drops {
      return [.nothingLeftToAverage(valued: valued.count, drops: drops)] + leftOut(trace)
    }
    guard !valued.isEmpty, !trace.source.isNaN, let aggregation = trace.node.aggregation else { return leftOut(trace) }
    switch aggregation {
    case _ where rules.addsUp(trace.node.id): return sum(trace, valued) + leftOut(trace)
    case .mean: return [weightedMean(trace, valued)] + leftOut(trace)
    case .min, .max, .best, .trimmed: return chosen(trace, valued) + leftOut(trace)
    case .copeland:
      let others = (run.sheet.node(trace.node.id)?.source.count { !$0.isNaN } ?? 1) - 1
      let tally = copelandTally(of: trace.node, unit: unit, in: run.sheet)
      return [.duels(others: others, tally, total: inFewDigits(trace.source))] + leftOut(trace)
    case .sum, .geometric, .harmonic, .power, .median:
      let terms = valued.map { child in
        ExplainSentence.Term(
          name: child.node.name, value: attained(child),
          factor: aggregation == .median || child.share.isNaN ? nil : words.percent(child.share, digits: 0...2))
      }
      return [.joined(terms, total: words.number(trace.source))] + leftOut(trace)
    }
  }

  /// The children that leave a node without a value under a mean of positive numbers; nil: none does.
  private func noSuchMean(_ trace: NodeTrace, _ valued: [NodeTrace]) -> ExplainSentence? {
    var allowsZero = false
    switch trace.node.aggregation {
    case .geometric?, .harmonic?: break
    case .power(let power)?: allowsZero = power > 0
    default: return nil
    }
    let terms = valued.filter { $0.value < 0 || !allowsZero && $0.value == 0 }.map {
      ExplainSentence.Term(name: $0.node.name, value: words.number($0.value))
    }
    return terms.isEmpty || !trace.source.isNaN ? nil : .noSuchMean(terms, allowsZero: allowsZero)
  }

  /// Nothing where one child is all there is.
  private func sum(_ trace: NodeTrace, _ valued: [NodeTrace]) -> [ExplainSentence] {
    let points = rules.points(trace.node.id)
    let acting = valued.compactMap(\.node.points).reduce(0, +)
    var scale: Double = 1
    if let points, acting > 0 { scale = points / acting }
    let total = valued.reduce(0) { $0 + words.shown($1.value) } * scale
    let isWhole = abs(scale - 1) < 1e-12
    if isWhole && trace.children.count == 1 { return [] }
    return [
      .sum(
        valued.map { ExplainSentence.Term(name: $0.node.name, value: words.number($0.value)) },
        scale: isWhole ? nil : "\(inFewDigits(points ?? 0)) ÷ \(inFewDigits(acting))",
        total: words.number(trace.source), isExact: words.isShown(total, as: trace.source))
    ]
  }

  private func weightedMean(_ trace: NodeTrace, _ valued: [NodeTrace]) -> ExplainSentence {
    let isByN = valued.contains { if case .weightByN = $0.node.share { true } else { false } }
    if !isByN, valued.count > 1, valued.allSatisfy({ abs($0.share - valued[0].share) < 1e-12 }) {
      let mean = valued.reduce(0) { $0 + words.shown($1.value) } / Double(valued.count)
      return .meanOfChosen(
        valued.map { ExplainSentence.Term(name: $0.node.name, value: words.number($0.value)) }, times: nil,
        total: words.number(trace.source), isExact: words.isShown(mean, as: trace.source))
    }
    // Finer shares of numbers of answers would tell more of them than may be told.
    let places = isByN ? 1 : 2
    let shares = valued.map { displayed($0.share * 100, digits: places) / 100 }
    let total = zip(valued, shares).reduce(0) { $0 + words.shown($1.0.value) * $1.1 }
    return .sum(
      valued.map {
        ExplainSentence.Term(
          name: $0.node.name, value: words.number($0.value), factor: words.percent($0.share, digits: 0...places))
      },
      scale: nil, total: words.number(trace.source), isExact: words.isShown(total, as: trace.source))
  }

  /// Order statistics: those that stand for all, and those that do not.
  private func chosen(_ trace: NodeTrace, _ valued: [NodeTrace]) -> [ExplainSentence] {
    let taken = valued.filter { !$0.share.isNaN }
    let passed = valued.filter(\.share.isNaN)
    func term(_ child: NodeTrace) -> ExplainSentence.Term {
      ExplainSentence.Term(name: child.node.name, value: attained(child))
    }
    let isOfPoints = valued.contains { $0.node.points != nil }
    let points = isOfPoints ? rules.points(trace.node.id) : nil
    let shown = taken.map { child in
      child.node.points.map { displayed(child.value / $0 * 100, digits: 2) / 100 } ?? words.shown(child.value)
    }
    let total = shown.reduce(0, +) / Double(max(1, taken.count)) * (points ?? 1)
    var sentences: [ExplainSentence] = [
      .meanOfChosen(
        taken.map(term), times: points.map { inFewDigits($0) }, total: words.number(trace.source),
        isExact: words.isShown(total, as: trace.source))
    ]
    if !passed.isEmpty { sentences.append(.notChosen(passed.map(term))) }
    return sentences
  }

  /// The value, or under points the share of them, which is what the mean is taken of.
  private func attained(_ child: NodeTrace) -> String {
    guard let points = child.node.points else { return words.number(child.value) }
    return words.percent(child.value / points, digits: 0...2)
  }

  private func leftOut(_ trace: NodeTrace) -> [ExplainSentence] {
    let names = trace.children.filter(\.value.isNaN).map { child in
      let why = missingWord(child)
      return why.isEmpty
        ? child.node.name : words.language == .chinese ? "\(child.node.name)（\(why)）" : "\(child.node.name) (\(why))"
    }
    return names.isEmpty ? [] : [.leftOut(names)]
  }
}
