/// The root scores of a block of draws: by draw, then place of the unit (`LeafMatrix.places`); NaN where the root has no
/// value. Every score is one sum in the order of the tree, so that neither blocks nor threads change a bit.
struct DrawScores: ~Copyable {
  let scores: Scratch<Double>
  private let tree: WeightedTree
  /// Of the units with gaps, by node, then vector; leaves stand in the matrix.
  private let values: Scratch<Lanes>
  private let isThere: Scratch<Lanes>

  /// - Parameter draws: the size of a block, even.
  init(_ tree: WeightedTree, _ matrix: borrowing LeafMatrix, draws: Int) {
    self.tree = tree
    scores = Scratch(draws * matrix.width, of: .nan)
    let vectors = matrix.gappedVectors
    values = Scratch(tree.parents.count * vectors, of: .zero)
    isThere = Scratch(tree.parents.count * vectors, of: .zero)
    for (leaf, node) in tree.leaves.enumerated() {
      for vector in 0..<vectors {
        values[node * vectors + vector] = matrix.gapped[leaf * vectors + vector]
        isThere[node * vectors + vector] = matrix.isThere[leaf * vectors + vector]
      }
    }
  }

  func compute(_ matrix: borrowing LeafMatrix, _ weights: borrowing DrawnWeights, draws: Int) {
    multiply(matrix, weights, draws: draws)
    for draw in 0..<draws {
      if matrix.gappedVectors > 0 { average(matrix, weights, draw) }
      if !weights.rootHasValue[draw] {
        for place in 0..<matrix.width { scores[draw * matrix.width + place] = .nan }
      }
    }
  }

  /// Units without gaps: effective weights × values, eight units and two draws at a time, which fills the registers of
  /// the least x86-64 machine; a tile stays in the first cache over the whole block.
  private func multiply(_ matrix: borrowing LeafMatrix, _ weights: borrowing DrawnWeights, draws: Int) {
    let leaves = matrix.leaves
    let width = matrix.width
    for tile in 0..<matrix.completeTiles {
      let values = matrix.complete.start + tile * leaves * 2
      for draw in stride(from: 0, to: draws, by: 2) {
        let first = weights.effective.start + draw * leaves
        let second = first + leaves
        var (a, b, c, d) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
        for leaf in 0..<leaves {
          let (low, high) = (values[leaf * 2], values[leaf * 2 + 1])
          let (one, other) = (first[leaf], second[leaf])
          a += low * one
          b += high * one
          c += low * other
          d += high * other
        }
        let target = UnsafeMutableRawPointer(scores.start + draw * width + tile * 8)
        target.storeBytes(of: a, as: Lanes.self)
        target.storeBytes(of: b, toByteOffset: 32, as: Lanes.self)
        let next = target + width * MemoryLayout<Double>.stride
        next.storeBytes(of: c, as: Lanes.self)
        next.storeBytes(of: d, toByteOffset: 32, as: Lanes.self)
      }
    }
  }

  /// Units with gaps: parents from their children, bottom up, with masks instead of branches (R4).
  private func average(_ matrix: borrowing LeafMatrix, _ weights: borrowing DrawnWeights, _ draw: Int) {
    let vectors = matrix.gappedVectors
    let own = weights.own.start + draw * weights.nodes
    for (parent, children) in tree.inner.reversed() {
      for vector in 0..<vectors {
        var (total, acting) = (Lanes.zero, Lanes.zero)
        for place in children {
          let child = tree.children[place]
          let weight = own[child] * isThere[child * vectors + vector]
          total += weight * values[child * vectors + vector]
          acting += weight
        }
        let hasValue = acting .> 0
        values[parent * vectors + vector] = (total / acting).replacing(with: 0, where: .!hasValue)
        isThere[parent * vectors + vector] = Lanes(repeating: 1).replacing(with: 0, where: .!hasValue)
      }
    }
    let target = scores.start + draw * matrix.width + matrix.completeTiles * 8
    for place in 0..<vectors * 4 {
      target[place] = isThere[place / 4][place % 4] > 0 ? values[place / 4][place % 4] : .nan
    }
  }
}
