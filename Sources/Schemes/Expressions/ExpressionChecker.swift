import Findings

/// What an expression is wanted for.
package enum ExpressionUse: Sendable { case condition, number, anything }

/// Checks an expression over the columns of a table: kinds, empties, ranges. All problems at once.
/// - Parameter countsDays: false where it is evaluated outside of the store, which alone counts days and hours.
/// - Returns: what is known of its values; nil if it has problems.
package func check(
  _ expression: PlacedExpression, over table: CatalogueTable, as use: ExpressionUse = .anything,
  countsDays: Bool = true, log: FindingLog
) -> ExpressionType? {
  let before = log.count(.problem)
  let checker = ExpressionChecker(table: table, source: expression, countsDays: countsDays, log: log)
  let root = expression.located
  let type: ExpressionType
  switch use {
  case .condition: type = checker.condition(root, [], isCured: false)
  case .number:
    type = checker.type(of: root, [], isCured: false)
    if let kind = type.kind, !kind.isNumeric { checker.report(.notNumber(kind), at: root) }
  case .anything: type = checker.type(of: root, [], isCured: false)
  }
  return log.count(.problem) == before ? type : nil
}

extension Expression {
  /// `nullif(x, …)`: that the result may be missing is written.
  fileprivate var isGuardedByNullIf: Bool { if case .call(.nullif, _) = self { true } else { false } }
}

/// One walk over one expression. `known` are the parts that cannot be NULL here, because a test beside them says so;
/// `isCured` says that NULL cannot get lost here, because an ELSE or a coalesce catches it.
struct ExpressionChecker {
  let table: CatalogueTable
  let source: PlacedExpression
  let countsDays: Bool
  let log: FindingLog
  var isInCase = false

  func report(_ problem: ExpressionProblem, at part: LocatedExpression) {
    log.add(SchemeFinding.expression(source.place(at: part.offset), problem))
  }

  func type(of part: LocatedExpression, _ known: Set<Expression>, isCured: Bool) -> ExpressionType {
    var own = typeUnaided(part, known, isCured)
    if known.contains(part.expression) { own.isNullable = false }
    return own
  }

  private func typeUnaided(_ part: LocatedExpression, _ known: Set<Expression>, _ isCured: Bool) -> ExpressionType {
    switch part.expression {
    case .number(let value, let isInteger):
      return ExpressionType(isInteger ? .integer : .number, isNullable: false, bounds: Bounds(value, value))
    case .text: return ExpressionType(.text, isNullable: false)
    case .null: return ExpressionType(nil, isNullable: true)
    case .moment: return ExpressionType(.date, isNullable: false)
    case .column(let name): return column(name, part)
    case .not:
      let inner = condition(part.parts[0], known, isCured: isCured)
      return .condition(isNullable: inner.isNullable)
    case .negated:
      let inner = number(part.parts[0], known, isCured)
      return ExpressionType(inner.isWhole ? .integer : inner.kind, isNullable: inner.isNullable, bounds: -inner.bounds)
    case .binary(let operation, _, _): return binary(operation, part, known, isCured)
    case .isNull:
      _ = type(of: part.parts[0], known, isCured: true)
      return .condition(isNullable: false)
    case .isIn, .between: return comparison(part, known, isCured)
    case .like:
      let inner = type(of: part.parts[0], known, isCured: isCured)
      if let kind = inner.kind, kind != .text { report(.kindsDiffer(kind, .text), at: part.parts[0]) }
      return compared([part.parts[0]], [inner], isCured)
    case .cases(let branches, let otherwise): return cases(part, branches.count, otherwise != nil, known, isCured)
    case .call(let function, _): return call(function, part, known, isCured)
    }
  }

  private func column(_ name: String, _ part: LocatedExpression) -> ExpressionType {
    guard let column = table.column(name) else {
      log.add(
        SchemeFinding.structure(
          source.place(at: part.offset),
          .nameUnknown(kind: .column, name: name, of: table.id, known: table.columns.map(\.id))))
      return .reported
    }
    let bounds = column.kind == .boolean ? Bounds.share : Bounds(column.range)
    return ExpressionType(column.kind, isNullable: column.isNullable, bounds: bounds)
  }

  /// A part that must be true or false.
  func condition(_ part: LocatedExpression, _ known: Set<Expression>, isCured: Bool) -> ExpressionType {
    let own = type(of: part, known, isCured: isCured)
    if let kind = own.kind, kind != .boolean {
      let isTruth = own.isWhole && own.bounds.low >= 0 && own.bounds.high <= 1
      if !isTruth { report(.notCondition(kind), at: part) }
    }
    if case .column(let name) = part.expression, own.isNullable, !isCured {
      report(.nullableComparison(what: name), at: part)
      return .condition(isNullable: false)
    }
    return .condition(isNullable: own.isNullable)
  }

