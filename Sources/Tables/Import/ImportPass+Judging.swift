import Findings
import Register
import Tabular

/// What becomes of a record that is not as it should be.
extension ImportPass {
  /// Whether the record has the header's cells. Too many cells mean that something moved, too few that something is
  /// missing, unless the spec says that such files leave out empty cells at the end: the row is set aside. Further cells
  /// that are empty are no cells, and missing ones that nobody reads are no loss.
  func isWellFormed(_ reader: inout RecordReader) -> Bool {
    if let stray = reader.strayQuote {
      let place = reader.place(ofCell: stray)
      if reader.lineCount > 1 {
        // The mark swallowed whole lines: nobody knows which rows are lost.
        log.add(TabularFinding.quoteUnclosed(place))
        isStopped = true
      }
      setAside(TabularFinding.quoteStray(place))
      return false
    }
    let found = reader.count
    if found > cellCount {
      for cell in cellCount..<found where !trimmed(reader.cell(cell)).isEmpty {
        setAside(TableFinding.file(reader.place(ofCell: cell), .ragged(found: found, expected: cellCount)))
        return false
      }
    }
    return found >= cellCount ? isClosed(&reader) : isWholeThoughShort(&reader)
  }

  /// A last row without a line end may have lost the end of its last cell: that is said, since nobody can tell.
  private func isClosed(_ reader: inout RecordReader) -> Bool {
    if reader.endsFile, !reader.isClosed { seeing.openEnd = reader.place }
    return true
  }

  private func isWholeThoughShort(_ reader: inout RecordReader) -> Bool {
    let found = reader.count
    func setAside(_ problem: FileProblem) -> Bool {
      self.setAside(TableFinding.file(reader.place(ofCell: found), problem))
      return false
    }
    if reader.endsFile { return setAside(.cutOff(found: found, expected: cellCount)) }
    guard found < readWidth else { return true }
    guard spec.file.hasShortRows, !columns.contains(where: { $0.isNeeded && $0.cell >= found }) else {
      return setAside(.ragged(found: found, expected: cellCount))
    }
    seeing.short.add(reader.place)
    return true
  }

  func setAside(_ finding: any Finding) {
    reasons.append(finding)
    log.add(finding)
  }

  /// A cell that its column does not take.
  func judge(
    _ column: ColumnReader, _ verdict: ColumnReader.Verdict, _ cell: CellBytes, _ reader: inout RecordReader
  ) {
    let text = shortened(string(trimmed(cell)))
    let told = isReticent ? nil : text
    let problem: CellProblem
    switch verdict {
    case .good: return
    case .blank: problem = .blank
    case .wrongType: problem = .wrongType(value: told, column.spec.type)
    case .marked(.error): problem = .errorValue(text)
    case .marked(.uncomputed): problem = .uncomputed
    case .marked(.digitsLost): problem = .digitsLost(value: told)
    case .marked(.unseen): problem = .formatUnread(value: told)
    case .marked(.merged):
      judge(mergedNumber: column, &reader)
      return
    case .digitsRounded: problem = .digitsRounded(value: told)
    case .dittoFirst: problem = .dittoFirst
    case .dateRefused(let refusal): problem = .dateRefused(value: told, refusal)
    case .outOfRange: problem = .outOfRange(value: spec.isProtected ? nil : text, column.spec.range ?? 0...0)
    case .pattern: problem = .pattern(value: told, pattern: column.spec.pattern ?? "")
    case .unknownReference:
      problem = .unknownReference(
        value: told, table: column.spec.references?.table ?? "", column: column.spec.references?.column ?? "",
        nearest: told.flatMap(column.nearestReference))
    case .unknownOption:
      unknownOption(text, column, at: reader.place(ofCell: column.cell))
      return
    }
    let place = reader.place(ofCell: column.cell)
    let effect: TableFinding.CellEffect = column.isStrict ? .rowRejected : .cellMissing
    let finding = TableFinding.cell(place, column: column.spec.id, problem, effect: effect)
    if column.isStrict { setAside(finding) } else { log.add(finding) }
  }

  /// A text that is in no label stops the batch: the map, or the file, is not the right one.
  func unknownOption(_ written: String, _ column: ColumnReader, at place: Place) {
    let stops = !spec.file.setsStrangersAside
    if stops { isStopped = true }
    let text = shortened(written)
    let shown = isReticent ? nil : text
    let id = column.spec.id
    let effect: TableFinding.CellEffect = stops ? .batchStopped : .rowRejected
    // The row can be mended, wherever answers are shown.
    if !isReticent || !stops {
      let legal = column.legalTexts
      reasons.append(
        TableFinding.cell(
          place, column: id, .unknownOption(value: shown, legal: legal, count: 1, texts: 1), effect: effect))
    }
    // An added text after an option is nobody's business either, and no other way of writing the option.
    let counted = isReticent ? withoutAddedText(text) : text
    tally.add(column: id, text: counted, isUnit: false, isHidden: isReticent) {
      let legal = column.legalTexts
      return { count, texts in
        .cell(
          place, column: id, .unknownOption(value: shown, legal: legal, count: count, texts: texts),
          effect: effect)
      }
    }
  }

