import Findings
import Tables

/// What a person must look at after an import: rows that were set aside, names that nobody knows, doubtful cells.
///
/// Of tables with answers or secrets it holds no row and no cell: only how many there are, and names of units.
package struct ReviewList: Sendable {
  struct RejectedRows: Sendable {
    /// `system/id`.
    let table: String
    let file: String
    let batch: String
    let headers: [String]
    let rows: [RejectedRow]
  }
  struct UnknownName: Sendable, Hashable {
    let table: String
    let file: String
    /// As it stands in the file.
    let text: String
    let rows: Int
    /// The kinds of units that could be meant.
    let kinds: [String]
    let nearest: String?
    /// Rows are answers of people: how few there are is not told.
    let isAnonymous: Bool
  }
  struct Doubt: Sendable {
    let place: Place
    let code: String
    let wording: Wording
  }

  private(set) var rejected: [RejectedRows] = []
  private(set) var names: [UnknownName] = []
  private(set) var doubts: [Doubt] = []
  /// Files with rows that were set aside and are not shown here: the file and how many.
  private(set) var hidden: [(file: String, rows: Int)] = []

  package init() {}

  package var isEmpty: Bool { rejected.isEmpty && names.isEmpty && doubts.isEmpty && hidden.isEmpty }

  /// - Parameter rows: of the batch, in the order of the file.
  mutating func add(_ rows: [RejectedRow], headers: [String], of spec: TableSpec, file: String, batch: String) {
    guard !rows.isEmpty else { return }
    guard !spec.isAnonymous, !spec.isProtected else {
      hidden.append((file, rows.count))
      return
    }
    rejected.append(
      RejectedRows(table: "\(spec.system)/\(spec.id)", file: file, batch: batch, headers: headers, rows: rows))
  }

  /// What was found in a file.
  /// - Parameter isRefused: nothing of it was kept, so that its problems stand nowhere else.
  mutating func add(_ findings: some Sequence<any Finding>, of spec: TableSpec, file: String, isRefused: Bool) {
    for finding in findings {
      if case .cell(_, _, .unitUnknown(let text?, let nearest, let count), _)? = finding as? TableFinding {
        names.append(
          UnknownName(
            table: "\(spec.system)/\(spec.id)", file: file, text: text, rows: count, kinds: spec.unit?.kinds ?? [],
            nearest: nearest, isAnonymous: spec.isAnonymous))
        continue
      }
      // What set a row aside stands beside the row.
      guard finding.severity == .warning || isRefused && finding.severity == .problem, !spec.isProtected else {
        continue
      }
      doubts.append(Doubt(place: finding.place, code: finding.code, wording: finding.wording(in: .chinese)))
    }
  }
}
