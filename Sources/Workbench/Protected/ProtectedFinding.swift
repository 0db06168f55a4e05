import Findings

/// What can be wrong about the database of work secrets. Nothing that stands in it is in a finding.
package enum ProtectedFinding: Finding, Equatable {
  /// The path is no file of its own.
  case path(Place, ProtectedObstacle)
  /// Others than its owner have rights to the file.
  case rights(Place)
  /// A table that is protected now was imported into the open database before.
  case rowsOpen(Place, table: String, batches: [Int])
  /// A scheme reads it, and it is out of reach.
  case closed(Place, ProtectedObstacle, measures: [String])
  /// A run read it, and it is out of reach now.
  case unchecked(Place, file: String, tables: [String])
  /// Batches that are known to have been imported are gone, and something was to be imported in their place.
  case lost(Place, tables: [String], isGivenUp: Bool)
  /// A list leaves out what stands in it.
  case unlisted(Place, ProtectedObstacle)
  /// A column of an open table refers to a protected one.
  case reference(Place, table: String, target: String)

  package var code: String {
    switch self {
    case .path: "protected-path"
    case .rights: "protected-rights"
    case .rowsOpen: "protected-rows-open"
    case .closed: "protected-closed"
    case .unchecked: "protected-unchecked"
    case .lost(_, _, let isGivenUp): isGivenUp ? "protected-given-up" : "protected-lost"
    case .unlisted: "protected-unlisted"
    case .reference: "reference-protected"
    }
  }

  package var severity: Severity {
    switch self {
    case .path, .reference: .problem
    case .rights, .rowsOpen, .closed, .unchecked, .unlisted: .warning
    case .lost(_, _, let isGivenUp): isGivenUp ? .warning : .problem
    }
  }

  package var place: Place {
    switch self {
    case .path(let place, _), .rights(let place), .rowsOpen(let place, _, _), .closed(let place, _, _),
      .unchecked(let place, _, _), .unlisted(let place, _), .reference(let place, _, _),
      .lost(let place, _, _):
      place
    }
  }

  package func wording(in language: Language) -> Wording {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
