import Findings
import Foundation
import Register
import Reports
import Schemes
import Store

extension Session {
  /// Writes what is to be done as of a day (待办).
  package func refreshToDo(
    asOf: CalendarDate, _ voice: DeskVoice, language: Language
  ) throws -> DeskResult {
    guard !folders.obligationSources.isEmpty else {
      voice.say(DeskSentence.noObligations.text(in: language))
      return .done
    }
    voice.working(DeskSentence.writing(DeskFolder.toDo).text(in: language))
    guard let answer = try due(DueRequest(asOf: asOf)) else { return .refused }
    let book = answer.workbook(.chinese, title: "待办", summary: answer.summary(in: .chinese))
    guard
      try save(
        book.workbook(), to: workspace.absolute(DeskFolder.toDo), called: DeskFolder.toDo, replaces: true, log: log)
    else { return .refused }
    voice.say(DeskSentence.toDo(answer.summary(in: language), path: DeskFolder.toDo).text(in: language))
    return .done
  }

  /// Writes every problem ledger as of a day (问题).
  package func refreshProblems(asOf: CalendarDate, _ voice: DeskVoice, language: Language) throws -> DeskResult {
    guard !folders.ledgers(of: nil).isEmpty else {
      voice.say(DeskSentence.noLedgers.text(in: language))
      return .done
    }
    voice.working(DeskSentence.writing(DeskFolder.problems).text(in: language))
    guard let reports = try problems(ProblemRequest(asOf: asOf), language: .chinese) else { return .refused }
    let parts = reports.map { TableWorkbook.Part($0.ledger, $0.table, lines: [$0.ledger, $0.summary]) }
    guard
      try save(
        TableWorkbook(toDo: "问题台账", parts, asOf: asOf).workbook(), to: workspace.absolute(DeskFolder.problems),
        called: DeskFolder.problems, replaces: true, log: log)
    else { return .refused }
    for report in reports {
      voice.say(
        DeskSentence.problems("\(report.ledger) · \(report.summary)", path: DeskFolder.problems).text(in: language))
    }
    return .done
  }

  /// The period that one would score now: the half-year of the latest rows that has ended; nil: there are none with a period.
  package func proposedPeriod() throws -> Period? { try latestDay(upTo: nil).flatMap { Period(.half, containing: $0) } }

  /// The last day that rows of now are about, and no later than today. A half-year that has only begun is nobody's to
  /// score yet, as long as the one before has rows: then it is the last day of that one.
  private func latestDay(upTo asOf: CalendarDate?) throws -> CalendarDate? {
    let today = (asOf ?? CalendarDate(parsing: String(clock.prefix(10)))).map(\.yyyymmdd) ?? .max
    let spans = try database.batches().filter(\.isCurrent).compactMap { batch -> (from: Int, to: Int)? in
      guard let from = batch.from, let to = batch.to, from <= today else { return nil }
      return (from, min(to, today))
    }
    guard let day = spans.map(\.to).max().flatMap({ CalendarDate(yyyymmdd: $0) }) else { return nil }
    guard let half = Period(.half, containing: day), half.end.yyyymmdd > today,
      let before = half.start.adding(days: -1).flatMap({ Period(.half, containing: $0) }),
      spans.contains(where: { $0.from <= before.end.yyyymmdd && $0.to >= before.start.yyyymmdd })
    else { return day }
    return before.end
  }

  /// Scores every scheme that has rows in its period.
  /// - Parameters:
  ///   - period: nil: the latest that has rows, of the length that the scheme was scored for last.
  ///   - asOf: nil: the period's end.
  package func scoreAll(
    period: Period?, asOf: CalendarDate?, _ voice: DeskVoice, language: Language
  ) throws -> DeskResult {
    func say(_ sentence: DeskSentence) { voice.say(sentence.text(in: language)) }
    let period = period ?? answeredPeriod
    guard !folders.schemes.isEmpty else {
      say(.noSchemes)
      return .done
    }
    guard let day = try period?.start ?? latestDay(upTo: asOf) else {
      say(.noPeriod)
      return .refused
    }
    let batches = try database.batches().filter(\.isCurrent)
    let kept = try database.runs()
    var result = DeskResult.done
    var scored = 0
    var announced: Set<String> = []
    for file in folders.schemes {
      voice.working(DeskSentence.workingOut(file.id).text(in: language))
      guard let loaded = try load(scheme: file.id) else {
        result = .findings
        continue
      }
      // A scheme that joins halves into a year is scored by halves.
      let last = loaded.scheme.combination == nil ? kept.last { $0.scheme == file.id } : nil
      let grain = last.flatMap { workspace.period($0.period, log: FindingLog())?.grain } ?? .half
      guard let span = period ?? Period(grain, containing: day) ?? Period(.half, containing: day) else { continue }
      guard hasRows(loaded, in: span, batches) else {
        say(.noData(scheme: loaded.scheme.title, period: span.id))
        continue
      }
      if period == nil, announced.insert(span.id).inserted { say(.period(span.id)) }
      guard let run = try score(loaded, period: span, asOf: asOf) else {
        result = .findings
        continue
      }
      for finding in run.record.findings { log.add(finding) }
      try tellOfFinal(before: run)
      say(.scored(tables(of: run, language: language).heading()))
      scored += 1
    }
    return scored == 0 && result == .findings ? .refused : result
  }

  private func hasRows(_ loaded: LoadedScheme, in period: Period, _ batches: [BatchRecord]) -> Bool {
    let own = Set(
      loaded.tables.compactMap { folders.spec($0, for: loaded.system)?.spec }.map {
        TableName(system: $0.system, table: $0.id)
      })
    // Tables that are worked out, other schemes and work secrets: scoring itself will say.
    guard !own.isEmpty else { return true }
    return batches.contains { batch in
      own.contains(batch.table) && (batch.from ?? 0) <= period.end.yyyymmdd
        && (batch.to ?? .max) >= period.start.yyyymmdd && batch.from != nil
    }
  }

  /// Writes every notebook's report of the latest run of its scheme, into the folder of reports.
  /// - Parameter period: nil: that of each scheme's latest run.
  package func reportAll(period: Period?, _ voice: DeskVoice, language: Language) throws -> DeskResult {
    let runs = try database.runs().filter { period == nil || $0.period == period?.id }
    let before = log.count(.problem)
    var written = 0
    for notebook in notebooks() {
      guard let draft = notebook.draft else { continue }
      let schemes = draft.header.scheme.map { [$0] } ?? folders.schemes.map(\.id)
      for scheme in schemes {
        guard let run = runs.last(where: { $0.scheme == scheme }) else { continue }
        voice.working(DeskSentence.writing("\(notebook.path) \(run.period)").text(in: language))
        var request = ReportRequest(notebook: notebook.path, folder: DeskFolder.reports)
        (request.scheme, request.period) = (scheme, run.period)
        guard let files = try writeReport(request) else { continue }
        written += 1
        let page = files.first { $0.hasSuffix(".html") } ?? files[0]
        voice.say(DeskSentence.report(page, files: files.count).text(in: language))
      }
    }
    if written == 0 { voice.say(DeskSentence.noReports.text(in: language)) }
    return log.count(.problem) > before ? .findings : .done
  }

  private func notebooks() -> [(path: String, draft: Notebook?)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: workspace.absolute("notebooks-md"))) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { name in
      let path = "notebooks-md/\(name)"
      let text = String(
        decoding: FileManager.default.contents(atPath: workspace.absolute(path)) ?? Data(), as: UTF8.self)
      // What is wrong with it is told when it is written.
      return (path, Notebook.read(text, name: path, log: FindingLog()))
    }
  }
}
