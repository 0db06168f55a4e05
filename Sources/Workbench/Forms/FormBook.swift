import Register
import Spreadsheets
import Tables

/// A table's form: the sheet to be filled in, the sheet that says how, and the hidden one by which it is known again.
struct FormBook {
  let file: SystemFolders.SpecFile
  /// What people call the system.
  let system: String
  let columns: [FormColumn]
  let period: Period?
  /// The one unit that all rows are about; nil: rows name theirs.
  let unit: OrgUnit?

  /// So many rows are checked and open; a sheet that is fuller is still read.
  static let rowCount = 2000

  var title: String {
    [file.spec.id, period?.chineseName, unit?.name].compactMap(\.self).joined(separator: " · ")
  }

  /// A name that the spec's pattern takes, where it has one: the period in it is that of files that carry theirs in
  /// their name.
  var fileName: String {
    var parts = [file.spec.id]
    let core = file.spec.file.match?.split(separator: "*", omittingEmptySubsequences: true).max { $0.count < $1.count }
    // A pattern may ask for another word than the table's name, or for an ending such as .csv.
    if let core, !core.contains("."), !file.spec.id.contains(core) { parts = [String(core)] }
    parts += [period?.id, unit?.name].compactMap(\.self)
    return parts.map(FormNames.safe).joined(separator: "-") + ".xlsx"
  }

  func workbook() -> Workbook {
    Workbook(title: title, sheets: [form(), Instructions(self).sheet(), stamp().asSheet()])
  }

  var headerRow: Int { file.spec.file.headerRow ?? 1 }

  /// The rows that can be filled in, from 0.
  var body: ClosedRange<Int> { headerRow...headerRow + Self.rowCount - 1 }

  private func form() -> Sheet {
    var sheet = Sheet(
      name: file.spec.id, columns: columns.map { SheetColumn(width: $0.width, kind: $0.kind, isOpen: true) })
    // Where the spec wants the header: a form that lost its hidden sheet, or was saved as CSV, can still be read.
    for row in 0..<headerRow - 1 {
      sheet.rows.append(columns.map { _ in SheetCell(.empty, .title) })
      if row == 0 { sheet.rows[0][0] = .text(title, .title) }
    }
    if headerRow > 1, columns.count > 1 {
      sheet.merges = [CellRange(rows: 0...0, columns: 0...columns.count - 1)]
      sheet.rowHeights[0] = 28
    }
    sheet.rows.append(Self.headings(columns))
    sheet.rowHeights[headerRow - 1] = 30
    sheet.headerRows = headerRow
    sheet.filter = CellRange(rows: headerRow - 1...body.upperBound, columns: 0...max(0, columns.count - 1))
    sheet.checks = columns.enumerated().map { $1.check(body, column: $0) }
    sheet.isProtected = true
    sheet.pageTitle = title
    return sheet
  }

  static func headings(_ columns: [FormColumn]) -> [SheetCell] {
    columns.map { .text($0.header, $0.spec.isRequired ? .requiredHeading : .heading) }
  }

  private func stamp() -> FormStamp {
    var stamp = FormStamp(.form, sheet: file.spec.id, headerRow: headerRow)
    stamp.name(file)
    stamp.period = period?.id
    stamp.unit = unit?.code
    return stamp
  }
}

extension FormStamp {
  /// Which table's rows it holds, and by which text of its spec.
  mutating func name(_ file: SystemFolders.SpecFile) {
    table = "\(file.spec.system)/\(file.spec.id)"
    version = file.spec.version
    spec = String(file.hash.prefix(16))
  }
}

enum FormNames {
  /// A name as part of a file's name.
  static func safe(_ name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber || $0 == "." ? $0 : "-" })
  }
}
