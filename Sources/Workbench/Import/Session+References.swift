import Store
import Tables

extension Session {
  /// The values that a system's references may take, by reference; none for a table without rows.
  func referencedValues(
    of references: [ColumnSpec.Reference], in system: String
  ) throws -> [ColumnSpec.Reference: Set<String>] {
    var values: [ColumnSpec.Reference: Set<String>] = [:]
    for reference in references where values[reference] == nil {
      if let kinds = reference.kinds {
        let units = register.units.filter { kinds.isEmpty || kinds.contains($0.kind) }
        values[reference] = Set(units.flatMap { [$0.name] + $0.aliases })
        continue
      }
      guard let target = folders.spec(reference.table, for: system) else { continue }
      let name = TableName(system: target.spec.system, table: reference.table)
      guard let store = target.spec.isProtected ? secrets.database : database,
        try store.storedColumns(name).contains(where: { $0.name == reference.column })
      else { continue }
      let rows = try store.tableRows(name)
      values[reference] = Set(
        rows.compactMap { row in
          switch row[reference.column] {
          case .text(let text): text
          case .integer(let number): "\(number)"
          case .real(let number): "\(number)"
          case .null, nil: nil
          }
        })
    }
    return values
  }
}
