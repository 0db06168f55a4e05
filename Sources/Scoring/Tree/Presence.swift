/// What is there of the leaves before any step but `drop_if`, by node and unit; empty for parents. Facts read it (R12); a
/// value that a later step imputes is not there (R16).
struct Presence {
  /// The unit has a value, or nothing happened that could have cost points.
  private(set) var isPresent: [[Bool]]
  /// It has one that is not 0.
  private(set) var isNotZero: [[Bool]]
  /// The leaf concerns the unit: neither dropped nor not applicable.
  private(set) var concerns: [[Bool]]

  init(nodes: Int) {
    isPresent = Array(repeating: [], count: nodes)
    isNotZero = isPresent
    concerns = isPresent
  }

  /// Of a year that is combined: what is there in any of the halves (E3).
  init(eitherOf halves: [Presence]) {
    func either(_ path: KeyPath<Presence, [[Bool]]>) -> [[Bool]] {
      halves.dropFirst().reduce(halves[0][keyPath: path]) { found, half in
        zip(found, half[keyPath: path]).map { zip($0, $1).map { $0 || $1 } }
      }
    }
    isPresent = either(\.isPresent)
    isNotZero = either(\.isNotZero)
    concerns = either(\.concerns)
  }

  /// - Parameter columns: the leaf's measure, or those of its hands that may give the value and are not dropped.
  mutating func set(_ leaf: Int, _ columns: [MeasureColumn], isDropped: Bool, units: Int) {
    let (nobody, states) = (Array(repeating: false, count: units), columns.map(\.state))
    isPresent[leaf] = nobody
    isNotZero[leaf] = nobody
    concerns[leaf] = nobody
    if isDropped { return }
    for (column, state) in zip(columns, states) {
      for unit in state.indices where state[unit] != .notApplicable {
        concerns[leaf][unit] = true
        if state[unit] == .missing { continue }
        isPresent[leaf][unit] = true
        if column.value[unit] != 0 { isNotZero[leaf][unit] = true }
      }
    }
  }
}
