/// The keys of the rows that were taken, and the rows that have them.
final class RowKeys {
  private let slots: [ChunkSlot]
  private let index = ByteIndex()
  private var rows: [Int] = []
  private var scratch: [UInt8] = []

  init(_ slots: [ChunkSlot]) { self.slots = slots }

  /// The earlier row with the key of the row that is being gathered.
  func firstRow(withKeyOf row: Int) -> Int? {
    guard !slots.isEmpty else { return nil }
    gather(row)
    return scratch.withUnsafeBufferPointer { index.find($0) }.map { rows[$0] }
  }

  /// Keeps the key that `firstRow` looked for.
  func keep(sourceRow: Int) {
    guard !slots.isEmpty else { return }
    if scratch.withUnsafeBufferPointer({ index.insert($0) }).isNew { rows.append(sourceRow) }
  }

  /// The values one after the other, each with its length, so that ("a", "bc") is not ("ab", "c").
  private func gather(_ row: Int) {
    scratch.removeAll(keepingCapacity: true)
    for slot in slots {
      slot.withKey(at: row) { value in
        withUnsafeBytes(of: value.count) { scratch.append(contentsOf: $0) }
        scratch.append(contentsOf: value)
      }
    }
  }
}
