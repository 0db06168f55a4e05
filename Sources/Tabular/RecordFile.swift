/// Rows of cells that can be read from the first to the last, as often as somebody asks: a text file, or a sheet.
package protocol RecordFile: Sendable {
  /// What findings call the file, normally the path inside the workspace.
  var name: String { get }
  var path: String { get }
  /// The sheet of a workbook; empty for other files.
  var sheet: String { get }
  /// SHA-256 of the file's bytes, in lower-case hexadecimal digits. Asking waits until it has been taken.
  var sha256: String { get }
  /// A reader that stands before the first record. Each pass has its own.
  func records() -> RecordReader
}

/// How far down a header is looked for where nobody says its row.
package let headerSearchRows = 20

extension DelimitedFile {
  package var sheet: String { "" }
}
