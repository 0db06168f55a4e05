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
  package var halves: [PeriodInput]
  /// Other periods of the same grain, in order of time, for steps that look at them (`impute` over periods, `over:
  /// {periods: …}`). Empty where no step does.
  package var history: [PeriodInput] = []
  /// Recorded decisions on this period and its halves, in order of record.
  package var decisions: [Decision] = []
  package var titles: [TitleHolding] = []
  /// By period: the run whose parameters `frozen` steps use. A step of the period itself is as observed.
  package var frozen: [String: ScoreSheet] = [:]

  package init(
    period: Period, asOf: CalendarDate, units: [ScoredUnit], measures: [String: MeasureColumn],
    halves: [PeriodInput] = []
  ) {
    self.period = period
    self.asOf = asOf
    self.units = units
    self.measures = measures
    self.halves = halves
  }
}

/// The measures of one period over the units in scope: a half of a year, or an earlier or later period.
package struct PeriodInput: Sendable {
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

  /// Of what kinds the units are that it belongs to.
  var groupKinds: Set<String> {
    Set((register[Self.membershipKey] ?? "").split(separator: "|").map(String.init))
  }

  /// What the register says of a unit that belongs to units of these kinds; nothing where there are none, so that a
  /// register without memberships stays what it was.
  package static func membership(in kinds: [String]) -> [String: String] {
    kinds.isEmpty ? [:] : [membershipKey: Set(kinds).sorted().joined(separator: "|")]
  }
  private static let membershipKey = "member_of"
}
