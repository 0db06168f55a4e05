import Schemes
import Statistics

/// How k-means came to a unit's grade (G6): the unit's number, whom it was clustered with, and the centres.
package struct ClusterTrace: Sendable, Equatable {
  /// The number of the fact that puts units together; nil: all graded units.
  package let group: String?
  package let units: Int
  package let value: Double
  /// Ascending, aligned with the names of the grades.
  package let centres: [Double]
  /// Index of the unit's centre.
  package let place: Int

  /// The other centres that are exactly as near; the lowest takes the unit.
  package var equallyNear: [Int] {
    centres.indices.filter { $0 != place && abs(value - centres[$0]) == abs(value - centres[place]) }
  }
}

/// - Returns: nil for schemes without clusters and units without a cluster.
package func clusterTrace(unit: Int, in sheet: ScoreSheet, scheme: Scheme) -> ClusterTrace? {
  guard let clusters = scheme.grading?.clusters, let node = sheet.node(clusters.node) else { return nil }
  let isRanked = clusters.node == (scheme.ranking?.node ?? scheme.roots.first?.id)
  let values = sheet.standing.indices.map { unit in
    sheet.standing[unit].status != .graded ? Double.nan : isRanked ? sheet.standing[unit].score : node.value[unit]
  }
  guard values.indices.contains(unit), !values[unit].isNaN else { return nil }
  let numbers = clusters.per.map { sheet.facts[$0] ?? Array(repeating: 0, count: values.count) }
  let members = values.indices.filter { !values[$0].isNaN && numbers?[$0] == numbers?[unit] }
  guard let found = LineClusters(of: members.map { values[$0] }, k: clusters.k, strictRadius: clusters.strictRadius),
    let position = members.firstIndex(of: unit), let place = found.assignment[position]
  else { return nil }
  return ClusterTrace(
    group: numbers.map { groupName($0[unit]) }, units: members.count, value: values[unit], centres: found.centres,
    place: place)
}
