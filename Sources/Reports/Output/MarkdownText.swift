/// Words as Markdown that reads as exactly those words, whatever they are.
enum MarkdownText {
  /// - Parameter startsLine: whether the words begin a block, where more characters mean something.
  static func escaped(_ text: String, startsLine: Bool = false) -> String {
    var result = ""
    let characters = Array(text.unicodeScalars)
    for (index, scalar) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      switch scalar {
      case "\\", "`", "*", "[", "]", "<", ">", "|", "~", "&", "$", "@", "{", "}": result += "\\"
      case "_": if !isBetweenWords(characters, index) { result += "\\" }
      // Addresses would become links (GFM 6.9).
      case ":" where next == "/": result += "\\"
      case "." where index >= 3 && String(characters[index - 3..<index].map(Character.init)).lowercased() == "www":
        result += "\\"
      case "!" where next == "[" || next == nil: result += "\\"
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
    return startsLine ? blockSafe(result) : result
  }

  private static func isBetweenWords(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0, index + 1 < text.count else { return false }
    return isWord(text[index - 1]) && isWord(text[index + 1])
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// The first characters of a paragraph must not make it a heading, list, rule or indented code.
  private static func blockSafe(_ text: String) -> String {
    let rest = text.drop { $0 == " " }
    guard let first = rest.first else { return "" }
    if "#+-=".contains(first) { return "\\" + rest }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let after = rest[digits.endIndex...]
    if !digits.isEmpty, let mark = after.first, mark == "." || mark == ")" { return digits + "\\" + after }
    return String(rest)
  }

  /// A code span whose fence is longer than any run of backticks inside.
  static func code(_ text: String, inTable: Bool) -> String {
    if text.isEmpty { return "" }
    let fence = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
    let padding = text.first == "`" || text.last == "`" || (text.first == " " && text.last == " ") ? " " : ""
    let inner = inTable ? text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") : text
    return fence + padding + inner + padding + fence
  }

  static func longestRun(of mark: Character, in text: String) -> Int {
    var longest = 0
    var run = 0
    for character in text {
      run = character == mark ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// Whether stars on both sides of the words are read as emphasis (CommonMark 6.2: flanking). Chinese sets no spaces,
  /// so stars beside a quotation mark or comma often are not.
  static func starsWork(before: Character?, words: String, after: Character?) -> Bool {
    guard let first = words.first, let last = words.last, !first.isWhitespace, !last.isWhitespace else { return false }
    return (!isPunctuation(first) || isEdge(before)) && (!isPunctuation(last) || isEdge(after))
  }

  private static func isEdge(_ character: Character?) -> Bool {
    guard let character else { return true }
    return character.isWhitespace || isPunctuation(character)
  }

  private static func isPunctuation(_ character: Character) -> Bool {
    character.isPunctuation || (character.isASCII && character.isSymbol)
  }
}
