import Findings

extension StructureCheck {
  func checkFacts() {
    for fact in scheme.facts { check(fact.test, of: fact, isInner: false) }
    checkCycles()
    for test in scheme.deferred { check(test, of: "deferred") }
    for test in scheme.exempt { check(test, of: "exempt") }
    for test in scheme.eligible { check(test, of: "eligible") }
  }

  private func check(_ test: Fact.Test, of fact: Fact, isInner: Bool) {
    switch test {
    case .any(let tests), .all(let tests), .none(let tests):
      for test in tests { check(test, of: fact, isInner: true) }
    case .count(let tests):
      if isInner { report(.factKind(fact: fact.id, isCount: true), at: fact.place) }
      for test in tests { check(test, of: fact, isInner: true) }
    case .countOfChildren(let node, _):
      if isInner { report(.factKind(fact: fact.id, isCount: true), at: fact.place) }
      check(.node, node, of: fact.id, at: fact.place)
    case .measure(let measure, _): check(.measure, measure, of: fact.id, at: fact.place)
    case .presence(let node, _), .presenceShare(let node, _, _): check(.node, node, of: fact.id, at: fact.place)
    case .registerText, .registerDate, .memberOf: break
    case .fact(let id, let comparison):
      check(.fact, id, of: fact.id, at: fact.place)
      if let named = scheme.facts.first(where: { $0.id == id }) {
        checkKind(of: named, hasComparison: comparison != nil, at: fact.place)
      }
    }
  }

  /// Facts that name each other in a ring: each ring is told once, by its first member in the file.
  private func checkCycles() {
    let named = Dictionary(scheme.facts.map { ($0.id, $0.test.facts) }, uniquingKeysWith: { first, _ in first })
    var isDone: Set<String> = []
    for fact in scheme.facts where !isDone.contains(fact.id) {
      // Depth first with an own stack: a long chain must not overflow ours.
      var path: [(id: String, next: Int)] = [(fact.id, 0)]
      while let (id, next) = path.last {
        let names = named[id] ?? []
        guard next < names.count else {
          isDone.insert(id)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let name = names[next]
        if let start = path.firstIndex(where: { $0.id == name }) {
          let chain = path[start...].map(\.id) + [name]
          log.add(
            SchemeFinding.reading(
              scheme.facts.first { $0.id == id }?.place ?? fact.place, .cycle(kind: .fact, chain: chain)))
        } else if !isDone.contains(name), named[name] != nil {
          path.append((name, 0))
        }
      }
    }
  }
}

extension Fact.Test {
  /// Whether it looks at which leaves have a value.
  var looksAtPresence: Bool {
    switch self {
    case .any(let tests), .all(let tests), .none(let tests), .count(let tests): tests.contains(where: \.looksAtPresence)
    case .presence, .presenceShare, .countOfChildren: true
    case .measure, .registerText, .registerDate, .memberOf, .fact: false
    }
  }

  /// The facts that the test names.
  var facts: [String] {
    switch self {
    case .any(let tests), .all(let tests), .none(let tests), .count(let tests): tests.flatMap(\.facts)
    case .fact(let id, _): [id]
    case .measure, .presence, .presenceShare, .countOfChildren, .registerText, .registerDate, .memberOf: []
    }
  }

  /// The measures that the test names.
  var measures: [String] {
    switch self {
    case .any(let tests), .all(let tests), .none(let tests), .count(let tests): tests.flatMap(\.measures)
    case .measure(let id, _): [id]
    case .fact, .presence, .presenceShare, .countOfChildren, .registerText, .registerDate, .memberOf: []
    }
  }

  /// The register columns that the test names.
  var registerColumns: [String] {
    switch self {
    case .any(let tests), .all(let tests), .none(let tests), .count(let tests): tests.flatMap(\.registerColumns)
    case .registerText(let column, _), .registerDate(let column, _, _): [column]
    case .measure, .fact, .presence, .presenceShare, .countOfChildren, .memberOf: []
    }
  }
}
