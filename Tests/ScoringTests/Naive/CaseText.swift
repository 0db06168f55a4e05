import Schemes
import Scoring

extension Scheme {
  /// Measures that a node, fact, effect or the ranking reads.
  var usedMeasures: Set<String> {
    var used: Set<String> = []
    for node in allNodes {
      used.formUnion(node.sourceMeasures)
      for case .matrix(let matrix) in (node.steps + (node.hands?.all.flatMap(\.steps) ?? [])).map(\.action) {
        used.insert(matrix.across)
      }
      if let rule = node.zeroWhen { used.insert(rule.measure) }
      if case .weightByN(let measure) = node.share { used.insert(measure) }
    }
    for effect in effects {
      for test in effect.trigger?.anyOf ?? [] { used.insert(test.measure) }
      if let change = effect.change { used.insert(change.measure) }
    }
    if let base = ranking?.minBase { used.insert(base.measure) }
    for fact in facts { used.formUnion(fact.test.measures) }
    return used
  }

  /// Facts that a line, a node or another fact names.
  var usedFacts: Set<String> {
    let lines = deferred + exempt + eligible + allNodes.compactMap(\.applies)
    var used = Set(lines.map(\.fact)).union(facts.flatMap(\.test.facts))
    if case .fact(let id)? = units.peers { used.insert(id) }
    if let per = grading?.clusters?.per { used.insert(per) }
    return used
  }
}

extension Fact.Test {
  fileprivate var parts: [Fact.Test] {
    switch self {
    case .any(let tests), .all(let tests), .none(let tests), .count(let tests): tests
    default: []
    }
  }
  fileprivate var measures: [String] {
    if case .measure(let id, _) = self { return [id] }
    return parts.flatMap(\.measures)
  }
  fileprivate var facts: [String] {
    if case .fact(let id, _) = self { return [id] }
    return parts.flatMap(\.facts)
  }
}

/// A case as a person would write it down.
struct CaseText {
  let input: NaiveCase

  var text: String {
    var lines = ["seed \(input.seed), period \(input.period), \(input.units.count) units"]
    let scheme = input.scheme
    lines.append("defaults \(Self.plain(scheme.defaults))")
    for measure in scheme.measures { lines.append("measure " + words(measure)) }
    for fact in scheme.facts { lines.append("fact \(fact.id): \(Self.plain(fact.test))") }
    for root in scheme.roots { lines += tree(root, depth: 0) }
    if let combination = scheme.combination {
      lines.append(
        "combine \(combination.mode) \(combination.h1) \(combination.h2), one missing \(combination.oneMissing)")
    }
    for line in scheme.deferred { lines.append("deferred \(words(line))") }
    for line in scheme.exempt { lines.append("exempt \(words(line))") }
    for line in scheme.eligible { lines.append("eligible \(words(line))") }
    for group in scheme.effectGroups { lines.append("group \(group.id) at most \(group.atMost)") }
    for effect in scheme.effects { lines.append("effect " + words(effect)) }
    if let ranking = scheme.ranking { lines.append("rank \(Self.plain(ranking))") }
    for band in scheme.grading?.bands ?? [] {
      lines.append("grade \(Self.plain(band))")
    }
    if let clusters = scheme.grading?.clusters { lines.append("grades \(Self.plain(clusters))") }
    if let titles = scheme.titles { lines.append("titles at \(titles.currentAt), as of \(input.asOf)") }
    for title in input.titles { lines.append("title \(Self.plain(title))") }
    for decision in input.decisions { lines.append("decision \(Self.plain(decision))") }
    if let peers = scheme.units.peers { lines.append("peers \(Self.plain(peers))") }
    for unit in input.units {
      let columns = unit.register.sorted { $0.key < $1.key }.map { "\($0.key) “\($0.value)”" }
      lines.append("unit \(unit.code) peers “\(unit.peers)” \(columns.joined(separator: " "))")
    }
    lines += window(input.whole)
    for half in input.halves { lines += window(half) }
    for other in input.history { lines += window(other) }
    for period in input.frozen.keys.sorted() {
      if let run = input.frozen[period] { lines += ["frozen run:"] + window(run.whole) }
    }
    return lines.joined(separator: "\n")
  }

