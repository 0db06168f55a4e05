import Findings

/// A number per unit and period, reduced from the rows of a table: where → unique → value → first → take (M8).
package struct Measure: Sendable {
  package let id: String
  package let place: Place
  package var source: Source
  /// nil: every row.
  package var predicate: PlacedExpression?
  /// nil: only for `count`, which then counts rows.
  package var value: PlacedExpression?
  /// Which date puts a row into a window; nil: the row's own period.
  package var datedBy: DateSource?
  package var window: Window = .period
  package var unique: Unique?
  package var first: First?
  package var take: Reducer
  /// Fewer values than this: missing, n kept (M7).
  package var minN: Int?
  /// nil: `missing`, or 0 for count and sum on a covered or complete table (M6).
  package var empty: EmptyRule?
  /// Overrides the table's own `covered_by`.
  package var coveredBy: String?
  package var range: ClosedRange<Double>?
  package var denominator: Denominator?
  /// Multiplies the value after the reducer (and after the denominator): a rate per hundred beds.
  package var times: Double = 1
  /// Where the values of keys stand (`unique.by`, `per.table`), for findings; empty where nobody wrote them.
  package var places: [String: Place] = [:]

  package enum Source: Sendable, Hashable {
    case table(String)
  }
  package enum DateSource: Sendable, Hashable {
    case column(String)
    case daysAfter(column: String, days: Int)
    package var column: String {
      switch self {
      case .column(let column), .daysAfter(let column, _): column
      }
    }
  }
  package enum Window: String, Sendable, CaseIterable {
    case period, year
    case toDate = "to_date"
    case covering
  }
  /// One row is kept per value of `by` within unit and window: the one with the greatest `keep` (NULL last, ties keep
  /// the first source row). Rows with a NULL `by` are all kept.
  package struct Unique: Sendable, Hashable {
    package let by: String
    package let keepGreatest: String
    package init(by: String, keepGreatest: String) {
      self.by = by
      self.keepGreatest = keepGreatest
    }
  }
  /// A stage before the last: one number per group, and those are reduced.
  package struct First: Sendable, Hashable {
    package let by: String
    package let take: Reducer
    package init(by: String, take: Reducer) {
      self.by = by
      self.take = take
    }
  }
  package enum EmptyRule: Sendable, Hashable {
    case missing, notApplicable
    /// Full points, marked 无事项; out of every reference population.
    case full
    case number(Double)
  }
  /// `per`: the same unit's number from another table, in its own window.
  package struct Denominator: Sendable {
    package var table: String
    package var predicate: PlacedExpression?
    package var value: PlacedExpression?
    package var take: Reducer
    package var window: Window
    package init(
      table: String, predicate: PlacedExpression?, value: PlacedExpression?, take: Reducer, window: Window
    ) {
      self.table = table
      self.predicate = predicate
      self.value = value
      self.take = take
      self.window = window
    }
  }

  package init(id: String, source: Source, take: Reducer, place: Place) {
    self.id = id
    self.source = source
    self.take = take
    self.place = place
  }

  /// Where a key's value stands, or the measure.
  package func place(of key: String) -> Place { places[key] ?? place }

  package var table: String {
    switch source {
    case .table(let table): table
    }
  }
}

/// How values become one number; it fixes the kind of interval too. NULLs are skipped (M1).
package indirect enum Reducer: Sendable, Hashable {
  case mean
  /// The mean of values that are 0 or 1, as numerator over denominator.
  case share
  case sum
  /// Rows with a value; rows, when no value is given.
  case count
  case min
  case max
  case median
  /// The value of the latest row (M10).
  case last
  /// Drops the `drop` lowest and highest if there are at least `min` values (M9).
  case trimmed(drop: Int, min: Int, otherwise: Reducer)

  package var word: String {
    switch self {
    case .mean: "mean"
    case .share: "share"
    case .sum: "sum"
    case .count: "count"
    case .min: "min"
    case .max: "max"
    case .median: "median"
    case .last: "last"
    case .trimmed: "trimmed"
    }
  }
}
