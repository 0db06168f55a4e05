/// Steele, Lea & Flood, “Fast Splittable Pseudorandom Number Generators” (2014): every seed is a good seed, so that a
/// case is named by one number and can be run again alone.
struct SplitMix64 {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Both ends inside.
  mutating func integer(_ low: Int, _ high: Int) -> Int {
    high <= low ? low : low + Int(next() % UInt64(high - low + 1))
  }

  mutating func chance(_ percent: Int) -> Bool { integer(1, 100) <= percent }

  mutating func pick<T>(_ list: [T]) -> T { list[integer(0, list.count - 1)] }
}
