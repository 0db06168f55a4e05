import Findings

/// A comparison of a number with a written one. Facts, `when`, `pass`, `eligible` and coverage all use this one, so that
/// there is one place to snap (K1).
package struct Comparison: Sendable, Hashable {
  package enum Relation: String, Sendable, CaseIterable {
    case atLeast = "at_least"
    case atMost = "at_most"
    case above, below
    case equals = "is"
  }
  package let relation: Relation
  package let bound: Double

  package init(_ relation: Relation, _ bound: Double) {
    self.relation = relation
    self.bound = bound
  }

  /// A named fact, or a test of the number that it counts (R18).
  package struct OnFact: Sendable, Hashable {
    package let fact: String
    /// nil: the fact is simply true.
    package let comparison: Comparison?
    package let place: Place
    package init(fact: String, comparison: Comparison? = nil, place: Place) {
      self.fact = fact
      self.comparison = comparison
      self.place = place
    }
  }
}

/// A named test on measures, the presence of leaves and register columns; never on scores (R12).
package struct Fact: Sendable, Hashable {
  package let id: String
  package let test: Test
  package let place: Place

  package init(id: String, test: Test, place: Place) {
    self.id = id
    self.test = test
    self.place = place
  }

  package indirect enum Test: Sendable, Hashable {
    case any([Test])
    case all([Test])
    case none([Test])
    /// The number of tests that hold.
    case count([Test])
    /// The number of children of a node, each tested as its own node.
    case countOfChildren(node: String, measuresAtLeast: Int)
    /// A missing measure is false, and reported.
    case measure(String, Comparison)
    /// The number of leaves under the node that have a value after drop_if.
    case presence(node: String, measuresAtLeast: Int)
    /// The share of the leaves under the node that have a value, or a value other than 0.
    case presenceShare(node: String, isNonZero: Bool, Comparison)
    case registerText(column: String, isOneOf: [String])
    /// Strictly after or before a day; an empty cell is false.
    case registerDate(column: String, order: DateOrder, DateBound)
    case fact(String, Comparison?)
    /// Whether the unit belongs to one of that kind on the day on which the units are what they are: a department that
    /// applies jointly with others (联合申报).
    case memberOf(kind: String)
  }
  package enum DateOrder: String, Sendable, CaseIterable { case after, before }
  package enum DateBound: Sendable, Hashable {
    case date(Int)
    case moment(Expression.Moment)
    /// `months_before: [period_end, 6]`, clipped to the month's last day.
    case monthsBefore(Expression.Moment, Int)
  }
}
