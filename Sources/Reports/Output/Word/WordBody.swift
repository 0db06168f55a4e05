/// Turns a document's blocks into the body of `word/document.xml`, and gathers what it refers to.
struct WordBody {
  /// Something outside the body that it names by a relationship.
  enum Reference: Equatable {
    case link(String)
    case picture(NumberedFigure)
  }

  /// In the order of their numbers: the first is `rId1`.
  private(set) var references: [Reference] = []
  /// The first number of every numbered list; the first list is number 2, after that of plain items.
  private(set) var listStarts: [Int] = []
  private(set) var headings: [(level: Int, text: String, anchor: String)] = []

  /// From so many headings of the first two levels, and so many tables and pictures, on a document begins with its
  /// contents: a letter does not.
  private static let contentsFrom = (headings: 6, exhibits: 5)
  /// Half of a page: what a picture may take of its height, in EMU.
  private static let tallest = 7_200_000
  private static let emuPerTwip = 635

  mutating func xml(of document: Document) -> String {
    let body = blocks(document.blocks)
    var parts: [String] = []
    if !document.subtitle.isEmpty {
      parts.append(WordXML.paragraph(.subtitle, WordXML.run(document.subtitle.joined(separator: " · "))))
    }
    parts.append(WordXML.paragraph(.title, WordXML.run(document.title)))
    if isLong(document) { parts.append(contents) }
    parts.append(body)
    parts.append(WordXML.paragraph(.imprintHeading, WordXML.run(DocumentWording.imprintHeading)))
    for (index, line) in document.imprint.lines.enumerated() {
      let isLast = index == document.imprint.lines.count - 1
      parts.append(
        WordXML.paragraph(
          .imprint, WordXML.run("\(line.heading)：\(oneLine(line.text))"),
          properties: isLast ? "" : "<w:keepNext/>"))
    }
    return parts.joined()
  }

  private func isLong(_ document: Document) -> Bool {
    let tables = document.blocks.count { if case .table = $0 { true } else { false } }
    return headings.count { $0.level <= 2 } >= Self.contentsFrom.headings
      && tables + document.figures.count >= Self.contentsFrom.exhibits
  }

  /// Titles of sections with their pages, which the office program fills in.
  private var contents: String {
    let listed = headings.filter { $0.level <= 2 }
    var lines = [WordXML.paragraph(.contentsHeading, WordXML.run(DocumentWording.contentsHeading))]
    for heading in listed {
      let page = WordXML.field("PAGEREF \(heading.anchor) \\h", result: "", isStale: true)
      let line =
        "<w:hyperlink w:anchor=\"\(heading.anchor)\" w:history=\"1\">\(WordXML.run(heading.text))"
        + "<w:r><w:tab/></w:r>\(page)</w:hyperlink>"
      lines.append(WordXML.paragraph(heading.level == 1 ? .contents1 : .contents2, line))
    }
    return lines.joined()
  }

  private mutating func blocks(_ blocks: [Block], in style: WordStyle = .body) -> String {
    var text = ""
    for block in blocks { text += self.block(block, in: style) }
    return text
  }

  private mutating func block(_ block: Block, in style: WordStyle) -> String {
    switch block {
    case .heading(let level, let words): return heading(level, words)
    case .paragraph(let words): return WordXML.paragraph(style, runs(words))
    case .quote(let inner): return blocks(inner, in: .quote)
    case .rule: return WordXML.paragraph(.body, "", properties: Self.line)
    case .code(_, let text):
      return text.split(separator: "\n", omittingEmptySubsequences: false).map {
        WordXML.paragraph(.code, WordXML.run(oneLine(String($0))))
      }.joined()
    case .list(let start, let items): return list(start, items, depth: 0)
    case .table(let table): return self.table(table)
    case .figure(let figure): return self.figure(figure)
    }
  }

  private static let line =
    "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"808080\"/></w:pBdr>"

  /// The document's title is its first level; sections begin with the second, as `##`.
  private mutating func heading(_ level: Int, _ words: [Inline]) -> String {
    let depth = min(3, max(1, level - 1))
    let anchor = "_Toc\(1_000_000 + headings.count)"
    headings.append((depth, Inline.plainText(words), anchor))
    let style: WordStyle = depth == 1 ? .heading1 : depth == 2 ? .heading2 : .heading3
    let id = headings.count
    return WordXML.paragraph(
      style, "<w:bookmarkStart w:id=\"\(id)\" w:name=\"\(anchor)\"/>\(runs(words))<w:bookmarkEnd w:id=\"\(id)\"/>")
  }

