import Findings
import Register
import Tabular

/// One reading of one file: the columns, the rows gathered so far, and what was set aside.
final class ImportPass {
  /// Small enough for the nearest caches, and no power of two: its columns would all meet in the same few lines of them.
  static let chunkRows = 2000

  let spec: TableSpec
  let language: Language
  let log: FindingLog
  let storedColumns: [StoredColumn]
  let units: UnitFinder?
  let rejectCells: [(header: String, cell: Int)]
  let cellCount: Int
  let columns: [ColumnReader]
  /// Texts of anonymous and protected tables are not repeated (rules of the house: anonymity, work secrets).
  let isReticent: Bool
  /// nil: the table's rows have no stages.
  let events: EventColumns?
  var isStopped = false
  var rowsRead = 0
  var rejected = 0
  /// Of these, rows with nothing but a text in no label.
  var strangers = 0
  /// Why the current row is set aside.
  var reasons: [any Finding] = []
  var tally = FindingTally()
  var unmatched = UnmatchedNames()

  /// Columns whose cells can be read at once, as `quickColumns` has them.
  private let immediateColumns: [ColumnReader]
  private let quickColumns: UnsafeMutablePointer<QuickColumn>
  /// Columns whose cells need the row's period.
  private let writtenColumns: [ColumnReader]
  let choiceColumns: [(column: ColumnReader, cells: ChoiceCells)]
  let careless: CarelessMarks?
  private(set) var dateReadings = DateReadings()
  var addedTexts = OpenTexts()
  private let slots: [ChunkSlot]
  private let unitColumn: ColumnReader?
  private let periodColumn: ColumnReader?
  private let periods: PeriodFinder?
  private let fixedSpan: (from: Int, to: Int)?
  private let keys: RowKeys
  private(set) var row = 0
  private var sourceRows: [Int]
  /// Per row of the chunk; −1 while the unit is not known.
  private(set) var unitIndices: [Int]
  private var from: [Int]
  private var to: [Int]
  /// The first of the days that the current row itself names, before its period was widened; 0: none.
  private var ownDay = 0
  private var registeredSent = 0
  private(set) var blankRows = 0
  private(set) var firstBlank: Place?
  private let dittos: [DittoCells]
  /// Cells of the current row that say “as above” where nothing is.
  private(set) var vainDittos: Set<Int> = []
  private(set) var skippedRows = 0
  /// The cells that a form had filled in; empty: it is none.
  let givenCells: Set<Int>
  private(set) var unfilledRows = 0
  private let once: OnceCells?
  private(set) var firstSkipped: Place?
  private(set) var forerunners = Forerunners()
  let repeatedHeader: RepeatedHeader
  /// Cells of texts, which are read as a person sees them.
  let seenCells: [Int]
  /// How many cells a row must have so that nothing of it is missing that is read.
  let readWidth: Int
  var seeing = SeeingTally()
  /// The sheet, or all that are read as one table; empty for texts.
  var sheets = ""

