import Findings
import Foundation
import Register
import Schemes
import Scoring
import Spreadsheets

extension Session {
  /// Writes the sheet by which a unit is asked about its result in a kept run.
  /// - Returns: the file's path; nil with the reason in the log.
  package func writeComments(_ run: CompletedRun, unit name: String, output: String?) throws -> String? {
    guard let book = try comments(on: run, unit: name) else { return nil }
    let file = ["征求意见", book.scheme, book.period, book.unit].map(FormNames.safe).joined(separator: "-") + ".xlsx"
    let path = output ?? workspace.url("\(Self.formFolder)/\(file)").path
    return try save(book.workbook(), to: path, called: workspace.relative(path), replaces: false, log: log)
      ? workspace.relative(path) : nil
  }

  /// It says what `explain` says of each leaf, but nothing of tables of work secrets beyond the number that crossed over,
  /// and nobody's own points where those of several people are joined.
  func comments(on run: CompletedRun, unit name: String) throws -> CommentBook? {
    guard
      let unit = unitIndex(name, among: run.sheet.units, of: run.scheme, run.period, run.record.input.asOf),
      let root = run.scheme.ranking?.node ?? run.scheme.roots.first?.id,
      let trace = trace(of: root, unit: unit, in: run.sheet, scheme: run.scheme)
    else { return nil }
    let scored = run.sheet.units[unit]
    let title = "\(run.scheme.title) · \(run.period.chineseName) · \(scored.name) · 征求意见"
    let tables = tables(of: run, language: .chinese)
    let words = ExplainWords(language: .chinese, digits: run.scheme.defaults.digits)
    let standing = words.standing(
      run.sheet.standing[unit], group: run.scheme.ranking?.per == .peers ? scored.peers : "", missed: nil,
      contests: [], approval: tables.approval())
    let stage = try stageLine(of: run, language: .chinese)
    return CommentBook(
      unit: scored.name, code: scored.code, title: title,
      heading: [title] + standing + [stage ?? "", tables.footing()].filter { !$0.isEmpty }
        + ["请逐项核对：在“意见”里选同意或有异议，有异议的写明理由和依据；填好保存为 .xlsx 交回。灰色格不要改动。"],
      scheme: run.scheme.id, period: run.period.id, run: run.record.key, digits: run.scheme.defaults.digits,
      lines: try CommentLines(session: self, run: run, unit: unit, words: words, tables: tables).lines(of: trace))
  }
}

/// The nodes of a unit's result, from the top down, with what each rests on.
struct CommentLines {
  let session: Session
  let run: CompletedRun
  let unit: Int
  let words: ExplainWords
  let tables: RunTables

  func lines(of trace: NodeTrace) throws -> [CommentBook.Line] {
    try lines(of: trace, depth: 0, try explanation())
  }

  private func explanation() throws -> NodeExplanation {
    var words = words
    let records = try RecordSources(run, in: session, words: words)
    words.sources = records.decisions
    let code = run.sheet.units[unit].code
    var explanation = NodeExplanation(
      run: run, unit: unit, words: words, tables: tables,
      minimumCell: run.minimumCell(today: session.workspace.settings.minimumCell),
      evidence: RowEvidence(session: session, run: run, words: words), rules: ResolvedRules(run.scheme),
      decisions: judgedDecisions(run.scheme, run.record.input, run.sheet.standing).filter { $0.decision.unit == code },
      records: records)
    explanation.smallSides = SmallSides(run: run, minimumCell: explanation.minimumCell)
    return explanation
  }

  private func lines(of trace: NodeTrace, depth: Int, _ explanation: NodeExplanation) throws -> [CommentBook.Line] {
    let missing = explanation.missingWord(trace)
    let line = CommentBook.Line(
      node: trace.node.id, name: trace.node.name, depth: depth, points: trace.node.points, score: trace.value,
      words: words.value(trace, missing: missing), evidence: try evidence(of: trace, explanation))
    return try [line] + trace.children.flatMap { try lines(of: $0, depth: depth + 1, explanation) }
  }

  /// What one node rests on, in words; empty for a node that the unit has not.
  func evidence(of node: Node) throws -> String {
    guard let trace = trace(of: node.id, unit: unit, in: run.sheet, scheme: run.scheme) else { return "" }
    return try evidence(of: trace, try explanation())
  }

  private func evidence(of trace: NodeTrace, _ explanation: NodeExplanation) throws -> String {
    guard trace.children.isEmpty else { return trace.node.sentence(in: .chinese, of: run.scheme) }
    guard !restsOnSecrets(trace.node) else {
      return [trace.node.sentence(in: .chinese, of: run.scheme), "依据受保护的数据，这里只告知结果；有异议请按规定查询。"].joined(
        separator: "\n")
    }
    // The first line is the node's own number, which stands in its column.
    let lines = try explanation.lines(trace, depth: 0).dropFirst()
    return withoutPersons(lines.map { terminalSafe($0.trimmingCharacters(in: .whitespaces)) }, of: trace.node)
      .joined(separator: "\n")
  }

  /// Where the points of several people are joined, a unit is told how many there are, and nobody's own.
  private func withoutPersons(_ lines: [String], of node: Node) -> [String] {
    guard measures(of: node).contains(where: joinsPersons) else { return lines }
    let kept = lines.filter { !$0.hasPrefix("· ") }
    return kept + (lines.count > kept.count ? ["由\(lines.count - kept.count)条记录合成，逐条不在这里列出。"] : [])
  }

  /// Whether a measure joins groups, or its table has rows of several people about one unit, as its key says.
  private func joinsPersons(_ id: String) -> Bool {
    guard let measure = run.scheme.measure(id) else { return false }
    guard measure.first == nil else { return true }
    guard let spec = measure.table.flatMap({ session.folders.spec($0, for: run.loaded.system)?.spec }),
      spec.key.count > 1
    else { return false }
    return spec.columns.contains { column in
      let isOfPeriod = if case .column(column.id, _)? = spec.period { true } else { false }
      return spec.key.contains(column.id) && column.type == .text && column.labels == nil
        && column.id != spec.unit?.column && !isOfPeriod
    }
  }

  private func measures(of node: Node) -> [String] {
    let named = [node.measure].compactMap(\.self) + node.acrossMeasures + (node.hands?.all.map(\.measure) ?? [])
    return named + (node.zeroWhen.map { [$0.measure] } ?? [])
  }

  private func restsOnSecrets(_ node: Node) -> Bool {
    measures(of: node).contains { id in
      guard let measure = run.scheme.measure(id) else { return false }
      let behind = [measure, measure.denominatorMeasure].compactMap { $0?.table }
      return behind.contains { run.loaded.catalogue.tables[$0]?.isProtected == true }
    }
  }
}
