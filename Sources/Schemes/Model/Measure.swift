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
  package var include: Inclusion = .own
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
  /// What the measure was written as, if it counts obligations; its rows are then those of their table.
  package var obligations: ObligationCount?
  /// Where the values of keys stand (`unique.by`, `per.table`), for findings; empty where nobody wrote them.
  package var places: [String: Place] = [:]

  package enum Source: Sendable, Hashable {
    case table(String)
    /// One SELECT on the read-only connection, for what the expressions cannot say.
    case view(MeasureView)
    /// The result of another scheme (K4).
    case scheme(SchemeReference)
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
  package enum Window: Sendable, Hashable {
    case period, year
    /// `to_date`.
    case toDate
    case covering
    /// `{years: 3}`: that many years up to the period's end, the period's last year included.
    case rolling(years: Int)
  }
  /// Whose rows a unit gets (M11).
  package enum Inclusion: String, Sendable, CaseIterable {
    case own
    /// Its own and those of all units below it.
    case descendants
    /// Those of its members, weighted by their shares.
    case membership
    /// Its own, and those of its members: of a unit that stands for several (联合申报), and of one that has none, alike.
    case joint
  }
  /// One row is kept per value of `by` within unit and window: the one with the greatest `keep` (NULL last), of
  /// equal ones with the smallest `then` (NULL last; ties keep the first source row). Rows with a NULL `by` are all kept.
  package struct Unique: Sendable, Hashable {
    package let by: String
    package let keepGreatest: String
    /// A number or day; nil: equal rows follow their order in the source.
    package let thenLeast: String?
    /// One row per key over all units: the others lose it, and a finding names the claims (M6, M8).
    package let isAcrossUnits: Bool
    /// Units that the scheme does not grade keep things too: what a branch claims first is not its department's.
    package let reachesRegister: Bool
    package init(
      by: String, keepGreatest: String, thenLeast: String? = nil, isAcrossUnits: Bool = false,
      reachesRegister: Bool = false
    ) {
      self.by = by
      self.keepGreatest = keepGreatest
      self.thenLeast = thenLeast
      self.isAcrossUnits = isAcrossUnits
      self.reachesRegister = reachesRegister
    }
  }
  /// A stage before the last: one number per group, and those are reduced.
  package struct First: Sendable, Hashable {
    package let by: String
    package let take: Reducer
    /// `over`: a table of the members; who is in it without a row counts as 0 (M8).
    package let roster: String?
    /// Pointwise steps on each group's number before the last stage, with P = 1.
    package let then: [Step]
    package init(by: String, take: Reducer, roster: String? = nil, then: [Step] = []) {
      self.by = by
      self.take = take
      self.roster = roster
      self.then = then
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

  /// The table that it reads; nil for a view or another scheme's result.
  package var table: String? { if case .table(let table) = source { table } else { nil } }
}

/// A SELECT that returns `unit_id`, `p_from`, `p_to` and `value`, and `batch_id` and `source_row` where its rows can be
/// traced.
package struct MeasureView: Sendable, Hashable {
  package let sql: String
  package let place: Place
  package init(sql: String, place: Place) {
    self.sql = sql
    self.place = place
  }
}

/// Which number of which scheme's latest runs a measure reads.
package struct SchemeReference: Sendable, Hashable {
  /// Whose number a unit gets: its own, or those of its members or descendants, reduced by the measure's `take`.
  package enum Subject: String, Sendable, CaseIterable { case own, members, descendants }
  package enum Selection: Sendable, Hashable {
    /// The run for the same period.
    case same
    /// The run for the year that contains the period.
    case year
    /// The run for the latest period that ends no later.
    case latest
    /// The last so many periods of the same grain up to this one, reduced by `take`: a rolling mean, the best, the last.
    case last(Int)
  }
  package let scheme: String
  package let node: String
  package let period: Selection
  package let subject: Subject
  /// Shares of members weigh their numbers.
  package let isWeightedByShare: Bool
  package init(
    scheme: String, node: String, period: Selection, subject: Subject = .own, isWeightedByShare: Bool = false
  ) {
    self.scheme = scheme
    self.node = node
    self.period = period
    self.subject = subject
    self.isWeightedByShare = isWeightedByShare
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
