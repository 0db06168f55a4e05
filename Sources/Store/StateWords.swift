/// The words under which the states of one kind are stored: their names in the program. Found once, not for every row.
struct StateWords<State: CaseIterable & RawRepresentable & Sendable> where State.RawValue == UInt8 {
  private let words: [String]
  private let states: [String: State]

  init() {
    let all = Array(State.allCases)
    var words = [String](repeating: "", count: (all.map { Int($0.rawValue) }.max() ?? -1) + 1)
    for state in all { words[Int(state.rawValue)] = "\(state)" }
    self.words = words
    states = Dictionary(all.map { ("\($0)", $0) }, uniquingKeysWith: { first, _ in first })
  }

  func word(of state: State) -> String { words[Int(state.rawValue)] }

  /// The state that a stored word names.
  func state(_ word: String, or unknown: State) -> State { states[word] ?? unknown }
}
