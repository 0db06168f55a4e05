import Register

/// The bytes of a cell, UTF-8.
typealias CellBytes = UnsafeBufferPointer<UInt8>

/// The cell without white space at its ends: ASCII, full-width (U+3000), no-break (U+00A0) and zero-width (U+200B,
/// U+FEFF).
@inline(__always)
func trimmed(_ cell: CellBytes) -> CellBytes {
  guard let base = cell.baseAddress else { return cell }
  var from = 0
  var to = cell.count
  while from < to {
    if base[from] <= 0x20 {
      from &+= 1
    } else if let n = spaceLength(base + from, to - from) {
      from += n
    } else {
      break
    }
  }
  while to > from {
    let last = base[to &- 1]
    if last <= 0x20 {
      to &-= 1
    } else if last < 0x80 {
      break
    } else if to - from >= 3, spaceLength(base + to - 3, 3) == 3 {
      to -= 3
    } else if to - from >= 2, spaceLength(base + to - 2, 2) == 2 {
      to -= 2
    } else {
      break
    }
  }
  return CellBytes(start: base + from, count: to &- from)
}

@inline(__always)
private func spaceLength(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int? {
  switch bytes[0] {
  case 0xC2: count >= 2 && bytes[1] == 0xA0 ? 2 : nil
  case 0xE2: count >= 3 && bytes[1] == 0x80 && bytes[2] == 0x8B ? 3 : nil
  case 0xE3: count >= 3 && bytes[1] == 0x80 && bytes[2] == 0x80 ? 3 : nil
  case 0xEF: count >= 3 && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : nil
  default: nil
  }
}

/// Whether a trimmed cell says that nothing was answered, as survey exports write it: `(空)`, `(跳过)`.
@inline(__always)
func isBlankMark(_ cell: CellBytes) -> Bool {
  guard let first = cell.first, first == 0x28 || first == 0xEF, cell.count <= 12 else { return false }
  return ["(空)", "(跳过)"].contains(narrowed(string(cell)))
}

func string(_ cell: CellBytes) -> String { String(decoding: cell, as: UTF8.self) }

/// Calls the body with the cell in narrow letters and digits if that differs; else gives nil.
func withNarrowed<Value>(_ cell: CellBytes, _ body: (CellBytes) -> Value?) -> Value? {
  guard cell.contains(where: { $0 >= 0x80 }) else { return nil }
  let text = string(cell)
  var narrow = narrowed(text)
  guard narrow != text else { return nil }
  return narrow.withUTF8 { body($0) }
}

/// The form in which headers are compared: narrow, with single spaces, without spaces at the ends.
func headerForm(_ header: String) -> String {
  narrowed(header.filter { $0 != "\u{FEFF}" && $0 != "\u{200B}" }).split { $0.isWhitespace }.joined(separator: " ")
}
