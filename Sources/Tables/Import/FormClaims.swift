import Register
import Tabular

/// What a form that comes back was made for, as the form itself says: rows that contradict it are set aside, since somebody
/// filled in another sheet than they meant.
package struct FormClaims: Sendable, Equatable {
  /// Codes of the units that it is about; empty: any.
  package var units: [String]
  /// Who fills it in; nil: not said.
  package var assessor: String?
  /// What each row was given beforehand, as `mark(of:)`; empty: not said.
  package var rows: Set<String>

  package init(units: [String] = [], assessor: String? = nil, rows: Set<String> = []) {
    self.units = units
    self.assessor = assessor
    self.rows = rows
  }

  package var isEmpty: Bool { units.isEmpty && assessor == nil && rows.isEmpty }

  /// A short mark of what a row was given, in the order of the form's given columns.
  package static func mark(of cells: [String]) -> String {
    // FNV-1a: known again by any program that reads the workbook; it guards against slips, not against intent.
    var hash: UInt32 = 2_166_136_261
    for byte in cells.map(normalised).joined(separator: "\u{1F}").utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return String(hash, radix: 36)
  }

  static func normalised(_ cell: String) -> String { narrowed(cell).filter { !$0.isWhitespace } }
}

/// Cells that a person writes once for each unit: rows below that leave them blank mean the same.
final class OnceCells {
  private let cells: [Int]
  private let unit: Int?
  private var above: [Int: [UInt8]] = [:]
  private var lastUnit: [UInt8] = []
  /// Texts that rows stand on while they are read.
  private var held: [UnsafeMutableBufferPointer<UInt8>] = []

  /// - Returns: nil for a table whose cells are all written in every row.
  convenience init?(_ spec: TableSpec, _ columns: [ColumnReader], unit: Int?) {
    let headers = Set(spec.file.onceHeaders.map(headerForm))
    let cells = columns.filter { headers.contains(headerForm($0.spec.header)) }.map(\.cell)
    if cells.isEmpty { return nil }
    self.init(cells: cells, unit: unit)
  }

  init(cells: [Int], unit: Int?) {
    self.cells = cells
    self.unit = unit
  }

  deinit { release() }

  func read(_ reader: inout RecordReader) {
    release()
    let unit = unit.map { $0 < reader.count ? Array(trimmed(reader.cell($0))) : [] } ?? []
    if unit != lastUnit {
      above.removeAll()
      lastUnit = unit
    }
    for cell in cells where cell < reader.count {
      let text = trimmed(reader.cell(cell))
      if !text.isEmpty {
        above[cell] = Array(text)
      } else if let earlier = above[cell] {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: earlier.count)
        _ = copy.update(fromContentsOf: earlier)
        held.append(copy)
        reader.replace(cell, with: UnsafeBufferPointer(copy))
      }
    }
  }

  private func release() {
    for text in held { text.deallocate() }
    held.removeAll()
  }
}

extension ImportPass {
  /// Sets the row aside if it is not one of those that the form was made for.
  func judgeClaims(_ reader: inout RecordReader) {
    guard let claims = spec.file.claims, !claims.isEmpty else { return }
    let headers = spec.file.givenHeaders.map(headerForm)
    let given = headers.compactMap { header in columns.first { headerForm($0.spec.header) == header } }
    let texts = given.map { $0.cell < reader.count ? string(trimmed(reader.cell($0.cell))) : "" }
    var isOwn = true
    if !claims.rows.isEmpty {
      isOwn = claims.rows.contains(FormClaims.mark(of: texts))
    } else {
      if let assessor = claims.assessor, !given.isEmpty {
        isOwn = texts.contains { FormClaims.normalised($0) == FormClaims.normalised(assessor) }
      }
      let index = unitIndices[row]
      if let units, !claims.units.isEmpty, index >= 0, index < units.registerCount {
        isOwn = isOwn && claims.units.contains(units.code(at: index))
      }
    }
    guard !isOwn else { return }
    let unit = spec.unit.flatMap { rule in columns.first { $0.spec.id == rule.column } }
    let cell = given.first ?? unit
    let shown = given.isEmpty ? [unit].compactMap(\.self) : given
    let row = zip(shown, shown.map { $0.cell < reader.count ? string(trimmed(reader.cell($0.cell))) : "" })
      .map { "\($0.spec.header) \($1)" }.joined(separator: "、")
    setAside(
      TableFinding.file(
        cell.map { reader.place(ofCell: $0.cell) } ?? reader.place,
        .notOfForm(
          row: isReticent ? nil : shortened(row),
          form: ([claims.assessor].compactMap(\.self) + claims.units).joined(separator: "、"), table: spec.id)))
  }
}
