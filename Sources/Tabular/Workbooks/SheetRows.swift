/// The rows of one sheet of an .xlsx workbook, one at a time.
final class SheetRows: XMLPart, RowFeed {
  static let mostRows = 1 << 20
  static let mostColumns = 1 << 14
  private static let longestRow = 1 << 26

  let sheet: String
  let fileName: String
  private(set) var row = 0
  private(set) var count = 0
  var hasMarks = false
  var hasLooks = false
  private(set) var tally = SheetTally()

  private let strings: SharedStrings?
  private let formats: [NumberFormat]
  let pictures: [NumberPicture?]
  /// Whether a style shows more than the number: nothing that is counted, since every cell asks.
  private let isPictured: [Bool]
  private let numbers: NumberText
  let slots: UnsafeMutablePointer<CellSlot>
  /// Texts of the row's own cells.
  var own = TextArena()
  private var merged: MergedFill
  private let mergedAreKnown: Bool
  /// As `fix` says; before it, rows are as wide as their cells.
  private var width: Int?

  // The cell at hand.
  private var column = -1
  private var type = CellType.number
  private var style = 0
  private var start = 0
  private var isValue = false
  private var isPhonetic = false
  private var hasFormula = false
  private var isInRow = false
  /// By a filter or by hand: nobody who looks at the sheet sees the row.
  private var isHidden = false

  private enum CellType { case number, shared, text, boolean, error, date }

  // Names as `XMLName.code` has them; literals, since every cell is compared with them.
  private static var c: UInt64 { 0x63 }
  private static var v: UInt64 { 0x76 }
  private static var f: UInt64 { 0x66 }
  private static var t: UInt64 { 0x74 }
  private static var r: UInt64 { 0x72 }
  private static var s: UInt64 { 0x73 }
  private static var rPh: UInt64 { 0x685072 }
  private static var rowName: UInt64 { 0x776f72 }

  init(
    _ part: String, _ member: ZipMemberBytes, sheet: String, fileName: String, strings: SharedStrings?,
    formats: [NumberFormat], pictures: [NumberPicture?], days: SerialDay, merged: MergedCells
  ) throws(PartProblem) {
    self.sheet = sheet
    self.fileName = fileName
    self.strings = strings
    self.formats = formats
    self.pictures = pictures
    isPictured = pictures.map { $0 != nil }
    numbers = NumberText(days: days)
    self.merged = MergedFill(merged.blocks)
    mergedAreKnown = merged.isKnown
    slots = .allocate(capacity: Self.mostColumns)
    slots.initialize(repeating: CellSlot(), count: Self.mostColumns)
    try super.init(part, member)
  }

  deinit {
    slots.deallocate()
    merged.deallocate()
  }

  var failure: TabularFinding? {
    problem?.finding(at: .cell(fileName, sheet: sheet, row: max(row, 1), column: max(column, 0) + 1))
  }

  func fix(width: Int) { self.width = width }

  func advance() -> Bool {
    repeat {
      for column in 0..<count { slots[column] = CellSlot() }
      count = 0
      hasMarks = false
      hasLooks = false
      isHidden = false
      own.removeAll()
      guard readOn() else { return false }
    } while count == 0
    fillMerged()
    return true
  }

  func text(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let slot = slots[index]
    switch slot.origin {
    case .blank: return UnsafeBufferPointer(start: nil, count: 0)
    case .own: return own.text(slot.start..<slot.start + slot.count)
    case .shared: return strings?.text(slot.start) ?? UnsafeBufferPointer(start: nil, count: 0)
    case .merged: return merged.text(slot.start)
    }
  }

  func mark(_ index: Int) -> CellMark? { slots[index].mark }
  func isOwn(_ index: Int) -> Bool { slots[index].origin != .merged }

  /// Gives the row its width, and the values of cells above that it is merged with.
  private func fillMerged() {
    if let width {
      count = width
      if isHidden {
        if tally.rowsHidden == 0 { tally.firstHidden = row }
        tally.rowsHidden += 1
      }
    }
    guard !merged.isEmpty else { return }
    merged.begin(row: row)
    for (number, column) in merged.open where column < (width ?? Self.mostColumns) {
      if column < count, slots[column].origin != .blank { continue }
      count = max(count, column + 1)
      let look = merged.look(number)
      slots[column] = CellSlot(origin: .merged, mark: .merged, start: number, look: look.style, isText: look.isText)
      hasMarks = true
      if look.style >= 0 { hasLooks = true }
      if width != nil {
        if tally.cellsMerged == 0 { tally.firstMerged = (row, column + 1) }
        tally.cellsMerged += 1
      }
    }
    for block in merged.starting where block.column < count {
      let slot = slots[block.column]
      if slot.origin != .blank, slot.mark == nil {
        merged.open(block, text: text(block.column), look: (slot.look, slot.isText))
      }
    }
  }

