import Documents
import Findings

extension TableSpec {
  /// Columns that every stored table has.
  static let engineColumns = ["batch_id", "source_row", "unit_id", "p_from", "p_to", "superseded_by"]

  /// Ids and headers that stand for one column only. A database does not tell letter case.
  func checkColumns(log: FindingLog) {
    var owners: [String: String] = [:]
    for name in Self.engineColumns { owners[name] = name }
    for name in careless?.stored.map(\.name) ?? [] { owners[name.lowercased()] = "careless" }
    var byHeader: [String: String] = [:]
    for column in columns {
      let names = [column.id] + column.companions.map(\.name)
      for name in names where !column.isDropped {
        if let owner = owners.updateValue(column.id, forKey: name.lowercased()) {
          log.add(TableFinding.spec(column.place, .columnTaken(id: column.id, by: owner)))
        }
      }
      if let first = byHeader.updateValue(column.id, forKey: headerForm(column.header)) {
        log.add(TableFinding.spec(column.place, .headerTwin(header: column.header, columns: [first, column.id])))
      }
    }
  }

  /// That the columns which name unit, period, key and confirmation exist and can do so.
  func checkRoles(_ reader: MappingReader, log: FindingLog) {
    for (index, name) in key.enumerated() {
      _ = column(name, for: .key, at: reader.place(of: "key"), log: log)
      if key[..<index].contains(name) {
        log.add(TableFinding.spec(reader.place(of: "key"), .columnTaken(id: name, by: name)))
      }
    }
    if let unit { _ = column(unit.column, for: .unit, at: reader.place(of: "unit"), log: log) }
    if case .column(let name, _) = period {
      let place = reader.place(of: "period")
      if let column = column(name, for: .period, at: place, log: log),
        ![.date, .datetime, .text, .integer].contains(column.type) || column.labels != nil && column.type != .text
          || column.choices != nil
      {
        log.add(TableFinding.spec(place, .periodType(column: name, column.type)))
      }
    }
    if let confirmed {
      let place = reader.place(of: "confirmed")
      if let column = column(confirmed, for: .confirmed, at: place, log: log), column.type != .boolean {
        log.add(TableFinding.spec(place, .confirmedType(column: confirmed, column.type)))
      }
    }
    if let confirmation { check(confirmation, at: reader.place(of: "confirmation"), log: log) }
    if isProtected, unit?.unmatched == .register {
      log.add(TableFinding.spec(reader.place(of: "unit"), .protectedRegisters))
    }
  }

  /// Days are days, roles and results are texts, and the results that count can occur.
  private func check(_ rule: ConfirmationRule, at place: Place, log: FindingLog) {
    let needed = rule.days.map { ($0.column, ColumnType.date) } + rule.texts.map { ($0, .text) }
    var seen: Set<String> = []
    for (name, type) in needed {
      if !seen.insert(name).inserted {
        log.add(TableFinding.spec(place, .columnTaken(id: name, by: name)))
      } else if let column = column(name, for: .confirmation, at: place, log: log), column.type != type {
        log.add(TableFinding.spec(place, .confirmationType(column: name, column.type, needed: type)))
      }
    }
    guard case .set(let legal)? = columns.first(where: { $0.id == rule.result })?.labels else { return }
    for result in rule.positive where !legal.contains(result) {
      log.add(TableFinding.spec(place, .confirmationResult(result, column: rule.result, legal: legal)))
    }
  }

  func column(_ name: String, for role: SpecProblem.Role, at place: Place, log: FindingLog) -> ColumnSpec? {
    guard let column = columns.first(where: { $0.id == name }) else {
      let legal = columns.filter { !$0.isDropped }.map(\.id)
      log.add(TableFinding.spec(place, .columnUnknown(role, name: name, legal: legal)))
      return nil
    }
    guard !column.isDropped else {
      log.add(TableFinding.spec(place, .columnDropped(role, name: name)))
      return nil
    }
    return column
  }

  /// The columns that the table's rows have in the store, in order; each is followed by its companions.
  /// - Parameter further: headers of the file beyond the spec, which `other_columns` keeps.
  package func storedColumns(further: [String] = []) -> [StoredColumn] {
    var stored: [StoredColumn] = []
    for column in columns where !column.isDropped {
      stored.append(StoredColumn(name: column.id, storage: column.storage))
      stored += column.companions
    }
    stored += careless?.stored ?? []
    if let otherColumns { stored += further.map { StoredColumn(name: $0, storage: otherColumns.storage) } }
    return stored
  }
}

extension ColumnType {
  package var storage: StoredColumn.Storage {
    switch self {
    case .text: .text
    case .number: .real
    case .integer, .date, .datetime, .boolean, .durationSeconds, .writtenDate: .integer
    }
  }
}

extension ColumnSpec {
  package var storage: StoredColumn.Storage { type.storage }
}
