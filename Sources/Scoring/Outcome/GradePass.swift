import Findings
import Register
import Schemes
import Statistics

/// Grades over the whole sheet, line by line from the top (G1–G6), under ceilings and verdicts (E6): who misses a line for
/// any reason tries the next.
struct GradePass {
  let scheme: Scheme
  let plan: Plan
  let tree: Tree
  let root: Int
  let effects: EffectPass
  let period: Period
  let titles: TitleBook
  let book: DecisionBook
  private(set) var contests: [Contest] = []
  private(set) var findings: [ScoringFinding] = []

  init(
    scheme: Scheme, plan: Plan, tree: Tree, root: Int, effects: EffectPass, period: Period, titles: TitleBook,
    book: DecisionBook
  ) {
    self.scheme = scheme
    self.plan = plan
    self.tree = tree
    self.root = root
    self.effects = effects
    self.period = period
    self.titles = titles
    self.book = book
  }

  mutating func grade(_ standing: inout [Standing], order: RankOrder) {
    award(&standing, order)
    for (_, decisions) in book.grants.sorted(by: { $0.key < $1.key }) {
      for (unit, decision) in decisions.sorted(by: { $0.key < $1.key }) {
        guard let problem = decision.grantProblem(standing[unit].attempts) else { continue }
        findings.append(.decision(decision.place, problem))
      }
    }
  }

  private mutating func award(_ standing: inout [Standing], _ order: RankOrder) {
    var open: [Int] = []
    let isUngradedPeriod = scheme.grading?.onlyYear ?? false && period.grain != .year
    for unit in standing.indices {
      standing[unit].heldTitle = titles.title(of: unit)
      switch standing[unit].status {
      // Neither is graded nor vetoed; the effects stay in their records.
      case .deferred, .exempt: continue
      case .graded, .notGraded: break
      }
      standing[unit].cappedBy = effects.cappedBy[unit]
      standing[unit].setBy = effects.verdict[unit]?.effect
      if isUngradedPeriod { continue }
      if let verdict = effects.verdict[unit] {
        standing[unit].grade = verdict.grade
      } else if standing[unit].status == .graded {
        open.append(unit)
      }
    }
    guard let grading = scheme.grading, !isUngradedPeriod else { return }
    if let clusters = grading.clusters { return byClusters(clusters, grading.grades, open, &standing) }
    let conditions = GradeConditions(
      scheme: scheme, plan: plan, tree: tree, root: root, year: period.start.year, standing: standing)
    for (line, band) in grading.bands.enumerated() {
      open = tried(band, line, open, &standing, conditions, order)
    }
  }

  /// One line: who gets it leaves the field.
  /// - Returns: the units that try the next.
  private mutating func tried(
    _ band: GradeBand, _ line: Int, _ open: [Int], _ standing: inout [Standing], _ conditions: GradeConditions,
    _ order: RankOrder
  ) -> [Int] {
    if let cutOff = band.atLeast, cutOff.value(in: conditions.year) == nil, !open.isEmpty {
      findings.append(.cutOffMissing(place(of: band), grade: band.grade, year: conditions.year))
    }
    var outcomes: [Int: GradeAttempt.Outcome] = [:]
    var meeting: [Int] = []
    for unit in open {
      if effects.ceiling[unit] ?? 0 > line {
        outcomes[unit] = .capped(effects: effects.cappedBy[unit])
      } else if let failure = conditions.failure(band, standing[unit], unit) {
        outcomes[unit] = failure
      } else {
        meeting.append(unit)
      }
    }
    if let quota = band.quota, !quota.isLifted(in: period.start.year) {
      let contest = ContestPass(
        quota: quota, grade: band.grade, units: tree.units, standing: standing, titles: titles, order: order,
        decisions: book.grants[band.grade] ?? [:])
      for result in contest.run(meeting, barred: barred(band, line, standing, conditions)) {
        contests.append(result.contest)
        outcomes.merge(result.outcomes) { _, new in new }
        for unit in result.byTie { standing[unit].isInByTie = true }
        if result.unranked.isEmpty { continue }
        findings.append(
          .quotaWithoutRanks(
            quota.place, grade: band.grade, group: result.contest.group,
            units: result.unranked.map { tree.units[$0].code }))
      }
    } else {
      for unit in meeting { outcomes[unit] = .granted }
    }
    return settle(band.grade, outcomes, open, &standing)
  }

  private func settle(
    _ grade: String, _ outcomes: [Int: GradeAttempt.Outcome], _ open: [Int], _ standing: inout [Standing]
  ) -> [Int] {
    open.filter { unit in
      guard let outcome = outcomes[unit] else { return true }
      standing[unit].attempts.append(GradeAttempt(grade: grade, outcome: outcome))
      switch outcome {
      case .granted, .kept, .keptInPlace, .decided(isGranted: true):
        standing[unit].grade = grade
        return false
      case .tiedForCommittee:
        if standing[unit].awaits == nil { standing[unit].awaits = grade }
        return true
      default: return true
      }
    }
  }

  /// Graded units that meet the line's other conditions and are kept from it by a veto or a ceiling.
  private func barred(
    _ band: GradeBand, _ line: Int, _ standing: [Standing], _ conditions: GradeConditions
  ) -> [Int: [String]] {
    let grades = scheme.grading?.grades ?? []
    var barred: [Int: [String]] = [:]
    for unit in standing.indices where standing[unit].status == .graded {
      var reasons: [String] = []
      if let verdict = effects.verdict[unit] {
        if grades.firstIndex(of: verdict.grade) ?? grades.count > line { reasons = [verdict.effect] }
      } else if effects.ceiling[unit] ?? 0 > line {
        reasons = effects.cappedBy[unit]
      }
      if reasons.isEmpty || conditions.failure(band, standing[unit], unit) != nil { continue }
      barred[unit] = reasons
    }
    return barred
  }

  /// A ceiling takes a cluster's grade down to itself.
  private mutating func byClusters(
    _ clusters: ClusterGrading, _ grades: [String], _ open: [Int], _ standing: inout [Standing]
  ) {
    let pass = ClusterGrades(scheme: scheme, clusters: clusters, plan: plan, tree: tree, root: root)
    let (places, found) = pass.assign(standing)
    findings += found
    for unit in open {
      guard let place = places[unit] else { continue }
      let line = grades.count - 1 - place
      let ceiling = effects.ceiling[unit] ?? 0
      if ceiling > line {
        standing[unit].attempts.append(
          GradeAttempt(grade: grades[line], outcome: .capped(effects: effects.cappedBy[unit])))
      }
      let final = max(line, ceiling)
      guard grades.indices.contains(final) else { continue }
      standing[unit].grade = grades[final]
      standing[unit].attempts.append(GradeAttempt(grade: grades[final], outcome: .granted))
    }
  }

  private func place(of band: GradeBand) -> Place {
    scheme.grading.map { $0.places["\(band.grade).at_least"] ?? $0.places[band.grade] ?? $0.place } ?? scheme.place
  }
}