  func judge(period result: PeriodFinder.Result, _ column: ColumnReader, _ reader: inout RecordReader) {
    let text = shortened(string(trimmed(reader.cell(column.cell))))
    let problem: CellProblem
    switch result {
    case .span: return
    case .unreadable: problem = .periodUnreadable(value: isReticent ? nil : text)
    case .implausible: problem = .periodImplausible(value: spec.isProtected ? nil : text)
    case .widerThanGrain:
      var grain = ""
      if case .column(_, let written?) = spec.period { grain = written.rawValue }
      problem = .periodWiderThanGrain(value: spec.isProtected ? nil : text, grain: grain)
    }
    let place = reader.place(ofCell: column.cell)
    setAside(TableFinding.cell(place, column: column.spec.id, problem, effect: .rowRejected))
  }

  func judge(
    unit result: UnitFinder.Result, _ written: String, _ column: ColumnReader, _ days: (from: Int, to: Int),
    _ reader: inout RecordReader
  ) {
    let text = shortened(written)
    // Where columns have moved, anything can stand here.
    let told = spec.isProtected ? nil : text
    let place = reader.place(ofCell: column.cell)
    let id = column.spec.id
    switch result {
    case .unit, .forerunner: return
    case .unknown(let nearest):
      let stops = spec.unit?.unmatched == .stop
      let effect: TableFinding.CellEffect = stops ? .batchStopped : .rowRejected
      if stops { isStopped = true }
      func finding(_ count: Int, _ texts: Int) -> TableFinding {
        .cell(
          place, column: id, .unitUnknown(value: told, nearest: told == nil ? nil : nearest, count: count),
          effect: effect)
      }
      reasons.append(finding(1, 1))
      if !spec.isProtected { unmatched.add(written, nearest: nearest, row: reader.sourceRow) }
      tally.add(column: id, text: text, isUnit: true, isHidden: spec.isProtected) { finding }
    case .notThen(let units):
      let time = CalendarDate(yyyymmdd: days.to).map { "\($0)" }
      let problem = CellProblem.unitNotThen(value: told, units: units, kinds: spec.unit?.kinds ?? [], time: time)
      setAside(TableFinding.cell(place, column: id, problem, effect: .rowRejected))
    case .ambiguous(let units):
      setAside(
        TableFinding.cell(place, column: id, .unitAmbiguous(value: told, units: units), effect: .rowRejected))
    }
  }

  func add(repeatedKeyOf reader: inout RecordReader, first: Int) {
    let keyColumns = spec.key.compactMap { name in columns.first { $0.spec.id == name } }
    let cells = keyColumns.map { column in
      column.cell < reader.count ? string(trimmed(reader.cell(column.cell))) : ""
    }
    let value = spec.isAnonymous ? nil : shortened(cells.joined(separator: ", "))
    let place = keyColumns.first.map { reader.place(ofCell: $0.cell) } ?? reader.place
    setAside(TableFinding.file(place, .keyRepeated(columns: spec.key, value: value, firstRow: first, sheets: sheets)))
  }

  /// Says what does not hold together between an event's stages; its row is kept all the same.
  func judgeEvent(_ reader: inout RecordReader) {
    guard let events else { return }
    let record = events.record(at: row)
    for doubt in record.doubts(under: events.rule) {
      let place = events.cell(of: doubt).map { reader.place(ofCell: $0) } ?? reader.place
      log.add(TableFinding.event(place, EventProblem(doubt)))
    }
    if record.isUnverified(under: events.rule) {
      let place = events.cell(of: events.rule.verified).map { reader.place(ofCell: $0) } ?? reader.place
      log.add(TableFinding.event(place, .unverified))
    }
  }

  func reject(_ reader: inout RecordReader, _ sink: some ChunkSink) throws {
    rejected += 1
    // Rows that stop the file by themselves say nothing about its quality; they are only shown.
    if reasons.allSatisfy({ $0.code == "cell-unknown-option" }) { strangers += 1 }
    var codes: [String] = []
    for reason in reasons where !codes.contains(reason.code) { codes.append(reason.code) }
    let cells = rejectCells.map { $0.cell < reader.count ? string(reader.cell($0.cell)) : "" }
    try sink.reject(
      RejectedRow(
        sourceRow: reader.sourceRow, unit: unitIndices[row] < 0 ? nil : unitIndices[row], codes: codes,
        reasons: reasons.map { $0.wording(in: language).found }, cells: cells))
  }

  func shortened(_ text: String) -> String { text.count > 60 ? String(text.prefix(59)) + "…" : text }
}
