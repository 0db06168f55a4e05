import Findings
import Register
import Schemes
import Scoring

/// A run as the store keeps it: what it is identified by, what it read and what it computed.
package struct RunRecord: Sendable {
  /// The hash of the manifest.
  package var key: String
  package var scheme: String
  /// All inputs, as JSON.
  package var manifest: String
  /// As the caller writes it: the store has no clock.
  package var createdAt: String
  package var input: ScoringInput
  /// Its own findings are not read back: they come as `findings`, worded as they were then.
  package var sheet: ScoreSheet
  package var findings: [RecordedFinding]
  /// The keys of the runs in `input.frozen`, by the same names: their sheets are read back from those runs.
  package var frozenKeys: [String: String] = [:]

  package init(
    key: String, scheme: String, manifest: String, createdAt: String, input: ScoringInput, sheet: ScoreSheet,
    findings: [RecordedFinding] = []
  ) {
    self.key = key
    self.scheme = scheme
    self.manifest = manifest
    self.createdAt = createdAt
    self.input = input
    self.sheet = sheet
    self.findings = findings
  }
}

/// A run without its columns, for lists.
package struct RunIdentity: Sendable, Hashable {
  package let id: Int
  package let key: String
  package let scheme: String
  package let period: String
  package let asOf: CalendarDate
  package let createdAt: String
}

/// A finding with its words, as they were when the run was made: a later program may word it otherwise, or not know it.
package struct RecordedFinding: Finding, Equatable {
  package let code: String
  package let severity: Severity
  package let place: Place
  private let words: [String: Wording]

  package init(_ finding: some Finding) {
    code = finding.code
    severity = finding.severity
    place = finding.place
    words = Dictionary(
      Language.allCases.map { ($0.rawValue, finding.wording(in: $0)) }, uniquingKeysWith: { first, _ in first })
  }

  package func wording(in language: Language) -> Wording {
    words[language.rawValue] ?? Wording(found: code, consequence: "", remedy: "")
  }
}

extension RecordedFinding {
  init(code: String, severity: String, place: String, words: String) throws {
    self.code = code
    self.severity = Severity.allCases.first { $0.word == severity } ?? .problem
    self.place = try fromJSON(place, as: PlaceRecord.self).place
    self.words = try fromJSON(words, as: [String: [String]].self).compactMapValues { lines in
      lines.count == 3 ? Wording(found: lines[0], consequence: lines[1], remedy: lines[2]) : nil
    }
  }

  var placeText: String { get throws { try jsonText(PlaceRecord(place)) } }
  var wordsText: String {
    get throws { try jsonText(words.mapValues { [$0.found, $0.consequence, $0.remedy] }) }
  }
}

/// A place as JSON.
private struct PlaceRecord: Codable {
  var file: String?
  var sheet: String?
  var line: Int?
  var row: Int?
  var column: Int?
  var subject: String?

  init(_ place: Place) {
    switch place {
    case .file(let file): self.file = file
    case .line(let file, let line, let column): (self.file, self.line, self.column) = (file, line, column)
    case .row(let file, let row): (self.file, self.row) = (file, row)
    case .cell(let file, let sheet, let row, let column):
      (self.file, self.sheet, self.row, self.column) = (file, sheet, row, column)
    case .subject(let subject): self.subject = subject
    }
  }

  var place: Place {
    guard let file else { return .subject(subject ?? "") }
    if let line { return .line(file, line: line, column: column ?? 1) }
    if let sheet { return .cell(file, sheet: sheet, row: row ?? 1, column: column ?? 1) }
    return row.map { .row(file, row: $0) } ?? .file(file)
  }
}

/// The shape of a node's columns, which a run without units would not show.
struct NodeShape: Codable {
  var id: String
  var steps: Int
  var halves: Int
  /// nil: of a run before hands.
  var hands: [Hand]?
  /// The column of imputed values is there, even if none is.
  var canBeImputed: Bool?
  /// nil: no step treats.
  var treatments: [ColumnTreatment]?
  /// nil: the year is not one of its halves, or the run is of before it was kept.
  var takenHalf: [Int]?
  struct Hand: Codable {
    var id: String
    var steps: Int
  }

  init(_ node: NodeColumn) {
    id = node.id
    steps = node.afterStep.count
    halves = node.halves.count
    hands = node.hands.isEmpty ? nil : node.hands.map { Hand(id: $0.id, steps: $0.afterStep.count) }
    canBeImputed = node.isImputed.isEmpty ? nil : true
    treatments = node.treatments.isEmpty ? nil : node.treatments
    takenHalf = node.takenHalf.isEmpty ? nil : node.takenHalf
  }

  func column(units: Int) -> NodeColumn {
    let blank = Array(repeating: Double.nan, count: units)
    var node = NodeColumn(id: id, count: units)
    node.afterStep = Array(repeating: blank, count: steps)
    node.halves = Array(repeating: blank, count: halves)
    node.hands = (hands ?? []).map {
      HandColumn(
        id: $0.id, source: blank, afterStep: Array(repeating: blank, count: $0.steps), value: blank, difference: blank)
    }
    node.treatments = treatments ?? []
    if let takenHalf, takenHalf.count == units { node.takenHalf = takenHalf }
    if canBeImputed == true { node.isImputed = Array(repeating: false, count: units) }
    return node
  }
}

extension HandColumn {
  /// One unit's numbers in a row: source, value, difference, and after each step.
  func numbers(of unit: Int) -> [Double] { [source[unit], value[unit], difference[unit]] + afterStep.map { $0[unit] } }

  mutating func set(_ numbers: [Double], of unit: Int) {
    guard numbers.count == afterStep.count + 3 else { return }
    (source[unit], value[unit], difference[unit]) = (numbers[0], numbers[1], numbers[2])
    for step in afterStep.indices { afterStep[step][unit] = numbers[step + 3] }
  }
}

/// A reason of 不予评定 as JSON.
struct ReasonRecord: Codable {
  var kind: String
  var found: Double?
  var needed: Double?
  var missing: [String]?
  var name: String?

  init(_ reason: NotGradedReason) {
    switch reason {
    case .noScore: kind = "no_score"
    case .coverage(let found, let needed, let missingLeaves):
      (kind, self.found, self.needed, missing) = ("coverage", found, needed, missingLeaves)
    case .node(let node): (kind, name) = ("node", node)
    case .ineligible(let fact): (kind, name) = ("ineligible", fact)
    }
  }

  var reason: NotGradedReason {
    switch kind {
    case "coverage": .coverage(found: found ?? .nan, needed: needed ?? .nan, missingLeaves: missing ?? [])
    case "node": .node(name ?? "")
    case "ineligible": .ineligible(fact: name ?? "")
    default: .noScore
    }
  }
}

/// What a part of a run's input is.
enum RunPartKind: String {
  /// The run's own period.
  case window
  case half
  /// Another period that a step looks at.
  case history
}
