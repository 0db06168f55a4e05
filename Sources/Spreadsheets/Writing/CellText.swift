/// Texts as XLSX can hold them: nothing is changed in silence.
enum CellText {
  /// The most that a cell takes, in units of UTF-16.
  static let longest = 32_767
  static let cutMark = "…〔原文过长，已截断〕"

  /// The text with characters that XML forbids made visible, `_x0041_` kept from meaning `A`, and cut with a mark if it
  /// is too long.
  static func cleaned(_ text: String) -> String {
    var cleaned = ""
    cleaned.unicodeScalars.reserveCapacity(text.unicodeScalars.count)
    for scalar in text.unicodeScalars { cleaned.unicodeScalars.append(visible(scalar)) }
    let cut = cut(cleaned, to: longest, mark: cutMark)
    return cut.contains("_x") ? withoutEscapes(cut) : cut
  }

  /// The control pictures of Unicode stand for what XML forbids; a line break may be in a cell.
  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0A: scalar
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0xFFFE, 0xFFFF: "\u{FFFD}"
    default: scalar
    }
  }

  /// At most so many units of UTF-16, the mark included; a character is never cut in two.
  static func cut(_ text: String, to length: Int, mark: String = "…") -> String {
    guard text.utf16.count > length else { return text }
    var room = length - mark.utf16.count
    var kept = ""
    for character in text {
      room -= character.utf16.count
      if room < 0 { break }
      kept.append(character)
    }
    return kept + mark
  }

  /// Spreadsheets read `_x0041_` as the character of that number; its own underscore is written as such a number.
  private static func withoutEscapes(_ text: String) -> String {
    text.replacing(/_(x[0-9A-Fa-f]{4}_)/) { "_x005F_\($0.output.1)" }
  }
}
