/// Names of a document's files.
package enum FileStem {
  private static let longest = 40

  /// A path's last part without its extension, with everything but letters and digits as hyphens, so that no name
  /// leads out of the folder: `charts/ranking.yaml` is `ranking`.
  package static func stem(of path: String) -> String {
    let last = path.split(separator: "/").last ?? ""
    let base = last.contains(".") ? last.split(separator: ".", omittingEmptySubsequences: false).dropLast() : [last]
    var stem = ""
    for character in base.joined(separator: ".") {
      if character.isLetter || character.isNumber {
        stem.append(character)
      } else if stem.last != "-" && !stem.isEmpty {
        stem.append("-")
      }
    }
    while stem.last == "-" { stem.removeLast() }
    return stem.isEmpty ? "figure" : String(stem.prefix(longest))
  }

  /// `leaders-assets/01-ranking.png`: the folder belongs to one document, the number to one figure of it.
  static func path(of figure: NumberedFigure, in document: String) -> String {
    let number = figure.number < 10 ? "0\(figure.number)" : "\(figure.number)"
    return "\(assets(of: document))/\(number)-\(figure.stem).png"
  }

  static func assets(of document: String) -> String { "\(document)-assets" }

  /// A file name as an address: bytes other than letters, digits and `-._/` as %XX (RFC 3986).
  static func address(_ path: String) -> String {
    var address = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "/"):
        address.unicodeScalars.append(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return address
  }
}
