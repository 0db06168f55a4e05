import Charts
import Documents
import Findings

extension Notebook {
  /// The finished report: every value, table, figure and sentence fetched from the source.
  ///
  /// What could not be fetched is a visible mark in the document and a finding in the log; nothing is left out in
  /// silence.
  package func document(from source: some ReportSource, log: FindingLog) -> Document {
    var builder = DocumentBuilder(notebook: self, source: source, log: log)
    return builder.document()
  }
}

private struct DocumentBuilder<Source: ReportSource> {
  let notebook: Notebook
  let source: Source
  let log: FindingLog
  private var tableCount = 0
  private var figureCount = 0
  private let title: String
  private let resolution: InlineResolution

  init(notebook: Notebook, source: Source, log: FindingLog) {
    self.notebook = notebook
    self.source = source
    self.log = log
    let names = Set(source.valueNames + notebook.parameters.names)
    func resolution(
      _ known: Set<String>, _ value: @escaping (String) -> String?
    ) -> InlineResolution {
      InlineResolution(
        value: value,
        unknown: { name, place in
          log.add(ReportFinding.valueUnknown(place, name: name, known: known.sorted()))
        })
    }
    func value(_ name: String) -> String? { source.value(name) ?? notebook.parameters.text(name) }
    // The title may ask for any value but itself.
    let title = Inline.plainText(resolution(names, value).inlines(notebook.header.title.inlines))
    self.title = title
    self.resolution = resolution(names.union(["title"])) { $0 == "title" ? title : value($0) }
  }

  mutating func document() -> Document {
    var drafts = notebook.blocks
    var title = title
    // A first heading is the document's title as its author wants it printed.
    if case .heading(1, let inlines)? = drafts.first {
      title = Inline.plainText(resolution.inlines(inlines))
      drafts.removeFirst()
    }
    let imprint = source.imprint
    var subtitle = [imprint.institution, imprint.system, imprint.period, imprint.state ?? ""]
    if notebook.header.edition == .internal { subtitle.append(DocumentWording.internalEdition) }
    let blocks = drafts.flatMap { self.blocks(of: $0) }
    return Document(
      title: title, subtitle: subtitle.filter { !$0.isEmpty }.map(oneLine), blocks: blocks, imprint: imprint)
  }

  private mutating func blocks(of draft: DraftBlock) -> [Block] {
    switch draft {
    case .heading(let level, let inlines): return [.heading(level: level, resolution.inlines(inlines))]
    case .paragraph(let inlines): return [.paragraph(resolution.inlines(inlines))]
    case .rule: return [.rule]
    case .code(let info, let text): return [.code(info: info, text: text)]
    case .quote(let inner): return [.quote(blocks(of: inner))]
    case .list(let start, let items):
      var printed: [[Block]] = []
      for item in items { printed.append(blocks(of: item)) }
      return [.list(start: start, items: printed)]
    case .table(let alignments, let heading, let rows): return [.table(typed(alignments, heading, rows))]
    case .cell(let cell): return blocks(of: cell)
    }
  }

  private mutating func blocks(of drafts: [DraftBlock]) -> [Block] {
    var blocks: [Block] = []
    for draft in drafts { blocks += self.blocks(of: draft) }
    return blocks
  }

  private func typed(
    _ alignments: [ColumnAlignment], _ heading: [[DraftInline]], _ rows: [[[DraftInline]]]
  ) -> PrintedTable {
    let columns = zip(alignments, heading).map { alignment, words in
      PrintedTable.Column(heading: resolution.inlines(words), alignment: alignment)
    }
    let entries = rows.map { $0.map { PrintedTable.Entry.content(resolution.inlines($0)) } }
    return PrintedTable(number: nil, caption: [], columns: columns, rows: entries)
  }

  private mutating func blocks(of cell: Cell) -> [Block] {
    switch cell {
    case .refused(let kind, _): return [gap(kind)]
    case .sentences(let cell):
      let sentences = asked(.finding, cell.place) { source.sentences(cell.from, log: log) }.map(oneLine)
      if sentences.isEmpty { return [gap(.finding)] }
      switch cell.form {
      case .paragraph: return [.paragraph([.text(sentences.joined())])]
      case .list: return [.list(start: nil, items: sentences.map { [.paragraph([.text($0)])] })]
      }
    case .table(let cell):
      guard let data = asked(.table, cell.place, { rectangular(source.table(cell.from, log: log)) }) else {
        return [gap(.table)]
      }
      let (table, allRows) = TablePrinting(data: data, log: log).table(for: cell)
      if allRows == 0, cell.empty == .omit { return [] }
      return [.table(numbered(table, caption: cell.caption, allRows: allRows))]
    case .sql(let cell):
      let data = asked(.sql, cell.request.place) { rectangular(source.sql(cell.request, log: log)) }
      guard let data else { return [gap(.sql)] }
      let table = TablePrinting(data: data, log: log).table()
      return [
        .table(numbered(table, caption: cell.caption, allRows: table.rows.count)),
        .paragraph([.gap(DocumentWording.unprotectedQuery)]),
      ]
    case .chart(let cell):
      let figures = asked(.chart, cell.request.place) { source.charts(cell.request, log: log) }
      return figures.isEmpty ? [gap(.chart)] : figures.map { .figure(numbered($0, of: cell)) }
    }
  }

  /// The source's answer; if it neither answers nor says why, that is reported here.
  private func asked<Answer: PossiblyNothing>(_ kind: CellKind, _ place: Place, _ question: () -> Answer) -> Answer {
    let before = log.count(.problem)
    let answer = question()
    if answer.isNothing && log.count(.problem) == before { log.add(ReportFinding.unanswered(place, kind: kind)) }
    return answer
  }

  /// A table whose columns are of unequal length is no answer.
  private func rectangular(_ table: DataTable?) -> DataTable? {
    guard let table, table.columns.allSatisfy({ $0.count == table.rowCount }) else { return nil }
    return table
  }

  private func gap(_ kind: CellKind) -> Block { .paragraph([.gap(DocumentWording.refused(kind))]) }

  private mutating func numbered(_ table: PrintedTable, caption: CellText?, allRows: Int) -> PrintedTable {
    tableCount += 1
    var table = table
    table.number = tableCount
    table.caption = caption.map { resolution.inlines($0.inlines) } ?? []
    if table.rows.count < allRows {
      table.caption.append(.text(DocumentWording.cut(rows: table.rows.count, of: allRows)))
    }
    return table
  }

  private mutating func numbered(_ figure: ReportFigure, of cell: ChartCell) -> NumberedFigure {
    figureCount += 1
    var caption = cell.caption.map { resolution.inlines($0.inlines) } ?? []
    if let facet = figure.facet {
      caption.append(.text(DocumentWording.facet(oneLine(facet), after: !caption.isEmpty)))
    }
    return NumberedFigure(
      number: figureCount, caption: caption, figure: figure, stem: FileStem.stem(of: cell.request.chart))
  }
}

private protocol PossiblyNothing { var isNothing: Bool { get } }
extension Array: PossiblyNothing { fileprivate var isNothing: Bool { isEmpty } }
extension Optional: PossiblyNothing { fileprivate var isNothing: Bool { if case .none = self { true } else { false } } }
