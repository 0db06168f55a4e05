/// The name of an element or attribute without its prefix, as the parser holds it.
struct XMLName {
  private let bytes: UnsafePointer<UInt8>
  /// The first eight bytes, the first one lowest: enough to tell the names that come with every cell.
  let code: UInt64

  @inline(__always)
  init(_ name: UnsafePointer<CChar>) {
    var start = UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self)
    var code: UInt64 = 0
    var shift: UInt64 = 0
    var i = 0
    while start[i] != 0 {
      if start[i] == 0x3A {
        start += i + 1
        (code, shift, i) = (0, 0, 0)
        continue
      }
      if shift < 64 {
        code |= UInt64(start[i]) &<< shift
        shift &+= 8
      }
      i &+= 1
    }
    bytes = start
    self.code = code
  }

  static func == (name: XMLName, text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    for i in 0..<count where name.bytes[i] != text.utf8Start[i] { return false }
    return name.bytes[count] == 0
  }
}

/// The attributes of an element: names and values by turns.
struct XMLAttributes {
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>) { self.pairs = pairs }

  @inline(__always)
  func forEach(_ body: (XMLName, UnsafePointer<UInt8>) -> Void) {
    var i = 0
    while let name = pairs[i], let value = pairs[i &+ 1] {
      body(XMLName(name), UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self))
      i &+= 2
    }
  }

  func text(_ wanted: StaticString) -> String? {
    var found: String?
    forEach { name, value in if found == nil, name == wanted { found = String(cString: value) } }
    return found
  }

  func integer(_ wanted: StaticString) -> Int? { text(wanted).flatMap { Int($0) } }

  func isTrue(_ wanted: StaticString) -> Bool { ["1", "true"].contains(text(wanted) ?? "") }
}
