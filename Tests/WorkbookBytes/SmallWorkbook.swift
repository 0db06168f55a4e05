/// An .xlsx workbook from the XML of its sheets.
package struct SmallWorkbook {
  package struct Sheet {
    package var name: String
    /// What stands inside `sheetData`.
    package var rows: String
    package var merged: [String]
    package var state: String
    package init(_ name: String, _ rows: String, merged: [String] = [], state: String = "visible") {
      self.name = name
      self.rows = rows
      self.merged = merged
      self.state = state
    }
  }

  package var sheets: [Sheet]
  /// Shared strings; `<…>` is taken for XML, anything else for text.
  package var strings: [String]
  /// Format codes of cell styles 1, 2 …; a number is that of a built-in format.
  package var formats: [String]
  package var isFrom1904: Bool
  /// Before the root element of each sheet.
  package var prologue = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"

  package init(_ sheets: [Sheet], strings: [String] = [], formats: [String] = [], isFrom1904: Bool = false) {
    self.sheets = sheets
    self.strings = strings
    self.formats = formats
    self.isFrom1904 = isFrom1904
  }

  /// One sheet with rows of texts: a row of nil is left out, an empty text is no cell.
  package init(_ name: String = "Sheet1", texts: [[String]?], merged: [String] = []) {
    self.init([Sheet(name, Self.rows(texts), merged: merged)])
  }

  package static func rows(_ texts: [[String]?]) -> String {
    texts.enumerated().map { row, cells in
      guard let cells else { return "" }
      let parts = cells.enumerated().map { column, text in
        text.isEmpty
          ? "" : "<c r=\"\(letters(column))\(row + 1)\" t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
      }
      return "<row r=\"\(row + 1)\">\(parts.joined())</row>"
    }.joined()
  }

  package static func letters(_ column: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? last : letters(column / 26 - 1) + last
  }

  package static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "<": out += "&lt;"
      case "&": out += "&amp;"
      case "\"": out += "&quot;"
      default: out.append(character)
      }
    }
    return out
  }

  package var bytes: [UInt8] { zip.bytes }

  package var zip: StoredZip {
    var zip = StoredZip()
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relation(_ id: String, _ type: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(office)/\(type)\" Target=\"\(target)\"/>"
    }
    zip.add("[Content_Types].xml", "\(xml)<Types/>")
    zip.add(
      "_rels/.rels",
      "\(xml)<Relationships>\(relation("rId1", "officeDocument", "xl/workbook.xml"))</Relationships>")
    var relations = relation("s", "styles", "styles.xml") + relation("t", "sharedStrings", "/xl/sharedStrings.xml")
    var list = ""
    for (index, sheet) in sheets.enumerated() {
      relations += relation("r\(index)", "worksheet", "worksheets/sheet\(index + 1).xml")
      list +=
        "<sheet name=\"\(Self.escaped(sheet.name))\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\" r:id=\"r\(index)\"/>"
      let ranges = sheet.merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
      let merged = sheet.merged.isEmpty ? "" : "<mergeCells>\(ranges)</mergeCells>"
      zip.add(
        "xl/worksheets/sheet\(index + 1).xml",
        "\(prologue)<worksheet><sheetData>\(sheet.rows)</sheetData>\(merged)</worksheet>")
    }
    zip.add("xl/_rels/workbook.xml.rels", "\(xml)<Relationships>\(relations)</Relationships>")
    zip.add(
      "xl/workbook.xml",
      "\(xml)<workbook xmlns:r=\"\(office)\"><workbookPr date1904=\"\(isFrom1904 ? 1 : 0)\"/><sheets>\(list)</sheets></workbook>"
    )
    let texts = strings.map { $0.hasPrefix("<") ? "<si>\($0)</si>" : "<si><t>\(Self.escaped($0))</t></si>" }
    zip.add("xl/sharedStrings.xml", "\(xml)<sst>\(texts.joined())</sst>")
    var codes = ""
    var styles = "<xf numFmtId=\"0\"/>"
    for (index, format) in formats.enumerated() {
      if let number = Int(format), "\(number)" == format {
        styles += "<xf numFmtId=\"\(number)\"/>"
      } else {
        codes += "<numFmt numFmtId=\"\(200 + index)\" formatCode=\"\(Self.escaped(format))\"/>"
        styles += "<xf numFmtId=\"\(200 + index)\"/>"
      }
    }
    zip.add(
      "xl/styles.xml",
      "\(xml)<styleSheet><numFmts>\(codes)</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>\(styles)</cellXfs></styleSheet>"
    )
    return zip
  }
}
