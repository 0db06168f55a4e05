import Findings

extension StructureCheck {
  func checkUse() {
    let applied = (nodes + nodes.flatMap(\.innerRules)).compactMap(\.applies)
    let tests = scheme.deferred + scheme.exempt + scheme.eligible + applied
    var usedFacts = Set(tests.map(\.fact) + scheme.facts.flatMap(\.test.facts))
    if case .fact(let peers)? = scheme.units.peers { usedFacts.insert(peers) }
    if let per = scheme.grading?.clusters?.per { usedFacts.insert(per) }
    for fact in scheme.facts where !usedFacts.contains(fact.id) {
      report(.factUnused(fact: fact.id), at: fact.place)
    }
    var used = likeBases
    for node in nodes {
      used.formUnion(node.measures)
    }
    for fact in scheme.facts { used.formUnion(fact.test.measures) }
    for effect in scheme.effects { used.formUnion(effect.measures) }
    if let base = scheme.ranking?.minBase { used.insert(base.measure) }
    for measure in scheme.measures where !used.contains(measure.id) {
      report(.measureUnused(measure: measure.id), at: measure.place)
    }
  }

  func checkEffects() {
    for effect in scheme.effects {
      for (index, test) in (effect.trigger?.anyOf ?? []).enumerated() {
        check(.measure, test.measure, of: effect.id, at: effect.place(of: "when.\(index)"))
      }
      if let change = effect.change, !(effect.trigger?.anyOf.contains { $0.measure == change.measure } ?? false) {
        check(.measure, change.measure, of: effect.id, at: effect.place(of: "change.measure"))
      }
      if let grade = effect.capGrade { check(.grade, grade, of: effect.id, at: effect.place(of: "cap_grade")) }
      if let grade = effect.setGrade { check(.grade, grade, of: effect.id, at: effect.place(of: "set_grade")) }
      if let group = effect.group { check(.group, group, of: effect.id, at: effect.place(of: "group")) }
      for id in effect.measures {
        guard let measure = scheme.measure(id), measure.window != .period else { continue }
        report(
          .effectWindow(effect: effect.id, measure: id, window: measure.window.word),
          at: measure.place(of: "window"))
      }
    }
    for group in scheme.effectGroups {
      let members = scheme.effects.filter { $0.group == group.id }
      let adds = members.filter { $0.change?.direction == .add }.map(\.id)
      let deducts = members.filter { $0.change?.direction == .deduct }
      if !adds.isEmpty, let first = deducts.first {
        report(.groupMixed(group: group.id, adds: adds, deducts: deducts.map(\.id)), at: first.place(of: "group"))
      }
    }
    if let combination = scheme.combination, combination.mode == .weighted,
      abs(combination.h1 + combination.h2 - 1) > 1e-9
    {
      report(.combineSum(h1: combination.h1, h2: combination.h2), at: combination.place)
    }
  }

  func checkRanking() {
    checkPeers()
    guard let ranking = scheme.ranking else {
      let needed =
        !scheme.effects.isEmpty
        ? "effects" : scheme.grading != nil ? "grades" : !scheme.eligible.isEmpty ? "eligible" : nil
      if let needed { report(.rankMissing(needed: needed), at: scheme.place) }
      return
    }
    let roots = scheme.roots.map(\.id)
    if !roots.contains(ranking.node), !ranking.node.isEmpty {
      let place = ranking.places["node"] ?? ranking.place
      if nodes.contains(where: { $0.id == ranking.node }) || hasLeafTables {
        report(.rankNotRoot(node: ranking.node, roots: roots), at: place)
      } else {
        check(.node, ranking.node, of: "rank", at: place)
      }
    }
    for (index, id) in ranking.tieBreak.enumerated() {
      check(.node, id, of: "tie_break", at: ranking.places["tie_break.\(index)"] ?? ranking.place)
    }
    if let base = ranking.minBase {
      check(.measure, base.measure, of: "min_base", at: ranking.places["min_base.measure"] ?? ranking.place)
    }
  }

  /// Whoever is ranked or graded needs so much that is known (R4, R6, R7).
  func checkCoverage() {
    guard let id = scheme.ranking?.node ?? scheme.grading?.clusters?.node, scheme.places["defaults.coverage"] == nil,
      let root = scheme.roots.first(where: { $0.id == id }), !root.isLeaf,
      !root.subtree.contains(where: { ([$0] + $0.innerRules).contains(where: \.statesWhatMustBeThere) }),
      !scheme.eligible.contains(where: asksForPresence)
    else { return }
    let gaps = root.policies(inherited: scheme.defaults.leavesMissing)
    guard gaps.count > 1 || root.hasLeafTable, gaps.contains(.renormalise) else { return }
    report(.coverageUnstated(node: root.name), at: scheme.ranking?.places["node"] ?? root.place)
  }

  /// Whether a condition looks at how many leaves have a value.
  private func asksForPresence(_ test: Comparison.OnFact) -> Bool {
    var open = [test.fact]
    var seen: Set<String> = []
    while let id = open.popLast() {
      guard seen.insert(id).inserted, let fact = scheme.facts.first(where: { $0.id == id }) else { continue }
      if fact.test.looksAtPresence { return true }
      open += fact.test.facts
    }
    return false
  }

  private func checkPeers() {
    if case .fact(let peers)? = scheme.units.peers {
      check(.fact, peers, of: "units.peers", at: scheme.place(of: "units.peers"))
    }
    guard scheme.units.peers == nil else { return }
    if let ranking = scheme.ranking, ranking.per == .peers {
      report(.peersMissing(used: "rank"), at: ranking.places["per"] ?? ranking.place)
    }
    if scheme.defaults.over == .peers { report(.peersMissing(used: "defaults.over"), at: scheme.place) }
    for node in nodes {
      for step in node.ownSteps where step.population == .peers {
        report(.peersMissing(used: node.id), at: step.place)
      }
    }
  }

  func checkExamples() {
    for example in scheme.examples {
      for id in example.given.keys.sorted() where !hasLeafTables {
        check(.measure, id, of: example.name, at: example.places["given.\(id)"] ?? example.place)
      }
      for (id, expectation) in example.expect.sorted(by: { $0.key < $1.key }) {
        if case .grade(let grade) = expectation {
          check(.grade, grade, of: example.name, at: example.places["grade.\(id)"] ?? example.place)
          if id == "grade" { continue }
        }
        check(.node, id, of: example.name, at: example.places["expect.\(id)"] ?? example.place)
      }
    }
  }
}

extension Effect {
  /// Every measure that the effect reads, once, triggers first.
  package var measures: [String] {
    var measures: [String] = []
    for id in (trigger?.anyOf.map(\.measure) ?? []) + (change.map { [$0.measure] } ?? []) where !measures.contains(id) {
      measures.append(id)
    }
    return measures
  }
}

extension Node {
  /// Whether the node says itself how much must be known, or what happens to a unit that lacks it.
  fileprivate var statesWhatMustBeThere: Bool {
    coverage != nil || [missing, leavesMissing].contains { $0 == .notGraded || $0 == .propagate }
  }

  /// What each leaf does when it is missing (R7).
  fileprivate func policies(inherited: MissingPolicy) -> [MissingPolicy] {
    let below = leavesMissing ?? inherited
    return switch source {
    case .measure, .hands: [missing ?? inherited]
    case .leaves: [below]
    case .children(let children, _): children.flatMap { $0.policies(inherited: below) }
    }
  }

  var hasLeafTableOfItsOwn: Bool { if case .leaves = source { true } else { false } }
}
