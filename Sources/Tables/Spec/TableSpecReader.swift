import Documents
import Findings
import Register

extension TableSpec {
  /// Reads a table spec and checks all that it says about itself.
  /// - Parameters:
  ///   - system: the folder name of the system that it belongs to.
  /// - Returns: nil, with the reasons in the log, if there was any problem.
  package static func read(_ node: DocumentNode, system: String, log: FindingLog) -> TableSpec? {
    let before = log.count(.problem)
    var reader = MappingReader(node, path: "table", shape: .table, log: log)
    var spec = TableSpec(
      system: system, id: reader.requiredText("table") ?? "", version: reader.requiredText("version") ?? "",
      place: node.place)
    spec.isAnonymous = reader.boolean("anonymous") ?? false
    spec.isProtected = reader.boolean("protected") ?? false
    spec.isComplete = reader.boolean("complete") ?? false
    spec.confirmed = reader.text("confirmed")
    spec.confirmation = reader.node("confirmation").flatMap { ConfirmationRule.read($0, log: log) }
    if spec.confirmed != nil, spec.confirmation != nil {
      log.add(TableFinding.spec(reader.place(of: "confirmation"), .confirmationTwice))
    }
    spec.coveredBy = reader.text("covered_by")
    if let file = reader.node("file") { spec.file = FileRule.read(file, log: log) }
    if let unit = reader.node("unit") { spec.unit = UnitRule.read(unit, log: log) }
    if let period = reader.node("period") { spec.period = PeriodRule.read(period, log: log) }
    spec.key = reader.texts("key")
    spec.order = reader.texts("order")
    spec.rowRules = (reader.list("requires") ?? []).compactMap { RowRule.read($0, log: log) }
    if let limit = reader.number("reject_limit") {
      spec.rejectLimit = limit
      if !(0...1).contains(limit) {
        log.add(TableFinding.spec(reader.place(of: "reject_limit"), .rejectLimitOutside(limit)))
      }
    }
    spec.survey = reader.node("survey").flatMap { SurveyRule.read($0, log: log) }
    spec.careless = reader.node("careless").flatMap { CarelessRule.read($0, log: log) }
    var around = ColumnSpec.Surroundings(form: spec.survey?.form)
    for entry in reader.entries("label_sets") {
      around.labels[entry.key] = ColumnSpec.Labels.read(entry.value, called: entry.key, sets: [:], log: log)
    }
    for entry in reader.entries("code_sets") {
      around.codes[entry.key] = ColumnSpec.readCodes(entry.value, called: entry.key, sets: [:], log: log)
    }
    for entry in reader.entries("columns") { spec.columns.append(ColumnSpec.read(entry, in: around, log: log)) }
    if let others = reader.node("other_columns") {
      var inner = MappingReader(others, path: "other_columns", shape: .otherColumns, log: log)
      if inner.requiredNode("type") != nil { spec.otherColumns = inner.choice("type", ColumnType.self) }
      if spec.otherColumns == .writtenDate {
        log.add(TableFinding.spec(inner.place(of: "type"), .furtherType(.writtenDate)))
      }
      inner.finish()
    }
    if spec.columns.isEmpty, spec.otherColumns == nil, !reader.has("columns"), !reader.has("other_columns") {
      log.add(TableFinding.spec(node.place, .noColumns))
    }
    reader.finish()
    spec.checkColumns(log: log)
    spec.checkRoles(reader, log: log)
    spec.checkRowRules(reader, log: log)
    spec.checkSurvey(reader, log: log)
    return log.count(.problem) == before ? spec : nil
  }
}

