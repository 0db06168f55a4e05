import CXLSXWriter
import Findings
import Foundation

extension Workbook {
  /// The file. The same model gives the same bytes on every machine and at any time.
  /// - Parameter name: what findings call the file.
  /// - Throws: `SpreadsheetFinding` as `FindingError`.
  package func bytes(called name: String) throws -> Data {
    for sheet in sheets {
      let columns = max(sheet.columns.count, sheet.rows.map(\.count).max() ?? 0)
      if sheet.rows.count > Sheet.mostRows || columns > Sheet.mostColumns {
        throw FindingError(
          SpreadsheetFinding.tooLarge(.file(name), rows: sheet.rows.count, columns: columns))
      }
    }
    // The library writes to a path. The folder is nobody else's: what is written may be rejects.
    let folder = FileManager.default.temporaryDirectory.appending(path: "qingheng-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      defer { try? FileManager.default.removeItem(at: folder) }
      let path = folder.appending(path: "workbook.xlsx").path
      let file = try XLSXFile(path, folder: folder.path)
      try file.write(self)
      return try Data(contentsOf: URL(filePath: path))
    } catch let error as XLSXFile.Refusal {
      throw FindingError(SpreadsheetFinding.unfinished(.file(name), reason: error.words))
    } catch let error as NSError {
      throw FindingError(SpreadsheetFinding.unfinished(.file(name), reason: "\(error.domain) \(error.code)"))
    }
  }
}

/// One file while it is written by libxlsxwriter; the only place that knows the library.
private final class XLSXFile {
  struct Refusal: Error {
    let words: String
  }

  /// 2020-01-01 00:00 UTC: a file says nothing about when it was made, so that it can be compared.
  private static let madeAt: time_t = 1_577_836_800
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [CellFormat: UnsafeMutablePointer<lxw_format>] = [:]
  private var texts: [UnsafeMutablePointer<CChar>] = []

  init(_ path: String, folder: String) throws {
    var options = lxw_workbook_options()
    options.tmpdir = keep(folder)
    book = workbook_new_opt(path, &options)
    guard book != nil else { throw Refusal(words: "workbook_new") }
  }

  deinit {
    if let book { lxw_workbook_free(book) }
    for text in texts { free(text) }
  }

  /// A C string that lives as long as the file is written.
  private func keep(_ text: String) -> UnsafeMutablePointer<CChar>? {
    let copy = strdup(text)
    if let copy { texts.append(copy) }
    return copy
  }

  private func check(_ error: lxw_error) throws {
    guard error != LXW_NO_ERROR else { return }
    throw Refusal(words: lxw_strerror(error).map { String(cString: $0) } ?? "\(error.rawValue)")
  }

  func write(_ workbook: Workbook) throws {
    var properties = lxw_doc_properties()
    properties.title = keep(CellText.cut(CellText.cleaned(workbook.title), to: 200))
    properties.created = Self.madeAt
    try check(workbook_set_properties(book, &properties))
    let lists = ListSheet(of: workbook.sheets)
    var names = SheetNames()
    let active = workbook.sheets.firstIndex { !$0.isHidden }
    for (index, sheet) in workbook.sheets.enumerated() {
      try write(sheet, called: names.legal(sheet.name), isActive: index == active, lists)
    }
    guard !lists.lists.isEmpty else { return try close() }
    let name = names.legal(ListSheet.name)
    let listed = lists.sheet(called: name)
    try write(listed.sheet, called: name, isActive: false, lists)
    for range in listed.names { try check(workbook_define_name(book, range.name, range.formula)) }
    try close()
  }

  private func close() throws {
    let closing = book
    // Closing frees it, whatever comes of it.
    book = nil
    try check(workbook_close(closing))
  }

