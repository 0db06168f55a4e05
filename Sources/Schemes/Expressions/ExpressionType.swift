/// What the checker knows of an expression's values.
package struct ExpressionType: Sendable, Equatable {
  /// nil: NULL itself, or something that was reported already.
  package var kind: CatalogueColumn.Kind?
  package var isNullable: Bool
  /// Of numbers and booleans.
  package var bounds: Bounds

  package init(_ kind: CatalogueColumn.Kind?, isNullable: Bool, bounds: Bounds = .unknown) {
    self.kind = kind
    self.isNullable = isNullable
    self.bounds = bounds
  }

  static func condition(isNullable: Bool) -> ExpressionType {
    ExpressionType(.boolean, isNullable: isNullable, bounds: .share)
  }
  /// After a finding: fits everywhere, so that one mistake is reported once.
  static let reported = ExpressionType(nil, isNullable: false)

  package var isNumeric: Bool { kind?.isNumeric ?? true }
  /// Whole numbers, which SQL would divide without remainder.
  var isWhole: Bool { kind == .integer || kind == .boolean }
}

extension CatalogueColumn.Kind {
  var isNumeric: Bool { self == .integer || self == .number || self == .boolean }
  var isTemporal: Bool { self == .date || self == .datetime }

  /// Whether values of the two kinds can be compared; a day and a moment are compared by day.
  func isComparable(with other: CatalogueColumn.Kind) -> Bool {
    self == other || (isNumeric && other.isNumeric) || (isTemporal && other.isTemporal)
  }
}

extension Expression {
  /// The kind of an expression's values over a table; nil where only the neighbours tell (NULL), or where it is unknown.
  /// Text literals are text here: `sql(over:)` and the checker read them as days where a day stands opposite.
  func kind(over table: CatalogueTable) -> CatalogueColumn.Kind? {
    switch self {
    case .number(_, let isInteger): isInteger ? .integer : .number
    case .text: .text
    case .null: nil
    case .column(let name): table.column(name)?.kind
    case .moment: .date
    case .not, .isNull, .isIn, .like, .between: .boolean
    case .negated(let a): a.kind(over: table) == .integer ? .integer : .number
    case .binary(let operation, let a, let b):
      switch operation {
      case .plus, .minus, .times:
        (a.kind(over: table) ?? .number) != .number && (b.kind(over: table) ?? .number) != .number
          ? .integer : .number
      case .divided: .number
      default: .boolean
      }
    case .cases(let branches, let otherwise):
      Self.common(branches.map(\.value) + (otherwise.map { [$0] } ?? []), over: table)
    case .call(let function, let arguments):
      switch function {
      case .coalesce, .min, .max: Self.common(arguments, over: table)
      case .nullif, .abs: arguments.first?.kind(over: table)
      case .round, .hours: .number
      case .length, .days, .months, .workdays: .integer
      case .substr: .text
      }
    }
  }

  /// The kind of values that stand for each other: a day beside a text literal is a day, a whole number beside a
  /// fraction a number.
  static func common(_ expressions: [Expression], over table: CatalogueTable) -> CatalogueColumn.Kind? {
    let kinds = expressions.compactMap { $0.kind(over: table) }
    if let temporal = kinds.first(where: \.isTemporal) { return temporal }
    if kinds.contains(.number) { return .number }
    if kinds.contains(.integer) { return .integer }
    return kinds.first
  }
}
