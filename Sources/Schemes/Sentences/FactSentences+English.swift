extension Fact.Test {
  func english(_ words: FactWords) -> String {
    func list(_ tests: [Fact.Test]) -> String { tests.map { $0.english(words) }.joined(separator: "; ") }
    switch self {
    case .any(let tests): return tests.count == 1 ? list(tests) : "at least one of: \(list(tests))"
    case .all(let tests): return tests.count == 1 ? list(tests) : "all of: \(list(tests))"
    case .none(let tests): return "none of: \(list(tests))"
    case .count(let tests): return "how many of these hold: \(list(tests))"
    case .countOfChildren(let node, let least):
      return "how many parts of “\(words.name(of: node))” have at least \(least) items with data"
    case .measure(let id, let comparison): return "“\(id)” is \(words.phrase(comparison, measure: id))"
    case .presence(let node, let least): return "“\(words.name(of: node))” has at least \(least) items with data"
    case .presenceShare(let node, let isNonZero, let comparison):
      let what = isNonZero ? "the share of items other than 0 in" : "the share of items with data in"
      return "\(what) “\(words.name(of: node))” is \(comparison.phrase(in: .english, isShare: true))"
    case .registerText(let column, let texts):
      return
        "the register's “\(registerColumnName(column, in: .english))” is \(texts.map { "“\($0)”" }.joined(separator: " or "))"
    case .memberOf(let kind): return "the unit is a member of a “\(kind)”"
    case .registerDate(let column, let order, let bound):
      return
        "the register's “\(registerColumnName(column, in: .english))” is \(order == .after ? "after" : "before") \(bound.english)"
    case .fact(let id, let comparison):
      return comparison.map { "“\(id)” is \(words.phrase($0))" } ?? "“\(id)” holds"
    }
  }
}

extension Fact.DateBound {
  fileprivate var english: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    switch self {
    case .date(let day): return "\(day / 10_000)-\(two(day / 100 % 100))-\(two(day % 100))"
    case .moment(let moment): return moment.english
    case .monthsBefore(let moment, let months): return "\(months) months before \(moment.english)"
    }
  }
}

extension Expression.Moment {
  fileprivate var english: String {
    switch self {
    case .periodStart: "the period's start"
    case .periodEnd: "the period's end"
    case .asOf: "the day of the data"
    }
  }
}
