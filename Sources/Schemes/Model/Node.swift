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
    /// Rows of a table become the leaves; `Scheme.expanding(from:)` replaces this by children.
    case leaves(LeafTable, of: Aggregation)
  }
  package enum Aggregation: String, Sendable, CaseIterable { case sum, mean }

  package struct CoverageRule: Sendable, Hashable {
    package let atLeast: Double
    /// Counts direct children instead of weighing them.
    package let byChildren: Bool
    package init(atLeast: Double, byChildren: Bool) {
      self.atLeast = atLeast
      self.byChildren = byChildren
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
  package var isLeaf: Bool { if case .measure = source { true } else { false } }
  package var measure: String? { if case .measure(let id) = source { id } else { nil } }
  package var points: Double? { if case .points(let points) = share { points } else { nil } }
  /// This node and all below it, parents first.
  package var subtree: [Node] { [self] + children.flatMap(\.subtree) }
  package var leaves: [Node] { isLeaf ? [self] : children.flatMap(\.leaves) }
}

/// Leaves from the rows of an imported table (R13). `row.name` in a step is the row's column.
package struct LeafTable: Sendable {
  package var table: String
  /// The column that names leaf and, through `columnOf`, the measured column.
  package var id: String
  /// The wide table whose column of that name is the measure (`take: mean` of the unit's one row).
  package var columnOf: String
  package var steps: [Step]
  /// The column of this table that names the leaf's group; nil: the leaves are direct children, each of weight 1.
  package var group: String?
  package var groups: Groups?
  package var place: Place
  /// Where the values of keys stand (`id`, `groups.weight`), for findings; empty where nobody wrote them.
  package var places: [String: Place] = [:]

  /// The table of groups; its column of the same name as `group` holds the group's id.
  package struct Groups: Sendable {
    package var table: String
    package var weight: String
    package var aggregation: Node.Aggregation
    package var steps: [Step]
    package init(table: String, weight: String, aggregation: Node.Aggregation, steps: [Step]) {
      self.table = table
      self.weight = weight
      self.aggregation = aggregation
      self.steps = steps
    }
  }

  package init(
    table: String, id: String, columnOf: String, steps: [Step], group: String?, groups: Groups?, place: Place
  ) {
    self.table = table
    self.id = id
    self.columnOf = columnOf
    self.steps = steps
    self.group = group
    self.groups = groups
    self.place = place
  }
}
