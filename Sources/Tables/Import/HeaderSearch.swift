import Findings
import Tabular

/// Finds the row of a table's header: the one near the top that has all of its headers.
struct HeaderSearch {
  let spec: TableSpec

  struct Found {
    /// Rows that have all headers.
    var rows: [Int] = []
    /// Whether they all say the same: one header, printed on each page.
    var areSame = true
    /// The row of the header, if there is one, or the first of several that say the same.
    var row: Int? { rows.count == 1 || areSame ? rows.first : nil }
    /// What the first of them says, without blanks at the end.
    var texts: [String] = []
    /// The row with most of them, and how many.
    var best: (row: Int, count: Int)?
    /// Why the file could not be read that far.
    var failure: TabularFinding?
  }

  /// Looks at the first rows, or only at the one that the spec names.
  func look(at file: any RecordFile) -> Found {
    let wanted = spec.columns.filter { !$0.isDropped }.map { headerForm($0.header) }
    let height = spec.file.headerRows
    let last = spec.file.headerRow ?? headerSearchRows
    var found = Found()
    var reader = file.records()
    var above: [(row: Int, texts: [String])] = []
    while reader.row < last + height - 1, reader.advance() {
      above.append((reader.row, headerTexts(&reader)))
      if above.count > height { above.removeFirst() }
      let top = reader.row - height + 1
      guard top >= 1, spec.file.headerRow.map({ $0 == top }) ?? true else { continue }
      let rows = (top...reader.row).map { row in above.first { $0.row == row }?.texts ?? [] }
      guard rows.first?.isEmpty == false else { continue }
      let texts = HeaderText.joined(rows)
      let forms = Set(texts.map(headerForm))
      // A table without columns of its own takes the first row that there is.
      if wanted.isEmpty {
        found.rows.append(top)
        break
      }
      let count = wanted.count { forms.contains($0) }
      if count == wanted.count {
        let texts = Array(texts[..<(texts.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0)])
        if found.rows.isEmpty { found.texts = texts } else { found.areSame = found.areSame && found.texts == texts }
        found.rows.append(top)
      }
      if count > found.best?.count ?? 0 { found.best = (top, count) }
    }
    found.failure = reader.failure
    return found
  }

  /// The row of the header: that of the spec; else the first row if it has all headers, as files without titles have
  /// it; else the only one that has, which is said. Where none has, the one that has most of them, or the first, so that
  /// somebody can say what it lacks.
  /// - Returns: nil, with the reason in the log, where several rows have all.
  func row(in file: any RecordFile, log: FindingLog) -> Int? {
    if let row = spec.file.headerRow { return row }
    let found = look(at: file)
    let sheet = file.sheet.isEmpty ? nil : file.sheet
    let place = Place.file(file.name)
    if found.rows.isEmpty { return found.best?.row ?? 1 }
    if let row = found.row {
      if row != 1 { log.add(TableFinding.file(place, .headerFound(row: row, sheet: sheet))) }
      return row
    }
    if sheet == nil, found.rows[0] == 1 { return 1 }
    log.add(TableFinding.file(place, .headerSeveral(rows: found.rows)))
    return nil
  }
}

/// The texts of the current record, trimmed.
func headerTexts(_ reader: inout RecordReader) -> [String] {
  if reader.hasLooks { for cell in 0..<reader.count { reader.show(cell) } }
  return (0..<reader.count).map { index in
    let cell = reader.cell(index)
    return string(trimmed(unwrapped(cell) ?? cell))
  }
}

/// A header over several rows.
enum HeaderText {
  /// One text for each column: what stands above, `/`, what stands below. A group above several columns stands in the
  /// first of them; the others are blank above and have a text below. A text that goes down over all rows stands alone.
  static func joined(_ rows: [[String]]) -> [String] {
    guard let last = rows.last, rows.count > 1 else { return rows.last ?? [] }
    let width = rows.map(\.count).max() ?? 0
    func text(_ row: [String], _ column: Int) -> String { column < row.count ? row[column] : "" }
    var joined = (0..<width).map { text(last, $0) }
    for row in rows.dropLast().reversed() {
      var group = ""
      joined = joined.enumerated().map { column, below in
        let own = text(row, column)
        if !own.isEmpty { group = below.isEmpty || below == own ? "" : own }
        let above = own.isEmpty && !below.isEmpty ? group : own
        if above.isEmpty || above == below { return below }
        return below.isEmpty ? above : "\(above)/\(below)"
      }
    }
    return joined
  }
}
