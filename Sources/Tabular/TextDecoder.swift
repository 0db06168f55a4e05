import Glibc

/// Another encoding → UTF-8, piece by piece, by the C library's converter. GBK and GB2312 are subsets of GB18030.
struct TextDecoder: ~Copyable {
  private let converter: iconv_t

  /// nil where the C library has no such converter.
  init?(from encoding: DelimitedFile.Encoding) {
    guard let converter = iconv_open("UTF-8", encoding.converterName), Int(bitPattern: converter) != -1 else {
      return nil
    }
    self.converter = converter
  }

  deinit { iconv_close(converter) }

  enum Stop { case allRead, outputFull, incompleteCharacter, badByte }

  /// Converts until the input is read, the output is full, or a byte cannot be.
  /// - Returns: bytes read, bytes written, and why it stopped; where a byte is bad, `read` is its offset.
  func convert(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> (read: Int, written: Int, stop: Stop) {
    var from = UnsafeMutablePointer(mutating: input.baseAddress?.assumingMemoryBound(to: CChar.self))
    var fromLeft = input.count
    var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
    var toLeft = output.count
    let result = iconv(converter, &from, &fromLeft, &to, &toLeft)
    let reason = errno
    let stop: Stop =
      if result != -1 {
        .allRead
      } else if reason == E2BIG {
        .outputFull
      } else if reason == EINVAL {
        .incompleteCharacter
      } else {
        .badByte
      }
    return (input.count - fromLeft, output.count - toLeft, stop)
  }

  /// The offset of the first byte that is not in the encoding, or nil if the whole file is. An incomplete character at
  /// the end of the file is bad.
  static func firstBadByte(of source: ByteSource, from encoding: DelimitedFile.Encoding, start: Int = 0) -> Int? {
    guard let decoder = TextDecoder(from: encoding) else { return 0 }
    let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer {
      input.deallocate()
      output.deallocate()
    }
    var position = start
    while position < source.byteCount {
      let n = source.read(at: position, into: input)
      guard n > 0 else { return nil }
      let (read, written, stop) = decoder.convert(UnsafeRawBufferPointer(rebasing: input[..<n]), into: output)
      // A character of zero is one of UTF-16, but none of any text.
      if output[..<written].contains(0) { return position }
      position += read
      if stop == .badByte || read == 0 { return position }
      if stop == .incompleteCharacter, position + n - read >= source.byteCount { return position }
    }
    return nil
  }

  /// A short text, or nil if it is not in the encoding.
  static func text(_ bytes: [UInt8], from encoding: DelimitedFile.Encoding) -> String? {
    guard let decoder = TextDecoder(from: encoding) else { return nil }
    var decoded = [UInt8](repeating: 0, count: bytes.count * 3 + 4)
    let (read, written, stop) = bytes.withUnsafeBytes { input in
      decoded.withUnsafeMutableBytes { decoder.convert(input, into: $0) }
    }
    return stop == .allRead && read == bytes.count ? String(decoding: decoded[..<written], as: UTF8.self) : nil
  }
}

extension DelimitedFile.Encoding {
  var converterName: String {
    switch self {
    case .utf8: "UTF-8"
    case .gb18030: "GB18030"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    }
  }
}
