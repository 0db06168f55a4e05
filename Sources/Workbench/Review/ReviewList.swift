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
    /// As the finding writes it.
    let place: String
    let code: String
    let wording: Wording
  }
  /// A file that was not taken, and lies where it lay (the desk).
  struct OpenFile: Sendable {
    let name: String
    /// By which an answer is known to mean these bytes.
    let mark: String
    let found: [String]
    /// What it would change in rows that stand.
    let changes: [String]
    /// What a person can choose to do with it.
    let choices: [String]
    /// Tables that can be chosen, where none was found.
    let tables: [String]
    let asksPeriod: Bool
  }

  private(set) var rejected: [RejectedRows] = []
  private(set) var names: [UnknownName] = []
  private(set) var doubts: [Doubt] = []
  private(set) var files: [OpenFile] = []
  /// Files with rows that were set aside and are not shown here: the file and how many.
  private(set) var hidden: [(file: String, rows: Int)] = []

  package init() {}

  package var isEmpty: Bool { rejected.isEmpty && names.isEmpty && doubts.isEmpty && hidden.isEmpty && files.isEmpty }

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

  /// Whether a file was refused for its rows alone, so that the rest of it could be taken.
  static func isAboutRows(_ findings: some Sequence<any Finding>) -> Bool {
    var isForRows = false
    for finding in findings where finding.severity == .problem {
      switch finding {
      case TableFinding.file(_, .rejectLimit), TableFinding.cell(_, _, .unknownOption, effect: .batchStopped):
        isForRows = true
      case TableFinding.cell(_, _, _, effect: .rowRejected), TableFinding.file(_, .ragged),
        TableFinding.file(_, .keyRepeated), TableFinding.file(_, .notOfForm):
        break
      default: return false
      }
    }
    return isForRows
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
      doubts.append(Doubt(place: finding.place.text, code: finding.code, wording: finding.wording(in: .chinese)))
    }
  }

  mutating func add(_ file: OpenFile) { files.append(file) }

  /// Forgets doubts that came after so many: those of a file whose troubles are told together.
  mutating func keepDoubts(first count: Int) { doubts.removeLast(doubts.count - count) }

  /// What was asked before and is open still: in front of what is new, and once.
  mutating func carry(_ earlier: ReviewList) {
    let own = rejected.map { "\($0.table)\n\($0.batch)" }
    rejected = earlier.rejected.filter { !own.contains("\($0.table)\n\($0.batch)") } + rejected
    let texts = names.map { "\($0.table)\n\($0.text)" }
    names = earlier.names.filter { !texts.contains("\($0.table)\n\($0.text)") } + names
    let places = doubts.map { "\($0.place)\n\($0.code)" }
    doubts = earlier.doubts.filter { !places.contains("\($0.place)\n\($0.code)") } + doubts
  }

  /// Takes out what need not be asked.
  mutating func leaveOut(names: (UnknownName) -> Bool, doubts isAnswered: (Doubt) -> Bool) {
    self.names.removeAll(where: names)
    doubts.removeAll(where: isAnswered)
  }

  /// Takes out rows that were answered for.
  mutating func leaveOutRows(_ isAnswered: (RejectedRows, RejectedRow) -> Bool) {
    rejected = rejected.compactMap { part in
      let rows = part.rows.filter { !isAnswered(part, $0) }
      return rows.isEmpty
        ? nil : RejectedRows(table: part.table, file: part.file, batch: part.batch, headers: part.headers, rows: rows)
    }
  }

  mutating func add(_ rows: RejectedRows) { rejected.append(rows) }
  mutating func add(_ name: UnknownName) { names.append(name) }
  mutating func add(_ doubt: Doubt) { doubts.append(doubt) }
}
