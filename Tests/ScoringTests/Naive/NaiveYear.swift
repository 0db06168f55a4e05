import Schemes
import Scoring

/// Two halves into a year (E3): leaf values after their steps are combined, parents aggregated from those.
struct NaiveYear {
  let input: NaiveCase
  let combination: YearCombination
  let year: NaiveWindow
  let halves: [NaiveWindow]
  let frozen: [String: NaiveTrails]
  let decisions: NaiveDecisions

  struct Result {
    var tree: NaiveTree
    /// By root and unit.
    var forbidding: [String: [Int: [String]]] = [:]
    var uncovered: [String: [Int: [String]]] = [:]
    var halves: [NaiveTree]
    /// What the outcome reads; nil: the run's own.
    var facts: NaiveFacts?
  }

  /// Reading: where one half gives the year, a fact sees what is there in that half; its measures are the year's.
  private func year(seeing half: NaiveWindow) -> NaiveWindow {
    combination.mode == .weighted ? year : year.seeing(half.facts.presence)
  }

  func evaluate() -> Result {
    var trees = halves.map(half)
    let beforeFilling = trees
    // By root: who is missing in one half, and in which.
    var missingOnce: [String: [Int: Int]] = [:]
    for root in input.scheme.roots {
      for unit in input.units.indices {
        let isMissing = trees.map { $0.cell(root, unit).state == .missing }
        if isMissing[0] != isMissing[1] { missingOnce[root.id, default: [:]][unit] = isMissing[0] ? 0 : 1 }
      }
    }
    if combination.oneMissing == .zero {
      for root in input.scheme.roots {
        for (unit, half) in missingOnce[root.id] ?? [:] {
          for leaf in root.leaves { trees[half].fillWithZero(leaf, unit) }
        }
      }
      // What the zeros make of the nodes above counts where a decision on the other half is halved with them.
      for half in trees.indices { trees[half].evaluateAgain() }
    }
    var year = self.year
    if combination.mode != .weighted {
      year = year.seeing(
        NaivePresence(
          halves[0].facts.presence, halves[1].facts.presence, input.scheme, units: input.units.count,
          isSecond: { self.weights($0, $1, trees, beforeFilling) == [0, 1] }))
    }
    var tree = NaiveTree(
      scheme: input.scheme, units: input.units, leafWindow: year, parentWindow: year,
      counts: { id, unit in halves.map { naiveKnownN($0.measures[id]?[unit]) }.reduce(0, +) })
    tree.frozen = frozen
    tree.overrides = decisions.overrides(in: year.period) { tree.points(of: $0) }
    var combined: [String: [Int: NaiveCell]] = [:]
    for root in input.scheme.roots {
      for unit in input.units.indices {
        let weights = self.weights(root, unit, trees, beforeFilling)
        for node in root.subtree {
          let cell = combine(trees.map { $0.cell(node, unit) }, weights)
          if node.isLeaf { combined[node.id, default: [:]][unit] = cell }
          // A parent that a decision replaced in a half that counts.
          let isReplaced = zip(trees, weights).contains { $1 > 0 && $0.overrides[node.id]?[unit] != nil }
          if !node.isLeaf && isReplaced { tree.combinedParents[node.id, default: [:]][unit] = cell }
        }
      }
    }
    tree.combined = combined
    tree.evaluate()
    var result = self.result(tree, trees, beforeFilling, missingOnce)
    result.facts = year.facts
    return result
  }

  private func result(
    _ tree: NaiveTree, _ trees: [NaiveTree], _ beforeFilling: [NaiveTree], _ missingOnce: [String: [Int: Int]]
  ) -> Result {
    var result = Result(tree: tree, halves: trees)
    for root in input.scheme.roots {
      for unit in input.units.indices {
        let weights = self.weights(root, unit, trees, beforeFilling)
        let lifted = { (node: Node) in tree.overrides[node.id]?[unit] != nil }
        var found = Set(tree.forbidding(under: root, unit))
        var uncovered: Set<String> = []
        for (index, weight) in weights.enumerated() where weight > 0 {
          found.formUnion(beforeFilling[index].forbidding(under: root, unit, lifted: lifted))
          uncovered.formUnion(trees[index].uncovered(under: root, unit, lifted: lifted))
        }
        if isWithoutTotalOnce(root, unit, trees, beforeFilling) || missingOnce[root.id]?[unit] != nil, !lifted(root) {
          if combination.oneMissing == .notGraded { found.insert(root.id) }
          if combination.oneMissing == .propagate { result.tree.withholdValue(root, unit) }
        }
        let order = root.subtree.map(\.id)
        result.forbidding[root.id, default: [:]][unit] = order.filter(found.contains)
        result.uncovered[root.id, default: [:]][unit] = order.filter(uncovered.contains)
      }
    }
    return result
  }

