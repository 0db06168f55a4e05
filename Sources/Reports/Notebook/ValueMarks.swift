import Findings

/// Hides every `{{name}}` of a text from the Markdown parser behind a mark that is neither punctuation nor a space.
///
/// Markdown closes emphasis by what stands beside the stars: in `**{{graded}}**个` the brace is punctuation and the next
/// character is a letter, so the stars would stay stars. A mark of private-use characters parses like a letter.
struct ValueMarks {
  /// One value that the text asks for, by the number in its mark.
  struct Reference {
    let name: String
    /// As written, braces included.
    let source: String
    let place: Place
  }
  private static let opening: Unicode.Scalar = "\u{10FFFC}"
  private static let closing: Unicode.Scalar = "\u{10FFFD}"
  private static let longestName = 80

  private(set) var references: [Reference] = []
  /// The text with marks.
  private(set) var marked = ""

  /// - Parameter place: of a line and column of the text, both from 1.
  init(_ text: String, at place: (_ line: Int, _ column: Int) -> Place) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { marked += "\n" }
      mark(line, number: index + 1, place)
    }
  }

  private mutating func mark(_ line: Substring, number: Int, _ place: (_ line: Int, _ column: Int) -> Place) {
    var rest = line
    while let start = rest.firstRange(of: "{{") {
      marked += Self.cleaned(rest[..<start.lowerBound])
      guard let end = rest[start.upperBound...].firstRange(of: "}}") else { break }
      let name = rest[start.upperBound..<end.lowerBound].trimmed
      if name.isEmpty || name.count > Self.longestName || name.contains("{") || name.contains("}") {
        marked += "{{"
        rest = rest[start.upperBound...]
        continue
      }
      let column = line.distance(from: line.startIndex, to: start.lowerBound) + 1
      marked.unicodeScalars.append(Self.opening)
      marked += String(references.count)
      marked.unicodeScalars.append(Self.closing)
      references.append(
        Reference(
          name: String(name), source: String(rest[start.lowerBound..<end.upperBound]),
          place: place(number, column)))
      rest = rest[end.upperBound...]
      if rest.isEmpty { return }
    }
    // An opening without an end is text: what precedes it is already written.
    if let start = rest.firstRange(of: "{{") {
      marked += Self.cleaned(rest[start.lowerBound...])
    } else {
      marked += Self.cleaned(rest)
    }
  }

  /// The text without the characters that marks are made of.
  private static func cleaned(_ text: Substring) -> String {
    guard text.unicodeScalars.contains(where: { $0 == opening || $0 == closing }) else { return String(text) }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { clean.append(scalar == opening || scalar == closing ? "\u{FFFD}" : scalar) }
    return String(clean)
  }

  /// A parsed text as pieces of text and values.
  func inlines(_ text: String) -> [DraftInline] {
    pieces(text).map { piece in
      switch piece {
      case .text(let text): .text(text)
      case .reference(let reference): .value(reference.name, reference.place)
      }
    }
  }

  /// A parsed text with the braces as they were written: for code, addresses and cells.
  func restored(_ text: String) -> String {
    pieces(text).map { piece in
      switch piece {
      case .text(let text): text
      case .reference(let reference): reference.source
      }
    }.joined()
  }

  private enum Piece {
    case text(String)
    case reference(Reference)
  }

  private func pieces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text.unicodeScalars[...]
    while let start = rest.firstIndex(of: Self.opening),
      let end = rest[start...].firstIndex(of: Self.closing)
    {
      if start > rest.startIndex { pieces.append(.text(String(rest[..<start]))) }
      let number = Int(String(rest[rest.index(after: start)..<end]))
      if let number, references.indices.contains(number) { pieces.append(.reference(references[number])) }
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }
}

extension Substring {
  /// Without spaces and tabs at either end.
  var trimmed: Substring {
    var rest = self
    while let first = rest.first, first == " " || first == "\t" { rest = rest.dropFirst() }
    while let last = rest.last, last == " " || last == "\t" { rest = rest.dropLast() }
    return rest
  }
}
