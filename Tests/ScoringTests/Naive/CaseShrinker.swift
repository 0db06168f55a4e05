import Schemes
import Scoring

/// Makes a failing case as small as it can while it still fails, so that a person can work it by hand.
struct CaseShrinker {
  let fails: (NaiveCase) -> Bool

  func shrink(_ start: NaiveCase) -> NaiveCase {
    var smallest = start
    var didShrink = true
    while didShrink {
      didShrink = false
      var position = 0
      var candidates = Self.smaller(than: smallest)
      while position < candidates.count {
        let smaller = candidates[position]
        // Every change takes something away, so this comes to an end; what changes nothing is not smaller.
        if fails(smaller), CaseText(input: smaller).text != CaseText(input: smallest).text {
          smallest = smaller
          didShrink = true
          candidates = Self.smaller(than: smallest)
        } else {
          position += 1
        }
      }
    }
    return smallest
  }

  /// One thing less in each.
  private static func smaller(than start: NaiveCase) -> [NaiveCase] {
    var found: [NaiveCase] = []
    func add(_ change: (inout NaiveCase) -> Void) {
      var copy = start
      change(&copy)
      found.append(copy)
    }
    let scheme = start.scheme
    for unit in start.units.indices { add { $0.removeUnit(unit) } }
    if scheme.combination != nil {
      add {
        $0.scheme.combination = nil
        $0.halves = []
      }
    }
    if !start.history.isEmpty { add { $0.history = [] } }
    for index in start.history.indices { add { $0.history.remove(at: index) } }
    if !start.frozen.isEmpty { add { $0.frozen = [:] } }
    for index in start.decisions.indices { add { $0.decisions.remove(at: index) } }
    for index in start.titles.indices { add { $0.titles.remove(at: index) } }
    for index in (scheme.grading?.bands ?? []).indices.dropLast() { add { $0.scheme.grading?.bands.remove(at: index) } }
    add { $0.scheme.titles = nil }
    add { $0.scheme.units.peers = nil }
    add { $0.scheme.combination?.mode = .weighted }
    for root in scheme.roots where root.id != scheme.ranking?.node {
      add { $0.scheme.roots.removeAll { $0.id == root.id } }
    }
    for index in scheme.effects.indices { add { $0.scheme.effects.remove(at: index) } }
    if scheme.grading != nil { add { $0.scheme.grading = nil } }
    add { $0.scheme.deferred = [] }
    add { $0.scheme.exempt = [] }
    add { $0.scheme.eligible = [] }
    add { $0.scheme.ranking?.tieBreak = [] }
    add { $0.scheme.ranking?.minUnits = nil }
    add { $0.scheme.ranking?.minBase = nil }
    add { $0.scheme.defaults.coverage = 0 }
    add { $0.scheme.defaults.leavesMissing = .renormalise }
    for node in scheme.allNodes { found += smallerNodes(start, node) }
    let used = scheme.usedMeasures
    for measure in scheme.measures where !used.contains(measure.id) {
      add { $0.scheme.measures.removeAll { $0.id == measure.id } }
    }
    for index in scheme.measures.indices {
      add { $0.scheme.measures[index].minN = nil }
      add { $0.scheme.measures[index].first = nil }
      add { $0.scheme.measures[index].unique = nil }
      add { $0.scheme.measures[index].denominator = nil }
      add { $0.scheme.measures[index].range = nil }
    }
    for fact in scheme.facts.reversed() where !scheme.usedFacts.contains(fact.id) {
      add { $0.scheme.facts.removeAll { $0.id == fact.id } }
    }
    found += fewerRows(start)
    return found
  }

  private static func smallerNodes(_ start: NaiveCase, _ node: Node) -> [NaiveCase] {
    var found: [NaiveCase] = []
    func add(_ change: @escaping (inout Node) -> Void) {
      var copy = start
      copy.scheme.roots = copy.scheme.roots.map { $0.replacing(node.id, by: change) }
      found.append(copy)
    }
    add { $0.missing = nil }
    add { $0.leavesMissing = nil }
    add { $0.coverage = nil }
    add { $0.applies = nil }
    add { $0.zeroWhen = nil }
    add { $0.override = nil }
    if let hands = node.hands, let first = hands.all.first {
      add { $0.source = .measure(first.measure) }
      for index in hands.all.indices {
        let hand = hands.all[index]
        var all = hands.all
        all[index] = .init(id: hand.id, measure: hand.measure, steps: Array(hand.steps.dropLast()), weight: hand.weight)
        if !hand.steps.isEmpty {
          add { $0.source = .hands(.init(all: all, combination: hands.combination, difference: nil)) }
        }
      }
    }
    for index in node.steps.indices { add { $0.steps.remove(at: index) } }
    guard case .children(let children, let aggregation) = node.source, children.count > 1 else { return found }
    for index in children.indices {
      add { node in
        var rest = children
        rest.remove(at: index)
        node.source = .children(rest, of: aggregation)
        if case .points = node.share, aggregation == .sum {
          node.share = .points(rest.compactMap(\.points).reduce(0, +))
        }
      }
    }
    return found
  }

  private static func fewerRows(_ start: NaiveCase) -> [NaiveCase] {
    var found: [NaiveCase] = []
    for measure in start.scheme.measures {
      var copy = start
      copy.whole.rows[measure.id] = nil
      for half in copy.halves.indices { copy.halves[half].rows[measure.id] = nil }
      for other in copy.history.indices { copy.history[other].rows[measure.id] = nil }
      for period in copy.frozen.keys { copy.frozen[period]?.whole.rows[measure.id] = nil }
      found.append(copy)
    }
    for measure in start.scheme.measures {
      for row in start.whole.rows[measure.id] ?? [] {
        var copy = start
        copy.whole.rows[measure.id]?.removeAll { $0.source == row.source }
        for half in copy.halves.indices { copy.halves[half].rows[measure.id]?.removeAll { $0.source == row.source } }
        found.append(copy)
      }
    }
    return found
  }
}

extension NaiveCase {
  fileprivate mutating func removeUnit(_ unit: Int) {
    units.remove(at: unit)
    whole.removeUnit(unit)
    for half in halves.indices { halves[half].removeUnit(unit) }
    for other in history.indices { history[other].removeUnit(unit) }
    for period in frozen.keys { frozen[period]?.removeUnit(unit) }
    titles = titles.filter { $0.unit != unit }.map { title in
      var title = title
      if title.unit > unit { title.unit -= 1 }
      return title
    }
  }
}

extension WindowRows {
  fileprivate mutating func removeUnit(_ gone: Int) {
    func without(_ rows: [MeasureRow]) -> [MeasureRow] {
      rows.filter { $0.unit != gone }.map { row in
        var row = row
        if row.unit > gone { row.unit -= 1 }
        return row
      }
    }
    rows = rows.mapValues(without)
    denominators = denominators.mapValues(without)
    rosters = rosters.mapValues { members in
      var rest: [Int: Set<String>] = [:]
      for (unit, names) in members where unit != gone { rest[unit > gone ? unit - 1 : unit] = names }
      return rest
    }
    covered = covered.mapValues { Set($0.filter { $0 != gone }.map { $0 > gone ? $0 - 1 : $0 }) }
  }
}

extension Node {
  fileprivate func replacing(_ id: String, by change: (inout Node) -> Void) -> Node {
    var copy = self
    if case .children(let children, let aggregation) = source {
      copy.source = .children(children.map { $0.replacing(id, by: change) }, of: aggregation)
    }
    if self.id == id { change(&copy) }
    return copy
  }
}
