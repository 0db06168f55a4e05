import Charts
import Documents
import Findings

extension Notebook {
  /// The finished report: every value, table, figure and sentence fetched from the source.
  ///
  /// What could not be fetched is a visible mark in the document and a finding in the log; nothing is left out in
  /// silence.
  /// - Parameter unit: whom the whole document is about, where the notebook has one for each.
  package func document(from source: some ReportSource, about unit: String? = nil, log: FindingLog) -> Document {
    let inView = unit.map(source.inView) ?? source
    var builder = DocumentBuilder(notebook: self, source: inView, unit: unit, log: log)
    return builder.document()
  }

  /// The units that have a document of their own; nil: there is one document for all.
  package func addressees(in source: some ReportSource, log: FindingLog) -> [String]? {
    guard let each = header.each else { return nil }
    if let units = source.units(each.name) { return units }
    log.add(ReportFinding.listUnknown(each.place, name: each.name, known: source.unitLists.sorted()))
    return []
  }
}

struct DocumentBuilder<Source: ReportSource> {
  let notebook: Notebook
  private(set) var source: Source
  /// The unit in view, by code.
  private var unit: String?
  let log: FindingLog
  private var tableCount = 0
  private var figureCount = 0
  /// What `value` cells named so far.
  private var named: [String: String] = [:]
  private var title: String?

  init(notebook: Notebook, source: Source, unit: String?, log: FindingLog) {
    self.notebook = notebook
    self.source = source
    self.unit = unit
    self.log = log
  }

  private func value(_ name: String) -> String? {
    if name == "title", let title { return title }
    return named[name] ?? source.value(name) ?? notebook.parameters.text(name)
  }

  private var resolution: InlineResolution {
    InlineResolution(value: { value($0) }, unknown: { name, place in unknown(name, place) })
  }

  private func unknown(_ name: String, _ place: Place) {
    let names = Set(source.valueNames + notebook.parameters.names + named.keys + (title == nil ? [] : ["title"]))
    log.add(ReportFinding.valueUnknown(place, name: name, known: names.sorted()))
  }

  mutating func document() -> Document {
    // The title may ask for any value but itself.
    title = Inline.plainText(resolution.inlines(notebook.header.title.inlines))
    var printedTitle = title ?? ""
    var drafts = notebook.blocks
    // A first heading is the document's title as its author wants it printed.
    if case .heading(1, let inlines)? = drafts.first {
      printedTitle = Inline.plainText(resolution.inlines(inlines))
      drafts.removeFirst()
    }
    let imprint = source.imprint
    var subtitle = [imprint.institution, imprint.system, imprint.period, imprint.state ?? ""]
    if notebook.header.edition == .internal { subtitle.append(DocumentWording.internalEdition) }
    let blocks = self.blocks(of: drafts)
    return Document(
      title: printedTitle, subtitle: subtitle.filter { !$0.isEmpty }.map(oneLine), blocks: blocks, imprint: imprint)
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
    case .choice(let condition, let then, let otherwise):
      guard let value = value(condition.name) else {
        unknown(condition.name, condition.place)
        return [.paragraph([.gap(DocumentWording.noValue(oneLine(condition.name)))])]
      }
      guard let isMet = condition.isMet(by: value) else {
        log.add(ReportFinding.conditionOrder(condition.place, name: condition.name, value: oneLine(value)))
        return [.paragraph([.gap(DocumentWording.noOrder(oneLine(condition.name)))])]
      }
      return blocks(of: isMet ? then : otherwise)
    case .each(let list, let place, let inner): return each(list, place, inner)
    }
  }

  /// A name that means something already, which no cell may mean otherwise.
  private func isTaken(_ name: String) -> Bool {
    name == "title" || source.value(name) != nil || notebook.parameters.names.contains(name)
  }

  private mutating func each(_ list: String, _ place: Place, _ inner: [DraftBlock]) -> [Block] {
    guard let units = source.units(list) else {
      log.add(ReportFinding.listUnknown(place, name: list, known: source.unitLists.sorted()))
      return [.paragraph([.gap(DocumentWording.noList(oneLine(list)))])]
    }
    let (outer, outerUnit, outerNames) = (source, unit, named)
    defer { (source, unit, named) = (outer, outerUnit, outerNames) }
    var blocks: [Block] = []
    for code in units {
      (source, unit, named) = (outer.inView(of: code), code, outerNames)
      blocks += self.blocks(of: inner)
    }
    return blocks
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
      guard let from = request(cell.from) else { return [gap(.finding)] }
      let sentences = asked(.finding, cell.place) { source.sentences(from, log: log) }.map(oneLine)
      if sentences.isEmpty { return [gap(.finding)] }
      switch cell.form {
      case .paragraph: return [.paragraph([.text(sentences.joined())])]
      case .list: return [.list(start: nil, items: sentences.map { [.paragraph([.text($0)])] })]
      }
    case .table(let cell):
      guard let data = data(of: cell, .table) else { return [gap(.table)] }
      let (table, allRows) = TablePrinting(data: data, log: log).table(for: cell)
      if allRows == 0, cell.empty == .omit { return [] }
      return [.table(numbered(table, caption: cell.caption, allRows: allRows))]
    case .value(let cell):
      guard !isTaken(cell.name) else {
        log.add(ReportFinding.valueTaken(cell.table.place, name: cell.name))
        return [gap(.value)]
      }
      guard let data = data(of: cell.table, .value) else { return [gap(.value)] }
      let entry = TablePrinting(data: data, log: log).table(for: cell.table).table.rows.first?.first
      if case .content(let words)? = entry { named[cell.name] = Inline.plainText(words) } else { named[cell.name] = "" }
      return []
    case .sql(let cell):
      var parameters = cell.request.parameters
      if let unit { parameters[Parameters.unit] = .text(unit) }
      let request = SQLRequest(text: cell.request.text, parameters: parameters, place: cell.request.place)
      let data = asked(.sql, request.place) { rectangular(source.sql(request, log: log)) }
      guard let data else { return [gap(.sql)] }
      let table = TablePrinting(data: data, log: log).table()
      return [
        .table(numbered(table, caption: cell.caption, allRows: table.rows.count)),
        .paragraph([.gap(DocumentWording.unprotectedQuery)]),
      ]
    case .chart(let cell):
      var data: DocumentNode?
      if let written = cell.request.data {
        guard let found = request(written) else { return [gap(.chart)] }
        data = found
      }
      let request = ChartRequest(
        chart: cell.request.chart, data: data, split: cell.request.split, place: cell.request.place)
      let figures = asked(.chart, request.place) { source.charts(request, log: log) }
      return figures.isEmpty ? [gap(.chart)] : figures.map { .figure(numbered($0, of: cell)) }
    }
  }

  private func request(_ node: DocumentNode) -> DocumentNode? { Parameters.resolved(node, unit: unit, log: log) }

  private func data(of cell: TableCell, _ kind: CellKind) -> DataTable? {
    guard let from = request(cell.from) else { return nil }
    return asked(kind, cell.place) { rectangular(source.table(from, log: log)) }
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
