import CZlib
import Testing

/// A second reader of PNG files, written from the standard: chunks, checksums, pixels of 8-bit colour or palette images
/// without row filters.
struct PNGParts {
  private var chunks: [(name: String, body: [UInt8], crc: UInt32, stored: UInt32)] = []
  let width: Int
  let height: Int

  var names: [String] { chunks.map(\.name) }
  var checksumsHold: Bool { chunks.allSatisfy { $0.crc == $0.stored } }

  init(_ bytes: [UInt8]) throws {
    try #require(Array(bytes.prefix(8)) == [137, 80, 78, 71, 13, 10, 26, 10])
    func number(_ offset: Int) -> Int { bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
    var offset = 8
    while offset + 12 <= bytes.count {
      let length = number(offset)
      try #require(offset + 12 + length <= bytes.count)
      let typed = Array(bytes[offset + 4..<offset + 8 + length])
      chunks.append(
        (
          String(decoding: typed.prefix(4), as: UTF8.self), Array(typed.dropFirst(4)),
          UInt32(crc32(0, typed, UInt32(typed.count))), UInt32(number(offset + 8 + length))
        ))
      offset += 12 + length
    }
    try #require(offset == bytes.count)
    width = number(16)
    height = number(20)
  }

  func chunk(_ name: String) -> [UInt8]? { chunks.first { $0.name == name }?.body }

  /// - Parameter step: only every so manieth row and column.
  func pixels(every step: Int = 1) throws -> [UInt32] {
    let header = try #require(chunk("IHDR"))
    try #require(header[8] == 8 && (header[9] == 2 || header[9] == 3) && header[12] == 0)
    let depth = header[9] == 2 ? 3 : 1
    let data = try #require(chunk("IDAT"))
    var size = UInt((width * depth + 1) * height)
    var raw = [UInt8](repeating: 0, count: Int(size))
    try #require(uncompress(&raw, &size, data, UInt(data.count)) == Z_OK)
    try #require(Int(size) == raw.count)
    let palette = chunk("PLTE") ?? []
    var pixels: [UInt32] = []
    for y in stride(from: 0, to: height, by: step) {
      let row = y * (width * depth + 1)
      try #require(raw[row] == 0)
      for x in stride(from: 0, to: width, by: step) {
        let at =
          depth == 3
          ? Array(raw[row + 1 + 3 * x..<row + 4 + 3 * x])
          : Array(palette[Int(raw[row + 1 + x]) * 3..<Int(raw[row + 1 + x]) * 3 + 3])
        pixels.append(at.reduce(0) { $0 << 8 | UInt32($1) })
      }
    }
    return pixels
  }
}
