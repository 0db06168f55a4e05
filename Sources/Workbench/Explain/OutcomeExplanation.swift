import Findings
import Register
import Schemes
import Scoring
import Statistics

/// What follows the tree: how effects made the score, what rank and grade it has and why, which decisions were not
/// followed.
struct OutcomeExplanation {
  let node: NodeExplanation
  /// A consequence must name its cause: rows are listed even where the tree is an overview.
  let evidence: RowEvidence
  var run: CompletedRun { node.run }
  var words: ExplainWords { node.words }
  var unit: Int { node.unit }
  var standing: Standing { run.sheet.standing[unit] }

  init(of node: NodeExplanation, evidence: RowEvidence) {
    self.node = node
    self.evidence = evidence
  }

  func said(_ sentence: ExplainSentence) -> String { node.said(sentence) }

  /// - Parameter listsAll: effects that did not act too.
  func lines(listsAll: Bool) throws -> [String] {
    var lines: [String] = []
    func add(_ heading: ExplainSentence, _ found: [String]) {
      if !found.isEmpty { lines += ["", said(heading)] + found.map { "  " + $0 } }
    }
    add(.effectsHeading, try effects(listsAll: listsAll))
    add(.outcomeHeading, conditions() + title() + rank() + grade())
    add(.refusedHeading, refusedElsewhere(listsAll: listsAll))
    return lines
  }

  /// Of the decisions that were not followed, those that no line above has named.
  private func refusedElsewhere(listsAll: Bool) -> [String] {
    let effects = Set(run.scheme.effects.filter { $0.adjust != nil }.map(\.id))
    let nodes = Set(listsAll ? run.scheme.allNodes.map(\.id) : [])
    let judged = node.decisions.compactMap { judged -> String? in
      guard case .refused(let problem) = judged.outcome, !effects.contains(judged.decision.target),
        !nodes.contains(judged.decision.target)
      else { return nil }
      return refused(judged.decision, why: node.why(problem))
    }
    let code = run.sheet.units[unit].code
    return judged
      + node.records.ambiguous.filter { $0.decision.unit == code }.map {
        refused($0.decision, why: $0.why.wording(in: words.language).found)
      }
  }

  private func refused(_ decision: Decision, why: String) -> String {
    let name = run.scheme.node(decision.target)?.name ?? decision.target
    return said(.refusedOn(target: name, decision: words.decision(decision, in: run.period), why: why))
  }

  /// The facts by which a unit is deferred, exempt or not eligible.
  private func conditions() -> [String] {
    let tests: [Comparison.OnFact] =
      switch standing.status {
      case .graded: []
      case .deferred(let fact): run.scheme.deferred.filter { $0.fact == fact }
      case .exempt(let fact): run.scheme.exempt.filter { $0.fact == fact }
      case .notGraded(let reasons):
        run.scheme.eligible.filter { test in
          reasons.contains { if case .ineligible(let fact) = $0 { fact == test.fact } else { false } }
        }
      }
    return tests.flatMap { node.fact($0) }
  }

  private func rank() -> [String] {
    guard let ranking = run.scheme.ranking, standing.status == .graded else { return [] }
    let isPerGroup = ranking.per == .peers
    let group = isPerGroup ? run.sheet.units[unit].peers : ""
    let members = run.sheet.units.indices.filter { !isPerGroup || run.sheet.units[$0].peers == group }
    guard let rank = standing.rank else {
      let graded = members.count { run.sheet.standing[$0].status == .graded }
      if let needed = ranking.minUnits, graded < needed {
        return [said(.tooFewUnits(group: group, count: graded, needed: needed))]
      }
      return ranking.minBase.map { [said(.tooSmallBase(measure: $0.measure, needed: inFewDigits($0.atLeast)))] } ?? []
    }
    let ranked = members.filter { run.sheet.standing[$0].rank != nil }
    let names = ranking.tieBreak.map { run.scheme.node($0)?.name ?? $0 }
    let line = ExplainSentence.rank(
      rank, group: group, count: ranked.count, isDisplayed: ranking.basis == .displayed, tieBreak: names)
    return [said(line)] + ties(ranking, ranked.filter { $0 != unit })
  }

  /// Who has the same score, and what settled the order.
  private func ties(_ ranking: Ranking, _ others: [Int]) -> [String] {
    let ties = TieBreaks(run.sheet, ranking, digits: run.scheme.defaults.digits)
    var shared: [String] = []
    var lines: [String] = []
    for other in others where ties.isTied(unit, other) {
      let name = run.sheet.units[other].name
      guard let column = ties.column(between: unit, and: other) else {
        shared.append(name)
        continue
      }
      let (own, its) = (column.value[unit], column.value[other])
      lines.append(
        said(
          .tieBroken(
            unit: name, by: run.scheme.node(column.id)?.name ?? column.id, own: words.number(own),
            other: words.number(its), isAhead: ties.isAhead(unit, of: other, by: column))))
    }
    return lines + (shared.isEmpty ? [] : [said(.tieShared(units: shared))])
  }

  /// The title that the unit holds, with its row.
  private func title() -> [String] {
    guard let grade = standing.heldTitle else { return [] }
    return run.record.input.titles.filter { $0.unit == unit && $0.grade == grade }.map { holding in
      said(
        .titleHeld(
          grade, from: day(holding.from), to: holding.to.map(day), source: node.records.titles[holding]))
    }
  }

