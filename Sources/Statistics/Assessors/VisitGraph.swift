/// One score that an assessor gave a unit.
package struct Visit: Sendable, Equatable {
  package let unit: Int
  package let assessor: Int
  /// NaN is missing.
  package let score: Double

  package init(unit: Int, assessor: Int, score: Double) {
    self.unit = unit
    self.assessor = assessor
    self.score = score
  }
}

/// Units and assessors that visits join, directly or over others. Severity can be compared within one part only.
package struct VisitPart: Sendable, Equatable {
  /// Ascending.
  package let units: [Int]
  /// Ascending.
  package let assessors: [Int]
}

/// The connected parts of who visited whom, in the order of their first units (Searle, Linear Models for Unbalanced Data,
/// 1987, 4.4: connectedness). Visits without a score join nothing. About O(visits).
package func connectedParts(_ visits: [Visit]) -> [VisitPart] {
  let present = visits.filter { $0.score.isFinite }
  let units = Array(Set(present.map(\.unit))).sorted()
  let assessors = Array(Set(present.map(\.assessor))).sorted()
  let unitNode = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1, $0) })
  let assessorNode = Dictionary(uniqueKeysWithValues: assessors.enumerated().map { ($1, units.count + $0) })
  var leader = Array(0..<(units.count + assessors.count))
  func top(_ node: Int) -> Int {
    var node = node
    while leader[node] != node {
      leader[node] = leader[leader[node]]
      node = leader[node]
    }
    return node
  }
  for visit in present {
    guard let unit = unitNode[visit.unit], let assessor = assessorNode[visit.assessor] else { continue }
    let (a, b) = (top(unit), top(assessor))
    leader[max(a, b)] = min(a, b)
  }
  // The least node of a part is its first unit, since units come first and every part has one.
  return units.indices.filter { top($0) == $0 }.map { first in
    VisitPart(
      units: units.indices.filter { top($0) == first }.map { units[$0] },
      assessors: assessors.indices.filter { top(units.count + $0) == first }.map { assessors[$0] })
  }
}
