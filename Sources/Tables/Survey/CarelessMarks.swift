import Tabular

/// Marks the rows of one file that were probably filled in without care.
final class CarelessMarks {
  private let rule: CarelessRule
  private let flag: ChunkSlot
  private let signs: [(sign: CarelessRule.Sign, slot: ChunkSlot)]
  private let fast: (slot: ChunkSlot, under: Double)?
  private let line: (slots: [ChunkSlot], atLeast: Int)?
  private let twins: (slots: [ChunkSlot], rows: RowKeys)?
  private let sources: SourceCounts?
  private(set) var flagged = 0
  private(set) var counts: [CarelessRule.Sign: Int] = [:]

  /// - Parameters:
  ///   - slots: those of `rule.stored`.
  ///   - columns: the columns that are read.
  init(_ rule: CarelessRule, slots: [ChunkSlot], columns: [ColumnReader], sources: SourceCounts?) {
    let byID = Dictionary(columns.map { ($0.spec.id, $0.slot) }, uniquingKeysWith: { first, _ in first })
    self.rule = rule
    flag = slots[0]
    signs = Array(zip(rule.signs, slots.dropFirst()))
    fast = rule.fast.flatMap { fast in byID[fast.column].map { ($0, fast.underSeconds) } }
    line = rule.straightLine.map { ($0.columns.compactMap { byID[$0] }, $0.atLeast) }
    twins = rule.duplicates.map { columns in
      let slots = columns.compactMap { byID[$0] }
      return (slots, RowKeys(slots))
    }
    self.sources = sources
  }

  /// Marks a row that is kept, once its cells are in their slots.
  func mark(row: Int, sourceRow: Int, cell: (Int) -> CellBytes) {
    var isCareless = false
    for (sign, slot) in signs {
      let holds =
        switch sign {
        case .fast: fast.map { isFast($0.slot, under: $0.under, row) } ?? false
        case .straightLine: line.map { isStraight($0.slots, atLeast: $0.atLeast, row) } ?? false
        case .duplicates: isTwin(row, sourceRow)
        case .sameSource: sources.map { $0.isCrowded(cell($0.cell)) } ?? false
        }
      slot.put(holds ? 1 as Int64 : 0, at: row)
      if holds {
        isCareless = true
        counts[sign, default: 0] += 1
      }
    }
    if isCareless { flagged += 1 }
    flag.put(isCareless ? 1 as Int64 : 0, at: row)
  }

  private func isFast(_ slot: ChunkSlot, under limit: Double, _ row: Int) -> Bool {
    guard !slot.isNull(at: row) else { return false }
    return (slot.storage == .real ? slot.reals[row] : Double(slot.integers[row])) < limit
  }

  private func isStraight(_ slots: [ChunkSlot], atLeast least: Int, _ row: Int) -> Bool {
    var first: [UInt8]?
    var answered = 0
    for slot in slots where !slot.isNull(at: row) {
      answered += 1
      var isSame = true
      slot.withKey(at: row) { value in
        if let first { isSame = value.elementsEqual(first) } else { first = Array(value) }
      }
      if !isSame { return false }
    }
    return answered >= least
  }

  private func isTwin(_ row: Int, _ sourceRow: Int) -> Bool {
    guard let twins, twins.slots.contains(where: { !$0.isNull(at: row) }) else { return false }
    if twins.rows.firstRow(withKeyOf: row) != nil { return true }
    twins.rows.keep(sourceRow: sourceRow)
    return false
  }
}

/// How many rows came from one source. Only numbers made from the sources are kept, and those only while the file is
/// read: they are seeded anew in every process.
struct SourceCounts {
  let cell: Int
  private let most: Int
  private var counts: [Int: Int] = [:]

  /// Reads the whole file once.
  /// - Parameter reader: stands on the header.
  init(_ reader: inout RecordReader, cell: Int, moreThan most: Int) {
    self.cell = cell
    self.most = most
    while reader.advance() {
      guard cell < reader.count, let source = Self.number(reader.cell(cell)) else { continue }
      counts[source, default: 0] += 1
    }
  }

  func isCrowded(_ source: CellBytes) -> Bool { (Self.number(source).flatMap { counts[$0] } ?? 0) > most }

  private static func number(_ source: CellBytes) -> Int? {
    let text = trimmed(source)
    guard !text.isEmpty, !isBlankMark(text) else { return nil }
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(text))
    return hasher.finalize()
  }
}
