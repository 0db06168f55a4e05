/// Rows of several sheets that were read as one table: each sheet has a million numbers of its own, as many as a sheet
/// can have rows, so that one number says both. The sheets' names stand together, parted by a sign that no sheet's name
/// may have.
package struct SheetRow: Sendable, Equatable {
  package static let most = 1 << 20
  private static let separator = " / "

  package let sheet: String
  /// From 1, as the sheet shows it.
  package let row: Int

  /// - Parameters:
  ///   - sheets: the name of a sheet, or those of several together.
  ///   - row: the number among the rows of all of them.
  package init(in sheets: String, row: Int) {
    let names = sheets.components(by: Self.separator)
    guard names.count > 1, row > 0 else {
      (sheet, self.row) = (sheets, row)
      return
    }
    sheet = names[min((row - 1) / Self.most, names.count - 1)]
    self.row = (row - 1) % Self.most + 1
  }

  package static func joined(_ sheets: [String]) -> String { sheets.joined(separator: separator) }

  /// `3`, or `二季度!3` where several sheets have a row 3.
  package static func label(_ row: Int, in sheets: String) -> String {
    let place = SheetRow(in: sheets, row: row)
    return place.sheet == sheets ? "\(row)" : "\(place.sheet)!\(place.row)"
  }

  /// A row of `台账.xlsx:一季度 / 二季度`, as `台账.xlsx:二季度` and its number there.
  package static func resolved(_ source: String, row: Int) -> (source: String, row: Int) {
    guard let colon = source.lastIndex(of: ":") else { return (source, row) }
    let sheets = String(source[source.index(after: colon)...])
    let place = SheetRow(in: sheets, row: row)
    return place.sheet == sheets ? (source, row) : ("\(source[...colon])\(place.sheet)", place.row)
  }
}

extension String {
  fileprivate func components(by separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
