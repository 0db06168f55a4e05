/// How a cell looks, and whether it can be changed on a protected sheet: a look for each role, a number format for each
/// kind.
struct CellFormat: Hashable {
  /// nil: an empty cell of a column, without a look of its own.
  var role: SheetCell.Role?
  var kind: ValueKind
  var isOpen: Bool

  init(role: SheetCell.Role?, kind: ValueKind, isOpen: Bool) {
    self.role = role
    self.kind = kind
    self.isOpen = isOpen
  }

  init(_ cell: SheetCell) { self.init(role: cell.role, kind: cell.kind, isOpen: cell.role == .open) }

  /// Excel's own number for the format: 49 is text, 1 whole numbers, 0 as they are.
  var builtInFormat: UInt8? {
    switch kind {
    case .text: 49
    case .whole, .number(digits: 0): 1
    case .number(nil): 0
    default: nil
    }
  }

  var numberFormat: String {
    switch kind {
    case .text: "@"
    case .whole: "0"
    case .number(nil): "General"
    case .number(let digits?): digits > 0 ? "0." + String(repeating: "0", count: min(digits, 15)) : "0"
    case .day: "yyyy-mm-dd"
    case .dayAndTime: "yyyy-mm-dd hh:mm:ss"
    }
  }

  var isBold: Bool { [.title, .heading, .requiredHeading].contains(role) }
  var size: Double { role == .title ? 15 : 10.5 }
  var hasBorder: Bool {
    switch role {
    case .title, .note, nil: false
    default: true
    }
  }
  var isCentred: Bool { [.title, .heading, .requiredHeading].contains(role) || kind == .day }
  /// 0xRRGGBB; nil: none.
  var background: UInt32? {
    switch role {
    case .heading: 0xDCE6F1
    case .requiredHeading: 0xFBE3D6
    case .given: 0xF2F2F2
    case .open: 0xFFFEF2
    case .warning: 0xFFF2CC
    case .plain, .title, .note, nil: nil
    }
  }
  var colour: UInt32 {
    switch role {
    case .requiredHeading: 0x9C2A00
    case .note: 0x555555
    default: 0x000000
    }
  }
}
