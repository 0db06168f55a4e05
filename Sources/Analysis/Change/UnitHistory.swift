import Scoring

/// Which units of an earlier run a unit of a later one carries on.
package struct UnitHistory: Sendable, Equatable {
  /// Indices in the earlier sheet; the unit itself first, if it was there.
  package let units: [Int]
  package let kind: Kind

  package enum Kind: Sendable, Equatable {
    /// The same unit.
    case same
    /// One unit of another code, by name.
    case renamed(from: String)
    /// Several, by name; the unit itself may be among them.
    case merged(from: [String])
    /// Nobody: the unit is new.
    case new
  }

  /// - Parameter heirs: a code and, one after the other, the codes that carry it on.
  package init(of code: String, in earlier: ScoreSheet, heirs: (String) -> [String]) {
    let own = earlier.units.indices.filter { earlier.units[$0].code == code }
    let others = earlier.units.indices.filter {
      earlier.units[$0].code != code && heirs(earlier.units[$0].code).contains(code)
    }
    units = own + others
    let names = (own + others).map { earlier.units[$0].name }
    switch (own.count, others.count) {
    case (0, 0): kind = .new
    case (_, 0): kind = .same
    case (0, 1): kind = .renamed(from: names[0])
    default: kind = .merged(from: names)
    }
  }
}
