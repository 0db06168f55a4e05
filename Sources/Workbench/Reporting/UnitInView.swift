import Findings
import Register
import Schemes
import Scoring
import Statistics

/// What a report says of one unit of its run: values, what cost it points, how it stands in its group.
struct UnitInView {
  let tables: RunTables
  /// In the run's sheet.
  let unit: Int

  private var run: CompletedRun { tables.run }
  private var digits: Int { run.scheme.defaults.digits }
  private var standing: Standing { run.sheet.standing[unit] }
  var scored: ScoredUnit { run.sheet.units[unit] }

  /// The lists of units that a report can go through, in the order of print.
  static let lists = ["all", "graded", "not_graded", "top", "below"]

  static func codes(_ list: String, _ tables: RunTables) -> [String]? {
    let run = tables.run
    let order = tables.order()
    let units: [Int]
    switch list {
    case "all": units = order
    case "graded": units = order.filter { run.sheet.standing[$0].status == .graded }
    case "not_graded": units = order.filter { run.sheet.standing[$0].status != .graded }
    case "top":
      let top = run.scheme.grading?.grades.first
      units = order.filter { top != nil && run.sheet.standing[$0].grade == top }
    case "below": units = tables.shortfalls().map(\.unit)
    default: return nil
    }
    return units.map { run.sheet.units[$0].code }
  }

  /// The unit's peers: those that it is ranked with, or all.
  var group: [Int] {
    run.sheet.units.indices.filter {
      run.scheme.ranking?.per != .peers || run.sheet.units[$0].peers == scored.peers
    }
  }

  /// Those that places are told among: who is not graded neither takes one nor has one.
  private var compared: [Int] {
    standing.status == .graded ? group.filter { run.sheet.standing[$0].status == .graded } : []
  }

  var values: [String: String] {
    let missed = tables.shortfall(of: unit)
    return [
      "unit": scored.code, "name": scored.name, "peers": scored.peers,
      "score": standing.displayedScore.isNaN ? "" : fixed(standing.displayedScore, digits: digits),
      "rank": standing.rank.map { "\($0)" } ?? "", "grade": standing.grade ?? "",
      "coverage": tables.percent(standing.coverage), "group_size": "\(group.count)",
      "missed_line": missed?.line ?? "", "is_graded": standing.status == .graded ? "1" : "0",
      "is_vetoed": standing.setBy == nil ? "0" : "1",
    ]
  }

  /// What cost points, the most first: leaves, and effects that took points.
  struct Loss {
    /// nil: an effect.
    let node: Node?
    let name: String
    /// Of the total.
    let points: Double
    /// What it could have brought, re-scaled as it acted; NaN of effects.
    let most: Double
    /// The measure that fired an effect.
    let firedBy: String?
  }

  func losses() -> [Loss] {
    let whole = tables.rankedRoot.flatMap { trace(of: $0.id, unit: unit, in: run.sheet, scheme: run.scheme) }
    var losses =
      whole?.pointsLost().map {
        Loss(node: $0.node, name: $0.node.name, points: $0.points, most: $0.most, firedBy: nil)
      } ?? []
    for record in run.sheet.effects where record.unit == unit && record.effective < 0 {
      losses.append(
        Loss(node: nil, name: record.effect, points: -record.effective, most: .nan, firedBy: record.firedBy))
    }
    return losses.filter { displayed($0.points, digits: digits) > 0 }
      .sorted { $0.points != $1.points ? $0.points > $1.points : $0.name < $1.name }
  }

  /// A node's share of its points for every unit of the group that has one.
  func shares(_ node: Node) -> [(unit: Int, share: Double)] {
    guard node.points != nil else { return [] }
    return compared.compactMap { other in
      let share = tables.dimension(node, unit: other).share
      return share.isNaN ? nil : (other, share)
    }
  }
}
