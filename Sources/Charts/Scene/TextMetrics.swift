/// How wide text comes out, in pixels. Layout asks and never guesses.
///
/// The width of a line is the sum of the widths of its characters and of the gaps between Chinese and Latin: no
/// kerning, so that text can be broken anywhere without measuring again.
package protocol TextMetrics {
  func width(of text: String, size: Double, weight: FontWeight) -> Double
  /// The room between two neighbours, beyond their own.
  func gap(between last: Unicode.Scalar, and next: Unicode.Scalar, size: Double) -> Double
}

extension TextMetrics {
  package func gap(between last: Unicode.Scalar, and next: Unicode.Scalar, size: Double) -> Double { 0 }

  /// The widths of characters, each with the gap before it.
  func widths(of characters: [Character], size: Double, weight: FontWeight) -> [Double] {
    characters.indices.map { index in
      let own = width(of: String(characters[index]), size: size, weight: weight)
      guard index > 0, let last = characters[index - 1].unicodeScalars.last,
        let next = characters[index].unicodeScalars.first
      else { return own }
      return own + gap(between: last, and: next, size: size)
    }
  }
}

/// Chinese and Latin beside each other want a little room: an eighth of the size, which is seen as order and not as a
/// space (W3C, Requirements for Chinese Text Layout, 3.2.2: at most a quarter).
enum MixedScript {
  static let share = 0.125

  static func needsGap(_ last: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    (isChinese(last) && isLatin(next)) || (isLatin(last) && isChinese(next))
  }

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: true
    default: false
    }
  }
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
