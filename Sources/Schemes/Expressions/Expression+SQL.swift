import Register

/// A name in double quotes, safe in SQL whatever it holds.
package func quotedIdentifier(_ name: String) -> String {
  "\"" + name.replacing("\"", with: "\"\"") + "\""
}

extension Expression {
  /// The expression as SQLite reads it. It must have passed `check(_:over:log:)` for the same table.
  ///
  /// The store keeps days as the integers yyyymmdd, moments as yyyymmddhhmmss and booleans as 0 and 1; texts that stand
  /// opposite days are rendered as such integers. It registers the functions `qh_days(a, b)`, `qh_months(a, b)` (days),
  /// `qh_workdays(a, b)` (days), `qh_hours(a, b)` (moments) – all b − a, NULL if one is NULL – and `qh_like(text, pattern)` (case-sensitive LIKE,
  /// 0 or 1), and binds the parameters `:period_start`, `:period_end`, `:as_of` (days).
  /// - Parameter column: how a column is named in the query; quoted by default.
  package func sql(over table: CatalogueTable, column: (String) -> String = quotedIdentifier) -> String {
    switch self {
    case .number(let value, let isInteger): Self.literal(value, isInteger: isInteger)
    case .text(let text): Self.literal(text)
    case .null: "NULL"
    case .column(let name): column(name)
    case .moment(let moment): ":\(moment.rawValue)"
    case .not(let a): "(NOT \(a.sql(over: table, column: column)))"
    case .negated(let a): "(- \(a.sql(over: table, column: column)))"
    case .binary(let operation, let a, let b):
      Self.binary(operation, a, b, over: table, column: column)
    case .isNull(let a, let isNegated): "(\(a.sql(over: table, column: column)) IS \(isNegated ? "NOT " : "")NULL)"
    case .isIn(let a, let list, let isNegated):
      Self.list([a] + list, over: table, column: column) { operands in
        "(\(operands[0]) \(isNegated ? "NOT " : "")IN (\(operands.dropFirst().joined(separator: ", "))))"
      }
    case .like(let a, let pattern, let isNegated):
      "(\(isNegated ? "NOT " : "")qh_like(\(a.sql(over: table, column: column)), \(Self.literal(pattern))))"
    case .between(let a, let low, let high, let isNegated):
      Self.list([a, low, high], over: table, column: column) {
        "(\($0[0]) \(isNegated ? "NOT " : "")BETWEEN \($0[1]) AND \($0[2]))"
      }
    case .cases(let branches, let otherwise):
      Self.cases(branches, otherwise, over: table, column: column)
    case .call(let function, let arguments):
      Self.call(function, arguments, over: table, column: column)
    }
  }

  private static func binary(
    _ operation: BinaryOperator, _ a: Expression, _ b: Expression, over table: CatalogueTable,
    column: (String) -> String
  ) -> String {
    switch operation {
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual:
      list([a, b], over: table, column: column) { "(\($0[0]) \(operation.rawValue) \($0[1]))" }
    case .divided:
      "(CAST(\(a.sql(over: table, column: column)) AS REAL) / \(b.sql(over: table, column: column)))"
    default: "(\(a.sql(over: table, column: column)) \(operation.rawValue) \(b.sql(over: table, column: column)))"
    }
  }

  /// Operands that are compared with each other.
  private static func list(
    _ operands: [Expression], over table: CatalogueTable, column: (String) -> String, _ form: ([String]) -> String
  ) -> String {
    let mode = TemporalMode(operands, over: table)
    return form(operands.map { $0.operand(mode, over: table, column: column) })
  }

  private func operand(
    _ mode: TemporalMode?, over table: CatalogueTable, column: (String) -> String
  ) -> String {
    guard let mode else { return sql(over: table, column: column) }
    if case .text(let text) = self, let date = DateLiteral(text) {
      return "\(mode == .day ? date.day.yyyymmdd : date.yyyymmddhhmmss)"
    }
    let own = sql(over: table, column: column)
    return mode == .day && kind(over: table) == .datetime ? "(\(own) / 1000000)" : own
  }

  /// A value among alternatives of a kind: a text literal beside days is a day.
  private func value(
    as kind: CatalogueColumn.Kind?, over table: CatalogueTable, column: (String) -> String
  ) -> String {
    if let kind, kind.isTemporal, case .text(let text) = self, let date = DateLiteral(text) {
      return "\(kind == .date ? date.day.yyyymmdd : date.yyyymmddhhmmss)"
    }
    return sql(over: table, column: column)
  }

  private static func cases(
    _ branches: [Branch], _ otherwise: Expression?, over table: CatalogueTable, column: (String) -> String
  ) -> String {
    let kind = common(branches.map(\.value) + (otherwise.map { [$0] } ?? []), over: table)
    let written = branches.map {
      "WHEN \($0.condition.sql(over: table, column: column)) "
        + "THEN \($0.value.value(as: kind, over: table, column: column))"
    }
    let ending = otherwise.map { " ELSE \($0.value(as: kind, over: table, column: column))" } ?? ""
    return "CASE \(written.joined(separator: " "))\(ending) END"
  }

  private static func call(
    _ function: Function, _ arguments: [Expression], over table: CatalogueTable, column: (String) -> String
  ) -> String {
    let written: [String]
    switch function {
    case .days, .months, .workdays:
      written = arguments.map { $0.operand(.day, over: table, column: column) }
    case .hours: written = arguments.map { $0.operand(.moment, over: table, column: column) }
    case .coalesce, .nullif, .min, .max:
      let kind = common(arguments, over: table)
      written = arguments.map { $0.value(as: kind, over: table, column: column) }
    case .abs, .round, .length, .substr: written = arguments.map { $0.sql(over: table, column: column) }
    }
    let name =
      switch function {
      case .days, .months, .hours, .workdays: "qh_\(function.rawValue)"
      default: function.rawValue
      }
    return "\(name)(\(written.joined(separator: ", ")))"
  }

  private static func literal(_ value: Double, isInteger: Bool) -> String {
    guard value.isFinite else { return "NULL" }
    let text = isInteger && abs(value) < 9e15 ? "\(Int(value))" : "\(value)"
    return value < 0 ? "(\(text))" : text
  }

  private static func literal(_ text: String) -> String {
    // SQLite ends a literal at NUL.
    if text.utf8.contains(0) {
      let hex = text.utf8.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }
      return "CAST(X'\(hex.joined())' AS TEXT)"
    }
    return "'" + text.replacing("'", with: "''") + "'"
  }
}
