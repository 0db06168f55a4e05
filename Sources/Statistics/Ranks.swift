/// The indices in descending order of their values, in blocks of ties. Values are equal if they differ from the previous
/// one in sorted order by no more than 1e-12·max(1, |previous|), so that two ways of computing the same number tie.
/// Missing (NaN) comes last, as one block. Within a block the given order is kept. O(n log n).
/// - Parameter isExact: only equal doubles tie.
package func tieBlocks(_ indices: [Int], by values: [Double], isExact: Bool = false) -> [[Int]] {
  let order = TieOrder(indices, by: values, isExact: isExact)
  let missing = indices.filter { values[$0].isNaN }
  let blocks = order.blocks.map { Array(order.indices[$0]) }
  return missing.isEmpty ? blocks : blocks + [missing]
}

/// Ranks from 1, the greatest value first; ties share the least rank of their block (1, 2, 2, 4), with the tolerance of
/// `tieBlocks`. O(n log n).
/// - Returns: nil where the value is missing (NaN).
package func ranks(of values: [Double], isExact: Bool = false) -> [Int?] {
  var ranks = [Int?](repeating: nil, count: values.count)
  let order = TieOrder(Array(values.indices), by: values, isExact: isExact)
  for block in order.blocks {
    for index in order.indices[block] { ranks[index] = block.lowerBound + 1 }
  }
  return ranks
}

/// The blocks of `tieBlocks` as spans of one array: blocks are mostly single units, and an array for each would cost more
/// than the sorting. Without the missing.
private struct TieOrder {
  private(set) var indices: [Int] = []
  private(set) var blocks: [Range<Int>] = []

  private struct Entry {
    let value: Double
    let offset: Int
  }

  init(_ given: [Int], by values: [Double], isExact: Bool) {
    var sorted: [Entry] = []
    sorted.reserveCapacity(given.count)
    for (offset, index) in given.enumerated() where !values[index].isNaN {
      sorted.append(Entry(value: values[index], offset: offset))
    }
    sorted.sort { $0.value == $1.value ? $0.offset < $1.offset : $0.value > $1.value }
    indices.reserveCapacity(sorted.count)
    blocks.reserveCapacity(sorted.count)
    var start = 0
    for end in sorted.indices.dropFirst() where !Self.ties(sorted[end - 1].value, sorted[end].value, isExact) {
      close(start..<end, sorted, given)
      start = end
    }
    if !sorted.isEmpty { close(start..<sorted.count, sorted, given) }
  }

  private static func ties(_ previous: Double, _ value: Double, _ isExact: Bool) -> Bool {
    let tolerance = isExact ? 0 : 1e-12 * max(1, abs(previous))
    return previous == value || (previous.isFinite && previous - value <= tolerance)
  }

  private mutating func close(_ block: Range<Int>, _ sorted: [Entry], _ given: [Int]) {
    blocks.append(block)
    if block.count == 1 {
      indices.append(given[sorted[block.lowerBound].offset])
    } else {
      indices += sorted[block].map(\.offset).sorted().map { given[$0] }
    }
  }
}
