/// What can be wrong with an expression: its words, then its types.
package enum ExpressionProblem: Sendable, Equatable {
  case unexpectedCharacter(String)
  case unterminated(quote: String)
  /// What stands there (nil: the end) where something else is due.
  case unexpected(found: String?, expected: Expected)
  case functionUnknown(name: String, known: [String])
  case clock(name: String)
  case subquery
  case aggregate(name: String)
  case argumentCount(function: String, needed: String, found: Int)
  case tooDeep(limit: Int)
  case tooLong(limit: Int)
  case chainedComparison
  case momentUnknown(name: String, known: [String])
  case parameterUnknown(name: String, known: [String])

  case integerDivision
  case divisionByZero
  /// The divisor can be 0 by its range, and the value is then missing.
  case divisorMayBeZero
  /// Two values that cannot be compared, or stand in one CASE.
  case kindsDiffer(CatalogueColumn.Kind, CatalogueColumn.Kind)
  case arithmeticOn(CatalogueColumn.Kind)
  case dateArithmetic
  case nullableComparison(what: String)
  case caseWithoutElse
  case valueUnlisted(column: String, value: String, known: [String])
  case dateLiteral(value: String)
  /// Days or hours are counted where units or leaves are chosen.
  case noCalendar(function: String)
  case argumentKind(function: String, needed: CatalogueColumn.Kind, found: CatalogueColumn.Kind)
  case notCondition(CatalogueColumn.Kind)
  case notNumber(CatalogueColumn.Kind)

  package enum Expected: Sendable, Equatable {
    case value, columnOperand, textPattern, end
    case word(String)
  }

  package var code: String {
    switch self {
    case .unexpectedCharacter: "expression-character"
    case .unterminated: "expression-unterminated"
    case .unexpected: "expression-syntax"
    case .functionUnknown: "expression-function-unknown"
    case .clock: "expression-clock"
    case .subquery: "expression-subquery"
    case .aggregate: "expression-aggregate"
    case .argumentCount: "expression-argument-count"
    case .tooDeep: "expression-too-deep"
    case .tooLong: "expression-too-long"
    case .chainedComparison: "expression-chained-comparison"
    case .momentUnknown: "expression-moment-unknown"
    case .parameterUnknown: "expression-parameter-unknown"
    case .integerDivision: "expression-integer-division"
    case .divisionByZero: "expression-division-by-zero"
    case .divisorMayBeZero: "expression-divisor-zero"
    case .kindsDiffer: "expression-kinds-differ"
    case .arithmeticOn: "expression-arithmetic"
    case .dateArithmetic: "expression-date-arithmetic"
    case .nullableComparison: "expression-nullable-comparison"
    case .caseWithoutElse: "expression-case-without-else"
    case .valueUnlisted: "expression-value-unlisted"
    case .dateLiteral: "expression-date-literal"
    case .noCalendar: "expression-no-calendar"
    case .argumentKind: "expression-argument-kind"
    case .notCondition: "expression-not-condition"
    case .notNumber: "expression-not-number"
    }
  }
}
