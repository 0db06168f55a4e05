import Glibc

/// Many texts end to end in bare memory.
struct TextArena: ~Copyable {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 1 << 12) {
    self.capacity = capacity
    base = Self.bytes(malloc(capacity), capacity)
  }

  deinit { free(base) }

  mutating func removeAll() { count = 0 }

  /// Forgets what stands from a place on.
  mutating func cut(to count: Int) { self.count = min(count, self.count) }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress else { return }
    if count + text.count > capacity { grow(to: count + text.count) }
    (base + count).update(from: start, count: text.count)
    count += text.count
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// The system moves large memory without copying it, so that old and new never stand side by side.
  private mutating func grow(to size: Int) {
    capacity = size * 2
    base = Self.bytes(realloc(base, capacity), capacity)
  }

  /// Where the system gives no memory, it ends as any allocation does.
  private static func bytes(_ memory: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutablePointer<UInt8> {
    (memory ?? .allocate(byteCount: size, alignment: 1)).assumingMemoryBound(to: UInt8.self)
  }

  func text(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: UnsafePointer(base + range.lowerBound), count: range.count)
  }
}

/// Puts in place what a workbook writes as `_x000D_`: characters that XML cannot hold. `_x005F_` stands for `_`.
func unescaped(_ text: UnsafeBufferPointer<UInt8>) -> String? {
  var previous: UInt8 = 0
  let hasEscape = text.contains { byte in
    defer { previous = byte }
    return byte == 0x78 && previous == 0x5F
  }
  guard hasEscape else { return nil }
  let whole = String(decoding: text, as: UTF8.self)
  let plain = whole.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
    UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { $0.value < 9 ? "" : String(Character($0)) } ?? ""
  }
  return plain == whole ? nil : plain
}
