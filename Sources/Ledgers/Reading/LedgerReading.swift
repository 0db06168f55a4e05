import Documents
import Findings
import Register

extension LedgerFile {
  /// Reads `ledgers.yaml` and checks all that it says about itself.
  /// - Returns: nil, with the reasons in the log, if there was any problem.
  package static func read(_ node: DocumentNode, log: FindingLog) -> LedgerFile? {
    let before = log.count(.problem)
    var reader = MappingReader(node, path: "ledgers", shape: .ledgers, log: log)
    if reader.requiredNode("ledgers") == nil { return nil }
    let items = reader.list("ledgers") ?? []
    reader.finish()
    var taken: Set<String> = []
    var ledgers: [LedgerSpec] = []
    for (index, item) in items.enumerated() {
      guard let ledger = LedgerSpec.read(item, index: index, log: log) else { continue }
      for name in ledger.tableNames where !taken.insert(name).inserted {
        log.add(LedgerFinding.nameTaken(ledger.place, name: name))
      }
      ledgers.append(ledger)
    }
    return log.count(.problem) == before ? LedgerFile(ledgers: ledgers) : nil
  }
}

extension LedgerSpec {
  /// The derived tables that the ledger gives.
  package var tableNames: [String] { [id] + (suggestions.map { [$0.name] } ?? []) }

  fileprivate static func read(_ node: DocumentNode, index: Int, log: FindingLog) -> LedgerSpec? {
    var reader = MappingReader(node, path: "ledgers[\(index)]", shape: .ledger, log: log)
    let id = reader.requiredText("id")
    let path = id ?? "ledgers[\(index)]"
    let problems = reader.requiredNode("problems").flatMap { Problems.read($0, path, log) }
    var spec = problems.map { LedgerSpec(id: id ?? "", problems: $0, place: node.place) }
    let measures = reader.node("measures").flatMap { Measures.read($0, path, log) }
    let steps = reader.node("steps").flatMap { Steps.read($0, path, log) }
    let standing = reader.texts("standing")
    let immediate = reader.node("immediate").flatMap { Immediate.read($0, path, log) }
    let soon = readSoon(&reader)
    let revisit = reader.node("revisit").flatMap { Revisit.read($0, path, log) }
    let repeats = reader.node("repeats").flatMap { Repeats.read($0, path, log) }
    let suggestions = reader.node("suggestions").flatMap { Suggestions.read($0, path, log) }
    spec?.measures = measures
    spec?.steps = steps
    spec?.standing = standing
    spec?.immediate = immediate
    spec?.soon = soon
    spec?.revisit = revisit
    spec?.repeats = repeats
    spec?.suggestions = suggestions
    reader.finish()
    if let immediate, let word = immediate.words.first(where: standing.contains) {
      log.add(
        LedgerFinding.wordTwice(reader.place(of: "standing"), word: word, first: "standing", second: "immediate.words"))
    }
    spec?.checkNeeds(&reader, log: log)
    return id == nil ? nil : spec
  }

  private static func readSoon(_ reader: inout MappingReader) -> [Int] {
    var soon: [Int] = []
    for item in reader.list("soon") ?? [] {
      guard let days = item.integer(called: "soon", log: reader.log) else { continue }
      if days < 0 {
        reader.log.add(LedgerFinding.daysNegative(item.place, key: "soon", value: days))
      } else if soon.contains(days) {
        reader.log.add(LedgerFinding.daysTwice(item.place, key: "soon", value: days))
      }
      soon.append(days)
    }
    return soon.sorted()
  }

  /// That the columns which rules speak of are named.
  private func checkNeeds(_ reader: inout MappingReader, log: FindingLog) {
    func need(_ rule: String, _ key: String, _ column: Column?) {
      if column == nil { log.add(LedgerFinding.columnNeeded(reader.place(of: rule), rule: rule, key: key)) }
    }
    if let revisit {
      need("revisit", "problems.revisited", problems.revisited)
      switch revisit.after {
      case .found: break
      case .done: need("revisit", "problems.done", problems.done)
      case .verified: need("revisit", "problems.verified", problems.verified)
      }
    }
    for trait in repeats?.by ?? [] {
      switch trait {
      case .unit: break
      case .kind: need("repeats", "problems.kind", problems.kind)
      case .text: need("repeats", "problems.text", problems.text)
      case .source: need("repeats", "problems.source", problems.source)
      }
    }
    if steps != nil, measures == nil { log.add(LedgerFinding.columnNeeded(place, rule: "steps", key: "measures.id")) }
    if !standing.isEmpty, problems.type == nil { need("standing", "problems.deadline", problems.deadline) }
    if immediate != nil, problems.type == nil { need("immediate", "problems.deadline", problems.deadline) }
  }
}

extension MappingReader {
  mutating func column(_ key: String) -> LedgerSpec.Column? {
    text(key).map { LedgerSpec.Column($0, at: place(of: key)) }
  }

  mutating func requiredColumn(_ key: String) -> LedgerSpec.Column? {
    requiredText(key).map { LedgerSpec.Column($0, at: place(of: key)) }
  }

  /// A count of days or months; below 0 is told.
  mutating func count(_ key: String) -> Int? {
    guard let value = integer(key) else { return nil }
    if value < 0 { log.add(LedgerFinding.daysNegative(place(of: key), key: key, value: value)) }
    return value
  }
}

