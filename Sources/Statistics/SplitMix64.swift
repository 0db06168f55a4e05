/// SplitMix64 (Steele, Lea & Flood, “Fast Splittable Pseudorandom Number Generators”, OOPSLA 2014): one word of state, any
/// seed is a good seed, and the same numbers on every machine. Not for secrets.
package struct SplitMix64: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// The generator of one item of a job, such as one draw of many: it depends on the job's seed and the item's number
  /// alone, so that items can be worked off in any order and on any number of threads.
  package init(seed: UInt64, item: Int) {
    var job = SplitMix64(seed: seed)
    var scrambled = SplitMix64(seed: job.next() ^ UInt64(bitPattern: Int64(item)))
    state = scrambled.next()
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
  }

  /// Uniform on the multiples of 2⁻⁵³ from 0 up to, not including, 1.
  package mutating func unit() -> Double { Double(Int64(bitPattern: next() &>> 11)) * 0x1p-53 }
}
