import Findings

/// What can be wrong with a request for data in a notebook or chart, beside that nothing answers it.
package enum RequestFinding: Finding, Equatable {
  case unitMissing(Place, key: String)
  /// The data are about all units, whichever is named.
  case unitUnused(Place, key: String)
  case stateUnknown(Place, word: String, known: [String])
  /// A public edition asks for people's words or single rows.
  case internalOnly(Place, key: String)

  package var code: String {
    switch self {
    case .unitMissing: "data-unit-missing"
    case .unitUnused: "data-unit-unused"
    case .stateUnknown: "data-state-unknown"
    case .internalOnly: "data-internal-only"
    }
  }

  package var severity: Severity { .problem }

  package var place: Place {
    switch self {
    case .unitMissing(let place, _), .unitUnused(let place, _), .stateUnknown(let place, _, _),
      .internalOnly(let place, _):
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
