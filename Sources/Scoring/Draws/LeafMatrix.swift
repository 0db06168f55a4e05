/// Units × leaves as the draws want them: units with every value apart from those with gaps, four units to a vector, and
/// the units of a tile beside each other for every leaf.
/// Nothing is written after `init`, so that threads may share it.
struct LeafMatrix: ~Copyable, @unchecked Sendable {
  let units: Int
  let leaves: Int
  /// Tiles of eight complete units; places beyond the last unit hold 0.
  let completeTiles: Int
  /// Vectors of four units with gaps.
  let gappedVectors: Int
  /// By tile, then leaf: two vectors.
  let complete: Scratch<Lanes>
  /// By leaf, then vector; 0 where missing.
  let gapped: Scratch<Lanes>
  /// By leaf, then vector: 1 where there is a value.
  let isThere: Scratch<Lanes>
  /// By unit the place of its score among the scores of a draw.
  let places: Scratch<Int32>

  /// Places of a draw's scores.
  var width: Int { completeTiles * 8 + gappedVectors * 4 }

  /// - Parameter columns: by leaf, the value of each unit; NaN is missing.
  /// - Returns: nil if columns have different lengths, or a value is greater than 1e100: sums could leave the numbers.
  init?(_ columns: [[Double]]) {
    let units = columns.first?.count ?? 0
    guard columns.allSatisfy({ column in column.count == units && column.allSatisfy { !(abs($0) > 1e100) } }) else {
      return nil
    }
    self.units = units
    leaves = columns.count
    var isComplete = Array(repeating: true, count: units)
    for column in columns { for unit in 0..<units where column[unit].isNaN { isComplete[unit] = false } }
    let whole = (0..<units).filter { isComplete[$0] }
    let others = (0..<units).filter { !isComplete[$0] }
    completeTiles = (whole.count + 7) / 8
    gappedVectors = (others.count + 3) / 4
    complete = Scratch(completeTiles * columns.count * 2, of: .zero)
    gapped = Scratch(gappedVectors * columns.count, of: .zero)
    isThere = Scratch(gappedVectors * columns.count, of: .zero)
    places = Scratch(units, of: 0)
    for (leaf, column) in columns.enumerated() {
      for (place, unit) in whole.enumerated() {
        complete[((place / 8) * columns.count + leaf) * 2 + place % 8 / 4][place % 4] = column[unit]
      }
      for (place, unit) in others.enumerated() where !column[unit].isNaN {
        gapped[leaf * gappedVectors + place / 4][place % 4] = column[unit]
        isThere[leaf * gappedVectors + place / 4][place % 4] = 1
      }
    }
    for (place, unit) in whole.enumerated() { places[unit] = Int32(place) }
    for (place, unit) in others.enumerated() { places[unit] = Int32(completeTiles * 8 + place) }
  }
}
