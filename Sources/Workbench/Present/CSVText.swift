/// A text as a cell of a CSV file that a spreadsheet opens: quoted where it must be (RFC 4180), and marked with an
/// apostrophe where the spreadsheet would take it for a formula. Numbers are never marked.
package func csvCell(_ text: String) -> String {
  csvQuoted(looksLikeFormula(text) ? "'" + text : text)
}

/// The same for a file that only the program reads.
func csvQuoted(_ text: String) -> String {
  let needsQuotes = text.contains { ",\"\n\r".contains($0) || $0.isNewline }
  return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
}

/// The text of a cell that `csvCell` wrote and a person sent back.
func unmarked(_ cell: String) -> String {
  cell.hasPrefix("'") && looksLikeFormula(cell.dropFirst()) ? String(cell.dropFirst()) : cell
}

private func looksLikeFormula(_ text: some StringProtocol) -> Bool {
  guard let first = text.unicodeScalars.first else { return false }
  return "=+-@\t\r\n".unicodeScalars.contains(first) && Double(text) == nil
}
