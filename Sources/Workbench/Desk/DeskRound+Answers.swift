import Findings
import Foundation
import Register
import Spreadsheets
import Store
import Tables
import Tabular

extension DeskRound {
  /// Takes answers about names before anything is imported, since they decide what can be.
  mutating func takeNames(_ filled: FilledReview, source: String) throws {
    guard let sheet = filled.names else { return }
    let by = filled.by ?? session.actor
    let answers = UnitAnswers.read(sheet, register: session.register)
    for problem in answers.problems {
      refuse(problem.problem.answer, at: .cell(source, sheet: ReviewBook.nameSheet, row: problem.row, column: 5))
    }
    let day = String(session.clock.prefix(10))
    let aliases = answers.aliases.map { UnitAlias(name: $0.text, code: $0.unit, by: by, on: day) }
    if !aliases.isEmpty {
      guard try session.keep(aliases) else { return }
      try session.takeRegisterAgain()
      for alias in aliases { journal.add(.name, alias.name, answer: alias.code, by: by) }
      say(.namesTaken(aliases.count, path: workspace.settings.aliases))
    }
    // Before rows are imported on the strength of it.
    defer { journal.write(log) }
    for text in answers.noUnits { journal.add(.name, text, answer: UnitAnswers.noUnit, by: by) }
  }

  /// Everything else that was answered; what was not is asked again.
  mutating func take(_ filled: FilledReview, source: String) throws {
    let by = filled.by ?? session.actor
    if filled.by != nil { answeredBy = filled.by }
    if let text = filled.period, let period = workspace.period(text, log: log) {
      session.answeredPeriod = period
      say(.periodAnswered(period.id))
    }
    if let sheet = filled.files {
      let read = FileAnswers.read(sheet)
      for problem in read.problems {
        switch problem {
        case .columnMissing(let column): refuse(.columnMissing(column), at: place(source, FileAnswers.sheetName, 1))
        case .wordUnknown(let row, let word):
          refuse(.wordUnknown(word), at: .cell(source, sheet: FileAnswers.sheetName, row: row, column: 5))
        }
      }
      for answer in read.answers { fileAnswers[answer.file] = answer }
    }
    for rows in filled.rows {
      guard let mark = FileMark.mark(ofBatch: rows.batch) else {
        try take(rows, source: source, by: by)
        continue
      }
      // Its file is not in: the answers wait until the rest of it is.
      if MendedRows.read(rows.texts).isAnswered { waiting[mark] = (rows, source, by) }
    }
    if let sheet = filled.doubts { takeDoubts(sheet, source: source, by: by) }
    if let sheet = filled.names { carryNames(sheet) }
  }

  private func place(_ source: String, _ sheet: String, _ row: Int) -> Place {
    .cell(source, sheet: sheet, row: row, column: 1)
  }

  private func refuse(_ problem: DeskFinding.AnswerProblem, at place: Place) {
    log.add(DeskFinding.answer(place, problem))
  }

  private mutating func carryNames(_ sheet: [[String]]) {
    for row in sheet.dropFirst() where row.count >= 4 && !row[0].trimmingSpaces.isEmpty {
      let spec = session.folders.specs.first { "\($0.spec.system)/\($0.spec.id)" == row[1] }?.spec
      guard let spec else { continue }
      carried.add(
        ReviewList.UnknownName(
          table: row[1], file: "", text: row[0].trimmingSpaces, rows: Int(row[2]) ?? 0, kinds: spec.unit?.kinds ?? [],
          nearest: row[3].isEmpty ? nil : row[3], isAnonymous: spec.isAnonymous))
    }
  }

