import Register
import Schemes

/// Everything that a run depends on, as columns over the units in scope. No database, clock or environment: a run is a
/// pure function of this and the scheme.
package struct ScoringInput: Sendable {
  package var period: Period
  /// Rows after this day were not looked at (M4).
  package var asOf: CalendarDate
  /// Units in scope (U1), in register order; all columns are aligned with this.
  package var units: [ScoredUnit]
  /// The window of the run's own period: what effects, facts, and a scheme without `combine` read.
  package var measures: [String: MeasureColumn]
  /// For a year that is combined from halves: the leaves of each half, H1 then H2, and what leaves read in `applies`,
  /// `zero_when` and weights by n. Empty otherwise.
  package var halves: [HalfInput]

  package init(
    period: Period, asOf: CalendarDate, units: [ScoredUnit], measures: [String: MeasureColumn],
    halves: [HalfInput] = []
  ) {
    self.period = period
    self.asOf = asOf
    self.units = units
    self.measures = measures
    self.halves = halves
  }
}

package struct HalfInput: Sendable {
  package var period: Period
  package var measures: [String: MeasureColumn]
  package init(period: Period, measures: [String: MeasureColumn]) {
    self.period = period
    self.measures = measures
  }
}

package struct ScoredUnit: Sendable, Hashable {
  package var code: String
  package var name: String
  /// The value of `units.peers`; empty: one group.
  package var peers: String
  /// The register's columns, for facts.
  package var register: [String: String]
  package init(code: String, name: String, peers: String = "", register: [String: String] = [:]) {
    self.code = code
    self.name = name
    self.peers = peers
    self.register = register
  }
}