extension LedgerSpec.Problems {
  fileprivate static func read(_ node: DocumentNode, _ path: String, _ log: FindingLog) -> Self? {
    var reader = MappingReader(node, path: "\(path).problems", shape: .ledgerProblems, log: log)
    let table = reader.requiredColumn("table")
    let id = reader.requiredColumn("id")
    let found = reader.requiredColumn("found")
    let kind = reader.column("kind")
    let text = reader.column("text")
    let notified = reader.column("notified")
    let deadline = reader.column("deadline")
    let type = reader.column("type")
    let done = reader.column("done")
    let verified = reader.column("verified")
    let revisited = reader.column("revisited")
    let result = reader.column("result")
    let source = reader.column("source")
    reader.finish()
    guard let table, let id, let found else { return nil }
    return Self(
      table: table, id: id, kind: kind, text: text, found: found, notified: notified, deadline: deadline, type: type,
      done: done, verified: verified, revisited: revisited, result: result, source: source)
  }
}

extension LedgerSpec.Measures {
  fileprivate static func read(_ node: DocumentNode, _ path: String, _ log: FindingLog) -> Self? {
    var reader = MappingReader(node, path: "\(path).measures", shape: .ledgerMeasures, log: log)
    let table = reader.requiredColumn("table")
    let id = reader.requiredColumn("id")
    let problem = reader.requiredColumn("problem")
    let deadline = reader.column("deadline")
    let done = reader.column("done")
    reader.finish()
    guard let table, let id, let problem else { return nil }
    return Self(table: table, id: id, problem: problem, deadline: deadline, done: done)
  }
}

extension LedgerSpec.Steps {
  fileprivate static func read(_ node: DocumentNode, _ path: String, _ log: FindingLog) -> Self? {
    var reader = MappingReader(node, path: "\(path).steps", shape: .ledgerSteps, log: log)
    let table = reader.requiredColumn("table")
    let measure = reader.requiredColumn("measure")
    let date = reader.requiredColumn("date")
    let text = reader.column("text")
    reader.finish()
    guard let table, let measure, let date else { return nil }
    return Self(table: table, measure: measure, date: date, text: text)
  }
}

extension LedgerSpec.Immediate {
  fileprivate static func read(_ node: DocumentNode, _ path: String, _ log: FindingLog) -> Self? {
    var reader = MappingReader(node, path: "\(path).immediate", shape: .ledgerImmediate, log: log)
    let hasWords = reader.requiredNode("words") != nil
    let words = reader.texts("words")
    let days = reader.count("days") ?? 0
    reader.finish()
    return hasWords ? Self(words: words, days: days) : nil
  }
}

extension LedgerSpec.Revisit {
  fileprivate static func read(_ node: DocumentNode, _ path: String, _ log: FindingLog) -> Self? {
    var reader = MappingReader(node, path: "\(path).revisit", shape: .ledgerRevisit, log: log)
    let after = reader.choice("after", Origin.self) ?? .verified
    let months = reader.count("months")
    let days = reader.count("days")
    reader.finish()
    if months == nil, days == nil, !reader.has("months"), !reader.has("days") {
      log.add(DocumentFinding.missingKey(node.place, key: "months", of: "\(path).revisit"))
    }
    return Self(after: after, months: months ?? 0, days: days ?? 0)
  }
}

extension LedgerSpec.Repeats {
  fileprivate static func read(_ node: DocumentNode, _ path: String, _ log: FindingLog) -> Self? {
    var reader = MappingReader(node, path: "\(path).repeats", shape: .ledgerRepeats, log: log)
    _ = reader.requiredNode("by")
    var by: [Trait] = []
    for item in reader.list("by") ?? [] {
      guard let word = item.text(called: "by", log: log) else { continue }
      guard let trait = Trait(rawValue: word) else {
        log.add(
          DocumentFinding.illegalValue(item.place, key: "by", value: word, legal: Trait.allCases.map(\.rawValue)))
        continue
      }
      by.append(trait)
    }
    var months: Int?
    if let within = reader.node("within") {
      var inner = MappingReader(within, path: "\(path).repeats.within", shape: .ledgerWithin, log: log)
      if inner.requiredNode("months") != nil { months = inner.count("months") }
      inner.finish()
    }
    let grain = reader.choice("grain", Period.Grain.self)
    if let grain, grain == .phase || grain == .day {
      log.add(LedgerFinding.grainRefused(reader.place(of: "grain"), grain: grain.rawValue))
    }
    reader.finish()
    if by.isEmpty, reader.has("by") { log.add(DocumentFinding.missingKey(reader.place(of: "by"), key: "by", of: path)) }
    return by.isEmpty ? nil : Self(by: by, months: months, grain: grain)
  }
}

extension LedgerSpec.Suggestions {
  fileprivate static func read(_ node: DocumentNode, _ path: String, _ log: FindingLog) -> Self? {
    var reader = MappingReader(node, path: "\(path).suggestions", shape: .ledgerSuggestions, log: log)
    let name = reader.text("name") ?? path + "建议"
    let table = reader.requiredColumn("table")
    let id = reader.requiredColumn("id")
    let adopted = reader.requiredColumn("adopted")
    let made = reader.column("made")
    let due = reader.column("due")
    let answered = reader.column("answered")
    func words(_ key: String, _ usual: [String]) -> [String] {
      let words = reader.texts(key)
      return words.isEmpty ? usual : words
    }
    let yes = words("yes", ["采纳", "已采纳"])
    let partly = words("partly", ["部分采纳"])
    let no = words("no", ["不采纳", "未采纳"])
    reader.finish()
    let lists = [("yes", yes), ("partly", partly), ("no", no)]
    for (index, list) in lists.enumerated() {
      for other in lists[..<index] {
        guard let word = list.1.first(where: other.1.contains) else { continue }
        log.add(LedgerFinding.wordTwice(reader.place(of: list.0), word: word, first: other.0, second: list.0))
      }
    }
    guard let table, let id, let adopted else { return nil }
    return Self(
      name: name, table: table, id: id, adopted: adopted, made: made, due: due, answered: answered, yes: yes,
      partly: partly, no: no)
  }
}