  /// Of H1 and H2. Readings: under `best` and `last` a half that would not be graded alone for want of evidence has no
  /// total, and gives way to one that has; of two without, the one with a number is taken. Equal halves give H1 under
  /// `best`. Only the chosen half forbids a grade.
  private func weights(
    _ root: Node, _ unit: Int, _ trees: [NaiveTree], _ beforeFilling: [NaiveTree]
  ) -> [Double] {
    if combination.mode == .weighted { return [combination.h1, combination.h2] }
    let cells = trees.map { $0.cell(root, unit) }
    let totals = trees.indices.map { hasTotal(root, unit, trees[$0], beforeFilling[$0], halves[$0]) }
    for hasTotal in [totals, cells.map(\.hasValue)] where hasTotal != [false, false] {
      if hasTotal == [true, true] {
        let isSecond = combination.mode == .last || cells[1].value > cells[0].value
        return isSecond ? [0, 1] : [1, 0]
      }
      return hasTotal[1] ? [0, 1] : [1, 0]
    }
    return [1, 0]
  }

  /// What a run of the half alone would ask of its evidence: a number, enough coverage, nothing missing that forbids a grade.
  private func hasTotal(
    _ root: Node, _ unit: Int, _ tree: NaiveTree, _ beforeFilling: NaiveTree, _ half: NaiveWindow
  ) -> Bool {
    let cell = tree.cell(root, unit)
    let facts = year(seeing: half).facts
    let ranked = input.scheme.roots.first { $0.id == input.scheme.ranking?.node } ?? input.scheme.roots.first
    if root.id == ranked?.id, !input.scheme.eligible.allSatisfy({ facts.holds($0, unit) }) { return false }
    guard cell.hasValue, beforeFilling.forbidding(under: root, unit).isEmpty else { return false }
    if cell.isDecided && cell.coverage == 1 { return true }
    let needed = root.coverage?.atLeast ?? input.scheme.defaults.coverage
    return (snappedOrder(tree.found(root, unit, root.coverage, cell.coverage), needed) ?? 0) >= 0
  }

  private func isWithoutTotalOnce(
    _ root: Node, _ unit: Int, _ trees: [NaiveTree], _ beforeFilling: [NaiveTree]
  ) -> Bool {
    guard combination.mode != .weighted else { return false }
    let has = trees.indices.map { hasTotal(root, unit, trees[$0], beforeFilling[$0], halves[$0]) }
    return has[0] != has[1] && trees[has[0] ? 1 : 0].cell(root, unit).state != .notApplicable
  }

  private func half(_ window: NaiveWindow) -> NaiveTree {
    var tree = NaiveTree(
      scheme: input.scheme, units: input.units, leafWindow: window, parentWindow: year(seeing: window),
      counts: { naiveKnownN(window.measures[$0]?[$1]) })
    tree.propagates = combination.mode != .weighted
    tree.frozen = frozen
    tree.overrides = decisions.overrides(in: window.period) { tree.points(of: $0) }
    tree.evaluate()
    return tree
  }

  private func combine(_ cells: [NaiveCell], _ weights: [Double]) -> NaiveCell {
    let concerned = zip(cells, weights).filter { $0.0.state != .notApplicable && $0.1 > 0 }
    guard !concerned.isEmpty else { return .notApplicable }
    var result = NaiveCell()
    let all = concerned.map(\.1).reduce(0, +)
    result.coverage = concerned.map { $0.0.coverage * $0.1 }.reduce(0, +) / all
    let graded = concerned.filter(\.0.hasValue)
    let isDecided = zip(cells, weights).contains { $0.isDecided && $1 > 0 }
    guard !graded.isEmpty else { return result }
    result.value = graded.map { $0.0.value * $0.1 }.reduce(0, +) / graded.map(\.1).reduce(0, +)
    result.state = graded.allSatisfy { $0.0.state == .full } ? .full : .value
    result.isDecided = isDecided
    return result
  }
}

extension NaiveTree {
  /// `one_missing: propagate`: nothing at all. By the letter of E3 also where a decision on the year has made all that
  /// was missing not applicable.
  mutating func withholdValue(_ root: Node, _ unit: Int) {
    var cell = self.cell(root, unit)
    guard cell.state != .missing else { return }
    cell.state = .missing
    cell.value = .nan
    set(cell, root, unit)
  }

  /// The nodes above from the leaves as they are now.
  mutating func evaluateAgain() {
    combined = cells.filter { id, _ in scheme.node(id)?.isLeaf ?? false }
    evaluate()
  }

  /// `one_missing: zero`: R7's zero for the half in which the root is missing.
  mutating func fillWithZero(_ leaf: Node, _ unit: Int) {
    var cell = self.cell(leaf, unit)
    guard cell.state == .missing, leaf.points != nil else { return }
    cell.state = .value
    cell.value = 0
    cell.coverage = 1
    set(cell, leaf, unit)
  }
}
