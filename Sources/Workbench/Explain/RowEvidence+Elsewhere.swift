import Findings
import Register
import Schemes
import Scoring
import Store

/// Evidence that does not stand in the rows of one table.
extension RowEvidence {
  /// Rows of a SELECT: file and row where it names them, else its own words, not traceable.
  func lines(_ found: Found, _ view: MeasureView) throws -> [String] {
    let (measure, loader) = (found.measure, found.loader)
    let table = try loader.view(view, of: measure)
    if let anonymous = anonymousTable(behind: measure) { return [words.anonymous(table: anonymous)] }
    let rows = try loader.rows(of: measure, period: found.period, asOf: found.lastDay)
    let uses = contributions(of: rows, to: measure, unit: found.unit)
    guard !uses.isEmpty else { return [words.noViewRows] }
    let own = Dictionary(
      rows.filter { $0.unit == found.unit }.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
    var lines = try uses.prefix(Self.shown).map { use -> String in
      guard let row = own[use.source] else { return "" }
      let place = table.isTraceable ? try file(of: use.source) : words.untraceable
      let value = row.value.isNaN ? "–" : inFewDigits(row.value)
      return "\(place) [\(words.use(use.use))] \(words.list([words.span(row.from, row.to), value]))"
    }
    if uses.count > Self.shown { lines.append(words.moreRows(uses.count - Self.shown)) }
    return lines
  }

  private func file(of source: RowReference) throws -> String {
    guard let batch = try session.database.batch(source.batch) else { return words.untraceable }
    let stood = SheetRow.resolved(batch.source, row: source.row)
    return "\(stood.source) \(words.row(stood.row))"
  }

  /// The runs of another scheme and the numbers that were taken from them; they are explained no further.
  func lines(_ found: Found, _ reference: SchemeReference) throws -> [String] {
    let (measure, loader) = (found.measure, found.loader)
    let runs = loader.upstream.first { $0.measure == measure.id && $0.window == found.period.id }?.runs ?? []
    guard !runs.isEmpty else { return [words.noRun(reference.scheme)] }
    let rows = try loader.rows(of: measure, period: found.period, asOf: found.lastDay)
    let own = Dictionary(
      rows.filter { $0.unit == found.unit }.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
    let uses = contributions(of: rows, to: measure, unit: found.unit)
    var lines: [String] = []
    for (index, run) in runs.enumerated() {
      lines.append(words.upstream(reference.scheme, reference.node, run.period, run.key))
      let units = try loader.sheet(run.key)?.units ?? []
      for use in uses where use.source.batch == index + 1 {
        guard let row = own[use.source], units.indices.contains(use.source.row - 1) else { continue }
        let unit = units[use.source.row - 1]
        var parts = ["\(unit.name) (\(unit.code))", row.value.isNaN ? "–" : inFewDigits(row.value)]
        if row.weight != 1 { parts.append(words.share(row.weight)) }
        lines.append("  \(words.list(parts)) [\(words.use(use.use))]")
      }
    }
    return lines
  }
}
