/// A small ZIP archive, written by hand so that tests can also write what no program would.
package struct StoredZip {
  private struct Member {
    var name: [UInt8]
    var packed: [UInt8]
    var size: Int
    var sum: UInt32
    var method: Int
    var flags: Int
  }
  private var members: [Member] = []

  package init() {}

  package mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  /// - Parameter rawName: the bytes of the name, where they are not UTF-8.
  package mutating func add(_ name: String, _ bytes: [UInt8], rawName: [UInt8]? = nil, isEncrypted: Bool = false) {
    members.append(
      Member(
        name: rawName ?? Array(name.utf8), packed: bytes, size: bytes.count, sum: Self.sum(bytes), method: 0,
        flags: isEncrypted ? 1 : 0))
  }

  /// A member of one letter, again and again: 13 bits for every 258 (RFC 1951, 3.2.6: length 258 is symbol 285, the
  /// distance 1 is symbol 0).
  package mutating func add(_ name: String, letter: UInt8, runs: Int) {
    var bits = BitWriter()
    bits.put(0b1, 1)
    bits.put(0b01, 2)
    bits.putCode(0x30 + UInt32(letter), 8)
    for _ in 0..<runs {
      bits.putCode(0b1100_0101, 8)
      bits.putCode(0, 5)
    }
    bits.putCode(0, 7)
    let plain = [UInt8](repeating: letter, count: 1 + 258 * runs)
    members.append(
      Member(
        name: Array(name.utf8), packed: bits.bytes, size: plain.count, sum: Self.sum(plain), method: 8, flags: 0))
  }

  package var bytes: [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let offset = out.count
      let facts =
        Self.little(20, 2) + Self.little(member.flags, 2) + Self.little(member.method, 2) + Self.little(0, 4)
        + Self.little(Int(member.sum), 4) + Self.little(member.packed.count, 4) + Self.little(member.size, 4)
        + Self.little(member.name.count, 2) + Self.little(0, 2)
      out += [0x50, 0x4B, 3, 4] + facts + member.name + member.packed
      directory += [0x50, 0x4B, 1, 2] + Self.little(20, 2) + facts + Self.little(0, 2) + Self.little(0, 2)
      directory += Self.little(0, 2) + Self.little(0, 4) + Self.little(offset, 4) + member.name
    }
    let end =
      [0x50, 0x4B, 5, 6] + Self.little(0, 4) + Self.little(members.count, 2) + Self.little(members.count, 2)
      + Self.little(directory.count, 4) + Self.little(out.count, 4) + Self.little(0, 2)
    return out + directory + end
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
  }

  /// CRC-32 (ISO 3309).
  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    table.withUnsafeBufferPointer { table in
      for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
    }
    return ~sum
  }
}

private struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var used = 8

  mutating func put(_ bits: UInt32, _ count: Int) { for i in 0..<count { put(bits >> UInt32(i) & 1 == 1) } }
  /// Huffman codes begin with their highest bit.
  mutating func putCode(_ bits: UInt32, _ count: Int) {
    for i in (0..<count).reversed() { put(bits >> UInt32(i) & 1 == 1) }
  }

  private mutating func put(_ bit: Bool) {
    if used == 8 {
      bytes.append(0)
      used = 0
    }
    if bit { bytes[bytes.count - 1] |= 1 << UInt8(used) }
    used += 1
  }
}
