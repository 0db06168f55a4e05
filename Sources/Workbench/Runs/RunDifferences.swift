import Schemes
import Scoring
import Statistics

/// Every number, state and name in which a kept run and its replay differ.
struct RunDifferences {
  private typealias Parts = [(quantity: ReplayDifference.Quantity, content: ReplayDifference.Content)]

  private(set) var all: [ReplayDifference] = []
  /// nil: numbers are compared to the last bit; else as displayed.
  var digits: Int?
  /// False for runs of an earlier engine, which did not keep them.
  var comparesAttempts = true

  mutating func compare(
    _ quantity: ReplayDifference.Quantity, of thing: ReplayDifference.Thing = .run,
    for unit: ReplayDifference.Unit? = nil, _ stored: ReplayDifference.Content, _ recomputed: ReplayDifference.Content
  ) {
    if stored != recomputed { add(quantity, of: thing, unit, stored, recomputed) }
  }

  private mutating func add(
    _ quantity: ReplayDifference.Quantity, of thing: ReplayDifference.Thing, _ unit: ReplayDifference.Unit?,
    _ stored: ReplayDifference.Content, _ recomputed: ReplayDifference.Content
  ) {
    all.append(
      ReplayDifference(thing: thing, unit: unit, quantity: quantity, stored: stored, recomputed: recomputed))
  }

  private mutating func compare(
    _ thing: ReplayDifference.Thing, _ unit: ReplayDifference.Unit?, _ stored: Parts, _ recomputed: Parts
  ) {
    // Steps and halves come last: what only one of the two has is compared with nothing.
    for index in 0..<max(stored.count, recomputed.count) {
      let old = stored.indices.contains(index) ? stored[index].content : .absent
      let new = recomputed.indices.contains(index) ? recomputed[index].content : .absent
      compare((stored.count > index ? stored : recomputed)[index].quantity, of: thing, for: unit, old, new)
    }
  }

  mutating func compare(_ stored: ScoreSheet, _ again: ScoreSheet) {
    let ids = (stored.nodes.map(\.id), again.nodes.map(\.id))
    compare(.nodes, .list(ids.0), .list(ids.1))
    compare(.unitCount, of: .standing, .text("\(stored.standing.count)"), .text("\(again.standing.count)"))
    guard ids.0 == ids.1, stored.standing.count == again.standing.count else { return }
    let units = stored.units.map(ReplayDifference.Unit.init)
    for (old, new) in zip(stored.nodes, again.nodes) {
      for unit in units.indices { compare(.node(old.id), units[unit], parts(of: old, unit), parts(of: new, unit)) }
    }
    for unit in stored.standing.indices {
      compare(.standing, units[unit], parts(of: stored.standing[unit]), parts(of: again.standing[unit]))
    }
    for unit in units.indices {
      compare(.peers, for: units[unit], .text(stored.units[unit].peers), .text(again.units[unit].peers))
    }
    compareContests(stored, again)
    for (old, new) in zip(stored.nodes, again.nodes) where old.treatments != new.treatments {
      add(.presence, of: .node(old.id), nil, .notShown, .notShown)
    }
    for fact in Set(stored.facts.keys).union(again.facts.keys).sorted() {
      let (old, new) = (stored.facts[fact] ?? [], again.facts[fact] ?? [])
      for unit in units.indices {
        compare(
          .value, of: .fact(fact), for: units[unit], old.indices.contains(unit) ? content(old[unit]) : .absent,
          new.indices.contains(unit) ? content(new[unit]) : .absent)
      }
    }
    for index in 0..<max(stored.effects.count, again.effects.count) {
      guard index < stored.effects.count, index < again.effects.count else {
        let isStored = index < stored.effects.count
        let sheet = isStored ? stored : again
        let record = sheet.effects[index]
        add(
          .presence, of: .effect(record.effect), ReplayDifference.Unit(sheet.units[record.unit]),
          isStored ? .present : .absent, isStored ? .absent : .present)
        continue
      }
      let record = stored.effects[index]
      compare(
        .effect(record.effect), units[record.unit], parts(of: record, stored),
        parts(of: again.effects[index], again))
    }
  }

