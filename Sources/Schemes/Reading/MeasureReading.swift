import Documents
import Findings

extension SchemeReading {
  /// `measures`, in the order of the file.
  func measures(_ entries: [DocumentNode.Entry]) -> [Measure] {
    let resolved = likeResolved(entries)
    return resolved.map { measure($0) }
  }

  private func measure(_ entry: DocumentNode.Entry) -> Measure {
    var reader = MappingReader(entry.value, path: "measures.\(entry.key)", log: log)
    if refuse(["obligations", "scheme", "view"], in: &reader) {
      // Another kind of source: its further keys mean nothing here.
      return Measure(id: entry.key, source: .table(""), take: .count, place: entry.keyPlace)
    }
    refuse(["include", "membership"], in: &reader)
    let isCircular = circularMeasures.contains(entry.key)
    let table = isCircular ? reader.text("table") : reader.requiredText("table")
    let value = expression("value", in: &reader)
    let take = (isCircular ? reader.node("take") : reader.requiredNode("take")).flatMap { reducer($0) }
    var measure = Measure(id: entry.key, source: .table(table ?? ""), take: take ?? .count, place: entry.keyPlace)
    measure.predicate = expression("where", in: &reader)
    measure.value = value
    if let take, take != .count, !reader.has("value") {
      report(.valueMissing(measure: entry.key, take: take.word), at: reader.place(of: "take"))
    }
    for key in ["table", "dated_by", "window", "take", "empty", "covered_by", "range", "value", "where"] {
      if reader.has(key) { measure.places[key] = reader.place(of: key) }
    }
    measure.datedBy = reader.node("dated_by").flatMap { dateSource($0, of: reader.path) }
    measure.window = reader.node("window").flatMap { self.window($0) } ?? Measure.Window.period
    measure.unique = unique(&reader, &measure)
    measure.first = first(&reader, &measure)
    measure.minN = integer("min_n", in: &reader, atLeast: 1)
    measure.empty = reader.node("empty").flatMap { emptyRule($0) }
    measure.coveredBy = reader.text("covered_by")
    measure.range = range(&reader)
    measure.denominator = denominator(&reader, &measure)
    measure.times = number("times", in: &reader) ?? 1
    reader.finish()
    return measure
  }

  /// A window: a word, or `{years: n}`.
  private func window(_ node: DocumentNode) -> Measure.Window? {
    if node.isMapping {
      var reader = MappingReader(node, path: "window", log: log)
      let years = reader.requiredNode("years").flatMap { integer($0, called: "years", atLeast: 1) }
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

  /// A reducer: a word, or `{trimmed: {drop, min, else}}`.
  func reducer(_ node: DocumentNode) -> Reducer? {
    let words = ["mean", "share", "sum", "count", "min", "max", "median", "last"]
    guard node.isMapping else {
      guard let word = node.text(called: "take", log: log) else { return nil }
      switch word {
      case "mean": return .mean
      case "share": return .share
      case "sum": return .sum
      case "count": return .count
      case "min": return .min
      case "max": return .max
      case "median": return .median
      case "last": return .last
      default:
        log.add(
          DocumentFinding.illegalValue(node.place, key: "take", value: word, legal: words + ["trimmed"]))
        return nil
      }
    }
    var reader = MappingReader(node, path: "take", log: log)
    let inner = reader.requiredNode("trimmed")
    reader.finish()
    guard let inner else { return nil }
    var trimmed = MappingReader(inner, path: "take.trimmed", log: log)
    let drop = trimmed.requiredNode("drop").flatMap { integer($0, called: "drop", atLeast: 1) }
    let least = trimmed.requiredNode("min").flatMap { integer($0, called: "min", atLeast: 1) }
    let otherwise = trimmed.requiredNode("else").flatMap { reducer($0) }
    trimmed.finish()
    guard let drop, let least, let otherwise else { return nil }
    if least / 2 < drop || least == 2 * drop {
      log.add(SchemeFinding.structure(inner.place, .trimmedMinimum(drop: drop, minimum: least)))
    }
    return .trimmed(drop: drop, min: least, otherwise: otherwise)
  }

  private func dateSource(_ node: DocumentNode, of path: String) -> Measure.DateSource? {
    guard node.isMapping else { return node.text(called: "dated_by", log: log).map { .column($0) } }
    var reader = MappingReader(node, path: "\(path).dated_by", log: log)
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

  private func unique(_ reader: inout MappingReader, _ measure: inout Measure) -> Measure.Unique? {
    guard let node = reader.node("unique") else { return nil }
    var inner = MappingReader(node, path: "\(reader.path).unique", log: log)
    refuse(["across"], in: &inner)
    let by = inner.requiredText("by")
    let keep = inner.requiredText("keep")
    measure.places["unique.by"] = inner.place(of: "by")
    measure.places["unique.keep"] = inner.place(of: "keep")
    inner.finish()
    guard let by, let keep else { return nil }
    guard keep.hasPrefix("max ") else {
      log.add(
        DocumentFinding.illegalValue(inner.place(of: "keep"), key: "keep", value: keep, legal: ["max \(keep)"]))
      return nil
    }
    return .init(by: by, keepGreatest: keep.dropFirst(4).trimmingSpaces)
  }

  private func first(_ reader: inout MappingReader, _ measure: inout Measure) -> Measure.First? {
    guard let node = reader.node("first") else { return nil }
    var inner = MappingReader(node, path: "\(reader.path).first", log: log)
    refuse(["over", "then"], in: &inner)
    let by = inner.requiredText("by")
    let take = inner.requiredNode("take").flatMap { reducer($0) }
    measure.places["first.by"] = inner.place(of: "by")
    inner.finish()
    guard let by, let take else { return nil }
    return .init(by: by, take: take)
  }

  private func emptyRule(_ node: DocumentNode) -> Measure.EmptyRule? {
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

  private func range(_ reader: inout MappingReader) -> ClosedRange<Double>? {
    guard let node = reader.node("range"), let pair = tuple(node, called: "range", 2),
      let low = pair[0].number(called: "range", log: log), let high = pair[1].number(called: "range", log: log)
    else { return nil }
    guard low < high else {
      report(.numberOutside(key: "range", value: high, rule: .above(low)), at: pair[1].place)
      return nil
    }
    return low...high
  }

  private func denominator(_ reader: inout MappingReader, _ measure: inout Measure) -> Measure.Denominator? {
    guard let node = reader.node("per") else { return nil }
    var inner = MappingReader(node, path: "\(reader.path).per", log: log)
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

extension Substring {
  var trimmingSpaces: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension Measure.Window {
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
