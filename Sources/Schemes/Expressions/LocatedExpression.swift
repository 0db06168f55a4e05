/// An expression whose parts know where in the words they begin, so that findings point at them.
package struct LocatedExpression: Sendable, Hashable {
  package let expression: Expression
  /// Unicode scalars from the start of the words.
  package let offset: Int
  /// The direct parts, in the order in which `Expression` holds them: a CASE gives condition, value, …, otherwise.
  package let parts: [LocatedExpression]
  /// How many levels lie below and with this one.
  let height: Int

  init(_ expression: Expression, offset: Int, parts: [LocatedExpression] = []) {
    self.expression = expression
    self.offset = offset
    self.parts = parts
    height = 1 + (parts.map(\.height).max() ?? 0)
  }

  /// An expression that nobody wrote: all of it stands at the beginning.
  package init(unwritten expression: Expression) {
    self.init(expression, offset: 0, parts: expression.parts.map { LocatedExpression(unwritten: $0) })
  }
}

extension Expression {
  /// The direct parts, in order.
  var parts: [Expression] {
    switch self {
    case .number, .text, .null, .column, .moment: []
    case .not(let a), .negated(let a), .isNull(let a, _), .like(let a, _, _): [a]
    case .binary(_, let a, let b): [a, b]
    case .isIn(let a, let list, _): [a] + list
    case .between(let a, let low, let high, _): [a, low, high]
    case .cases(let branches, let otherwise):
      branches.flatMap { [$0.condition, $0.value] } + (otherwise.map { [$0] } ?? [])
    case .call(_, let arguments): arguments
    }
  }
}
