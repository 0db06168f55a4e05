/// A regular expression that a whole text must match, without backtracking: the time is the length of the text times
/// that of the pattern, whatever either says (Thompson 1968; the state lists are Pike's).
///
/// Known: literals, `.`, classes `[0-9A-Z_]` and `[^…]`, `\d` `\w` `\s` and their opposites, groups, `|`, `*` `+` `?`
/// `{m}` `{m,}` `{m,n}`; `^` at the start and `$` at the end say what holds anyway.
package struct TextPattern: Sendable {
  package let text: String
  let steps: [Step]

  enum Step: Sendable {
    case one(ScalarClass)
    case split(Int, Int)
    case jump(Int)
    case matched
  }

  /// - Throws: `PatternProblem` where the pattern cannot be read.
  package init(_ text: String) throws(PatternProblem) {
    self.text = text
    var reader = PatternReader(text)
    let expression = try reader.expression()
    var steps: [Step] = []
    try expression.compile(into: &steps)
    steps.append(.matched)
    self.steps = steps
  }

  package func matches(_ subject: String) -> Bool {
    var current = StateList(capacity: steps.count)
    var following = StateList(capacity: steps.count)
    add(0, to: &current)
    for scalar in subject.unicodeScalars {
      guard !current.states.isEmpty else { return false }
      following.removeAll()
      for state in current.states {
        if case .one(let scalars) = steps[state], scalars.contains(scalar) { add(state + 1, to: &following) }
      }
      swap(&current, &following)
    }
    return current.states.contains { if case .matched = steps[$0] { true } else { false } }
  }

  /// Adds a state and all that it leads to without reading on.
  private func add(_ first: Int, to list: inout StateList) {
    var open = [first]
    while let state = open.popLast() {
      guard list.insert(state) else { continue }
      switch steps[state] {
      case .jump(let target): open.append(target)
      case .split(let a, let b): open += [b, a]
      case .one, .matched: break
      }
    }
  }
}

/// States in the order of their discovery, each once.
private struct StateList {
  private(set) var states: [Int] = []
  private var isIn: [Bool]
  init(capacity: Int) { isIn = .init(repeating: false, count: capacity) }
  mutating func insert(_ state: Int) -> Bool {
    guard !isIn[state] else { return false }
    isIn[state] = true
    states.append(state)
    return true
  }
  mutating func removeAll() {
    for state in states { isIn[state] = false }
    states.removeAll(keepingCapacity: true)
  }
}

/// A set of characters.
struct ScalarClass: Sendable {
  var ranges: [ClosedRange<UInt32>]
  var isNegated = false

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) } != isNegated
  }

  static let any = ScalarClass(ranges: [], isNegated: true)
  static let digits: [ClosedRange<UInt32>] = [0x30...0x39]
  static let spaces: [ClosedRange<UInt32>] = [0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x3000...0x3000]
  static let word: [ClosedRange<UInt32>] = [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]
}

/// Why a pattern cannot be read.
package enum PatternProblem: Error, Sendable, Equatable {
  /// Character, from 1, at which something unknown or unfinished stands.
  case syntax(at: Int)
  case tooLarge(limit: Int)
}

/// A pattern as a tree.
indirect enum PatternNode {
  case one(ScalarClass)
  case sequence([PatternNode])
  case either([PatternNode])
  /// `nil`: without end.
  case repeated(PatternNode, min: Int, max: Int?)

  static let mostSteps = 2000

  func compile(into steps: inout [TextPattern.Step]) throws(PatternProblem) {
    guard steps.count < Self.mostSteps else { throw .tooLarge(limit: Self.mostSteps) }
    switch self {
    case .one(let scalars): steps.append(.one(scalars))
    case .sequence(let parts): for part in parts { try part.compile(into: &steps) }
    case .either(let branches):
      var ends: [Int] = []
      for (index, branch) in branches.enumerated() {
        guard index < branches.count - 1 else {
          try branch.compile(into: &steps)
          break
        }
        let split = steps.count
        steps.append(.split(split + 1, split + 1))
        try branch.compile(into: &steps)
        ends.append(steps.count)
        steps.append(.jump(0))
        steps[split] = .split(split + 1, steps.count)
      }
      for end in ends { steps[end] = .jump(steps.count) }
    case .repeated(let part, let min, let max):
      for _ in 0..<min {
        let before = steps.count
        try part.compile(into: &steps)
        // Nothing, a million times over, still is nothing.
        if steps.count == before { break }
      }
      if let max {
        var splits: [Int] = []
        for _ in min..<Swift.max(min, max) {
          splits.append(steps.count)
          steps.append(.split(steps.count + 1, 0))
          try part.compile(into: &steps)
        }
        for split in splits { steps[split] = .split(split + 1, steps.count) }
      } else {
        let split = steps.count
        steps.append(.split(split + 1, 0))
        try part.compile(into: &steps)
        steps.append(.jump(split))
        steps[split] = .split(split + 1, steps.count)
      }
    }
  }
}
