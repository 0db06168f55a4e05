/// The parts of a document in the format of word processors (ECMA-376): what stands around the body.
struct WordParts {
  static let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
  static let listLevels = 4
  private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let types = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  let document: Document

  /// The distance of a list's text from the margin, in twentieths of a point.
  static func indent(of level: Int) -> Int { 640 + 480 * (level + 1) }

  var all: [ZipPackage.Part] {
    var body = WordBody()
    let content = body.xml(of: document)
    var parts = [
      ZipPackage.Part("[Content_Types].xml", Self.contentTypes),
      ZipPackage.Part("_rels/.rels", Self.packageRelations),
      ZipPackage.Part("docProps/core.xml", properties),
      ZipPackage.Part("word/document.xml", Self.main(content)),
      ZipPackage.Part("word/_rels/document.xml.rels", relations(body.references)),
      ZipPackage.Part("word/styles.xml", WordStyles.xml),
      ZipPackage.Part("word/fontTable.xml", WordStyles.fontTable),
      ZipPackage.Part("word/numbering.xml", Self.numbering(body.listStarts)),
      ZipPackage.Part("word/settings.xml", Self.settings),
      ZipPackage.Part("word/footer1.xml", Self.footer),
    ]
    for (index, reference) in body.references.enumerated() {
      guard case .picture(let figure) = reference else { continue }
      parts.append(ZipPackage.Part("word/media/image\(index + 1).png", figure.figure.png, isStored: true))
    }
    return parts
  }

  private static func main(_ body: String) -> String {
    WordXML.declaration + "<w:document xmlns:w=\"\(WordPage.namespace)\" xmlns:r=\"\(relationships)\""
      + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
      + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:pic=\"\(picture)\">"
      + "<w:body>\(body)\(WordPage.section)</w:body></w:document>"
  }

  private static let contentTypes: String = {
    let overrides = [
      ("/word/document.xml", "document.main"), ("/word/styles.xml", "styles"), ("/word/fontTable.xml", "fontTable"),
      ("/word/numbering.xml", "numbering"), ("/word/settings.xml", "settings"), ("/word/footer1.xml", "footer"),
    ].map { "<Override PartName=\"\($0)\" ContentType=\"\(types).\($1)+xml\"/>" }
    return WordXML.declaration + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
      + overrides.joined()
      + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
      + "</Types>"
  }()

  private static func relation(_ id: String, _ type: String, _ target: String, isOutside: Bool = false) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(type)\" Target=\"\(WordXML.escaped(target))\""
      + (isOutside ? " TargetMode=\"External\"" : "") + "/>"
  }

  private static func relationFile(_ relations: [String]) -> String {
    WordXML.declaration + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + relations.joined() + "</Relationships>"
  }

  private static let packageRelations = relationFile([
    relation("rId1", "\(relationships)/officeDocument", "word/document.xml"),
    relation(
      "rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
      "docProps/core.xml"),
  ])

  private func relations(_ references: [WordBody.Reference]) -> String {
    let kept = references.enumerated().map { index, reference in
      switch reference {
      case .link(let address):
        Self.relation("rId\(index + 1)", "\(Self.relationships)/hyperlink", address, isOutside: true)
      case .picture: Self.relation("rId\(index + 1)", "\(Self.relationships)/image", "media/image\(index + 1).png")
      }
    }
    let fixed = [
      ("rIdStyles", "styles", "styles.xml"), ("rIdFonts", "fontTable", "fontTable.xml"),
      ("rIdNumbering", "numbering", "numbering.xml"), ("rIdSettings", "settings", "settings.xml"),
      ("rIdFooter", "footer", "footer1.xml"),
    ].map { Self.relation($0, "\(Self.relationships)/\($1)", $2) }
    return Self.relationFile(kept + fixed)
  }

  /// Title and institution; no person, no day, no program.
  private var properties: String {
    WordXML.declaration
      + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
      + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(WordXML.escaped(oneLine(document.title)))</dc:title>"
      + "<dc:creator>\(WordXML.escaped(oneLine(document.imprint.institution)))</dc:creator>"
      + "<dc:language>zh-CN</dc:language></cp:coreProperties>"
  }

  private static let settings =
    WordXML.declaration
    + "<w:settings xmlns:w=\"\(WordPage.namespace)\"><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"420\"/>"
    + "<w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat>"
    + "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>"
    + "</w:compat></w:settings>"

  private static let footer: String = {
    let number = WordXML.run("— ") + WordXML.field("PAGE", result: "1") + WordXML.run(" —")
    return WordXML.declaration
      + "<w:ftr xmlns:w=\"\(WordPage.namespace)\">\(WordXML.paragraph(.footer, number))</w:ftr>"
  }()

  /// List 1 is that of plain items; every numbered list is one of its own, so that it begins where it was told to.
  private static func numbering(_ starts: [Int]) -> String {
    func levels(_ format: String, _ text: (Int) -> String) -> String {
      (0..<listLevels).map { level in
        "<w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/><w:lvlText w:val=\"\(text(level))\"/>"
          + "<w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"\(indent(of: level))\" w:hanging=\"480\" w:firstLineChars=\"0\"/></w:pPr></w:lvl>"
      }.joined()
    }
    let plain =
      "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>"
      + levels("bullet") { $0 == 0 ? "●" : "○" } + "</w:abstractNum>"
    let counted =
      "<w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"hybridMultilevel\"/>"
      + levels("decimal") { "%\($0 + 1)." } + "</w:abstractNum>"
    var lists = "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    for (index, start) in starts.enumerated() {
      let overrides = (0..<listLevels).map {
        "<w:lvlOverride w:ilvl=\"\($0)\"><w:startOverride w:val=\"\(start)\"/></w:lvlOverride>"
      }
      lists += "<w:num w:numId=\"\(index + 2)\"><w:abstractNumId w:val=\"1\"/>\(overrides.joined())</w:num>"
    }
    return WordXML.declaration
      + "<w:numbering xmlns:w=\"\(WordPage.namespace)\">\(plain)\(counted)\(lists)</w:numbering>"
  }
}

extension Document {
  /// The document for word processors (DOCX): pages after GB/T 9704-2012, opens in WPS, Word and LibreOffice.
  /// - Returns: nil where memory does not suffice.
  package func docx() -> [UInt8]? { ZipPackage(parts: WordParts(document: self).all).bytes() }
}
