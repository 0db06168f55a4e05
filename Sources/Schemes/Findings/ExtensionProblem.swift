/// What can be wrong with `extends`.
package enum ExtensionProblem: Sendable, Equatable {
  /// Not the plain name of a file in the same folder.
  case notFileName(name: String)
  case fileAbsent(name: String, known: [String])
  /// The chain of files, its first member again at the end.
  case cycle(chain: [String])
  /// `- {id: ~}` takes out what is not there.
  case nothingRemoved(name: String, known: [String])

  package var code: String {
    switch self {
    case .notFileName: "extends-not-file-name"
    case .fileAbsent: "extends-file-absent"
    case .cycle: "extends-cycle"
    case .nothingRemoved: "extends-nothing-removed"
    }
  }
}
