import Analysis
import Findings
import Register
import Schemes
import Testing

@testable import Workbench

/// Analyses of kept runs: what may be told, and across what nothing is compared.
@Suite struct KeptRunAnalysisTests {
  private func halves() throws -> (Period, Period) {
    (try #require(Period(year: 2025, half: 1)), try #require(Period(year: 2025, half: 2)))
  }

  /// In the first half the number of 满意 of 外科 is withheld, since the few satisfied answers would follow from it: its part
  /// of the change is told together with another one, and all parts still add up.
  @Test func aWithheldNumberIsNotToldByItsChange() throws {
    let workspace = try SmallWorkspace()
    try workspace.edit(
      "datasets/pingjia/schemes/keshi.yaml", "  不满意率: {table: 患者问卷,",
      "  不满意率: {table: 患者问卷, where: \"coalesce(满意度, 0) > 60\",")
    var session = try workspace.session()
    try session.takeBothHalves()
    let run = try session.scored("2025H1")
    _ = try session.scored("2025H2")
    #expect(run.withheldMeasures(about: try run.index("K2"), minimumCell: 3).contains("满意度"))
    let (first, second) = try halves()
    let answer = try #require(try session.compare(scheme: "keshi", periods: first, second, unit: "K2"))
    let change = try #require(answer.units.first?.change)
    #expect(!change.parts.contains { $0.part == .indicator("满意") })
    #expect(change.parts.contains { $0.part == .others(2) })
    #expect(abs(change.change - (change.after - change.before)) < 1e-9)
    // Of another unit it is told.
    let other = try #require(try session.compare(scheme: "keshi", periods: first, second, unit: "K1"))
    #expect(other.units.first?.change?.parts.contains { $0.part == .indicator("满意") } == true)
  }

  /// The error of a score would tell of the answers that are hidden for the unit.
  @Test func aUnitWithHiddenAnswersHasNoError() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.takeBothHalves()
    let run = try session.scored("2025H1")
    let answer = session.ranges(of: run, places: nil, draws: 200, seed: 1)
    #expect(!answer.sampled.isEmpty)
    let hidden = run.sheet.units.indices.filter { run.hidesErrors(about: $0, minimumCell: 3) }
    let table = answer.table(.english)
    let codes = table.texts("unit")
    guard case .numbers(let limits)? = table.columns.first(where: { $0.name == "lo" })?.values else {
      Issue.record("no limits")
      return
    }
    for unit in run.sheet.units.indices {
      let row = try #require(codes.firstIndex(of: run.sheet.units[unit].code))
      #expect(hidden.contains(unit) == answer.errors[unit].isNaN)
      #expect(hidden.contains(unit) == limits[row].isNaN)
    }
    #expect(hidden.count < run.sheet.units.count)
    // The same seed, the same ranges.
    #expect("\(session.ranges(of: run, places: nil, draws: 200, seed: 1).table(.english))" == "\(table)")
  }

  /// A run from before the minimum was raised shows answers that nothing may show now.
  @Test func aRaisedMinimumIsABreakAndHidesParts() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.takeBothHalves()
    _ = try session.scored("2025H1")
    try workspace.edit("qingheng.yaml", "minimum_cell: 3", "minimum_cell: 5")
    let later = try workspace.session()
    _ = try later.scored("2025H2")
    let (first, second) = try halves()
    let log = FindingLog()
    let reader = try workspace.session(log: log)
    let answer = try reader.compare(scheme: "keshi", periods: first, second, unit: nil)
    #expect(answer?.breaks == [.minimumCell(before: 3, after: 5)])
    #expect(answer?.units.allSatisfy { $0.change == nil } == true)
  }

  /// Another title is no other rule; another cut-off is.
  @Test func schemesThatSayTheSameAreTheSame() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.takeBothHalves()
    _ = try session.scored("2025H1")
    try workspace.edit("datasets/pingjia/schemes/keshi.yaml", "title: 科室半年评价", "title: 科室评价")
    let renamed = try workspace.session()
    _ = try renamed.scored("2025H2")
    let (first, second) = try halves()
    #expect(try renamed.compare(scheme: "keshi", periods: first, second, unit: nil)?.breaks == [])
    try workspace.edit("datasets/pingjia/schemes/keshi.yaml", "at_least: 90", "at_least: 88")
    let changed = try workspace.session()
    _ = try changed.scored("2025H2")
    #expect(try changed.compare(scheme: "keshi", periods: first, second, unit: nil)?.breaks == [.scheme])
    let series = try #require(try changed.trend(scheme: "keshi", from: first, to: second, unit: "内科")).series
    #expect(series.first?.steps.map(\.change) == [nil])
  }

  /// An edit under which rows would be read again is listed with its draws; one of a part that is not there is refused.
  @Test func whatCannotBeTriedIsSaid() throws {
    let workspace = try SmallWorkspace()
    var session = try workspace.session()
    try session.take("收件箱/2025H1", period: "2025H1")
    let run = try session.scored("2025H1")
    var request = RobustnessRequest(weights: 0.2, draws: 50, seed: 1)
    request.edits = [try #require(SchemeEdit(setting: "measures.走访分.min_n=1"))]
    let answer = try #require(try session.robustness(of: run, request))
    #expect(answer.robustness.switches.map(\.refusal) == [.rereads])
    #expect(answer.robustness.computed + answer.robustness.uncomputed.reduce(0) { $0 + $1.draws } == 50)
    request.edits = [try #require(SchemeEdit(setting: "nodes.不存在.points=1"))]
    #expect(try session.robustness(of: run, request) == nil)
  }
}