  mutating func compare(_ stored: ScoringInput, _ again: ScoringInput) {
    let units = stored.units.map(ReplayDifference.Unit.init)
    compare(.units, .list(stored.units.map(\.code)), .list(again.units.map(\.code)))
    compare(.halfCount, .text("\(stored.halves.count)"), .text("\(again.halves.count)"))
    guard stored.units.map(\.code) == again.units.map(\.code) else { return }
    compare(stored.measures, again.measures, stored.period.id, units)
    for (old, new) in zip(stored.halves, again.halves) { compare(old.measures, new.measures, old.period.id, units) }
    compare(.otherPeriods, .list(stored.history.map(\.period.id)), .list(again.history.map(\.period.id)))
    for (old, new) in zip(stored.history, again.history) { compare(old.measures, new.measures, old.period.id, units) }
    if stored.decisions != again.decisions { add(.decisions, of: .run, nil, .notShown, .notShown) }
    if stored.titles != again.titles { add(.titles, of: .run, nil, .notShown, .notShown) }
  }

  /// The rows of a table that leaves come from; a column that came later is empty in them.
  mutating func compareLeafRows(_ stored: [[String: SchemeCell]], _ again: [[String: SchemeCell]]) {
    func filled(_ rows: [[String: SchemeCell]]) -> [[String: SchemeCell]] {
      rows.map { $0.filter { $0.value != .empty } }
    }
    if filled(stored) != filled(again) { add(.leafRows, of: .run, nil, .notShown, .notShown) }
  }

  private mutating func compareContests(_ stored: ScoreSheet, _ again: ScoreSheet) {
    for index in 0..<max(stored.contests.count, again.contests.count) {
      let old = stored.contests.indices.contains(index) ? stored.contests[index] : nil
      let new = again.contests.indices.contains(index) ? again.contests[index] : nil
      guard old != new, let named = old ?? new else { continue }
      add(
        .presence, of: .contest(named.grade, group: named.group), nil, old == nil ? .absent : .notShown,
        new == nil ? .absent : .notShown)
    }
  }

  /// Only values are told: n of an anonymous table may be one that nobody is to see.
  private mutating func compare(
    _ old: [String: MeasureColumn], _ new: [String: MeasureColumn], _ period: String,
    _ units: [ReplayDifference.Unit]
  ) {
    for id in Set(old.keys).union(new.keys).sorted() {
      let thing = ReplayDifference.Thing.measure(id, period: period)
      guard let a = old[id], let b = new[id] else {
        add(.presence, of: thing, nil, old[id] == nil ? .absent : .present, new[id] == nil ? .absent : .present)
        continue
      }
      for unit in units.indices {
        let (then, now) = (content(a.value[unit]), content(b.value[unit]))
        if then != now {
          add(.value, of: thing, units[unit], then, now)
        } else if base(of: a[unit]) != base(of: b[unit]) {
          add(.base, of: thing, units[unit], .notShown, .notShown)
        }
      }
    }
  }

  private func parts(of node: NodeColumn, _ unit: Int) -> Parts {
    let numbers: [(ReplayDifference.Quantity, Double)] = [
      (.value, node.value[unit]), (.coverage, node.coverage[unit]), (.share, node.effectiveShare[unit]),
      (.contribution, node.contribution[unit]), (.source, node.source[unit]),
    ]
    let states: Parts = [(.state, .state(node.state[unit])), (.rule, .rule(node.rule[unit]))]
    let steps: Parts = node.afterStep.enumerated().map { (.step($0 + 1), content($1[unit])) }
    let halves: Parts = node.halves.enumerated().map { (.half($0 + 1), content($1[unit])) }
    let hands: Parts = node.hands.map { hand in
      let all = [hand.source, hand.value, hand.difference] + hand.afterStep
      return (.hand(hand.id), .list(all.map { text($0[unit]) }))
    }
    let override = node.overrides[unit]
    let decided: Parts = [
      (.computed, override.map { content($0.computed) } ?? .absent),
      (.decision, override.map { words(of: $0.decision) } ?? .absent),
      (.isImputed, node.isImputed.indices.contains(unit) && node.isImputed[unit] ? .present : .absent),
    ]
    return numbers.map { ($0, content($1)) } + states + hands + decided + steps + halves
  }

