import Glibc

/// GB18030 → UTF-8, piece by piece, by the C library's converter. GBK and GB2312 are subsets of GB18030.
struct GB18030Decoder: ~Copyable {
  private let converter: iconv_t

  /// nil where the C library has no such converter.
  init?() {
    guard let converter = iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1 else { return nil }
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

  /// The offset of the first byte that is not GB18030, or nil if the whole file is. An incomplete character at the end
  /// of the file is bad.
  static func firstBadByte(of source: ByteSource) -> Int? {
    guard let decoder = GB18030Decoder() else { return 0 }
    let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer {
      input.deallocate()
      output.deallocate()
    }
    var position = 0
    while position < source.byteCount {
      let n = source.read(at: position, into: input)
      guard n > 0 else { return nil }
      let (read, _, stop) = decoder.convert(UnsafeRawBufferPointer(rebasing: input[..<n]), into: output)
      position += read
      if stop == .badByte || read == 0 { return position }
      if stop == .incompleteCharacter, position + n - read >= source.byteCount { return position }
    }
    return nil
  }
}
