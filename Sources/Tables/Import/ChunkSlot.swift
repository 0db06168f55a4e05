/// One column of the rows that are being gathered. A row's value may be put several times; the last counts.
///
/// Bare memory, which the pass that gathers frees at its end: every cell goes through here, and counting references to
/// an owner would take longer than putting the value.
struct ChunkSlot {
  let storage: StoredColumn.Storage
  let reals: UnsafeMutablePointer<Double>
  let integers: UnsafeMutablePointer<Int64>
  /// Where each text ends and the next one begins.
  private let ends: UnsafeMutablePointer<Int>
  private let isNull: UnsafeMutablePointer<Bool>
  private let texts: UnsafeMutablePointer<Texts>

  private struct Texts {
    var bytes: UnsafeMutablePointer<UInt8>
    var capacity: Int
  }

  init(_ storage: StoredColumn.Storage, capacity: Int) {
    self.storage = storage
    reals = .allocate(capacity: storage == .real ? capacity : 0)
    integers = .allocate(capacity: storage == .integer ? capacity : 0)
    ends = .allocate(capacity: storage == .text ? capacity : 0)
    isNull = .allocate(capacity: storage == .text ? capacity : 0)
    texts = .allocate(capacity: 1)
    let byteCapacity = storage == .text ? capacity * 16 : 0
    texts.initialize(to: Texts(bytes: .allocate(capacity: byteCapacity), capacity: byteCapacity))
  }

  /// Frees the memory; nothing may be put or read afterwards.
  func deallocate() {
    reals.deallocate()
    integers.deallocate()
    ends.deallocate()
    isNull.deallocate()
    texts.pointee.bytes.deallocate()
    texts.deallocate()
  }

  @inline(__always)
  func put(_ value: Double, at row: Int) {
    if storage == .real { reals[row] = value } else { integers[row] = Int64(value) }
  }

  @inline(__always)
  func put(_ value: Int64, at row: Int) { integers[row] = value }

  func put(_ text: CellBytes, at row: Int) {
    let start = row == 0 ? 0 : ends[row - 1]
    let end = start + text.count
    if end > texts.pointee.capacity { grow(to: end, keeping: start) }
    if let base = text.baseAddress { (texts.pointee.bytes + start).update(from: base, count: text.count) }
    ends[row] = end
    isNull[row] = false
  }

  @inline(__always)
  func putNull(at row: Int) {
    switch storage {
    case .real: reals[row] = .nan
    case .integer: integers[row] = .min
    case .text:
      ends[row] = row == 0 ? 0 : ends[row - 1]
      isNull[row] = true
    }
  }

  private func grow(to size: Int, keeping count: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size * 2)
    larger.update(from: texts.pointee.bytes, count: count)
    texts.pointee.bytes.deallocate()
    texts.pointee = Texts(bytes: larger, capacity: size * 2)
  }

  func isNull(at row: Int) -> Bool {
    switch storage {
    case .real: reals[row].isNaN
    case .integer: integers[row] == .min
    case .text: isNull[row]
    }
  }

  func integer(at row: Int) -> Int64 { integers[row] }

  /// The bytes that tell the row's value from others.
  func withKey(at row: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
    switch storage {
    case .real: body(UnsafeRawBufferPointer(start: reals + row, count: 8))
    case .integer: body(UnsafeRawBufferPointer(start: integers + row, count: 8))
    case .text: body(UnsafeRawBufferPointer(text(at: row)))
    }
  }

  func text(at row: Int) -> CellBytes {
    let start = row == 0 ? 0 : ends[row - 1]
    return CellBytes(start: UnsafePointer(texts.pointee.bytes + start), count: ends[row] - start)
  }

  /// The first rows, as the store takes them.
  func column(rowCount: Int) -> ChunkColumn {
    switch storage {
    case .real: return .real(Array(UnsafeBufferPointer(start: reals, count: rowCount)))
    case .integer: return .integer(Array(UnsafeBufferPointer(start: integers, count: rowCount)))
    case .text:
      let end = rowCount == 0 ? 0 : ends[rowCount - 1]
      return .text(
        TextColumn(
          bytes: Array(UnsafeBufferPointer(start: texts.pointee.bytes, count: end)),
          offsets: [0] + UnsafeBufferPointer(start: ends, count: rowCount),
          isNull: Array(UnsafeBufferPointer(start: isNull, count: rowCount))))
    }
  }
}
