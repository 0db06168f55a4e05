/// The paragraph styles of a document.
enum WordStyle: String, CaseIterable {
  case title = "Title"
  case subtitle = "Subtitle"
  case body = "Normal"
  case heading1 = "Heading1"
  case heading2 = "Heading2"
  case heading3 = "Heading3"
  case item = "ListParagraph"
  case quote = "Quote"
  case code = "Code"
  case caption = "Caption"
  case figure = "Figure"
  case cell = "TableText"
  case contentsHeading = "TOCHeading"
  case contents1 = "TOC1"
  case contents2 = "TOC2"
  case imprintHeading = "ImprintHeading"
  case imprint = "Imprint"
  case footer = "Footer"
}

/// How a document looks on paper: after GB/T 9704-2012, the layout of official documents – A4 with margins of 37, 26,
/// 35 and 28 mm, title in 小标宋 22 pt, text in 仿宋 16 pt on lines of 28 pt, first headings in 黑体, second in 楷体,
/// page numbers between dashes. Sizes are half-points, lengths twentieths of a point.
enum WordStyles {
  static let serif = Face("仿宋", latin: "Times New Roman")
  static let title = Face("方正小标宋简体", latin: "Times New Roman")
  static let sans = Face("黑体", latin: "Arial")
  static let kai = Face("楷体", latin: "Times New Roman")
  static let song = Face("宋体", latin: "Times New Roman")

  /// An East Asian face with the Latin one beside it.
  struct Face {
    let asian: String
    let latin: String

    init(_ asian: String, latin: String) {
      self.asian = asian
      self.latin = latin
    }

    var xml: String {
      "<w:rFonts w:ascii=\"\(latin)\" w:hAnsi=\"\(latin)\" w:eastAsia=\"\(asian)\" w:cs=\"\(latin)\"/>"
    }
  }

  static let mutedColour = "57606A"

  private static func style(
    _ style: WordStyle, _ name: String, basedOn base: WordStyle? = .body, next: WordStyle? = nil,
    paragraph: String = "", run: String = ""
  ) -> String {
    let isDefault = style == .body ? " w:default=\"1\"" : ""
    return "<w:style w:type=\"paragraph\"\(isDefault) w:styleId=\"\(style.rawValue)\"><w:name w:val=\"\(name)\"/>"
      + (base.map { style == .body ? "" : "<w:basedOn w:val=\"\($0.rawValue)\"/>" } ?? "")
      + (next.map { "<w:next w:val=\"\($0.rawValue)\"/>" } ?? "") + "<w:qFormat/>"
      + (paragraph.isEmpty ? "" : "<w:pPr>\(paragraph)</w:pPr>") + (run.isEmpty ? "" : "<w:rPr>\(run)</w:rPr>")
      + "</w:style>"
  }

  private static func size(_ halfPoints: Int) -> String {
    "<w:sz w:val=\"\(halfPoints)\"/><w:szCs w:val=\"\(halfPoints)\"/>"
  }

  private static let noIndent = "<w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/>"
  private static let twoCharacters = "<w:ind w:firstLine=\"640\" w:firstLineChars=\"200\"/>"

  private static func spacing(before: Int = 0, after: Int = 0, line: Int = 560, rule: String = "exact") -> String {
    "<w:spacing w:before=\"\(before)\" w:after=\"\(after)\" w:line=\"\(line)\" w:lineRule=\"\(rule)\"/>"
  }

