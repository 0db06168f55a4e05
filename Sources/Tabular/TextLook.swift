/// Whether the whole file is UTF-8 (Unicode 15, table 3-7), and what speaks against its being text.
struct TextLook {
  /// Offset of the first byte that begins no well-formed sequence.
  var firstBad: Int?
  var badCount = 0
  /// Well-formed sequences of three and four bytes: what Chinese text in UTF-8 is made of.
  var wideCount = 0
  var firstNUL: Int?
  var nulCount = 0
  /// Whether there is anything but white space and a byte-order mark.
  var hasContent = false

  init() {}

  init(_ source: ByteSource) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    var position = 0
    while position < source.byteCount {
      let n = source.read(at: position, into: buffer)
      guard n > 0 else { return }
      let isLast = position + n >= source.byteCount
      // A sequence that the piece cuts in two is read with the next piece.
      position += scan(UnsafeRawBufferPointer(rebasing: buffer[..<n]), at: position, isLast: isLast)
    }
  }

  /// - Returns: how many bytes were judged.
  private mutating func scan(_ piece: UnsafeRawBufferPointer, at position: Int, isLast: Bool) -> Int {
    let n = piece.count
    var i = 0
    while i < n {
      if i &+ 8 <= n {
        let word = piece.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        // No byte above 0x7F, and none that is zero.
        if (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0 {
          if !hasContent { hasContent = Self.hasContent(piece[i..<i + 8]) }
          i &+= 8
          continue
        }
        if Self.beginsWithTwoWide(word) {
          wideCount &+= 2
          // The first may be the byte-order mark, the second is none.
          hasContent = true
          i &+= 6
          continue
        }
      }
      let byte = piece[i]
      if byte < 0x80 {
        if byte == 0 {
          nulCount += 1
          firstNUL = firstNUL ?? position + i
        } else if byte > 0x20 {
          hasContent = true
        }
        i &+= 1
        continue
      }
      let length = sequenceLength(piece, at: i)
      if length == 0 {
        if !isLast && n - i < 4 && i > 0 { return i }
        badCount += 1
        firstBad = firstBad ?? position + i
        i &+= 1
      } else {
        if length > 2 { wideCount &+= 1 }
        if !hasContent { hasContent = position + i > 0 || byte != 0xEF }
        i &+= length
      }
    }
    return n
  }

  /// Whether the first six of eight bytes (the first is the lowest) are two well-formed sequences of three bytes, as in
  /// nearly all Chinese text. E0 and ED are left to the full test: not every byte may follow them.
  @inline(__always)
  private static func beginsWithTwoWide(_ word: UInt64) -> Bool {
    guard word & 0x0000_C0C0_F0C0_C0F0 == 0x0000_8080_E080_80E0 else { return false }
    let (first, second) = (word & 0xF, word &>> 24 & 0xF)
    return first != 0 && first != 0xD && second != 0 && second != 0xD
  }

  private static func hasContent(_ bytes: some Sequence<UInt8>) -> Bool { bytes.contains { $0 > 0x20 } }
}

/// The length of the well-formed sequence of two to four bytes that begins here; 0 if there is none.
@inline(__always)
func sequenceLength(_ bytes: UnsafeRawBufferPointer, at i: Int) -> Int {
  let lead = bytes[i]
  let left = bytes.count &- i
  func isTrail(_ k: Int) -> Bool { bytes[i &+ k] & 0xC0 == 0x80 }
  switch lead {
  case 0xC2...0xDF: return left >= 2 && isTrail(1) ? 2 : 0
  case 0xE0...0xEF:
    guard left >= 3, isTrail(1), isTrail(2) else { return 0 }
    let second = bytes[i &+ 1]
    if lead == 0xE0 && second < 0xA0 || lead == 0xED && second > 0x9F { return 0 }
    return 3
  case 0xF0...0xF4:
    guard left >= 4, isTrail(1), isTrail(2), isTrail(3) else { return 0 }
    let second = bytes[i &+ 1]
    if lead == 0xF0 && second < 0x90 || lead == 0xF4 && second > 0x8F { return 0 }
    return 4
  default: return 0
  }
}