  private mutating func list(_ start: Int?, _ items: [[Block]], depth: Int) -> String {
    var number = 1
    if let start {
      listStarts.append(start)
      number = listStarts.count + 1
    }
    var text = ""
    for item in items {
      var isFirst = true
      for block in item {
        switch block {
        case .paragraph(let words):
          let level = min(depth, WordParts.listLevels - 1)
          let mark = "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(number)\"/></w:numPr>"
          let indent = "<w:ind w:left=\"\(WordParts.indent(of: level))\" w:firstLine=\"0\" w:firstLineChars=\"0\"/>"
          text += WordXML.paragraph(.item, runs(words), properties: isFirst ? mark : indent)
          isFirst = false
        case .list(let start, let inner): text += list(start, inner, depth: depth + 1)
        default: text += self.block(block, in: .item)
        }
      }
    }
    return text
  }

  private mutating func table(_ table: PrintedTable) -> String {
    var text = ""
    if let number = table.number {
      text += WordXML.paragraph(
        .caption, caption(DocumentWording.table(number), table.caption), properties: "<w:keepNext/>")
    }
    // What a cell refers to is gathered too, and in reading order.
    var gathered = self
    let content = WordTable(table: table) { words, look in gathered.runs(words, look) }.xml()
    self = gathered
    let none = WordXML.paragraph(.cell, WordXML.run(DocumentWording.emptyTable))
    // A paragraph between two tables keeps an office program from joining them.
    return text + (content.isEmpty ? none : content)
      + "<w:p><w:pPr><w:pStyle w:val=\"\(WordStyle.cell.rawValue)\"/></w:pPr></w:p>"
  }

  private mutating func caption(_ number: String, _ words: [Inline]) -> String {
    WordXML.run(number + (words.isEmpty ? "" : "　")) + runs(words)
  }

  private mutating func figure(_ figure: NumberedFigure) -> String {
    references.append(.picture(figure))
    let id = references.count
    let picture = figure.figure
    let widest = WordPage.textWidth * Self.emuPerTwip
    let width = Double(max(1, picture.widthPx))
    let height = Double(max(1, picture.heightPx))
    // 2 pixels to a point at the most, so that small pictures are not blown up.
    let scale = min(Double(widest) / width, Double(Self.tallest) / height, 12_700 / 2)
    let (cx, cy) = (Int(width * scale), Int(height * scale))
    let alt = WordXML.escaped(oneLine(picture.alt))
    let drawing =
      "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"\(cx)\" cy=\"\(cy)\"/>"
      + "<wp:docPr id=\"\(id)\" name=\"\(DocumentWording.figure(figure.number))\" descr=\"\(alt)\"/>"
      + "<a:graphic><a:graphicData uri=\"\(WordParts.picture)\"><pic:pic><pic:nvPicPr>"
      + "<pic:cNvPr id=\"\(id)\" name=\"\(DocumentWording.figure(figure.number))\" descr=\"\(alt)\"/><pic:cNvPicPr/></pic:nvPicPr>"
      + "<pic:blipFill><a:blip r:embed=\"rId\(id)\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
      + "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"\(cx)\" cy=\"\(cy)\"/></a:xfrm>"
      + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
      + "</wp:inline></w:drawing></w:r>"
    return WordXML.paragraph(.figure, drawing)
      + WordXML.paragraph(.caption, caption(DocumentWording.figure(figure.number), figure.caption))
  }

  private mutating func runs(_ words: [Inline], _ look: String = "") -> String {
    var text = ""
    for inline in words {
      switch inline {
      case .text(let words): text += WordXML.run(words, look)
      case .code(let code):
        text += WordXML.run(code, "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\"/>" + look)
      // Slanted ideographs are hard to read: 楷体 sets words apart.
      case .emphasis(let inner): text += runs(inner, WordStyles.kai.xml + look)
      case .strong(let inner): text += runs(inner, look.contains("<w:b/>") ? look : "<w:b/>" + look)
      case .lineBreak: text += "<w:r><w:br/></w:r>"
      case .gap(let words):
        text += WordXML.run(words, look + "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FDECEA\"/>")
      case .link(let address, let inner):
        if address.hasPrefix("#") {
          text += runs(inner, look)
        } else {
          references.append(.link(address))
          let id = references.count
          text += "<w:hyperlink r:id=\"rId\(id)\">\(runs(inner, "<w:color w:val=\"0B5CAD\"/>" + look))</w:hyperlink>"
        }
      }
    }
    return text
  }
}
