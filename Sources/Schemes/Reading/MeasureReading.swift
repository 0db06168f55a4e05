import Documents
import Findings

extension SchemeReading {
  /// `measures`, in the order of the file.
  func measures(_ entries: [DocumentNode.Entry]) -> [Measure] {
    let resolved = likeResolved(entries)
    return resolved.map { entry in
      let before = log.count(.problem)
      let measure = measure(entry)
      if log.count(.problem) == before, !baselessMeasures.contains(entry.key) { soundMeasures.insert(entry.key) }
      return measure
    }
  }

  private static let sources = ["table", "view", "scheme"]

  private func measure(_ entry: DocumentNode.Entry) -> Measure {
    var reader = MappingReader(entry.value, path: "measures.\(entry.key)", shape: .measure, log: log)
    // Its keys stand here already.
    _ = reader.node("like")
    _ = reader.node("obligations")
    if Self.sources.count(where: { reader.has($0) }) > 1 {
      _ = onlyKey(of: Self.sources, in: &reader)
      return Measure(id: entry.key, source: .table(""), take: .count, place: entry.keyPlace)
    }
    if reader.has("obligations") { return obligationMeasure(entry, &reader) }
    if reader.has("view") { return viewMeasure(entry, &reader) }
    if reader.has("scheme") { return schemeMeasure(entry, &reader) }
    // All of them are asked for: a misspelt one is then told with the one that it was meant to be.
    for key in Self.sources { _ = reader.node(key) }
    return tableMeasure(entry, &reader)
  }

  private func tableMeasure(_ entry: DocumentNode.Entry, _ reader: inout MappingReader) -> Measure {
    let isBaseless = baselessMeasures.contains(entry.key) || Self.sources.contains { reader.isMisspelt($0) }
    let table = isBaseless ? reader.text("table") : reader.requiredText("table")
    let value = expression("value", in: &reader)
    let take = (isBaseless ? reader.node("take") : reader.requiredNode("take")).flatMap { reducer($0) }
    var measure = Measure(id: entry.key, source: .table(table ?? ""), take: take ?? .count, place: entry.keyPlace)
    measure.predicate = expression("where", in: &reader)
    measure.value = value
    if let take, take != .count, !reader.has("value"), !reader.isMisspelt("value") {
      report(.valueMissing(measure: entry.key, take: take.word), at: reader.place(of: "take"))
    }
    for key in ["table", "dated_by", "include", "window", "take", "empty", "covered_by", "range", "value", "where"] {
      if reader.has(key) { measure.places[key] = reader.place(of: key) }
    }
    measure.datedBy = reader.node("dated_by").flatMap { dateSource($0, of: reader.path) }
    measure.window = reader.node("window").flatMap { self.window($0) } ?? Measure.Window.period
    measure.include = reader.choice("include", Measure.Inclusion.self) ?? .own
    measure.unique = unique(&reader, &measure)
    measure.first = first(&reader, &measure)
    measure.minN = integer("min_n", in: &reader, within: .counts(from: 1))
    measure.empty = reader.node("empty").flatMap { emptyRule($0) }
    measure.coveredBy = reader.text("covered_by")
    measure.range = range(&reader)
    measure.denominator = denominator(&reader, &measure)
    measure.times = number("times", in: &reader) ?? 1
    reader.finish()
    return measure
  }

  /// A window: a word, or `{years: n}`.
  func window(_ node: DocumentNode) -> Measure.Window? {
    if node.isMapping {
      var reader = MappingReader(node, path: "window", shape: .years, log: log)
      let years = reader.requiredNode("years").flatMap {
        integer($0, called: "years", within: Measure.Window.yearCounts)
      }
      reader.finish()
      return years.map { .rolling(years: $0) }
    }
    guard let word = node.text(called: "window", log: log) else { return nil }
    if let window = Measure.Window.words[word] { return window }
    log.add(
      DocumentFinding.illegalValue(
        node.place, key: "window", value: word, legal: Measure.Window.words.keys.sorted()))
    return nil
  }
}

extension Measure.Window {
  /// How many years a window may roll over: longer than any table's memory.
  static let yearCounts = 1...100
  static let words: [String: Measure.Window] = [
    "period": .period, "year": .year, "to_date": .toDate, "covering": .covering,
  ]
  /// The word by which the file names the window.
  package var word: String {
    switch self {
    case .period: "period"
    case .year: "year"
    case .toDate: "to_date"
    case .covering: "covering"
    case .rolling(let years): "{years: \(years)}"
    }
  }
}
