/// What can be wrong with the rows that become leaves. Rows count from 1, without the header.
package enum LeavesProblem: Sendable, Equatable {
  case tableAbsent(table: String)
  case tableEmpty(table: String)
  case columnMissing(table: String, column: String, known: [String])
  case idEmpty(table: String, row: Int)
  case idDuplicate(table: String, id: String)
  case notNumber(table: String, column: String, id: String, value: String)
  case weightNotPositive(table: String, id: String, weight: Double)
  case groupUnknown(table: String, group: String, leaf: String, known: [String])
  case groupWithoutLeaves(table: String, group: String)
  /// No row passes `where`.
  case noLeaf(table: String)
  case parentUnknown(table: String, id: String, parent: String, known: [String])
  /// A leaf's row without a parent.
  case parentEmpty(table: String, leaf: String)
  /// Several rows above the leaves have no parent: which is the node?
  case severalTops(table: String, ids: [String])
  case parentCycle(table: String, chain: [String])
  /// A row that passes `where` above another one that does.
  case leafAbove(table: String, leaf: String, below: String)
  case tooDeep(table: String, limit: Int)
  /// `of` or `nodes` names no row above the leaves, and no group.
  case innerUnknown(key: String, table: String, id: String, known: [String])

  package var code: String {
    switch self {
    case .tableAbsent: "leaves-table-absent"
    case .tableEmpty: "leaves-table-empty"
    case .columnMissing: "leaves-column-missing"
    case .idEmpty: "leaves-id-empty"
    case .idDuplicate: "leaves-id-duplicate"
    case .notNumber: "leaves-not-number"
    case .weightNotPositive: "leaves-weight"
    case .groupUnknown: "leaves-group-unknown"
    case .groupWithoutLeaves: "leaves-group-without-leaves"
    case .noLeaf: "leaves-none"
    case .parentUnknown: "leaves-parent-unknown"
    case .parentEmpty: "leaves-parent-empty"
    case .severalTops: "leaves-several-tops"
    case .parentCycle: "leaves-parent-cycle"
    case .leafAbove: "leaves-leaf-above"
    case .tooDeep: "leaves-too-deep"
    case .innerUnknown: "leaves-of-unknown"
    }
  }
}
