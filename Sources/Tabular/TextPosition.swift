/// A place in a text file as an editor shows it: line and character, both from 1. LF, CR LF and CR end a line.
struct TextPosition {
  var line = 1
  var column = 1

  /// The position of a byte of the file.
  /// - Parameter encoding: how the characters of its line are counted; a byte-order mark is none.
  init(ofByte offset: Int, in source: ByteSource, encoding: DelimitedFile.Encoding) {
    var lineStart = 0
    var previous: UInt8 = 0
    source.forEachPiece { piece, position in
      for (i, byte) in piece.enumerated() {
        guard position + i < offset else { return false }
        if byte == 0x0A || byte == 0x0D {
          if byte == 0x0D || previous != 0x0D { line += 1 }
          lineStart = position + i + 1
        }
        previous = byte
      }
      return true
    }
    // A line of more than a megabyte is counted from its last megabyte on; nobody looks up such a column.
    let before = source.bytes(max(lineStart, offset - (1 << 20))..<offset)
    column = 1 + Self.characterCount(before, encoding: encoding)
    if lineStart == 0, before.starts(with: [0xEF, 0xBB, 0xBF]) { column -= 1 }
  }

  private static func characterCount(_ bytes: [UInt8], encoding: DelimitedFile.Encoding) -> Int {
    if encoding != .utf8, let decoder = TextDecoder(from: encoding) {
      var decoded = [UInt8](repeating: 0, count: bytes.count * 2 + 4)
      let written = bytes.withUnsafeBytes { input in
        decoded.withUnsafeMutableBytes { decoder.convert(input, into: $0).written }
      }
      return decoded[..<written].count { $0 & 0xC0 != 0x80 }
    }
    return bytes.count { $0 & 0xC0 != 0x80 }
  }
}
