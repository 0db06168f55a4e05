import Register

/// A value of an expression over one row: of the register, or of a table that leaves come from.
package enum ExpressionValue: Sendable, Hashable {
  case null
  case number(Double)
  case text(String)

  package var isTrue: Bool { if case .number(let value) = self { value != 0 } else { false } }
  var number: Double? { if case .number(let value) = self { value } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
}

extension Expression {
  /// Evaluates over one row of text columns, for `units.where`. An empty cell is the empty text and an absent column
  /// likewise, so that NULL comes from NULL and nullif alone (U0); what NULL touches is NULL, and NULL is not true.
  /// - Parameters:
  ///   - row: register column → its text.
  ///   - moments: the days of `:period_start` and its like; one that is not given is NULL.
  package func evaluate(row: [String: String], moments: [Moment: CalendarDate] = [:]) -> ExpressionValue {
    evaluate(moments: moments) { .text(row[$0] ?? "") }
  }

  /// Evaluates over one row of a table that leaves come from, where an empty cell is NULL.
  func evaluate(cells: [String: SchemeCell]) -> ExpressionValue {
    evaluate(moments: [:]) { column in
      switch cells[column] ?? .empty {
      case .text(let text): .text(text)
      case .number(let number): .number(number)
      case .empty: .null
      }
    }
  }

  private func evaluate(
    moments: [Moment: CalendarDate], column: (String) -> ExpressionValue
  ) -> ExpressionValue {
    func value(_ expression: Expression) -> ExpressionValue { expression.evaluate(moments: moments, column: column) }
    switch self {
    case .number(let number, _): return .number(number)
    case .text(let text): return .text(text)
    case .null: return .null
    case .column(let name): return column(name)
    case .moment(let moment): return moments[moment].map { .number(Double($0.yyyymmdd)) } ?? .null
    case .not(let a): return truth(of: value(a)).map { .truth(!$0) } ?? .null
    case .negated(let a): return value(a).number.map { .number(-$0) } ?? .null
    case .binary(let operation, let a, let b): return Self.binary(operation, value(a), value(b))
    case .isNull(let a, let isNegated): return .truth((value(a) == .null) != isNegated)
    case .isIn(let a, let list, let isNegated):
      let needle = value(a)
      let results = list.map { Self.binary(.equal, needle, value($0)) }
      if results.contains(where: \.isTrue) { return .truth(!isNegated) }
      return results.contains(.null) ? .null : .truth(isNegated)
    case .like(let a, let pattern, let isNegated):
      return value(a).text.map { .truth(matches($0, likePattern: pattern) != isNegated) } ?? .null
    case .between(let a, let low, let high, let isNegated):
      let inside = Self.binary(
        .and, Self.binary(.greaterOrEqual, value(a), value(low)), Self.binary(.lessOrEqual, value(a), value(high)))
      return truth(of: inside).map { .truth($0 != isNegated) } ?? .null
    case .cases(let branches, let otherwise):
      let branch = branches.first { value($0.condition).isTrue }
      return branch.map { value($0.value) } ?? otherwise.map(value) ?? .null
    case .call(let function, let arguments): return Self.call(function, arguments.map(value))
    }
  }

  private static func binary(
    _ operation: BinaryOperator, _ a: ExpressionValue, _ b: ExpressionValue
  ) -> ExpressionValue {
    switch operation {
    case .and:
      if truth(of: a) == false || truth(of: b) == false { return .truth(false) }
      return a == .null || b == .null ? .null : .truth(true)
    case .or:
      if a.isTrue || b.isTrue { return .truth(true) }
      return a == .null || b == .null ? .null : .truth(false)
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let order = order(a, b) else { return .null }
      switch operation {
      case .equal: return .truth(order == 0)
      case .unequal: return .truth(order != 0)
      case .less: return .truth(order < 0)
      case .lessOrEqual: return .truth(order <= 0)
      case .greater: return .truth(order > 0)
      default: return .truth(order >= 0)
      }
    case .plus, .minus, .times, .divided:
      guard let a = a.number, let b = b.number else { return .null }
      switch operation {
      case .plus: return .number(a + b)
      case .minus: return .number(a - b)
      case .times: return .number(a * b)
      default: return b == 0 ? .null : .number(a / b)
      }
    }
  }

  /// −1, 0 or 1; texts by their scalars, as SQLite's bytes do. nil with NULL, and between kinds.
  private static func order(_ a: ExpressionValue, _ b: ExpressionValue) -> Int? {
    switch (a, b) {
    case (.number(let a), .number(let b)): a < b ? -1 : a > b ? 1 : 0
    case (.text(let a), .text(let b)):
      a.unicodeScalars.elementsEqual(b.unicodeScalars)
        ? 0 : a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars) ? -1 : 1
    default: nil
    }
  }

  private static func call(_ function: Function, _ values: [ExpressionValue]) -> ExpressionValue {
    if function == .coalesce { return values.first { $0 != .null } ?? .null }
    guard let first = values.first, first != .null else { return .null }
    let second = values.dropFirst().first ?? .null
    switch function {
    case .coalesce: return first
    case .nullif: return order(first, second) == 0 ? .null : first
    case .min: return order(first, second).map { $0 <= 0 ? first : second } ?? .null
    case .max: return order(first, second).map { $0 >= 0 ? first : second } ?? .null
    case .abs: return first.number.map { .number(abs($0)) } ?? .null
    case .round:
      let places = Int(min(max(second.number ?? 0, 0), 15))
      let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
      return first.number.map { .number(($0 * scale).rounded() / scale) } ?? .null
    case .length: return first.text.map { .number(Double($0.unicodeScalars.count)) } ?? .null
    case .substr: return substring(first, Array(values.dropFirst()))
    // The register's columns are text: days do not arise there.
    case .days, .months, .hours, .workdays: return .null
    }
  }

  /// From 1; negative counts from the end, as in SQLite.
  private static func substring(_ value: ExpressionValue, _ numbers: [ExpressionValue]) -> ExpressionValue {
    guard let text = value.text, let from = numbers.first?.number, abs(from) < 1e9 else { return .null }
    let scalars = Array(text.unicodeScalars)
    var start = from > 0 ? Int(from) - 1 : from < 0 ? scalars.count + Int(from) : -1
    var length = scalars.count
    if numbers.count > 1 {
      guard let stated = numbers[1].number, abs(stated) < 1e9 else { return .null }
      length = Int(stated)
    }
    if length < 0 {
      start += length
      length = -length
    }
    let low = min(max(start, 0), scalars.count)
    let high = min(max(numbers.count > 1 ? start + length : scalars.count, low), scalars.count)
    return .text(String(String.UnicodeScalarView(scalars[low..<high])))
  }
}

extension ExpressionValue {
  static func truth(_ value: Bool) -> ExpressionValue { .number(value ? 1 : 0) }
}

/// nil for NULL.
private func truth(of value: ExpressionValue) -> Bool? {
  switch value {
  case .null: nil
  case .number(let number): number != 0
  case .text: false
  }
}
