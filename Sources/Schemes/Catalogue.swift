/// What schemes may know of the tables: columns, their types, whether they can be empty, and their ranges. A value, so
/// that checks need neither files nor a database.
package struct Catalogue: Sendable {
  package var tables: [String: CatalogueTable]
  /// The columns of the register, all text.
  package var registerColumns: Set<String>
  /// Anonymous and protected tables of other systems: only a SELECT can name them, by `v_<system>_<table>`.
  package var elsewhere: [CatalogueTableElsewhere] = []
  /// The units of the register, where one is at hand.
  package var units: CatalogueUnits?
  /// What the nodes of other schemes can be, by scheme and node: 0 to the node's points. Where it says nothing, a
  /// measure of another scheme has the range that it states itself.
  package var results: [String: [String: ClosedRange<Double>]]

  package init(
    tables: [CatalogueTable], registerColumns: Set<String>, results: [String: [String: ClosedRange<Double>]] = [:]
  ) {
    self.results = results
    self.tables = Dictionary(tables.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.registerColumns = registerColumns
  }
}

package struct CatalogueTableElsewhere: Sendable {
  package var system: String
  package var table: CatalogueTable

  package init(system: String, table: CatalogueTable) {
    self.system = system
    self.table = table
  }

  /// In small letters, as SQLite does not tell them apart.
  var viewName: String { "v_\(system)_\(table.id)".lowercased() }
}

/// What schemes may know of the register's units.
package struct CatalogueUnits: Sendable {
  package var kinds: Set<String>
  package var codes: Set<String>
  /// Tables register further units with their import, so that a code that is not here may come.
  package var isOpen: Bool

  package init(kinds: Set<String>, codes: Set<String>, isOpen: Bool = false) {
    self.kinds = kinds
    self.codes = codes
    self.isOpen = isOpen
  }
}

package struct CatalogueTable: Sendable {
  package var id: String
  package var columns: [CatalogueColumn]
  /// The type of every column that the spec does not list but the file had; nil: there are none.
  package var otherColumns: CatalogueColumn.Kind?
  package var hasUnits: Bool
  package var hasPeriods: Bool
  /// The day or moment that a row's period comes from (`period: {column, grain}`): `as_of` and `last` go by it.
  package var dayColumn: String?
  /// Rows of respondents: never explained to a row.
  package var isAnonymous: Bool
  /// The columns that together name a row.
  package var key: [String]
  /// The columns of 0 and 1 that mark careless answers.
  package var careless: [String]
  /// Having no row means that nothing happened.
  package var isComplete: Bool
  /// The boolean column without which no row acts (认定).
  package var confirmed: String?
  /// The stages of its events; only rows in force act.
  package var stages: CatalogueStages?
  /// The table that proves that unit and time were looked at.
  package var coveredBy: String?
  /// Of the table of obligations: their ids and tags.
  package var obligationNames: [String]?
  /// Work secrets: only counts and flags may leave it.
  package var isProtected: Bool
  /// Its rows act only once somebody has decided on them (E5).
  package var needsDecision: Bool { confirmed != nil || stages != nil }

  package init(
    id: String, columns: [CatalogueColumn], otherColumns: CatalogueColumn.Kind? = nil, hasUnits: Bool = true,
    hasPeriods: Bool = true, isAnonymous: Bool = false, isComplete: Bool = false, confirmed: String? = nil,
    coveredBy: String? = nil, stages: CatalogueStages? = nil, isProtected: Bool = false,
    obligationNames: [String]? = nil, key: [String] = [], careless: [String] = []
  ) {
    self.id = id
    self.columns = columns
    self.otherColumns = otherColumns
    self.hasUnits = hasUnits
    self.hasPeriods = hasPeriods
    self.isAnonymous = isAnonymous
    self.isComplete = isComplete
    self.confirmed = confirmed
    self.coveredBy = coveredBy
    self.obligationNames = obligationNames
    self.stages = stages
    self.isProtected = isProtected
    self.key = key
    self.careless = careless
  }

  package func column(_ id: String) -> CatalogueColumn? {
    columns.first { $0.id == id }
      ?? otherColumns.map { CatalogueColumn(id: id, kind: $0, isNullable: true) }
  }
}

package struct CatalogueColumn: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable { case text, integer, number, date, datetime, boolean }
  package var id: String
  package var kind: Kind
  package var isNullable: Bool
  /// Of numbers: the values that import lets through.
  package var range: ClosedRange<Double>?
  /// Of text with a list of values: those values.
  package var values: [String]?
  /// Whole seconds that something took.
  package var isDuration: Bool

  package init(
    id: String, kind: Kind, isNullable: Bool, range: ClosedRange<Double>? = nil, values: [String]? = nil,
    isDuration: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.isNullable = isNullable
    self.range = range
    self.values = values
    self.isDuration = isDuration
  }
}
