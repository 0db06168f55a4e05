import Findings

/// What can be checked of a scheme without tables: names, shares, steps, windows, grades, quotas, decisions.
struct StructureCheck {
  let scheme: Scheme
  /// Nodes whose share or source could not be read: not blamed for what is then missing.
  let brokenNodes: Set<String>
  let likeBases: Set<String>
  let brokenFacts: Set<String>
  /// `titles`, `grades.<grade>`: what is there, but could not be read in full.
  let brokenParts: Set<String>
  let log: FindingLog
  /// Nodes that state no share although they are due one.
  var shareless: Set<String> = []
  /// Nodes of which something could not be read, or does not fit: what they come to is not known.
  var unsoundNodes: Set<String>
  private(set) var areFactsSound = true
  /// Facts, effects, ranking, grades and decisions fit one another.
  private(set) var isOutcomeSound = true
  /// Everything that names measures and facts could be read.
  let areUsesKnown: Bool
  /// Leaves from a table have no names yet.
  let hasLeafTables: Bool
  /// Leaves from tables are written out: a group of one is nobody's mistake in the scheme.
  let isExpanded: Bool
  let nodes: [Node]

  init(
    _ scheme: Scheme, brokenNodes: Set<String> = [], likeBases: Set<String> = [], brokenFacts: Set<String> = [],
    brokenParts: Set<String> = [], unsoundNodes: Set<String> = [], areUsesKnown: Bool = true, isExpanded: Bool = false,
    log: FindingLog
  ) {
    self.scheme = scheme
    self.brokenNodes = brokenNodes
    self.likeBases = likeBases
    self.brokenFacts = brokenFacts
    self.isExpanded = isExpanded
    self.brokenParts = brokenParts
    self.unsoundNodes = unsoundNodes.union(brokenNodes)
    self.areUsesKnown = areUsesKnown
    self.log = log
    hasLeafTables = scheme.roots.contains(where: \.hasLeafTable)
    nodes = scheme.allNodes
  }

  mutating func run() {
    checkMeasures()
    checkNodes()
    let before = log.count(.problem)
    checkFacts()
    areFactsSound = log.count(.problem) == before
    checkEffects()
    checkRanking()
    checkGrades()
    checkDecisions()
    isOutcomeSound = log.count(.problem) == before
    checkExamples()
    // A misspelt name leaves the right one unused.
    if areUsesKnown { checkCoverage() }
    if areUsesKnown, !log.findings.contains(where: { Self.misnamings.contains($0.code) }) { checkUse() }
  }

  /// What may hide who reads a measure or fact.
  private static let misnamings = Set(
    [NameKind.measure, .fact].map { StructureProblem.nameUnknown(kind: $0, name: "", of: "", known: []).code }
      + [StructureProblem.nodeChildless(node: "").code])

  /// Whether its share could not be read, or is told to be missing.
  func lacksShare(_ node: Node) -> Bool { brokenNodes.contains(node.id) || shareless.contains(node.id) }

  func report(_ problem: StructureProblem, at place: Place) { log.add(SchemeFinding.structure(place, problem)) }

  func report(_ problem: TreeProblem, at place: Place) { log.add(SchemeFinding.tree(place, problem)) }

  /// Reports a name that nothing carries.
  func check(_ kind: NameKind, _ name: String, of owner: String, at place: Place) {
    let known: [String] =
      switch kind {
      case .measure: scheme.measures.map(\.id)
      case .fact: scheme.facts.map(\.id) + brokenFacts.sorted()
      case .node: nodes.map(\.id)
      case .grade: scheme.grading?.grades ?? []
      case .group: scheme.effectGroups.map(\.id)
      case .hand, .effect, .example, .table, .column, .registerColumn, .obligation: []
      }
    if kind == .node && hasLeafTables { return }
    if !known.contains(name), !name.isEmpty {
      report(.nameUnknown(kind: kind, name: name, of: owner, known: known), at: place)
    }
  }

  /// Reports a test that asks a count without a number, or a plain fact with one.
  func check(_ test: Comparison.OnFact, of owner: String) {
    check(.fact, test.fact, of: owner, at: test.place)
    guard let fact = scheme.facts.first(where: { $0.id == test.fact }) else { return }
    checkKind(of: fact, hasComparison: test.comparison != nil, at: test.place)
  }

  func checkKind(of fact: Fact, hasComparison: Bool, at place: Place) {
    if fact.isCount != hasComparison { report(.factKind(fact: fact.id, isCount: fact.isCount), at: place) }
  }
}

extension Fact {
  /// A number rather than true or false.
  var isCount: Bool {
    switch test {
    case .count, .countOfChildren: true
    default: false
    }
  }
}
