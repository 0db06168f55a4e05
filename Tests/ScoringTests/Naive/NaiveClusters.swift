import Schemes
import Scoring

/// One-dimensional k-means on a node (G6). Reading: on the node's raw value, of the ranked node after the effects (E1); units without one have no grade.
struct NaiveClusters {
  let rule: ClusterGrading
  let facts: NaiveFacts
  let value: (Int) -> Double

  func grades(_ units: [Int]) -> [Int: String] {
    var result: [Int: String] = [:]
    let known = units.filter { !value($0).isNaN }
    let groups = Dictionary(grouping: known) { unit in
      rule.per.flatMap { id in facts.scheme.facts.first { $0.id == id } }.map { facts.number($0.test, unit) } ?? 0
    }
    for group in groups.values {
      let values = group.map(value)
      for (unit, cluster) in zip(group, clusters(values)) { result[unit] = rule.names[cluster] }
    }
    return result
  }

  /// For each value the place of its cluster in order of the final centres.
  private func clusters(_ values: [Double]) -> [Int] {
    var centres = start(values)
    var assigned = iterate(values, &centres, radius: .infinity)
    if let radius = rule.strictRadius { assigned = iterate(values, &centres, radius: radius) }
    let order = centres.indices.sorted { (centres[$0], $0) < (centres[$1], $1) }
    return assigned.map { cluster in order.firstIndex(of: cluster) ?? 0 }
  }

  private func iterate(_ values: [Double], _ centres: inout [Double], radius: Double) -> [Int] {
    var assigned: [Int] = []
    while true {
      let now = values.map { nearest($0, centres) }
      if now == assigned { return now }
      assigned = now
      for cluster in centres.indices {
        let members = zip(values, now).filter { $1 == cluster && abs($0 - centres[cluster]) <= radius }.map(\.0)
        if !members.isEmpty { centres[cluster] = naiveMean(members) }
      }
    }
  }

  /// Ties of distance to the lower centre.
  private func nearest(_ x: Double, _ centres: [Double]) -> Int {
    let ascending = centres.indices.sorted { (centres[$0], $0) < (centres[$1], $1) }
    var best = ascending[0]
    for cluster in ascending where abs(x - centres[cluster]) < abs(x - centres[best]) { best = cluster }
    return best
  }

  /// Medians of the bins between type-1 quantiles, closed right; an empty bin starts at its cut. Reading: the last bin,
  /// which has no upper cut, at its lower one.
  private func start(_ values: [Double]) -> [Double] {
    let sorted = values.sorted()
    let k = rule.k
    // The smallest value with at least i/k of all at or below it.
    let cuts = (1..<max(k, 1)).map { i in
      sorted.first { value in sorted.filter { $0 <= value }.count * k >= i * sorted.count } ?? sorted[sorted.count - 1]
    }
    return (0..<k).map { bin in
      let low = bin == 0 ? -Double.infinity : cuts[bin - 1]
      let high = bin == k - 1 ? Double.infinity : cuts[bin]
      let members = sorted.filter { low < $0 && $0 <= high }
      return members.isEmpty ? (high.isFinite ? high : low) : naiveMedian(members)
    }
  }
}
