import Findings

/// An indicator or a group of them: a source (a measure, or an aggregate of children) and steps, in order.
package struct Node: Sendable {
  package let id: String
  package let place: Place
  package var name: String
  package var basis: String = ""
  package var tags: [String] = []
  package var share: Share
  package var source: Source
  package var steps: [Step] = []
  /// What happens when this node itself is missing; nil: as inherited (leaves) or renormalise.
  package var missing: MissingPolicy?
  /// What the leaves below inherit.
  package var leavesMissing: MissingPolicy?
  package var coverage: CoverageRule?
  /// False: not applicable, before the steps and out of every population (R17).
  package var applies: Comparison.OnFact?
  /// 0 after the steps, with the reason (R17).
  package var zeroWhen: ZeroRule?
  /// Recorded decisions may replace the value; nil: they may not (R14).
  package var override: OverrideRule?
  /// The hospital's own choice where the source documents say nothing; printed with the rule.
  package var isOwn = false
  /// Where the values of keys stand (`points`, `zero_when.measure`), for findings; empty where nobody wrote them.
  package var places: [String: Place] = [:]

  /// What a node is worth among its siblings, which all have points or all have weight.
  package enum Share: Sendable, Hashable {
    case points(Double)
    case weight(Double)
    /// Siblings are weighted by the measure's true n (R8).
    case weightByN(of: String)
    /// A root without points.
    case none
  }
  package enum Source: Sendable {
    case measure(String)
    case children([Node], of: Aggregation)
    /// Several hands grade the same thing: separate columns; one prevails, or they combine (R14).
    case hands(Hands)
    /// Rows of a table become the leaves; `Scheme.expanding(from:)` replaces this by children.
    case leaves(LeafTable, of: Aggregation)
  }
  package struct CoverageRule: Sendable, Hashable {
    package enum Basis: String, Sendable, CaseIterable {
      /// The share of points or weight.
      case weight
      /// The share of direct children.
      case children
      /// The number of direct children with a value.
      case count
    }
    package let atLeast: Double
    package let basis: Basis
    package init(atLeast: Double, basis: Basis) {
      self.atLeast = atLeast
      self.basis = basis
    }
  }
  package struct OverrideRule: Sendable, Hashable {
    /// Who may decide; nil: any role that is recorded.
    package let role: String?
    package let needsReason: Bool
    package init(role: String?, needsReason: Bool) {
      self.role = role
      self.needsReason = needsReason
    }
  }
  package struct ZeroRule: Sendable, Hashable {
    package let measure: String
    package let comparison: Comparison
    package init(measure: String, comparison: Comparison) {
      self.measure = measure
      self.comparison = comparison
    }
  }

  package init(id: String, name: String? = nil, share: Share, source: Source, place: Place) {
    self.id = id
    self.name = name ?? id
    self.share = share
    self.source = source
    self.place = place
  }

  /// Where a key's value stands, or the node.
  package func place(of key: String) -> Place { places[key] ?? place }

  /// Children in the order of the file; none for a leaf.
  package var children: [Node] {
    if case .children(let children, _) = source { children } else { [] }
  }
  package var isLeaf: Bool {
    switch source {
    case .measure, .hands: true
    case .children, .leaves: false
    }
  }
  /// The measure of a leaf that has one; leaves by hands have several.
  package var measure: String? { if case .measure(let id) = source { id } else { nil } }
  package var hands: Hands? { if case .hands(let hands) = source { hands } else { nil } }
  /// The measures that the node itself reads as its source.
  package var sourceMeasures: [String] {
    switch source {
    case .measure(let id): [id]
    case .hands(let hands): hands.all.map(\.measure)
    case .children, .leaves: []
    }
  }
  package var aggregation: Aggregation? {
    switch source {
    case .children(_, let aggregation), .leaves(_, let aggregation): aggregation
    case .measure, .hands: nil
    }
  }
  package var points: Double? { if case .points(let points) = share { points } else { nil } }
  /// This node and all below it, parents first.
  package var subtree: [Node] { [self] + children.flatMap(\.subtree) }
  package var leaves: [Node] { isLeaf ? [self] : children.flatMap(\.leaves) }
}
