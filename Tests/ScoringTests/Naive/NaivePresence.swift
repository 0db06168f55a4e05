import Schemes
import Scoring

/// By leaf: who has a value after `drop_if`, from measures alone (R12); imputed ones have none (R16), full ones do (M6).
struct NaivePresence {
  var present: [String: Set<Int>] = [:]
  /// Among them: whose value is not 0. Reading: full is not 0; of several hands any may say so, since facts
  /// read measures, and which hand prevails is a rule of the node.
  var nonZero: [String: Set<Int>] = [:]
  /// Whom the leaf does not concern, as far as measures and `drop_if` say so.
  var notApplicable: [String: Set<Int>] = [:]

  init(_ scheme: Scheme, _ measures: [String: [Int: MeasureValue]], units: Int) {
    for leaf in scheme.roots.flatMap(\.leaves) {
      let isDropped = naiveIsDropped(leaf, measures)
      for unit in 0..<units {
        let cells = leaf.decidingMeasures.map { measures[$0]?[unit] ?? MeasureValue() }
        let known = cells.filter { $0.state == .value || $0.state == .full }
        if isDropped || cells.allSatisfy({ $0.state == .notApplicable }) {
          notApplicable[leaf.id, default: []].insert(unit)
        } else if !known.isEmpty {
          present[leaf.id, default: []].insert(unit)
          if known.contains(where: { $0.state == .full || $0.value != 0 }) {
            nonZero[leaf.id, default: []].insert(unit)
          }
        }
      }
    }
  }

  /// Of a year: what either half has.
  init(either a: NaivePresence, _ b: NaivePresence) {
    present = a.present.merging(b.present) { $0.union($1) }
    nonZero = a.nonZero.merging(b.nonZero) { $0.union($1) }
    for (leaf, units) in a.notApplicable { notApplicable[leaf] = units.intersection(b.notApplicable[leaf] ?? []) }
  }

  /// Of a year that one half gives, unit by unit.
  /// - Parameter isSecond: by root and unit.
  init(_ a: NaivePresence, _ b: NaivePresence, _ scheme: Scheme, units: Int, isSecond: (Node, Int) -> Bool) {
    for root in scheme.roots {
      for leaf in root.leaves {
        for unit in 0..<units {
          let half = isSecond(root, unit) ? b : a
          if half.present[leaf.id]?.contains(unit) ?? false { present[leaf.id, default: []].insert(unit) }
          if half.nonZero[leaf.id]?.contains(unit) ?? false { nonZero[leaf.id, default: []].insert(unit) }
          if half.notApplicable[leaf.id]?.contains(unit) ?? false { notApplicable[leaf.id, default: []].insert(unit) }
        }
      }
    }
  }

  func count(of node: Node, _ unit: Int) -> Int { node.leaves.filter { present[$0.id]?.contains(unit) ?? false }.count }

  // Screening as COINr does it (`asem_availability_units.csv`): values ÷ columns; values other than 0 ÷ values.

  /// Reading: what is not applicable leaves the denominator, as in R5; NaN where nothing is left.
  func availability(_ node: Node, _ unit: Int) -> Double {
    let concerned = node.leaves.filter { !(notApplicable[$0.id]?.contains(unit) ?? false) }
    return concerned.isEmpty ? .nan : Double(count(of: node, unit)) / Double(concerned.count)
  }

  func shareNotZero(_ node: Node, _ unit: Int) -> Double {
    let others = node.leaves.filter { nonZero[$0.id]?.contains(unit) ?? false }.count
    let all = count(of: node, unit)
    return all == 0 ? .nan : Double(others) / Double(all)
  }
}

extension Node {
  /// Whose values decide whether the leaf has one: of hands those that may prevail.
  var decidingMeasures: [String] {
    guard let hands else { return measure.map { [$0] } ?? [] }
    guard case .prevail(let order) = hands.combination else { return hands.all.map(\.measure) }
    return order.compactMap { id in hands.all.first { $0.id == id }?.measure }
  }
}

/// R10: fewer units with a value than asked, `full` not counted.
func naiveIsDropped(_ node: Node, _ measures: [String: [Int: MeasureValue]]) -> Bool {
  node.steps.contains { step in
    guard case .dropIf(let least) = step.action else { return false }
    return (measures[node.measure ?? ""] ?? [:]).values.filter { $0.state == .value }.count < least
  }
}
