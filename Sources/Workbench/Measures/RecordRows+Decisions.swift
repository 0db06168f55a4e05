import Findings
import Register
import Schemes
import Scoring
import Store

/// The decisions that a table holds on a run's periods.
struct RecordedDecisions {
  /// Those that the run judges, in order of record.
  var counted: [Recorded<Decision>] = []
  /// On what several schemes have, without a word on which of them is meant.
  var ambiguous: [(decision: Recorded<Decision>, schemes: [String])] = []
  /// How many a preliminary run does not know yet.
  var later = 0
}

extension RecordRows {
  private static let decisionColumns = ["scheme", "period", "node", "value", "reason", "role", "date"]
  private static let everAfter = 9999_12_31

  /// The decisions on a period and its halves, in order of record: by batch, then by row. What cannot be read, and what
  /// does not say which scheme it is about, is reported and left out; whether a decision is allowed is not judged here.
  ///
  /// Decisions are taken after a period's end and count whenever they were. A run as of an earlier day does not know
  /// those that were taken after it.
  func decisions(on period: Period, asOf: CalendarDate) throws -> RecordedDecisions {
    var found = RecordedDecisions()
    guard let table = loaded.scheme.decisions else { return found }
    let lastDay = asOf < period.end ? asOf.yyyymmdd : Self.everAfter
    let rows = try rows(of: table, columns: Self.decisionColumns, asOf: lastDay)
    var owners: DecisionOwners?
    for row in rows {
      let scheme = row.text("scheme")
      if scheme != loaded.scheme.id {
        owners = try owners ?? DecisionOwners(of: loaded, in: session)
        if owners?.schemes.contains(scheme) ?? false { continue }
      }
      guard let about = self.period(of: row, among: [period] + period.halves, table: table) else { continue }
      let having = scheme == loaded.scheme.id ? [scheme] : owners?.schemes(with: row.text("node")) ?? []
      if !scheme.isEmpty, scheme != loaded.scheme.id {
        log.add(
          WorkbenchFinding.decisionSchemeUnknown(
            loaded.scheme.place, table: table, row: row.source.row, scheme: scheme, known: owners?.schemes ?? []))
        continue
      }
      // One that no scheme has is judged, and refused, by all.
      if !having.isEmpty, !having.contains(loaded.scheme.id) { continue }
      guard let decision = decision(in: row, on: about, table: table) else { continue }
      if having.count > 1 {
        found.ambiguous.append((decision, having))
        log.add(
          WorkbenchFinding.decisionAmbiguous(
            loaded.scheme.place, table: table, row: row.source.row, target: decision.record.target, schemes: having))
      } else if decision.record.date > lastDay {
        found.later += 1
      } else {
        found.counted.append(decision)
      }
    }
    if found.later > 0 {
      log.add(
        WorkbenchFinding.decisionsLater(loaded.scheme.place, table: table, count: found.later, asOf: "\(asOf)"))
    }
    return found
  }

  /// Of the names in rows without a scheme, those that other schemes have, with these: what becomes of the rows depends
  /// on it.
  func sharedTargets() throws -> [String: [String]] {
    guard let table = loaded.scheme.decisions else { return [:] }
    let rows = try rows(of: table, columns: Self.decisionColumns, asOf: Self.everAfter)
    let targets = Set(rows.filter { $0.text("scheme").isEmpty }.map { $0.text("node") })
    if targets.isEmpty { return [:] }
    let owners = try DecisionOwners(of: loaded, in: session)
    return targets.reduce(into: [:]) { shared, target in
      let others = owners.schemes(with: target).filter { $0 != loaded.scheme.id }
      if !others.isEmpty { shared[target] = others }
    }
  }

  private func decision(in row: Cells, on period: String, table: String) -> Recorded<Decision>? {
    guard let value = value(of: row, table: table) else { return nil }
    // The date decides which of two decisions acts.
    guard let date = day(row.values["date"]) else {
      unreadable(row, "date", table)
      return nil
    }
    let decision = Decision(
      period: period, target: row.text("node"), unit: row.unit ?? "", value: value, reason: row.text("reason"),
      role: row.text("role"), date: date)
    return Recorded(record: decision, source: row.source)
  }

  /// The id of the period that the row is about; nil if it is another one, or unreadable.
  private func period(of row: Cells, among periods: [Period], table: String) -> String? {
    let text = row.text("period")
    if text.isEmpty {
      return periods.first { $0.start.yyyymmdd == row.from && $0.end.yyyymmdd == row.to }?.id
    }
    // A phase may be gone from the settings since the run was scored.
    guard let period = periods.first(where: { $0.id == text }) ?? session.knownPeriod(text) else {
      unreadable(row, "period", table)
      return nil
    }
    return periods.contains { $0.id == period.id } ? period.id : nil
  }

  private func value(of row: Cells, table: String) -> Decision.Value? {
    if row.isNotApplicable { return .notApplicable }
    switch row.values["value"] {
    case .integer(let number): return .number(Double(number))
    case .real(let number): return .number(number)
    case .null, nil: return Decision.Value.none
    case .text:
      let text = row.text("value")
      if text.isEmpty { return Decision.Value.none }
      if ["不适用", "not_applicable"].contains(text) { return .notApplicable }
      if ["授予", "granted"].contains(text) { return .granted }
      if ["不授予", "refused"].contains(text) { return .refused }
      if let number = Double(text), number.isFinite { return .number(number) }
      unreadable(row, "value", table)
      return nil
    }
  }
}
