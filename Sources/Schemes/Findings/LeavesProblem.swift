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
    }
  }
}
