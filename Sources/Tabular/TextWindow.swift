/// A movable view of a file's text as UTF-8: the part from some point on, as much as has been read and converted.
///
/// One buffer for the whole pass; a record that does not fit makes it grow.
struct TextWindow: ~Copyable {
  /// Bytes past `count` that may be loaded (not read): a word-at-a-time scan needs no end test.
  static let padding = 16

  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  /// Whether the window reaches the end of the file.
  private(set) var isAtEnd = false
  private var capacity: Int
  private let source: ByteSource
  private var position: Int
  private let decoder: TextDecoder?
  private var raw: UnsafeMutableRawBufferPointer

  init(_ source: ByteSource, from start: Int, encoding: DelimitedFile.Encoding, capacity: Int = 1 << 20) {
    self.source = source
    self.capacity = capacity
    position = start
    base = .allocate(capacity: capacity + Self.padding)
    base.initialize(repeating: 0, count: capacity + Self.padding)
    decoder = encoding == .utf8 ? nil : TextDecoder(from: encoding)
    raw = .allocate(byteCount: encoding == .utf8 ? 1 : 1 << 18, alignment: 16)
  }

  deinit {
    base.deallocate()
    raw.deallocate()
  }

  /// Drops the bytes before `start`, moves the rest to the front and reads on. The buffer doubles if nothing is dropped.
  mutating func advance(to start: Int) {
    if start > 0 {
      base.update(from: base + start, count: count - start)
      count -= start
    }
    if capacity - count < 8 { grow() }
    if decoder != nil { convert() } else { copy() }
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + Self.padding)
    larger.initialize(repeating: 0, count: capacity * 2 + Self.padding)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }

  private mutating func copy() {
    let n = source.read(at: position, into: UnsafeMutableRawBufferPointer(start: base + count, count: capacity - count))
    position += n
    count += n
    isAtEnd = n == 0 || position >= source.byteCount
  }

  private mutating func convert() {
    while true {
      let n = source.read(at: position, into: raw)
      let input = UnsafeRawBufferPointer(rebasing: raw[..<n])
      let output = UnsafeMutableRawBufferPointer(start: base + count, count: capacity - count)
      guard let (read, written, stop) = decoder?.convert(input, into: output) else { return }
      position += read
      count += written
      // The whole file was tried before the first record; a byte that is bad now means that the file has changed.
      isAtEnd = position >= source.byteCount || n == 0 || stop == .badByte || read == 0 && stop != .outputFull
      if isAtEnd || stop == .outputFull { return }
    }
  }
}
