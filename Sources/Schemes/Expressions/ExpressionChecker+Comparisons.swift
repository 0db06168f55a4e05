import Findings

/// How days and moments are compared with each other.
enum TemporalMode: Sendable {
  /// Whole days: a moment counts as its day.
  case day
  case moment

  /// nil: no days among the operands.
  init?(_ operands: [Expression], over table: CatalogueTable) {
    let kinds = operands.map { $0.kind(over: table) }
    guard kinds.contains(where: { $0?.isTemporal ?? false }) else { return nil }
    let hasDay = zip(operands, kinds).contains { operand, kind in
      if case .text(let text) = operand { return DateLiteral(text)?.time == nil }
      return kind == .date
    }
    self = hasDay ? .day : .moment
  }
}

extension ExpressionChecker {
  /// `=`, `<`, IN, BETWEEN: the first part against each of the others.
  func comparison(_ part: LocatedExpression, _ known: Set<Expression>, _ isCured: Bool) -> ExpressionType {
    let types = part.parts.map { type(of: $0, known, isCured: isCured) }
    let mode = TemporalMode(part.parts.map(\.expression), over: table)
    for (other, otherType) in zip(part.parts, types).dropFirst() {
      guard let a = types[0].kind, let b = otherType.kind else { continue }
      if mode != nil, a.isTemporal != b.isTemporal {
        let literal = a.isTemporal ? other : part.parts[0]
        if case .text(let text) = literal.expression {
          let parsed = DateLiteral(text)
          if parsed == nil || (mode == .day && parsed?.time != nil) { report(.dateLiteral(value: text), at: literal) }
          continue
        }
      }
      if !a.isComparable(with: b) { report(.kindsDiffer(a, b), at: other) }
      listed(part.parts[0], other)
      listed(other, part.parts[0])
    }
    return compared(part.parts, types, isCured)
  }

  /// A NULL operand makes the comparison NULL, which is neither true nor false.
  func compared(_ parts: [LocatedExpression], _ types: [ExpressionType], _ isCured: Bool) -> ExpressionType {
    guard let index = types.firstIndex(where: \.isNullable) else { return .condition(isNullable: false) }
    if isCured { return .condition(isNullable: true) }
    let part = parts[index]
    let what =
      if case .null = part.expression { "NULL" } else { part.expression.columns.sorted().joined(separator: ", ") }
    report(.nullableComparison(what: what), at: part)
    return .condition(isNullable: false)
  }

  /// A text that the column can never hold.
  private func listed(_ column: LocatedExpression, _ literal: LocatedExpression) {
    guard case .column(let name) = column.expression, case .text(let text) = literal.expression,
      let values = table.column(name)?.values, !values.contains(text)
    else { return }
    report(.valueUnlisted(column: name, value: text, known: values), at: literal)
  }

  func call(
    _ function: Expression.Function, _ part: LocatedExpression, _ known: Set<Expression>, _ isCured: Bool
  ) -> ExpressionType {
    let parts = part.parts
    switch function {
    case .coalesce:
      // Looked at once and last first: nested ones must not double the work at every level.
      let last = parts.last.map { type(of: $0, known, isCured: isCured) } ?? .reported
      let types = parts.dropLast().map { type(of: $0, known, isCured: isCured || !last.isNullable) } + [last]
      var common = alternatives(parts, types)
      common.isNullable = types.allSatisfy(\.isNullable)
      return common
    case .nullif:
      let types = parts.map { type(of: $0, known, isCured: isCured) }
      _ = alternatives(parts, types)
      return ExpressionType(types[0].kind, isNullable: true, bounds: types[0].bounds)
    case .min, .max:
      let types = parts.map { type(of: $0, known, isCured: isCured) }
      var common = alternatives(parts, types)
      common.bounds =
        function == .min ? types[0].bounds.lesser(types[1].bounds) : types[0].bounds.greater(types[1].bounds)
      return common
    case .abs:
      let inner = number(parts[0], known, isCured)
      return ExpressionType(
        inner.isWhole ? .integer : inner.kind, isNullable: inner.isNullable, bounds: inner.bounds.magnitude)
    case .round: return round(parts, known, isCured)
    case .length:
      let inner = argument(parts[0], of: function, .text, known, isCured)
      return ExpressionType(.integer, isNullable: inner.isNullable, bounds: .notNegative)
    case .substr:
      let types =
        [argument(parts[0], of: function, .text, known, isCured)]
        + parts.dropFirst().map { argument($0, of: function, .integer, known, isCured) }
      return ExpressionType(.text, isNullable: types.contains { $0.isNullable })
    case .days, .months, .hours, .workdays:
      if !countsDays {
        report(.noCalendar(function: function.rawValue), at: part)
        // Names are looked up; that a text is no date is no second mistake.
        for argument in parts { _ = type(of: argument, known, isCured: true) }
        return .reported
      }
      let needed: CatalogueColumn.Kind = function == .hours ? .datetime : .date
      let types = parts.map { argument($0, of: function, needed, known, isCured) }
      return ExpressionType(function == .hours ? .number : .integer, isNullable: types.contains { $0.isNullable })
    }
  }

  private func round(_ parts: [LocatedExpression], _ known: Set<Expression>, _ isCured: Bool) -> ExpressionType {
    let inner = number(parts[0], known, isCured)
    var places = 0.0
    if parts.count == 2 {
      _ = argument(parts[1], of: .round, .integer, known, isCured)
      if case .number(let value, _) = parts[1].expression { places = min(max(value, 0), 15) }
    }
    // Rounding moves a value by at most half a unit of the last place.
    let scale = (0..<Int(places)).reduce(1.0) { scale, _ in scale * 10 }
    return ExpressionType(
      .number, isNullable: inner.isNullable,
      bounds: inner.bounds.mapped { $0.isFinite ? ($0 * scale).rounded() / scale : $0 })
  }

  private func argument(
    _ part: LocatedExpression, of function: Expression.Function, _ needed: CatalogueColumn.Kind,
    _ known: Set<Expression>, _ isCured: Bool
  ) -> ExpressionType {
    let own = type(of: part, known, isCured: isCured)
    guard let kind = own.kind else { return own }
    if needed.isTemporal, case .text(let text) = part.expression {
      let literal = DateLiteral(text)
      if literal == nil || (needed == .date && literal?.time != nil) { report(.dateLiteral(value: text), at: part) }
      return own
    }
    let fits = kind == needed || (needed == .date && kind == .datetime) || (needed == .integer && kind == .boolean)
    if !fits { report(.argumentKind(function: function.rawValue, needed: needed, found: kind), at: part) }
    return own
  }
}

extension Expression {
  /// What cannot be NULL where this holds.
  var nonNullWhenTrue: Set<Expression> {
    switch self {
    case .isNull(let a, true): [a]
    case .not(let a): a.nonNullWhenFalse
    case .binary(.and, let a, let b): a.nonNullWhenTrue.union(b.nonNullWhenTrue)
    default: []
    }
  }

  /// What cannot be NULL where this does not hold.
  var nonNullWhenFalse: Set<Expression> {
    switch self {
    case .isNull(let a, false): [a]
    case .not(let a): a.nonNullWhenTrue
    case .binary(.or, let a, let b): a.nonNullWhenFalse.union(b.nonNullWhenFalse)
    default: []
    }
  }
}
