import Documents
import Findings

/// The fenced cells that a report answers; every other fence is code. The raw value is the fence's first word.
package enum CellKind: String, Sendable, CaseIterable { case table, chart, sql, finding, value }

/// One fenced cell, read and checked as far as that goes without data.
package enum Cell: Sendable, Equatable {
  case table(TableCell)
  case chart(ChartCell)
  case sentences(SentenceCell)
  case sql(SQLCell)
  case value(ValueCell)
  /// A cell that could not be read, or that this edition may not run; the reason was reported.
  case refused(CellKind, Place)
}

/// A ` ```table ` cell: which data, and how much of it in which order.
package struct TableCell: Sendable, Equatable {
  package enum Order: String, Sendable, CaseIterable {
    case descending, ascending
    /// By the size of a number, its sign aside: for changes.
    case magnitude
  }
  /// What stands in place of a table without rows.
  package enum Empty: String, Sendable, CaseIterable {
    /// The heading, and that there are no such rows.
    case say
    /// Nothing: for tables under a sentence that says so already.
    case omit
  }
  package struct Column: Sendable, Equatable {
    package let name: String
    /// nil: as the data calls it.
    package let heading: String?
    package let place: Place
  }
  /// The request, for the source to understand.
  package let from: DocumentNode
  /// Empty: every column of the data, in its order.
  package let columns: [Column]
  /// How many rows are printed; nil: all.
  package let top: Int?
  /// nil: the data's own order.
  package let by: Column?
  package let order: Order
  package let empty: Empty
  package let caption: CellText?
  /// Column to pattern.
  package let formats: [String: NumberPattern]
  package let place: Place
}

/// A ` ```chart ` cell: which chart, over which data, and whether it is one figure for each value of a column.
package struct ChartCell: Sendable, Equatable {
  package let request: ChartRequest
  package let caption: CellText?
}

/// A ` ```finding ` cell: sentences that are computed.
package struct SentenceCell: Sendable, Equatable {
  package enum Form: String, Sendable, CaseIterable { case list, paragraph }
  package let from: DocumentNode
  package let form: Form
  package let place: Place
}

/// A ` ```value ` cell: one entry of a table under a name of its own. It prints nothing; the text may print it from there
/// on, and conditions may ask for it.
package struct ValueCell: Sendable, Equatable {
  package let name: String
  /// One column and one row of the data.
  package let table: TableCell
}

/// A ` ```sql ` cell. A first comment line `-- caption: …` is its caption, so that the text stays a statement.
package struct SQLCell: Sendable, Equatable {
  package let request: SQLRequest
  package let caption: CellText?
}

/// Text of a cell that may hold `{{name}}`.
package struct CellText: Sendable, Equatable {
  package let inlines: [DraftInline]

  /// - Parameter place: of the text; values in it are reported there.
  init(_ text: String, at place: Place) {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let marks = ValueMarks(line) { _, _ in place }
    inlines = marks.inlines(marks.marked)
  }
}
