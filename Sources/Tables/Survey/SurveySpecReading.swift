import Documents
import Findings

extension SurveyRule {
  static func read(_ node: DocumentNode, log: FindingLog) -> SurveyRule? {
    var reader = MappingReader(node, path: "survey", shape: .survey, log: log)
    _ = reader.requiredNode("form")
    let form = reader.choice("form", Form.self)
    let export = reader.choice("export", Export.self)
    var zone: Int?
    if let text = reader.text("zone") {
      zone = minutes(ofZone: text)
      if zone == nil {
        log.add(
          DocumentFinding.illegalValue(
            reader.place(of: "zone"), key: "zone", value: text, legal: ["+08:00", "-05:00"]))
      }
    }
    var draft: Draft?
    if let node = reader.node("drafted") {
      var inner = MappingReader(node, path: "survey.drafted", shape: .surveyDraft, log: log)
      let found = Draft(
        file: inner.requiredText("from") ?? "", by: inner.text("by") ?? "", on: inner.text("on") ?? "")
      inner.finish()
      draft = found
      if found.by.trimmingSpaces.isEmpty || found.on.trimmingSpaces.isEmpty {
        log.add(TableFinding.survey(node.place, .unsigned(file: found.file)))
      }
    }
    reader.finish()
    return form.map { SurveyRule(form: $0, export: export, zone: zone, draft: draft) }
  }
}

extension CarelessRule {
  static func read(_ node: DocumentNode, log: FindingLog) -> CarelessRule? {
    var reader = MappingReader(node, path: "careless", shape: .careless, log: log)
    guard let column = reader.requiredText("column") else {
      for sign in Sign.allCases { _ = reader.node(sign.rawValue) }
      reader.finish()
      return nil
    }
    var rule = CarelessRule(column: column)
    if let node = reader.node("fast") {
      var inner = MappingReader(node, path: "careless.fast", shape: .carelessFast, log: log)
      _ = inner.requiredNode("under_s")
      let (column, seconds) = (inner.requiredText("column"), inner.number("under_s"))
      if let column, let seconds { rule.fast = (column, seconds) }
      inner.finish()
    }
    if let node = reader.node("straight_line") {
      var inner = MappingReader(node, path: "careless.straight_line", shape: .carelessLine, log: log)
      _ = inner.requiredNode("columns")
      _ = inner.requiredNode("at_least")
      let columns = inner.list("columns")?.compactMap { $0.text(called: "columns", log: log) } ?? []
      if let least = inner.integer("at_least") {
        rule.straightLine = (columns, least)
        if !(2...max(2, columns.count)).contains(least) {
          log.add(
            DocumentFinding.illegalValue(
              inner.place(of: "at_least"), key: "at_least", value: "\(least)", legal: ["2 … \(columns.count)"]))
        }
      }
      inner.finish()
    }
    if let node = reader.node("duplicates") {
      var inner = MappingReader(node, path: "careless.duplicates", shape: .carelessTwins, log: log)
      _ = inner.requiredNode("columns")
      rule.duplicates = inner.list("columns")?.compactMap { $0.text(called: "columns", log: log) } ?? []
      inner.finish()
    }
    if let node = reader.node("same_source") {
      if case .scalar("off", _) = node.content {
      } else {
        var inner = MappingReader(node, path: "careless.same_source", shape: .carelessSource, log: log)
        _ = inner.requiredNode("more_than")
        let (column, most) = (inner.requiredText("column"), inner.integer("more_than"))
        if let column, let most { rule.sameSource = (column, most) }
        inner.finish()
      }
    }
    reader.finish()
    return rule
  }
}

