import Findings
import Register

/// Reads the cells of one column of written dates: the day that they mean, how it came about, and the words.
final class WrittenDateCells {
  private let basis: ChunkSlot
  private let words: ChunkSlot
  /// The period that the row being read is about: gives the year where none is written.
  var period: Period?
  /// The row's own first day: nothing without a year is read as a day before it.
  var firstDay: CalendarDate?
  /// What was read last.
  private(set) var last: WrittenDate?
  /// Cells and periods repeat.
  private var known: [Key: WrittenDate] = [:]
  private static let most = 4096

  private struct Key: Hashable {
    var text: String
    var from: CalendarDate?
    var to: CalendarDate?
  }

  init(basis: ChunkSlot, words: ChunkSlot) {
    self.basis = basis
    self.words = words
  }

  /// As long as nothing is read, the cell is blank.
  func putBlank(row: Int) {
    last = nil
    put(WrittenDateBasis.blank.rawValue, into: basis, row)
    words.putNull(at: row)
  }

  /// Puts how the day came about, and the words.
  func read(_ cell: CellBytes, row: Int) -> WrittenDate {
    let text = string(cell)
    let key = Key(text: text, from: period?.start, to: period?.end)
    let read = known[key] ?? WrittenDate(text, within: period)
    if known.count < Self.most { known[key] = read }
    let date = read.beginning(on: firstDay)
    last = date
    put(WrittenDateBasis(date).rawValue, into: basis, row)
    put(date.words, into: words, row)
    return date
  }

  private func put(_ text: String, into slot: ChunkSlot, _ row: Int) {
    var text = text
    text.withUTF8 { slot.put($0, at: row) }
  }
}

/// How often words were read as days, by column, for a note at the end.
struct DateReadings {
  private(set) var columns: [(column: String, count: Int, words: String, day: CalendarDate, place: Place)] = []

  mutating func add(_ date: WrittenDate, column: String, place: () -> Place) {
    guard date.isMarked, let day = date.lastDay else { return }
    if let index = columns.firstIndex(where: { $0.column == column }) {
      columns[index].count += 1
    } else {
      columns.append((column, 1, date.words, day, place()))
    }
  }
}
