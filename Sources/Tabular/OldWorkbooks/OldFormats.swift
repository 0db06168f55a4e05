/// What people see of cells of an .xls workbook ([MS-XLS]), which freexl does not tell: by sheet, the cells whose number
/// format shows more than the number.
struct OldFormats: Sendable {
  private var pictures: [NumberPicture?] = []
  private var cells: [String: [UInt32: UInt16]] = [:]
  private var texts: Set<UInt16> = []
  /// Whether the formats could be read at all.
  private var isKnown = false

  private enum Record {
    static let end: UInt16 = 0x0A
    static let begin: UInt16 = 0x0809
    static let sheet: UInt16 = 0x85
    static let format: UInt16 = 0x041E
    static let style: UInt16 = 0xE0
    static let formula: UInt16 = 0x06
    static let number: UInt16 = 0x0203
    static let shortNumber: UInt16 = 0x027E
    static let shortNumbers: UInt16 = 0xBD
    static let shared: UInt16 = 0xFD
    static let label: UInt16 = 0x0204
  }

  /// Nothing is known of workbooks older than 1997: then nobody can say how a number is seen.
  init(_ source: ByteSource) {
    guard let book = CompoundFile.stream("Workbook", of: source) else { return }
    isKnown = true
    var codes: [Int: (format: NumberFormat, picture: NumberPicture?)] = [:]
    var sheets: [(name: String, start: Int)] = []
    Self.records(of: book, from: 0) { type, at, count in
      switch type {
      case Record.format where count >= 5:
        codes[Int(book.little16(at))] = CellFormats.read(
          Self.text(book, at: at + 5, count: Int(book.little16(at + 2)), isWide: book[at + 4] & 1 == 1))
      case Record.style where count >= 4:
        let id = Int(book.little16(at + 2))
        if pictures.count < 1 << 16 { pictures.append(codes[id].map(\.picture) ?? NumberPicture(builtIn: id)) }
      case Record.sheet where count >= 8:
        let name = Self.text(book, at: at + 8, count: Int(book[at + 6]), isWide: book[at + 7] & 1 == 1)
        sheets.append((name, Int(book.little32(at))))
      default: break
      }
    }
    guard pictures.contains(where: { $0 != nil }) else { return }
    texts = Set(pictures.indices.filter { pictures[$0]?.changesTexts == true }.map { UInt16($0) })
    for sheet in sheets.prefix(1 << 12) { cells[sheet.name] = looks(of: book, from: sheet.start) }
  }

  private func looks(of book: [UInt8], from start: Int) -> [UInt32: UInt16] {
    var looks: [UInt32: UInt16] = [:]
    func put(_ row: UInt16, _ column: Int, _ style: UInt16) {
      guard Int(style) < pictures.count, pictures[Int(style)] != nil, column < 256 else { return }
      looks[UInt32(row) << 8 | UInt32(column)] = style
    }
    Self.records(of: book, from: start) { type, at, count in
      let row = book.little16(at)
      switch type {
      case Record.number, Record.shortNumber, Record.formula:
        if count >= 6 { put(row, Int(book.little16(at + 2)), book.little16(at + 4)) }
      case Record.shortNumbers:
        for index in 0..<max(0, (count - 6) / 6) {
          put(row, Int(book.little16(at + 2)) + index, book.little16(at + 4 + 6 * index))
        }
      case Record.shared, Record.label:
        if count >= 6, texts.contains(book.little16(at + 4)) {
          put(row, Int(book.little16(at + 2)), book.little16(at + 4))
        }
      default: break
      }
    }
    return looks
  }

  /// The records from a place on, up to the end of what begins there.
  private static func records(of book: [UInt8], from start: Int, _ body: (UInt16, Int, Int) -> Void) {
    var at = start
    var depth = 0
    while at >= 0, at + 4 <= book.count {
      let (type, count) = (book.little16(at), Int(book.little16(at + 2)))
      guard at + 4 + count <= book.count else { return }
      if type == Record.begin { depth += 1 } else if type == Record.end { depth -= 1 }
      if depth <= 0 { return }
      // Charts stand inside sheets.
      if depth == 1 { body(type, at + 4, count) }
      at += 4 + count
    }
  }

  private static func text(_ book: [UInt8], at: Int, count: Int, isWide: Bool) -> String {
    if isWide { return String(decoding: (0..<count).map { book.little16(at + 2 * $0) }, as: UTF16.self) }
    guard at + count <= book.count else { return "" }
    return String(decoding: book[at..<at + count].map { UInt16($0) }, as: UTF16.self)
  }

  func hasLook(_ sheet: String, row: Int, column: Int) -> Bool {
    !isKnown || cells[sheet]?[UInt32(truncatingIfNeeded: row) << 8 | UInt32(truncatingIfNeeded: column)] != nil
  }

  /// What is seen of a cell; nil: nobody can say.
  func seen(_ plain: String, _ sheet: String, row: Int, column: Int) -> String? {
    guard isKnown else { return NumberText.value(plain).map(NumberText.text) == plain ? nil : plain }
    guard let style = cells[sheet]?[UInt32(truncatingIfNeeded: row) << 8 | UInt32(truncatingIfNeeded: column)],
      let picture = pictures[Int(style)]
    else { return plain }
    return NumberText.value(plain).map(picture.seen) ?? (texts.contains(style) ? picture.seen(text: plain) : nil)
  }
}
