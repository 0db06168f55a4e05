import Findings
import Foundation
import Store
import Tables

/// What a command says that a file does to the batches that stand.
package enum RequestedCorrection: Sendable, Equatable {
  case none
  /// It comes instead of these, whole (`--replaces 3,5`).
  case replacing([BatchName])
  /// Its rows come instead of those with their keys (`--amend`).
  case amending

  /// - Parameter batches: as people write them: 3, P2, or several with commas.
  /// - Returns: nil if one of them is no name of a batch.
  package static func replacing(_ batches: String) -> RequestedCorrection? {
    let names = batches.split(separator: /[,，、]/, omittingEmptySubsequences: false).map {
      batchName($0.trimmingCharacters(in: .whitespaces))
    }
    return names.contains { $0 == nil } ? nil : .replacing(names.compactMap(\.self))
  }
}

/// What a batch came instead of.
package enum Corrected: Sendable, Equatable {
  case batches([BatchName])
  /// So many rows of these.
  case rows(Int, of: [BatchName])

  init(_ rows: CorrectedRows, in store: Database) {
    switch rows {
    case .batches(let ids): self = .batches(ids.map(store.name(ofBatch:)))
    case .rows(let count, let ids): self = .rows(count, of: ids.map(store.name(ofBatch:)))
    }
  }

  /// nil: of nothing.
  init?(_ correction: Correction, _ difference: RowDifference, in store: Database) {
    let names = difference.batches.map(store.name(ofBatch:))
    switch correction {
    case .none: return nil
    case .replacing: self = .batches(names)
    case .amending: self = .rows(difference.before, of: names)
    }
  }
}

extension Database {
  /// The correction in the numbers of this database; nil, with the reason in the log, if it names a batch of another.
  func correction(_ requested: RequestedCorrection, place: Place, log: FindingLog) -> Correction? {
    switch requested {
    case .none: return Correction.none
    case .amending: return .amending
    case .replacing(let names):
      let strangers = names.filter { $0.isProtected != isProtected }
      for name in strangers { log.add(CorrectionFinding.unknown(place, batch: name)) }
      return strangers.isEmpty ? .replacing(names.map(\.number)) : nil
    }
  }
}

extension Session {
  /// Says so where a correction that was carried out tells single answers apart.
  func warn(ofFewAnswers difference: RowDifference, file: String, _ spec: TableSpec) {
    let minimum = workspace.settings.minimumCell
    guard spec.isAnonymous, let least = difference.leastChangeOfAUnit, least < minimum else { return }
    log.add(CorrectionFinding.fewAnswers(.file(file), table: spec.id, fewerThan: minimum))
  }

  /// What the file changes, with what its rows are called.
  func comparing(_ difference: RowDifference, file: String, _ spec: TableSpec, in store: Database) -> FileComparison {
    FileComparison(
      file: file, difference: difference, spec: spec,
      names: Dictionary(register.units.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first }),
      isProtected: store.isProtected)
  }
}
