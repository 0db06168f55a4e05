/// The indices in descending order of their values, in blocks of ties. Values are equal if they differ from the previous
/// one in sorted order by no more than 1e-12·max(1, |previous|), so that two ways of computing the same number tie.
/// Missing (NaN) comes last, as one block. Within a block the given order is kept. O(n log n).
/// - Parameter isExact: only equal doubles tie.
package func tieBlocks(_ indices: [Int], by values: [Double], isExact: Bool = false) -> [[Int]] {
  let present = indices.enumerated().filter { !values[$0.element].isNaN }
  let sorted = present.sorted {
    let (a, b) = (values[$0.element], values[$1.element])
    return a == b ? $0.offset < $1.offset : a > b
  }
  var blocks: [[(offset: Int, element: Int)]] = []
  var previous = Double.nan
  for entry in sorted {
    let value = values[entry.element]
    let tolerance = isExact ? 0 : 1e-12 * max(1, abs(previous))
    if !blocks.isEmpty, previous == value || (previous.isFinite && previous - value <= tolerance) {
      blocks[blocks.count - 1].append(entry)
    } else {
      blocks.append([entry])
    }
    previous = value
  }
  let missing = indices.filter { values[$0].isNaN }
  let ordered = blocks.map { block in block.sorted { $0.offset < $1.offset }.map(\.element) }
  return missing.isEmpty ? ordered : ordered + [missing]
}

/// Ranks from 1, the greatest value first; ties share the least rank of their block (1, 2, 2, 4), with the tolerance of
/// `tieBlocks`. O(n log n).
/// - Returns: nil where the value is missing (NaN).
package func ranks(of values: [Double], isExact: Bool = false) -> [Int?] {
  var ranks = [Int?](repeating: nil, count: values.count)
  var next = 1
  for block in tieBlocks(Array(values.indices), by: values, isExact: isExact) {
    for index in block where !values[index].isNaN { ranks[index] = next }
    next += block.count
  }
  return ranks
}
