/// What is wrong with a table spec.
package enum SpecProblem: Sendable, Equatable {
  /// What a column is needed for.
  package enum Role: Sendable, Equatable, CaseIterable {
    case key, unit, period, confirmed, confirmation, careless, order, requires
  }

  case columnUnknown(Role, name: String, legal: [String])
  case columnDropped(Role, name: String)
  /// Two ids that a database takes for the same, or one that it needs itself.
  case columnTaken(id: String, by: String)
  case headerTwin(header: String, columns: [String])
  case noColumns
  case labelSetUnknown(name: String, legal: [String])
  case labelMeaning(label: String, value: String)
  case labelTwin(label: String)
  case labelType(label: String, ColumnType)
  case labelOutsideRange(label: String, value: Double, ClosedRange<Double>)
  case rangeShape
  case rangeReversed(Double, Double)
  case rangeType(ColumnType)
  case pattern(String, PatternProblem)
  case confirmedType(column: String, ColumnType)
  /// `confirmed` and `confirmation` both.
  case confirmationTwice
  case confirmationType(column: String, ColumnType, needed: ColumnType)
  /// A result of `positive` that the result column can never have.
  case confirmationResult(String, column: String, legal: [String])
  /// A table of work secrets that registers units, whose names would leave it.
  case protectedRegisters
  /// A column of `order` that is no day, or one that `requires` looks at and that is no text.
  case rowRuleType(column: String, ColumnType, needed: ColumnType)
  /// A text of `requires` that its column can never have.
  case rowRuleText(String, column: String, legal: [String])
  case periodType(column: String, ColumnType)
  case grainPhase
  case rejectLimitOutside(Double)
  case headerRowOutside(Int)
  case headerRowsOutside(Int)
  case registerKinds([String])
  /// Further headers cannot have columns beside them.
  case furtherType(ColumnType)

  package var code: String {
    switch self {
    case .columnUnknown: "table-column-unknown"
    case .columnDropped: "table-column-dropped"
    case .columnTaken: "column-id-taken"
    case .headerTwin: "column-header-twin"
    case .noColumns: "table-without-columns"
    case .labelSetUnknown: "column-label-set-unknown"
    case .labelMeaning: "label-meaning"
    case .labelTwin: "label-twin"
    case .labelType: "label-type"
    case .labelOutsideRange: "label-out-of-range"
    case .rangeShape: "column-range-shape"
    case .rangeReversed: "column-range-reversed"
    case .rangeType: "column-range-type"
    case .pattern: "column-pattern"
    case .confirmedType: "table-confirmed-type"
    case .confirmationTwice: "table-confirmation-twice"
    case .confirmationType: "table-confirmation-type"
    case .confirmationResult: "table-confirmation-result"
    case .protectedRegisters: "table-protected-registers"
    case .rowRuleType: "table-row-rule-type"
    case .rowRuleText: "table-row-rule-text"
    case .periodType: "table-period-type"
    case .grainPhase: "table-grain-phase"
    case .rejectLimitOutside: "table-reject-limit"
    case .headerRowOutside: "table-header-row"
    case .headerRowsOutside: "table-header-rows"
    case .registerKinds: "table-register-kinds"
    case .furtherType: "table-other-type"
    }
  }
}
