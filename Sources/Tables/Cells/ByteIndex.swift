import Glibc

/// Numbers byte strings in the order of their first appearance, without a `String` for any of them.
///
/// Raw memory and not arrays: it is asked for every cell, and counting references to its arrays would take longer than
/// looking in them.
final class ByteIndex {
  fileprivate struct Tables {
    var count = 0
    /// The bytes of entry i end at `ends[i]`, where those of the next begin.
    var bytes: UnsafeMutablePointer<UInt8>
    var byteCapacity = 1024
    var ends: UnsafeMutablePointer<Int>
    var hashes: UnsafeMutablePointer<UInt64>
    var capacity = 32
    /// Open addressing; −1: free. Twice as many as entries, a power of two.
    var slots: UnsafeMutablePointer<Int32>
  }
  fileprivate let tables: UnsafeMutablePointer<Tables>

  init() {
    tables = .allocate(capacity: 1)
    tables.initialize(
      to: Tables(
        bytes: .allocate(capacity: 1024), ends: .allocate(capacity: 32), hashes: .allocate(capacity: 32),
        slots: .allocate(capacity: 64)))
    tables.pointee.slots.initialize(repeating: -1, count: 64)
  }

  deinit {
    tables.pointee.bytes.deallocate()
    tables.pointee.ends.deallocate()
    tables.pointee.hashes.deallocate()
    tables.pointee.slots.deallocate()
    tables.deallocate()
  }

  var count: Int { tables.pointee.count }

  /// An index of these texts.
  static func of(_ texts: some Sequence<String>) -> ByteIndex {
    let index = ByteIndex()
    for text in texts { _ = index.insert(text) }
    return index
  }

  /// The number of a byte string; nil if it has none.
  @inline(__always)
  func find(_ key: CellBytes) -> Int? { view.find(key) }

  /// What is in the index, without owning it: for as long as the index lives, and true of it then as it is now.
  var view: View { View(tables: tables) }

  /// Where a byte string stands or would stand, until the next one is inserted.
  struct Position {
    fileprivate let hash: UInt64
    fileprivate let slot: Int
    /// Its number; nil if it has none.
    let index: Int?
  }

  func position(of key: CellBytes) -> Position {
    let hash = View.hash(key)
    let slot = view.slot(of: key, hash: hash)
    let known = Int(tables.pointee.slots[slot])
    return Position(hash: hash, slot: slot, index: known >= 0 ? known : nil)
  }

  /// The number of a byte string, given now if it had none.
  func insert(_ key: CellBytes) -> (index: Int, isNew: Bool) {
    let position = position(of: key)
    if let known = position.index { return (known, false) }
    return (insert(key, at: position), true)
  }

  /// Gives a number to a byte string that has none.
  /// - Parameter position: where `position(of:)` found that it would stand.
  func insert(_ key: CellBytes, at position: Position) -> Int {
    let (hash, slot) = (position.hash, position.slot)
    let entry = count
    let start = entry == 0 ? 0 : tables.pointee.ends[entry - 1]
    if start + key.count > tables.pointee.byteCapacity { growBytes(to: start + key.count, keeping: start) }
    if let base = key.baseAddress { (tables.pointee.bytes + start).update(from: base, count: key.count) }
    tables.pointee.ends[entry] = start + key.count
    tables.pointee.hashes[entry] = hash
    tables.pointee.slots[slot] = Int32(truncatingIfNeeded: entry)
    tables.pointee.count = entry + 1
    if entry + 1 == tables.pointee.capacity { growEntries() }
    return entry
  }

  func insert(_ text: String) -> (index: Int, isNew: Bool) {
    var text = text
    return text.withUTF8 { insert($0) }
  }

  func text(_ index: Int) -> String {
    let start = index == 0 ? 0 : tables.pointee.ends[index - 1]
    return string(CellBytes(start: tables.pointee.bytes + start, count: tables.pointee.ends[index] - start))
  }

  private func growBytes(to size: Int, keeping count: Int) {
    tables.pointee.bytes = Self.moved(tables.pointee.bytes, count: count, to: size * 2)
    tables.pointee.byteCapacity = size * 2
  }

  private func growEntries() {
    let count = count
    let capacity = tables.pointee.capacity * 2
    tables.pointee.ends = Self.moved(tables.pointee.ends, count: count, to: capacity)
    tables.pointee.hashes = Self.moved(tables.pointee.hashes, count: count, to: capacity)
    tables.pointee.slots.deallocate()
    tables.pointee.slots = .allocate(capacity: capacity * 2)
    tables.pointee.slots.initialize(repeating: -1, count: capacity * 2)
    tables.pointee.capacity = capacity
    let mask = capacity * 2 - 1
    for entry in 0..<count {
      var slot = Int(truncatingIfNeeded: tables.pointee.hashes[entry]) & mask
      while tables.pointee.slots[slot] >= 0 { slot = (slot + 1) & mask }
      tables.pointee.slots[slot] = Int32(truncatingIfNeeded: entry)
    }
  }

  private static func moved<Element: BitwiseCopyable>(
    _ old: UnsafeMutablePointer<Element>, count: Int, to capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.update(from: old, count: count)
    old.deallocate()
    return larger
  }
}

extension ByteIndex {
  struct View {
    fileprivate let tables: UnsafeMutablePointer<Tables>

    /// The number of a byte string; nil if it has none.
    @inline(__always)
    func find(_ key: CellBytes) -> Int? {
      let entry = Int(tables.pointee.slots[slot(of: key, hash: Self.hash(key))])
      return entry < 0 ? nil : entry
    }

    @inline(__always)
    fileprivate func slot(of key: CellBytes, hash: UInt64) -> Int {
      let mask = tables.pointee.capacity &* 2 &- 1
      var slot = Int(truncatingIfNeeded: hash) & mask
      while true {
        let entry = Int(tables.pointee.slots[slot])
        if entry < 0 || tables.pointee.hashes[entry] == hash && isEqual(entry, key) { return slot }
        slot = (slot &+ 1) & mask
      }
    }

    @inline(__always)
    private func isEqual(_ entry: Int, _ key: CellBytes) -> Bool {
      let start = entry == 0 ? 0 : tables.pointee.ends[entry &- 1]
      guard tables.pointee.ends[entry] &- start == key.count else { return false }
      guard key.count > 0, let other = key.baseAddress else { return true }
      return memcmp(tables.pointee.bytes + start, other, key.count) == 0
    }

    /// Eight bytes at a time through a 64 × 64 → 128 bit product, folded.
    @inline(__always)
    fileprivate static func hash(_ key: CellBytes) -> UInt64 {
      var hash = UInt64(truncatingIfNeeded: key.count) &* 0x9E37_79B9_7F4A_7C15
      guard let base = UnsafeRawPointer(key.baseAddress) else { return hash }
      var i = 0
      while i &+ 8 <= key.count {
        hash = mix(hash ^ base.loadUnaligned(fromByteOffset: i, as: UInt64.self))
        i &+= 8
      }
      var tail: UInt64 = 0
      while i < key.count {
        tail = tail &<< 8 | UInt64(base.load(fromByteOffset: i, as: UInt8.self))
        i &+= 1
      }
      return mix(hash ^ tail ^ 0x5851_F42D_4C95_7F2D)
    }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
      let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      return product.high ^ product.low
    }
  }
}
