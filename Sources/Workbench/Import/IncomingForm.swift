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

  /// Whether it is made for rows of a table.
  var hasRows: Bool { [FormStamp.Kind.form, .sheet].map(\.rawValue).contains(kind) }
  var kind: String { value("kind") ?? "" }
  /// `system/table`, if its rows belong to one.
  var table: String? { value("table") }
  var version: String? { value("version") }
  var period: String? { value("period") }
  /// The first digits of the hash of the spec that it was made from.
  var spec: String? { value("spec") }

  /// What else the form says of itself.
  subscript(key: String) -> String? { value(key) }

  private func value(_ key: String) -> String? { values[key].flatMap { $0.isEmpty ? nil : $0 } }

  /// The table spec as the form's rows are read: from its own sheet, below one row of headers, wherever that stands.
  func reading(_ spec: TableSpec) -> TableSpec {
    var spec = spec
    if let sheet = value("sheet") { spec.file.sheet = sheet }
    spec.file.headerRow = nil
    spec.file.headerRows = 1
    spec.file.givenHeaders = list("given")
    spec.file.onceHeaders = list("once")
    spec.file.claims = claims
    return spec
  }

  private func list(_ key: String) -> [String] {
    (1...100).lazy.map { value("\(key).\($0)") }.prefix { $0 != nil }.compactMap(\.self)
  }

  /// What its rows must say, as it was made.
  private var claims: FormClaims {
    FormClaims(
      units: value("unit").map { [$0] } ?? [], assessor: value("assessor"),
      rows: Set(list("row").flatMap { $0.split(separator: " ").map(String.init) }))
  }
}
