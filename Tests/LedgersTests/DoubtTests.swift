import Findings
import Testing

@testable import Ledgers

@Suite struct DoubtTests {
  private func doubts(_ cells: [String: String], on day: String = "2025-12-31") -> [LedgerDoubt] {
    SampleLedger.problem(cells, on: day)?.doubts ?? []
  }
  private let told = ["下达": "2025-01-15", "时限": "2025-06-30"]

  @Test func `Dates in order are no doubt, on one day neither`() {
    #expect(doubts(["下达": "2025-01-10", "完成": "2025-01-10", "销号": "2025-01-10", "回看": "2025-01-10"]) == [])
    #expect(doubts([:]) == [])
  }

  @Test func `Verified before it was done`() {
    let cells = told.merging(["完成": "2025-05-10", "销号": "2025-05-01"]) { $1 }
    let expected = LedgerDoubt.order(
      .verified, SampleLedger.day("2025-05-01"), before: .done, SampleLedger.day("2025-05-10"))
    #expect(doubts(cells) == [expected])
    // The row says so on its day already, though the work is dated later.
    #expect(doubts(cells, on: "2025-05-01") == [expected])
    #expect(doubts(cells, on: "2025-04-30") == [])
    // The dates stand: it is verified.
    #expect(SampleLedger.problem(cells, on: "2025-05-01")?.state == .verified)
  }

  @Test func `Done before it was told, or before it was found`() {
    #expect(
      doubts(told.merging(["完成": "2025-01-12"]) { $1 }) == [
        .order(.done, SampleLedger.day("2025-01-12"), before: .notified, SampleLedger.day("2025-01-15"))
      ])
    #expect(
      doubts(["下达": "2025-01-01"]) == [
        .order(.notified, SampleLedger.day("2025-01-01"), before: .found, SampleLedger.day("2025-01-10"))
      ])
  }

  @Test func `A look before verification is no look back`() {
    let cells = told.merging(["完成": "2025-05-01", "销号": "2025-05-10", "回看": "2025-05-05"]) { $1 }
    let problem = SampleLedger.problem(cells, on: "2025-12-31")
    #expect(problem?.state == .verified && problem?.hasRevisit == false && problem?.owesRevisit == true)
    #expect(problem?.doubts.count == 1)
  }

  @Test func `Verified though nobody declared it done`() {
    #expect(doubts(told.merging(["销号": "2025-05-01"]) { $1 }) == [.verifiedWithoutDone])
    let spec = SampleLedger.spec("      done: 完成\n")
    #expect(SampleLedger.problem(["下达": "2025-01-15", "销号": "2025-05-01"], spec, on: "2025-12-31")?.doubts == [])
  }

  @Test func `A word where a day should stand`() {
    let problem = SampleLedger.problem(
      told.merging(["完成__as": "done", "完成__words": "已完成"]) { $1 }, on: "2025-12-31")
    #expect(problem?.state == .underway && problem?.doubts == [.undated(.done, words: "已完成")])
  }

  @Test func `Declared with open measures`() {
    let row = SampleLedger.row(["编号": "1", "查出": "2025-01-10", "下达": "2025-01-11", "完成": "2025-02-01"])
    let measures = [
      SampleLedger.row(["措施号": "a", "问题号": "1", "完成": "2025-01-20"]),
      SampleLedger.row(["措施号": "b", "问题号": "1", "时限": "2025-03-01"], row: 3),
    ]
    let state = SampleLedger.state([row], measures: measures, on: "2025-06-30")
    #expect(state.problems.first?.doubts == [.measuresOpen(done: 1, of: 2)])
    #expect(state.problems.first?.state == .done && state.problems.first?.measuresOverdue == 1)
    #expect(state.findings.map(\.code) == ["ledger-measures-open"])
    #expect(state.findings.first?.severity == .warning)
  }

  @Test func `Measures and steps that belong to nothing are told`() {
    let problem = SampleLedger.row(["编号": "WT-01", "查出": "2025-01-10", "下达": "2025-01-11"])
    let state = SampleLedger.state(
      [problem],
      measures: [
        SampleLedger.row(["措施号": "a", "问题号": "WT-01"]), SampleLedger.row(["措施号": "b", "问题号": "WT-O1"], row: 3),
        SampleLedger.row(["措施号": "c"], row: 4),
      ],
      steps: [
        SampleLedger.row(["措施号": "a", "日期": "2025-02-01"]), SampleLedger.row(["措施号": "a", "日期": "2025-03-01"], row: 3),
        SampleLedger.row(["措施号": "a", "日期": "2025-09-01"], row: 4),
        SampleLedger.row(["措施号": "z", "日期": "2025-02-01"], row: 5),
      ],
      on: "2025-06-30")
    #expect(
      state.findings == [
        .problemUnknown(.row("台账.csv", row: 3), measure: "b", problem: "WT-O1", nearest: "WT-01"),
        .measureWithoutProblem(.row("台账.csv", row: 4), measure: "c"),
        .measureUnknown(.row("台账.csv", row: 5), measure: "z", nearest: nil),
      ])
    let known = state.problems.first
    #expect(known?.measureCount == 1 && known?.stepCount == 2 && known?.lastStep == SampleLedger.day("2025-03-01"))
  }

  @Test func `Numbers may be counted per unit`() {
    let problems = [
      SampleLedger.row(["编号": "1", "查出": "2025-01-10"], unit: "D01"),
      SampleLedger.row(["编号": "1", "查出": "2025-01-10"], unit: "D02", row: 3),
    ]
    let state = SampleLedger.state(
      problems,
      measures: [
        SampleLedger.row(["措施号": "a", "问题号": "1"], unit: "D02"),
        SampleLedger.row(["措施号": "b", "问题号": "1"], unit: "", row: 3),
      ], on: "2025-06-30")
    #expect(state.problems.map(\.measureCount) == [0, 1])
    #expect(state.findings.map(\.code) == ["ledger-problem-unknown"])
  }

  @Test func `Of one problem in two rows the later import counts`() {
    let old = SampleLedger.row(["编号": "1", "查出": "2025-01-10"], row: 2, batch: 1)
    let new = SampleLedger.row(
      ["编号": "1", "查出": "2025-01-10", "销号": "2025-02-01", "完成": "2025-02-01"], row: 5, batch: 2)
    let state = SampleLedger.state([new, old], on: "2025-06-30")
    #expect(state.problems.map(\.state) == [.verified])
    #expect(
      state.findings == [.numberTwice(.row("台账.csv", row: 5), id: "1", first: .row("台账.csv", row: 2))])
  }
}