  /// Rows that were set aside: those that were mended are a batch of their own.
  private mutating func take(_ rows: FilledReview.Rows, source: String, by: String) throws {
    guard let file = session.folders.specs.first(where: { "\($0.spec.system)/\($0.spec.id)" == rows.table }),
      !file.spec.isAnonymous, !file.spec.isProtected
    else { return }
    let unitColumn = file.spec.unit.flatMap { unit in file.spec.columns.first { $0.id == unit.column }?.header }
    let unit = unitColumn.flatMap { rows.headers.map(\.trimmingSpaces).firstIndex(of: $0) }
    let register = session.register
    let kinds = file.spec.unit?.kinds ?? []
    func key(_ row: String) -> String { "批次\(rows.batch)第\(row)行" }
    var mended = MendedRows.read(rows.texts) { open in
      // The name alone was wanting, and it is known by now.
      guard let unit, unit < open.cells.count, journal.has(.name, open.cells[unit].trimmingSpaces),
        case .unit = register.match(open.cells[unit], kinds: kinds)
      else { return false }
      return !open.reasons.contains("\n")
    }
    for problem in mended.problems {
      switch problem {
      case .columnMissing(let column): refuse(.columnMissing(column), at: place(source, rows.sheet, 1))
      case .wordUnknown(let row, let word):
        refuse(.wordUnknown(word), at: .cell(source, sheet: rows.sheet, row: row, column: 3))
      }
    }
    for row in mended.droppedRows where !journal.has(.row, key(row)) {
      journal.add(.row, key(row), answer: MendedRows.words[1], by: by)
    }
    if mended.dropped > 0 { say(.rowsDropped(mended.dropped)) }
    mended.leaveOut { journal.has(.row, key($0)) }
    var back = mended.open
    if !mended.rows.isEmpty {
      let isIn = try importMended(mended, rows, as: file, source: source)
      for row in mended.sourceRows where isIn {
        journal.add(.row, key(row), answer: MendedRows.words[0], note: source, by: by)
      }
      if !isIn { back = mended.all }
      journal.write(log)
    }
    back.removeAll { journal.has(.row, key($0.sourceRow)) }
    guard !back.isEmpty, try isCurrent(rows.batch) else { return }
    carried.add(
      ReviewList.RejectedRows(
        table: rows.table, file: rows.file, batch: rows.batch, headers: rows.headers,
        rows: back.map {
          RejectedRow(
            sourceRow: Int($0.sourceRow) ?? 0, codes: [], reasons: $0.reasons.components(separatedBy: "\n"),
            cells: $0.cells)
        }))
  }

  /// The rows of a file that was refused, now that the rest of it is in as a batch.
  mutating func takeWaiting(_ mark: String, batch: BatchName) throws {
    guard let (rows, source, by) = waiting.removeValue(forKey: mark) else { return }
    try take(rows.of(batch: "\(batch)"), source: source, by: by)
  }

  private func isCurrent(_ batch: String) throws -> Bool {
    guard let name = BatchName(batch), !name.isProtected else { return false }
    return try session.database.batch(name.number)?.isCurrent ?? false
  }

  /// - Returns: whether they are in.
  private mutating func importMended(
    _ mended: MendedRows, _ rows: FilledReview.Rows, as file: SystemFolders.SpecFile, source: String
  ) throws -> Bool {
    guard !session.folders.troubled.contains(file.spec.system) else { return false }
    var sheet = Spreadsheets.Sheet(
      name: rows.sheet, columns: mended.table[0].map { _ in SheetColumn(width: 12) })
    // Each row stands where it stood in the workbook, so that one finds it there.
    sheet.rows = Array(repeating: [], count: max(1, mended.rows.max() ?? 1))
    sheet.rows[0] = mended.table[0].map { .text($0) }
    for (row, cells) in zip(mended.rows, mended.table.dropFirst()) { sheet.rows[row - 1] = cells.map { .text($0) } }
    let bytes = try Spreadsheets.Workbook(title: DeskFolder.review, sheets: [sheet]).bytes(called: source)
    guard let data = DataFile.read(Array(bytes), name: source, log: log) else { return false }
    var spec = file.spec
    spec.file.sheet = nil
    spec.file.headerRow = 1
    spec.file.headerRows = 1
    // The file's name said it, and this one has another.
    if spec.period == .fileName { spec.period = .option }
    var period: Period?
    if spec.period == .option, let name = BatchName(rows.batch), !name.isProtected,
      let written = try session.database.batch(name.number)?.period
    {
      period = workspace.period(written, log: log)
    }
    var request = ImportRequest(files: [], table: nil, period: nil, isRehearsal: false, language: language)
    request.asksInWorkbook = true
    let doubts = review.doubts.count
    let result = try session.importFile(
      IncomingFile(path: source, name: source, content: .opened(data)), data, nil,
      as: SystemFolders.SpecFile(spec: spec, path: file.path, hash: file.hash), period: period, request, &review)
    switch result.outcome {
    case .imported(let batch, let table, let count, _, _), .corrected(let batch, let table, let count, _, _, _):
      say(.rowsMended(count, table: table, batch: "\(batch)"))
      return true
    case .alreadyImported: return true
    case .rehearsed, .refused:
      // The rows themselves are asked about again.
      review.keepDoubts(first: doubts)
      log.add(
        DeskFinding.mendedRefused(place(source, rows.sheet, 1), rows: mended.rows.count, table: file.spec.id))
      return false
    }
  }