extension TableSpec.FileRule {
  fileprivate static func read(_ node: DocumentNode, log: FindingLog) -> Self {
    var rule = Self()
    var reader = MappingReader(node, path: "file", shape: .tableFile, log: log)
    rule.match = reader.text("match")
    rule.encoding = reader.choice("encoding", TableSpec.EncodingRule.self) ?? .auto
    rule.sheet = reader.text("sheet")
    if let row = reader.integer("header_row") {
      rule.headerRow = row
      if row < 1 { log.add(TableFinding.spec(reader.place(of: "header_row"), .headerRowOutside(row))) }
    }
    if let rows = reader.integer("header_rows") {
      rule.headerRows = rows
      if !(1...5).contains(rows) {
        log.add(TableFinding.spec(reader.place(of: "header_rows"), .headerRowsOutside(rows)))
      }
    }
    rule.skippedRows = reader.texts("skip_rows")
    rule.hasShortRows = reader.boolean("short_rows") ?? false
    reader.finish()
    return rule
  }
}

extension TableSpec.FileRule {
  /// Whether a file's name, without its folder, fits `match`, where `*` stands for any text. No rule fits no file.
  package func matches(_ fileName: String) -> Bool { match.map { Self.fits(fileName, $0) } ?? false }

  /// Whether a text fits a pattern, where `*` stands for any text.
  static func fits(_ text: String, _ pattern: String) -> Bool {
    var rest = text[...]
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, rest.hasPrefix(first) else { return false }
    if parts.count == 1 { return text == pattern }
    rest = rest.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}

extension ConfirmationRule {
  fileprivate static func read(_ node: DocumentNode, log: FindingLog) -> Self? {
    var reader = MappingReader(node, path: "confirmation", shape: .confirmation, log: log)
    let trigger = reader.requiredText("trigger")
    var verified: String?
    var verifier: String?
    if let node = reader.node("verify") {
      var inner = MappingReader(node, path: "confirmation.verify", shape: .confirmationVerify, log: log)
      verified = inner.requiredText("date")
      verifier = inner.text("role")
      inner.finish()
    }
    var decision: (day: String, role: String, result: String, positive: [String])?
    if let node = reader.requiredNode("confirm") {
      var inner = MappingReader(node, path: "confirmation.confirm", shape: .confirmationConfirm, log: log)
      let (day, role) = (inner.requiredText("date"), inner.requiredText("role"))
      let result = inner.requiredText("result")
      let positive = inner.texts("positive")
      if positive.isEmpty {
        log.add(DocumentFinding.missingKey(inner.place(of: "positive"), key: "positive", of: inner.path))
      }
      inner.finish()
      if let day, let role, let result { decision = (day, role, result, positive) }
    }
    let effective = reader.text("effective")
    reader.finish()
    guard let trigger, let decision else { return nil }
    return Self(
      trigger: trigger, verified: verified, verifier: verifier, confirmed: decision.day, role: decision.role,
      result: decision.result, positive: decision.positive, effective: effective)
  }
}

extension TableSpec.UnitRule {
  fileprivate static func read(_ node: DocumentNode, log: FindingLog) -> Self? {
    var reader = MappingReader(node, path: "unit", shape: .tableUnit, log: log)
    let column = reader.requiredText("column")
    let kinds = reader.texts("kind")
    let unmatched = reader.choice("unmatched", Unmatched.self) ?? .reject
    if unmatched == .register, kinds.count != 1 {
      log.add(TableFinding.spec(reader.place(of: "kind"), .registerKinds(kinds)))
    }
    reader.finish()
    return column.map { Self(column: $0, kinds: kinds, unmatched: unmatched) }
  }
}

extension TableSpec.PeriodRule {
  enum Origin: String, CaseIterable {
    case option
    case fileName = "file_name"
  }

  fileprivate static func read(_ node: DocumentNode, log: FindingLog) -> Self? {
    var reader = MappingReader(node, path: "period", shape: .tablePeriod, log: log)
    defer { reader.finish() }
    if reader.has("from") {
      switch reader.choice("from", Origin.self) {
      case .option: return .option
      case .fileName: return .fileName
      case nil: return nil
      }
    }
    let column = reader.requiredText("column")
    let grain = reader.choice("grain", Period.Grain.self)
    if grain == .phase { log.add(TableFinding.spec(reader.place(of: "grain"), .grainPhase)) }
    _ = reader.node("from")
    return column.map { .column($0, grain: grain) }
  }
}
