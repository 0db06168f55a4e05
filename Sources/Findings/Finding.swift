/// How much a finding matters to the reader of a result.
package enum Severity: Int, Sendable, Comparable, CaseIterable {
  /// A choice that the program made, announced once (encoding, header row, …).
  case note
  /// Something that a reader of the report must know; the result stands.
  case warning
  /// Input that was not accepted: a row set aside, or a file refused.
  case problem

  package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }

  /// The stable word for scripts, the same in every language.
  package var word: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .problem: "problem"
    }
  }
}

/// The languages that findings are worded in.
package enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}

/// The three lines of a diagnostic, without its place and code.
package struct Wording: Sendable, Equatable {
  /// What was found, with the value.
  package let found: String
  /// What happens to the data now.
  package let consequence: String
  /// What to do next: an edit, or a whole command.
  package let remedy: String

  package init(found: String, consequence: String, remedy: String) {
    self.found = found
    self.consequence = consequence
    self.remedy = remedy
  }
}

/// One problem, note or warning: typed facts, worded elsewhere.
///
/// Each module has its own finding enum, and one file per language with an exhaustive switch over it, so that no
/// sentence can be missing in either. Personal answers are never carried in a finding: place and kind suffice.
package protocol Finding: Sendable {
  /// Stable kebab-case name that begins with the kind of place: `cell-out-of-range`.
  var code: String { get }
  var severity: Severity { get }
  var place: Place { get }
  func wording(in language: Language) -> Wording
  /// What a library underneath said, for `--verbose`; nil where there is nothing more to know.
  var cause: String? { get }
}

extension Finding {
  package var cause: String? { nil }
}