  /// A part that must be a number.
  func number(_ part: LocatedExpression, _ known: Set<Expression>, _ isCured: Bool) -> ExpressionType {
    let own = type(of: part, known, isCured: isCured)
    guard let kind = own.kind, !kind.isNumeric else { return own }
    report(kind.isTemporal ? .dateArithmetic : .arithmeticOn(kind), at: part)
    return ExpressionType(nil, isNullable: own.isNullable)
  }

  private func binary(
    _ operation: Expression.BinaryOperator, _ part: LocatedExpression, _ known: Set<Expression>, _ isCured: Bool
  ) -> ExpressionType {
    let left = part.parts[0]
    let right = part.parts[1]
    switch operation {
    case .and, .or:
      // `a IS NOT NULL AND a > 3` and `a IS NULL OR a > 3` are never NULL, on whichever side the test stands.
      let isAnd = operation == .and
      let ofRight = isAnd ? right.expression.nonNullWhenTrue : right.expression.nonNullWhenFalse
      let ofLeft = isAnd ? left.expression.nonNullWhenTrue : left.expression.nonNullWhenFalse
      let a = condition(left, known.union(ofRight), isCured: isCured)
      let b = condition(right, known.union(ofLeft), isCured: isCured)
      return .condition(isNullable: a.isNullable || b.isNullable)
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual: return comparison(part, known, isCured)
    case .plus, .minus, .times, .divided:
      let a = number(left, known, isCured)
      let b = number(right, known, isCured)
      let isWhole = a.isWhole && b.isWhole
      let isNullable = a.isNullable || b.isNullable
      if operation == .divided {
        if isWhole { report(.integerDivision, at: part) }
        let byZero = b.bounds.low <= 0 && b.bounds.high >= 0
        if b.kind != nil, b.bounds == Bounds(0, 0) {
          report(.divisionByZero, at: right)
          return ExpressionType(.number, isNullable: isNullable)
        } else if byZero, b.bounds.isFinite, !isInCase, !right.expression.isGuardedByNullIf {
          report(.divisorMayBeZero, at: right)
        }
        return ExpressionType(.number, isNullable: isNullable || byZero, bounds: a.bounds / b.bounds)
      }
      let bounds =
        operation == .plus
        ? a.bounds + b.bounds : operation == .minus ? a.bounds + -b.bounds : a.bounds * b.bounds
      return ExpressionType(isWhole ? .integer : .number, isNullable: isNullable, bounds: bounds)
    }
  }

  private func cases(
    _ part: LocatedExpression, _ count: Int, _ hasElse: Bool, _ known: Set<Expression>, _ isCured: Bool
  ) -> ExpressionType {
    if !hasElse { report(.caseWithoutElse, at: part) }
    // A test may have kept 0 out of a divisor.
    var inside = self
    inside.isInCase = true
    var sofar = known
    var values: [LocatedExpression] = []
    var types: [ExpressionType] = []
    for index in 0..<count {
      let test = part.parts[index * 2]
      let value = part.parts[index * 2 + 1]
      // A NULL test goes on to the ELSE; without one it was reported above.
      _ = condition(test, sofar, isCured: true)
      values.append(value)
      types.append(inside.type(of: value, sofar.union(test.expression.nonNullWhenTrue), isCured: isCured))
      // A test that was NULL did not hold either, so that only a test that is never NULL tells the later branches.
      if case .isNull = test.expression { sofar.formUnion(test.expression.nonNullWhenFalse) }
    }
    if hasElse, let last = part.parts.last {
      values.append(last)
      types.append(inside.type(of: last, sofar, isCured: isCured))
    }
    return alternatives(values, types)
  }

  /// Values that stand for each other: of one kind, the hull of their ranges.
  func alternatives(_ parts: [LocatedExpression], _ types: [ExpressionType]) -> ExpressionType {
    let kind = Expression.common(parts.map(\.expression), over: table)
    for (part, type) in zip(parts, types) {
      guard let kind, let own = type.kind else { continue }
      if kind.isTemporal, case .text(let text) = part.expression {
        let literal = DateLiteral(text)
        if literal == nil || (kind == .date && literal?.time != nil) { report(.dateLiteral(value: text), at: part) }
      } else if kind.isTemporal ? kind != own : !kind.isComparable(with: own) {
        report(.kindsDiffer(kind, own), at: part)
      }
    }
    let bounds = types.filter { $0.kind != nil }.map(\.bounds)
    let isBoolean = types.allSatisfy { $0.kind == .boolean || $0.kind == nil } && kind == .boolean
    return ExpressionType(
      isBoolean ? .boolean : kind, isNullable: types.contains { $0.isNullable },
      bounds: bounds.dropFirst().reduce(bounds.first ?? .unknown) { $0.hull($1) })
  }
}
