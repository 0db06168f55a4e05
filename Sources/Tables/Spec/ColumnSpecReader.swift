import Documents
import Findings

extension ColumnSpec {
  /// What columns of one table may name: its label sets and code sets, and the product that writes its files.
  struct Surroundings {
    var labels: [String: Labels] = [:]
    var codes: [String: [(code: String, label: String)]] = [:]
    var form: SurveyRule.Form?
  }

  static func read(_ entry: DocumentNode.Entry, in table: Surroundings, log: FindingLog) -> ColumnSpec {
    var reader = MappingReader(entry.value, path: "columns.\(entry.key)", shape: .column, log: log)
    var spec = ColumnSpec(
      id: entry.key, header: reader.text("header") ?? entry.key, type: .text, place: entry.keyPlace)
    spec.isDropped = reader.boolean("drop") ?? false
    if let choices = reader.node("choices") {
      spec.choices = Choices.read(choices, column: entry.key, form: table.form, log: log)
      // How many options were chosen.
      spec.type = .integer
      _ = reader.node("type")
    } else if spec.isDropped || reader.requiredNode("type") != nil {
      spec.type = reader.choice("type", ColumnType.self) ?? .text
    }
    spec.isRequired = reader.boolean("required") ?? false
    if let labels = reader.node("labels") {
      spec.labels = Labels.read(labels, called: "labels", sets: table.labels, log: log)
    }
    if let range = reader.node("range") { spec.range = readRange(range, type: spec.type, log: log) }
    if let pattern = reader.text("pattern") {
      do throws(PatternProblem) {
        _ = try TextPattern(pattern)
        spec.pattern = pattern
      } catch {
        log.add(TableFinding.spec(reader.place(of: "pattern"), .pattern(pattern, error)))
      }
    }
    if let reference = reader.node("references") {
      var inner = MappingReader(reference, path: "columns.\(entry.key).references", shape: .reference, log: log)
      let kinds = inner.texts("register")
      let isTable = kinds.isEmpty
      let table = isTable ? inner.requiredText("table") : inner.text("table")
      let column = isTable ? inner.requiredText("column") : inner.text("column")
      if !isTable {
        spec.references = Reference(kinds: kinds)
      } else if let table, let column {
        spec.references = Reference(table: table, column: column)
      }
      inner.finish()
    }
    spec.takesDitto = reader.boolean("ditto") ?? false
    spec.blanks = reader.texts("blank")
    for (key, codes) in [("coded", \ColumnSpec.coded), ("scored", \ColumnSpec.scored)] {
      guard let node = reader.node(key) else { continue }
      spec[keyPath: codes] = readCodes(node, called: key, sets: table.codes, log: log)
      spec.checkCodes(key, at: node.place, log: log)
    }
    reader.finish()
    spec.checkLabels(at: reader.place(of: "labels"), log: log)
    return spec
  }

  private static func readRange(_ node: DocumentNode, type: ColumnType, log: FindingLog) -> ClosedRange<Double>? {
    guard case .sequence(let bounds) = node.content, bounds.count == 2 else {
      log.add(TableFinding.spec(node.place, .rangeShape))
      return nil
    }
    guard let low = bounds[0].number(called: "range", log: log), let high = bounds[1].number(called: "range", log: log)
    else { return nil }
    guard low <= high else {
      log.add(TableFinding.spec(node.place, .rangeReversed(low, high)))
      return nil
    }
    guard [.integer, .number, .durationSeconds].contains(type) else {
      log.add(TableFinding.spec(node.place, .rangeType(type)))
      return nil
    }
    return low...high
  }

  /// Whether the meanings of the labels fit the column's type and range.
  private func checkLabels(at place: Place, log: FindingLog) {
    guard case .map(let entries) = labels else { return }
    for (label, meaning) in entries {
      guard case .number(let value) = meaning else { continue }
      let fits =
        switch type {
        case .number: true
        case .integer, .durationSeconds: value == value.rounded() && abs(value) < 1e15
        case .boolean: value == 0 || value == 1
        case .text, .date, .datetime, .writtenDate: false
        }
      if !fits { log.add(TableFinding.spec(place, .labelType(label: label, type))) }
      if let range, !range.contains(value) {
        log.add(TableFinding.spec(place, .labelOutsideRange(label: label, value: value, range)))
      }
    }
  }
}

extension ColumnSpec.Labels {
  /// Reads the name of a label set, a map of labels to meanings, or a list of labels.
  static func read(
    _ node: DocumentNode, called name: String, sets: [String: Self], log: FindingLog
  ) -> Self? {
    switch node.content {
    case .sequence(let items):
      var labels: [String] = []
      for item in items {
        guard let label = item.text(called: name, log: log) else { continue }
        if labels.contains(label) { log.add(TableFinding.spec(item.place, .labelTwin(label: label))) }
        labels.append(label)
      }
      return .set(labels)
    case .mapping(let entries):
      return .map(entries.map { ($0.key, meaning(of: $0, log: log)) })
    case .scalar(let set, _):
      if let labels = sets[set] { return labels }
      log.add(TableFinding.spec(node.place, .labelSetUnknown(name: set, legal: sets.keys.sorted())))
      return nil
    case .empty: return nil
    }
  }

  private static func meaning(of entry: DocumentNode.Entry, log: FindingLog) -> ColumnSpec.Meaning {
    switch entry.value.content {
    case .scalar("not_applicable", _): return .notApplicable
    case .scalar("missing", _): return .missing
    default:
      if entry.value.kind == .number, let value = entry.value.number(called: entry.key, log: log) {
        return .number(value)
      }
      log.add(
        TableFinding.spec(
          entry.value.place, .labelMeaning(label: entry.key, value: entry.value.shortText)))
      return .missing
    }
  }
}
