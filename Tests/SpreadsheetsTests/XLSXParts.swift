import CZlib
import Foundation
import Testing

/// A second reader of XLSX files, written from the standard: the central directory of a ZIP and its parts as text.
struct XLSXParts {
  private let bytes: [UInt8]
  private var entries: [String: (method: Int, packed: Int, size: Int, header: Int)] = [:]
  /// In the order of the directory.
  private(set) var names: [String] = []
  /// DOS date and time of every entry.
  private(set) var stamps: Set<Int> = []

  init(_ data: Data) throws {
    bytes = Array(data)
    let mark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    let end = try #require((0...bytes.count - 22).last { Array(bytes[$0..<$0 + 4]) == mark })
    var offset = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      try #require(number(offset, 4) == 0x0201_4B50)
      let length = number(offset + 28, 2)
      let name = String(decoding: bytes[offset + 46..<offset + 46 + length], as: UTF8.self)
      names.append(name)
      stamps.insert(number(offset + 12, 4))
      entries[name] = (
        number(offset + 10, 2), number(offset + 20, 4), number(offset + 24, 4), number(offset + 42, 4)
      )
      offset += 46 + length + number(offset + 30, 2) + number(offset + 32, 2)
    }
  }

  private func number(_ offset: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }

  /// A part as text; fails if there is none.
  func text(_ name: String) throws -> String {
    let entry = try #require(entries[name], "no part \(name) among \(names)")
    let start = entry.header + 30 + number(entry.header + 26, 2) + number(entry.header + 28, 2)
    var packed = Array(bytes[start..<start + entry.packed])
    if entry.method == 0 { return String(decoding: packed, as: UTF8.self) }
    var size = entry.size
    var plain = [UInt8](repeating: 0, count: max(1, size))
    var stream = z_stream()
    try #require(inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK)
    defer { inflateEnd(&stream) }
    let result = packed.withUnsafeMutableBufferPointer { input in
      plain.withUnsafeMutableBufferPointer { output -> Int32 in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return inflate(&stream, Z_FINISH)
      }
    }
    try #require(result == Z_STREAM_END)
    size = Int(stream.total_out)
    return String(decoding: plain[..<size], as: UTF8.self)
  }

  /// The n-th sheet, from 1, as XML.
  func sheet(_ number: Int) throws -> String { try text("xl/worksheets/sheet\(number).xml") }

  /// The shared strings in their order, as written.
  func strings() throws -> [String] {
    let parts = try text("xl/sharedStrings.xml").split(separator: "<si>").dropFirst()
    return parts.map { part in
      let inside = part.split(separator: "</t>", omittingEmptySubsequences: false).first ?? ""
      return String(inside[inside.index(after: inside.firstIndex(of: ">") ?? inside.startIndex)...])
        .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        .replacing("&amp;", with: "&")
    }
  }
}
