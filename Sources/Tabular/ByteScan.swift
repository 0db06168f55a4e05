import Glibc

let lineFeed: UInt8 = 0x0A
let carriageReturn: UInt8 = 0x0D
let quote: UInt8 = 0x22
let space: UInt8 = 0x20

/// The first byte from `start` on that is the one looked for, LF or CR; `end` if there is none.
///
/// Eight bytes at a time: a byte of `word ^ pattern` is zero where they agree, and the lowest zero byte sets the lowest
/// high bit of `(x − 0x01…) & ~x & 0x80…` (Mycroft 1987). Loads may pass `end` by seven bytes; windows are padded.
@inline(__always)
func firstOf(_ byte: UInt8, _ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
  let low: UInt64 = 0x0101_0101_0101_0101
  let high: UInt64 = 0x8080_8080_8080_8080
  let wanted = UInt64(byte) &* low
  var i = start
  while i < end {
    let word = UnsafeRawPointer(bytes + i).loadUnaligned(as: UInt64.self)
    let a = word ^ wanted
    let b = word ^ (UInt64(lineFeed) &* low)
    let c = word ^ (UInt64(carriageReturn) &* low)
    let found = (((a &- low) & ~a) | ((b &- low) & ~b) | ((c &- low) & ~c)) & high
    if found != 0 { return min(i &+ found.trailingZeroBitCount &>> 3, end) }
    i &+= 8
  }
  return end
}

/// Whether a word stands anywhere in the bytes.
func holds(_ bytes: UnsafeRawBufferPointer, _ word: [UInt8]) -> Bool {
  guard let base = bytes.baseAddress, let first = word.first, bytes.count >= word.count else { return false }
  return word.withUnsafeBytes { wanted in
    guard let wanted = wanted.baseAddress else { return false }
    var start = 0
    let last = bytes.count - word.count
    while start <= last, let found = memchr(base + start, Int32(first), last - start + 1) {
      let place = UnsafeRawPointer(found) - base
      if memcmp(found, wanted, word.count) == 0 { return true }
      start = place + 1
    }
    return false
  }
}
