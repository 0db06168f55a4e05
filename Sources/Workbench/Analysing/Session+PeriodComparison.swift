import Analysis
import Findings
import Register
import Schemes
import Scoring
import Store

extension Session {
  /// Two periods of one scheme: what each unit's change is made of.
  /// - Returns: nil with the reasons in the log: one of them has not been scored, or both together would tell answers.
  package func compare(scheme: String, periods first: Period, _ second: Period, unit: String?) throws -> ChangeAnswer? {
    guard let before = try latestRun(scheme: scheme, period: first),
      let after = try latestRun(scheme: scheme, period: second)
    else { return nil }
    let disclosures = try ComparisonPrivacy(before: before, after: after, session: self).disclosures()
    for disclosure in disclosures { log.add(WorkbenchFinding.trialDiscloses(.subject(scheme), disclosure)) }
    guard disclosures.isEmpty else { return nil }
    var units = Array(after.sheet.units.indices)
    if let unit {
      guard
        let index = unitIndex(unit, among: after.sheet.units, of: after.scheme, after.period, after.record.input.asOf)
      else { return nil }
      units = [index]
    }
    let bases = bases(of: [before, after])
    let breaks = bases[0].breaks(to: bases[1], after.scheme)
    return ChangeAnswer(
      before: before, after: after, breaks: breaks, isOne: unit != nil,
      units: units.map { unit in
        let history = UnitHistory(of: after.sheet.units[unit].code, in: before.sheet, heirs: register.heirs(of:))
        return ChangeAnswer.Unit(
          unit: after.sheet.units[unit], history: history.kind,
          change: breaks.isEmpty ? change(history, in: before, to: unit, in: after) : nil,
          before: history.units.map { before.sheet.standing[$0].displayedScore },
          after: after.sheet.standing[unit].displayedScore)
      })
  }

  private func change(
    _ history: UnitHistory, in before: CompletedRun, to unit: Int, in after: CompletedRun
  ) -> ScoreChange? {
    let isGraded =
      after.sheet.standing[unit].status == .graded
      && history.units.allSatisfy { before.sheet.standing[$0].status == .graded }
    guard isGraded, let first = history.units.first else { return nil }
    return ScoreChange(
      from: history.units, isOwnFirst: before.sheet.units[first].code == after.sheet.units[unit].code,
      in: before.sheet, to: unit, in: after.sheet, after.scheme,
      pooled: history.units.reduce(leavesNotTold(after, unit)) { $0.union(leavesNotTold(before, $1)) })
  }

  /// Leaves of which a unit's number must not be told by itself: it is withheld, since a smaller cell would follow from it;
  /// or the run was kept under a smaller minimum cell than today's and shows fewer answers.
  private func leavesNotTold(_ run: CompletedRun, _ unit: Int) -> Set<String> {
    let cell = run.minimumCell(today: workspace.settings.minimumCell)
    let leaves = run.scheme.rankedNode?.leaves ?? []
    if run.showsAnswers(under: cell, about: unit) { return Set(leaves.map(\.id)) }
    let withheld = run.withheldMeasures(about: unit, minimumCell: cell)
    return Set(leaves.filter { !withheld.isDisjoint(with: $0.sourceMeasures) }.map(\.id))
  }
}
