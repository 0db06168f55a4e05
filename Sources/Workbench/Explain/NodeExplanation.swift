import Findings
import Register
import Schemes
import Scoring
import Statistics

/// A node and what stands below it, as indented lines.
struct NodeExplanation {
  let run: CompletedRun
  let unit: Int
  let words: ExplainWords
  let tables: RunTables
  let minimumCell: Int
  /// nil: an overview, without rules and rows.
  let evidence: RowEvidence?
  let rules: ResolvedRules
  /// Those about this unit, in order of date.
  let decisions: [JudgedDecision]
  let records: RecordSources
  /// Of what a unit is told about answers of people: which numbers it gets as a band.
  var smallSides: SmallSides?

  func lines(_ trace: NodeTrace, depth: Int, under parent: Node? = nil) throws -> [String] {
    let indent = String(repeating: "  ", count: depth)
    let missing = missingWord(trace)
    var parts = ["\(trace.node.name)  \(words.value(trace, missing: missing))"]
    let remarks = [rule(trace), words.share(trace, under: parent), words.halves(trace.halves)].filter {
      !$0.isEmpty && $0 != missing
    }
    if !remarks.isEmpty { parts.append("(\(remarks.joined(separator: words.language == .chinese ? "；" : "; ")))") }
    var lines = [indent + parts.joined(separator: "  ")]
    if evidence != nil {
      lines += try details(trace).map { indent + "    " + $0 }
    } else if rules.parent(trace.node.id) == nil {
      lines += takenHalf(trace).map { indent + "    " + said($0) }
    }
    for child in trace.children { lines += try self.lines(child, depth: depth + 1, under: trace.node) }
    return lines
  }

  /// How the value came about, where it is not simply computed.
  private func rule(_ trace: NodeTrace) -> String {
    guard trace.rule == .overridden, let decided = trace.override?.decision,
      let about = Period(parsing: decided.period), about != run.period
    else { return words.rule(trace.rule) }
    return words.decided(on: about)
  }

  func missingWord(_ trace: NodeTrace) -> String {
    OutcomeWords(language: words.language).missing(
      trace.state, trace.node.measure.map { tables.measureReason($0, unit: unit) } ?? .none, rule: trace.rule)
  }

  func said(_ sentence: ExplainSentence) -> String { sentence.text(in: words.language) }

  private func details(_ trace: NodeTrace) throws -> [String] {
    let node = trace.node
    var lines = [node.sentence(in: words.language, of: run.scheme)]
    if !node.basis.isEmpty { lines.append(node.basis) }
    lines += fact(node.applies)
    if rules.parent(node.id) == nil { lines += year(trace) }
    lines += joining(trace).map(said)
    lines += steps(trace)
    if let override = trace.override { lines.append(words.override(override, in: run.period)) }
    lines += refused(node.id)
    lines += halfSteps(trace)
    lines += halves(trace).map(said)
    if trace.state == .missing {
      let blocking = trace.children.filter { $0.state == .missing && rules.missing($0.node.id) == .propagate }
      if !blocking.isEmpty { lines.append(said(.blocked(by: blocking.map(\.node.name)))) }
      let isZero = rules.isZeroWithoutEffect(node.id)
      lines.append(said(isZero ? .zeroWithoutEffect : .missingPolicy(rules.missing(node.id))))
    }
    if !node.isLeaf, trace.coverage < 1 {
      lines.append(said(.coverage(OutcomeWords(language: words.language).percent(trace.coverage))))
    }
    if case .weightByN(let measure) = node.share, !trace.share.isNaN {
      lines.append(said(.weightByN(measure: measure)))
    }
    if node.hands != nil {
      lines += try hands(trace)
    } else if let measure = node.measure.flatMap(run.scheme.measure) {
      lines += try measured(measure)
    }
    let others =
      node.acrossMeasures.map { ($0, ExplainSentence.across(measure: $0)) }
      + (node.zeroWhen.map { [($0.measure, .testedForZero(measure: $0.measure))] } ?? [])
    for (id, heading) in others {
      guard let measure = run.scheme.measure(id) else { continue }
      lines.append(said(heading))
      lines += try measured(measure).map { "  " + $0 }
    }
    return lines
  }

  /// What a condition asks, and what it finds of the unit.
  func fact(_ test: Comparison.OnFact?) -> [String] {
    guard let test, let fact = run.scheme.facts.first(where: { $0.id == test.fact }) else { return [] }
    return [factLine(fact)]
  }

