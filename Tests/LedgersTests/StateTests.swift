import Testing

@testable import Ledgers

@Suite struct StateTests {
  private func state(_ cells: [String: String], on day: String = "2025-06-30") -> Problem.State? {
    SampleLedger.problem(cells, on: day)?.state
  }

  @Test func `A problem goes from finding to a later look`() {
    #expect(state([:]) == .notNotified)
    #expect(state(["下达": "2025-01-15"]) == .underway)
    #expect(state(["下达": "2025-01-15", "完成": "2025-03-01"]) == .done)
    #expect(state(["下达": "2025-01-15", "完成": "2025-03-01", "销号": "2025-03-10"]) == .verified)
    #expect(
      state(["下达": "2025-01-15", "完成": "2025-03-01", "销号": "2025-03-10", "回看": "2025-06-01"]) == .revisited)
  }

  @Test func `Without measures there is nothing to work by`() {
    let cells = ["编号": "1", "查出": "2025-01-10", "下达": "2025-01-15"]
    #expect(SampleLedger.state([SampleLedger.row(cells)], on: "2025-06-30").problems.first?.state == .unplanned)
    // A ledger that keeps no measures asks for none.
    let plain = SampleLedger.spec(
      "    measures: {table: 整改措施, id: 措施号, problem: 问题号, deadline: 时限, done: 完成}\n"
        + "    steps: {table: 整改进展, measure: 措施号, date: 日期, text: 进展}\n", "")
    #expect(plain.measures == nil)
    #expect(SampleLedger.state([SampleLedger.row(cells)], plain, on: "2025-06-30").problems.first?.state == .underway)
  }

  @Test func `A ledger without a day of notice begins with the work`() {
    #expect(SampleLedger.problem([:], SampleLedger.spec("      notified: 下达\n"), on: "2025-06-30")?.state == .underway)
  }

  @Test func `What is dated after the day has not happened yet`() {
    let cells = ["下达": "2025-01-15", "完成": "2025-03-01", "销号": "2025-03-10", "回看": "2025-06-01"]
    #expect(state(cells, on: "2025-01-09") == nil)
    #expect(state(cells, on: "2025-01-10") == .notNotified)
    #expect(state(cells, on: "2025-01-15") == .underway)
    #expect(state(cells, on: "2025-03-01") == .done)
    #expect(state(cells, on: "2025-03-09") == .done)
    #expect(state(cells, on: "2025-03-10") == .verified)
    #expect(state(cells, on: "2025-06-01") == .revisited)
  }

  @Test func `Declared is never verified`() {
    let problem = SampleLedger.problem(
      ["下达": "2025-01-15", "完成": "2025-03-01", "时限": "2025-03-31"], on: "2025-04-02")
    #expect(problem?.state == .done && problem?.isOpen == true)
    // Done within the deadline, but nobody has verified it two days after.
    #expect(problem?.timing == .overdue(days: 2) && problem?.isVerifiedOnTime == false && problem?.daysOverdue == 2)
  }

  @Test func `Where only measures have a day of completion the problem is done with the last of them`() {
    let spec = SampleLedger.spec("      done: 完成\n")
    #expect(spec.problems.done == nil)
    let row = SampleLedger.row(["编号": "1", "查出": "2025-01-10", "下达": "2025-01-15"])
    func measures(_ second: [String: String]) -> [LedgerRow] {
      [
        SampleLedger.row(["措施号": "a", "问题号": "1", "完成": "2025-02-01"], row: 2),
        SampleLedger.row(["措施号": "b", "问题号": "1"].merging(second) { $1 }, row: 3),
      ]
    }
    let open = SampleLedger.state([row], measures: measures([:]), spec, on: "2025-06-30").problems.first
    #expect(open?.state == .underway && open?.measureCount == 2 && open?.measuresDone == 1)
    let done = SampleLedger.state([row], measures: measures(["完成": "2025-02-20"]), spec, on: "2025-06-30").problems
      .first
    #expect(done?.state == .done && done?.done == SampleLedger.day("2025-02-20"))
  }

  @Test func `A problem without the day of finding begins with its row's period`() {
    let row = SampleLedger.row(["编号": "1"], span: "2025H1")
    #expect(SampleLedger.state([row], on: "2024-12-31").problems.isEmpty)
    #expect(SampleLedger.state([row], on: "2025-01-01").problems.count == 1)
  }

  @Test func `A later look falls due three months after verification`() {
    var cells = ["下达": "2025-01-15", "完成": "2025-03-01", "销号": "2025-03-10"]
    let before = SampleLedger.problem(cells, on: "2025-06-09")
    #expect(before?.owesRevisit == false && before?.revisitDue == SampleLedger.day("2025-06-10"))
    #expect(SampleLedger.problem(cells, on: "2025-06-10")?.owesRevisit == true)
    #expect(SampleLedger.problem(cells, on: "2025-06-10")?.hasRevisit == false)
    // One that was made early was owed and made.
    cells["回看"] = "2025-05-01"
    cells["结果"] = "无反弹"
    let early = SampleLedger.problem(cells, on: "2025-05-01")
    #expect(early?.owesRevisit == true && early?.hasRevisit == true && early?.revisitResult == "无反弹")
    // Nothing is owed for what is still open.
    #expect(SampleLedger.problem(["完成": "2025-03-01"], on: "2026-01-01")?.owesRevisit == false)
  }
}
