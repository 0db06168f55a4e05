import Documents
import Findings

/// What one reading of a scheme carries along: where findings go, the parameters, and which nodes' share
/// or source could not be read, so that no check blames them twice.
final class SchemeReading {
  let log: FindingLog
  var parameters: [String: Scheme.Parameter] = [:]
  var brokenNodes: Set<String> = []
  /// Nodes of which some key could not be read: what they come to is not known.
  var unsoundNodes: Set<String> = []
  /// Whether everything but the measures could be read: whatever names a measure or a fact is there.
  var areUsesKnown = true
  /// Whether defaults, facts and what follows the tree could be read.
  var isRestSound = true
  /// Measures that others are `like`: used, even if nothing else reads them.
  var likeBases: Set<String> = []
  /// Measures that are like one another in a circle, or like one that does not exist: what they lack is not said again.
  var baselessMeasures: Set<String> = []
  /// Measures that could be read without a problem.
  var soundMeasures: Set<String> = []
  /// Facts that exist but could not be read.
  var brokenFacts: Set<String> = []
  /// `titles`, `grades.<grade>`: what is there, but could not be read in full.
  var brokenParts: Set<String> = []

  init(log: FindingLog) { self.log = log }

  func report(_ problem: ReadingProblem, at place: Place) { log.add(SchemeFinding.reading(place, problem)) }

  /// The one key of several that is there; none or several are a finding.
  func onlyKey(of legal: [String], in reader: inout MappingReader) -> String? {
    // All of them are asked for: a misspelt one is then told with the one that it was meant to be. `key: ~` is none.
    let found = legal.filter { reader.node($0) != nil }
    if found.count > 1 || found.isEmpty && !legal.contains(where: { reader.isMisspelt($0) }) {
      report(.oneOf(owner: reader.path, legal: legal, found: found), at: reader.place)
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Two keys of which the first means nothing beside the second.
  func exclude(_ first: String, _ second: String, in reader: MappingReader) {
    log.add(
      SchemeFinding.outcome(
        reader.place(of: first), .keysExclude(owner: reader.path, first: first, second: second)))
  }

  func number(_ key: String, in reader: inout MappingReader, _ rule: ReadingProblem.NumberRule? = nil) -> Double? {
    expect(.number, rule, at: key, in: reader)
    return reader.node(key).flatMap { number($0, called: key, rule) }
  }

  func requiredNumber(
    _ key: String, in reader: inout MappingReader, _ rule: ReadingProblem.NumberRule? = nil
  ) -> Double? {
    expect(.number, rule, at: key, in: reader)
    return reader.requiredNode(key).flatMap { number($0, called: key, rule) }
  }

  func number(_ node: DocumentNode, called key: String, _ rule: ReadingProblem.NumberRule? = nil) -> Double? {
    guard let value = node.number(called: key, log: log) else { return nil }
    if let rule, !rule.accepts(value) {
      report(.numberOutside(key: key, value: value, rule: rule), at: node.place)
      return nil
    }
    return value
  }

  func integer(_ key: String, in reader: inout MappingReader, within range: ClosedRange<Int>) -> Int? {
    expect(.integer, .whole(range), at: key, in: reader)
    return reader.node(key).flatMap { integer($0, called: key, within: range) }
  }

  func integer(_ node: DocumentNode, called key: String, within range: ClosedRange<Int>) -> Int? {
    // A number of more digits than the machine counts with is a whole one, too: only outside.
    if let number = node.number(called: key, log: FindingLog()),
      !ReadingProblem.NumberRule.whole(range).accepts(number),
      number.rounded() == number
    {
      report(.numberOutside(key: key, value: number, rule: .whole(range)), at: node.place)
      return nil
    }
    return node.integer(called: key, log: log)
  }

  /// That the shape has such a number here, with the same limits.
  private func expect(
    _ kind: DocumentValueKind, _ rule: ReadingProblem.NumberRule?, at key: String, in reader: MappingReader
  ) {
    reader.expect(kind, at: key)
    assert(
      rule.map { reader.shape[key]?.value.allows($0.limits) ?? false } ?? true,
      "the shape “\(reader.shape.name)” has other limits at “\(key)”")
  }

  /// Exactly so many elements.
  func tuple(_ node: DocumentNode, called key: String, _ count: Int) -> [DocumentNode]? {
    guard let items = node.list(called: key, log: log) else { return nil }
    if items.count != count {
      report(.listLength(key: key, needed: count, found: items.count), at: node.place)
      return nil
    }
    return items
  }

  func expression(_ key: String, in reader: inout MappingReader) -> PlacedExpression? {
    guard let node = reader.node(key) else { return nil }
    guard case .scalar(let text, let isQuoted) = node.content else {
      _ = node.text(called: key, log: log)
      return nil
    }
    return parseExpression(
      text, at: node.place.advanced(by: isQuoted && !text.contains("\n") ? 1 : 0), parameters: parameters, log: log)
  }

  /// Members of a list with ids: the later of two that share one is reported.
  func checkDuplicates(_ kind: NameKind, _ members: [(id: String, place: Place)]) {
    var first: [String: Place] = [:]
    for (id, place) in members {
      if let earlier = first[id] {
        report(.duplicateId(kind: kind, id: id, first: earlier), at: place)
      } else {
        first[id] = place
      }
    }
  }
}

extension Place {
  /// So many columns further on the same line.
  package func advanced(by columns: Int) -> Place {
    if case .line(let file, let line, let column) = self {
      .line(file, line: line, column: column + columns)
    } else {
      self
    }
  }
}

extension ReadingProblem.NumberRule {
  /// As a shape writes it.
  var limits: ShapeValue.Limits {
    switch self {
    case .positive: .above(0)
    case .notNegative: .atLeast(0)
    case .share: .share
    case .above(let bound): .above(bound)
    case .notZero: .none
    case .between(let low, let high): .within(low...high)
    case .whole(let range): .within(Double(range.lowerBound)...Double(range.upperBound))
    }
  }
}

extension ClosedRange<Int> {
  /// How many there may be of anything that a scheme counts. More is a slip of the pen.
  static func counts(from least: Int) -> ClosedRange<Int> { least...1_000_000 }
}

extension ShapeValue {
  static func whole(_ range: ClosedRange<Int>) -> ShapeValue {
    .integer(.within(Double(range.lowerBound)...Double(range.upperBound)))
  }
}
