import Findings

/// What can stand in the way of a batch that corrects others, and of taking back one that was corrected.
package enum CorrectionFinding: Finding, Equatable {
  case unknown(Place, batch: BatchName)
  case otherTable(Place, batch: BatchName, table: String, own: String)
  /// It was undone, or replaced by another one.
  case notCurrent(Place, batch: BatchName, by: BatchName?)
  /// Batches that hang together by amendments, of which only some were named.
  case incomplete(Place, batches: [BatchName], missing: [BatchName])
  /// No key of the new file stands in the batches that it should replace.
  case unalike(Place, batches: [BatchName])
  /// More rows were set aside than in the batches before: they would be gone.
  case setsAside(Place, rejects: Int, before: Int)
  case withoutKey(Place, table: String)
  case amendsAnswers(Place, table: String)
  case amendsNothing(Place, columns: [String])
  /// Rows of an amendment whose key stood nowhere; the first is a row of the file.
  case adds(Place, rows: Int, first: Int)
  /// More than one file for one place.
  case severalFiles(Place, files: Int)
  /// In some unit the answers before and after differ in fewer than the minimum cell.
  case fewAnswers(Place, table: String, fewerThan: Int)
  /// Nothing tells the rows of a table without a key apart, and a batch of the same file stands.
  case sameName(Place, batch: BatchName, at: String)
  /// The history of a row is asked for by cells that do not name one.
  case keyParts(Place, columns: [String], given: Int)
  case noSuchRow(Place, table: String)
  /// It cannot be undone while what came instead of it, or of rows of it, stands.
  case corrected(Place, batch: BatchName, by: [BatchName], isWhole: Bool)

  package var code: String {
    switch self {
    case .unknown: "replaces-unknown-batch"
    case .otherTable: "replaces-other-table"
    case .notCurrent: "replaces-not-current"
    case .incomplete: "replaces-incomplete"
    case .unalike: "replaces-unalike"
    case .setsAside: "correction-sets-aside"
    case .withoutKey: "amend-without-key"
    case .amendsAnswers: "amend-anonymous"
    case .amendsNothing: "amend-nothing"
    case .adds: "amend-adds"
    case .keyParts: "history-key"
    case .noSuchRow: "history-no-row"
    case .severalFiles: "replaces-several-files"
    case .fewAnswers: "correction-few-answers"
    case .sameName: "batch-same-file"
    case .corrected: "batch-corrected"
    }
  }

  package var severity: Severity {
    switch self {
    case .adds, .fewAnswers, .sameName: .warning
    default: .problem
    }
  }

  package var place: Place {
    switch self {
    case .unknown(let place, _), .otherTable(let place, _, _, _), .notCurrent(let place, _, _),
      .incomplete(let place, _, _), .unalike(let place, _), .setsAside(let place, _, _), .withoutKey(let place, _),
      .amendsAnswers(let place, _), .amendsNothing(let place, _), .adds(let place, _, _),
      .keyParts(let place, _, _), .noSuchRow(let place, _), .severalFiles(let place, _), .fewAnswers(let place, _, _),
      .sameName(let place, _, _),
      .corrected(let place, _, _, _):
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
