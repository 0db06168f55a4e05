/// What is there of the leaves before any step but `drop_if`, by leaf and unit. Facts read it (R12); a value that a later
/// step imputes is not there (R16). Worked out when it is asked for: few schemes have facts that do.
struct Presence {
  private enum Leaf {
    /// No leaf, or dropped for every unit.
    case nothing
    /// Its measure, or those of its hands that may give the value and are not dropped.
    case columns([MeasureColumn])
    /// Of a year that is combined: what is there in any of the halves (E3).
    case eitherOf([Leaf])
    /// Of a year that one half gives: what is there in that half, by unit.
    case chosen([Leaf], half: [Int])
  }
  private var leaves: [Leaf]
  private let units: Int

  init(nodes: Int, units: Int) {
    leaves = Array(repeating: .nothing, count: nodes)
    self.units = units
  }

  init(eitherOf halves: [Presence]) {
    leaves = halves[0].leaves.indices.map { leaf in .eitherOf(halves.map { $0.leaves[leaf] }) }
    units = halves[0].units
  }

  /// - Parameter chosen: by root, the half that counts for each unit.
  init(_ halves: [Presence], chosen: [Int: [Int]], _ plan: Plan) {
    units = halves[0].units
    leaves = halves[0].leaves.indices.map { leaf in
      let both = halves.map { $0.leaves[leaf] }
      return chosen[plan.root(of: leaf)].map { .chosen(both, half: $0) } ?? .eitherOf(both)
    }
  }

  /// - Parameter columns: the leaf's measure, or those of its hands that may give the value and are not dropped.
  mutating func set(_ leaf: Int, _ columns: [MeasureColumn], isDropped: Bool) {
    leaves[leaf] = isDropped ? .nothing : .columns(columns)
  }

  /// By unit: it has a value, or nothing happened that could have cost points.
  func isPresent(_ leaf: Int) -> [Bool] {
    anyColumn(leaves[leaf]) { column, unit in column.state[unit] == .value || column.state[unit] == .full }
  }

  /// By unit: it has one that is not 0.
  func isNotZero(_ leaf: Int) -> [Bool] {
    anyColumn(leaves[leaf]) { column, unit in
      (column.state[unit] == .value || column.state[unit] == .full) && column.value[unit] != 0
    }
  }

  /// By unit: the leaf concerns it: neither dropped nor not applicable.
  func concerns(_ leaf: Int) -> [Bool] {
    anyColumn(leaves[leaf]) { column, unit in column.state[unit] != .notApplicable }
  }

  private func anyColumn(_ leaf: Leaf, _ holds: (MeasureColumn, Int) -> Bool) -> [Bool] {
    var found = Array(repeating: false, count: units)
    switch leaf {
    case .nothing: break
    case .columns(let columns):
      for column in columns { for unit in found.indices where holds(column, unit) { found[unit] = true } }
    case .eitherOf(let leaves):
      for leaf in leaves {
        let own = anyColumn(leaf, holds)
        for unit in found.indices where own[unit] { found[unit] = true }
      }
    case .chosen(let leaves, let half):
      let own = leaves.map { anyColumn($0, holds) }
      for unit in found.indices { found[unit] = own[half[unit]][unit] }
    }
    return found
  }
}
