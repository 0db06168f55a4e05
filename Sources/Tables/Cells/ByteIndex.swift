import Glibc

/// Numbers byte strings in the order of their first appearance, without a `String` for any of them.
final class ByteIndex {
  private(set) var count = 0
  /// The bytes of entry i end at `ends[i]`, where those of the next begin.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// Open addressing; −1: free.
  private var slots = [Int](repeating: -1, count: 64)

  /// The number of a byte string; nil if it has none.
  @inline(__always)
  func find(_ key: CellBytes) -> Int? {
    let entry = slots[slot(of: key, hash: Self.hash(key))]
    return entry < 0 ? nil : entry
  }

  /// The number of a byte string, given now if it had none.
  func insert(_ key: CellBytes) -> (index: Int, isNew: Bool) {
    let hash = Self.hash(key)
    let slot = slot(of: key, hash: hash)
    if slots[slot] >= 0 { return (slots[slot], false) }
    slots[slot] = count
    bytes.append(contentsOf: key)
    ends.append(bytes.count)
    hashes.append(hash)
    count += 1
    if count * 2 > slots.count { grow() }
    return (count - 1, true)
  }

  func insert(_ text: String) -> (index: Int, isNew: Bool) {
    var text = text
    return text.withUTF8 { insert($0) }
  }

  func text(_ index: Int) -> String {
    String(decoding: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
  }

  @inline(__always)
  private func slot(of key: CellBytes, hash: UInt64) -> Int {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry < 0 || hashes[entry] == hash && isEqual(entry, key) { return slot }
      slot = (slot &+ 1) & mask
    }
  }

  @inline(__always)
  private func isEqual(_ entry: Int, _ key: CellBytes) -> Bool {
    let start = entry == 0 ? 0 : ends[entry &- 1]
    guard ends[entry] &- start == key.count else { return false }
    guard key.count > 0, let other = key.baseAddress else { return true }
    return bytes.withUnsafeBufferPointer { memcmp($0.baseAddress! + start, other, key.count) == 0 }
  }

  private func grow() {
    slots = [Int](repeating: -1, count: slots.count * 4)
    let mask = slots.count - 1
    for (entry, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }

  /// Eight bytes at a time through a 64 × 64 → 128 bit product, folded.
  @inline(__always)
  private static func hash(_ key: CellBytes) -> UInt64 {
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
