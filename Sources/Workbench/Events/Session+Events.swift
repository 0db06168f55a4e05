import Charts
import Findings
import Register
import Schemes
import Store
import Tables

/// What `events` prints: a sentence for each table, and the events.
package struct EventOverview {
  package let sentences: [String]
  package let table: DataTable
}

extension Session {
  /// The events of all tables that say how they are decided on: how far each has come, and what waits for whom.
  /// - Parameter system: the folder name of one system; nil: of all.
  /// - Returns: nil, with the reason in the log, if there is no such system.
  package func events(asOf day: CalendarDate, system: String?, language: Language) throws -> EventOverview? {
    if let system, !folders.names.contains(system) {
      log.add(WorkbenchFinding.systemUnknown(.subject(system), known: folders.names))
      return nil
    }
    let specs = folders.specs.map(\.spec).filter { $0.confirmation != nil && (system == nil || $0.system == system) }
    var lists: [EventList] = []
    for spec in specs {
      guard let rule = spec.confirmation else { continue }
      guard let store = store(of: TableName(system: spec.system, table: spec.id)) else { continue }
      lists.append(EventList(spec: spec, rule: rule, day: day, events: try events(of: spec, rule, in: store, on: day)))
    }
    if specs.contains(where: \.isProtected) { _ = try listedSecrets { _ in true } }
    var sentences = lists.map { $0.sentence(in: language) }
    if specs.isEmpty {
      sentences = [language == .chinese ? "没有写明 confirmation 的表。" : "No table spec has confirmation."]
    } else if lists.count < specs.count, secrets.reason == .absent {
      sentences.append(CommandSentence.protectedAbsent.text(in: language))
    }
    return EventOverview(sentences: sentences, table: table(of: lists, language))
  }

  private func events(
    of spec: TableSpec, _ rule: ConfirmationRule, in store: Database, on day: CalendarDate
  ) throws -> [ListedEvent] {
    let name = TableName(system: spec.system, table: spec.id)
    let stored = Set(try store.storedColumns(name).map(\.name))
    let codes = Dictionary(try store.unitIDs().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let columns = rule.columns + spec.key
    let query = RowQuery(
      table: name, expressions: columns.map { stored.contains($0) ? quotedIdentifier($0) : "NULL" })
    var events: [ListedEvent] = []
    try store.scan(query) { row in
      var cells: [String: StoredValue] = [:]
      for (index, column) in columns.enumerated() { cells[column] = row.value(index) }
      let record = EventRecord(cells, rule)
      guard record.firstDay.map({ $0 <= day.yyyymmdd }) ?? true else { return }
      let stage = record.stage(on: day.yyyymmdd, under: rule)
      let unit = codes[row.unitID] ?? ""
      let key = spec.key.map { cells[$0]?.shown ?? "–" }.joined(separator: " ")
      events.append(
        ListedEvent(
          key: key.isEmpty ? "\(store.name(ofBatch: row.batch)):\(row.sourceRow)" : key, unit: unit,
          unitName: register.unit(code: unit)?.name ?? "", record: record.known(on: day.yyyymmdd), stage: stage,
          since: record.since(stage, under: rule), awaits: awaited(stage, cells, rule),
          doubts: stage == .doubtful ? record.doubts(under: rule) : []))
    }
    // Within a stage, what has been there longest first; rows without a day last.
    return events.sorted { a, b in
      if a.stage != b.stage { return a.stage.order < b.stage.order }
      return (a.since ?? .max, a.key) < (b.since ?? .max, b.key)
    }
  }

  private func awaited(
    _ stage: EventStage, _ cells: [String: StoredValue], _ rule: ConfirmationRule
  ) -> (step: ConfirmationRule.Step, role: String)? {
    func cell(_ column: String?) -> String { column.flatMap { cells[$0]?.shown } ?? "" }
    switch stage {
    case .triggered where rule.verified != nil: return (.verify, cell(rule.verifier))
    case .triggered, .verified: return (.confirm, cell(rule.role))
    case .confirmed: return (.effective, cell(rule.role))
    case .inForce, .notSustained, .doubtful: return nil
    }
  }

  private func table(of lists: [EventList], _ language: Language) -> DataTable {
    let rows = lists.flatMap { list in list.events.map { (list, $0) } }
    func text(_ id: String, _ chinese: String, _ english: String, _ value: (EventList, ListedEvent) -> String?)
      -> DataColumn
    {
      DataColumn(id, label: language == .chinese ? chinese : english, texts: rows.map { value($0.0, $0.1) })
    }
    func day(_ day: Int?) -> String { day.flatMap { CalendarDate(yyyymmdd: $0) }.map { "\($0)" } ?? "" }
    return DataTable([
      text("table", "表", "table") { list, _ in list.spec.id },
      text("key", "编号", "number") { $1.key },
      text("unit", "编码", "unit") { $1.unit },
      text("name", "单位", "name") { $1.unitName },
      text("stage", "所处环节", "stage") { $1.stage.word(language) },
      text("awaits", "等待", "waits for") { _, event in
        event.awaits?.step.awaited(language)
          ?? event.doubts.map { $0.words(language) }.joined(separator: language == .chinese ? "；" : "; ")
      },
      text("by", "由谁", "by") { $1.awaits?.role ?? "" },
      DataColumn(
        "days", label: language == .chinese ? "已等天数" : "days",
        numbers: rows.map { list, event in event.waiting(on: list.day).map(Double.init) ?? .nan }, digits: 0),
      text("triggered", "触发", "reported") { day($1.record.triggered) },
      text("verified", "核实", "verified") { list, event in
        guard event.record.isUnverified(under: list.rule) else { return day(event.record.verified) }
        return language == .chinese ? "未核实" : "not verified"
      },
      text("confirmed", "认定", "decided") { day($1.record.confirmed) },
      text("role", "认定机构", "decided by") { $1.record.confirmed == nil ? "" : $1.record.role ?? "" },
      text("effective", "生效", "in force") { day($1.record.effective) },
    ])
  }
}

extension EventRecord {
  init(_ cells: [String: StoredValue], _ rule: ConfirmationRule) {
    func day(_ column: String?) -> Int? {
      guard case .integer(let number)? = column.flatMap({ cells[$0] }) else { return nil }
      return Int(number)
    }
    func text(_ column: String) -> String? {
      guard case .text(let text)? = cells[column], !text.isEmpty else { return nil }
      return text
    }
    self.init(
      triggered: day(rule.trigger), verified: day(rule.verified), confirmed: day(rule.confirmed),
      effective: day(rule.effective), role: text(rule.role), result: text(rule.result))
  }

  /// What had been written by the end of a day.
  fileprivate func known(on day: Int) -> EventRecord {
    func past(_ date: Int?) -> Int? { date.flatMap { $0 <= day ? $0 : nil } }
    var record = self
    record.triggered = past(triggered)
    record.verified = past(verified)
    record.confirmed = past(confirmed)
    // A first day in force is written beforehand, with the decision.
    record.effective = record.confirmed == nil ? past(effective) : effective
    return record
  }

  /// The earliest of its days: before it there was nothing to list.
  fileprivate var firstDay: Int? { [triggered, verified, confirmed, effective].compactMap(\.self).min() }
}

extension EventStage {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
