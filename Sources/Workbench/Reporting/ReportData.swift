import Charts
import Documents
import Findings
import Register
import Schemes
import Scoring
import Store

/// Answers requests for data about one run: what charts draw, and what reports print. Chinese, as all reports are.
struct ReportData {
  let session: Session
  let run: CompletedRun
  let matters: OpenMatters
  /// Whether evidence may be told: rows and whose they are.
  let tellsEvidence: Bool

  /// - Parameter asOf: the day of open problems and obligations; nil: that up to which the run looks.
  init(session: Session, run: CompletedRun, asOf: CalendarDate? = nil, tellsEvidence: Bool = true) {
    self.session = session
    self.run = run
    self.tellsEvidence = tellsEvidence
    matters = OpenMatters(session, system: run.loaded.system, asOf: asOf ?? run.record.input.asOf)
  }

  private let language = Language.chinese

  /// - Returns: nil, with the reason in the log, for a request that nothing answers.
  func table(_ node: DocumentNode, log: FindingLog) throws -> DataTable? {
    guard let request = DataRequest.read(node, log: log) else { return nil }
    if request.kind.isInternal, !tellsEvidence {
      log.add(RequestFinding.internalOnly(node.place, key: request.kind.rawValue))
      return nil
    }
    if request.kind == .titles { return try titles(request)?.groups(language) }
    guard let run = try run(of: request, log: log) else { return nil }
    let tables = session.tables(of: run, language: language)
    let table: DataTable?
    switch request.kind {
    case .scores:
      if let id = request.node, run.sheet.node(id) == nil {
        log.add(WorkbenchFinding.nodeUnknown(.subject(id), nodes: run.scheme.allNodes.map(\.id)))
        return nil
      }
      table = tables.scores(node: request.node)
    case .dimensions: table = tables.dimensions()
    case .below: table = tables.below()
    case .notGraded: table = tables.notGraded()
    case .rejects: table = try rejects(of: run)
    case .parts: table = try unit(request, run, log: log)?.parts()
    case .losses, .grounds: table = try losses(request, run, log: log)
    case .problems: table = try matters.problems(of: code(request, log: log), request.filter ?? .open)
    case .rectification: table = try matters.rectification()
    case .due:
      table = try matters.due(of: code(request, log: log))
      if table == nil { log.add(WorkbenchFinding.obligationsAbsent(.subject(run.loaded.system))) }
    case .compare:
      let comparison = try comparison(request, run, log: log)
      table = comparison?.table() ?? RunComparison.table([], digits: run.scheme.defaults.digits, language)
    case .leaders, .changes, .missing, .titles, .result, .strengths, .ways, .matters:
      log.add(WorkbenchFinding.dataRequestUnknown(node.place, keys: DataRequest.Kind.tables.map(\.rawValue)))
      table = nil
    }
    guard let table, let top = request.top, table.rowCount > top else { return table }
    return table.rows(at: Array(0..<max(0, top)))
  }

  func sentences(_ node: DocumentNode, log: FindingLog) throws -> [String] {
    guard let request = DataRequest.read(node, log: log) else { return [] }
    if request.kind == .titles { return try titles(request)?.lines(language) ?? [] }
    guard let run = try run(of: request, log: log) else { return [] }
    let sentences = RunSentences(run, minimumCell: session.workspace.settings.minimumCell)
    switch request.kind {
    case .leaders: return sentences.leaders()
    case .below: return sentences.below()
    case .missing, .notGraded: return sentences.missing()
    case .changes, .compare:
      return try comparison(request, run, log: log)?.sentences()
        ?? ["\(try unscored(request, run))没有评分结果，无从比较。"]
    case .result: return try unit(request, run, log: log)?.result() ?? []
    case .strengths: return try unit(request, run, log: log)?.strengths() ?? []
    case .ways: return try unit(request, run, log: log)?.ways() ?? []
    case .matters: return try matters.sentences(of: code(request, log: log))
    case .scores, .dimensions, .rejects, .titles, .parts, .losses, .grounds, .problems, .rectification, .due:
      log.add(WorkbenchFinding.dataRequestUnknown(node.place, keys: DataRequest.Kind.sentences.map(\.rawValue)))
      return []
    }
  }

  /// The code of the unit that a request names; nil: it names none.
  private func code(_ request: DataRequest, log: FindingLog) -> String? {
    request.unit.flatMap { session.unitCode($0, on: matters.asOf) }
  }

  /// The unit that a request is about, in a run.
  private func unit(_ request: DataRequest, _ run: CompletedRun, log: FindingLog) throws -> UnitInView? {
    guard let name = request.unit,
      let index = session.unitIndex(
        name, among: run.sheet.units, of: run.scheme, run.period, run.record.input.asOf)
    else { return nil }
    return UnitInView(tables: session.tables(of: run, language: language), unit: index)
  }

