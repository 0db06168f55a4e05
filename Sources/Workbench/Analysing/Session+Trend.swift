import Analysis
import Findings
import Register
import Schemes
import Scoring
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
    return TrendAnswer(
      runs: runs, series: codes.map { UnitSeries(of: $0, over: results, heirs: register.heirs(of:)) },
      isOne: unit != nil, without: periods.filter { !kept.contains($0.id) })
  }
}
