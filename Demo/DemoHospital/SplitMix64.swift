/// The pseudo-random numbers of the demo: SplitMix64 (Steele, Lea and Flood, “Fast Splittable Pseudorandom Number
/// Generators”, OOPSLA 2014; constants of Vigna's public-domain version). Only integer and exactly rounded operations
/// follow it, so that a seed means the same files on every machine.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// An own stream for a named part, so that a change in one table leaves the others as they are. The name is hashed
  /// by FNV-1a.
  init(seed: UInt64, stream name: String) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    state = seed ^ hash
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Uniform in 0..<1, a multiple of 2⁻⁵³.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// About normal with mean 0 and standard deviation 1: the sum of twelve uniforms less six. No logarithm or cosine,
  /// whose last digit depends on the system's library.
  mutating func normal() -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += unit() }
    return sum
  }

  mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  /// Uniform in the range; the bias of the remainder is far below what any table shows.
  mutating func integer(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[integer(0...list.count - 1)] }

  /// An element with a chance in proportion to its weight.
  mutating func pick<Element>(weighted list: [(Element, Double)]) -> Element {
    var rest = unit() * list.reduce(0) { $0 + $1.1 }
    for (element, weight) in list {
      rest -= weight
      if rest < 0 { return element }
    }
    return list[list.count - 1].0
  }
}

/// Fisher–Yates.
func shuffle<Element>(_ list: inout [Element], _ random: inout SplitMix64) {
  for index in stride(from: list.count - 1, to: 0, by: -1) { list.swapAt(index, random.integer(0...index)) }
}
