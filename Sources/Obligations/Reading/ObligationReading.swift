import Documents
import Findings
import Register
import Schemes

extension ObligationBook {
  /// Reads `obligations.yaml`: all problems in one pass, and nothing if there is one. What needs the tables is left to
  /// `check(against:log:)`.
  /// - Parameter phases: those of the workspace.
  package static func read(_ node: DocumentNode, phases: [Period] = [], log: FindingLog) -> ObligationBook? {
    let before = log.count(.problem)
    let reading = ObligationReading(log: log, phases: phases)
    var reader = MappingReader(node, path: "obligations", shape: .obligations, log: log)
    let table = reader.text("table") ?? ObligationColumn.defaultTable
    var obligations: [Obligation] = []
    if reader.requiredNode("obligations") != nil {
      obligations = (reader.list("obligations") ?? []).compactMap { reading.obligation($0) }
    }
    reader.finish()
    reading.checkNames(obligations)
    guard log.count(.problem) == before else { return nil }
    return ObligationBook(table: table, obligations: obligations, place: node.place)
  }
}

/// One reading of the file.
struct ObligationReading {
  let log: FindingLog
  let phases: [Period]

  func report(_ finding: ObligationFinding) { log.add(finding) }

  func obligation(_ node: DocumentNode) -> Obligation? {
    let before = log.count(.problem)
    var reader = MappingReader(node, path: "obligation", shape: .obligation, log: log)
    let id = reader.requiredText("id")
    let path = id ?? "obligation"
    let name = reader.text("name")
    let basis = reader.text("basis") ?? ""
    let tags = reader.texts("tags")
    for tag in tags { checkName(tag, at: reader.place(of: "tags")) }
    if let id { checkName(id, at: reader.place(of: "id")) }
    let (owes, each) = self.owes(reader.node("owes"), path: path)
    let cadence = reader.requiredNode("cadence").flatMap { self.cadence($0, path: path) }
    let from = self.date("from", in: &reader)
    let to = self.date("to", in: &reader)
    if let from, let to, to < from {
      report(.datesReversed(reader.place(of: "to"), key: "to", from: "\(from)", to: "\(to)"))
    }
    let skip = reader.texts("skip").compactMap { self.period($0, at: reader.place(of: "skip")) }
    let opens = reader.node("opens").flatMap { dayRule($0, key: "opens", path: path, cadence: cadence) }
    let due = reader.requiredNode("due").flatMap { dayRule($0, key: "due", path: path, cadence: cadence) }
    let marks = reader.texts("marks")
    let excuse = reasonColumn(reader.node("excused"), "\(path).excused")
    let inapplicability = reasonColumn(reader.node("not_applicable"), "\(path).not_applicable")
    let matching = reader.requiredNode("matched_by").flatMap { self.matching($0, path: path) }
    let remind = reminder(&reader)
    let counts = reader.boolean("counts") ?? true
    let evidence = reader.text("evidence") ?? ""
    let recipient = reader.text("recipient") ?? ""
    let verb = reader.text("verb") ?? ""
    reader.finish()
    guard log.count(.problem) == before, let id, let cadence, let due, var matching else { return nil }
    matching.excuse = excuse?.column
    matching.inapplicability = inapplicability?.column
    for (key, column) in [("excused", excuse), ("not_applicable", inapplicability)] {
      if let column { matching.places[key] = column.place }
    }
    var obligation = Obligation(id: id, cadence: cadence, due: due, matching: matching, place: node.place)
    obligation.name = name ?? id
    obligation.basis = basis
    obligation.tags = tags
    obligation.owes = owes
    obligation.each = each
    obligation.from = from
    obligation.to = to
    obligation.skip = skip
    obligation.opens = opens
    obligation.marks = marks
    obligation.remind = remind ?? Obligation.usualReminder
    obligation.counts = counts
    obligation.evidence = evidence
    obligation.recipient = recipient
    obligation.verb = verb
    checkParts(obligation)
    return log.count(.problem) == before ? obligation : nil
  }

  private func owes(
    _ node: DocumentNode?, path: String
  ) -> (Scheme.UnitSelection, Obligation.Roster?) {
    guard let node else { return (.init(), nil) }
    var reader = MappingReader(node, path: "\(path).owes", shape: .owes, log: log)
    let selection = Scheme.UnitSelection(kinds: reader.texts("kind"), predicate: expression("where", in: &reader))
    let each = reader.node("each").flatMap { node -> Obligation.Roster? in
      var inner = MappingReader(node, path: "\(path).owes.each", shape: .roster, log: log)
      let table = inner.requiredText("table")
      let by = inner.requiredText("by")
      inner.finish()
      guard let table, let by else { return nil }
      return .init(table: table, by: by, place: node.place)
    }
    reader.finish()
    return (selection, each)
  }

