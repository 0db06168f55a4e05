/// How the desk tells of its work.
package struct DeskVoice {
  /// Takes a line about something done.
  let say: (String) -> Void
  /// Takes what is being done from now on; a terminal shows it if it lasts.
  let working: (String) -> Void

  package init(say: @escaping (String) -> Void, working: @escaping (String) -> Void = { _ in }) {
    self.say = say
    self.working = working
  }
}

/// What came of a step, the worse the higher.
package enum DeskResult: Int, Comparable, Sendable {
  case done
  /// Done, and there is something to look at.
  case findings
  /// Nothing was done.
  case refused

  package static func < (a: DeskResult, b: DeskResult) -> Bool { a.rawValue < b.rawValue }
}