  init(
    _ table: TableImport, _ header: HeaderMatch, _ fixed: Period?, _ sources: SourceCounts?,
    _ references: [ColumnSpec.Reference: Set<String>], _ language: Language, _ log: FindingLog
  ) {
    let spec = table.spec
    let stored = spec.storedColumns(further: header.further.map(\.header))
    let slots = stored.map { ChunkSlot($0.storage, capacity: Self.chunkRows) }
    var periodName: String?
    var grain: Period.Grain?
    if case .column(let name, let written) = spec.period { (periodName, grain) = (name, written) }
    var columns: [ColumnReader] = []
    var choiceColumns: [(ColumnReader, ChoiceCells)] = []
    var next = 0
    for (column, cell) in header.cells {
      let isNeeded =
        column.isRequired || column.id == spec.unit?.column || column.id == periodName || spec.key.contains(column.id)
      let companions = Array(slots[(next + 1)...].prefix(column.companions.count))
      let reader = ColumnReader(
        column, cell: cell, isStrict: isNeeded, isNeeded: isNeeded, slot: slots[next], companions: companions,
        referred: column.references.flatMap { references[$0] },
        writing: spec.survey.map { CellWriting($0, column, export: header.export) } ?? CellWriting(),
        isQuantity: !spec.key.contains(column.id) && column.id != spec.unit?.column && column.id != periodName)
      columns.append(reader)
      if let choices = column.choices {
        let source = header.choices[column.id] ?? .whole(cell)
        choiceColumns.append((reader, ChoiceCells(choices, source, export: header.export, slots: companions)))
      }
      next += 1 + column.companions.count
    }
    careless = spec.careless.map { rule in
      CarelessMarks(
        rule, slots: Array(slots[next...].prefix(rule.stored.count)), columns: columns, sources: sources)
    }
    next += spec.careless?.stored.count ?? 0
    for (name, cell) in header.further {
      let column = ColumnSpec(id: name, header: name, type: spec.otherColumns ?? .text, place: spec.place)
      columns.append(
        ColumnReader(
          column, cell: cell, isStrict: false, isNeeded: false, slot: slots[next], companions: [], referred: nil))
      next += 1
    }
    self.spec = spec
    self.language = language
    self.log = log
    self.slots = slots
    self.columns = columns
    writtenColumns = columns.filter { $0.written != nil }
    self.choiceColumns = choiceColumns
    immediateColumns = columns.filter { $0.written == nil && $0.spec.choices == nil }
    quickColumns = .allocate(capacity: immediateColumns.count)
    for (index, column) in immediateColumns.enumerated() { (quickColumns + index).initialize(to: QuickColumn(column)) }
    storedColumns = stored
    cellCount = header.cellCount
    units = spec.unit.map { UnitFinder($0, table.register) }
    unitColumn = columns.first { $0.spec.id == spec.unit?.column }
    periodColumn = columns.first { $0.spec.id == periodName }
    periods = periodColumn.map { PeriodFinder(type: $0.spec.type, grain: grain, phases: table.phases) }
    fixedSpan = fixed.map { ($0.start.yyyymmdd, $0.end.yyyymmdd) }
    keys = RowKeys(spec.key.compactMap { name in columns.first { $0.spec.id == name }?.slot })
    isReticent = spec.isAnonymous || spec.isProtected
    events = EventColumns(spec.confirmation, columns)
    rejectCells = Self.rejectCells(spec, columns)
    givenCells = Self.givenCells(spec, columns)
    repeatedHeader = header.repeated
    let read = columns.filter { $0.cell != HeaderMatch.absent }
    seenCells = read.filter { $0.spec.type == .text || $0.spec.choices != nil }.map(\.cell)
    readWidth = read.count < columns.count ? header.cellCount : (read.map(\.cell).max() ?? -1) + 1
    once = OnceCells(spec, columns, unit: unitColumn?.cell)
    dittos = columns.filter(\.spec.takesDitto).map { DittoCells(cell: $0.cell) }
    sourceRows = .init(repeating: 0, count: Self.chunkRows)
    unitIndices = .init(repeating: -1, count: Self.chunkRows)
    from = .init(repeating: 0, count: Self.chunkRows)
    to = .init(repeating: 0, count: Self.chunkRows)
  }

  deinit {
    quickColumns.deallocate()
    for slot in slots { slot.deallocate() }
  }

  /// Judges the current record: into the chunk, or set aside.
  func take(_ reader: inout RecordReader, _ sink: some ChunkSink) throws {
    seeTexts(&reader)
    if isBlank(&reader) {
      blankRows += 1
      if firstBlank == nil { firstBlank = reader.place }
      return
    }
    if repeatedHeader.fits(&reader) { return seeing.headers.add(reader.place) }
    if !spec.file.skippedRows.isEmpty, isSkipped(&reader) {
      skippedRows += 1
      if firstSkipped == nil { firstSkipped = reader.place }
      return
    }
    once?.read(&reader)
    if !givenCells.isEmpty, isUnfilled(&reader) {
      unfilledRows += 1
      return
    }
    rowsRead += 1
    if !dittos.isEmpty { vainDittos = Set(dittos.compactMap { $0.read(&reader) ? nil : $0.cell }) }
    if !reasons.isEmpty { reasons.removeAll() }
    unitIndices[row] = -1
    if isWellFormed(&reader) {
      readCells(&reader)
      if !choiceColumns.isEmpty { readChoices(&reader) }
      findUnitAndPeriod(&reader)
      if !writtenColumns.isEmpty { readWrittenDates(&reader) }
      judgeClaims(&reader)
      if !spec.order.isEmpty || !spec.rowRules.isEmpty { judgeRowRules(&reader) }
      if let first = keys.firstRow(withKeyOf: row), !hasBadKey { add(repeatedKeyOf: &reader, first: first) }
    }
    if reasons.isEmpty {
      judgeEvent(&reader)
      if careless != nil { markCareless(&reader) }
      sourceRows[row] = reader.sourceRow
      keys.keep(sourceRow: reader.sourceRow)
      row += 1
      if row == Self.chunkRows { try send(sink) }
    } else {
      try reject(&reader, sink)
    }
  }

