import Schemes
import Statistics

/// One half of a year as a run of its own would see a root.
struct HalfTotals {
  /// NaN: none.
  let value: [Double]
  /// Its evidence lets it be graded: a value, enough coverage, nothing missing that forbids a grade (R6, R7), and what
  /// `eligible` asks for.
  let isGradable: [Bool]

  enum Place: Int, Comparable {
    case none, tooThin, gradable
    static func < (a: Place, b: Place) -> Bool { a.rawValue < b.rawValue }
  }

  func place(_ unit: Int) -> Place { isGradable[unit] ? .gradable : value[unit].isNaN ? .none : .tooThin }

  /// - Parameter eligible: nil: the root is not the one that is graded.
  init(
    _ scheme: Scheme, _ plan: Plan, _ columns: [NodeColumn], blocking: [[String]], eligible: [Bool]?, root: Int
  ) {
    let evidence = RootCoverage(scheme, plan, columns, root: root)
    let own = Set(plan.subtree(of: root).map { plan.entries[$0].node.id })
    let column = columns[root]
    value = column.value.indices.map { column.hasValue($0) ? column.value[$0] : .nan }
    isGradable = column.value.indices.map { unit in
      column.hasValue(unit) && evidence.shortfall(unit) == nil && !blocking[unit].contains(where: own.contains)
        && eligible?[unit] ?? true
    }
  }
}

/// With what shares the halves of a year give its leaves, unit by unit: by weight, or one half alone (E3).
struct HalfShares {
  private let weights: [Double]
  /// By root and unit, the half that gives all leaves: one that could be graded alone goes before one that could not.
  /// Empty where the halves are weighted.
  let chosen: [Int: [Int]]
  private let plan: Plan

  /// - Parameter totals: by root, what each half would stand with alone.
  init(_ combination: YearCombination, _ plan: Plan, totals: [Int: [HalfTotals]]) {
    self.plan = plan
    weights = [combination.h1, combination.h2]
    chosen = totals.mapValues { halves in
      halves[0].value.indices.map { combination.mode == .last ? Self.last(halves, $0) : Self.best(halves, $0) }
    }
  }

  private static func last(_ halves: [HalfTotals], _ unit: Int) -> Int {
    let (first, second) = (halves[0].place(unit), halves[1].place(unit))
    return second > .none && second >= first ? 1 : 0
  }

  /// Of equal halves the first.
  private static func best(_ halves: [HalfTotals], _ unit: Int) -> Int {
    let (first, second) = (halves[0].place(unit), halves[1].place(unit))
    if first != second { return second > first ? 1 : 0 }
    return snapped(halves[1].value[unit]) > snapped(halves[0].value[unit]) ? 1 : 0
  }

  /// How the halves share in one node of the year.
  func of(_ node: Int) -> OfNode { OfNode(weights: weights, chosen: chosen[plan.root(of: node)]) }

  struct OfNode {
    fileprivate let weights: [Double]
    fileprivate let chosen: [Int]?

    func share(_ half: Int, _ unit: Int) -> Double {
      if let chosen { chosen[unit] == half ? 1 : 0 } else { weights[half] }
    }
    /// Whether the half has no part in the year because the other was taken.
    func isPassedOver(_ half: Int, _ unit: Int) -> Bool { chosen.map { $0[unit] != half } ?? false }
  }

  /// The n by which siblings are weighted: of both halves, or of the one that was taken (R8).
  func base(_ measure: String, _ n: [[Int]]) -> [Int] {
    let node = plan.entries.firstIndex { if case .weightByN(measure) = $0.node.share { true } else { false } }
    let shares = node.map(of)
    return n[0].indices.map { unit in
      n.indices.reduce(0) { sum, half in
        sum + (shares?.isPassedOver(half, unit) ?? false ? 0 : n[half][unit])
      }
    }
  }
}

extension Plan {
  func root(of index: Int) -> Int {
    var node = index
    while let parent = entries[node].parent { node = parent }
    return node
  }
}

