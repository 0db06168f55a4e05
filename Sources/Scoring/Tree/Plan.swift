import Schemes

/// The tree as arrays: nodes by index in the order of `Scheme.allNodes` (parents before children), with everything that a
/// node takes from above or below resolved once.
struct Plan {
  struct Entry {
    let node: Node
    let parent: Int?
    var children: [Int] = []
    /// P of the steps: the node's own points, or the sum of its children's under `of: sum` (R3, R4).
    var points: Double?
    /// R7, inherited by leaves.
    let missing: MissingPolicy
    // Stored: inner loops ask for them.
    let isLeaf: Bool
    let isSum: Bool

    init(_ node: Node, parent: Int?, missing: MissingPolicy) {
      self.node = node
      self.parent = parent
      self.missing = missing
      points = node.points
      isLeaf = node.isLeaf
      isSum = if case .children(_, .sum) = node.source { true } else { false }
    }
  }

  private(set) var entries: [Entry] = []
  let indexByID: [String: Int]
  /// For each node the leaves at or under it, in order.
  private(set) var leavesUnder: [[Int]]

  init(_ scheme: Scheme) {
    var entries: [Entry] = []
    func add(_ node: Node, parent: Int?, inherited: MissingPolicy) -> Int {
      let index = entries.count
      let below = node.leavesMissing ?? inherited
      let missing = node.missing ?? (node.isLeaf ? below : .renormalise)
      entries.append(Entry(node, parent: parent, missing: missing))
      let children = node.children.map { add($0, parent: index, inherited: below) }
      entries[index].children = children
      if entries[index].points == nil, entries[index].isSum {
        let points = children.compactMap { entries[$0].node.points }
        if points.count == children.count { entries[index].points = points.reduce(0, +) }
      }
      return index
    }
    for root in scheme.roots { _ = add(root, parent: nil, inherited: scheme.defaults.leavesMissing) }
    self.entries = entries
    indexByID = Dictionary(
      entries.enumerated().map { ($0.element.node.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    leavesUnder = Array(repeating: [], count: entries.count)
    for index in entries.indices.reversed() {
      leavesUnder[index] = entries[index].isLeaf ? [index] : entries[index].children.flatMap { leavesUnder[$0] }
    }
  }

  var leaves: [Int] { entries.indices.filter { entries[$0].isLeaf } }

  /// The node and all below it.
  func subtree(of index: Int) -> [Int] { [index] + entries[index].children.flatMap(subtree) }

  /// The node that effects, ranks and grades look at: the ranking's, or the first root.
  func rankedNode(_ scheme: Scheme) -> Int? {
    if let index = scheme.ranking.flatMap({ indexByID[$0.node] }) { return index }
    return entries.isEmpty ? nil : 0
  }
}