  var hasBadKey = false

  private func readCells(_ reader: inout RecordReader) {
    hasBadKey = false
    let count = reader.count
    let row = row
    let hasMarks = reader.hasMarks || !vainDittos.isEmpty
    for index in 0..<immediateColumns.count {
      let quick = quickColumns[index]
      let cell = quick.cell < count ? reader.cell(quick.cell) : CellBytes(start: nil, count: 0)
      if hasMarks, isMarked(immediateColumns[index], cell, &reader) { continue }
      if quick.takesOption(cell, row: row) { continue }
      let verdict = quick.reader._withUnsafeGuaranteedRef { $0.read(cell, row: row) }
      switch verdict {
      case .good: continue
      case .blank where !quick.isNeeded: continue
      default: break
      }
      let column = immediateColumns[index]
      if spec.key.contains(column.spec.id) { hasBadKey = true }
      judge(column, verdict, cell, &reader)
    }
  }

  /// A date without a year is one of the period that the row is about; where that could not be read, nobody can say.
  private func readWrittenDates(_ reader: inout RecordReader) {
    guard spec.period == nil || from[row] > 0 else { return }
    let span = CalendarDate(yyyymmdd: from[row]).flatMap { first in
      CalendarDate(yyyymmdd: to[row]).map { Period(id: "", grain: .phase, start: first, end: $0) }
    }
    for column in writtenColumns {
      let cell = column.cell < reader.count ? reader.cell(column.cell) : CellBytes(start: nil, count: 0)
      column.written?.period = span
      column.written?.firstDay = CalendarDate(yyyymmdd: ownDay)
      if reader.hasMarks || !vainDittos.isEmpty, isMarked(column, cell, &reader) { continue }
      let verdict = column.read(cell, row: row)
      if verdict == .good, let date = column.written?.last {
        dateReadings.add(date, column: column.spec.id) { reader.place(ofCell: column.cell) }
      }
      if verdict == .good || verdict == .blank && !column.isNeeded { continue }
      if spec.key.contains(column.spec.id) { hasBadKey = true }
      judge(column, verdict, cell, &reader)
    }
  }

  private func findUnitAndPeriod(_ reader: inout RecordReader) {
    var days = fixedSpan ?? (0, 0)
    from[row] = days.from
    to[row] = days.to
    ownDay = 0
    if let periods, let column = periodColumn, column.cell < reader.count, !column.slot.isNull(at: row) {
      switch periods.find(column.slot, row: row) {
      case .span(let first, let last, let dayFrom, let dayTo):
        from[row] = first
        to[row] = last
        days = (dayFrom, dayTo)
        ownDay = dayFrom
      case let problem: judge(period: problem, column, &reader)
      }
    }
    if let units, let column = unitColumn, column.cell < reader.count, !column.slot.isNull(at: row) {
      let cell = trimmed(reader.cell(column.cell))
      switch units.find(cell, from: days.from, to: days.to) {
      case .unit(let index): unitIndices[row] = index
      case .forerunner(let index):
        unitIndices[row] = index
        forerunners.add(index, string(cell), reader.place(ofCell: column.cell))
      case let problem: judge(unit: problem, string(cell), column, days, &reader)
      }
    }
  }

  private func send(_ sink: some ChunkSink) throws {
    defer { row = 0 }
    guard row > 0, !isStopped else { return }
    if let units, units.newUnits.count > registeredSent {
      try sink.register(Array(units.newUnits[registeredSent...]))
      registeredSent = units.newUnits.count
    }
    let rowCount = row
    try sink.receive(
      ColumnChunk(
        rowCount: rowCount, sourceRows: Array(sourceRows[..<rowCount]), units: Array(unitIndices[..<rowCount]),
        periodFrom: Array(from[..<rowCount]), periodTo: Array(to[..<rowCount]),
        columns: slots.map { $0.column(rowCount: rowCount) }))
  }

  /// Sends the last rows and says what only the whole file tells.
  func finish(_ sink: some ChunkSink, _ file: any RecordFile, headerRow: Int, _ sheet: SheetTally) throws {
    let place = Place.file(file.name)
    if rowsRead == 0, !isStopped {
      isStopped = true
      log.add(TabularFinding.noRows(place, headerRow: headerRow))
    }
    tally.report(to: log)
    judgeRejectLimit(at: place)
    tell(beside: sheet, of: file, at: place)
    try send(sink)
  }
}
