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
    /// Children add up: under `of: sum`, and under `of: mean` where they have points, since the mean of attainments
    /// weighted by points, times P, is the same.
    let isSum: Bool
    /// Children have points, so that all means but the sum act on value ÷ points.
    let isUnderPoints: Bool
    /// A step of the node, or of one above, looks at other periods: its columns are computed there too.
    var readsOtherPeriods = false

    init(_ node: Node, parent: Int?, missing: MissingPolicy) {
      self.node = node
      self.parent = parent
      self.missing = missing
      points = node.points
      isLeaf = node.isLeaf
      isUnderPoints = node.children.contains { $0.points != nil }
      isSum =
        switch node.source {
        case .children(_, .sum): true
        case .children(_, .mean): isUnderPoints
        default: false
        }
    }
  }

  private(set) var entries: [Entry] = []
  let indexByID: [String: Int]
  /// For each node the leaves at or under it, in order.
  private(set) var leavesUnder: [[Int]]
  /// Some node's steps look at other periods.
  let readsOtherPeriods: Bool

  init(_ scheme: Scheme) {
    var entries: [Entry] = []
    func add(_ node: Node, parent: Int?, inherited: MissingPolicy) -> Int {
      let index = entries.count
      let below = node.leavesMissing ?? inherited
      let missing = node.missing ?? (node.isLeaf ? below : .renormalise)
      entries.append(Entry(node, parent: parent, missing: missing))
      let children = node.children.map { add($0, parent: index, inherited: below) }
      entries[index].children = children
      if entries[index].points == nil, node.aggregation == .sum {
        let points = children.compactMap { entries[$0].node.points }
        if points.count == children.count { entries[index].points = points.reduce(0, +) }
      }
      return index
    }
    for root in scheme.roots { _ = add(root, parent: nil, inherited: scheme.defaults.leavesMissing) }
    for index in entries.indices {
      let above = entries[index].parent.map { entries[$0].readsOtherPeriods } ?? false
      let own = entries[index].node.allSteps.contains { $0.readsOtherPeriods(default: scheme.defaults.over) }
      entries[index].readsOtherPeriods = above || own
    }
    readsOtherPeriods = entries.contains(where: \.readsOtherPeriods)
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

extension Node {
  /// Its own steps and those of its hands.
  fileprivate var allSteps: [Step] { steps + (hands?.all.flatMap(\.steps) ?? []) }
}
