import Findings

/// What can be wrong with a YAML file before anyone asks what it means.
package enum DocumentFinding: Finding, Equatable {
  case unreadable(Place, reason: UnreadableReason)
  case syntax(Place, problem: String)
  case duplicateKey(Place, key: String)
  case unknownKey(Place, key: String, of: String, legal: [String])
  case missingKey(Place, key: String, of: String)
  case wrongKind(Place, key: String, expected: DocumentValueKind, found: DocumentValueKind, value: String)
  case illegalValue(Place, key: String, value: String, legal: [String])
  case anchorsRefused(Place)
  case tooDeep(Place, limit: Int)

  package enum UnreadableReason: Sendable, Equatable {
    case absent, notUTF8(byteOffset: Int), tooLarge(limit: Int), refused
  }

  package var code: String {
    switch self {
    case .unreadable: "document-unreadable"
    case .syntax: "document-syntax"
    case .duplicateKey: "key-duplicate"
    case .unknownKey: "key-unknown"
    case .missingKey: "key-missing"
    case .wrongKind: "value-wrong-kind"
    case .illegalValue: "value-illegal"
    case .anchorsRefused: "document-anchors"
    case .tooDeep: "document-too-deep"
    }
  }

  package var severity: Severity { .problem }

  package var place: Place {
    switch self {
    case .unreadable(let place, _), .syntax(let place, _), .duplicateKey(let place, _),
      .unknownKey(let place, _, _, _), .missingKey(let place, _, _), .wrongKind(let place, _, _, _, _),
      .illegalValue(let place, _, _, _), .anchorsRefused(let place), .tooDeep(let place, _):
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
