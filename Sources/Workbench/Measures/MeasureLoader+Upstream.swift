import Findings
import Register
import Schemes
import Scoring
import Store

/// Numbers of other schemes' runs (K4).
extension MeasureLoader {
  /// One row per run and unit of it: the batch is the run's place among those selected, from 1, the row the unit's.
  func rows(of measure: Measure, _ reference: SchemeReference, period: Period) throws -> [MeasureRow] {
    guard let selected = upstream.first(where: { $0.measure == measure.id && $0.window == period.id }) else {
      return []
    }
    var rows: [MeasureRow] = []
    for (index, run) in selected.runs.enumerated() {
      guard let sheet = try sheet(run.key) else { continue }
      for (position, unit) in sheet.units.enumerated() {
        let number = sheet.number(of: reference.node, unit: position, isScore: selected.isScore)
        for claimant in claimants(of: unit.code, reference, on: sheet.period.end) {
          var row = MeasureRow(
            unit: claimant.unit, from: sheet.period.start.yyyymmdd, to: sheet.period.end.yyyymmdd,
            value: number.value, isNotApplicable: number.isNotApplicable,
            source: RowReference(batch: index + 1, row: position + 1))
          row.weight = reference.isWeightedByShare ? claimant.weight : 1
          rows.append(row)
        }
      }
    }
    return rows
  }

  func sheet(_ key: String) throws -> ScoreSheet? {
    if let known = cache.sheets[key] { return known }
    let sheet = try database.sheet(ofRun: key)
    cache.sheets[key] = sheet
    return sheet
  }

  private func claimants(of code: String, _ reference: SchemeReference, on day: CalendarDate) -> [Claimant] {
    switch reference.subject {
    case .own: return scope.claimants(of: code, .own)
    case .members: return scope.claimants(of: code, .membership).filter { $0.days.contains(day.yyyymmdd) }
    case .descendants:
      // A unit's own number is not that of a unit below it.
      let own = scope.index(forRowsOf: code)
      return scope.claimants(of: code, .descendants).filter { $0.unit != own }
    }
  }
}

extension ScoreSheet {
  /// What another scheme reads of a node.
  /// - Parameter isScore: the node is the ranked one: its number is the score after the effects, and only of units that
  ///   were graded; the exempt are not applicable.
  func number(of node: String, unit: Int, isScore: Bool) -> (value: Double, isNotApplicable: Bool) {
    guard let column = self.node(node) else { return (.nan, false) }
    guard isScore, standing.indices.contains(unit) else {
      return (column.value[unit], column.state[unit] == .notApplicable)
    }
    switch standing[unit].status {
    case .graded: return (standing[unit].score, false)
    case .exempt: return (.nan, true)
    case .notGraded, .deferred: return (.nan, false)
    }
  }
}
