import Register
import Schemes
import Tables

extension SystemFolders {
  /// What schemes of a system may know: the tables of its specs, and the register's columns.
  func catalogue(for system: String, registerColumns: some Sequence<String>) -> Catalogue {
    Catalogue(
      tables: specs(for: system).map { CatalogueTable($0.spec) } + derivedTables(for: system).map(\.catalogue),
      registerColumns: Set(registerColumns))
  }

  /// With the units that there are; without a register nothing is said of them.
  func catalogue(for system: String, register: UnitRegister) -> Catalogue {
    var catalogue = catalogue(for: system, registerColumns: register.units.flatMap(\.columns.keys))
    catalogue.elsewhere = specs.filter { file in
      (file.spec.isAnonymous || file.spec.isProtected)
        && spec(file.spec.id, for: system)?.spec.system != file.spec.system
    }.map { CatalogueTableElsewhere(system: $0.spec.system, table: CatalogueTable($0.spec)) }
    guard !register.units.isEmpty else { return catalogue }
    // An import may register further units, of any system.
    let open = specs.compactMap(\.spec.unit).filter { $0.unmatched == .register }
    catalogue.units = CatalogueUnits(
      kinds: Set(register.units.map(\.kind) + open.flatMap(\.kinds)), codes: Set(register.units.map(\.code)),
      isOpen: !open.isEmpty)
    return catalogue
  }
}

extension CatalogueTable {
  init(_ spec: TableSpec) {
    self.init(
      id: spec.id,
      columns: spec.columns.filter { !$0.isDropped }.flatMap(CatalogueColumn.columns(of:))
        + (spec.careless?.stored ?? []).map(CatalogueColumn.init(mark:)),
      otherColumns: spec.otherColumns.map(CatalogueColumn.Kind.init), hasUnits: spec.unit != nil,
      hasPeriods: spec.period != nil, isAnonymous: spec.isAnonymous, isComplete: spec.isComplete,
      confirmed: spec.confirmed, coveredBy: spec.coveredBy, stages: spec.confirmation.map(CatalogueStages.init),
      isProtected: spec.isProtected, key: spec.key, careless: spec.careless?.stored.map(\.name) ?? [])
    // Of answers, runs of two days told those in between. Without a grain the period is the day already, and the column
    // has the time of day.
    if !spec.isAnonymous, case .column(let name, let grain)? = spec.period,
      grain != nil || column(name)?.kind == .datetime
    {
      dayColumn = name
    }
  }
}

extension CatalogueStages {
  init(_ rule: ConfirmationRule) {
    self.init(
      triggered: rule.trigger, verified: rule.verified, confirmed: rule.confirmed, effective: rule.effective,
      role: rule.role, result: rule.result, positive: rule.positive)
  }
}

extension CatalogueColumn {
  /// A column and what else of it expressions may ask for: of a written date how its day came about, and the words; of a
  /// question of several options each of them.
  static func columns(of column: ColumnSpec) -> [CatalogueColumn] {
    if let choices = column.choices {
      let most = Double(choices.options.count)
      return [CatalogueColumn(id: column.id, kind: .integer, isNullable: !column.isRequired, range: 1...most)]
        + column.companions.map {
          CatalogueColumn(id: $0.name, kind: .integer, isNullable: true, range: choices.isRanked ? 1...most : 0...1)
        }
    }
    guard column.type == .writtenDate else { return [CatalogueColumn(column)] }
    return [
      CatalogueColumn(column),
      CatalogueColumn(
        id: StoredColumn.basisName(of: column.id), kind: .text, isNullable: false, values: WrittenDateBasis.words),
      CatalogueColumn(id: StoredColumn.wordsName(of: column.id), kind: .text, isNullable: true),
    ]
  }

  /// The mark of a careless answer.
  init(mark column: StoredColumn) { self.init(id: column.name, kind: .integer, isNullable: false, range: 0...1) }

  init(_ column: ColumnSpec) {
    var values: [String]?
    var range = column.range
    if case .set(let labels) = column.labels { values = labels }
    if range == nil, case .map(let entries) = column.labels {
      let numbers = entries.compactMap { entry -> Double? in
        if case .number(let number) = entry.meaning { number } else { nil }
      }
      if let low = numbers.min(), let high = numbers.max() { range = low...high }
    }
    self.init(
      id: column.id, kind: Kind(column.type),
      isNullable: !column.isRequired || column.hasNotApplicable || column.type == .writtenDate, range: range,
      values: values, isDuration: column.type == .durationSeconds)
  }
}

extension CatalogueColumn.Kind {
  init(_ type: ColumnType) {
    self =
      switch type {
      case .text: .text
      case .integer, .durationSeconds: .integer
      case .number: .number
      case .date, .writtenDate: .date
      case .datetime: .datetime
      case .boolean: .boolean
      }
  }
}
