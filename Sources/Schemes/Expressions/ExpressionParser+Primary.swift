/// Literals, names, functions and CASE.
extension ExpressionParser {
  mutating func primary() throws(Refusal) -> LocatedExpression {
    let start = token.offset
    switch token.kind {
    case .number(let value, let isInteger):
      position += 1
      return LocatedExpression(.number(value, isInteger: isInteger), offset: start)
    case .text(let text):
      position += 1
      return LocatedExpression(.text(text), offset: start)
    case .quotedName(let name):
      position += 1
      return LocatedExpression(.column(name), offset: start)
    case .moment(let name):
      position += 1
      guard let moment = Expression.Moment(rawValue: name) else {
        throw Refusal(
          problem: .momentUnknown(name: name, known: Expression.Moment.allCases.map(\.rawValue)), offset: start)
      }
      return LocatedExpression(.moment(moment), offset: start)
    case .parameter(let name):
      position += 1
      guard let parameter = parameters[name] else {
        throw Refusal(problem: .parameterUnknown(name: name, known: parameters.keys.sorted()), offset: start)
      }
      return LocatedExpression(parameter.literal, offset: start)
    case .sign("("):
      position += 1
      if token.isKeyword("SELECT") { throw Refusal(problem: .subquery, offset: token.offset) }
      let inner = try parse(.or)
      try expect(sign: ")")
      return inner
    case .word(let word): return try named(word, at: start)
    case .sign, .end: throw refusal(expecting: .value)
    }
  }

  private static let keywords: Set<String> = [
    "AND", "OR", "IN", "LIKE", "BETWEEN", "IS", "WHEN", "THEN", "ELSE", "END", "NOT",
  ]
  /// SQL's ways to ask for the time.
  private static let clocks: Set<String> = [
    "now", "today", "date", "time", "datetime", "julianday", "unixepoch", "strftime", "current_date",
    "current_time", "current_timestamp", "getdate", "curdate", "sysdate", "localtimestamp",
  ]
  private static let aggregates: Set<String> = [
    "sum", "avg", "mean", "count", "total", "median", "group_concat", "string_agg", "stddev", "row_number", "rank",
  ]

  private mutating func named(_ word: String, at start: Int) throws(Refusal) -> LocatedExpression {
    switch word.uppercased() {
    case "CASE": return try cases(at: start)
    case "SELECT", "EXISTS", "WITH": throw Refusal(problem: .subquery, offset: start)
    case "NULL", "TRUE", "FALSE":
      position += 1
      let literal: Expression =
        switch word.uppercased() {
        case "NULL": .null
        case "TRUE": .number(1, isInteger: true)
        default: .number(0, isInteger: true)
        }
      return LocatedExpression(literal, offset: start)
    default: break
    }
    if Self.keywords.contains(word.uppercased()) { throw refusal(expecting: .value) }
    position += 1
    guard takes(sign: "(") else {
      if ["current_date", "current_time", "current_timestamp"].contains(word.lowercased()) {
        throw Refusal(problem: .clock(name: word), offset: start)
      }
      return LocatedExpression(.column(word), offset: start)
    }
    return try call(word, at: start)
  }

  private mutating func call(_ word: String, at start: Int) throws(Refusal) -> LocatedExpression {
    let name = word.lowercased()
    guard let function = Expression.Function(rawValue: name) else {
      if Self.clocks.contains(name) { throw Refusal(problem: .clock(name: word), offset: start) }
      if Self.aggregates.contains(name) { throw Refusal(problem: .aggregate(name: word), offset: start) }
      throw Refusal(
        problem: .functionUnknown(name: word, known: Expression.Function.allCases.map(\.rawValue)), offset: start)
    }
    var arguments: [LocatedExpression] = []
    if !takes(sign: ")") {
      arguments.append(try parse(.or))
      while takes(sign: ",") { arguments.append(try parse(.or)) }
      try expect(sign: ")")
    }
    let legal = function.argumentCounts
    guard legal.contains(arguments.count) else {
      if (function == .min || function == .max) && arguments.count == 1 {
        throw Refusal(problem: .aggregate(name: word), offset: start)
      }
      let needed =
        legal.lowerBound == legal.upperBound ? "\(legal.lowerBound)" : "\(legal.lowerBound)–\(legal.upperBound)"
      throw Refusal(
        problem: .argumentCount(function: name, needed: needed, found: arguments.count), offset: start)
    }
    return try joined(.call(function, arguments.map(\.expression)), arguments, at: start)
  }

  private mutating func cases(at start: Int) throws(Refusal) -> LocatedExpression {
    position += 1
    var subject: LocatedExpression?
    if !token.isKeyword("WHEN") {
      let value = try primary()
      // The subject is repeated in every branch: a bare column cannot grow out of hand.
      guard case .column = value.expression else {
        throw Refusal(problem: .unexpected(found: nil, expected: .columnOperand), offset: value.offset)
      }
      subject = value
    }
    var parts: [LocatedExpression] = []
    var branches: [Expression.Branch] = []
    while takes("WHEN") {
      var condition = try parse(.or)
      if let subject {
        condition = try joined(
          .binary(.equal, subject.expression, condition.expression), [subject, condition], at: condition.offset)
      }
      try expect("THEN")
      let value = try parse(.or)
      branches.append(.init(condition: condition.expression, value: value.expression))
      parts += [condition, value]
    }
    if branches.isEmpty { throw refusal(expecting: .word("WHEN")) }
    let otherwise = takes("ELSE") ? try parse(.or) : nil
    try expect("END")
    return try joined(
      .cases(branches, otherwise: otherwise?.expression), parts + (otherwise.map { [$0] } ?? []), at: start)
  }
}

extension Expression.Function {
  var argumentCounts: ClosedRange<Int> {
    switch self {
    case .coalesce: 2...20
    case .nullif, .min, .max, .days, .months, .hours, .workdays: 2...2
    case .abs, .length: 1...1
    case .round: 1...2
    case .substr: 2...3
    }
  }
}

extension Scheme.Parameter {
  /// As it stands in an expression in place of `$name`.
  var literal: Expression {
    switch self {
    case .number(let value): .number(value, isInteger: value.rounded() == value && abs(value) < 9e15)
    case .boolean(let value): .number(value ? 1 : 0, isInteger: true)
    case .text(let text): .text(text)
    }
  }
}
