import Documents
import Findings

// Measures that read no table: a view for what the expressions cannot say, and the results of another scheme.

extension SchemeReading {
  /// `{view: "SELECT …", take, window, min_n, range, times, empty}`.
  func viewMeasure(_ entry: DocumentNode.Entry, _ reader: inout MappingReader) -> Measure {
    let place = reader.place(of: "view")
    let sql = reader.requiredText("view") ?? ""
    let take = reader.requiredNode("take").flatMap { reducer($0) }
    var measure = Measure(
      id: entry.key, source: .view(.init(sql: sql, place: place)), take: take ?? .count, place: entry.keyPlace)
    for key in ["view", "take", "window", "range", "empty"] where reader.has(key) {
      measure.places[key] = reader.place(of: key)
    }
    measure.window = reader.node("window").flatMap { window($0) } ?? .period
    measure.minN = integer("min_n", in: &reader, within: .counts(from: 1))
    measure.empty = reader.node("empty").flatMap { emptyRule($0) }
    measure.range = range(&reader)
    measure.times = number("times", in: &reader) ?? 1
    reader.finish()
    return measure
  }

  /// `{scheme, node, period, of, take, weight, range}`.
  func schemeMeasure(_ entry: DocumentNode.Entry, _ reader: inout MappingReader) -> Measure {
    let scheme = reader.requiredText("scheme") ?? ""
    let node = reader.requiredText("node") ?? ""
    let period = reader.node("period").flatMap { schemePeriod($0, path: reader.path) } ?? .same
    let subject = reader.choice("of", SchemeReference.Subject.self) ?? .own
    let isReduced: Bool
    if case .last = period { isReduced = true } else { isReduced = subject != .own }
    let take = (isReduced ? reader.requiredNode("take") : reader.node("take")).flatMap { reducer($0) }
    let weight = reader.choice("weight", SchemeWeight.self)
    if weight != nil, subject != .members {
      report(.keyNeeds(key: "weight", needed: "of: members"), at: reader.place(of: "weight"))
    } else if weight != nil, let take, take != .mean, take != .sum {
      report(.keyNeeds(key: "weight", needed: "take: mean"), at: reader.place(of: "weight"))
    }
    let reference = SchemeReference(
      scheme: scheme, node: node, period: period, subject: subject, isWeightedByShare: weight != nil)
    var measure = Measure(id: entry.key, source: .scheme(reference), take: take ?? .mean, place: entry.keyPlace)
    for key in ["scheme", "node", "period", "take", "range"] where reader.has(key) {
      measure.places[key] = reader.place(of: key)
    }
    measure.range = range(&reader)
    reader.finish()
    return measure
  }
  private enum SchemeWeight: String, CaseIterable { case share }

  /// `same`, `year`, `latest`, or `{last: n}`.
  private func schemePeriod(_ node: DocumentNode, path: String) -> SchemeReference.Selection? {
    if node.isMapping {
      var reader = MappingReader(node, path: "\(path).period", shape: .lastRuns, log: log)
      let last = reader.requiredNode("last").flatMap {
        integer($0, called: "last", within: SchemeReference.Selection.lastCounts)
      }
      reader.finish()
      return last.map { .last($0) }
    }
    guard let word = node.text(called: "period", log: log) else { return nil }
    let words: [(String, SchemeReference.Selection)] = [("same", .same), ("year", .year), ("latest", .latest)]
    if let selection = words.first(where: { $0.0 == word })?.1 { return selection }
    log.add(
      DocumentFinding.illegalValue(
        node.place, key: "period", value: word, legal: words.map(\.0) + ["last"]))
    return nil
  }
}

extension SchemeReference.Selection {
  /// How many of the last runs a measure may read.
  static let lastCounts = 1...100
}
