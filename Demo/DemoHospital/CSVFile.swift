import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A table on its way to a file.
struct CSVFile {
  /// How the office's program saved it.
  enum Form { case utf8WithMark, gb18030 }

  let name: String
  let header: [String]
  var rows: [[String]] = []
  var form = Form.utf8WithMark

  init(_ name: String, header: [String], form: Form = .utf8WithMark) {
    self.name = name
    self.header = header
    self.form = form
  }

  /// Without the rows that a column dates after a day.
  func until(_ day: Day, by column: String) -> CSVFile {
    guard let index = header.firstIndex(of: column) else { return self }
    var file = self
    file.rows = rows.filter { row in Day(written: row[index]).map { $0 <= day } ?? true }
    return file
  }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The bytes; nil if the system cannot write the encoding.
  var bytes: [UInt8]? {
    let newline = form == .gb18030 ? "\r\n" : "\n"
    var text = ""
    for row in [header] + rows { text += row.map(Self.quoted).joined(separator: ",") + newline }
    switch form {
    case .utf8WithMark: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .gb18030: return Self.gb18030(Array(text.utf8))
    }
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return cell }
    return "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  /// Foundation has no GB18030 on Linux; the C library's iconv does.
  private static func gb18030(_ text: [UInt8]) -> [UInt8]? {
    let converter = iconv_open("GB18030", "UTF-8")
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = text.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: text.count * 2 + 16)
    var inputLeft = input.count
    var outputLeft = output.count
    let capacity = output.count
    let result = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return iconv(converter, &from, &inputLeft, &to, &outputLeft)
      }
    }
    guard result != -1, inputLeft == 0 else { return nil }
    return output.prefix(capacity - outputLeft).map { UInt8(bitPattern: $0) }
  }
}
