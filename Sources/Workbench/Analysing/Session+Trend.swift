import Analysis
import Findings
import Register
import Schemes
import Scoring
import Statistics
import Store

extension Session {
  /// The counting runs of a scheme over the periods from one to another, of their grain, in order of time; periods without
  /// a run are named in the answer.
  /// - Parameter unit: a code, name or alias; nil: every unit of the latest run.
  /// - Returns: nil with the reasons in the log: periods in the wrong order or of two grains, no run, another unit.
  package func trend(scheme: String, from: Period, to: Period, unit: String?) throws -> TrendAnswer? {
    guard from.grain == to.grain, from.start <= to.start else {
      log.add(WorkbenchFinding.nothingInCommon(.subject(scheme), period: "\(from.id)–\(to.id)"))
      return nil
    }
    let kept = Set(try database.runs().filter { $0.scheme == scheme }.map(\.period))
    var periods = [to]
    while let earlier = periods[0].previous, earlier.start >= from.start, periods.count < 400 {
      periods.insert(earlier, at: 0)
    }
    let wanted = periods.filter { kept.contains($0.id) }
    var runs: [CompletedRun] = []
    for period in wanted {
      guard let run = try latestRun(scheme: scheme, period: period) else { return nil }
      runs.append(run)
    }
    guard let last = runs.last else {
      log.add(WorkbenchFinding.notScored(.subject("\(scheme) \(to.id)"), scheme: scheme, period: to.id))
      return nil
    }
    var codes = last.sheet.units
    if let unit {
      guard
        let index = unitIndex(unit, among: last.sheet.units, of: last.scheme, last.period, last.record.input.asOf)
      else { return nil }
      codes = [last.sheet.units[index]]
    }
    let bases = bases(of: runs)
    let results = zip(runs, bases).map { run, basis in
      PeriodResult(period: run.period, sheet: run.sheet, scheme: run.scheme, basis: basis)
    }
    let deviations = Dictionary(
      runs.map { ($0.period, errors(of: $0)) }, uniquingKeysWith: { first, _ in first })
    // A unit of several others' past has no answers of its own there.
    func interval(_ code: String, _ from: Period, _ to: Period) -> ClosedRange<Double>? {
      guard let before = deviations[from]?[code], let after = deviations[to]?[code],
        let change = change(of: code, from, to, runs)
      else { return nil }
      let reach = normalQuantile(0.975) * (before * before + after * after).squareRoot()
      return reach > 0 ? change - reach...change + reach : nil
    }
    return TrendAnswer(
      runs: runs,
      series: codes.map { UnitSeries(of: $0, over: results, heirs: register.heirs(of:), interval: interval) },
      isOne: unit != nil, without: periods.filter { !kept.contains($0.id) })
  }

  /// By code, of units that are graded and of which nothing is hidden.
  private func errors(of run: CompletedRun) -> [String: Double] {
    let cell = run.minimumCell(today: workspace.settings.minimumCell)
    let errors = run.sampledErrors().errors
    var found: [String: Double] = [:]
    for (unit, error) in errors.enumerated()
    where error.isFinite && !run.hidesErrors(about: unit, minimumCell: cell) {
      found[run.sheet.units[unit].code] = error
    }
    return found
  }

  private func change(of code: String, _ from: Period, _ to: Period, _ runs: [CompletedRun]) -> Double? {
    func score(_ period: Period) -> Double? {
      guard let run = runs.first(where: { $0.period == period }),
        let unit = run.sheet.units.firstIndex(where: { $0.code == code })
      else { return nil }
      return run.sheet.standing[unit].displayedScore
    }
    guard let before = score(from), let after = score(to), before.isFinite, after.isFinite else { return nil }
    return after - before
  }
}
