import Findings

extension OutcomeProblem {
  var english: Wording {
    func wording(_ found: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: "The scheme was not loaded.", remedy: remedy)
    }
    switch self {
    case .keysExclude(let owner, let first, let second):
      return wording("In “\(owner)”, \(first) means nothing beside \(second).", "Keep one of the two.")
    case .quotaBasis(let grade):
      return wording(
        "“\(grade)” has a quota, but units are ranked by scores before rounding: two with the same printed score could "
          + "be parted.", "Write basis: displayed under rank:.")
    case .quotaGroups(let grade, let per):
      return Wording(
        found: "The quota of “\(grade)” is per \(per), but units are ranked within their peers.",
        consequence: "Its places go by score, whatever the ranks within peers.",
        remedy: "Write per: peers in the quota or per: all under rank:, unless that is meant.")
    case .titlesMissing(let used):
      return wording(
        "“\(used)” looks at who holds the title, but the scheme names no table of titles.",
        "Add titles: {table: …, current_at: period_start}.")
    case .gradeUnreachable(let grade, let above):
      return wording(
        "Whoever meets the conditions of “\(grade)” also meets those of “\(above)” above it: nobody can have it.",
        "Order the grades from the strictest down, or give “\(above)” another condition.")
    case .floorBeyondPoints(let grade, let node, let floor, let points):
      return Wording(
        found:
          "“\(grade)” asks for \(counted(formatted(floor), "point")) of “\(node)”, which has \(formatted(points)).",
        consequence: "Nobody can have the grade.", remedy: "Correct the floor, or the points.")
    case .clusterNames(let k, let names):
      return wording(
        "kmeans makes \(counted(k, "cluster")) and has \(counted(names, "name")).",
        "Write as many names as clusters, the lowest first.")
    case .clusterFact(let fact):
      return wording(
        "kmeans groups units by the number that a fact counts, but “\(fact)” is true or false.",
        "Name a fact with count:, or remove per:.")
    case .decisionsMissing(let used):
      return wording(
        "Decisions may change “\(used.joined(separator: ", "))”, but the scheme names no table of decisions.",
        "Add decisions: with the table's name.")
    case .targetAmbiguous(let id):
      return wording(
        "Decisions act on “\(id)”, which is both a node and an effect: a row of decisions could mean either.",
        "Give one of the two another id.")
    case .columnKind(let table, let column, let needed, let found):
      return wording(
        "The column “\(column)” of “\(table)” is \(found.english), and must be "
          + "\(needed.map(\.english).joined(separator: " or ")).", "Correct its type in the table spec.")
    }
  }
}
