import Findings
import Tabular

/// Which cell of a record belongs to which column.
struct HeaderMatch {
  /// Cell indices of the spec's columns that are read, in the spec's order.
  var cells: [(column: ColumnSpec, cell: Int)] = []
  /// Further headers that `other_columns` keeps, in the file's order.
  var further: [(header: String, cell: Int)] = []
  var cellCount = 0
  /// What options are written as in this file.
  var export = SurveyRule.Export.text
  /// By column: where the answers to a question of several options stand.
  var choices: [String: ChoiceCells.Source] = [:]
  /// The cell of the source by which twins are counted.
  var sourceCell: Int?

  /// How the header says it, to know it again further down.
  var repeated = RepeatedHeader([])

  /// The cell of a column that this file does not have.
  static let absent = Int.max

  /// Compares the texts of the header, of which the current record is the last, with the spec.
  /// - Returns: nil, with the reasons in the log, if a column is missing or not to be told from another.
  init?(_ headers: [String], _ reader: inout RecordReader, file: String, spec: TableSpec, log: FindingLog) {
    cellCount = headers.count
    let forms = headers.map(headerForm)
    let cellsByForm = Dictionary(grouping: forms.indices, by: { forms[$0] })
    let known = Set(spec.columns.map { headerForm($0.header) })
    let before = log.count(.problem)
    var survey = spec.survey.map { SurveyMatch($0, headers, file: file, spec: spec) }

    for column in spec.columns where !column.isDropped {
      let form = headerForm(column.header)
      switch survey?.cells(of: column, named: cellsByForm[form] ?? []) ?? cellsByForm[form] ?? [] {
      case let found where found.count == 1: cells.append((column, found[0]))
      case let found where found.isEmpty:
        let unclaimed = forms.filter { !known.contains($0) && !$0.isEmpty }
        let nearest = nearMiss(to: form, among: unclaimed).flatMap { forms.firstIndex(of: $0) }
        // The first row of a file without a header is a row of secrets.
        let problem = FileProblem.columnMissing(
          column: column.id, header: column.header, nearest: spec.isProtected ? nil : nearest.map { headers[$0] })
        log.add(TableFinding.file(reader.place, problem))
      case let found:
        let problem = FileProblem.columnTwin(header: headers[found[0]], columns: found.map { $0 + 1 })
        log.add(TableFinding.file(reader.place(ofCell: found[1]), problem))
      }
    }
    if spec.isProtected, log.count(.problem) != before { return nil }
    if survey != nil { survey?.finish(&self, &reader, log: log) }
    if let source = spec.careless?.sameSource, let column = spec.columns.first(where: { $0.id == source.column }) {
      sourceCell = cellsByForm[headerForm(column.header)]?.first
    }
    let claimed = survey?.claimed ?? []
    takeFurther(
      headers, forms, known: known, claimed: claimed, cellsByForm, &reader, spec: spec, log: log)
    guard log.count(.problem) == before else { return nil }
  }

  private mutating func takeFurther(
    _ headers: [String], _ forms: [String], known: Set<String>, claimed: Set<Int>,
    _ cellsByForm: [String: [Int]],
    _ reader: inout RecordReader, spec: TableSpec, log: FindingLog
  ) {
    let others = forms.indices.filter {
      !forms[$0].isEmpty && !known.contains(forms[$0]) && !claimed.contains($0)
        && spec.survey?.form.isMetadata(headers[$0]) != true
    }
    guard let first = others.first else { return }
    let isKept = spec.otherColumns != nil
    log.add(
      TableFinding.file(
        reader.place(ofCell: first), .furtherColumns(others.map { headers[$0] }, areKept: isKept)))
    guard isKept else { return }
    var taken = Set(spec.storedColumns().map { $0.name.lowercased() } + TableSpec.engineColumns)
    for cell in others {
      let twins = cellsByForm[forms[cell]] ?? []
      if twins.count > 1 {
        let problem = FileProblem.columnTwin(header: headers[cell], columns: twins.map { $0 + 1 })
        if twins[1] == cell { log.add(TableFinding.file(reader.place(ofCell: cell), problem)) }
      } else if !taken.insert(headers[cell].lowercased()).inserted {
        log.add(TableFinding.file(reader.place(ofCell: cell), .columnReserved(header: headers[cell])))
      } else {
        further.append((headers[cell], cell))
      }
    }
  }
}
