import Schemes

/// By which rules and readings a run came about, as far as two runs must share them for a difference to be the units' own.
package struct RunBasis: Sendable, Equatable {
  /// Of the scheme's rules; two schemes that say the same have the same.
  package var rules: String
  package var engine: String
  package var minimumCell: Int
  /// By table, the content of its spec: questions, options, scales and modes.
  package var tables: [String: String]
  /// Of those, the tables of people's answers.
  package var questionnaires: Set<String>
  /// By period as the scheme writes it, the run whose bounds `frozen` steps took.
  package var frozen: [String: String]

  package init(
    rules: String, engine: String, minimumCell: Int, tables: [String: String] = [:],
    questionnaires: Set<String> = [], frozen: [String: String] = [:]
  ) {
    self.rules = rules
    self.engine = engine
    self.minimumCell = minimumCell
    self.tables = tables
    self.questionnaires = questionnaires
    self.frozen = frozen
  }

  /// Why a difference between two runs would not be the units' own; empty: it is. The order is that of weight.
  package func breaks(to later: RunBasis, _ scheme: Scheme) -> [ComparisonBreak] {
    var found: [ComparisonBreak] = []
    if rules != later.rules { found.append(.scheme) }
    if engine != later.engine { found.append(.engine(before: engine, after: later.engine)) }
    let relative = scheme.nodesOnRelativeScales
    if !relative.isEmpty { found.append(.relativeScale(nodes: relative)) }
    for name in Set(frozen.keys).union(later.frozen.keys).sorted() where frozen[name] != later.frozen[name] {
      found.append(.frozenBounds(period: name))
    }
    for table in Set(tables.keys).union(later.tables.keys).sorted() where tables[table] != later.tables[table] {
      let isAsked = questionnaires.union(later.questionnaires).contains(table)
      found.append(isAsked ? .questionnaire(table: table) : .tableSpec(table: table))
    }
    if minimumCell != later.minimumCell { found.append(.minimumCell(before: minimumCell, after: later.minimumCell)) }
    return found
  }
}

/// What stands between two runs, so that no difference is taken across it.
package enum ComparisonBreak: Sendable, Hashable {
  /// Other rules: another version of the scheme.
  case scheme
  case engine(before: String, after: String)
  /// Values say how a unit stands among those of its own period: the best has 100 in every period.
  case relativeScale(nodes: [String])
  /// Frozen steps took their bounds from another run.
  case frozenBounds(period: String)
  /// Other questions, options, scale or mode of a survey.
  case questionnaire(table: String)
  case tableSpec(table: String)
  case minimumCell(before: Int, after: Int)
}

extension Scheme {
  /// Nodes of the ranked tree whose steps, or whose aggregation, compare a unit with the others of its own period.
  package var nodesOnRelativeScales: [String] {
    (rankedNode?.subtree ?? []).filter { node in
      if case .copeland? = node.aggregation { return true }
      let steps = node.steps + (node.hands?.all.flatMap(\.steps) ?? [])
      return steps.contains { step in
        switch step.population(default: defaults.over) {
        case .reported, .eligible, .peers: true
        case .frozen, .periods, nil: false
        }
      }
    }.map(\.id)
  }
}
