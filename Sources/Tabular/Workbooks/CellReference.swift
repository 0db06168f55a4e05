/// `AB12` as row 12 and column 27; nil for what is no cell of a sheet.
func cellReference(_ text: some Sequence<UInt8>) -> (row: Int, column: Int)? {
  var (row, column) = (0, 0)
  for byte in text {
    switch byte {
    case 0x24: continue
    case 0x41...0x5A where row == 0: column = column * 26 + Int(byte) - 0x40
    case 0x30...0x39 where column > 0: row = row * 10 + Int(byte) - 0x30
    default: return nil
    }
    guard row <= SheetRows.mostRows, column <= SheetRows.mostColumns else { return nil }
  }
  return row > 0 && column > 0 ? (row, column - 1) : nil
}

/// The column of `AB12`, from 0; −1 for what begins with no letter.
@inline(__always)
func columnIndex(of reference: UnsafePointer<UInt8>) -> Int {
  var column = 0
  var i = 0
  while i < 4, reference[i] &- 0x41 < 26 {
    column = column &* 26 &+ Int(reference[i]) &- 0x40
    i &+= 1
  }
  return column &- 1
}

/// The number of a style.
@inline(__always)
func styleIndex(_ text: UnsafePointer<UInt8>) -> Int {
  var value = 0
  var i = 0
  while i < 9, text[i] &- 0x30 <= 9 {
    value = value &* 10 &+ Int(text[i] &- 0x30)
    i &+= 1
  }
  return value
}

/// The number of a shared string; −1 for what is none.
func stringIndex(_ text: UnsafeBufferPointer<UInt8>) -> Int {
  var value = 0
  for byte in text {
    guard byte &- 0x30 <= 9, value < 1 << 40 else { return -1 }
    value = value &* 10 &+ Int(byte &- 0x30)
  }
  return value
}
