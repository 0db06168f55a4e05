import Documents
import Findings

extension SchemeReading {
  /// Keys that mean nothing beside `obligations`: which rows count, and what they are worth, follows from `take`.
  private static let foreignToObligations = [
    "view", "scheme", "node", "period", "of", "weight", "where", "value", "dated_by", "unique", "first", "covered_by",
  ]

  /// `{obligations: names, take: late}`: a measure of the table of obligations, whose expressions are built here.
  func obligationMeasure(_ entry: DocumentNode.Entry, _ reader: inout MappingReader) -> Measure {
    for key in Self.foreignToObligations where reader.node(key) != nil { exclude(key, "obligations", in: reader) }
    let names = reader.texts("obligations")
    let place = reader.place(of: "obligations")
    if names.isEmpty, reader.node("obligations")?.isSequence == true {
      report(.listLength(key: "obligations", needed: 1, found: 0), at: place)
    }
    let table = reader.text("table") ?? ObligationColumn.defaultTable
    let written = baselessMeasures.contains(entry.key) ? reader.node("take") : reader.requiredNode("take")
    let take = written.flatMap { obligationTake($0) }
    var measure = Measure(id: entry.key, source: .table(table), take: take?.reducer ?? .count, place: entry.keyPlace)
    measure.obligations = take.map { ObligationCount(names: names, take: $0) }
    for key in ["obligations", "table", "take", "window", "include", "empty", "range"] where reader.has(key) {
      measure.places[key] = reader.place(of: key)
    }
    if let take, !names.isEmpty {
      measure.predicate = parseExpression(take.predicate(over: names), at: place, log: log)
      measure.value = parseExpression(take.value, at: reader.place(of: "take"), log: log)
    }
    measure.window = reader.node("window").flatMap { window($0) } ?? .period
    measure.include = reader.choice("include", Measure.Inclusion.self) ?? .own
    measure.minN = integer("min_n", in: &reader, within: .counts(from: 1))
    // A unit that owed nothing cannot have been late.
    measure.empty = reader.node("empty").map { emptyRule($0) } ?? .notApplicable
    measure.range = range(&reader)
    measure.denominator = denominator(&reader, &measure)
    measure.times = number("times", in: &reader) ?? 1
    reader.finish()
    return measure
  }

  private func obligationTake(_ node: DocumentNode) -> ObligationTake? {
    guard let word = node.text(called: "take", log: log) else { return nil }
    if let take = ObligationTake(rawValue: word) { return take }
    log.add(
      DocumentFinding.illegalValue(
        node.place, key: "take", value: word, legal: ObligationTake.allCases.map(\.rawValue)))
    return nil
  }
}

extension ObligationTake {
  fileprivate var reducer: Reducer { self == .onTimeShare ? .share : .sum }

  /// The rows of the named obligations. What is excused is no row of the others: a unit excused from all of them is one
  /// to which the measure does not apply.
  fileprivate func predicate(over names: [String]) -> String {
    let bar = ObligationColumn.labelBar
    let named = names.map {
      "\(ObligationColumn.labels.rawValue) LIKE '%\(bar)\($0.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))\(bar)%'"
    }
    var left = [ObligationState.notApplicable]
    if self != .excused { left.insert(.excused, at: 0) }
    let states = left.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return "(\(named.joined(separator: " OR "))) AND \(ObligationColumn.state.rawValue) NOT IN (\(states))"
  }

  /// NULL while nothing is due, so that a unit with nothing due yet has no number.
  fileprivate var value: String {
    func counted(_ column: ObligationColumn, _ test: String) -> String {
      "CASE WHEN \(column.rawValue) IS NULL THEN NULL \(test) END"
    }
    func isState(_ state: ObligationState) -> String { "\(ObligationColumn.state.rawValue) = '\(state.rawValue)'" }
    return switch self {
    case .onTime, .onTimeShare: ObligationColumn.isOnTime.rawValue
    case .late: counted(.isOnTime, "WHEN \(isState(.late)) THEN 1 ELSE 0")
    case .missing: counted(.isOnTime, "ELSE \(ObligationColumn.isMissing.rawValue)")
    case .excused: "CASE WHEN \(isState(.excused)) THEN 1 ELSE 0 END"
    case .daysLate: ObligationColumn.workingDaysLate.rawValue
    }
  }
}