  /// `word/styles.xml`.
  static let xml: String = {
    let muted = "<w:color w:val=\"\(mutedColour)\"/>"
    let loose = spacing(line: 240, rule: "auto")
    let styles = [
      style(.body, "Normal", paragraph: spacing() + twoCharacters + "<w:jc w:val=\"both\"/>"),
      style(
        .title, "Title", next: .body,
        paragraph: "<w:keepNext/>" + spacing(before: 120, after: 320, line: 680) + noIndent
          + "<w:jc w:val=\"center\"/>",
        run: title.xml + size(44)),
      style(
        .subtitle, "Subtitle", next: .title,
        paragraph: "<w:keepNext/>" + spacing(after: 120, line: 400) + noIndent + "<w:jc w:val=\"center\"/>",
        run: kai.xml + muted + size(24)),
      style(
        .heading1, "heading 1", next: .body,
        paragraph: "<w:keepNext/><w:keepLines/>" + spacing(before: 160) + twoCharacters + "<w:outlineLvl w:val=\"0\"/>",
        run: sans.xml + size(32)),
      style(
        .heading2, "heading 2", next: .body,
        paragraph: "<w:keepNext/><w:keepLines/>" + spacing(before: 80) + twoCharacters + "<w:outlineLvl w:val=\"1\"/>",
        run: kai.xml + size(32)),
      style(
        .heading3, "heading 3", next: .body,
        paragraph: "<w:keepNext/><w:keepLines/>" + spacing() + twoCharacters + "<w:outlineLvl w:val=\"2\"/>",
        run: "<w:b/>"),
      style(.item, "List Paragraph", paragraph: noIndent),
      style(
        .quote, "Quote", paragraph: "<w:ind w:left=\"640\" w:firstLine=\"0\" w:firstLineChars=\"0\"/>",
        run: kai.xml + muted),
      style(
        .code, "Code", paragraph: loose + noIndent + "<w:jc w:val=\"left\"/>",
        run: "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:eastAsia=\"宋体\" w:cs=\"Courier New\"/>"
          + size(21)),
      style(
        .caption, "caption", next: .body,
        paragraph: "<w:keepLines/>" + spacing(before: 120, after: 80, line: 300, rule: "atLeast") + noIndent
          + "<w:jc w:val=\"center\"/>",
        run: sans.xml + size(21)),
      style(
        .figure, "Figure",
        paragraph: "<w:keepNext/>" + spacing(before: 120, line: 240, rule: "auto") + noIndent
          + "<w:jc w:val=\"center\"/>"),
      style(.cell, "Table Text", paragraph: loose + noIndent + "<w:jc w:val=\"left\"/>", run: song.xml + size(21)),
      style(
        .contentsHeading, "TOC Heading", next: .body,
        paragraph: "<w:keepNext/>" + spacing(before: 80, after: 80) + noIndent + "<w:jc w:val=\"center\"/>",
        run: sans.xml + size(32)),
      style(
        .contents1, "toc 1",
        paragraph: "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"\(WordPage.textWidth)\"/></w:tabs>"
          + spacing(line: 480) + noIndent, run: size(28)),
      style(
        .contents2, "toc 2", basedOn: .contents1,
        paragraph: "<w:ind w:left=\"560\" w:firstLine=\"0\" w:firstLineChars=\"0\"/>"),
      style(
        .imprintHeading, "Imprint Heading", next: .imprint,
        paragraph: "<w:keepNext/><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"6\" w:color=\"808080\"/></w:pBdr>"
          + spacing(before: 480, line: 360) + noIndent, run: sans.xml + size(24)),
      style(
        .imprint, "Imprint", paragraph: "<w:keepLines/>" + spacing(line: 340, rule: "atLeast") + noIndent,
        run: song.xml + size(21)),
      style(.footer, "footer", paragraph: loose + noIndent + "<w:jc w:val=\"center\"/>", run: song.xml + size(28)),
    ]
    return WordXML.declaration
      + "<w:styles xmlns:w=\"\(WordPage.namespace)\"><w:docDefaults><w:rPrDefault><w:rPr>\(serif.xml)\(size(32))"
      + "<w:lang w:val=\"en-GB\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
      + styles.joined() + "</w:styles>"
  }()

  /// `word/fontTable.xml`: what takes a face's place where it is not installed.
  static let fontTable: String = {
    func font(_ name: String, instead: String, family: String, charset: String = "86") -> String {
      "<w:font w:name=\"\(name)\"><w:altName w:val=\"\(instead)\"/><w:charset w:val=\"\(charset)\"/><w:family w:val=\"\(family)\"/>"
        + "<w:pitch w:val=\"variable\"/></w:font>"
    }
    let fonts = [
      font("仿宋", instead: "Noto Serif CJK SC", family: "modern"),
      font("方正小标宋简体", instead: "Noto Serif CJK SC", family: "roman"),
      font("黑体", instead: "Noto Sans CJK SC", family: "modern"),
      font("楷体", instead: "Noto Serif CJK SC", family: "modern"),
      font("宋体", instead: "Noto Serif CJK SC", family: "roman"),
      font("Times New Roman", instead: "Liberation Serif", family: "roman", charset: "00"),
      font("Arial", instead: "Liberation Sans", family: "swiss", charset: "00"),
    ]
    return WordXML.declaration + "<w:fonts xmlns:w=\"\(WordPage.namespace)\">\(fonts.joined())</w:fonts>"
  }()
}

/// The page: A4 with the margins of official documents, in twentieths of a point.
enum WordPage {
  static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let width = 11906
  static let height = 16838
  static let top = 2098
  static let bottom = 1984
  static let left = 1587
  static let right = 1474
  static let textWidth = width - left - right

  static let section =
    "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>"
    + "<w:pgSz w:w=\"\(width)\" w:h=\"\(height)\"/><w:pgMar w:top=\"\(top)\" w:right=\"\(right)\" w:bottom=\"\(bottom)\""
    + " w:left=\"\(left)\" w:header=\"851\" w:footer=\"1417\" w:gutter=\"0\"/></w:sectPr>"
}
