import Register
import Schemes
import Statistics

/// What a line of the grades asks of a unit, apart from the quota (G1, G2): the first condition that fails, if one does.
struct GradeConditions {
  let scheme: Scheme
  let plan: Plan
  let tree: Tree
  let root: Int
  let year: Int
  /// Per unit (rank − 1) ÷ (n − 1), ascending, among the ranked units of its group; NaN without rank or company.
  private let percentiles: [Double]

  init(scheme: Scheme, plan: Plan, tree: Tree, root: Int, year: Int, standing: [Standing]) {
    self.scheme = scheme
    self.plan = plan
    self.tree = tree
    self.root = root
    self.year = year
    let isAsked = scheme.grading?.bands.contains { $0.percentileAtLeast != nil } ?? false
    percentiles = isAsked ? Self.percentiles(scheme, tree.units, standing) : []
  }

  func failure(_ band: GradeBand, _ standing: Standing, _ unit: Int) -> GradeAttempt.Outcome? {
    if let cutOff = band.atLeast {
      guard let floor = cutOff.value(in: year) else { return .noCutOff(year: year) }
      if !Comparison(.atLeast, floor).holds(for: standing.displayedScore) {
        return .below(needed: floor, found: standing.displayedScore)
      }
    }
    if let share = band.eachChildShare, let outcome = childUnder(share, unit) { return outcome }
    if let outcome = nodeUnder(band.nodeFloors, standing, unit) { return outcome }
    guard let least = band.percentileAtLeast else { return nil }
    if standing.rank == nil { return .noRanks }
    return Comparison(.atLeast, least).holds(for: percentiles[unit])
      ? nil : .percentileBelow(needed: least, found: percentiles[unit])
  }

  /// The outcome tells points, although shares are compared.
  private func childUnder(_ share: Double, _ unit: Int) -> GradeAttempt.Outcome? {
    let needed = Comparison(.atLeast, share)
    for child in plan.entries[root].children {
      let column = tree.columns[child]
      guard column.state[unit] != .notApplicable, let points = plan.entries[child].node.points else { continue }
      let found = displayed(column.value[unit], digits: scheme.defaults.digits)
      if !needed.holds(for: found / points) {
        return .childBelow(node: column.id, needed: share * points, found: found)
      }
    }
    return nil
  }

  /// In the order of the tree. What does not apply to the unit asks nothing of it; what nobody knows is not met.
  private func nodeUnder(_ floors: [String: Double], _ standing: Standing, _ unit: Int) -> GradeAttempt.Outcome? {
    for (id, floor) in floors.sorted(by: { place($0.key) < place($1.key) }) {
      var found = Double.nan
      if let index = plan.indexByID[id] {
        let column = tree.columns[index]
        if column.state[unit] == .notApplicable { continue }
        found =
          index == root
          ? standing.displayedScore : displayed(column.value[unit], digits: scheme.defaults.digits)
      }
      if !Comparison(.atLeast, floor).holds(for: found) { return .childBelow(node: id, needed: floor, found: found) }
    }
    return nil
  }

  private func place(_ id: String) -> (Int, String) { (plan.indexByID[id] ?? .max, id) }

  private static func percentiles(_ scheme: Scheme, _ units: [ScoredUnit], _ standing: [Standing]) -> [Double] {
    var result = Array(repeating: Double.nan, count: units.count)
    for group in scheme.ranking?.per == .peers ? groupsOfPeers(units) : [Array(units.indices)] {
      let ranked = group.filter { standing[$0].rank != nil }.sorted { standing[$0].rank ?? 0 > standing[$1].rank ?? 0 }
      var worse = 0
      for (place, unit) in ranked.enumerated() {
        if place > 0, standing[ranked[place - 1]].rank != standing[unit].rank { worse = place }
        result[unit] = Double(worse) / Double(ranked.count - 1)
      }
    }
    return result
  }
}
