import Findings

/// How two halves become a year: leaf values after their steps are combined, parents aggregated from those (E3).
package struct YearCombination: Sendable {
  package enum Mode: String, Sendable, CaseIterable {
    /// By `h1` and `h2`.
    case weighted
    /// The half with the higher root value gives all leaves.
    case best
    /// H2, where its root has a value, else H1.
    case last
  }
  package var mode: Mode = .weighted
  package var h1: Double
  package var h2: Double
  /// What happens to a unit whose root is missing in one half.
  package var oneMissing: MissingPolicy
  package var place: Place
  package init(h1: Double, h2: Double, oneMissing: MissingPolicy, place: Place) {
    self.h1 = h1
    self.h2 = h2
    self.oneMissing = oneMissing
    self.place = place
  }
}

/// Bounds the sum of its effects, which are all adds or all deducts (E4).
package struct EffectGroup: Sendable, Hashable {
  package let id: String
  package let atMost: Double
  package init(id: String, atMost: Double) {
    self.id = id
    self.atMost = atMost
  }
}

/// What acts on the result after the tree, in written order, on the ranked node (E1–E6).
package struct Effect: Sendable {
  package let id: String
  package let place: Place
  /// nil: always.
  package var trigger: Trigger?
  package var change: Change?
  /// Recorded decisions add or take points within a limit (E4).
  package var adjust: Adjustment?
  package var capGrade: String?
  package var setGrade: String?
  package var group: String?
  /// Where the values of keys stand (`cap_grade`, `add.measure`), for findings; empty where nobody wrote them.
  package var places: [String: Place] = [:]

  /// Fires if any of its tests holds; a missing measure does not fire and is reported as 未核 (E5).
  package struct Trigger: Sendable, Hashable {
    package struct Test: Sendable, Hashable {
      package let measure: String
      package let comparison: Comparison
      package init(measure: String, comparison: Comparison) {
        self.measure = measure
        self.comparison = comparison
      }
    }
    package let anyOf: [Test]
    package init(anyOf: [Test]) { self.anyOf = anyOf }
  }
  package struct Change: Sendable, Hashable {
    package enum Direction: String, Sendable { case add, deduct }
    package let direction: Direction
    /// The measure that `each` multiplies.
    package let measure: String
    package let each: Double
    package let atMost: Double?
    package init(_ direction: Direction, measure: String, each: Double, atMost: Double?) {
      self.direction = direction
      self.measure = measure
      self.each = each
      self.atMost = atMost
    }
  }

  package struct Adjustment: Sendable, Hashable {
    package let role: String?
    /// Of the sum of a unit's adjustments, in either direction; what goes beyond is refused.
    package let atMost: Double
    package let needsReason: Bool
    package init(role: String?, atMost: Double, needsReason: Bool) {
      self.role = role
      self.atMost = atMost
      self.needsReason = needsReason
    }
  }

  package init(id: String, place: Place) {
    self.id = id
    self.place = place
  }

  /// Where a key's value stands, or the effect.
  package func place(of key: String) -> Place { places[key] ?? place }
}

package struct Ranking: Sendable {
  package enum Basis: String, Sendable, CaseIterable { case raw, displayed }
  package enum Scope: String, Sendable, CaseIterable { case all, peers }
  /// The ranked root.
  package var node: String
  package var basis: Basis = .raw
  /// Nodes that break ties, higher first, missing last; still equal → shared (K2).
  package var tieBreak: [String] = []
  package var per: Scope = .all
  /// Fewer graded units in a group: no ranks there (K3).
  package var minUnits: Int?
  package var minBase: MinBase?
  package var place: Place
  /// Where the values of keys stand (`node`, `tie_break.1`), for findings; empty where nobody wrote them.
  package var places: [String: Place] = [:]
  package struct MinBase: Sendable, Hashable {
    package let measure: String
    package let atLeast: Double
    package init(measure: String, atLeast: Double) {
      self.measure = measure
      self.atLeast = atLeast
    }
  }
  package init(node: String, place: Place) {
    self.node = node
    self.place = place
  }
}
