import Charts
import Findings
import Ledgers
import Register

/// What `qingheng problems` shows of one ledger.
package struct ProblemReport: Sendable {
  /// The ledger's name.
  package let ledger: String
  /// The whole ledger, or the unit's part of it, in a sentence.
  package let summary: String
  /// The problems that were asked for, the most urgent first.
  package let table: DataTable
}

extension Session {
  /// What to list.
  package struct ProblemRequest: Sendable {
    package var asOf: CalendarDate
    package var system: String?
    /// By code, name or alias; units below it and those that belong to it are part of it.
    package var unit: String?
    package var filter: ProblemFilter?
    package var ledger: String?

    package init(
      asOf: CalendarDate, system: String? = nil, unit: String? = nil, filter: ProblemFilter? = nil,
      ledger: String? = nil
    ) {
      self.asOf = asOf
      self.system = system
      self.unit = unit
      self.filter = filter
      self.ledger = ledger
    }
  }

  /// The problems of every ledger that fits; what does not go together in their rows is in the log.
  /// - Returns: nil with the reason in the log, if a name is not known.
  package func problems(_ request: ProblemRequest, language: Language) throws -> [ProblemReport]? {
    if let system = request.system, !folders.names.contains(system) {
      log.add(WorkbenchFinding.systemUnknown(.subject(system), known: folders.names))
      return nil
    }
    let all = folders.ledgers(of: request.system)
    let ledgers = all.filter { ledger in request.ledger.map { $0 == ledger.spec.id } ?? true }
    guard !ledgers.isEmpty else {
      // Of a file that cannot be read it would be untrue that there is none.
      if all.isEmpty, !folders.troubled.isEmpty { return nil }
      let name = request.ledger ?? request.system ?? workspace.folder.lastPathComponent
      log.add(LedgerFinding.ledgerUnknown(.subject(name), known: folders.ledgers(of: nil).map(\.spec.id)))
      return nil
    }
    var belonging: Set<String>?
    var head = ""
    if let name = request.unit {
      guard let code = unitCode(name, on: request.asOf) else { return nil }
      let own = units(belongingTo: code, on: request.asOf)
      let parts = standing(own, beside: code, on: request.asOf)
      let shown = register.unit(code: code)?.name ?? code
      head = parts > 0 ? partsIncluded(shown, parts, in: language) : "\(shown) · "
      belonging = own
    }
    return try ledgers.map { ledger in
      let state = try ledger.state(asOf: request.asOf, from: derivationSources(for: ledger.system))
      let own = state.problems.filter { problem in belonging.map { $0.contains(problem.carrier) } ?? true }
      // Of other units' problems nothing was asked.
      let others = Set(state.problems.map(\.row.place)).subtracting(own.map(\.row.place))
      for finding in state.findings where !others.contains(finding.place) { log.add(finding) }
      let suggestions = state.suggestions.filter { suggestion in
        belonging.map { $0.contains(suggestion.unit) } ?? true
      }
      let listed = own.filter { request.filter?.takes($0) ?? true }
      let listing = LedgerListing(
        listed, name: { self.register.unit(code: $0)?.name ?? $0 }, language: language)
      return ProblemReport(
        ledger: ledger.spec.id,
        summary: head
          + LedgerSummary(own, suggestions, soon: state.spec.soon, asOf: request.asOf).sentence(in: language),
        table: DataTable(
          listing.ids.indices.map { column in
            DataColumn(
              listing.ids[column], label: listing.headers[column], texts: listing.rows.map { $0[column] })
          }))
    }
  }
}
