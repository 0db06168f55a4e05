import Register
import Schemes
import Scoring
import Store

/// The answers about members, or of halves, that are themselves too few to be shown, in a number over several of them.
///
/// A group's number less those of the members that are shown would be the number of those that are not; so would one of
/// two years less its halves. Where these together are under the minimum cell, their rows do not count in the greater
/// number either: nothing can then be taken away from it that was not shown before, in any print, picture or export.
struct SmallMembers {
  /// What runs show by itself: one member's half.
  private struct Cell: Hashable {
    let member: String
    let half: Int
  }

  private var rows: [(row: MeasureRow, cell: Cell)] = []

  /// - Parameters:
  ///   - member: the unit that the row is about, by the code that carries on its data.
  ///   - day: the last of the row's own period, yyyymmdd.
  mutating func add(_ row: MeasureRow, of member: String, on day: Int) {
    rows.append((row, Cell(member: member, half: Self.half(of: day))))
  }

  /// Halves in their order.
  static func half(of day: Int) -> Int { day / 10_000 * 2 + (day / 100 % 100 > 6 ? 1 : 0) }

  /// The rows without those of small cells, where these would follow from the rest. Where there is no rest, the minimum
  /// cell itself hides the number.
  func left(under minimumCell: Int) -> [MeasureRow] {
    var counts: [Int: [Cell: Int]] = [:]
    for (row, cell) in rows where !row.value.isNaN { counts[row.unit, default: [:]][cell, default: 0] += 1 }
    let small = counts.mapValues { $0.filter { $0.value < minimumCell } }
    let tellable = small.filter { unit, cells in
      cells.count < counts[unit, default: [:]].count
        && (1..<max(minimumCell, 1)).contains(cells.values.reduce(0, +))
    }
    if tellable.isEmpty { return rows.map(\.row) }
    return rows.filter { tellable[$0.row.unit]?[$0.cell] == nil }.map(\.row)
  }
}

extension MeasureLoader {
  /// Whether a measure's number joins what other runs show apart – members, or halves – and rests on answers of people.
  func joinsAnswers(_ measure: Measure, over span: RowSpan) throws -> Bool {
    let isWide = SmallMembers.half(of: span.firstDay) != SmallMembers.half(of: span.lastDay)
    return try (isWide || measure.include != .own) && !answerTables(behind: measure).isEmpty
  }

  /// By the number of a unit in the database: the code of whoever carries on its data.
  func carriers(in store: Database) throws -> [Int: String] {
    Dictionary(
      try store.unitIDs().map { ($1, scope.heirs(of: $0).last ?? $0) }, uniquingKeysWith: { first, _ in first })
  }
}