  private mutating func takeDoubts(_ sheet: [[String]], source: String, by: String) {
    let read = DoubtAnswers.read(sheet)
    for problem in read.problems {
      func cell(_ row: Int) -> Place { .cell(source, sheet: ReviewBook.doubtSheet, row: row, column: 7) }
      switch problem {
      case .columnMissing(let column): refuse(.columnMissing(column), at: cell(1))
      case .wordUnknown(let row, let word): refuse(.wordUnknown(word), at: cell(row))
      case .valueMissing(let row): refuse(.valueMissing, at: cell(row))
      case .valueUnused(let row): refuse(.valueUnused, at: cell(row))
      }
    }
    var (count, toMend) = (0, 0)
    for answer in read.answers where !journal.has(.doubt, "\(answer.place) \(answer.code)") {
      var note = answer.note
      var word = DoubtAnswers.words[0]
      switch answer.word {
      case .right: break
      case .corrected(let value):
        word = DoubtAnswers.words[1]
        note = [value, note].filter { !$0.isEmpty }.joined(separator: "；")
        toMend += 1
      case .open: word = DoubtAnswers.words[2]
      }
      journal.add(.doubt, "\(answer.place) \(answer.code)", answer: word, note: note, by: by)
      count += 1
    }
    if count > 0 { say(.doubtsAnswered(count, path: DeskFolder.answers)) }
    if toMend > 0 { log.add(DeskFinding.doubtToMend(place(source, ReviewBook.doubtSheet, 1), count: toMend)) }
    for row in read.open where row <= sheet.count && sheet[row - 1].count >= 6 {
      let cells = sheet[row - 1]
      carried.add(
        ReviewList.Doubt(
          place: cells[1], code: cells[2],
          wording: Wording(found: cells[3], consequence: cells[4], remedy: cells[5])))
    }
  }

  /// Writes what is open, or takes the workbook away if nothing is.
  /// - Returns: false, with the reason in the log, if it could not be written.
  mutating func writeReview(over root: URL) throws -> Bool {
    review.carry(carried)
    let register = session.register
    review.leaveOutRows { part, row in journal.has(.row, "批次\(part.batch)第\(row.sourceRow)行") }
    review.leaveOut(
      names: { name in
        if journal.has(.name, name.text) { return true }
        if case .unit = register.match(name.text, kinds: name.kinds) { return true } else { return false }
      }, doubts: { journal.has(.doubt, "\($0.place) \($0.code)") })
    guard !review.isEmpty else {
      if FileManager.default.fileExists(atPath: root.path) { try? FileManager.default.removeItem(at: root) }
      say(.nothingToReview)
      return true
    }
    let book = ReviewBook(
      list: review, register: register, day: CalendarDate(parsing: String(session.clock.prefix(10))),
      minimumCell: workspace.settings.minimumCell,
      period: session.folders.schemes.isEmpty ? nil : try session.proposedPeriod()?.id)
    guard
      try save(
        book.workbook(), to: root.path, called: DeskFolder.review, replaces: true, isPrivate: true, log: log)
    else { return false }
    say(
      .review(
        path: DeskFolder.review, files: review.files.count, names: review.names.count,
        rows: review.rejected.reduce(0) { $0 + $1.rows.count } + review.hidden.reduce(0) { $0 + $1.rows },
        doubts: review.doubts.count))
    return true
  }
}

extension UnitAnswers.Problem {
  var answer: DeskFinding.AnswerProblem {
    switch self {
    case .columnMissing(let column): .columnMissing(column)
    case .unitUnknown(let text, let nearest): .unitUnknown(text, nearest: nearest)
    case .unitAmbiguous(let text, let units): .unitAmbiguous(text, units: units)
    case .contradiction(let text, let units): .contradiction(text: text, units: units)
    case .taken(let text, let code): .taken(text: text, by: code)
    }
  }
}
