/// What can be wrong with what follows the tree: halves of a year, effects, grades, quotas, titles and decisions.
package enum OutcomeProblem: Sendable, Equatable {
  /// The first key has no meaning beside the second.
  case keysExclude(owner: String, first: String, second: String)
  /// A quota in the order of numbers that nobody sees (G1).
  case quotaBasis(grade: String)
  /// Ranks within peers do not say who comes first among other groups: the scores do.
  case quotaGroups(grade: String, per: String)
  case titlesMissing(used: String)
  /// Whoever meets its conditions meets those of a grade above it.
  case gradeUnreachable(grade: String, above: String)
  /// Nobody can have so many points.
  case floorBeyondPoints(grade: String, node: String, floor: Double, points: Double)
  case clusterNames(k: Int, names: Int)
  /// Clusters are made per value of a count, and the fact is true or false.
  case clusterFact(fact: String)
  /// Decisions are allowed, but no table holds them.
  case decisionsMissing(used: [String])
  /// A decision names a node or an effect by its id, and both have this one.
  case targetAmbiguous(id: String)
  case columnKind(table: String, column: String, needed: [CatalogueColumn.Kind], found: CatalogueColumn.Kind)

  package var code: String {
    switch self {
    case .keysExclude: "scheme-keys-exclude"
    case .quotaBasis: "grade-quota-basis"
    case .quotaGroups: "grade-quota-groups"
    case .titlesMissing: "scheme-titles-missing"
    case .gradeUnreachable: "grade-unreachable"
    case .floorBeyondPoints: "grade-floor-beyond-points"
    case .clusterNames: "grade-cluster-names"
    case .clusterFact: "grade-cluster-fact"
    case .decisionsMissing: "scheme-decisions-missing"
    case .targetAmbiguous: "effect-named-as-node"
    case .columnKind: "scheme-column-kind"
    }
  }
}
