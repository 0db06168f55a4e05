import Spreadsheets

/// What a workbook says about itself on its hidden sheet, so that it is recognised when it comes back. Whoever reads it
/// trusts none of it: a person may have changed it.
struct FormStamp: Equatable {
  enum Kind: String {
    /// Rows of a table, to be filled in.
    case form
    /// A score sheet of one assessor.
    case sheet
    /// Questions about an import (核对).
    case check
    /// What is to be done (待办).
    case todo
    /// A unit's word on its draft result (征求意见).
    case comment
    /// Names that no unit carries, to be answered for.
    case names
    /// A spec's draft, to be checked and signed.
    case draft
  }

  static let sheetName = "_qingheng"

  var kind: Kind
  /// `system/id`.
  var table: String?
  var version: String?
  /// The first 16 digits of the spec file's hash.
  var spec: String?
  /// The sheet with the rows.
  var sheet: String?
  /// From 1.
  var headerRow: Int?
  /// What is the same for all rows.
  var period: String?
  var unit: String?
  var assessor: String?
  var further: [(key: String, value: String)] = []

  init(_ kind: Kind, sheet: String? = nil, headerRow: Int? = nil) {
    self.kind = kind
    self.sheet = sheet
    self.headerRow = headerRow
  }

  static func == (a: FormStamp, b: FormStamp) -> Bool { a.rows.elementsEqual(b.rows, by: ==) }

  var rows: [(String, String)] {
    let known: [(String, String?)] = [
      ("kind", kind.rawValue), ("table", table), ("version", version), ("spec", spec), ("sheet", sheet),
      ("header_row", headerRow.map { "\($0)" }), ("period", period), ("unit", unit), ("assessor", assessor),
    ]
    return known.compactMap { key, value in value.map { (key, $0) } } + further.map { ($0.key, $0.value) }
  }

  /// Keys and values as text in two columns.
  func asSheet() -> Sheet {
    var sheet = Sheet(name: Self.sheetName, columns: [SheetColumn(width: 16), SheetColumn(width: 40)])
    sheet.rows = rows.map { [.text($0.0), .text($0.1)] }
    sheet.isHidden = true
    sheet.isProtected = true
    return sheet
  }
}