  private func words(_ measure: Measure) -> String {
    var parts = ["\(measure.id) from \(measure.table ?? "no table"), take \(Self.plain(measure.take))"]
    if measure.value == nil { parts.append("of rows") }
    if let least = measure.minN { parts.append("min_n \(least)") }
    if let first = measure.first { parts.append("first \(Self.plain(first))") }
    if let unique = measure.unique { parts.append(unique.isAcrossUnits ? "unique across units" : "unique") }
    if measure.include != .own { parts.append("\(measure.include)") }
    if let empty = measure.empty { parts.append("empty \(empty)") }
    if let range = measure.range { parts.append("range \(range)") }
    if let per = measure.denominator { parts.append("per \(Self.plain(per.take))") }
    if measure.times != 1 { parts.append("times \(measure.times)") }
    return parts.joined(separator: ", ")
  }

  private func words(_ line: Comparison.OnFact) -> String { line.fact + " " + Self.plain(line.comparison) }

  private func words(_ effect: Effect) -> String {
    var parts = [effect.id]
    if let trigger = effect.trigger { parts.append("when \(Self.plain(trigger.anyOf))") }
    if let change = effect.change { parts.append(Self.plain(change)) }
    if let adjust = effect.adjust { parts.append(Self.plain(adjust)) }
    if let grade = effect.capGrade { parts.append("cap \(grade)") }
    if let grade = effect.setGrade { parts.append("set \(grade)") }
    if let group = effect.group { parts.append("in \(group)") }
    return parts.joined(separator: ", ")
  }

  private func tree(_ node: Node, depth: Int) -> [String] {
    var parts = ["\(node.id)", Self.plain(node.share)]
    if let measure = node.measure { parts.append("measure \(measure)") }
    if let hands = node.hands { parts.append(Self.plain(hands)) }
    if let rule = node.override { parts.append(Self.plain(rule)) }
    if case .children(_, let aggregation) = node.source { parts.append("of \(aggregation)") }
    if !node.steps.isEmpty { parts.append("steps \(node.steps.map { Self.plain($0.action) })") }
    if let policy = node.missing { parts.append("missing \(policy)") }
    if let policy = node.leavesMissing { parts.append("leaves missing \(policy)") }
    if let rule = node.coverage {
      parts.append("coverage \(rule.atLeast)\(rule.basis == .weight ? "" : " by \(rule.basis)")")
    }
    if let line = node.applies { parts.append("applies \(words(line))") }
    if let rule = node.zeroWhen { parts.append("zero when \(rule.measure) \(Self.plain(rule.comparison))") }
    let own = String(repeating: "  ", count: depth) + "node " + parts.joined(separator: ", ")
    return [own] + node.children.flatMap { tree($0, depth: depth + 1) }
  }

  private func window(_ window: WindowRows) -> [String] {
    var lines = ["\(window.period): covered \(window.covered.mapValues { $0.sorted() })"]
    for measure in input.scheme.measures {
      for (name, rows) in [("", window.rows[measure.id]), (" per", window.denominators[measure.id])] {
        for unit in input.units.indices {
          let cells = (rows ?? []).filter { $0.unit == unit }.map { row in
            let keys = [row.firstKey, row.uniqueKey].compactMap { $0 }.joined(separator: "/")
            let value = row.isNotApplicable ? "n/a" : row.value.isNaN ? "NULL" : "\(row.value)"
            let share = row.weight == 1 ? "" : "×\(row.weight)"
            return keys.isEmpty && row.uniqueRank.isNaN
              ? value + share : "\(value)\(share)(\(keys) keep \(row.uniqueRank))"
          }
          if let members = window.rosters[measure.id], name.isEmpty {
            lines.append("  \(measure.id) members of u\(unit): \(members[unit]?.sorted() ?? [])")
          }
          if !cells.isEmpty { lines.append("  \(measure.id)\(name) u\(unit): " + cells.joined(separator: " ")) }
        }
      }
    }
    return lines
  }

  /// Swift's own description without the noise of modules and places.
  private static func plain(_ value: some Any) -> String {
    var text = "\(value)"
    for noise in [
      "Schemes.", "Findings.", "Step.Action.", "Step.", "Optional", "Node.Share.", "Fact.Test.", "Comparison.",
      "Operand.",
      "Effect.", "Relation.", ", place: Place.subject(\"random case\")", "Scheme.",
    ] {
      text = text.split(separator: noise, omittingEmptySubsequences: false).joined()
    }
    return text
  }
}
