/// The number format of each cell style.
final class CellFormats: XMLPart {
  private static let most = 1 << 17

  private(set) var formats: [NumberFormat] = []
  private var codes: [Int: NumberFormat] = [:]
  private var isInCellStyles = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "numFmt", let id = attributes.integer("numFmtId"), let code = attributes.text("formatCode") {
      if codes.count < Self.most { codes[id] = NumberFormat(code: code) }
    } else if name == "cellXfs" {
      isInCellStyles = true
    } else if isInCellStyles, name == "xf", formats.count < Self.most {
      let id = attributes.integer("numFmtId") ?? 0
      formats.append(codes[id] ?? NumberFormat(builtIn: id))
    }
  }

  override func end(_ name: XMLName) {
    if name == "cellXfs" { isInCellStyles = false }
  }
}
