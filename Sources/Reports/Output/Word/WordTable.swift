/// A printed table as WordprocessingML: bordered, its heading row repeated on every page, no row broken over two.
struct WordTable {
  /// In a cell, per side.
  private static let padding = 70
  /// Tables of so few rows are not split over pages.
  private static let wholeRows = 8
  /// The type sizes that are tried, in half-points, from the best.
  private static let sizes = [21, 18, 16, 14]
  /// What a text column keeps at least, in half-width characters.
  private static let leastText = 10
  /// What a column of texts should have, so that sentences do not become ladders.
  private static let easyText = 24
  /// Room for a sentence or a signature by hand.
  private static let handwriting = 40

  let table: PrintedTable
  /// The inlines of a cell, as runs with further properties.
  let runs: ([Inline], String) -> String

  func xml() -> String {
    guard !table.columns.isEmpty else { return "" }
    let (size, widths) = setting()
    let look = size == 21 ? "" : "<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>"
    let grid = widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
    let isWhole = table.rows.count <= Self.wholeRows
    var rows = [heading(widths, look)]
    for (index, entries) in table.rows.enumerated() {
      let isLast = index == table.rows.count - 1
      let keeps = !isLast && (isWhole || index == 0 || index == table.rows.count - 2)
      rows.append(row(entries, widths, look, keepsNext: keeps))
    }
    if table.rows.isEmpty { rows.append(empty(widths, look)) }
    return
      "<w:tbl><w:tblPr><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>\(Self.borders)"
      + "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"\(Self.padding)\" w:type=\"dxa\"/>"
      + "<w:right w:w=\"\(Self.padding)\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>\(grid)</w:tblGrid>"
      + rows.joined() + "</w:tbl>"
  }

  private static let borders: String = {
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"]
    let lines = sides.map { "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>" }
    return "<w:tblBorders>\(lines.joined())</w:tblBorders>"
  }()

  private func heading(_ widths: [Int], _ look: String) -> String {
    let cells = zip(table.columns, widths).map { column, width in
      cell(
        runs(column.heading, "<w:b/>" + look), width, .centre, keepsNext: true,
        shade: "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F2F4F7\"/>")
    }
    return "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>\(cells.joined())</w:tr>"
  }

  private func row(_ entries: [PrintedTable.Entry], _ widths: [Int], _ look: String, keepsNext: Bool) -> String {
    var cells = ""
    for (index, column) in table.columns.enumerated() where entries.indices.contains(index) {
      let content: String
      switch entries[index] {
      case .content(let words): content = runs(words, look)
      case .missing(let reason):
        let words = reason.map(DocumentWording.missing) ?? DocumentWording.dash
        content = WordXML.run(oneLine(words), "<w:color w:val=\"\(WordStyles.mutedColour)\"/>" + look)
      }
      cells += cell(content, widths[index], column.alignment, keepsNext: keepsNext)
    }
    return "<w:tr><w:trPr><w:cantSplit/></w:trPr>\(cells)</w:tr>"
  }

  private func empty(_ widths: [Int], _ look: String) -> String {
    let words = WordXML.run(DocumentWording.emptyTable, "<w:color w:val=\"\(WordStyles.mutedColour)\"/>" + look)
    return "<w:tr><w:tc><w:tcPr><w:tcW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>"
      + "<w:gridSpan w:val=\"\(widths.count)\"/></w:tcPr>\(WordXML.paragraph(.cell, words))</w:tc></w:tr>"
  }

  private func cell(
    _ content: String, _ width: Int, _ alignment: ColumnAlignment, keepsNext: Bool, shade: String = ""
  ) -> String {
    let side =
      switch alignment {
      case .start: ""
      case .centre: "<w:jc w:val=\"center\"/>"
      case .end: "<w:jc w:val=\"right\"/>"
      }
    let properties = (keepsNext ? "<w:keepNext/>" : "") + side
    return "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(shade)<w:vAlign w:val=\"center\"/></w:tcPr>"
      + WordXML.paragraph(.cell, content, properties: properties) + "</w:tc>"
  }

  /// The greatest type size at which numbers stay whole and texts are easy to read, else one at which they keep some
  /// room, and each column's width.
  private func setting() -> (size: Int, widths: [Int]) {
    let needs = table.columns.indices.map { need(of: $0) }
    var chosen: (size: Int, widths: [Int])?
    for size in Self.sizes {
      // Half the type's height, and a little more: where a face is not installed, a wider one takes its place.
      func room(_ characters: Int) -> Int { characters * size * 6 + 2 * Self.padding }
      let least = needs.map { room($0.least) }
      let widths = shared(natural: needs.map { room($0.natural) }, least: least)
      if least.reduce(0, +) > WordPage.textWidth { continue }
      if zip(widths, needs).allSatisfy({ $0 >= room(min($1.natural, Self.easyText)) }) { return (size, widths) }
      // Small type is for tables that do not fit otherwise.
      if chosen == nil || size >= Self.sizes[1] { chosen = (size, widths) }
    }
    if let chosen { return chosen }
    let size = Self.sizes[Self.sizes.count - 1]
    let widths = needs.map { $0.least * size * 6 + 2 * Self.padding }
    return (size, shared(natural: widths, least: widths))
  }

  /// What a column wants and what it must have, in half-width characters.
  private func need(of column: Int) -> (natural: Int, least: Int) {
    let heading = ChineseLine.width(Inline.plainText(table.columns[column].heading))
    let widest = table.rows.reduce(0) { widest, row in
      guard row.indices.contains(column), case .content(let words) = row[column] else { return widest }
      return max(widest, ChineseLine.width(Inline.plainText(words)))
    }
    // A column that nobody filled in is there to be written into by hand.
    if widest == 0, !table.rows.isEmpty { return (Self.handwriting, Self.handwriting) }
    let isNumber = table.columns[column].alignment == .end
    let least = isNumber ? max(widest, min(heading, 4)) : max(min(widest, Self.leastText), min(heading, 4))
    return (max(widest, min(heading, 12), 4), max(least, 4))
  }

  /// Widths that fill the line: the widest texts give way first, all to the same width.
  private func shared(natural: [Int], least: [Int]) -> [Int] {
    let total = WordPage.textWidth
    let wanted = natural.reduce(0, +)
    if wanted <= total {
      // Narrow tables stay narrow, but are not lost on the page.
      let goal = max(wanted, min(total, wanted * 13 / 10))
      return natural.map { $0 * goal / wanted }
    }
    var low = 0
    var high = natural.max() ?? 0
    func widths(_ limit: Int) -> [Int] { zip(natural, least).map { max($1, min($0, limit)) } }
    while low < high {
      let middle = (low + high + 1) / 2
      if widths(middle).reduce(0, +) <= total { low = middle } else { high = middle - 1 }
    }
    let fitted = widths(low)
    let sum = fitted.reduce(0, +)
    return sum <= total ? fitted : fitted.map { $0 * total / sum }
  }
}
