/// The text with full-width letters, digits, punctuation and spaces in their narrow forms (U+FF01–U+FF5E, U+3000).
package func narrowed(_ text: String) -> String {
  var narrow = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xFF01...0xFF5E: narrow.append(UnicodeScalar(scalar.value - 0xFEE0) ?? scalar)
    case 0x3000, 0x00A0: narrow.append(" ")
    default: narrow.append(scalar)
    }
  }
  return String(narrow)
}

/// How many columns of a terminal a text fills: East Asian wide and full-width characters fill two (UAX #11).
package func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
}

private func width(of scalar: UnicodeScalar) -> Int {
  switch scalar.value {
  case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
    0x20000...0x3FFFD:
    2
  default: 1
  }
}
