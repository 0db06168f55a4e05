/// One row of a table as a measure sees it: the query has evaluated `where` and `value`, the reducer does the rest.
package struct MeasureRow: Sendable, Equatable {
  /// Index in `ScoringInput.units`.
  package var unit: Int
  /// The row's own period, or its `dated_by` date in both; yyyymmdd.
  package var from: Int
  package var to: Int
  /// The time of day at which the row begins, hhmmss; 0 where it has none.
  package var time: Int = 0
  /// NaN: NULL.
  package var value: Double
  /// The value came from a label that means "not applicable" (M6b).
  package var isNotApplicable: Bool
  /// `first.by`, `unique.by`: nil is NULL.
  package var firstKey: String?
  package var uniqueKey: String?
  /// `unique.keep`: NaN is NULL.
  package var uniqueRank: Double
  /// `unique.then`: a number, or a day as yyyymmdd; NaN is NULL, or nothing.
  package var uniqueOrder: Double = .nan
  /// The share with which the row counts for this unit (M11).
  package var weight: Double = 1
  /// Which row of which batch: the order of ties, and what `explain` shows.
  package var source: RowReference

  package init(
    unit: Int, from: Int, to: Int, value: Double, isNotApplicable: Bool = false, firstKey: String? = nil,
    uniqueKey: String? = nil, uniqueRank: Double = .nan, source: RowReference
  ) {
    self.unit = unit
    self.from = from
    self.to = to
    self.value = value
    self.isNotApplicable = isNotApplicable
    self.firstKey = firstKey
    self.uniqueKey = uniqueKey
    self.uniqueRank = uniqueRank
    self.source = source
  }
}

/// A row of a file: batch id and the row's number in the file, from 1, header included.
package struct RowReference: Sendable, Hashable, Comparable {
  package let batch: Int
  package let row: Int
  package init(batch: Int, row: Int) {
    self.batch = batch
    self.row = row
  }
  package static func < (a: RowReference, b: RowReference) -> Bool { (a.batch, a.row) < (b.batch, b.row) }
}
