import Findings
import Register
import Tables
import Tabular

/// What the hidden sheet of a form says of it: a workbook that the product wrote for people to fill in. They can edit
/// it, so that nothing but where to look follows from it.
struct IncomingForm {
  private let values: [String: String]
  let place: Place

  /// nil for workbooks that are no forms.
  init?(_ workbook: Workbook, log: FindingLog) {
    guard let values = workbook.form(log: log) else { return nil }
    self.values = values
    place = .cell(workbook.name, sheet: "_qingheng", row: 1, column: 1)
  }

  var kind: String { value("kind") ?? "" }
  /// `system/table`, if its rows belong to one.
  var table: String? { value("table") }
  var version: String? { value("version") }
  var period: String? { value("period") }

  /// What else the form says of itself.
  subscript(key: String) -> String? { value(key) }

  private func value(_ key: String) -> String? { values[key].flatMap { $0.isEmpty ? nil : $0 } }

  /// The table spec as the form's rows are read: from its own sheet, below one row of headers, wherever that stands.
  func reading(_ spec: TableSpec) -> TableSpec {
    var spec = spec
    if let sheet = value("sheet") { spec.file.sheet = sheet }
    spec.file.headerRow = nil
    spec.file.headerRows = 1
    spec.file.givenHeaders = (1...100).lazy.map { value("given.\($0)") }.prefix { $0 != nil }.compactMap(\.self)
    return spec
  }
}
