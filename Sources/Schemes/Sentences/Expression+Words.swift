import Findings

extension PlacedExpression {
  /// The expression in words, for people who do not read formulas; as it is written where words would not be clearer.
  func words(in language: Language) -> String { expression.words(in: language) ?? text }
}

extension Expression {
  /// nil: words would not be clearer than the formula.
  fileprivate func words(in language: Language) -> String? {
    let isChinese = language == .chinese
    switch self {
    case .column(let name): return name
    case .number(let number, _): return formatted(number)
    case .text(let text): return "‘\(text)’"
    case .binary(.and, .binary(.or, _, _), _), .binary(.and, _, .binary(.or, _, _)):
      // Words have no brackets.
      return nil
    case .binary(let relation, let a, let b):
      guard let left = a.words(in: language), let right = b.words(in: language),
        let verb = isChinese ? relation.chineseVerb : relation.englishVerb
      else { return nil }
      return isChinese ? left + verb + right : "\(left) \(verb) \(right)"
    case .isNull(let a, let isNegated):
      guard let what = a.words(in: language) else { return nil }
      if isChinese { return what + (isNegated ? "不为空" : "为空") }
      return what + (isNegated ? " is not empty" : " is empty")
    case .isIn(let a, let list, let isNegated):
      let words = list.compactMap { $0.words(in: language) }
      guard let what = a.words(in: language), words.count == list.count else { return nil }
      if isChinese { return "\(what)\(isNegated ? "不" : "")为\(words.joined(separator: "、"))之一" }
      return "\(what) is \(isNegated ? "none" : "one") of \(words.joined(separator: ", "))"
    case .cases(let branches, let otherwise): return words(of: branches, otherwise, in: language)
    case .null, .moment, .not, .negated, .like, .between, .call: return nil
    }
  }

  /// `CASE WHEN c THEN 1 ELSE 0 END` is the condition itself; others are listed with what each counts.
  private func words(of branches: [Branch], _ otherwise: Expression?, in language: Language) -> String? {
    let isChinese = language == .chinese
    guard case .number(let rest, _)? = otherwise else { return nil }
    var parts: [(condition: String, number: Double)] = []
    for branch in branches {
      guard let condition = branch.condition.words(in: language), case .number(let number, _) = branch.value else {
        return nil
      }
      parts.append((condition, number))
    }
    if parts.count == 1, parts[0].number == 1, rest == 0 { return parts[0].condition }
    let listed = parts.map {
      isChinese ? "\($0.condition)计\(formatted($0.number))" : "\(formatted($0.number)) if \($0.condition)"
    }
    return isChinese
      ? "\(listed.joined(separator: "，"))，其余计\(formatted(rest))"
      : "\(listed.joined(separator: ", ")), else \(formatted(rest))"
  }
}

extension Expression.BinaryOperator {
  fileprivate var chineseVerb: String? {
    switch self {
    case .or: "，或"
    case .and: "，且"
    case .equal: "为"
    case .unequal: "不为"
    case .less: "小于"
    case .lessOrEqual: "不超过"
    case .greater: "超过"
    case .greaterOrEqual: "不小于"
    case .plus, .minus, .times, .divided: nil
    }
  }

  fileprivate var englishVerb: String? {
    switch self {
    case .or: "or"
    case .and: "and"
    case .equal: "is"
    case .unequal: "is not"
    case .less: "is less than"
    case .lessOrEqual: "is at most"
    case .greater: "is more than"
    case .greaterOrEqual: "is at least"
    case .plus, .minus, .times, .divided: nil
    }
  }
}
