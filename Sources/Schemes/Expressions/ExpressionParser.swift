import Findings

/// Reads an expression. What it means over a table is checked later, see `check(_:over:log:)`.
/// - Parameters:
///   - place: where the first of its words stands.
///   - parameters: the scheme's, for `$name`.
/// - Returns: nil with the first problem in the log.
package func parseExpression(
  _ text: String, at place: Place, parameters: [String: Scheme.Parameter] = [:], log: FindingLog
) -> PlacedExpression? {
  do {
    let tokens = try ExpressionLexer.tokens(of: text)
    guard tokens.count <= ExpressionParser.longest else {
      log.add(SchemeFinding.expression(place, .tooLong(limit: ExpressionParser.longest)))
      return nil
    }
    var parser = ExpressionParser(tokens: tokens, parameters: parameters)
    let located = try parser.whole()
    return PlacedExpression(located.expression, text: text, place: place, located: located)
  } catch {
    log.add(SchemeFinding.expression(text.contains("\n") ? place : place.advanced(by: error.offset), error.problem))
    return nil
  }
}

/// Precedence as in SQL: OR, AND, NOT, comparisons, + −, × ÷, unary minus.
struct ExpressionParser {
  /// Brackets, functions and CASE inside each other; also the height of the tree, so that no later pass is too deep.
  static let deepest = 100
  static let longest = 2000

  typealias Refusal = ExpressionLexer.Refusal

  private let tokens: [ExpressionToken]
  let parameters: [String: Scheme.Parameter]
  var position = 0
  private var depth = 0

  init(tokens: [ExpressionToken], parameters: [String: Scheme.Parameter]) {
    self.tokens = tokens
    self.parameters = parameters
  }

  enum Level { case or, and, not, sum, product }

  mutating func whole() throws(Refusal) -> LocatedExpression {
    let expression = try parse(.or)
    if token.kind != .end { throw refusal(expecting: .end) }
    return expression
  }

  var token: ExpressionToken { tokens[min(position, tokens.count - 1)] }
  func refusal(expecting expected: ExpressionProblem.Expected) -> Refusal {
    Refusal(problem: .unexpected(found: token.spelling, expected: expected), offset: token.offset)
  }
  mutating func takes(_ keyword: String) -> Bool {
    guard token.isKeyword(keyword) else { return false }
    position += 1
    return true
  }
  mutating func takes(sign: String) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    position += 1
    return true
  }
  mutating func expect(_ keyword: String) throws(Refusal) {
    if !takes(keyword) { throw refusal(expecting: .word(keyword)) }
  }
  mutating func expect(sign: String) throws(Refusal) {
    if !takes(sign: sign) { throw refusal(expecting: .word(sign)) }
  }
  func joined(_ expression: Expression, _ parts: [LocatedExpression], at offset: Int) throws(Refusal)
    -> LocatedExpression
  {
    let located = LocatedExpression(expression, offset: offset, parts: parts)
    if located.height > Self.deepest { throw Refusal(problem: .tooDeep(limit: Self.deepest), offset: offset) }
    return located
  }

  mutating func parse(_ level: Level) throws(Refusal) -> LocatedExpression {
    let start = token.offset
    if level == .not, !takes("NOT") { return try comparison() }
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest { throw Refusal(problem: .tooDeep(limit: Self.deepest), offset: start) }
    guard level == .not else { return try chain(level) }
    let inner = try parse(.not)
    return try joined(.not(inner.expression), [inner], at: start)
  }

  mutating func chain(_ level: Level) throws(Refusal) -> LocatedExpression {
    var left = try operand(of: level)
    while let operation = binaryOperator(level) {
      let start = token.offset
      position += 1
      let right = try operand(of: level)
      left = try joined(
        .binary(operation, left.expression, right.expression), [left, right],
        at: level == .sum || level == .product ? start : left.offset)
    }
    return left
  }

  private mutating func operand(of level: Level) throws(Refusal) -> LocatedExpression {
    switch level {
    case .or: try chain(.and)
    case .and: try parse(.not)
    case .sum: try chain(.product)
    default: try unary()
    }
  }

  private func binaryOperator(_ level: Level) -> Expression.BinaryOperator? {
    switch (level, token.kind) {
    case (.or, _) where token.isKeyword("OR"): .or
    case (.and, _) where token.isKeyword("AND"): .and
    case (.sum, .sign("+")): .plus
    case (.sum, .sign("-")): .minus
    case (.product, .sign("*")): .times
    case (.product, .sign("/")): .divided
    default: nil
    }
  }

  private mutating func unary() throws(Refusal) -> LocatedExpression {
    let start = token.offset
    var signs = 0
    while token.kind == .sign("-") || token.kind == .sign("+") {
      if token.kind == .sign("-") { signs += 1 }
      position += 1
    }
    let value = try primary()
    guard signs % 2 == 1 else { return value }
    if case .number(let number, let isInteger) = value.expression {
      return LocatedExpression(.number(-number, isInteger: isInteger), offset: start)
    }
    return try joined(.negated(value.expression), [value], at: start)
  }
}

extension ExpressionParser {
  mutating func comparison() throws(Refusal) -> LocatedExpression {
    let left = try chain(.sum)
    guard let result = try comparison(of: left) else { return left }
    if isComparisonHere { throw Refusal(problem: .chainedComparison, offset: token.offset) }
    return result
  }

  private var isComparisonHere: Bool {
    if case .sign(let sign) = token.kind { return ["=", "<>", "<", "<=", ">", ">="].contains(sign) }
    return ["IS", "IN", "LIKE", "BETWEEN"].contains { token.isKeyword($0) }
  }

  private mutating func comparison(of left: LocatedExpression) throws(Refusal) -> LocatedExpression? {
    if case .sign(let sign) = token.kind, isComparisonHere, let operation = Expression.BinaryOperator(rawValue: sign) {
      position += 1
      let right = try chain(.sum)
      return try joined(.binary(operation, left.expression, right.expression), [left, right], at: left.offset)
    }
    if takes("IS") {
      let isNegated = takes("NOT")
      try expect("NULL")
      return try joined(.isNull(left.expression, isNegated: isNegated), [left], at: left.offset)
    }
    let mark = position
    let isNegated = takes("NOT")
    if takes("IN") {
      try expect(sign: "(")
      if token.isKeyword("SELECT") { throw Refusal(problem: .subquery, offset: token.offset) }
      var list = [try chain(.sum)]
      while takes(sign: ",") { list.append(try chain(.sum)) }
      try expect(sign: ")")
      return try joined(
        .isIn(left.expression, list.map(\.expression), isNegated: isNegated), [left] + list, at: left.offset)
    }
    if takes("LIKE") {
      guard case .text(let pattern) = token.kind else { throw refusal(expecting: .textPattern) }
      position += 1
      return try joined(
        .like(left.expression, pattern: pattern, isNegated: isNegated), [left], at: left.offset)
    }
    if takes("BETWEEN") {
      let low = try chain(.sum)
      try expect("AND")
      let high = try chain(.sum)
      return try joined(
        .between(left.expression, low.expression, high.expression, isNegated: isNegated), [left, low, high],
        at: left.offset)
    }
    position = mark
    return nil
  }
}
