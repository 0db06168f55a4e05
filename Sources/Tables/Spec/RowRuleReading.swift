import Documents
import Findings

extension RowRule {
  static func read(_ node: DocumentNode, log: FindingLog) -> Self? {
    var reader = MappingReader(node, path: "requires", shape: .rowRule, log: log)
    let column = reader.requiredText("column")
    let texts = reader.texts("is")
    let needed = reader.texts("needs")
    for (key, list) in [("is", texts), ("needs", needed)] where list.isEmpty {
      log.add(DocumentFinding.missingKey(reader.place(of: key), key: key, of: reader.path))
    }
    reader.finish()
    return column.map { Self(column: $0, texts: texts, needed: needed) }
  }
}

extension TableSpec {
  /// Days that are to stand in order are days; what decides whether others are needed is a text that can occur.
  func checkRowRules(_ reader: MappingReader, log: FindingLog) {
    var seen: Set<String> = []
    for name in order {
      let place = reader.place(of: "order")
      if !seen.insert(name).inserted {
        log.add(TableFinding.spec(place, .columnTaken(id: name, by: name)))
      } else if let column = column(name, for: .order, at: place, log: log), ![.date, .datetime].contains(column.type) {
        log.add(TableFinding.spec(place, .rowRuleType(column: name, column.type, needed: .date)))
      }
    }
    let place = reader.place(of: "requires")
    for rule in rowRules {
      for name in rule.needed { _ = column(name, for: .requires, at: place, log: log) }
      guard let column = column(rule.column, for: .requires, at: place, log: log) else { continue }
      if column.type != .text {
        log.add(TableFinding.spec(place, .rowRuleType(column: rule.column, column.type, needed: .text)))
      }
      guard case .set(let legal)? = column.labels else { continue }
      for text in rule.texts where !legal.contains(text) {
        log.add(TableFinding.spec(place, .rowRuleText(text, column: rule.column, legal: legal)))
      }
    }
  }
}
