import Findings
import Register
import Schemes
import Scoring

extension Session {
  /// Explains a unit's score, or one node of it, from the grade down to file and row.
  /// - Parameters:
  ///   - name: the unit's code, name or alias.
  ///   - node: nil: the ranked node, as an overview; else the node and everything below it, with the rows; or the id of an
  ///     effect.
  /// - Returns: nil, with the reason in the log, if there is no such unit or node in the run.
  package func explain(
    _ run: CompletedRun, unit name: String, node: String?, language: Language
  ) throws -> String? {
    guard let unit = try unitIndex(name, in: run) else { return nil }
    let cell = run.minimumCell(today: workspace.settings.minimumCell)
    if run.showsAnswers(under: cell, about: unit) {
      log.add(
        WorkbenchFinding.explainUnderCell(
          .subject(run.sheet.units[unit].name), scheme: run.scheme.id, minimumCell: cell))
      return nil
    }
    guard let root = run.scheme.ranking?.node ?? run.scheme.roots.first?.id else { return nil }
    var node = node
    var effect: Effect?
    if let name = node {
      effect = run.scheme.effects.first { $0.id == name && run.scheme.node(name) == nil }
      node = effect == nil ? nodeID(name, in: run.scheme) : root
      if node == nil { return nil }
    }
    guard let trace = trace(of: node ?? root, unit: unit, in: run.sheet, scheme: run.scheme) else { return nil }
    var words = ExplainWords(language: language, digits: run.scheme.defaults.digits)
    let records = try RecordSources(run, in: self, words: words)
    words.sources = records.decisions
    let tables = tables(of: run, language: language)
    var lines = heading(run, unit, words, tables)
    if !run.withheldMeasures(about: unit, minimumCell: cell).isEmpty {
      // A mean and the points that it became tell one another, and so do a sum and its other parts.
      words.digits = 0
      lines.append(words.coarse(under: cell))
    }
    let evidence = RowEvidence(session: self, run: run, words: words)
    let code = run.sheet.units[unit].code
    let explanation = NodeExplanation(
      run: run, unit: unit, words: words, tables: tables, minimumCell: cell,
      evidence: node == nil ? nil : evidence, rules: ResolvedRules(run.scheme),
      decisions: judgedDecisions(run.scheme, run.record.input, run.sheet.standing).filter {
        $0.decision.unit == code
      }, records: records)
    if let effect {
      lines += try OutcomeExplanation(of: explanation, evidence: evidence).lines(of: effect)
      return (lines + ["", tables.footing()]).map(terminalSafe).joined(separator: "\n") + "\n"
    }
    lines += try explanation.lines(trace, depth: 0)
    if trace.node.id == root {
      lines += try OutcomeExplanation(of: explanation, evidence: evidence).lines(listsAll: node != nil)
    }
    lines += ["", tables.footing()]
    if let line = try stageLine(of: run, language: language) { lines.append(line) }
    return lines.map(terminalSafe).joined(separator: "\n") + "\n"
  }

  private func unitIndex(_ name: String, in run: CompletedRun) throws -> Int? {
    unitIndex(name, among: run.sheet.units, of: run.scheme, run.period, run.record.input.asOf)
  }

  /// A unit in scope by code, name or alias.
  func unitIndex(
    _ name: String, among units: [ScoredUnit], of scheme: Scheme, _ period: Period, _ asOf: CalendarDate
  ) -> Int? {
    if let index = units.firstIndex(where: { $0.code == name || $0.name == name }) { return index }
    switch register.match(name, kinds: scheme.units.kinds, on: min(period.end, asOf)) {
    case .unit(let unit):
      if let index = units.firstIndex(where: { $0.code == unit.code }) { return index }
      log.add(WorkbenchFinding.unitOutOfScope(.subject(name), scheme: scheme.id, period: period.id))
    case .ambiguous(let carriers):
      log.add(WorkbenchFinding.unitAmbiguous(.subject(name), units: carriers.map { "\($0.code) \($0.name)" }))
    case .notThen:
      log.add(WorkbenchFinding.unitOutOfScope(.subject(name), scheme: scheme.id, period: period.id))
    case .none(let nearest): log.add(WorkbenchFinding.unitUnknown(.subject(name), nearest: nearest))
    }
    return nil
  }

  /// A node, for an effect has been looked for before: by its id, or by the name that tables and reports print, if only one has it.
  private func nodeID(_ text: String, in scheme: Scheme) -> String? {
    let nodes = scheme.allNodes
    if let node = nodes.first(where: { $0.id == text }) { return node.id }
    let named = nodes.filter { $0.name == text }
    if named.count == 1 { return named[0].id }
    let names = nodes.flatMap { $0.name == $0.id ? [$0.id] : [$0.id, $0.name] }
    log.add(WorkbenchFinding.nodeUnknown(.subject(text), nodes: names + scheme.effects.map(\.id)))
    return nil
  }

  private func heading(_ run: CompletedRun, _ unit: Int, _ words: ExplainWords, _ tables: RunTables) -> [String] {
    let scored = run.sheet.units[unit]
    let period = words.language == .chinese ? run.period.chineseName : run.period.id
    let group = run.scheme.ranking?.per == .peers ? scored.peers : ""
    return ["\(scored.name) (\(scored.code)) · \(run.scheme.title) · \(period)"]
      + words.standing(
        run.sheet.standing[unit], group: group, missed: tables.shortfall(of: unit),
        contests: tables.contests(of: unit), approval: tables.approval()) + [""]
  }
}
