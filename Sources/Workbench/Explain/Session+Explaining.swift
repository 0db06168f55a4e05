import Findings
import Register
import Schemes
import Scoring

extension Session {
  /// Explains a unit's score, or one node of it, from the grade down to file and row.
  /// - Parameters:
  ///   - name: the unit's code, name or alias.
  ///   - node: nil: the ranked node, as an overview; else the node and everything below it, with the rows.
  /// - Returns: nil, with the reason in the log, if there is no such unit or node in the run.
  package func explain(
    _ run: CompletedRun, unit name: String, node: String?, language: Language
  ) throws -> String? {
    guard let unit = try unitIndex(name, in: run) else { return nil }
    guard let root = run.scheme.ranking?.node ?? run.scheme.roots.first?.id else { return nil }
    var node = node
    if let name = node {
      node = nodeID(name, in: run.scheme)
      if node == nil { return nil }
    }
    guard let trace = trace(of: node ?? root, unit: unit, in: run.sheet, scheme: run.scheme) else { return nil }
    let words = ExplainWords(language: language, digits: run.scheme.defaults.digits)
    let tables = tables(of: run, language: language)
    var lines = heading(run, unit, words, tables)
    let explanation = NodeExplanation(
      run: run, unit: unit, words: words, tables: tables, minimumCell: workspace.settings.minimumCell,
      evidence: node == nil ? nil : RowEvidence(session: self, run: run, words: words))
    lines += try explanation.lines(trace, depth: 0)
    if trace.node.id == root { lines += try effects(run, unit, words) }
    lines += ["", tables.footing()]
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

  /// A node by its id, or by the name that tables and reports print, if only one has it.
  private func nodeID(_ text: String, in scheme: Scheme) -> String? {
    let nodes = scheme.allNodes
    if let node = nodes.first(where: { $0.id == text }) { return node.id }
    let named = nodes.filter { $0.name == text }
    if named.count == 1 { return named[0].id }
    let names = nodes.flatMap { $0.name == $0.id ? [$0.id] : [$0.id, $0.name] }
    log.add(WorkbenchFinding.nodeUnknown(.subject(text), nodes: names))
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

  /// What the effects did, always with the rows: a consequence must name its cause.
  private func effects(_ run: CompletedRun, _ unit: Int, _ words: ExplainWords) throws -> [String] {
    let records = run.sheet.effects.filter { $0.unit == unit }
    guard !records.isEmpty else { return [] }
    let evidence = RowEvidence(session: self, run: run, words: words)
    var lines = ["", words.effectsHeading]
    for record in records {
      lines.append("  " + words.effect(record))
      guard let effect = run.scheme.effects.first(where: { $0.id == record.effect }) else { continue }
      lines.append("    " + effect.sentence(in: words.language))
      var measures: [String] = []
      // Why it was not verified: the rows of these tests are out of reach.
      let closed =
        record.outcome != .unverified
        ? []
        : effect.trigger?.anyOf.map(\.measure).filter { id in
          let table = run.scheme.measure(id)?.table.flatMap { run.loaded.catalogue.tables[$0] }
          return table?.isProtected == true && secrets.database == nil
        } ?? []
      for id in [record.firedBy, effect.change?.measure].compactMap({ $0 }) + closed where !measures.contains(id) {
        measures.append(id)
      }
      for measure in measures.compactMap(run.scheme.measure) {
        lines += try evidence.lines(for: measure, unit: unit, period: run.period).map { "    · " + $0 }
      }
    }
    return lines
  }
}

/// A node and what stands below it, as indented lines.
struct NodeExplanation {
  let run: CompletedRun
  let unit: Int
  let words: ExplainWords
  let tables: RunTables
  let minimumCell: Int
  /// nil: an overview, without rules and rows.
  let evidence: RowEvidence?

  func lines(_ trace: NodeTrace, depth: Int) throws -> [String] {
    let indent = String(repeating: "  ", count: depth)
    let missing = OutcomeWords(language: words.language).missing(
      trace.state, trace.node.measure.map { tables.measureReason($0, unit: unit) } ?? .none, rule: trace.rule)
    var parts = ["\(trace.node.name)  \(words.value(trace, missing: missing))"]
    let remarks = [words.rule(trace.rule), words.share(trace), words.halves(trace.halves)].filter {
      !$0.isEmpty && $0 != missing
    }
    if !remarks.isEmpty { parts.append("(\(remarks.joined(separator: words.language == .chinese ? "；" : "; ")))") }
    var lines = [indent + parts.joined(separator: "  ")]
    if evidence != nil { lines += try details(trace).map { indent + "    " + $0 } }
    for child in trace.children { lines += try self.lines(child, depth: depth + 1) }
    return lines
  }

  private func details(_ trace: NodeTrace) throws -> [String] {
    var lines = [trace.node.sentence(in: words.language, of: run.scheme)]
    if !trace.node.basis.isEmpty { lines.append(trace.node.basis) }
    let steps = words.steps(trace)
    if !steps.isEmpty { lines.append(steps) }
    if let override = trace.override { lines.append(words.override(override)) }
    guard !trace.hands.isEmpty else {
      return lines + (try trace.node.measure.flatMap(run.scheme.measure).map(self.measured) ?? [])
    }
    for hand in trace.hands {
      lines.append(words.hand(hand))
      lines += try run.scheme.measure(hand.hand.measure).map(self.measured)?.map { "  " + $0 } ?? []
    }
    return lines
  }

  /// What a measure reads, its number in each window, and its rows.
  private func measured(_ measure: Measure) throws -> [String] {
    let id = measure.id
    var lines = [measure.sentence(in: words.language)]
    let windows: [(period: Period, columns: [String: MeasureColumn])]
    if run.record.input.halves.isEmpty {
      windows = [(run.period, run.record.input.measures)]
    } else {
      windows = run.record.input.halves.map { ($0.period, $0.measures) }
    }
    for window in windows {
      guard let column = window.columns[id] else { continue }
      let value = column[unit]
      let isHidden =
        value.reason == .belowMinimumCell
        || run.tablesWithHiddenAnswers(about: unit, minimumCell: minimumCell).contains(measure.table ?? "")
      let prefix = windows.count > 1 ? "\(window.period.id)  " : ""
      lines.append(
        prefix + words.measure(value, isShare: measure.isShare, hiddenUnder: isHidden ? minimumCell : nil))
      lines += try evidence?.lines(for: measure, unit: unit, period: window.period).map { "· " + $0 } ?? []
    }
    return lines
  }
}
