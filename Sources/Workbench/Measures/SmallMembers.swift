import Register
import Schemes
import Scoring
import Store

/// The answers about members that are themselves too few to be shown, in the number of the unit that they belong to.
///
/// A group's number less those of the members that are shown would be the number of those that are not. Where these
/// together are under the minimum cell, their rows do not count in the group either: nothing can then be taken away from
/// it that was not shown before, in any print, picture or export.
struct SmallMembers {
  private var rows: [(row: MeasureRow, member: String)] = []

  /// - Parameter member: the unit that the row is about, by the code that carries on its data.
  mutating func add(_ row: MeasureRow, of member: String) { rows.append((row, member)) }

  /// The rows without those of small members, where these would follow from the rest.
  func left(under minimumCell: Int) -> [MeasureRow] {
    var counts: [Int: [String: Int]] = [:]
    for (row, member) in rows where !row.value.isNaN { counts[row.unit, default: [:]][member, default: 0] += 1 }
    let small = counts.mapValues { $0.filter { $0.value < minimumCell } }
    let tellable = small.filter { (1..<max(minimumCell, 1)).contains($0.value.values.reduce(0, +)) }
    if tellable.isEmpty { return rows.map(\.row) }
    return rows.filter { tellable[$0.row.unit]?[$0.member] == nil }.map(\.row)
  }
}

extension MeasureLoader {
  /// Whether the rows of members count for a unit, and are answers of people.
  func joinsAnswers(_ measure: Measure) throws -> Bool {
    try measure.include != .own && !answerTables(behind: measure).isEmpty
  }

  /// By the number of a unit in the database: the code of whoever carries on its data.
  func carriers(in store: Database) throws -> [Int: String] {
    Dictionary(
      try store.unitIDs().map { ($1, scope.heirs(of: $0).last ?? $0) }, uniquingKeysWith: { first, _ in first })
  }
}
