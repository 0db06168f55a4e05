import Documents
import Findings

/// Reads the text between a cell's fences.
struct CellReader {
  let kind: CellKind
  /// Where the opening fence stands.
  let fence: Place
  /// The line of the file after the fence.
  let firstLine: Int
  let name: String
  let parameters: Parameters
  let log: FindingLog

  mutating func cell(_ text: String, edition: Edition) -> Cell {
    if text.allSatisfy(\.isWhitespace) {
      log.add(ReportFinding.cellEmpty(fence, kind: kind))
      return .refused(kind, fence)
    }
    if kind == .sql { return sql(text, edition: edition) }
    let before = log.count(.problem)
    guard let written = YAMLFile.parse(text, name: name, firstLine: firstLine, log: log) else {
      return .refused(kind, fence)
    }
    guard let shape = kind.shape else { return .refused(kind, fence) }
    var reader = MappingReader(
      parameters.resolved(written, log: log), path: kind.rawValue, shape: shape, log: log)
    let cell: Cell? =
      switch kind {
      case .table: table(&reader).map(Cell.table)
      case .chart: chart(&reader).map(Cell.chart)
      case .finding: sentences(&reader).map(Cell.sentences)
      case .value: value(&reader).map(Cell.value)
      case .sql: nil
      }
    reader.finish()
    // A cell that is half understood would print something else than was asked for.
    guard let cell, log.count(.problem) == before else { return .refused(kind, fence) }
    return cell
  }

  private func sql(_ text: String, edition: Edition) -> Cell {
    if edition == .public {
      log.add(ReportFinding.sqlInPublic(fence))
      return .refused(.sql, fence)
    }
    let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    var caption: CellText?
    if let first = lines.first, let words = first.split(separator: "caption:", maxSplits: 1).last,
      first.hasPrefix("--"), first.dropFirst(2).trimmed.hasPrefix("caption:")
    {
      caption = CellText(String(words.trimmed), at: .line(name, line: firstLine, column: 1))
    }
    let place = Place.line(name, line: firstLine, column: 1)
    return .sql(
      SQLCell(request: SQLRequest(text: text, parameters: parameters.values, place: place), caption: caption))
  }

  private func table(_ reader: inout MappingReader) -> TableCell? {
    let from = reader.requiredNode("from")
    let columns = (reader.node("columns")?.list(called: "columns", log: log) ?? []).compactMap(column)
    let top = reader.integer("top")
    if let top, top < 1 {
      log.add(ReportFinding.topTooSmall(reader.place(of: "top"), value: top))
    }
    let by = reader.text("by").map { TableCell.Column(name: $0, heading: nil, place: reader.place(of: "by")) }
    let order = reader.choice("order", TableCell.Order.self)
    let empty = reader.choice("empty", TableCell.Empty.self)
    let caption = caption(&reader)
    var formats: [String: NumberPattern] = [:]
    for entry in reader.entries("formats") {
      guard let text = entry.value.text(called: entry.key, log: log) else { continue }
      if let pattern = NumberPattern(text) {
        formats[entry.key] = pattern
      } else {
        log.add(ReportFinding.formatUnknown(entry.value.place, pattern: text))
      }
    }
    guard let from else { return nil }
    return TableCell(
      from: from, columns: columns, top: top, by: by, order: order ?? .descending, empty: empty ?? .say,
      caption: caption, formats: formats,
      place: fence)
  }

  /// `name` or `{name: heading}`.
  private func column(_ node: DocumentNode) -> TableCell.Column? {
    if case .mapping(let entries) = node.content, entries.count == 1, let entry = entries.first {
      guard let heading = entry.value.text(called: entry.key, log: log) else { return nil }
      return TableCell.Column(name: entry.key, heading: heading, place: entry.keyPlace)
    }
    guard let name = node.text(called: "columns", log: log) else { return nil }
    return TableCell.Column(name: name, heading: nil, place: node.place)
  }

  private func chart(_ reader: inout MappingReader) -> ChartCell? {
    let use = reader.requiredText("use")
    let data = reader.node("data")
    let split = reader.text("split")
    let caption = caption(&reader)
    guard let use else { return nil }
    return ChartCell(request: ChartRequest(chart: use, data: data, split: split, place: fence), caption: caption)
  }

  private func sentences(_ reader: inout MappingReader) -> SentenceCell? {
    let from = reader.requiredNode("from")
    let form = reader.choice("as", SentenceCell.Form.self)
    guard let from else { return nil }
    return SentenceCell(from: from, form: form ?? .list, place: fence)
  }

  private func value(_ reader: inout MappingReader) -> ValueCell? {
    let name = reader.requiredText("name")
    let from = reader.requiredNode("from")
    let column = reader.requiredText("column")
    let by = reader.text("by").map { TableCell.Column(name: $0, heading: nil, place: reader.place(of: "by")) }
    let order = reader.choice("order", TableCell.Order.self)
    var formats: [String: NumberPattern] = [:]
    if let format = reader.text("format") {
      if let column, let pattern = NumberPattern(format) {
        formats[column] = pattern
      } else {
        log.add(ReportFinding.formatUnknown(reader.place(of: "format"), pattern: format))
      }
    }
    guard let name, let from, let column else { return nil }
    let wanted = TableCell.Column(name: column, heading: nil, place: reader.place(of: "column"))
    return ValueCell(
      name: name,
      table: TableCell(
        from: from, columns: [wanted], top: 1, by: by, order: order ?? .descending, empty: .say, caption: nil,
        formats: formats, place: fence))
  }

  private func caption(_ reader: inout MappingReader) -> CellText? {
    reader.text("caption").map { CellText($0, at: reader.place(of: "caption")) }
  }
}
