extension Fact.Test {
  func chinese(_ words: FactWords) -> String {
    func list(_ tests: [Fact.Test]) -> String { tests.map { $0.chinese(words) }.joined(separator: "；") }
    switch self {
    case .any(let tests): return tests.count == 1 ? list(tests) : "下列至少一项成立：\(list(tests))"
    case .all(let tests): return tests.count == 1 ? list(tests) : "下列各项都成立：\(list(tests))"
    case .none(let tests): return "下列各项都不成立：\(list(tests))"
    case .count(let tests): return "下列各项中成立的个数：\(list(tests))"
    case .countOfChildren(let node, let least): return "“\(words.name(of: node))”的下级中，至少有\(least)项数据的个数"
    case .measure(let id, let comparison): return "“\(id)”\(words.phrase(comparison, measure: id))"
    case .presence(let node, let least): return "“\(words.name(of: node))”至少有\(least)项数据"
    case .presenceShare(let node, let isNonZero, let comparison):
      let what = isNonZero ? "有数据的各项中不为0的比例" : "各项中有数据的比例"
      return "“\(words.name(of: node))”\(what)\(comparison.phrase(in: .chinese, isShare: true))"
    case .registerText(let column, let texts):
      return "单位名册的“\(registerColumnName(column, in: .chinese))”为\(texts.map { "“\($0)”" }.joined(separator: "或"))"
    case .memberOf(let kind): return "是某个“\(kind)”的成员"
    case .registerDate(let column, let order, let bound):
      return "单位名册的“\(registerColumnName(column, in: .chinese))”\(order == .after ? "晚于" : "早于")\(bound.chinese)"
    case .fact(let id, let comparison):
      return "“\(id)”\(comparison.map { words.phrase($0) } ?? "成立")"
    }
  }
}

extension Fact.DateBound {
  fileprivate var chinese: String {
    switch self {
    case .date(let day): "\(day / 10_000)年\(day / 100 % 100)月\(day % 100)日"
    case .moment(let moment): moment.chinese
    case .monthsBefore(let moment, let months): "\(moment.chinese)前\(months)个月"
    }
  }
}

extension Expression.Moment {
  fileprivate var chinese: String {
    switch self {
    case .periodStart: "期初"
    case .periodEnd: "期末"
    case .asOf: "数据截至日"
    }
  }
}
