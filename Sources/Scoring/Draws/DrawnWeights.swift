import Statistics

/// How weights are drawn: every node's weight w becomes w(1 + f(2U − 1)), U uniform on 0…1, independent over nodes and
/// draws (COINr's noise on weights).
package struct WeightNoise: Sendable, Equatable {
  /// Recorded with the result: with the number of a draw it fixes the draw's weights.
  package var seed: UInt64
  package var draws: Int
  /// f by node of the tree, 0…1.
  package var factors: [Double]

  package init(seed: UInt64, draws: Int, factors: [Double]) {
    self.seed = seed
    self.draws = draws
    self.factors = factors
  }

  /// The same f for every node.
  package init(seed: UInt64, draws: Int, factor: Double, in tree: WeightedTree) {
    self.init(seed: seed, draws: draws, factors: Array(repeating: factor, count: tree.parents.count))
  }

  /// The weights of one draw. Every node but the root takes one number, in the order of the tree, whatever its f.
  package func weights(of draw: Int, _ tree: WeightedTree) -> [Double] {
    var generator = SplitMix64(seed: seed, item: draw)
    return tree.parents.indices.map { node in
      node == 0 ? tree.weights[0] : drawn(tree.weights[node], factors[node], &generator)
    }
  }
}

/// One drawn weight.
@inline(__always)
private func drawn(_ weight: Double, _ factor: Double, _ generator: inout SplitMix64) -> Double {
  weight * (1 + factor * (2 * generator.unit() - 1))
}

/// The weights of a block of draws, as drawn and as they act on the leaves of a unit with every value.
struct DrawnWeights: ~Copyable {
  let nodes: Int
  let leaves: Int
  /// By draw, then node.
  let own: Scratch<Double>
  /// By draw, then leaf: the leaf's share in the root.
  let effective: Scratch<Double>
  /// By draw: the root has a value where no leaf is missing (some weight is above 0).
  let rootHasValue: Scratch<Bool>
  /// By node, of one draw: the weight of its children that have a value, then what a child's weight is multiplied with.
  private let scales: Scratch<Double>
  private let nominal: Scratch<Double>
  private let parents: Scratch<Int>
  private let leafOfNode: Scratch<Int>

  init(_ tree: WeightedTree, draws: Int) {
    nodes = tree.parents.count
    leaves = tree.leaves.count
    own = Scratch(draws * nodes, of: 0)
    effective = Scratch(draws * leaves, of: 0)
    rootHasValue = Scratch(draws, of: true)
    scales = Scratch(nodes, of: 0)
    nominal = Scratch(tree.weights, of: 0)
    parents = Scratch(tree.parents, of: 0)
    leafOfNode = Scratch(tree.leafOfNode, of: -1)
  }

  /// Puts a draw's weights into a place of the block.
  func draw(_ number: Int, into place: Int, seed: UInt64, factors: borrowing Scratch<Double>) {
    var generator = SplitMix64(seed: seed, item: number)
    let own = own.start + place * nodes
    for node in stride(from: 1, to: nodes, by: 1) { own[node] = drawn(nominal[node], factors[node], &generator) }
    makeEffective(place)
  }

  /// Puts the tree's own weights into a place of the block.
  func takeNominal(into place: Int) {
    for node in 0..<nodes { own[place * nodes + node] = nominal[node] }
    makeEffective(place)
  }

  /// A parent whose children all weigh 0 has no value, and its own weight does not count among its siblings.
  private func makeEffective(_ place: Int) {
    let own = own.start + place * nodes
    let effective = effective.start + place * leaves
    for node in 0..<nodes { scales[node] = 0 }
    for node in stride(from: nodes - 1, to: 0, by: -1) where leafOfNode[node] >= 0 || scales[node] > 0 {
      scales[parents[node]] += own[node]
    }
    rootHasValue[place] = nodes == 1 || scales[0] > 0
    if nodes == 1 { effective[0] = 1 }
    // From the top: a node's share in the root over the weight of its children.
    scales[0] = scales[0] > 0 ? 1 / scales[0] : 0
    for node in stride(from: 1, to: nodes, by: 1) {
      let share = scales[parents[node]] * own[node]
      let leaf = leafOfNode[node]
      if leaf >= 0 {
        effective[leaf] = share
      } else {
        scales[node] = scales[node] > 0 ? share / scales[node] : 0
      }
    }
  }
}