  // MARK: What the parser tells

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name.code {
    case Self.c: beginCell(attributes)
    case Self.v: isValue = !isInline
    case Self.t: isValue = isInline && !isPhonetic
    case Self.f: hasFormula = true
    case Self.rPh: isPhonetic = true
    case Self.rowName: beginRow(attributes)
    default:
      if !mergedAreKnown, name == "mergeCell" { lateMerge(attributes) }
    }
  }

  override func end(_ name: XMLName) {
    switch name.code {
    case Self.v, Self.t: isValue = false
    case Self.rPh: isPhonetic = false
    case Self.c: endCell()
    case Self.rowName:
      isInRow = false
      column = -1
      pause()
    default: break
    }
  }

  override func characters(_ text: UnsafeBufferPointer<UInt8>) {
    guard isValue else { return }
    own.append(text)
    if own.count - start > SharedStrings.longestCell {
      stop(.cellTooLong(limit: SharedStrings.longestCell))
    } else if own.count > Self.longestRow {
      stop(.rowTooLong(limit: Self.longestRow))
    }
  }

  private var isInline = false

  private func beginRow(_ attributes: XMLAttributes) {
    let next = attributes.integer("r") ?? row + 1
    guard next > row, next <= Self.mostRows, !isInRow else {
      stop(.cellOutside("\(attributes.text("r") ?? "\(row + 1)")"))
      return
    }
    row = next
    column = -1
    isInRow = true
    isHidden = attributes.isTrue("hidden")
  }

  private func beginCell(_ attributes: XMLAttributes) {
    var next = column &+ 1
    var reference: UnsafePointer<UInt8>?
    type = .number
    isInline = false
    style = 0
    hasFormula = false
    start = own.count
    attributes.forEach { name, value in
      switch name.code {
      case Self.r:
        reference = value
        next = columnIndex(of: value)
      case Self.s: style = styleIndex(value)
      case Self.t: takeType(value)
      default: break
      }
    }
    guard next > column, next < Self.mostColumns, isInRow else {
      stop(.cellOutside(reference.map { String(String(cString: $0).prefix(20)) } ?? "\(row)"))
      return
    }
    column = next
  }

  private func takeType(_ value: UnsafePointer<UInt8>) {
    switch value[0] {
    case 0x73: type = value[1] == 0 ? .shared : .text  // s, str
    case 0x69:  // inlineStr
      type = .text
      isInline = true
    case 0x62: type = .boolean
    case 0x65: type = .error
    case 0x64: type = .date
    default: type = .number
    }
  }

  private func endCell() {
    let length = own.count - start
    if length == 0, type != .shared {
      // A formula may give an empty text; without a value that is none it was never computed.
      if hasFormula, type != .text { put(CellSlot(origin: .own, mark: .uncomputed, start: start)) }
      return
    }
    switch type {
    case .shared:
      let index = stringIndex(own.text(start..<own.count))
      own.cut(to: start)
      guard let text = strings?.text(index) else {
        if length > 0 { stop(.damaged(part: name, line: 0, reason: "no shared string \(index)")) }
        return
      }
      if !text.isEmpty { put(CellSlot(origin: .shared, start: index, look: textLook, isText: true)) }
      return
    case .number:
      let format = style < formats.count ? formats[style] : .number
      let mark = numbers.render(&own, from: start, as: format)
      let look = style < isPictured.count && isPictured[style] ? Int32(truncatingIfNeeded: style) : -1
      put(CellSlot(origin: .own, mark: mark, start: start, count: own.count - start, look: look))
      return
    case .boolean:
      let isTrue = own.text(start..<own.count).first == 0x31
      own.cut(to: start)
      own.append(isTrue ? "TRUE" : "FALSE")
    case .error:
      put(CellSlot(origin: .own, mark: .error, start: start, count: length))
      return
    case .text:
      if let plain = unescaped(own.text(start..<own.count)) {
        own.cut(to: start)
        own.append(plain)
      }
    case .date: break
    }
    let look = type == .text ? textLook : -1
    put(CellSlot(origin: .own, start: start, count: own.count - start, look: look, isText: true))
  }

  /// The style of a text at hand, where texts of that style are seen otherwise than they stand.
  private var textLook: Int32 {
    guard style < isPictured.count, isPictured[style], pictures[style]?.changesTexts == true else { return -1 }
    return Int32(truncatingIfNeeded: style)
  }

  @inline(__always)
  private func put(_ slot: CellSlot) {
    if let width, column >= width {
      if tally.cellsBeyond == 0 { tally.firstBeyond = (row, column + 1) }
      tally.cellsBeyond += 1
      return
    }
    // Slots between the last cell and this one are blank: `advance` cleared them.
    count = column &+ 1
    slots[column] = slot
    if slot.mark != nil { hasMarks = true }
    if slot.look >= 0 { hasLooks = true }
  }

  private func lateMerge(_ attributes: XMLAttributes) {
    guard let width, let reference = attributes.text("ref"), let block = MergedCells.block(reference),
      block.bottom > block.top, block.column < width
    else { return }
    stop(.mergedTooLate(reference, limit: MergedCells.mostBytes))
  }
}