  private func losses(_ request: DataRequest, _ run: CompletedRun, log: FindingLog) throws -> DataTable? {
    guard let unit = try unit(request, run, log: log) else { return nil }
    let cell = run.minimumCell(today: session.workspace.settings.minimumCell)
    if run.showsAnswers(under: cell, about: unit.unit) {
      log.add(
        WorkbenchFinding.explainUnderCell(.subject(unit.scored.name), scheme: run.scheme.id, minimumCell: cell))
      return nil
    }
    guard tellsEvidence else { return try unit.losses(evidence: nil) }
    let words = ExplainWords(language: language, digits: run.scheme.defaults.digits)
    let brief = BriefEvidence(
      run: run, unit: unit.unit, rows: RowEvidence(session: session, run: run, words: words), minimumCell: cell)
    if request.kind == .grounds {
      let lines = CommentLines(session: session, run: run, unit: unit.unit, words: words, tables: unit.tables)
      return try unit.losses { loss in
        if let node = loss.node { return try lines.evidence(of: node) }
        return try brief.text(of: loss)
      }
    }
    return try unit.losses { try brief.text(of: $0) }
  }

  /// Titles on the day up to which the report's run looks, from the rows as they are now.
  private func titles(_ request: DataRequest) throws -> TitleAnswer? {
    try session.titles(TitleRequest(scheme: request.scheme ?? run.scheme.id, asOf: run.record.input.asOf))
  }

  /// Held ÷ in scope of the scheme's title; nil: it has none, or nobody is in scope.
  func titleCoverage() throws -> String? {
    guard run.scheme.titles != nil else { return nil }
    return try session.titles(TitleRequest(scheme: run.scheme.id, asOf: run.record.input.asOf))?.coverage
  }

  /// The run of the scheme that a request names; normally the report's own.
  func run(of request: DataRequest, log: FindingLog) throws -> CompletedRun? {
    guard let scheme = request.scheme, scheme != run.scheme.id else { return run }
    return try session.latestRun(scheme: scheme, period: run.period)
  }

  /// nil without a finding: the earlier period simply was not scored.
  private func comparison(_ request: DataRequest, _ run: CompletedRun, log: FindingLog) throws -> RunComparison? {
    let runs = try request.comparedPeriods.map { name -> CompletedRun? in
      if name == DataRequest.current { return run }
      guard let period = period(name, of: run, log: log),
        try session.database.latestRun(scheme: run.scheme.id, period: period.id) != nil
      else {
        return nil
      }
      return try session.latestRun(scheme: run.scheme.id, period: period)
    }
    guard runs.count == 2, let before = runs[0], let after = runs[1] else { return nil }
    return RunComparison(before: before, after: after, language: language)
  }

  /// A period as a request names it; nil where there is none, as before a phase.
  private func period(_ name: String, of run: CompletedRun, log: FindingLog) -> Period? {
    switch name {
    case DataRequest.current: run.period
    case DataRequest.previous: run.period.previous
    case DataRequest.lastYear: run.period.sameLastYear
    default: session.workspace.period(name, log: log)
    }
  }

  /// The first period of a comparison that was not scored, as a Chinese report calls it.
  private func unscored(_ request: DataRequest, _ run: CompletedRun) throws -> String {
    for name in request.comparedPeriods where name != DataRequest.current {
      // What is wrong with the name was said when it was looked for.
      if let period = period(name, of: run, log: FindingLog()) {
        if try session.database.latestRun(scheme: run.scheme.id, period: period.id) == nil { return period.chineseName }
      } else {
        return name == DataRequest.previous ? "上一期" : name == DataRequest.lastYear ? "上年同期" : name
      }
    }
    return "上一期"
  }

  /// Batches about the run's period with rows that were set aside, and the commonest reasons.
  private func rejects(of run: CompletedRun) throws -> DataTable {
    let tables = Set(run.loaded.tables)
    let batches = try session.database.batches().filter { batch in
      guard batch.isCurrent, batch.rejectCount > 0, batch.table.system == run.loaded.system else { return false }
      let touches = (batch.from ?? 0) <= run.period.end.yyyymmdd && run.period.start.yyyymmdd <= (batch.to ?? .max)
      return touches && tables.contains(batch.table.table)
    }
    let reasons = try batches.map { try commonestReasons(ofBatch: $0.id) }
    return DataTable([
      DataColumn(.table, language, texts: batches.map(\.table.table)),
      DataColumn(.file, language, texts: batches.map(\.source)),
      DataColumn(.rows, language, numbers: batches.map { Double($0.rowCount) }, digits: 0),
      DataColumn(.rejected, language, numbers: batches.map { Double($0.rejectCount) }, digits: 0),
      DataColumn(.reasons, language, texts: reasons),
    ])
  }

  /// The three commonest reasons, with how many rows each.
  private func commonestReasons(ofBatch id: Int) throws -> String {
    var counts: [String: Int] = [:]
    for row in try session.database.rejects(ofBatch: id) {
      for code in row.codes { counts[code, default: 0] += 1 }
    }
    let order = counts.keys.sorted { a, b in
      let (first, second) = (counts[a] ?? 0, counts[b] ?? 0)
      return first != second ? first > second : a < b
    }
    return order.prefix(3).map { "\(CommandSentence.rejectReason($0).text(in: language))\(counts[$0] ?? 0)行" }.joined(
      separator: "、")
  }
}
