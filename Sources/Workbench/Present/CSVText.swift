/// A text as a cell of a CSV file that a spreadsheet opens: quoted where it must be (RFC 4180), and marked with an
/// apostrophe where the spreadsheet would take it for a formula. Numbers are never marked.
package func csvCell(_ text: String) -> String {
  var cell = text
  if let first = text.unicodeScalars.first, "=+-@\t\r\n".unicodeScalars.contains(first), Double(text) == nil {
    cell = "'" + text
  }
  let needsQuotes = cell.contains { ",\"\n\r".contains($0) || $0.isNewline }
  return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
}
