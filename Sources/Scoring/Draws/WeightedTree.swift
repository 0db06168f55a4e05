import Schemes

/// A tree of weighted arithmetic means as arrays, the root first and parents before their children: what the score of a
/// unit depends on when only weights change. Weights are re-scaled over the children that have a value (R4).
package struct WeightedTree: Sendable, Equatable {
  /// By node the index of its parent; -1 for the root, which is node 0.
  package let parents: [Int]
  /// By node its weight among its siblings; the root's counts for nothing.
  package let weights: [Double]
  /// Nodes without children, in order: the columns of a matrix of leaf values.
  package let leaves: [Int]
  /// Nodes with children, in order, and for each where its children stand in `children`.
  let inner: [(node: Int, children: Range<Int>)]
  let children: [Int]
  /// By node its place among `leaves`, or -1.
  let leafOfNode: [Int]

  /// - Returns: nil if a node stands before its parent, if there is not exactly one root, or if a weight is neither 0 nor
  ///   between 1e-100 and 1e100.
  package init?(parents: [Int], weights: [Double]) {
    guard parents.first == -1, weights.count == parents.count else { return nil }
    var childrenOf = Array(repeating: [Int](), count: parents.count)
    for node in parents.indices.dropFirst() {
      guard (0..<node).contains(parents[node]), Self.isWeight(weights[node]) else { return nil }
      childrenOf[parents[node]].append(node)
    }
    self.parents = parents
    self.weights = weights
    var leaves: [Int] = []
    var inner: [(node: Int, children: Range<Int>)] = []
    var children: [Int] = []
    var leafOfNode = Array(repeating: -1, count: parents.count)
    for (node, own) in childrenOf.enumerated() {
      if own.isEmpty {
        leafOfNode[node] = leaves.count
        leaves.append(node)
      } else {
        inner.append((node, children.count..<children.count + own.count))
        children += own
      }
    }
    (self.leaves, self.inner, self.children, self.leafOfNode) = (leaves, inner, children, leafOfNode)
  }

  /// The same tree with other weights; nil as above.
  package func with(weights: [Double]) -> WeightedTree? { WeightedTree(parents: parents, weights: weights) }

  static func isWeight(_ weight: Double) -> Bool { weight == 0 || (1e-100...1e100).contains(weight) }

  package static func == (a: WeightedTree, b: WeightedTree) -> Bool { a.parents == b.parents && a.weights == b.weights }
}

extension WeightedTree {
  /// The tree at and under a node, where the engine does nothing there but weighted means.
  /// - Returns: the tree and the ids of its nodes in its order; nil if something else acts on a parent (another
  ///   aggregation, steps, `applies`, a coverage of its own, `zero_when`, decisions), if a child blocks its parent, or if a
  ///   weight is no number of the scheme. Then the general engine has to score every draw.
  package static func under(_ id: String, of scheme: Scheme) -> (tree: WeightedTree, nodes: [String])? {
    let plan = Plan(scheme)
    guard let root = plan.indexByID[id] else { return nil }
    var parents: [Int] = []
    var weights: [Double] = []
    let nodes = plan.subtree(of: root)
    let placeOf = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($0.element, $0.offset) })
    for index in nodes {
      let entry = plan.entries[index]
      let isRoot = index == root
      guard entry.isLeaf || isPlainMean(entry.node), isRoot || entry.missing != .propagate else { return nil }
      parents.append(isRoot ? -1 : entry.parent.flatMap { placeOf[$0] } ?? -1)
      switch entry.node.share {
      case .weight(let weight): weights.append(weight)
      case .none: weights.append(1)
      case .points, .weightByN:
        guard isRoot else { return nil }
        weights.append(1)
      }
    }
    guard let tree = WeightedTree(parents: parents, weights: weights) else { return nil }
    return (tree, nodes.map { plan.entries[$0].node.id })
  }

  private static func isPlainMean(_ node: Node) -> Bool {
    node.aggregation == .mean && node.steps.isEmpty && node.applies == nil && node.coverage == nil
      && node.zeroWhen == nil && node.override == nil
  }
}
