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

  /// - Returns: the tree of the year, and by root and unit the nodes that forbid a grade.
  func evaluate() -> (NaiveTree, [String: [Int: [String]]]) {
    let trees = halves.indices.map(half)
    var tree = NaiveTree(
      scheme: input.scheme, units: input.units, steps: steps, leafMeasures: measures, leafApplies: facts.holds,
      parentMeasures: measures, parentApplies: facts.holds, presence: yearPresence,
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
        for half in trees { found.formUnion(half.forbidding(under: root, unit)) }
        let inHalves = trees.map { $0.cell(root, unit) }
        if inHalves.contains(where: { $0.state == .missing }), inHalves.contains(where: \.hasValue) {
          switch combination.oneMissing {
          case .renormalise: break
          case .notGraded: found.insert(root.id)
          case .propagate, .zero: tree.replaceRoot(root, unit, by: combination.oneMissing, inHalves, weights)
          }
        }
        let order = root.subtree.map(\.id).filter(found.contains)
        forbidding[root.id, default: [:]][unit] = order
      }
    }
    return (tree, forbidding)
  }

  private func half(_ index: Int) -> NaiveTree {
    let window = input.halves[index]
    let own = NaiveFacts(
      scheme: input.scheme, units: input.units, period: window.period, asOf: input.asOf, measures: halves[index],
      presence: presence[index])
    var tree = NaiveTree(
      scheme: input.scheme, units: input.units, steps: steps, leafMeasures: halves[index], leafApplies: own.holds,
      parentMeasures: measures, parentApplies: facts.holds, presence: presence[index],
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
  /// A root without a value in one half: nothing at all, or nothing for that half.
  mutating func replaceRoot(
    _ root: Node, _ unit: Int, by policy: MissingPolicy, _ halves: [NaiveCell], _ weights: [Double]
  ) {
    var cell = self.cell(root, unit)
    guard cell.hasValue else { return }
    if policy == .propagate {
      cell.state = .missing
      cell.value = .nan
    } else if points(of: root) != nil {
      let present = zip(halves, weights).filter(\.0.hasValue).map(\.1).reduce(0, +)
      cell.value *= present / weights.reduce(0, +)
    }
    set(cell, root, unit)
  }
}
