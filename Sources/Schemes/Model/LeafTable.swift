import Findings

/// Leaves from the rows of an imported table (R13). `row.name` in a step is the row's column.
package struct LeafTable: Sendable {
  package var table: String
  /// The column that names leaf and, through `columnOf`, the measured column.
  package var id: String
  /// The wide table whose column of that name is the measure (`take: mean` of the unit's one row).
  package var columnOf: String
  /// The column of this table that names, row by row, the column of the wide table to divide by; an empty cell: none.
  package var denominatorColumn: String?
  /// Which rows are leaves; nil: all. Rows above a leaf need not pass.
  package var predicate: PlacedExpression?
  /// The column that names a row's parent row: rows above a leaf become inner nodes.
  package var parent: String?
  /// The column of the row's weight among its siblings; nil: 1.
  package var weight: String?
  /// The aggregation of inner nodes by id; the others take the node's own.
  package var aggregations: [String: Node.Aggregation] = [:]
  /// What is written of all inner nodes that come from the table, and of single ones by id, which goes before it: nodes
  /// without a source of their own. One at most stands for all.
  package var inner: [Node] = []
  package var innerByID: [String: Node] = [:]
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

  /// Everything that is written of inner nodes, that of all first.
  package var innerRules: [Node] {
    inner + innerByID.sorted { $0.key < $1.key }.map(\.value)
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