  private func write(_ sheet: Sheet, called name: String, isActive: Bool, _ lists: ListSheet) throws {
    guard let page = workbook_add_worksheet(book, name) else { throw Refusal(words: "workbook_add_worksheet") }
    for (index, column) in sheet.columns.enumerated() {
      let isPlain = column.kind == .text && !column.isOpen
      let look = isPlain ? nil : format(CellFormat(role: nil, kind: column.kind, isOpen: column.isOpen))
      try check(worksheet_set_column(page, UInt16(index), UInt16(index), column.width, look))
    }
    for (row, height) in RowHeights.of(sheet).sorted(by: { $0.key < $1.key }) {
      try check(worksheet_set_row(page, UInt32(row), height, nil))
    }
    for range in sheet.merges where range.rows.count > 1 || range.columns.count > 1 {
      let (row, column) = (range.rows.lowerBound, range.columns.lowerBound)
      let isThere = row < sheet.rows.count && column < sheet.rows[row].count
      let first = isThere ? sheet.rows[row][column] : .empty
      try check(
        worksheet_merge_range(
          page, UInt32(row), UInt16(column), UInt32(range.rows.upperBound), UInt16(range.columns.upperBound), "",
          format(CellFormat(first))))
    }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() { try write(cell, UInt32(row), UInt16(column), on: page) }
    }
    try arrange(sheet, page)
    for check in sheet.checks { try add(check, to: page, lists) }
    if sheet.isHidden { worksheet_hide(page) }
    if isActive {
      worksheet_activate(page)
      worksheet_set_first_sheet(page)
    }
  }

  private func write(
    _ cell: SheetCell, _ row: UInt32, _ column: UInt16, on page: UnsafeMutablePointer<lxw_worksheet>
  ) throws {
    let look = format(CellFormat(cell))
    switch cell.value {
    case .empty:
      if cell.role != .plain { try check(worksheet_write_blank(page, row, column, look)) }
    case .text(""): try check(worksheet_write_blank(page, row, column, look))
    case .text(let text): try check(worksheet_write_string(page, row, column, CellText.cleaned(text), look))
    case .whole(let number): try check(worksheet_write_number(page, row, column, Double(number), look))
    case .number(let number, _):
      if number.isFinite {
        try check(worksheet_write_number(page, row, column, number, look))
      } else {
        try check(worksheet_write_blank(page, row, column, look))
      }
    case .day(let day):
      var moment = Self.moment(day)
      try check(worksheet_write_datetime(page, row, column, &moment, look))
    }
  }

  private static func moment(_ day: SheetDay) -> lxw_datetime {
    lxw_datetime(
      year: Int32(day.yyyymmdd / 10_000), month: Int32(day.yyyymmdd / 100 % 100), day: Int32(day.yyyymmdd % 100),
      hour: 0, min: 0, sec: 0)
  }

  /// Panes, filter, print and protection.
  private func arrange(_ sheet: Sheet, _ page: UnsafeMutablePointer<lxw_worksheet>) throws {
    if sheet.headerRows > 0 || sheet.headerColumns > 0 {
      worksheet_freeze_panes(page, UInt32(sheet.headerRows), UInt16(sheet.headerColumns))
    }
    if sheet.headerRows > 0 { try check(worksheet_repeat_rows(page, 0, UInt32(sheet.headerRows - 1))) }
    if let filter = sheet.filter {
      try check(
        worksheet_autofilter(
          page, UInt32(filter.rows.lowerBound), UInt16(filter.columns.lowerBound), UInt32(filter.rows.upperBound),
          UInt16(filter.columns.upperBound)))
    }
    worksheet_set_paper(page, 9)  // A4
    if sheet.isLandscape { worksheet_set_landscape(page) }
    worksheet_fit_to_pages(page, 1, 0)
    worksheet_set_margins(page, 0.5, 0.5, 0.7, 0.6)
    if !sheet.pageTitle.isEmpty {
      let title = CellText.cut(sheet.pageTitle.filter { !$0.isNewline }, to: 80).replacing("&", with: "&&")
      try check(worksheet_set_header(page, "&C\(CellText.cleaned(title))"))
    }
    try check(worksheet_set_footer(page, "&C第 &P 页，共 &N 页"))
    // A code is a text on purpose.
    try check(worksheet_ignore_errors(page, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576"))
    guard sheet.isProtected else { return }
    var allowed = lxw_protection()
    (allowed.format_columns, allowed.format_rows, allowed.sort, allowed.autofilter) = (1, 1, 1, 1)
    (allowed.insert_rows, allowed.delete_rows) = (1, 1)
    worksheet_protect(page, nil, &allowed)
  }

  private func add(_ check: CellCheck, to page: UnsafeMutablePointer<lxw_worksheet>, _ lists: ListSheet) throws {
    var rule = lxw_data_validation()
    var listed: [UnsafeMutablePointer<CChar>?] = []
    let between = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    switch check.rule {
    case .list(let texts):
      if let name = lists.name(of: texts) {
        rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
        rule.value_formula = keep("=\(name)")
      } else {
        rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
        listed = texts.map(keep) + [nil]
      }
    case .whole(let range):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      rule.criteria = between
      (rule.minimum_number, rule.maximum_number) = (Double(range.lowerBound), Double(range.upperBound))
    case .number(let range):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      rule.criteria = between
      // Excel knows no infinity.
      rule.minimum_number = max(range.lowerBound, -1e300)
      rule.maximum_number = min(range.upperBound, 1e300)
    case .day(let range):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
      rule.criteria = between
      rule.minimum_datetime = Self.moment(range.lowerBound)
      rule.maximum_datetime = Self.moment(range.upperBound)
    case .anything: rule.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    }
    rule.input_title = Self.isBlank(check.title) ? nil : keep(CellText.cut(CellText.cleaned(check.title), to: 32))
    rule.input_message = Self.isBlank(check.prompt) ? nil : keep(CellText.cut(CellText.cleaned(check.prompt), to: 255))
    rule.error_title = rule.input_title
    rule.error_message =
      Self.isBlank(check.refusal) ? nil : keep(CellText.cut(CellText.cleaned(check.refusal), to: 255))
    if check.isLenient { rule.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue) }
    let range = check.range
    try listed.withUnsafeMutableBufferPointer { list in
      rule.value_list = list.count > 0 ? list.baseAddress : nil
      try self.check(
        worksheet_data_validation_range(
          page, UInt32(range.rows.lowerBound), UInt16(range.columns.lowerBound), UInt32(range.rows.upperBound),
          UInt16(range.columns.upperBound), &rule))
    }
  }

  private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

  private func format(_ look: CellFormat) -> UnsafeMutablePointer<lxw_format>? {
    if let known = formats[look] { return known }
    guard let format = workbook_add_format(book) else { return nil }
    formats[look] = format
    format_set_font_name(format, look.role == .title ? "黑体" : "宋体")
    format_set_font_size(format, look.size)
    format_set_font_color(format, look.colour)
    if let known = look.builtInFormat {
      format_set_num_format_index(format, known)
    } else {
      format_set_num_format(format, look.numberFormat)
    }
    if look.isBold { format_set_bold(format) }
    if look.isOpen { format_set_unlocked(format) }
    if let background = look.background { format_set_bg_color(format, background) }
    if look.hasBorder {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0xB0B0B0)
    }
    if look.isCentred { format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if look.kind == .text, look.role != nil { format_set_text_wrap(format) }
    return format
  }
}
