import Charts
import Findings
import Register
import Scoring
import Store
import Tables

/// What a file changes in the rows that stand, in words and as a table.
package struct FileComparison {
  let file: String
  let difference: RowDifference
  let spec: TableSpec
  let names: [String: String]
  let isProtected: Bool

  /// Rows that are told in words; the rest is counted.
  static let shown = 20

  private func batch(_ number: Int) -> BatchName { BatchName(number, isProtected: isProtected) }

  package func sentences(in language: Language) -> [String] {
    let isChinese = language == .chinese
    let list = difference.batches.map { "\(batch($0))" }.joined(separator: isChinese ? "、" : ", ")
    let d = difference
    var lines = [
      isChinese
        ? "与第\(list)批相比：新增\(d.added)行，更改\(d.changed)行，去掉\(d.gone)行，未变\(d.unchanged)行"
        : "against batch \(list): \(counted(d.added, "row")) added, \(d.changed) changed, \(d.gone) gone, \(d.unchanged) unchanged"
    ]
    lines += difference.lines.prefix(Self.shown).map { "  " + sentence($0, language) }
    let rest = d.added + d.changed + d.gone - Self.shown
    if rest > 0, !d.lines.isEmpty {
      lines.append(
        isChinese
          ? "  另有\(rest)行；全部见 --format csv" : "  \(counted(rest, "more row", "more rows")); all of them: --format csv")
    }
    return lines
  }

  private func sentence(_ line: RowDifference.Line, _ language: Language) -> String {
    let isChinese = language == .chinese
    let words = CellWords(spec: spec, language: language)
    let name = [keyText(line, words), line.unit.map { names[$0] ?? $0 }].compactMap(\.self).filter { !$0.isEmpty }
      .joined(separator: " ")
    let place = place(line, language)
    let cells = changes(line, words).map { cell in
      guard let (before, after) = cell.values else { return cell.column }
      return isChinese ? "\(cell.column)：\(before) → \(after)" : "\(cell.column): \(before) → \(after)"
    }.joined(separator: isChinese ? "；" : "; ")
    let head = "\(line.kind.word(language)) \(name)\(isChinese ? "（\(place)）" : " (\(place))")"
    return cells.isEmpty ? head : "\(head) \(cells)"
  }

  private func keyText(_ line: RowDifference.Line, _ words: CellWords) -> String {
    zip(spec.key, line.key).map { words.text($0, $1) }.joined(separator: " ")
  }

  private func place(_ line: RowDifference.Line, _ language: Language) -> String {
    let isChinese = language == .chinese
    if let row = line.row { return isChinese ? "第\(row)行" : "row \(row)" }
    guard let standing = line.standing else { return "" }
    let name = batch(standing.batch)
    return isChinese ? "第\(name)批第\(standing.row)行" : "batch \(name), row \(standing.row)"
  }

  private struct Change {
    let column: String
    /// nil: the cells are not told.
    let values: (String, String)?
  }

  /// Companion columns say again what their column does.
  private func changes(_ line: RowDifference.Line, _ words: CellWords) -> [Change] {
    let companions = Set(spec.columns.flatMap { column in column.companions.map(\.name) })
    let changed = Set(line.cells.map(\.column))
    return line.cells.compactMap { cell in
      if companions.contains(cell.column) {
        let own = spec.columns.first { $0.companions.contains { $0.name == cell.column } }?.id ?? ""
        if changed.contains(own) || own.isEmpty { return nil }
      }
      guard words.mayTell(cell.column) else { return Change(column: cell.column, values: nil) }
      return Change(
        column: cell.column, values: (words.text(cell.column, cell.before), words.text(cell.column, cell.after)))
    }
  }

  /// One line for each cell that changed, and for each row that is new or gone.
  package static func table(of comparisons: [FileComparison], in language: Language) -> DataTable {
    let lines = comparisons.flatMap { $0.lines(language) }
    let isChinese = language == .chinese
    func column(_ name: String, _ label: String, _ index: Int) -> DataColumn {
      DataColumn(name, label: isChinese ? label : nil, texts: lines.map { $0.cells[index] })
    }
    return DataTable([
      column("file", "文件", 0), column("change", "变动", 1), column("key", "编号", 2), column("unit", "单位", 3),
      column("batch", "原批次", 4), column("batch_row", "原行号", 5),
      DataColumn("row", label: isChinese ? "行号" : nil, numbers: lines.map(\.row), digits: 0),
      column("column", "列", 6), column("before", "原值", 7), column("after", "新值", 8),
    ])
  }

  private func lines(_ language: Language) -> [(cells: [String], row: Double)] {
    let words = CellWords(spec: spec, language: language, empty: "")
    return difference.lines.flatMap { line -> [(cells: [String], row: Double)] in
      let lead = [
        file, line.kind.rawValue, keyText(line, words), line.unit ?? "",
        line.standing.map { "\(batch($0.batch))" } ?? "", line.standing.map { "\($0.row)" } ?? "",
      ]
      let cells = line.kind == .changed ? changes(line, words) : []
      return (cells.isEmpty ? [Change(column: "", values: ("", ""))] : cells).map { cell in
        (lead + [cell.column, cell.values?.0 ?? "…", cell.values?.1 ?? "…"], line.row.map(Double.init) ?? .nan)
      }
    }
  }
}

extension RowDifference.Kind {
  func word(_ language: Language) -> String {
    switch (self, language) {
    case (.added, .chinese): "新增"
    case (.changed, .chinese): "更改"
    case (.gone, .chinese): "去掉"
    case (.added, .english): "added"
    case (.changed, .english): "changed"
    case (.gone, .english): "gone"
    }
  }
}
