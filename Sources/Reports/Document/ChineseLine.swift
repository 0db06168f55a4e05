/// Where a line of Chinese may end without a space appearing.
enum ChineseLine {
  /// Whether a line break between the two characters stands for nothing: between Chinese characters no space is set.
  static func joins(_ before: Character?, _ after: Character?) -> Bool {
    guard let before, let after else { return true }
    return (isWide(before) && (isWide(after) || isShared(after))) || (isShared(before) && isWide(after))
  }

  /// Ideographs, kana, full-width forms and East Asian punctuation (wide and full-width in UAX #11).
  static func isWide(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE4F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }

  /// Punctuation that Chinese shares with Latin scripts: quotes, dashes, dots.
  private static func isShared(_ character: Character) -> Bool { "“”‘’—…·".contains(character) }

  /// How many half-width columns the text fills.
  static func width(_ text: String) -> Int { text.reduce(0) { $0 + (isWide($1) ? 2 : 1) } }
}