extension ColumnSpec.Choices {
  static func read(_ node: DocumentNode, column: String, form: SurveyRule.Form?, log: FindingLog) -> Self? {
    let path = "columns.\(column).choices"
    var reader = MappingReader(node, path: path, shape: .choices, log: log)
    let isRanked = reader.boolean("ranked") ?? false
    let separator = reader.text("separator") ?? (form == .wjx ? (isRanked ? "→" : "┋") : " ")
    var options: [(text: String, name: String)] = []
    switch reader.requiredNode("options")?.content {
    case .sequence(let items):
      options = items.compactMap { $0.text(called: "options", log: log) }.map { ($0, $0) }
    case .mapping(let entries):
      options = entries.compactMap { entry in
        entry.value.text(called: entry.key, log: log).map { (entry.key, $0) }
      }
    case .scalar(let text, _):
      log.add(
        DocumentFinding.wrongKind(
          reader.place(of: "options"), key: "options", expected: .list, found: .text, value: text))
    case .empty, nil: break
    }
    reader.finish()
    let place = reader.place(of: "options")
    var texts: Set<String> = []
    for (text, _) in options where !texts.insert(text).inserted {
      log.add(TableFinding.spec(place, .labelTwin(label: text)))
    }
    var names: Set<String> = []
    for (_, name) in options where !names.insert(name.lowercased()).inserted {
      log.add(TableFinding.spec(place, .columnTaken(id: name, by: name)))
    }
    if separator.isEmpty {
      log.add(
        DocumentFinding.illegalValue(
          reader.place(of: "separator"), key: "separator", value: "", legal: ["┋", "→", "\" \"", ";"]))
      return nil
    }
    // `甲┋乙` beside `甲` and `乙`: nobody could tell the one from the two.
    let known = texts
    for (text, _) in options {
      let parts = text.split(separator: separator).map(String.init)
      if parts.count > 1, parts.allSatisfy(known.contains) {
        log.add(TableFinding.survey(place, .optionAmbiguous(text, separator: separator)))
      }
    }
    return options.isEmpty ? nil : Self(options: options, separator: separator, isRanked: isRanked)
  }
}

extension ColumnSpec {
  /// Codes of labels: a list, which counts from 1, a map, or the name of a set of them.
  static func readCodes(
    _ node: DocumentNode, called key: String, sets: [String: [(code: String, label: String)]], log: FindingLog
  ) -> [(code: String, label: String)] {
    switch node.content {
    case .sequence(let items):
      return items.enumerated().compactMap { index, item in
        item.text(called: key, log: log).map { ("\(index + 1)", $0) }
      }
    case .mapping(let entries):
      return entries.compactMap { entry in entry.value.text(called: key, log: log).map { (entry.key, $0) } }
    case .scalar(let set, _):
      if let codes = sets[set] { return codes }
      log.add(TableFinding.spec(node.place, .labelSetUnknown(name: set, legal: sets.keys.sorted())))
      return []
    case .empty: return []
    }
  }

  /// That codes stand for labels which the column has.
  func checkCodes(_ key: String, at place: Place, log: FindingLog) {
    let legal: [String] =
      switch labels {
      case .set(let texts): texts
      case .map(let entries): entries.map(\.label)
      case nil: []
      }
    for (_, label) in key == "coded" ? coded : scored where !legal.contains(label) {
      log.add(TableFinding.survey(place, .codedUnknown(label, column: id, legal: legal)))
    }
  }
}

extension TableSpec {
  /// What surveys and their careless answers need of the columns.
  func checkSurvey(_ reader: MappingReader, log: FindingLog) {
    if let survey {
      for column in columns where !column.isDropped && survey.form.isPersonal(column.header) {
        log.add(TableFinding.survey(column.place, .personal(column: column.id, header: column.header)))
      }
    }
    guard let careless else { return }
    let place = reader.place(of: "careless")
    let named =
      [careless.fast?.column].compactMap { $0 } + (careless.straightLine?.columns ?? []) + (careless.duplicates ?? [])
    for name in Set(named).sorted() { _ = column(name, for: .careless, at: place, log: log) }
    if let fast = careless.fast, let column = columns.first(where: { $0.id == fast.column }), !column.isDropped,
      ![.durationSeconds, .integer, .number].contains(column.type)
    {
      log.add(TableFinding.survey(place, .fastType(column: fast.column, column.type)))
    }
    if let source = careless.sameSource {
      if let column = columns.first(where: { $0.id == source.column }) {
        if !column.isDropped { log.add(TableFinding.survey(column.place, .sourceKept(column: column.id))) }
      } else {
        _ = column(source.column, for: .careless, at: place, log: log)
      }
    }
  }
}
