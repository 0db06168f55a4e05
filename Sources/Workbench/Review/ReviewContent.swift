import Foundation
import Spreadsheets
import Tabular

/// Whether somebody has written into a workbook of questions: a mark of all its texts, which it carries itself.
enum ReviewContent {
  static func mark(of sheets: [Sheet]) -> String {
    mark(
      sheets.map { sheet in
        (
          sheet.name,
          sheet.rows.map { row in
            row.map { cell in
              switch cell.value {
              case .text(let text): text
              case .whole(let number): "\(number)"
              default: ""
              }
            }
          }
        )
      })
  }

  /// - Parameter sheets: names and cells as text; empty rows and cells do not count.
  static func mark(_ sheets: [(name: String, rows: [[String]])]) -> String {
    var text = ""
    for (name, rows) in sheets where name != FormStamp.sheetName {
      text += "\u{1D}\(name)"
      for (number, row) in rows.enumerated() {
        for (column, cell) in row.enumerated() {
          let words = cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          if !words.isEmpty { text += "\u{1E}\(number) \(column) \(words)" }
        }
      }
    }
    return String(SHA256.hexDigest(of: Data(text.utf8)).prefix(16))
  }
}

extension Tabular.Workbook {
  /// The cells of a sheet as text, the first row first; nil: there is no such sheet, or it cannot be read.
  func texts(ofSheet name: String) -> [[String]]? {
    guard let sheet = sheets.first(where: { $0.name == name }) else { return nil }
    var reader = file(sheet).records()
    var rows: [[String]] = []
    while reader.advance() {
      // Rows without content are passed over; one far below is nobody's answer.
      guard reader.row <= 200_000 else { return nil }
      while rows.count < reader.row - 1 { rows.append([]) }
      rows.append((0..<reader.count).map { String(decoding: reader.cell($0), as: UTF8.self) })
    }
    return reader.failure == nil ? rows : nil
  }
}
