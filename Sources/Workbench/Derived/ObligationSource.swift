import Documents
import Findings
import Foundation
import Obligations
import Register
import Schemes
import Store
import Tabular

/// What a system's `obligations.yaml` asks of its units, as a table that is worked out.
package struct ObligationSource: DerivedTable {
  package let system: String
  package let book: ObligationBook
  package let hash: String

  package var catalogue: CatalogueTable { book.catalogueTable }
  package var tellingColumns: [String] {
    [ObligationColumn.item, .period, .member, .due, .filed, .state].map(\.rawValue)
  }
  /// Lateness is in working days, however a day is set.
  package var usesCalendar: Bool { true }

  package var inputs: [String] {
    let all = book.obligations.flatMap { obligation -> [String] in
      var tables = [obligation.matching.table]
      if let each = obligation.each { tables.append(each.table) }
      if case .after(let events) = obligation.cadence { tables.append(events.table) }
      return tables
    }
    return Array(Set(all)).sorted()
  }

  /// - Parameter isMissingSpecs: some spec could not be read, so that a table may be missing for that reason alone.
  /// - Returns: nil where there is no such file, and where it has problems, which `isWhole` then says.
  static func read(
    _ system: String, in workspace: Workspace, specs: [SystemFolders.SpecFile], isMissingSpecs: Bool, log: FindingLog
  ) -> (source: ObligationSource?, isWhole: Bool) {
    let path = "datasets/\(system)/obligations.yaml"
    guard FileManager.default.fileExists(atPath: workspace.absolute(path)) else { return (nil, true) }
    guard let node = YAMLFile.read(workspace.absolute(path), name: path, log: log),
      let data = FileManager.default.contents(atPath: workspace.absolute(path)),
      let book = ObligationBook.read(node, phases: workspace.settings.phases, log: log)
    else { return (nil, false) }
    let found = FindingLog()
    // What the register has is known later; `lint` looks at it.
    let tables = specs.filter { $0.spec.system == system } + specs.filter { $0.spec.system == SystemFolders.shared }
    book.check(
      against: Catalogue(tables: tables.map { CatalogueTable($0.spec) }, registerColumns: []), log: found)
    for finding in found.findings where !(isMissingSpecs && finding.code == "obligation-table-unknown") {
      Self.add(finding, to: log)
    }
    if found.hasProblems { return (nil, false) }
    return (ObligationSource(system: system, book: book, hash: SHA256.hexDigest(of: data)), true)
  }

  private static func add(_ finding: some Finding, to log: FindingLog) { log.add(finding) }

  package func listing(asOf: CalendarDate) -> String { "qingheng due --system \(system) --as-of \(asOf)" }

  package func derive(
    asOf: CalendarDate, days: ClosedRange<CalendarDate>, from sources: DerivationSources
  ) throws -> Derived {
    let found = FilingNotices()
    let places = Dictionary(
      book.obligations.map { ($0.id, sources.tableName($0.matching.table)) },
      uniquingKeysWith: { first, _ in first })
    let owed = try obligationRows(asOf: asOf, days: days, from: sources, notices: found).filter(\.counts)
    let rows = owed.map { row in
      let source = row.source.flatMap { kept in
        (places[row.item] ?? nil).map { KeptRow(table: $0, batch: kept.batch, row: kept.row) }
      }
      return DerivedRow(
        unit: row.unit, from: row.span.lowerBound, to: row.span.upperBound, source: source,
        cells: row.cells.map(StoredValue.init), provisionalYears: row.provisionalYears)
    }
    let labels = Dictionary(
      book.obligations.filter(\.counts).map { ($0.id, $0.labels) }, uniquingKeysWith: { first, _ in first })
    let notices = found.notices.compactMap { notice in
      notice.finding.unmatchedItem.flatMap { labels[$0] }.map {
        DerivedNotice(finding: notice.finding, unit: notice.unit, days: notice.days, labels: $0)
      }
    }
    return Derived(rows: rows, notices: notices)
  }

  /// Every obligation of every unit, counted or not.
  /// - Parameter notices: get what does not go together in the filings.
  package func obligationRows(
    asOf: CalendarDate, days: ClosedRange<CalendarDate>, from sources: DerivationSources, notices: FilingNotices
  ) throws -> [ObligationRow] {
    var input: [String: FilingInput] = [:]
    for obligation in book.obligations { input[obligation.id] = try sources.input(of: obligation, asOf: asOf) }
    return ObligationMatch(
      book, units: sources.register, calendar: sources.calendar, phases: sources.phases
    ).rows(from: days.lowerBound, through: days.upperBound, asOf: asOf, input: input, notices: notices)
  }
}

extension ObligationFinding {
  /// The obligation, if a score must not pass over it: a filing matched nothing, or nobody could be held to file. That a
  /// unit filed what it does not owe changes no score.
  fileprivate var unmatchedItem: String? {
    switch self {
    case .rosterEmpty(_, let item, _, _), .filingTooEarly(_, let item, _, _, _),
      .filingPeriodUnknown(_, let item, _, _), .filingUndated(_, let item, _), .filingMemberUnknown(_, let item, _):
      item
    default: nil
    }
  }
}

extension StoredValue {
  init(_ cell: ObligationCell) {
    switch cell {
    case .text(let text): self = .text(text)
    case .integer(let number): self = .integer(Int64(number))
    case .date(let date): self = .integer(Int64(date.yyyymmdd))
    case .empty: self = .null
    }
  }
}

extension SystemFolders {
  /// The obligations of every system, in the order of systems.
  var obligationSources: [ObligationSource] { derivedTables.compactMap { $0 as? ObligationSource } }

  /// The kept tables that a system may name, without those that are worked out.
  func specCatalogue(for system: String, registerColumns: some Sequence<String>) -> Catalogue {
    Catalogue(tables: specs(for: system).map { CatalogueTable($0.spec) }, registerColumns: Set(registerColumns))
  }
}
