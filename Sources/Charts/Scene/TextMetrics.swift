/// How wide text comes out, in pixels. Layout asks and never guesses.
///
/// The width of a line is the sum of the widths of its characters: no kerning, so that text can be broken anywhere
/// without measuring again.
package protocol TextMetrics {
  func width(of text: String, size: Double, weight: FontWeight) -> Double
}

/// The text with line breaks, tabs and other control characters as spaces, and no space at its ends: one line that
/// can be drawn.
func drawable(_ text: String) -> String {
  var line = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: line.append(" ")
    // Marks without a shape: byte order mark, joiners, direction, variation selectors.
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF: continue
    default: line.append(scalar)
    }
  }
  let kept = line.drop { $0 == " " || $0 == "\u{3000}" }
  guard let last = kept.lastIndex(where: { $0 != " " && $0 != "\u{3000}" }) else { return "" }
  return String(String.UnicodeScalarView(kept[...last]))
}
