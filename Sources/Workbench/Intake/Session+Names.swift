import Findings
import Foundation
import Register
import Tables
import Tabular

extension Session {
  private static let nameFolder = "out/names"

  /// Writes down the names of a file that no unit carries. What somebody has filled in, or what belongs to another file,
  /// is not written over.
  /// - Parameter again: the command by which the file is imported once more.
  func writeNames(_ names: [UnmatchedName], file: String, spec: TableSpec, again: String) throws {
    guard !names.isEmpty, let unit = spec.unit, unit.unmatched != .register else { return }
    let sheet = NameSheet.sheet(
      names, kinds: unit.kinds, register: register, day: CalendarDate(parsing: String(clock.prefix(10))),
      minimumCell: spec.isAnonymous ? workspace.settings.minimumCell : 0)
    let (path, kept) = freeNameSheet(of: file)
    guard
      try save(
        NameSheet.workbook(sheet, file: file, again: again), to: workspace.url(path).path, called: path,
        replaces: true, isPrivate: true, log: log)
    else { return }
    if let kept { log.add(IntakeFinding.namesKept(.file(kept), sheet: path)) }
    log.add(IntakeFinding.namesCollected(.file(file), count: names.count, sheet: path, again: again))
  }

  /// Where the names of a file go, and the sheet that stands in the way because somebody filled it in.
  private func freeNameSheet(of file: String) -> (path: String, kept: String?) {
    let stem = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
    var number = 1
    var kept: String?
    while true {
      let path = "\(Self.nameFolder)/\(stem)\(number == 1 ? "" : " (\(number))").xlsx"
      let quiet = FindingLog()
      guard FileManager.default.fileExists(atPath: workspace.url(path).path) else { return (path, kept) }
      if let book = DataFile.open(workspace.url(path).path, name: path, log: quiet)?.workbook,
        let form = IncomingForm(book, log: quiet), form.kind == FormStamp.Kind.names.rawValue, form["file"] == file
      {
        let sheets = book.sheets.filter { $0.name == NameSheet.sheetName }.map {
          (name: $0.name, rows: book.texts(ofSheet: $0.name) ?? [])
        }
        if ReviewContent.mark(sheets) == form["content"] { return (path, kept) }
        kept = path
      }
      number += 1
    }
  }

  /// Takes the answers of a person from such a sheet: all of them, or none if one is not whole or contradicts another or
  /// the register.
  /// - Returns: lines to be printed; nil with the reasons in the log.
  package func takeAliases(from path: String, language: Language) throws -> String? {
    let path = self.path(path)
    let name = workspace.relative(path)
    guard let data = DataFile.open(path, name: name, log: log) else { return nil }
    let form = data.workbook.flatMap { IncomingForm($0, log: FindingLog()) }
    guard
      let table = FilledSheet.read(
        data, name: name, sheet: form?["sheet"],
        required: [NameSheet.text, NameSheet.unit, NameSheet.by, NameSheet.on], log: log)
    else { return nil }
    let before = log.count(.problem)
    var answers = UnitAnswers()
    for row in table.rows {
      answers.take(unmarked(row[NameSheet.text]), answer: row[NameSheet.unit], row: row.line, register)
    }
    let rows = Dictionary(table.rows.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
    for problem in answers.problems {
      guard let row = rows[problem.row] else { continue }
      log.add(IntakeFinding.nameAnswer(row.place, problem.problem.answer))
    }
    for row in table.rows where !row[NameSheet.unit].isEmpty {
      if row[NameSheet.by].isEmpty {
        log.add(IntakeFinding.nameAnswer(row.place, .signerMissing(text: unmarked(row[NameSheet.text]))))
      }
      if CalendarDate(parsing: narrowed(row[NameSheet.on])) == nil {
        log.add(IntakeFinding.nameAnswer(row.place, .dayUnreadable(row[NameSheet.on])))
      }
    }
    guard log.count(.problem) == before else { return nil }
    let aliases = answers.aliases.compactMap { answer -> UnitAlias? in
      let row = table.rows.first { unmarked($0[NameSheet.text]) == answer.text && !$0[NameSheet.unit].isEmpty }
      return row.map { UnitAlias(name: answer.text, code: answer.unit, by: $0[NameSheet.by], on: $0[NameSheet.on]) }
    }
    if !aliases.isEmpty { guard try keep(aliases) else { return nil } }
    return CommandSentence.aliasesTaken(
      aliases.count, open: answers.unanswered, path: workspace.settings.aliases, again: form?["again"]
    ).text(in: language)
  }

  /// Adds lines to the file of aliases; those that stand there already are left out.
  func keep(_ aliases: [UnitAlias]) throws -> Bool {
    try append(
      aliases.map { [$0.name, $0.code, $0.by, $0.on] }, headers: UnitAlias.headers, to: workspace.settings.aliases)
  }

  /// Takes back a name that a person had answered for; who did so, and when, is recorded beside the file of aliases. Rows
  /// that were imported on the strength of it stay where they are.
  /// - Returns: a line; nil with the reason in the log.
  package func removeAlias(_ name: String, by role: String, language: Language) throws -> String? {
    let path = workspace.settings.aliases
    var table: TableRows?
    if FileManager.default.fileExists(atPath: workspace.absolute(path)) {
      table = FilledSheet.read(workspace.absolute(path), name: path, required: UnitAlias.headers, log: log)
      if table == nil { return nil }
    }
    let wanted = UnitRegister.normalised(name)
    let rows = table?.rows ?? []
    let removed = rows.filter { UnitRegister.normalised($0["name"]) == wanted }
    guard let table, !removed.isEmpty else {
      log.add(
        IntakeFinding.aliasAbsent(
          .subject(name), path: path, nearest: nearMiss(to: name, among: rows.map { $0["name"] })))
      return nil
    }
    let day = String(clock.prefix(10))
    let record = (path as NSString).deletingPathExtension + "_removed.csv"
    guard
      try append(
        removed.map { row in UnitAlias.headers.map { row[$0] } + [role, day] },
        headers: UnitAlias.headers + ["removed_by", "removed_on"], to: record)
    else { return nil }
    let kept = rows.filter { UnitRegister.normalised($0["name"]) != wanted }
    let lines = [table.headers] + kept.map { row in table.headers.map { row[$0] } }
    let text = lines.map { $0.map(csvQuoted).joined(separator: ",") + "\n" }.joined()
    guard try write(Data(text.utf8), to: path) else { return nil }
    return CommandSentence.aliasRemoved(name, codes: removed.map { $0["code"] }, path: record).text(in: language)
  }

  /// Adds lines to a file that only the program reads; those that stand there already are left out.
  private func append(_ rows: [[String]], headers: [String], to path: String) throws -> Bool {
    let old = FileManager.default.contents(atPath: workspace.absolute(path)).map { String(decoding: $0, as: UTF8.self) }
    var text = old ?? headers.joined(separator: ",") + "\n"
    if !text.hasSuffix("\n") { text += "\n" }
    for row in rows {
      let line = row.map(csvQuoted).joined(separator: ",")
      if !text.split(whereSeparator: \.isNewline).contains(Substring(line)) { text += line + "\n" }
    }
    return try write(Data(text.utf8), to: path)
  }
}
