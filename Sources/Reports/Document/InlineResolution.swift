import Findings

/// Turns drafted inlines into printed ones: values put in, line ends resolved.
struct InlineResolution {
  /// The printed value of a name, or nil.
  let value: (String) -> String?
  /// Told of each name without a value.
  let unknown: (String, Place) -> Void

  func inlines(_ drafts: [DraftInline]) -> [Inline] {
    let resolved = drafts.map(inline)
    var breaks = LineEnds(text: LineEnds.characters(resolved))
    return breaks.resolved(resolved)
  }

  private func inline(_ draft: DraftInline) -> Inline {
    switch draft {
    case .text(let text): .text(oneLine(text))
    case .code(let text): .code(oneLine(text))
    case .emphasis(let inner): .emphasis(inner.map(inline))
    case .strong(let inner): .strong(inner.map(inline))
    case .link(let address, let inner): .link(address: address, inner.map(inline))
    case .softBreak: .text(LineEnds.mark)
    case .lineBreak: .lineBreak
    case .value(let name, let place): put(name, place)
    }
  }

  private func put(_ name: String, _ place: Place) -> Inline {
    guard let text = value(name) else {
      unknown(name, place)
      return .gap(DocumentWording.noValue(oneLine(name)))
    }
    return .text(text.isEmpty ? DocumentWording.dash : oneLine(text))
  }
}

/// The text in one line: line ends and tabs become spaces, other control characters visible. What comes from data may
/// hold anything.
func oneLine(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value > 0x7E }) else { return text }
  var spaced = String.UnicodeScalarView()
  var last: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    defer { last = scalar }
    switch scalar.value {
    case 0x0A where last == "\r": continue
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: spaced.append(" ")
    case 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF: spaced.append("\u{FFFD}")
    default: spaced.append(scalar)
    }
  }
  return terminalSafe(String(spaced))
}

/// Decides for each line end inside a paragraph whether a space stands there, across emphasis and values.
private struct LineEnds {
  /// A text that no cleaned text can hold.
  static let mark = "\n"

  let text: [Character]
  private var position = 0

  init(text: [Character]) { self.text = text }

  /// Piece by piece: in one string an accent at the start of a piece would join the character before it, and the
  /// count of characters would no longer be the sum of the pieces'.
  static func characters(_ inlines: [Inline]) -> [Character] {
    inlines.flatMap { inline -> [Character] in
      switch inline {
      case .text(let words), .code(let words), .gap(let words): Array(words)
      case .emphasis(let inner), .strong(let inner), .link(_, let inner): characters(inner)
      case .lineBreak: [" "]
      }
    }
  }

  mutating func resolved(_ inlines: [Inline]) -> [Inline] {
    var result: [Inline] = []
    for inline in inlines {
      switch inline {
      case .text(Self.mark):
        let before = position > 0 ? text[position - 1] : nil
        position += 1
        let after = position < text.count ? text[position] : nil
        if !ChineseLine.joins(before, after) { append(" ", to: &result) }
      case .text(let words):
        position += words.count
        append(words, to: &result)
      case .code(let words), .gap(let words):
        position += words.count
        result.append(inline)
      case .lineBreak:
        position += 1
        result.append(inline)
      case .emphasis(let inner): result.append(.emphasis(resolved(inner)))
      case .strong(let inner): result.append(.strong(resolved(inner)))
      case .link(let address, let inner): result.append(.link(address: address, resolved(inner)))
      }
    }
    return result
  }

  private func append(_ words: String, to result: inout [Inline]) {
    if case .text(let last)? = result.last {
      result[result.count - 1] = .text(last + words)
    } else {
      result.append(.text(words))
    }
  }
}
