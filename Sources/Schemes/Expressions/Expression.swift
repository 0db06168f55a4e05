import Findings

/// An expression over one row of a table: what `where` and `value` are. It never aggregates; the engine reduces.
package indirect enum Expression: Sendable, Hashable {
  case number(Double, isInteger: Bool)
  case text(String)
  case null
  case column(String)
  case moment(Moment)
  case not(Expression)
  case negated(Expression)
  case binary(BinaryOperator, Expression, Expression)
  case isNull(Expression, isNegated: Bool)
  case isIn(Expression, [Expression], isNegated: Bool)
  case like(Expression, pattern: String, isNegated: Bool)
  case between(Expression, Expression, Expression, isNegated: Bool)
  case cases([Branch], otherwise: Expression?)
  case call(Function, [Expression])

  /// `WHEN condition THEN value`.
  package struct Branch: Sendable, Hashable {
    package let condition: Expression
    package let value: Expression
    package init(condition: Expression, value: Expression) {
      self.condition = condition
      self.value = value
    }
  }

  /// The days that an expression may ask for; there is no clock.
  package enum Moment: String, Sendable, CaseIterable {
    case periodStart = "period_start", periodEnd = "period_end", asOf = "as_of"
  }

  package enum BinaryOperator: String, Sendable, CaseIterable {
    case or = "OR", and = "AND"
    case equal = "=", unequal = "<>", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
    case plus = "+", minus = "-", times = "*", divided = "/"
  }

  package enum Function: String, Sendable, CaseIterable {
    case coalesce, nullif, abs, round, min, max, length, substr, days, months, hours, workdays
  }

  /// Whether a function is called anywhere in it.
  package func calls(_ wanted: Function) -> Bool {
    switch self {
    case .number, .text, .null, .moment, .column: false
    case .not(let a), .negated(let a), .isNull(let a, _), .like(let a, _, _): a.calls(wanted)
    case .binary(_, let a, let b): a.calls(wanted) || b.calls(wanted)
    case .isIn(let a, let list, _): ([a] + list).contains { $0.calls(wanted) }
    case .between(let a, let low, let high, _): [a, low, high].contains { $0.calls(wanted) }
    case .cases(let branches, let otherwise):
      branches.contains { $0.condition.calls(wanted) || $0.value.calls(wanted) } || otherwise?.calls(wanted) == true
    case .call(let function, let arguments): function == wanted || arguments.contains { $0.calls(wanted) }
    }
  }

  /// Every column that the expression names.
  package var columns: Set<String> {
    switch self {
    case .number, .text, .null, .moment: []
    case .column(let name): [name]
    case .not(let a), .negated(let a), .isNull(let a, _), .like(let a, _, _): a.columns
    case .binary(_, let a, let b): a.columns.union(b.columns)
    case .isIn(let a, let list, _): list.reduce(a.columns) { $0.union($1.columns) }
    case .between(let a, let low, let high, _): a.columns.union(low.columns).union(high.columns)
    case .cases(let branches, let otherwise):
      branches.reduce(otherwise?.columns ?? []) { $0.union($1.condition.columns).union($1.value.columns) }
    case .call(_, let arguments): arguments.reduce([]) { $0.union($1.columns) }
    }
  }
}

/// An expression as it stands in a scheme: its words, its place and what they mean.
package struct PlacedExpression: Sendable, Hashable {
  package let expression: Expression
  /// The words as written, for `explain`.
  package let text: String
  package let place: Place
  /// The same expression with the place of each part.
  package let located: LocatedExpression
  package init(_ expression: Expression, text: String, place: Place, located: LocatedExpression? = nil) {
    self.expression = expression
    self.text = text
    self.place = place
    self.located = located ?? LocatedExpression(unwritten: expression)
  }

  /// Where a part stands in the file: exact within the line that the words begin on.
  package func place(at offset: Int) -> Place { text.contains("\n") ? place : place.advanced(by: offset) }
}
