import Findings
import Register
import Schemes
import Scoring
import Store

/// Evidence from tables that are worked out.
extension RowEvidence {
  /// What each row says, and where the kept row stands on which it rests; one that rests on none is known from the
  /// rules alone, as what was never handed in.
  func lines(_ found: Found, _ derived: any DerivedTable) throws -> [String] {
    let (measure, loader) = (found.measure, found.loader)
    let table = derived.catalogue
    let rows = try loader.rows(of: measure, period: found.period, asOf: found.lastDay)
    let context = try loader.context(of: measure, period: found.period, asOf: found.lastDay)
    let uses = contributions(of: rows, to: measure, unit: found.unit, context: context)
    let own = rows.filter { $0.unit == found.unit }
    let absent = absentMembers(own, context.members(of: found.unit))
    guard !uses.isEmpty else { return [words.noRows(table: table.id)] + absent }
    let bySource = Dictionary(own.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
    let all = try loader.derived(
      of: derived, asOf: found.lastDay, for: [RowSpan(measure.window, of: found.period, asOf: found.lastDay)]
    ).rows
    var named = Set(derived.tellingColumns)
    // How a measure of obligations chooses its rows is told in words.
    named.formUnion(
      measure.obligations == nil
        ? columns(of: measure, table: table) : Array(measure.value?.expression.columns ?? []))
    let order = table.columns.map(\.id)
    let columns = order.filter(named.contains)
    var lines = try uses.prefix(Self.shown).map { use -> String in
      guard all.indices.contains(use.source.row - 1) else { return "" }
      let row = all[use.source.row - 1]
      let shown = columns.compactMap { column in
        order.firstIndex(of: column).flatMap { index in
          text(row.cells[index], kind: table.columns[index].kind).map { "\(column) \($0)" }
        }
      }
      var place = table.id
      if let kept = row.source, let batch = try session.database.batch(kept.batch) {
        let stood = SheetRow.resolved(batch.source, row: kept.row)
        place = "\(stood.source) \(words.row(stood.row))"
      }
      var owner = ""
      if row.unit != found.code { owner = "\(session.register.unit(code: row.unit)?.name ?? "") (\(row.unit)) " }
      return
        "\(place) \(owner)[\(words(of: use.use, found.scope))] \(words.list(shown))\(result(bySource[use.source]?.value, of: measure))"
    }
    if uses.count > Self.shown { lines.append(words.moreRows(uses.count - Self.shown)) }
    return lines + absent
  }
}