  private func day(_ yyyymmdd: Int) -> String { CalendarDate(yyyymmdd: yyyymmdd).map { "\($0)" } ?? "\(yyyymmdd)" }

  private func grade() -> [String] {
    guard let grading = run.scheme.grading else { return [] }
    var lines: [String] = []
    if let effect = standing.setBy { lines.append(said(.gradeSet(effect: effect))) }
    if grading.onlyYear, run.period.grain != .year { return lines + [said(.noGradeInPeriod)] }
    if let clusters = grading.clusters { return lines + self.clusters(clusters) }
    for attempt in standing.attempts {
      guard let band = grading.bands.first(where: { $0.grade == attempt.grade }) else { continue }
      let rule = band.sentence(in: words.language, year: run.period.start.year)
      lines.append(said(.line(rule: rule, outcome: outcome(attempt.outcome))))
      if case .decided = attempt.outcome { lines += decisions(on: attempt.grade).map { "  " + $0 } }
      lines += quota(band)
    }
    return lines
  }

  /// What the committee decided on a grade.
  private func decisions(on grade: String) -> [String] {
    node.decisions.filter { $0.decision.target == grade && $0.outcome == .acting }.map {
      words.decision($0.decision, in: run.period)
    }
  }

  private func outcome(_ outcome: GradeAttempt.Outcome) -> String {
    switch outcome {
    case .granted: said(.lineMet)
    case .kept: said(.titleKept)
    case .keptInPlace: said(.titleKeptInPlace)
    default: OutcomeWords(language: words.language).attempt(outcome, side: run.scheme)
    }
  }

  /// How many places there are in the unit's group, and who takes none of them.
  private func quota(_ band: GradeBand) -> [String] {
    guard let quota = band.quota, !quota.isLifted(in: run.period.start.year) else { return [] }
    let scored = run.sheet.units
    func group(_ index: Int) -> String {
      switch quota.per {
      case .all: ""
      case .peers: scored[index].peers
      case .column(let column): scored[index].register[column] ?? ""
      }
    }
    let own = group(unit)
    guard let contest = run.sheet.contests.first(where: { $0.grade == band.grade && $0.group == own }) else {
      return []
    }
    let members = scored.indices.filter { group($0) == own }
    func count(_ isCounted: (Standing.Status) -> Bool) -> Int {
      members.count { isCounted(run.sheet.standing[$0].status) }
    }
    let deferred = count { if case .deferred = $0 { true } else { false } }
    let exempt = count { if case .exempt = $0 { true } else { false } }
    var share: Double?
    if case .share(let value) = quota.size { share = value }
    var lines = [
      said(
        .quotaBase(
          group: own, members: members.count, deferred: deferred, exempt: exempt,
          holders: members.count - deferred - exempt - contest.base, base: contest.base,
          share: share.map { words.percent($0, digits: 0...2) },
          exact: inFewDigits((share ?? 0) * Double(contest.base)),
          rounding: quota.round, least: quota.min, places: contest.places))
    ]
    if contest.placesUsed > 0 {
      let year = run.sheet.period.start.year
      let given = Set(
        run.record.input.titles.filter {
          $0.grade == band.grade && $0.from / 10_000 == year && $0.from <= run.sheet.period.end.yyyymmdd
        }.map(\.unit))
      lines.append(
        said(
          .quotaUsed(
            given: contest.placesUsed, units: members.filter(given.contains).map { scored[$0].name },
            left: max(0, contest.places - contest.placesUsed))))
    }
    let holders = quota.onlyNew ? members.filter { run.sheet.standing[$0].heldTitle == band.grade } : []
    if !holders.isEmpty { lines.append(said(.holders(grade: band.grade, units: holders.map { scored[$0].name }))) }
    return lines.map { "  " + $0 }
  }

  private func clusters(_ clusters: ClusterGrading) -> [String] {
    var lines = [clusters.sentence(in: words.language)]
    if let per = clusters.per, let fact = run.scheme.facts.first(where: { $0.id == per }) {
      lines.append(node.factLine(fact))
    }
    guard let found = clusterTrace(unit: unit, in: run.sheet, scheme: run.scheme) else { return lines }
    func name(_ place: Int) -> String {
      clusters.names.indices.contains(place) ? clusters.names[place] : "\(place + 1)"
    }
    let centre = found.centres[found.place]
    lines.append(
      said(
        .cluster(
          group: found.group, fact: clusters.per, units: found.units, value: words.finely(found.value),
          grade: name(found.place), centre: words.finely(centre), gap: words.finely(abs(found.value - centre)),
          tied: found.equallyNear.filter { found.centres[$0] != centre }.map(name),
          joint: found.equallyNear.filter { found.centres[$0] == centre }.map(name))))
    let terms = found.centres.indices.reversed().map {
      ExplainSentence.Term(name: name($0), value: words.finely(found.centres[$0]))
    }
    lines.append(said(.centres(terms)))
    for attempt in standing.attempts {
      if case .capped = attempt.outcome { lines.append(outcome(attempt.outcome)) }
    }
    return lines
  }
}
