import Findings

/// Lists of drop-downs that do not fit into a rule (255 bytes, no comma) stand on a hidden sheet, one a column, each
/// under a name.
struct ListSheet {
  static let name = "_lists"
  private(set) var lists: [[String]] = []
  private var numbers: [[String]: Int] = [:]

  init(of sheets: [Sheet]) {
    for check in sheets.flatMap(\.checks) {
      guard case .list(let texts) = check.rule, !Self.fits(texts), numbers[texts] == nil else { continue }
      numbers[texts] = lists.count
      lists.append(texts)
    }
  }

  /// Excel counts characters; libxlsxwriter 1.1.4 counts characters too, but has room for so many bytes only, and writes
  /// past their end.
  static func fits(_ texts: [String]) -> Bool {
    texts.joined(separator: ",").utf8.count <= 255
      && texts.allSatisfy { text in
        text == CellText.cleaned(text) && !text.contains { ",\"\n\t".contains($0) } && text.first != "="
          && text.first?.isWhitespace != true && text.last?.isWhitespace != true
      }
  }

  /// The name under which a list stands; nil: it fits into the rule.
  func name(of texts: [String]) -> String? { numbers[texts].map { "qh_list_\($0 + 1)" } }

  /// The sheet, and where each name points.
  func sheet(called name: String) -> (sheet: Sheet, names: [(name: String, formula: String)]) {
    var sheet = Sheet(name: name, columns: lists.map { _ in SheetColumn(width: 24) })
    sheet.isHidden = true
    sheet.isProtected = true
    let height = lists.map(\.count).max() ?? 0
    sheet.rows = (0..<height).map { row in
      lists.map { row < $0.count ? .text($0[row], .given) : .empty }
    }
    let names = lists.enumerated().map { index, texts in
      let column = columnLetters(index + 1)
      return ("qh_list_\(index + 1)", "='\(name)'!$\(column)$1:$\(column)$\(max(1, texts.count))")
    }
    return (sheet, names)
  }
}
