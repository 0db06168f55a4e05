import Findings
import Foundation
import Ledgers
import Register
import Schemes
import Store

/// A table that a ledger derives: its problems, or its suggestions.
struct DerivedLedger: DerivedTable {
  enum Content: Sendable { case problems, suggestions }

  let system: String
  let catalogue: CatalogueTable
  let hash: String
  let spec: LedgerSpec
  let content: Content
  let reads: [LedgerSource]
  let usesCalendar = false
  var tellingColumns: [String] {
    content == .problems ? ["编号", "查出日", "时限", "销号日", "状态", "时限状态"] : ["编号", "提出日", "答复时限", "答复日", "采纳情况"]
  }

  var inputs: [String] { reads.map(\.table) }

  func listing(asOf: CalendarDate) -> String { "qingheng problems --ledger \(spec.id) --as-of \(asOf)" }

  func derive(
    asOf: CalendarDate, days: ClosedRange<CalendarDate>, from sources: DerivationSources
  ) throws -> Derived {
    let state = try state(asOf: asOf, from: sources)
    let rows = content == .problems ? state.problemRows : state.suggestionRows
    let role: LedgerPart.Role = content == .problems ? .problems : .suggestions
    guard let table = reads.first(where: { $0.role == role })?.table,
      let name = sources.tableName(table)
    else { return Derived() }
    let derived = rows.compactMap { row -> DerivedRow? in
      // What nobody dated belongs to no window; the ledger's check asks for a day.
      guard let from = CalendarDate(yyyymmdd: row.from), let to = CalendarDate(yyyymmdd: row.to) else { return nil }
      return DerivedRow(
        unit: row.unit, from: from, to: to, source: KeptRow(table: name, batch: row.batch, row: row.sourceRow),
        cells: row.cells.map(StoredValue.init))
    }
    return Derived(rows: derived, notices: content == .problems ? state.seriousNotices : [])
  }

  /// The ledger as it stands on a day.
  func state(asOf: CalendarDate, from sources: DerivationSources) throws -> LedgerState {
    var rows = LedgerRows(problems: [])
    for reading in reads {
      let kept = try reading.rows(asOf: asOf, from: sources)
      switch reading.role {
      case .problems: rows.problems = kept
      case .measures: rows.measures = kept
      case .steps: rows.steps = kept
      case .suggestions: rows.suggestions = kept
      }
    }
    return LedgerState(spec, rows, register: sources.register, asOf: asOf)
  }
}

/// What a ledger reads of one table.
struct LedgerSource: Sendable {
  let role: LedgerPart.Role
  let table: String
  let columns: [String]

  init?(_ part: LedgerPart, among tables: [CatalogueTable]) {
    guard let known = tables.first(where: { $0.id == part.table.name }) else { return nil }
    role = part.role
    table = known.id
    columns = part.columns(in: known)
  }

  func rows(asOf: CalendarDate, from sources: DerivationSources) throws -> [LedgerRow] {
    let kept = try sources.kept(.init(table: table, columns: columns), asOf: asOf)
    var files: [Int: String] = [:]
    return try kept.map { row in
      let batch = row.place.batch
      if files[batch] == nil { files[batch] = try sources.database.batch(batch)?.source ?? table }
      let cells = zip(columns, row.cells).map { ($0, LedgerCell($1)) }
      return LedgerRow(
        unit: row.unit, from: row.days?.lowerBound.yyyymmdd ?? 0, to: row.days?.upperBound.yyyymmdd ?? 0, batch: batch,
        sourceRow: row.place.row, place: .row(files[batch] ?? table, row: row.place.row),
        cells: Dictionary(cells, uniquingKeysWith: { first, _ in first }))
    }
  }
}

extension LedgerState {
  /// Days that cannot be true or cannot be read, on which whether something was late may hang; of what is merely
  /// unusual, `problems` tells.
  fileprivate var seriousNotices: [DerivedNotice] {
    problems.flatMap { problem in
      let span = [problem.row.from, problem.row.to].compactMap { CalendarDate(yyyymmdd: $0) }.sorted()
      return problem.doubts.compactMap { doubt -> DerivedNotice? in
        switch doubt {
        case .order, .deadlineFirst, .undated:
          DerivedNotice(
            finding: LedgerFinding.doubt(problem.row.place, problem: problem.id ?? "", doubt), unit: problem.unit,
            days: span.first.flatMap { first in span.last.map { first...$0 } })
        case .verifiedWithoutDone, .measuresOpen, .standingWithDay: nil
        }
      }
    }
  }
}

extension LedgerCell {
  fileprivate init(_ value: StoredValue) {
    switch value {
    case .null: self = .null
    case .integer(let number): self = .integer(Int(number))
    case .real(let number): self = .text("\(number)")
    case .text(let text): self = .text(text)
    }
  }
}

extension StoredValue {
  fileprivate init(_ cell: LedgerCell) {
    switch cell {
    case .null: self = .null
    case .integer(let number): self = .integer(Int64(number))
    case .text(let text): self = .text(text)
    }
  }
}

extension DerivationSources {
  /// The kept table that the system means by a name.
  func tableName(_ id: String) -> TableName? {
    folders.spec(id, for: system).map { TableName(system: $0.spec.system, table: $0.spec.id) }
  }
}

extension SystemFolders {
  static let ledgersFile = "ledgers.yaml"

  /// The tables that the ledgers of all systems derive. What is wrong with a file goes to its system's log.
  static func ledgerTables(
    of names: [String], _ specs: [SpecFile], broken: Set<String>, in workspace: Workspace, logs: [String: FindingLog]
  ) -> [any DerivedTable] {
    var tables: [any DerivedTable] = []
    for name in names {
      let path = "datasets/\(name)/\(ledgersFile)"
      // Where a table spec is broken, its own findings say what to do.
      guard FileManager.default.fileExists(atPath: workspace.absolute(path)), let log = logs[name],
        broken.isDisjoint(with: [name, shared]),
        let (node, hash, _) = file(path, in: workspace, log: log), let ledgers = LedgerFile.read(node, log: log)
      else { continue }
      let own = specs.filter { $0.spec.system == name }.map { CatalogueTable($0.spec) }
      let known = own + specs.filter { $0.spec.system == shared && name != shared }.map { CatalogueTable($0.spec) }
      guard ledgers.check(against: known, log: log) else { continue }
      for spec in ledgers.ledgers {
        let reads = spec.parts.compactMap { LedgerSource($0, among: known) }
        let catalogues = zip(spec.catalogueTables(among: known), [DerivedLedger.Content.problems, .suggestions])
        for (catalogue, content) in catalogues {
          tables.append(
            DerivedLedger(
              system: name, catalogue: catalogue, hash: hash, spec: spec, content: content, reads: reads))
        }
      }
    }
    return tables
  }

  /// The ledgers of a system, or of all.
  func ledgers(of system: String?) -> [DerivedLedger] {
    derivedTables.compactMap { $0 as? DerivedLedger }.filter {
      $0.content == .problems && (system.map { [$0, Self.shared] } ?? names).contains($0.system)
    }
  }
}
