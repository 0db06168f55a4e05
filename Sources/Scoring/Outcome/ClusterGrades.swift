import Schemes
import Statistics

/// Grades by k-means on a node, among units of the same number of a fact (G6).
struct ClusterGrades {
  let scheme: Scheme
  let clusters: ClusterGrading
  let plan: Plan
  let tree: Tree
  let root: Int

  /// By unit the index of its cluster, ascending; nil for units that are not graded or have no value in the node.
  func assign(_ standing: [Standing]) -> (places: [Int?], findings: [ScoringFinding]) {
    var places: [Int?] = Array(repeating: nil, count: standing.count)
    var findings: [ScoringFinding] = []
    let values = values(standing)
    let numbers = clusters.per.map { tree.facts.columns[$0] ?? Array(repeating: 0, count: standing.count) }
    let groups = Dictionary(grouping: standing.indices.filter { !values[$0].isNaN }) { numbers?[$0] ?? 0 }
    for (number, members) in groups.sorted(by: { $0.key < $1.key }) {
      if members.count < clusters.k {
        findings.append(
          .clustersTooFew(
            clusters.place, group: clusters.per == nil ? "" : groupName(number), units: members.count,
            clusters: clusters.k))
      }
      let found = LineClusters(
        of: members.map { values[$0] }, k: clusters.k, strictRadius: clusters.strictRadius)
      for (place, unit) in members.enumerated() { places[unit] = found?.assignment[place] }
    }
    return (places, findings)
  }

  /// Of the ranked root the score after effects, of any other node its own value; graded units only.
  private func values(_ standing: [Standing]) -> [Double] {
    let index = plan.indexByID[clusters.node]
    return standing.indices.map { unit in
      guard let index, standing[unit].status == .graded else { return .nan }
      return index == root ? standing[unit].score : tree.columns[index].value[unit]
    }
  }
}
