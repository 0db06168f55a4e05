import Findings
import Register

/// A ledger of problems (问题台账): which tables hold the problems, their measures and steps, and what deadlines, repeats
/// and later looks (回头看) mean. One entry of `datasets/<system>/ledgers.yaml`.
package struct LedgerSpec: Sendable {
  /// Names the derived table, one row per problem.
  package var id: String
  package var problems: Problems
  package var measures: Measures?
  package var steps: Steps?
  /// Words of the type, or of the deadline as written, that have no deadline: open, never overdue.
  package var standing: [String] = []
  package var immediate: Immediate?
  /// Days to the deadline, ascending: a problem in the first is in `remaining(first)`.
  package var soon: [Int] = []
  package var revisit: Revisit?
  package var repeats: Repeats?
  package var suggestions: Suggestions?
  package var place: Place

  package init(id: String, problems: Problems, place: Place) {
    self.id = id
    self.problems = problems
    self.place = place
  }

  /// A column by the key of `ledgers.yaml` that names it.
  package struct Column: Sendable, Hashable {
    package var name: String
    package var place: Place

    package init(_ name: String, at place: Place) {
      self.name = name
      self.place = place
    }
  }

  /// One row per problem.
  package struct Problems: Sendable {
    package var table: Column
    package var id: Column
    package var kind: Column?
    package var text: Column?
    package var found: Column
    /// When the unit was told (下达).
    package var notified: Column?
    package var deadline: Column?
    package var type: Column?
    /// When the unit declared it done (完成). Declared is never verified.
    package var done: Column?
    /// When somebody else confirmed it (销号).
    package var verified: Column?
    package var revisited: Column?
    package var result: Column?
    package var source: Column?
  }

  /// Several per problem.
  package struct Measures: Sendable {
    package var table: Column
    package var id: Column
    package var problem: Column
    package var deadline: Column?
    package var done: Column?
  }

  /// Several per measure.
  package struct Steps: Sendable {
    package var table: Column
    package var measure: Column
    package var date: Column
    package var text: Column?
  }

  /// Words that set a deadline some days after the finding (立行立改).
  package struct Immediate: Sendable {
    package var words: [String]
    package var days: Int
  }

  /// When somebody has to look again.
  package struct Revisit: Sendable {
    package enum Origin: String, Sendable, CaseIterable { case found, done, verified }
    package var after: Origin
    package var months: Int
    package var days: Int
  }

  /// What makes a problem the repeat of an earlier one.
  package struct Repeats: Sendable {
    package enum Trait: String, Sendable, CaseIterable { case unit, kind, text, source }
    package var by: [Trait]
    /// Months from the earlier one's 销号, or from its finding while it was open; nil: any time.
    package var months: Int?
    /// Periods that tell "found again" from "found in the same round"; nil: those of the rows.
    package var grain: Period.Grain?
  }

  /// Suggestions that units made, and what became of them.
  package struct Suggestions: Sendable {
    package var name: String
    package var table: Column
    package var id: Column
    package var adopted: Column
    package var made: Column?
    package var due: Column?
    package var answered: Column?
    package var yes: [String]
    package var partly: [String]
    package var no: [String]
  }
}

/// The ledgers of one system.
package struct LedgerFile: Sendable {
  package var ledgers: [LedgerSpec]

  package init(ledgers: [LedgerSpec]) { self.ledgers = ledgers }
}
