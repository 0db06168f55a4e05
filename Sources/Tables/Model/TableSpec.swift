import Findings
import Register
import Tabular

/// What a kind of file looks like and what its cells mean: one YAML file in `datasets/<system>/tables`.
package struct TableSpec: Sendable {
  /// The system's folder name; part of the stored table's name.
  package var system: String
  package var id: String
  package var version: String
  /// Rows of respondents: explained to table and n, never to a row.
  package var isAnonymous = false
  /// Kept in the protected database.
  package var isProtected = false
  /// Having no row means that nothing happened.
  package var isComplete = false
  /// The boolean column without which no row acts (认定).
  package var confirmed: String?
  /// The stages that a row must have passed before it acts; instead of `confirmed`.
  package var confirmation: ConfirmationRule?
  /// The table whose rows prove that unit and time were looked at.
  package var coveredBy: String?
  package var file = FileRule()
  /// nil: rows without units (a list of measures, a calendar).
  package var unit: UnitRule?
  /// nil: rows without periods.
  package var period: PeriodRule?
  /// Columns that together name a row; rows that repeat a key are rejected.
  package var key: [String] = []
  /// Columns of days that follow one another; blank ones are passed over.
  package var order: [String] = []
  /// What a row needs because of what it says.
  package var rowRules: [RowRule] = []
  /// More rejects than this share of the rows stop the batch.
  package var rejectLimit = 0.1
  package var columns: [ColumnSpec] = []
  /// The type of every further header; nil: a further header is a note and its cells are not kept.
  package var otherColumns: ColumnType?
  /// nil: the table's files are no exports of a survey product.
  package var survey: SurveyRule?
  /// nil: careless answers are not looked for.
  package var careless: CarelessRule?
  package var place: Place

  package init(system: String, id: String, version: String, place: Place) {
    self.system = system
    self.id = id
    self.version = version
    self.place = place
  }

  package struct FileRule: Sendable {
    /// A pattern with `*`; nil: the file is named by `--table`.
    package var match: String?
    package var encoding = EncodingRule.auto
    /// A pattern with `*` of the sheet's name; nil: the one visible sheet that has the table's headers.
    package var sheet: String?
    /// The row of the header, from 1; nil: the one row near the top that has all headers.
    package var headerRow: Int?
    /// Over how many rows the header goes.
    package var headerRows = 1
    /// Patterns with `*` of the first text of rows that are no data: totals, notes under the table.
    package var skippedRows: [String] = []
    /// Whether texts leave out empty cells at the end of rows; otherwise a short row has lost something.
    package var hasShortRows = false
    /// Headers of columns that a form had filled in beforehand: a row with nothing beside them says nothing.
    package var givenHeaders: [String] = []
    /// Headers of columns that are written once for each unit, in its first row.
    package var onceHeaders: [String] = []
    /// Whether a person has said that rows with texts in no label are set aside, and the others taken.
    package var setsStrangersAside = false
    /// What a form was made for; nil: the file is none, or somebody says which table it is.
    package var claims: FormClaims?
    package init() {}
  }
  package typealias EncodingRule = Tabular.EncodingRule
  package struct UnitRule: Sendable {
    package enum Unmatched: String, Sendable, CaseIterable { case reject, stop, register }
    package var column: String
    /// Kinds that may match; with `register`, the kind that is given.
    package var kinds: [String]
    package var unmatched: Unmatched
    package init(column: String, kinds: [String], unmatched: Unmatched) {
      self.column = column
      self.kinds = kinds
      self.unmatched = unmatched
    }
  }
  package enum PeriodRule: Sendable, Hashable {
    /// A date, datetime or period column; `grain` widens a date to the period that holds it.
    case column(String, grain: Period.Grain?)
    /// `--period` of the command.
    case option
    /// The first period that the file's name or its folder holds.
    case fileName
  }
}

package enum ColumnType: String, Sendable, CaseIterable {
  case text, integer, number, date, datetime, boolean
  /// `10秒`, `2分3秒`, `75`: stored as whole seconds.
  case durationSeconds = "duration_s"
  /// A day as people write it: 2025-06-30, 6月底前, 立行立改, 长期坚持. Stored as the last day that it means, beside how
  /// it came about and the words.
  case writtenDate = "written_date"
}

package struct ColumnSpec: Sendable {
  package var id: String
  /// The header as it stands in the file; the id unless stated.
  package var header: String
  package var type: ColumnType
  package var isRequired = false
  /// Never read beyond its header: IPs, names, phones.
  package var isDropped = false
  package var labels: Labels?
  package var range: ClosedRange<Double>?
  /// A regular expression that the whole text must match.
  package var pattern: String?
  /// The value must stand in that table's column.
  package var references: Reference?
  /// Whether `同上` and the like take the value of the row above.
  package var takesDitto = false
  /// Texts that count as left blank: `/`, `—`.
  package var blanks: [String] = []
  /// Several options may be chosen, or are put in order: a stored column for each.
  package var choices: Choices?
  /// What an export by number writes for the labels, and what one by score does.
  package var coded: [(code: String, label: String)] = []
  package var scored: [(code: String, label: String)] = []
  package var place: Place

  package init(id: String, header: String, type: ColumnType, place: Place) {
    self.id = id
    self.header = header
    self.type = type
    self.place = place
  }

  package struct Reference: Sendable, Hashable {
    package var table: String
    package var column: String
    /// Names and aliases of units of these kinds stand in place of a table; nil: a table's column.
    package var kinds: [String]?
    package init(table: String, column: String) {
      self.table = table
      self.column = column
    }
    package init(kinds: [String]) {
      self.init(table: "units.csv", column: kinds.joined(separator: "、"))
      self.kinds = kinds
    }
  }

  /// The legal texts of a column.
  package enum Labels: Sendable {
    /// Text that stays text.
    case set([String])
    /// Text that becomes a number, or says that the question does not apply.
    case map([(label: String, meaning: Meaning)])
  }
  package enum Meaning: Sendable, Hashable {
    case number(Double)
    case notApplicable
    /// Counts as left blank: `(空)`, `(跳过)`.
    case missing
  }

  /// Whether the column can say "not applicable": it then has a second stored column that tells so.
  package var hasNotApplicable: Bool {
    guard case .map(let entries) = labels else { return false }
    return entries.contains { $0.meaning == .notApplicable }
  }

  /// The further stored columns that say what the value cannot, in their order.
  package var companions: [StoredColumn] {
    var columns: [StoredColumn] = []
    if hasNotApplicable {
      columns.append(StoredColumn(name: StoredColumn.notApplicableName(of: id), storage: .integer))
    }
    if type == .writtenDate {
      columns.append(StoredColumn(name: StoredColumn.basisName(of: id), storage: .text))
      columns.append(StoredColumn(name: StoredColumn.wordsName(of: id), storage: .text))
    }
    if let choices {
      columns += choices.options.map {
        StoredColumn(name: StoredColumn.optionName($0.name, of: id), storage: .integer)
      }
    }
    return columns
  }
}
