import Register
import Schemes
import Scoring

/// A whole small world: a scheme, its units, and the raw rows of every measure in every window.
struct NaiveCase: Sendable {
  var seed: UInt64
  var scheme: Scheme
  var period: Period
  var asOf: CalendarDate
  var units: [ScoredUnit]
  var tables: [String: TableFacts]
  var whole: WindowRows
  /// H1 and H2 of a combined year; empty otherwise.
  var halves: [WindowRows]
  /// Other periods of the same grain, in order of time.
  var history: [WindowRows] = []
  var decisions: [Decision] = []
  var titles: [TitleHolding] = []
  /// The cases of the runs whose parameters frozen steps use, by period.
  var frozen: [String: NaiveCase] = [:]
}

/// What the table spec says.
struct TableFacts: Sendable {
  /// Having no row means that nothing happened.
  var isComplete = false
  /// Whether `covered_by` is stated; `WindowRows.covered` then says for whom it holds.
  var hasCoverage = false
  var isAnonymous = false
}

/// The smallest group of answers that may be shown.
let naiveMinimumCell = 5

/// The rows that fall into one window: they have passed `where`, and `value` has been evaluated.
struct WindowRows: Sendable {
  var period: Period
  /// By measure.
  var rows: [String: [MeasureRow]]
  /// Of `per`, by measure.
  var denominators: [String: [MeasureRow]]
  /// By table: the units for which the table is covered.
  var covered: [String: Set<Int>]
  /// Of `first: {over: …}`, by measure and unit: the members.
  var rosters: [String: [Int: Set<String>]] = [:]
}
