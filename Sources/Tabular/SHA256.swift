/// SHA-256 (FIPS 180-4, section 6.2), for naming files and runs by their content.
package struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// Bytes that do not fill a block yet.
  private var rest: [UInt8] = []
  private var byteCount: UInt64 = 0

  package init() {}

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    byteCount &+= UInt64(bytes.count)
    var from = 0
    if !rest.isEmpty {
      from = min(64 - rest.count, bytes.count)
      rest.append(contentsOf: bytes[..<from])
      guard rest.count == 64 else { return }
      let block = rest
      block.withUnsafeBytes { compress($0) }
      rest.removeAll(keepingCapacity: true)
    }
    let whole = (bytes.count - from) / 64 * 64
    if whole > 0 { compress(UnsafeRawBufferPointer(rebasing: bytes[from..<from + whole])) }
    rest.append(contentsOf: bytes[(from + whole)...])
  }

  /// The 32 bytes of the digest of everything so far; the receiver can go on.
  package func digest() -> [UInt8] {
    var last = self
    let zeros = (119 - Int(byteCount % 64)) % 64
    var padding: [UInt8] = [0x80] + [UInt8](repeating: 0, count: zeros)
    withUnsafeBytes(of: (byteCount &* 8).bigEndian) { padding.append(contentsOf: $0) }
    padding.withUnsafeBytes { last.update($0) }
    return last.state.flatMap { word in withUnsafeBytes(of: word.bigEndian) { Array($0) } }
  }

  /// The digest in 64 lower-case hexadecimal digits.
  package func hexDigest() -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  package static func hexDigest(of bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    Array(bytes).withUnsafeBytes { hash.update($0) }
    return hash.hexDigest()
  }

  /// Whole blocks.
  private mutating func compress(_ blocks: UnsafeRawBufferPointer) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      Self.constants.withUnsafeBufferPointer { constants in
        state.withUnsafeMutableBufferPointer { state in
          var offset = 0
          while offset < blocks.count {
            Self.fill(schedule, from: blocks, at: offset)
            Self.round(schedule, constants, state)
            offset += 64
          }
        }
      }
    }
  }

  @inline(__always)
  private static func fill(
    _ schedule: UnsafeMutableBufferPointer<UInt32>, from blocks: UnsafeRawBufferPointer, at offset: Int
  ) {
    for t in 0..<16 {
      schedule[t] = UInt32(bigEndian: blocks.loadUnaligned(fromByteOffset: offset &+ t &* 4, as: UInt32.self))
    }
    var t = 16
    while t < 64 {
      let w15 = schedule[t &- 15]
      let w2 = schedule[t &- 2]
      let s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 &>> 3)
      let s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 &>> 10)
      schedule[t] = schedule[t &- 16] &+ s0 &+ schedule[t &- 7] &+ s1
      t &+= 1
    }
  }

  @inline(__always)
  private static func round(
    _ schedule: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>,
    _ state: UnsafeMutableBufferPointer<UInt32>
  ) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    // Eight steps at a time, so that no value has to change its register.
    var t = 0
    while t < 64 {
      step(a, b, c, &d, e, f, g, &h, constants[t] &+ schedule[t])
      step(h, a, b, &c, d, e, f, &g, constants[t &+ 1] &+ schedule[t &+ 1])
      step(g, h, a, &b, c, d, e, &f, constants[t &+ 2] &+ schedule[t &+ 2])
      step(f, g, h, &a, b, c, d, &e, constants[t &+ 3] &+ schedule[t &+ 3])
      step(e, f, g, &h, a, b, c, &d, constants[t &+ 4] &+ schedule[t &+ 4])
      step(d, e, f, &g, h, a, b, &c, constants[t &+ 5] &+ schedule[t &+ 5])
      step(c, d, e, &f, g, h, a, &b, constants[t &+ 6] &+ schedule[t &+ 6])
      step(b, c, d, &e, f, g, h, &a, constants[t &+ 7] &+ schedule[t &+ 7])
      t &+= 8
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  @inline(__always)
  private static func step(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
    _ h: inout UInt32, _ word: UInt32
  ) {
    let t1 = h &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ (g ^ (e & (f ^ g))) &+ word
    d = d &+ t1
    h = t1 &+ (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ ((a & b) | (c & (a | b)))
  }

  @inline(__always)
  private static func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { (x &>> n) | (x &<< (32 &- n)) }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
