import Schemes
import Scoring

/// Two halves into a year (E3): leaf values after their steps are combined, parents aggregated from those.
struct NaiveYear {
  let input: NaiveCase
  let combination: YearCombination
  /// Of the whole year: for effects and the nodes above leaves.
  let measures: [String: [Int: MeasureValue]]
  let halves: [[String: [Int: MeasureValue]]]
  let presence: [[String: Set<Int>]]
  let yearPresence: [String: Set<Int>]
  let facts: NaiveFacts
  let steps: NaiveSteps

  var weights: [Double] { [combination.h1, combination.h2] }

  /// - Returns: the tree of the year, by root and unit the nodes that forbid a grade, and the trees of the halves.
  func evaluate() -> (tree: NaiveTree, forbidding: [String: [Int: [String]]], halves: [NaiveTree]) {
    var trees = halves.indices.map(half)
    // By root: who is missing in one half, and in which.
    var missingOnce: [String: [Int: Int]] = [:]
    for root in input.scheme.roots {
      for unit in input.units.indices {
        let isMissing = trees.map { $0.cell(root, unit).state == .missing }
        if isMissing[0] != isMissing[1] { missingOnce[root.id, default: [:]][unit] = isMissing[0] ? 0 : 1 }
      }
    }
    let forbiddingInHalves = trees  // before anything is filled in
    if combination.oneMissing == .zero {
      for root in input.scheme.roots {
        for (unit, half) in missingOnce[root.id] ?? [:] {
          for leaf in root.leaves { trees[half].fillWithZero(leaf, unit) }
        }
      }
    }
    var tree = NaiveTree(
      scheme: input.scheme, units: input.units, leafSteps: steps, parentSteps: steps, leafMeasures: measures,
      leafApplies: facts.holds, parentMeasures: measures, parentApplies: facts.holds,
      counts: { id, unit in halves.map { $0[id]?[unit]?.n ?? 0 }.reduce(0, +) })
    var combined: [String: [Int: NaiveCell]] = [:]
    for leaf in input.scheme.roots.flatMap(\.leaves) {
      for unit in input.units.indices {
        combined[leaf.id, default: [:]][unit] = combine(trees.map { $0.cell(leaf, unit) })
      }
    }
    tree.combined = combined
    tree.evaluate()

    var forbidding: [String: [Int: [String]]] = [:]
    for root in input.scheme.roots {
      for unit in input.units.indices {
        var found: Set<String> = Set(tree.forbidding(under: root, unit))
        for half in forbiddingInHalves { found.formUnion(half.forbidding(under: root, unit)) }
        if missingOnce[root.id]?[unit] != nil {
          if combination.oneMissing == .notGraded { found.insert(root.id) }
          if combination.oneMissing == .propagate { tree.withholdValue(root, unit) }
        }
        forbidding[root.id, default: [:]][unit] = root.subtree.map(\.id).filter(found.contains)
      }
    }
    return (tree, forbidding, trees)
  }

  private func half(_ index: Int) -> NaiveTree {
    let window = input.halves[index]
    let own = NaiveFacts(
      scheme: input.scheme, units: input.units, period: window.period, asOf: min(input.asOf, window.period.end),
      measures: halves[index], presence: presence[index])
    var tree = NaiveTree(
      scheme: input.scheme, units: input.units, leafSteps: NaiveSteps(input, own), parentSteps: steps,
      leafMeasures: halves[index], leafApplies: own.holds,
      parentMeasures: measures, parentApplies: facts.holds,
      counts: { halves[index][$0]?[$1]?.n ?? 0 })
    tree.propagates = false
    tree.evaluate()
    return tree
  }

  private func combine(_ cells: [NaiveCell]) -> NaiveCell {
    let concerned = zip(cells, weights).filter { $0.0.state != .notApplicable }
    guard !concerned.isEmpty else { return .notApplicable }
    var result = NaiveCell()
    let all = concerned.map(\.1).reduce(0, +)
    result.coverage = concerned.map { $0.0.coverage * $0.1 }.reduce(0, +) / all
    let graded = concerned.filter(\.0.hasValue)
    guard !graded.isEmpty else { return result }
    result.value = graded.map { $0.0.value * $0.1 }.reduce(0, +) / graded.map(\.1).reduce(0, +)
    result.state = graded.allSatisfy { $0.0.state == .full } ? .full : .value
    return result
  }
}

extension NaiveTree {
  /// `one_missing: propagate`: nothing at all.
  mutating func withholdValue(_ root: Node, _ unit: Int) {
    var cell = self.cell(root, unit)
    guard cell.hasValue else { return }
    cell.state = .missing
    cell.value = .nan
    set(cell, root, unit)
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
