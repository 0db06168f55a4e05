import Findings
import Register
import Schemes
import Testing

@testable import Workbench

/// Which other periods and runs a scheme's steps ask for, and that the run keeps what they gave.
@Suite struct OtherPeriodsTests {
  private func workspace() throws -> LoadingWorkspace {
    let workspace = try LoadingWorkspace()
    try workspace.bring(
      "记录",
      [
        "A,2022-03-01,,,,1", "A,2023-09-01,,,,2", "A,2024-03-01,,,,3", "A,2025-03-01,,,,4", "B,2025-03-01,,,,6",
        "A,2025-09-01,,,,5", "A,2026-03-01,,,,7",
      ])
    return workspace
  }

  private func steps(_ actions: Step.Action...) -> (inout Scheme) -> Void {
    { scheme in scheme.roots[0].steps = actions.map { Step($0, place: .subject("step")) } }
  }

  private func history(_ text: String, asOf: Int? = nil, _ actions: Step.Action...) throws -> [String] {
    let workspace = try workspace()
    let loaded = try workspace.loaded("a") { scheme in
      scheme.roots[0].steps = actions.map { Step($0, place: .subject("step")) }
    }
    let session = try workspace.session()
    let span = try period(text)
    let asOf = try asOf.map { try date($0) } ?? span.end
    return try session.sources(of: loaded, period: span, asOf: asOf).history.map(\.id)
  }

  /// All earlier halves with rows; so many back, rows or not; between periods also later ones that as_of lets us see.
  @Test func periodsThatTheStepsAskFor() throws {
    #expect(try history("2025H1", .times(.number(1))).isEmpty)
    #expect(
      try history("2025H1", .impute(.latestPeriod(atMost: nil))) == ["2022H1", "2023H2", "2024H1"])
    #expect(try history("2025H1", .impute(.latestPeriod(atMost: 1))) == ["2024H2"])
    #expect(try history("2025", .impute(.latestPeriod(atMost: nil))) == ["2022", "2023", "2024"])
    #expect(try history("2024H1", .impute(.betweenPeriods)) == ["2022H1", "2023H2"])
    #expect(
      try history("2024H1", asOf: 2025_12_31, .impute(.betweenPeriods)) == ["2022H1", "2023H2", "2025H1", "2025H2"])
    // A half that as_of cuts through is not looked at.
    #expect(
      try history("2024H1", asOf: 2025_11_30, .impute(.betweenPeriods)) == ["2022H1", "2023H2", "2025H1"])
    let two = Step.Action.minMax(
      to: Step.Interval(0, 1), bounds: .observed, over: .periods(["2024H1", "2025H1", "2023H2"]))
    #expect(try history("2025H1", two) == ["2023H2", "2024H1"])
    #expect(try history("2024H1", two) == ["2023H2"])
  }

  @Test func theDefaultPopulationAsksToo() throws {
    let workspace = try workspace()
    let loaded = try workspace.loaded("a") { scheme in
      scheme.defaults.over = .periods(["2024H1"])
      scheme.roots[0].steps = [Step(.rank(.descending, over: nil), place: .subject("step"))]
    }
    let session = try workspace.session()
    let sources = try session.sources(of: loaded, period: try period("2025H1"), asOf: try date(2025_06_30))
    #expect(sources.history.map(\.id) == ["2024H1"])
  }

  /// The columns of the other periods go with the run and come back with it.
  @Test func theRunKeepsWhatTheOtherPeriodsGave() throws {
    let workspace = try workspace()
    let run = try workspace.scored("a", steps(.impute(.latestPeriod(atMost: nil))))
    #expect(run.record.input.history.map(\.period.id) == ["2022H1", "2023H2", "2024H1"])
    #expect(run.record.input.history.map { $0.measures["数"]?.value[0] } == [1, 2, 3])
    let read = try #require(try workspace.session().database.run(key: run.record.key))
    #expect(read.input.history.map { $0.measures["数"]?.value[0] } == [1, 2, 3])
  }

  /// A combined year looks at other halves.
  @Test func aYearOfHalvesLooksAtHalves() throws {
    let workspace = try workspace()
    let loaded = try workspace.loaded("a") { scheme in
      scheme.combination = YearCombination(h1: 0.5, h2: 0.5, oneMissing: .renormalise, place: scheme.place)
      scheme.roots[0].steps = [Step(.impute(.latestPeriod(atMost: nil)), place: .subject("step"))]
    }
    let session = try workspace.session()
    let sources = try session.sources(of: loaded, period: try period("2025"), asOf: try date(2025_12_31))
    #expect(sources.history.map(\.id) == ["2022H1", "2023H2", "2024H1"])
  }

  /// Scored again, the run that a frozen step reads is another; the run of the period itself reads none.
  @Test func frozenStepsReadARunOfThisScheme() throws {
    let workspace = try workspace()
    let over = steps(
      .zScore(to: Step.MeanAndDeviation(mean: 0, deviation: 1), over: .frozen("2025年上半年")))
    let own = try workspace.scored("a", "2025H1", over)
    #expect(own.record.frozenKeys.isEmpty && own.record.input.frozen.isEmpty)
    let next = try workspace.scored("a", "2025H2", over)
    #expect(next.record.frozenKeys == ["2025年上半年": own.record.key])
    #expect(RunManifest(json: next.record.manifest)?.frozen == next.record.frozenKeys)
    #expect(next.record.input.frozen["2025年上半年"]?.period.id == "2025H1")
    let read = try #require(try workspace.session().database.run(key: next.record.key))
    // As text, in which NaN equals NaN.
    let sources = [read.input.frozen["2025年上半年"], own.sheet].map { "\($0?.node("总分")?.source ?? [])" }
    #expect(sources[0] == sources[1] && sources[0] != "[]")
    try workspace.bring("记录", ["B,2025-04-01,,,,9"], name: "记录二")
    _ = try workspace.scored("a", "2025H1", over)
    let changed = try workspace.session().changedInputs(of: next, asToScheme: false)
    #expect(changed.contains(.runs(scheme: "a")))
  }

  /// Scored in May, the half is not over: its parameters are not those of the half. The final run of July stays the one
  /// that is read, even when somebody looks at May again later.
  @Test func frozenStepsReadAFinalRun() throws {
    let workspace = try workspace()
    let over = steps(.zScore(to: Step.MeanAndDeviation(mean: 0, deviation: 1), over: .frozen("2025H1")))
    _ = try workspace.scored("a", "2025H1", asOf: 2025_05_31, over)
    let early = try workspace.scored("a", "2025H2", over)
    #expect(early.record.frozenKeys.isEmpty && early.numbers("A")[0] == 5)
    #expect(early.sheet.node("总分")?.value[0].isNaN == true)
    #expect(early.codesOfFindings.contains("frozen-run-not-final"))
    let final = try workspace.scored("a", "2025H1", over)
    _ = try workspace.scored("a", "2025H1", asOf: 2025_05_30, over)
    let late = try workspace.scored("a", "2025H2", over)
    #expect(late.record.frozenKeys == ["2025H1": final.record.key])
    #expect(!late.codesOfFindings.contains("frozen-run-not-final"))
  }
}
