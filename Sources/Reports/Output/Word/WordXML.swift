/// The small words of WordprocessingML (ECMA-376 part 1): escaped text, runs, paragraphs.
enum WordXML {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// Text as XML 1.0 may hold it: what it forbids becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var safe = ""
    safe.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "\t", "\n", "\r": safe += " "
      default: safe.unicodeScalars.append(isForbidden(scalar.value) ? "\u{FFFD}" : scalar)
      }
    }
    return safe
  }

  private static func isForbidden(_ value: UInt32) -> Bool {
    value < 0x20 || (0xFDD0...0xFDEF).contains(value) || value & 0xFFFE == 0xFFFE
  }

  /// A stretch of text with one look.
  /// - Parameter properties: the content of `w:rPr`.
  static func run(_ text: String, _ properties: String = "") -> String {
    guard !text.isEmpty else { return "" }
    let look = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
    return "<w:r>\(look)<w:t xml:space=\"preserve\">\(escaped(text))</w:t></w:r>"
  }

  /// - Parameters:
  ///   - style: a style of `WordStyles`.
  ///   - properties: further content of `w:pPr`, in the schema's order.
  static func paragraph(_ style: WordStyle, _ content: String, properties: String = "") -> String {
    "<w:p><w:pPr><w:pStyle w:val=\"\(style.rawValue)\"/>\(properties)</w:pPr>\(content)</w:p>"
  }

  /// A field with its result.
  /// - Parameter isStale: the result is not known here; the office program works it out when the document is opened.
  static func field(_ instruction: String, result: String, isStale: Bool = false) -> String {
    let dirty = isStale ? " w:dirty=\"true\"" : ""
    func mark(_ type: String, _ more: String = "") -> String {
      "<w:r><w:fldChar w:fldCharType=\"\(type)\"\(more)/></w:r>"
    }
    return mark("begin", dirty)
      + "<w:r><w:instrText xml:space=\"preserve\"> \(escaped(instruction)) </w:instrText></w:r>"
      + mark("separate") + run(result) + mark("end")
  }
}
