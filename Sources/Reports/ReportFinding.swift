import Findings

/// What can be wrong with a notebook, or with putting its answers into a document.
package enum ReportFinding: Finding, Equatable {
  case headerMissing(Place)
  case headerOpen(Place)
  case valueUnknown(Place, name: String, known: [String])
  case parameterUnknown(Place, name: String, known: [String])
  case stars(Place, text: String)
  case rawHTML(Place)
  case picture(Place, address: String)
  case linkRefused(Place, address: String)
  case tooDeep(Place, limit: Int)
  case kindNear(Place, word: String, kind: String)
  case cellEmpty(Place, kind: CellKind)
  case sqlInPublic(Place)
  case topTooSmall(Place, value: Int)
  case formatUnknown(Place, pattern: String)
  case columnUnknown(Place, name: String, known: [String])
  case unanswered(Place, kind: CellKind)
  case unwritable(Place)
  case directiveNear(Place, word: String, directive: String)
  case conditionUnread(Place, text: String)
  case blockOpen(Place, word: String)
  case blockStray(Place, word: String)
  case listUnknown(Place, name: String, known: [String])
  case includeAbsent(Place, path: String)
  case includeDeep(Place, path: String, limit: Int)
  case conditionOrder(Place, name: String, value: String)
  case valueTaken(Place, name: String)

  package var code: String {
    switch self {
    case .headerMissing: "notebook-header-missing"
    case .headerOpen: "notebook-header-open"
    case .valueUnknown: "notebook-value-unknown"
    case .parameterUnknown: "notebook-parameter-unknown"
    case .stars: "notebook-stars"
    case .rawHTML: "notebook-raw-html"
    case .picture: "notebook-picture"
    case .linkRefused: "notebook-link-refused"
    case .tooDeep: "notebook-too-deep"
    case .kindNear: "notebook-cell-kind-near"
    case .cellEmpty: "notebook-cell-empty"
    case .sqlInPublic: "notebook-sql-in-public"
    case .topTooSmall: "notebook-top-too-small"
    case .formatUnknown: "notebook-format-unknown"
    case .columnUnknown: "notebook-column-unknown"
    case .unanswered: "notebook-cell-unanswered"
    case .unwritable: "report-unwritable"
    case .directiveNear: "notebook-directive-near"
    case .conditionUnread: "notebook-condition-unread"
    case .blockOpen: "notebook-block-open"
    case .blockStray: "notebook-block-stray"
    case .listUnknown: "notebook-list-unknown"
    case .includeAbsent: "notebook-include-absent"
    case .includeDeep: "notebook-include-deep"
    case .conditionOrder: "notebook-condition-order"
    case .valueTaken: "notebook-value-taken"
    }
  }

  package var severity: Severity {
    switch self {
    case .stars, .rawHTML, .picture, .linkRefused, .kindNear, .directiveNear: .warning
    case .headerMissing, .headerOpen, .valueUnknown, .parameterUnknown, .tooDeep, .cellEmpty, .sqlInPublic,
      .topTooSmall, .formatUnknown, .columnUnknown, .unanswered, .unwritable, .conditionUnread, .blockOpen,
      .blockStray, .listUnknown, .includeAbsent, .includeDeep, .conditionOrder, .valueTaken:
      .problem
    }
  }

  package var place: Place {
    switch self {
    case .headerMissing(let place), .headerOpen(let place), .valueUnknown(let place, _, _),
      .parameterUnknown(let place, _, _), .stars(let place, _), .rawHTML(let place), .picture(let place, _),
      .linkRefused(let place, _),
      .tooDeep(let place, _), .kindNear(let place, _, _), .cellEmpty(let place, _), .sqlInPublic(let place),
      .topTooSmall(let place, _), .formatUnknown(let place, _), .columnUnknown(let place, _, _),
      .unanswered(let place, _), .unwritable(let place), .directiveNear(let place, _, _),
      .conditionUnread(let place, _), .blockOpen(let place, _), .blockStray(let place, _),
      .listUnknown(let place, _, _), .includeAbsent(let place, _), .includeDeep(let place, _, _),
      .conditionOrder(let place, _, _), .valueTaken(let place, _):
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
