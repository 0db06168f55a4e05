/// A number format in pieces.
struct FormatParts {
  enum Part: Sendable, Equatable {
    /// `0`, `#` or `?`.
    case digit(Character)
    case point
    case comma
    case percent
    /// `General`.
    case general
    /// `@`
    case text
    case literal(String)
    case unknown
  }

  private(set) var sections: [[Part]] = [[]]

  init(_ code: String) {
    var rest = Substring(code)
    while let character = rest.popFirst() {
      switch character {
      case ";": sections.append([])
      case "\"":
        let end = rest.firstIndex(of: "\"") ?? rest.endIndex
        add(.literal(String(rest[..<end])))
        rest = rest[end...].dropFirst()
      case "\\": add(rest.popFirst().map { .literal(String($0)) } ?? .unknown)
      case "_":
        // As wide as the letter that follows.
        _ = rest.popFirst()
        add(.literal(" "))
      case "*":
        // The letter that follows fills the cell; blanks are nothing to read.
        if rest.popFirst() != " " { add(.unknown) }
      case "[":
        if let end = rest.firstIndex(of: "]") {
          add(bracket: rest[..<end])
          rest = rest[end...].dropFirst()
        } else {
          add(.unknown)
        }
      case "0", "#", "?": add(.digit(character))
      case ".": add(.point)
      case ",": add(.comma)
      case "%": add(.percent)
      case "@": add(.text)
      case "G", "g":
        let names = ["eneral", "/通用格式"]
        if let name = names.first(where: { rest.lowercased().hasPrefix($0) }) {
          rest = rest.dropFirst(name.count)
          add(.general)
        } else {
          add(.unknown)
        }
      case "$", "-", "+", "(", ")", ":", "^", "&", "'", "~", "{", "}", "<", ">", "=", " ":
        add(.literal(String(character)))
      // `!` is a sign in some programs, and in Chinese ones says that the next letter stands for itself.
      case _ where character.isASCII: add(.unknown)
      default: add(.literal(String(character)))
      }
    }
  }

  private mutating func add(_ part: Part) { sections[sections.count - 1].append(part) }

  /// Colours and languages change nothing, `[$¥-804]` is a sign of money; conditions and numerals of other scripts are
  /// not read.
  private mutating func add(bracket: Substring) {
    let text = bracket.lowercased()
    let colours = ["black", "blue", "cyan", "green", "magenta", "red", "white", "yellow", "黑", "蓝", "绿", "红", "白", "黄"]
    if text.hasPrefix("$") {
      let sign = bracket.dropFirst().prefix { $0 != "-" }
      if !sign.isEmpty { add(.literal(String(sign))) }
    } else if !(colours.contains { text == $0 || text == $0 + "色" } || text.hasPrefix("color") || text.hasPrefix("颜色"))
    {
      add(.unknown)
    }
  }

  /// Formats by which numbers and texts are seen as they are: `General`, `@`, in whatever colour.
  var arePlain: Bool {
    sections.allSatisfy { $0 == [.general] || $0 == [.text] } && sections.count < 2
  }
}
