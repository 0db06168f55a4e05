/// The number format of each cell style.
final class CellFormats: XMLPart {
  private static let most = 1 << 17

  private(set) var formats: [NumberFormat] = []
  /// What a person sees of cells of each style, where that is more than the number.
  private(set) var pictures: [NumberPicture?] = []
  private var codes: [Int: (format: NumberFormat, picture: NumberPicture?)] = [:]
  private var isInCellStyles = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "numFmt", let id = attributes.integer("numFmtId"), let code = attributes.text("formatCode") {
      if codes.count < Self.most { codes[id] = Self.read(code) }
    } else if name == "cellXfs" {
      isInCellStyles = true
    } else if isInCellStyles, name == "xf", formats.count < Self.most {
      let id = attributes.integer("numFmtId") ?? 0
      formats.append(codes[id]?.format ?? NumberFormat(builtIn: id))
      pictures.append(codes[id].map(\.picture) ?? NumberPicture(builtIn: id))
    }
  }

  static func read(_ code: String) -> (format: NumberFormat, picture: NumberPicture?) {
    let format = NumberFormat(code: code)
    return (format, format.isTime ? NumberPicture(ofTimes: code) : NumberPicture(code: code))
  }

  override func end(_ name: XMLName) {
    if name == "cellXfs" { isInCellStyles = false }
  }
}