/// Parents that a decision on a half overrode: of the year they take the weighted mean of their half values (E3).
struct HalfOverrides {
  let columns: [[NodeColumn]]
  let shares: HalfShares

  func replace(_ column: inout NodeColumn, _ index: Int) {
    let halves = columns.map { $0[index] }
    if halves.allSatisfy(\.overrides.isEmpty) { return }
    let own = shares.of(index)
    let year = combined(halves, own)
    column.halfOverrides = year.halfOverrides
    column.halves = halves.map { half in
      half.value.indices.map { year.overrides[$0] == nil ? .nan : half.value[$0] }
    }
    for unit in year.overrides.keys {
      column.value[unit] = year.value[unit]
      column.state[unit] = year.state[unit]
      column.coverage[unit] = year.coverage[unit]
      column.rule[unit] = .overridden
      column.overrides[unit] = year.overrides[unit]
    }
  }
}

/// One node of the year from its halves. A missing half takes the other's value, and half of the coverage is gone; a half
/// that is not applicable leaves both; one that was passed over says nothing. Full in every half that acts is full.
func combined(_ halves: [NodeColumn], _ shares: HalfShares.OfNode) -> NodeColumn {
  var year = NodeColumn(id: halves[0].id, count: halves[0].value.count)
  year.halves = halves.map(\.value)
  if halves.contains(where: { !$0.overrides.isEmpty }) { year.halfOverrides = halves.map(\.overrides) }
  for unit in halves[0].value.indices { year.take(unit, halves, shares) }
  year.source = year.value
  year.markImputed()
  for place in halves[0].hands.indices { year.hands.append(hand(place, of: halves, shares, first: year.hands.first)) }
  return year
}

extension NodeColumn {
  fileprivate mutating func take(_ unit: Int, _ halves: [NodeColumn], _ shares: HalfShares.OfNode) {
    var (total, weight, covered, applicable) = (0.0, 0.0, 0.0, 0.0)
    // The rule that all halves share, and the one that all with a value share.
    var (common, acting): (NodeRule?, NodeRule?)
    var (isCommon, isActing, isFull, isOut) = (true, true, true, true)
    for half in halves.indices where !shares.isPassedOver(half, unit) {
      let (state, rule, share) = (halves[half].state[unit], halves[half].rule[unit], shares.share(half, unit))
      if share > 0, let decided = halves[half].overrides[unit] { overrides[unit] = decided }
      isCommon = isCommon && common ?? rule == rule
      common = rule
      if state == .notApplicable { continue }
      isOut = false
      applicable += share
      covered += share * halves[half].coverage[unit]
      if state == .missing || !(share > 0) { continue }
      total += share * halves[half].value[unit]
      weight += share
      isActing = isActing && acting ?? rule == rule
      acting = rule
      isFull = isFull && state == .full
    }
    coverage[unit] = isOut ? .nan : applicable > 0 ? covered / applicable : 0
    if isOut {
      state[unit] = .notApplicable
    } else if weight > 0 {
      value[unit] = total / weight
      state[unit] = isFull ? .full : .value
    }
    if overrides[unit] != nil {
      rule[unit] = .overridden
    } else if weight > 0 {
      if let acting, isActing { rule[unit] = acting }
    } else if let common, isCommon {
      rule[unit] = common
    }
  }
}

/// A hand of the year as the node itself: the weighted mean of its halves, re-scaled over those with a value.
private func hand(
  _ place: Int, of halves: [NodeColumn], _ shares: HalfShares.OfNode, first: HandColumn?
) -> HandColumn {
  let parts = halves.map { $0.hands[place] }
  let value = parts[0].value.indices.map { unit -> Double in
    var (total, weight) = (0.0, 0.0)
    for (half, part) in parts.enumerated() where !part.value[unit].isNaN {
      total += shares.share(half, unit) * part.value[unit]
      weight += shares.share(half, unit)
    }
    return weight > 0 ? total / weight : .nan
  }
  return HandColumn(
    id: parts[0].id, source: value, afterStep: [], value: value,
    difference: first.map { zip($0.value, value).map { $0 - $1 } } ?? value.map { _ in .nan })
}
