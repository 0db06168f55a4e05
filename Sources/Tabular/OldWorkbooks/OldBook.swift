import CFreeXL
import Glibc

/// An .xls workbook, read whole by freexl. Which sheets are hidden it does not tell; nor are merged cells known.
final class OldBook: Sendable {
  /// A cell takes 24 bytes.
  static let mostCells = 1 << 24
  /// For a look at all of its cells; a tenth of it is much.
  private static let mostSeconds: UInt32 = 60
  nonisolated(unsafe) private let handle: UnsafeRawPointer
  let sheets: [Workbook.Sheet]
  let formats: OldFormats

  init(_ source: ByteSource, path: String?, scratchFolder: String) throws(PartProblem) {
    var handle: UnsafeRawPointer?
    let status = try Self.withPath(source, path, scratchFolder) { path throws(PartProblem) -> Int32 in
      guard freexl_survives(path, UInt64(Self.mostCells), Self.mostSeconds) != 0 else {
        throw .workbook(.oldDamaged(code: Int(FREEXL_CRAFTED_FILE)))
      }
      try Self.checkSize(path)
      return freexl_open(path, &handle)
    }
    guard status == FREEXL_OK, let handle else {
      if let handle { freexl_close(handle) }
      throw .workbook(.oldDamaged(code: Int(status)))
    }
    var fact: UInt32 = 0
    if freexl_get_info(handle, UInt16(FREEXL_BIFF_PASSWORD), &fact) == FREEXL_OK, fact == FREEXL_BIFF_OBFUSCATED {
      freexl_close(handle)
      throw .workbook(.protected)
    }
    var count: UInt32 = 0
    freexl_get_info(handle, UInt16(FREEXL_BIFF_SHEET_COUNT), &count)
    sheets = (0..<min(count, 1 << 14)).compactMap { index in
      var name: UnsafePointer<CChar>?
      guard freexl_get_worksheet_name(handle, UInt16(index), &name) == FREEXL_OK, let name else { return nil }
      return Workbook.Sheet(name: String(cString: name), isHidden: false, part: "", index: Int(index))
    }
    self.handle = handle
    formats = OldFormats(source)
  }

  deinit { freexl_close(handle) }

  /// The library makes room for every cell that a sheet claims to have; so what it claims is looked at first.
  private static func checkSize(_ path: String) throws(PartProblem) {
    var info: UnsafeRawPointer?
    guard freexl_open_info(path, &info) == FREEXL_OK, let info else {
      if let info { freexl_close(info) }
      return
    }
    defer { freexl_close(info) }
    var count: UInt32 = 0
    freexl_get_info(info, UInt16(FREEXL_BIFF_SHEET_COUNT), &count)
    var cells = 0
    for index in 0..<min(count, 1 << 14) {
      var (rows, columns): (UInt32, UInt16) = (0, 0)
      guard freexl_select_active_worksheet(info, UInt16(index)) == FREEXL_OK,
        freexl_worksheet_dimensions(info, &rows, &columns) == FREEXL_OK
      else { continue }
      cells += Int(rows) * Int(columns)
    }
    guard cells <= mostCells else { throw .workbook(.oldTooLarge(cells: cells, limit: mostCells)) }
  }

  /// The library reads files by their path; other bytes go into one that is gone again at once.
  private static func withPath<Value>(
    _ source: ByteSource, _ path: String?, _ scratchFolder: String, _ body: (String) throws(PartProblem) -> Value
  ) throws(PartProblem) -> Value {
    if let path { return try body(path) }
    let file: ScratchFile
    do throws(ScratchProblem) {
      file = try ScratchFile(in: scratchFolder)
      try file.write(source)
    } catch {
      throw .scratch(error)
    }
    return try body(file.path)
  }

  func size(of sheet: Workbook.Sheet) -> (rows: Int, columns: Int) {
    var (rows, columns): (UInt32, UInt16) = (0, 0)
    guard freexl_select_active_worksheet(handle, UInt16(sheet.index)) == FREEXL_OK,
      freexl_worksheet_dimensions(handle, &rows, &columns) == FREEXL_OK
    else { return (0, 0) }
    return (Int(rows), Int(columns))
  }

  /// The cell as text, and whether there is one. The sheet must be the one that `size` was last asked for.
  func append(_ row: Int, _ column: Int, to arena: inout TextArena) -> (hasContent: Bool, mark: CellMark?) {
    var value = FreeXL_CellValue()
    guard freexl_get_cell_value(handle, UInt32(row), UInt16(column), &value) == FREEXL_OK else { return (false, nil) }
    switch Int32(value.type) {
    case FREEXL_CELL_INT: arena.append(String(value.value.int_value))
    case FREEXL_CELL_DOUBLE:
      arena.append(NumberText.text(value.value.double_value))
      return (true, abs(value.value.double_value) >= 1e15 ? .digitsLost : nil)
    case FREEXL_CELL_TEXT, FREEXL_CELL_SST_TEXT, FREEXL_CELL_DATE, FREEXL_CELL_DATETIME, FREEXL_CELL_TIME:
      guard let text = value.value.text_value, text.pointee != 0 else { return (false, nil) }
      let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
      let start = arena.count
      arena.append(UnsafeBufferPointer(start: bytes, count: strlen(text)))
      let isError = OldSheetRows.errors.contains { arena.text(start..<arena.count).elementsEqual($0.utf8) }
      return (true, isError ? .error : nil)
    default: return (false, nil)
    }
    return (true, nil)
  }
}
