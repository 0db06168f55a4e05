import Schemes
import Scoring
import Statistics

/// Why a unit's printed score is another than in an earlier run by the same rules: parts that add up to the difference,
/// exactly as it is printed.
package struct ScoreChange: Sendable {
  package enum Part: Sendable, Hashable {
    /// What the unit's own number of the indicator changed.
    case indicator(String)
    /// Indicators that acted in one run only, and what the others' weights changed for it.
    case evidence(gone: [String], came: [String])
    /// What the ranked node's own steps and rules changed.
    case rules
    case effect(String)
    /// What is cut off at 0 or at the most that can be had.
    case limit
    /// What the joining of units changed: the mean of all that were joined, less the score of the unit itself.
    case history
    /// Indicators that are not told one by one.
    case others(Int)
  }
  package let before: Double
  package let after: Double
  /// Rounded as scores are, and in the order of size; those that are 0 as printed are left out.
  package let parts: [(part: Part, change: Double)]
  package var change: Double { parts.reduce(0) { $0 + $1.change } }

  /// - Parameters:
  ///   - units: of the earlier run, whose mean is the score before; the unit itself first.
  ///   - own: whether the first of them is the unit itself.
  ///   - pooled: leaves that must not be told singly; a second one goes with one alone, since it would follow from the sum.
  /// - Returns: nil where a score is missing.
  package init?(
    from units: [Int], isOwnFirst own: Bool, in earlier: ScoreSheet, to unit: Int, in later: ScoreSheet,
    _ scheme: Scheme, pooled: Set<String> = []
  ) {
    let all = units.compactMap { TotalParts(of: $0, in: earlier, scheme) }
    guard !all.isEmpty, all.count == units.count, let after = TotalParts(of: unit, in: later, scheme) else {
      return nil
    }
    let digits = scheme.defaults.digits
    let middle = mean(all.map(\.score))
    let reference = own ? all[0].score : middle
    before = displayed(reference, digits: digits)
    self.after = displayed(after.score, digits: digits)
    var parts = Self.indicators(all, after)
    parts.append((.rules, after.rules - mean(all.map(\.rules))))
    for effect in scheme.effects {
      func points(_ parts: TotalParts) -> Double { parts.effects.first { $0.id == effect.id }?.points ?? 0 }
      parts.append((.effect(effect.id), points(after) - mean(all.map(points))))
    }
    parts.append((.limit, after.limit - mean(all.map(\.limit))))
    parts.append((.history, middle - reference))
    parts = Self.pool(parts, pooled)
    // What adding in another order leaves is no part.
    parts = parts.filter { abs($0.1) > 1e-9 * max(1, abs(after.score)) }
    let total = displayed(self.after - before, digits: digits)
    if parts.isEmpty, total != 0 { parts = [(.rules, total)] }
    let printed = apportioned(parts.map(\.1), to: total, digits: digits)
    self.parts = zip(parts, printed).map { ($0.0, $1) }.filter { $0.1 != 0 }
      .enumerated().sorted { a, b in
        let (x, y) = (abs(a.element.1), abs(b.element.1))
        return x == y ? a.offset < b.offset : x > y
      }.map { (part: $0.element.0, change: $0.element.1) }
  }

  /// An indicator's change in points at the mean of what a point of it was worth before and after; what the worth itself
  /// changed goes with what came or went, for want of which it changed (the midpoint split of a product, exact).
  private static func indicators(_ before: [TotalParts], _ after: TotalParts) -> [(Part, Double)] {
    var found: [(Part, Double)] = []
    var (evidence, gone, came) = (0.0, [String](), [String]())
    let ids = after.order + (before.flatMap(\.order)).filter { after.carried[$0] == nil }
    var seen: Set<String> = []
    for id in ids where seen.insert(id).inserted {
      let sides = before.map { $0.carried[id] }
      guard let now = after.carried[id] else {
        evidence -= mean(sides.map { $0?.points ?? 0 })
        gone.append(id)
        continue
      }
      if sides.allSatisfy({ $0 == nil }) {
        evidence += now.points
        came.append(id)
        continue
      }
      var own = 0.0
      for side in sides {
        guard let then = side else {
          evidence += now.points / Double(sides.count)
          if !came.contains(id) { came.append(id) }
          continue
        }
        let change = now.points - then.points
        let split = (now.factor + then.factor) / 2 * (now.value - then.value)
        let part = split.isNaN ? change : split
        own += part / Double(sides.count)
        evidence += (change - part) / Double(sides.count)
      }
      found.append((.indicator(id), own))
    }
    return found + [(.evidence(gone: gone, came: came), evidence)]
  }

  /// Puts together what must not be told singly.
  private static func pool(_ parts: [(Part, Double)], _ pooled: Set<String>) -> [(Part, Double)] {
    var hidden = pooled
    let leaves = parts.compactMap { part, change -> (String, Double)? in
      if case .indicator(let id) = part { (id, change) } else { nil }
    }
    let own = leaves.filter { hidden.contains($0.0) }
    if own.isEmpty { return parts }
    if own.count == 1, let second = leaves.filter({ !hidden.contains($0.0) }).min(by: { abs($0.1) < abs($1.1) }) {
      hidden.insert(second.0)
    }
    var (sum, count) = (0.0, 0)
    let rest = parts.filter { part, change in
      guard case .indicator(let id) = part, hidden.contains(id) else { return true }
      (sum, count) = (sum + change, count + 1)
      return false
    }
    return rest + [(.others(count), sum)]
  }
}
