import Documents
import Findings

extension SchemeReading {
  func dateSource(_ node: DocumentNode, of path: String) -> Measure.DateSource? {
    guard node.isMapping else { return node.text(called: "dated_by", log: log).map { .column($0) } }
    var reader = MappingReader(node, path: "\(path).dated_by", shape: .daysAfter, log: log)
    let pair = reader.requiredNode("days_after").flatMap { tuple($0, called: "days_after", 2) }
    reader.finish()
    guard let pair, let column = pair[0].text(called: "days_after", log: log),
      let days = pair[1].integer(called: "days_after", log: log)
    else { return nil }
    let rule = ReadingProblem.NumberRule.between(-36_600, 36_600)
    guard rule.accepts(Double(days)) else {
      report(.numberOutside(key: "days_after", value: Double(days), rule: rule), at: pair[1].place)
      return nil
    }
    return .daysAfter(column: column, days: days)
  }

  func unique(_ reader: inout MappingReader, _ measure: inout Measure) -> Measure.Unique? {
    guard let node = reader.node("unique") else { return nil }
    var inner = MappingReader(node, path: "\(reader.path).unique", shape: .unique, log: log)
    let by = inner.requiredText("by")
    let keep = inner.requiredText("keep")
    let then = inner.text("then")
    let across = inner.choice("across", ClaimScope.self)
    measure.places["unique.by"] = inner.place(of: "by")
    measure.places["unique.keep"] = inner.place(of: "keep")
    measure.places["unique.then"] = inner.place(of: "then")
    inner.finish()
    guard let by, let keep else { return nil }
    guard keep.hasPrefix("max ") else {
      log.add(
        DocumentFinding.illegalValue(inner.place(of: "keep"), key: "keep", value: keep, legal: ["max \(keep)"]))
      return nil
    }
    if let then, !then.hasPrefix("min ") {
      log.add(
        DocumentFinding.illegalValue(inner.place(of: "then"), key: "then", value: then, legal: ["min \(then)"]))
      return nil
    }
    return .init(
      by: by, keepGreatest: keep.dropFirst(4).trimmingSpaces, thenLeast: then?.dropFirst(4).trimmingSpaces,
      isAcrossUnits: across != nil, reachesRegister: across == .register)
  }
  private enum ClaimScope: String, CaseIterable { case units, register }

  func first(_ reader: inout MappingReader, _ measure: inout Measure) -> Measure.First? {
    guard let node = reader.node("first") else { return nil }
    var inner = MappingReader(node, path: "\(reader.path).first", shape: .first, log: log)
    let by = inner.requiredText("by")
    let take = inner.requiredNode("take").flatMap { reducer($0) }
    let roster = inner.text("over")
    let then = inner.node("then").map { oneOrMoreSteps($0) } ?? []
    for key in ["by", "over"] where inner.has(key) { measure.places["first.\(key)"] = inner.place(of: key) }
    inner.finish()
    guard let by, let take else { return nil }
    return .init(by: by, take: take, roster: roster, then: then)
  }

  func emptyRule(_ node: DocumentNode) -> Measure.EmptyRule? {
    if node.kind == .number { return node.number(called: "empty", log: log).map { .number($0) } }
    guard let word = node.text(called: "empty", log: log) else { return nil }
    switch word {
    case "missing": return .missing
    case "not_applicable": return .notApplicable
    case "full": return .full
    default:
      log.add(
        DocumentFinding.illegalValue(
          node.place, key: "empty", value: word, legal: ["missing", "not_applicable", "full", "0"]))
      return nil
    }
  }

  func range(_ reader: inout MappingReader) -> ClosedRange<Double>? {
    guard let node = reader.node("range"), let pair = tuple(node, called: "range", 2),
      let low = pair[0].number(called: "range", log: log), let high = pair[1].number(called: "range", log: log)
    else { return nil }
    guard low < high else {
      report(.numberOutside(key: "range", value: high, rule: .above(low)), at: pair[1].place)
      return nil
    }
    return low...high
  }

  func denominator(_ reader: inout MappingReader, _ measure: inout Measure) -> Measure.Denominator? {
    guard let node = reader.node("per") else { return nil }
    var inner = MappingReader(node, path: "\(reader.path).per", shape: .denominator, log: log)
    let table = inner.requiredText("table")
    let predicate = expression("where", in: &inner)
    let value = expression("value", in: &inner)
    let take = inner.requiredNode("take").flatMap { reducer($0) }
    let window = inner.node("window").flatMap { self.window($0) } ?? Measure.Window.period
    measure.places["per.table"] = inner.place(of: "table")
    if let take, take != .count, !inner.has("value") {
      report(.valueMissing(measure: "\(measure.id).per", take: take.word), at: inner.place(of: "take"))
    }
    inner.finish()
    guard let table, let take else { return nil }
    return .init(table: table, predicate: predicate, value: value, take: take, window: window)
  }
}
