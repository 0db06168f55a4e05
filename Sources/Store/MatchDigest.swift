/// Which unit each row of a batch was matched with, as one short text: the same file matched by another register or by
/// other aliases gives another. Two FNV-1a sums of 64 bits with different starts; it tells inputs apart and resists nobody.
struct MatchDigest {
  private var sums: (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0x8422_2325_cbf2_9ce4)
  private static let prime: UInt64 = 0x100_0000_01b3

  /// A number that stands for a unit's code; 0 stands for none.
  static func mark(_ code: String) -> UInt64 {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in code.utf8 { sum = (sum ^ UInt64(byte)) &* prime }
    return sum
  }

  mutating func add(row: Int, unit mark: UInt64) {
    sums.0 = (sums.0 ^ UInt64(truncatingIfNeeded: row)) &* Self.prime
    sums.0 = (sums.0 ^ mark) &* Self.prime
    sums.1 = (sums.1 ^ (mark &+ UInt64(truncatingIfNeeded: row))) &* Self.prime
  }

  var text: String {
    [sums.0, sums.1].map { String(repeating: "0", count: 16 - digits($0).count) + digits($0) }.joined()
  }

  private func digits(_ sum: UInt64) -> String { String(sum, radix: 16) }
}
