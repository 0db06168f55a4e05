import Register

/// The keys of the rows that were taken, and the rows that have them.
final class RowKeys {
  private let slots: [ChunkSlot]
  private let index = ByteIndex()
  private var rows: [Int] = []
  /// The key that was looked for last, and where it would stand.
  private var key: UnsafeMutablePointer<UInt8>
  private var capacity = 256
  private var count = 0
  private var position: ByteIndex.Position?

  init(_ slots: [ChunkSlot]) {
    self.slots = slots
    key = .allocate(capacity: capacity)
  }

  deinit { key.deallocate() }

  /// The earlier row with the key of the row that is being gathered.
  func firstRow(withKeyOf row: Int) -> Int? {
    guard !slots.isEmpty else { return nil }
    count = 0
    for slot in slots {
      slot.withKey(at: row) { value in
        // Ｍ１０ and M10 are one code; full-width letters begin with this byte.
        if slot.storage == .text, value.contains(0xEF) {
          var text = narrowed(String(decoding: value, as: UTF8.self))
          text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
        } else {
          add(value)
        }
      }
    }
    let found = index.position(of: CellBytes(start: key, count: count))
    position = found
    return found.index.map { rows[$0] }
  }

  /// Keeps the key that `firstRow` looked for.
  func keep(sourceRow: Int) {
    guard let position, position.index == nil else { return }
    _ = index.insert(CellBytes(start: key, count: count), at: position)
    rows.append(sourceRow)
    self.position = nil
  }

  /// The values one after the other, each with its length, so that ("a", "bc") is not ("ab", "c").
  @inline(__always)
  private func add(_ value: UnsafeRawBufferPointer) {
    if count + value.count + 8 > capacity { grow(to: count + value.count + 8) }
    UnsafeMutableRawPointer(key + count).storeBytes(of: value.count, as: Int.self)
    if let base = value.baseAddress {
      UnsafeMutableRawPointer(key + count + 8).copyMemory(from: base, byteCount: value.count)
    }
    count += value.count + 8
  }

  private func grow(to size: Int) {
    capacity = size * 2
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: key, count: count)
    key.deallocate()
    key = larger
  }
}
