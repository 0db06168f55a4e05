import Findings

package struct Grading: Sendable {
  /// From the top down; who misses a line tries the next. The last has no condition. Empty where clusters give the grades.
  package var bands: [GradeBand]
  package var clusters: ClusterGrading?
  /// Half-years then store rank and no grade.
  package var onlyYear: Bool
  package var place: Place
  /// Where the values of keys stand (the grades), for findings; empty where nobody wrote them.
  package var places: [String: Place] = [:]
  package init(bands: [GradeBand], clusters: ClusterGrading? = nil, onlyYear: Bool, place: Place) {
    self.bands = bands
    self.clusters = clusters
    self.onlyYear = onlyYear
    self.place = place
  }
  /// Every grade, the best first.
  package var grades: [String] { clusters.map { $0.names.reversed() } ?? bands.map(\.grade) }
  /// Every grade with its conditions, the best first; those that clusters give have none.
  package var lines: [GradeBand] { clusters == nil ? bands : grades.map { GradeBand(grade: $0) } }
}

package struct GradeBand: Sendable, Hashable {
  package let grade: String
  /// Of the displayed score.
  package let atLeast: CutOff?
  /// Every direct child of the ranked root that is not n/a has at least this share of its points (G2).
  package let eachChildShare: Double?
  /// Floors of single nodes, by id: displayed values.
  package let nodeFloors: [String: Double]
  /// (rank − 1) / (n − 1) ascending among the graded units of the ranking group is at least this.
  package let percentileAtLeast: Double?
  package let quota: Quota?

  package enum CutOff: Sendable, Hashable {
    case constant(Double)
    /// By year; a year that is not there is a finding, and nobody gets the grade.
    case byYear([Int: Double])
    package func value(in year: Int) -> Double? {
      switch self {
      case .constant(let value): value
      case .byYear(let values): values[year]
      }
    }
  }

  package init(
    grade: String, atLeast: CutOff? = nil, eachChildShare: Double? = nil, nodeFloors: [String: Double] = [:],
    percentileAtLeast: Double? = nil, quota: Quota? = nil
  ) {
    self.grade = grade
    self.atLeast = atLeast
    self.eachChildShare = eachChildShare
    self.nodeFloors = nodeFloors
    self.percentileAtLeast = percentileAtLeast
    self.quota = quota
  }
  /// Whether a unit without any merit gets it.
  package var isUnconditional: Bool {
    atLeast == nil && eachChildShare == nil && nodeFloors.isEmpty && percentileAtLeast == nil && quota == nil
  }
}

/// How many units of a group may have the grade, in rank order (G3, G4).
package struct Quota: Sendable, Hashable {
  package enum Size: Sendable, Hashable {
    case share(Double)
    case places(Int)
  }
  package enum Rounding: String, Sendable, CaseIterable {
    case down, up
    /// 四舍五入.
    case half
  }
  package enum Tied: String, Sendable, CaseIterable {
    case allOrNone = "all_or_none"
    case extend, share
  }
  package enum Scope: Sendable, Hashable {
    case all, peers
    /// A register column: the branch that reviews.
    case column(String)
  }
  package var size: Size
  package var round: Rounding = .down
  /// The least number of places where the base is above 0.
  package var min: Int = 0
  package var per: Scope = .all
  package var tied: Tied = .allOrNone
  /// Holders of the title are neither base nor contest.
  package var onlyNew = false
  /// Titles that the table already gives in the year take up places.
  package var isPerYear = false
  /// `unless: $全覆盖`: true lifts the quota.
  package var isLifted = false
  /// `lifted_from: 2026`: from that year on there is no quota; nil: it stays.
  package var liftedFrom: Int?
  package var place: Place
  package init(size: Size, place: Place) {
    self.size = size
    self.place = place
  }

  /// Whether places limit nothing in a year.
  package func isLifted(in year: Int) -> Bool { isLifted || liftedFrom.map { year >= $0 } ?? false }
}

/// Grades by one-dimensional k-means on a node (G6).
package struct ClusterGrading: Sendable, Hashable {
  package var node: String
  /// A fact: clusters are made among units of the same number; nil: among all.
  package var per: String?
  package var k: Int
  /// A second run in which farther points are assigned but do not move the centre; nil: none.
  package var strictRadius: Double?
  /// In order of the centres, ascending; k of them.
  package var names: [String]
  package var place: Place
  package init(node: String, per: String?, k: Int, strictRadius: Double?, names: [String], place: Place) {
    self.node = node
    self.per = per
    self.k = k
    self.strictRadius = strictRadius
    self.names = names
    self.place = place
  }
}

/// Who holds which grade as a title, from a table with the columns unit, from, to, grade (G3).
package struct Titles: Sendable, Hashable {
  package enum Moment: String, Sendable, CaseIterable {
    case periodStart = "period_start"
    case periodEnd = "period_end"
    case asOf = "as_of"
  }
  package var table: String
  package var currentAt: Moment
  /// The year by whose end every unit in scope is to hold the title; nil: none is stated.
  package var fullBy: Int?
  package var place: Place
  package init(table: String, currentAt: Moment, place: Place) {
    self.table = table
    self.currentAt = currentAt
    self.place = place
  }
}
