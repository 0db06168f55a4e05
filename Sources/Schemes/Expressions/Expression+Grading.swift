extension Expression {
  /// Whether two expressions grade one and the same answer and differ in nothing but numbers: `满意度 >= 85` and
  /// `满意度 >= 80`, or a CASE of such comparisons in which every branch is a number. No number in them can let a row count
  /// or not count.
  package func gradesLike(_ other: Expression) -> Bool {
    guard columns.count == 1, columns == other.columns else { return false }
    switch (self, other) {
    case (.cases(let own, .number?), .cases(let others, .number?)):
      return own.count == others.count
        && zip(own, others).allSatisfy { $0.value.isNumber && $1.value.isNumber && $0.condition.asksLike($1.condition) }
    default: return asksLike(other)
    }
  }

  private var isNumber: Bool { if case .number = self { true } else { false } }

  /// Comparisons of a column with a number, joined by AND and OR in the same way.
  private func asksLike(_ other: Expression) -> Bool {
    switch (self, other) {
    case (.binary(let sign, .column(let column), .number), .binary(let otherSign, .column(let otherColumn), .number)):
      sign == otherSign && column == otherColumn && Self.comparisons.contains(sign)
    case (.binary(let sign, let a, let b), .binary(let otherSign, let c, let d)):
      sign == otherSign && [.and, .or].contains(sign) && a.asksLike(c) && b.asksLike(d)
    default: false
    }
  }

  private static let comparisons: Set<BinaryOperator> = [
    .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual,
  ]
}