  func factLine(_ fact: Fact) -> String {
    let number = run.sheet.facts[fact.id]?[unit] ?? 0
    let isCount =
      switch fact.test {
      case .count, .countOfChildren: true
      default: false
      }
    return said(
      .fact(
        fact.id, asks: fact.sentence(in: words.language, of: run.scheme), answer: isCount ? nil : number != 0,
        number: inFewDigits(number)))
  }

  /// The decisions on a node or effect that do not act, each with the reason.
  func refused(_ target: String) -> [String] {
    decisions.compactMap { judged in
      guard judged.decision.target == target, case .refused(let problem) = judged.outcome else { return nil }
      return refused(judged.decision, problem)
    }
  }

  private func refused(_ decision: Decision, _ problem: DecisionProblem) -> String {
    said(.refused(decision: words.decision(decision, in: run.period), why: why(problem)))
  }

  /// What is wrong with a decision.
  func why(_ problem: DecisionProblem) -> String {
    ScoringFinding.decision(.subject(""), problem).wording(in: words.language).found
  }

  /// What a measure reads, its number in each window, and its rows.
  func measured(_ measure: Measure) throws -> [String] {
    let id = measure.id
    var lines = [measure.sentence(in: words.language)]
    let windows: [(period: Period, columns: [String: MeasureColumn])]
    if run.record.input.halves.isEmpty {
      windows = [(run.period, run.record.input.measures)]
    } else {
      windows = run.record.input.halves.map { ($0.period, $0.measures) }
    }
    for window in windows {
      guard let column = window.columns[id] else { continue }
      let value = column[unit]
      let isHidden =
        value.reason == .belowMinimumCell
        || run.hidesAnswers(of: id, about: unit, minimumCell: minimumCell)
      let prefix = windows.count > 1 ? "\(words.name(of: window.period))  " : ""
      let band = isHidden ? nil : smallSides?.band(measure, value)
      lines.append(
        prefix
          + (band.map { words.measure(within: $0, of: measure, under: minimumCell) }
            ?? words.measure(value, of: measure, hiddenUnder: isHidden ? minimumCell : nil)))
      if value.reason == .notCovered {
        lines += try evidence?.uncovered(measure, unit: unit, period: window.period).map { "· " + $0 } ?? []
      }
      lines += try evidence?.lines(for: measure, unit: unit, period: window.period).map { "· " + $0 } ?? []
      if let divisor = try evidence?.divisor(of: measure, unit: unit, period: window.period) {
        lines.append(said(.dividedBy(table: divisor.table)))
        lines += divisor.lines.map { "  · " + $0 }
      }
    }
    return lines
  }

  /// How the year comes of its halves, and which half all was taken from.
  private func year(_ trace: NodeTrace) -> [String] {
    guard run.record.input.halves.count == 2, let rule = run.scheme.combination else { return [] }
    return [rule.sentence(in: words.language)] + takenHalf(trace).map(said)
  }

  private func takenHalf(_ trace: NodeTrace) -> [ExplainSentence] {
    guard let taken = trace.takenHalf else { return [] }
    return [.chosenHalf(words.halfNames[taken], other: words.halfNames[1 - taken])]
  }

  /// How two halves became the year's number.
  private func halves(_ trace: NodeTrace) -> [ExplainSentence] {
    guard trace.halves.count == 2, let rule = run.scheme.combination else { return [] }
    // The half that was taken may have nothing here.
    guard rule.mode == .weighted else { return takenHalf(trace) }
    guard !trace.value.isNaN else { return [] }
    let names = words.halfNames
    let weights = [rule.h1, rule.h2]
    let known = trace.halves.indices.filter { !trace.halves[$0].isNaN }
    if known.count == 1 { return [.onlyHalf(names[known[0]], other: names[1 - known[0]])] }
    guard known.count == 2 else { return [] }
    // A decision on the year stands beside what its halves gave.
    let isOfYear = trace.override.map { Period(parsing: $0.decision.period) == run.period } ?? false
    let value = isOfYear ? trace.override?.computed ?? .nan : trace.value
    let terms = known.map {
      ExplainSentence.Term(
        name: names[$0], value: words.number(trace.halves[$0]), factor: words.percent(weights[$0], digits: 0...2))
    }
    let sum = known.reduce(0) { $0 + words.shown(trace.halves[$1]) * weights[$1] }
    return [.halves(terms, total: words.number(value), isExact: words.isShown(sum, as: value))]
  }
}

extension Node {
  /// The measures that give a two-way band its columns.
  var acrossMeasures: [String] {
    let all = steps + (hands?.all.flatMap(\.steps) ?? [])
    return all.compactMap { if case .matrix(let matrix) = $0.action { matrix.across } else { nil } }
  }
}