  private func cadence(_ node: DocumentNode, path: String) -> Obligation.Cadence? {
    guard node.isMapping else {
      guard let word = node.text(called: "cadence", log: log) else { return nil }
      if let cadence = CadenceWord(rawValue: word) { return cadence.cadence }
      log.add(
        DocumentFinding.illegalValue(
          node.place, key: "cadence", value: word, legal: CadenceWord.allCases.map(\.rawValue) + ["phase", "after"]))
      return nil
    }
    var reader = MappingReader(node, path: "\(path).cadence", shape: .cadence, log: log)
    let found = ["phase", "after"].filter { reader.node($0) != nil }
    guard found.count == 1 else {
      report(.oneOf(node.place, owner: reader.path, legal: ["phase", "after"], found: found))
      return nil
    }
    if found == ["phase"] {
      let name = reader.requiredText("phase")
      reader.finish()
      guard let name else { return nil }
      if let phase = phases.first(where: { $0.id == name }) { return .phase(phase) }
      report(.phaseUnknown(reader.place(of: "phase"), name: name, known: phases.map(\.id)))
      return nil
    }
    let after = reader.requiredNode("after")
    reader.finish()
    guard let after else { return nil }
    var inner = MappingReader(after, path: "\(path).cadence.after", shape: .events, log: log)
    let table = inner.requiredText("table")
    let date = inner.requiredText("date")
    let predicate = expression("where", in: &inner)
    inner.finish()
    guard let table, let date else { return nil }
    return .after(.init(table: table, date: date, predicate: predicate, place: after.place))
  }

  private func matching(_ node: DocumentNode, path: String) -> Obligation.Matching? {
    var reader = MappingReader(node, path: "\(path).matched_by", shape: .matching, log: log)
    let table = reader.requiredText("table")
    let predicate = expression("where", in: &reader)
    let filed = reader.requiredText("filed")
    var matching = Obligation.Matching(table: table ?? "", predicate: predicate, filed: filed ?? "", place: node.place)
    matching.period = reader.text("period")
    matching.member = reader.text("member")
    matching.marks = reader.entries("marks").compactMap { entry in
      entry.value.text(called: entry.key, log: log).map { (entry.key, $0) }
    }
    matching.mended = reader.text("mended")
    for key in reader.keys { matching.places[key] = reader.place(of: key) }
    reader.finish()
    return table == nil || filed == nil ? nil : matching
  }

  private func reasonColumn(_ node: DocumentNode?, _ path: String) -> (column: String, place: Place)? {
    guard let node else { return nil }
    var reader = MappingReader(node, path: path, shape: .reasonColumn, log: log)
    let column = reader.requiredText("column")
    let place = reader.place(of: "column")
    reader.finish()
    return column.map { ($0, place) }
  }

  private func reminder(_ reader: inout MappingReader) -> [Int]? {
    guard let node = reader.node("remind") else { return nil }
    let items: [DocumentNode] = if case .sequence(let items) = node.content { items } else { [node] }
    let days = items.compactMap { number($0, called: "remind", 0...366) }
    return days.count == items.count ? Array(Set(days)).sorted(by: >) : nil
  }

  func number(_ node: DocumentNode, called key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let value = node.integer(called: key, log: log) else { return nil }
    if range.contains(value) { return value }
    report(.numberOutside(node.place, key: key, value: value, range: range))
    return nil
  }

  private func date(_ key: String, in reader: inout MappingReader) -> CalendarDate? {
    guard let text = reader.text(key) else { return nil }
    if let date = CalendarDate(parsing: text) { return date }
    report(.dateUnreadable(reader.place(of: key), key: key, value: text))
    return nil
  }

  private func period(_ text: String, at place: Place) -> Period? {
    if let period = Period(parsing: text) { return period }
    report(.periodUnreadable(place, value: text))
    return nil
  }

  private func expression(_ key: String, in reader: inout MappingReader) -> PlacedExpression? {
    guard let node = reader.node(key) else { return nil }
    guard case .scalar(let text, let isQuoted) = node.content else {
      _ = node.text(called: key, log: log)
      return nil
    }
    return parseExpression(
      text, at: node.place.advanced(by: isQuoted && !text.contains("\n") ? 1 : 0), log: log)
  }
}
