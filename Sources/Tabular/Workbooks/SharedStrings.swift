/// The texts that cells share: one run of bytes and where each begins.
final class SharedStrings: XMLPart {
  static let longestCell = 1 << 20
  private static let mostBytes = 1 << 28
  private static let mostTexts = 1 << 24

  private var texts = TextArena(capacity: 1 << 16)
  private var starts: [UInt32] = [0]
  private var isText = false
  private var isPhonetic = false

  // Names as `XMLName.code` has them.
  private static var si: UInt64 { 0x6973 }
  private static var t: UInt64 { 0x74 }
  private static var rPh: UInt64 { 0x685072 }

  /// The text of a number, from 0; nil where there is none.
  @inline(__always)
  func text(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
    guard index >= 0, index + 1 < starts.count else { return nil }
    return texts.text(Int(starts[index])..<Int(starts[index + 1]))
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.code == Self.t { isText = !isPhonetic } else if name.code == Self.rPh { isPhonetic = true }
  }

  override func end(_ name: XMLName) {
    switch name.code {
    case Self.t: isText = false
    case Self.rPh: isPhonetic = false
    case Self.si:
      let start = Int(starts[starts.count - 1])
      if let plain = unescaped(texts.text(start..<texts.count)) {
        texts.cut(to: start)
        texts.append(plain)
      }
      starts.append(UInt32(texts.count))
      if starts.count > Self.mostTexts { stop(.stringsTooLong(limit: Self.mostBytes)) }
    default: break
    }
  }

  override func characters(_ text: UnsafeBufferPointer<UInt8>) {
    guard isText else { return }
    texts.append(text)
    if texts.count - Int(starts[starts.count - 1]) > Self.longestCell {
      stop(.cellTooLong(limit: Self.longestCell))
    } else if texts.count > Self.mostBytes {
      stop(.stringsTooLong(limit: Self.mostBytes))
    }
  }
}
