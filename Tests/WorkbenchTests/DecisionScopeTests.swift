import Findings
import Scoring
import Testing

@testable import Workbench

/// Which scheme a row of decisions is about, and when it counts.
@Suite struct DecisionScopeTests {
  private static let table = """
    table: 方案决定
    version: "1"
    file: {match: "*方案决定*"}
    unit: {column: unit}
    period: {column: period}
    key: [period, node, unit, date]
    columns:
      scheme: {type: text}
      period: {type: text, required: true}
      node: {type: text, required: true}
      unit: {type: text, required: true}
      value: {type: text}
      reason: {type: text}
      role: {type: text}
      date: {type: date, required: true}

    """
  private static let effects = "effects: [{id: 单独, adjust: {role: 领导小组, at_most: 9}}]"

  private func workspace(_ rows: [String]) throws -> LoadingWorkspace {
    let workspace = try LoadingWorkspace()
    try workspace.write("datasets/s/tables/own.yaml", Self.table)
    try workspace.bring("记录", ["A,2025-03-01,,,,10", "B,2025-03-01,,,,20"])
    try workspace.scheme("a", tail: "decisions: 方案决定")
    try workspace.bring("方案决定", rows)
    return workspace
  }

  private func said(_ run: CompletedRun) -> [String] {
    run.codesOfFindings.filter { $0.hasPrefix("decision-") && $0 != "decision-not-open" }
  }

  @Test func aRowActsInItsOwnSchemeOnly() throws {
    let workspace = try workspace([
      "a,2025H1,总分,A,18,核实,领导小组,2025-07-20", "b,2025H1,总分,A,3,核实,领导小组,2025-07-21",
      ",2025H1,单独,B,7,只有乙有,领导小组,2025-07-20", ",2025H1,总分,B,5,未写方案,领导小组,2025-07-20",
      ",2025H1,无此,A,1,写错,领导小组,2025-07-20", "c,2025H1,总分,B,6,写错,领导小组,2025-07-21",
    ])
    try workspace.scheme("b", tail: "decisions: 方案决定\n" + Self.effects)
    let (a, b) = (try workspace.scored("a"), try workspace.scored("b"))
    #expect(a.record.input.decisions.map(\.value) == [.number(18), .number(1)])
    #expect(b.record.input.decisions.map(\.value) == [.number(3), .number(7), .number(1)])
    for run in [a, b] {
      #expect(Set(said(run)) == ["decision-ambiguous", "decision-scheme-unknown", "decision-target-unknown"])
    }
    let ambiguous = try #require(a.record.findings.first { $0.code == "decision-ambiguous" })
    #expect(ambiguous.severity == .problem)
    #expect(ambiguous.wording(in: .chinese).found == "“方案决定”第5行没有写明方案，而“总分”在“a”、“b”中都有。")

    // The decision that nobody follows stands where people look for it; that of the other scheme does not.
    let own = try workspace.explained(a, "A")
    #expect(own.contains("决定：18.00（核实）；方案决定.csv 第 2 行") && !own.contains("3.00（核实）"))
    let other = try workspace.explained(a, "B")
    #expect(other.contains("没有采用的决定") && other.contains("5.00（未写方案）；方案决定.csv 第 5 行"))
    #expect(other.contains("没有写明方案") && !other.contains("只有乙有"))
  }

  /// Without a second scheme the row acts; with one it does not, and the run is another one.
  @Test func aSecondSchemeMakesARowAmbiguous() throws {
    let workspace = try workspace([",2025H1,总分,A,18,核实,领导小组,2025-07-20"])
    let alone = try workspace.scored("a")
    #expect(alone.record.input.decisions.count == 1 && said(alone).isEmpty)
    // One that reads no decisions changes nothing.
    try workspace.scheme("c")
    #expect(try workspace.scored("a").record.key == alone.record.key)
    try workspace.scheme("b", tail: "decisions: 方案决定")
    #expect(
      try workspace.session().changedInputs(of: alone, asToScheme: false) == [.table(system: "s", table: "方案决定")])
    let both = try workspace.scored("a")
    #expect(both.record.key != alone.record.key)
    #expect(both.record.input.decisions.isEmpty && said(both) == ["decision-ambiguous"])
  }

  /// A draft beside the approved scheme has the same nodes; the approved one keeps its decisions, its key and its proof, and
  /// the draft has them too, so that both can be compared.
  @Test func aDraftTakesNoDecisionFromWhatItExtends() throws {
    let workspace = try workspace([",2025H1,总分,A,18,核实,领导小组,2025-07-20"])
    let alone = try workspace.scored("a")
    try workspace.write("datasets/s/schemes/b.yaml", "scheme: b\nextends: a.yaml\nversion: \"2\"\ntitle: 草案\n")
    #expect(try workspace.session().changedInputs(of: alone, asToScheme: false).isEmpty)
    #expect(try workspace.scored("a").record.key == alone.record.key)
    let draft = try workspace.scored("b")
    #expect(draft.record.input.decisions.count == 1 && said(draft).isEmpty)
  }

  /// As of 1 March the one of 20 February is known; at the period's end all are, whenever they were taken.
  @Test func aPreliminaryRunDoesNotKnowLaterDecisions() throws {
    let workspace = try workspace([
      ",2025H1,总分,A,1,早,领导小组,2025-02-20", ",2025H1,总分,A,2,晚,领导小组,2025-06-20",
      ",2025H1,总分,B,3,期后,领导小组,2025-07-20",
    ])
    let early = try workspace.scored("a", asOf: 2025_03_01)
    #expect(early.record.input.decisions.map(\.value) == [.number(1)])
    let note = try #require(early.record.findings.first { $0.code == "decisions-later" })
    #expect(note.severity == .note)
    #expect(note.wording(in: .english).found == "2 decisions of “方案决定” were taken after 2025-03-01.")
    let end = try workspace.scored("a")
    #expect(end.record.input.decisions.map(\.value) == [.number(1), .number(2), .number(3)])
    #expect(!end.codesOfFindings.contains("decisions-later"))
  }

  @Test func aTitleIsShownWithItsRow() throws {
    let workspace = try LoadingWorkspace()
    try workspace.bring("记录", ["A,2025-03-01,,,,10"])
    try workspace.scheme(
      "a",
      tail: "titles: {table: 称号, current_at: period_start}\ngrades: {bands: [{grade: 清廉科室, at_least: 15}, {grade: 合格}]}"
    )
    try workspace.bring("称号", ["A,2024-01-01,2025-12-31,清廉科室"])
    let text = try workspace.explained(try workspace.scored(), "A")
    #expect(text.contains("现有称号“清廉科室”：2024-01-01起，至2025-12-31；称号.csv 第 2 行"))
  }
}