  private func words(of decision: Decision) -> ReplayDifference.Content {
    let value =
      switch decision.value {
      case .number(let number): text(number)
      case .notApplicable: "n/a"
      case .none: "–"
      case .granted: "granted"
      case .refused: "refused"
      }
    return .list([decision.period, decision.target, decision.unit, value, decision.role, "\(decision.date)"])
  }

  /// As text: NaN equals NaN, and numbers are compared as all others.
  private func words(of outcome: GradeAttempt.Outcome) -> String {
    switch outcome {
    case .below(let needed, let found): "below \(text(needed)) \(text(found))"
    case .childBelow(let node, let needed, let found): "child \(node) \(text(needed)) \(text(found))"
    case .percentileBelow(let needed, let found): "percentile \(text(needed)) \(text(found))"
    case .granted, .kept, .keptInPlace, .capped, .noPlace, .tiedOut, .tiedForCommittee, .decided, .noRanks, .noCutOff:
      "\(outcome)"
    }
  }

  private func parts(of standing: Standing) -> Parts {
    [
      (.value, content(standing.score)), (.displayed, content(standing.displayedScore)),
      (.coverage, content(standing.coverage)),
      (.rank, standing.rank.map { .rank($0, isTied: standing.isTied) } ?? .absent),
      (.grade, standing.grade.map { .text($0) } ?? .absent),
      (.effects, .list(standing.cappedBy + [standing.setBy].compactMap(\.self))),
      (.status, content(standing.status)), (.title, standing.heldTitle.map { .text($0) } ?? .absent),
      (.tie, .list([standing.isInByTie ? "=" : nil, standing.awaits].compactMap(\.self))),
    ]
      + (comparesAttempts
        ? [(.attempts, .list(standing.attempts.map { "\($0.grade) \(words(of: $0.outcome))" }))] : [])
  }

  private func content(_ status: Standing.Status) -> ReplayDifference.Content {
    switch status {
    case .graded: .graded
    case .deferred(let fact): .deferred(fact: fact)
    case .exempt(let fact): .exempt(fact: fact)
    case .notGraded(let reasons):
      .notGraded(
        reasons.map { reason in
          switch reason {
          case .noScore: .noScore
          case .coverage(let found, let needed, let leaves):
            .coverage(found: text(found), needed: text(needed), leaves: leaves)
          case .node(let node): .node(node)
          case .ineligible(let fact): .ineligible(fact)
          }
        })
    }
  }

  private func parts(of record: EffectRecord, _ sheet: ScoreSheet) -> Parts {
    [
      (.unit, .unit(ReplayDifference.Unit(sheet.units[record.unit]))), (.outcome, .outcome(record.outcome)),
      (.trigger, record.firedBy.map { .text($0) } ?? .absent), (.nominal, content(record.nominal)),
      (.effective, content(record.effective)), (.before, content(record.before)), (.after, content(record.after)),
      (.decision, record.decision.map { words(of: $0) } ?? .absent),
    ]
  }

  private func base(of value: MeasureValue) -> String {
    [value.sd, value.numerator, value.denominator].map(text).joined(separator: " ")
      + " \(value.state) \(value.reason) \(value.n)"
  }

  private func content(_ number: Double) -> ReplayDifference.Content { number.isNaN ? .absent : .text(text(number)) }

  /// Distinct for distinct numbers; −0 is 0, since the store does not tell them apart.
  private func text(_ number: Double) -> String {
    guard !number.isNaN else { return "–" }
    let shown = (digits.map { number.isFinite ? displayed(number, digits: $0) : number } ?? number) + 0
    let text = "\(shown)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension ReplayDifference.Unit {
  init(_ unit: ScoredUnit) { self.init(code: unit.code, name: unit.name) }
}
