import Findings
import Testing

@testable import Ledgers
@testable import Register

@Suite struct DeadlineTests {
  private func timing(_ cells: [String: String], on day: String = "2025-06-30") -> Problem.Timing? {
    SampleLedger.problem(cells, on: day)?.timing
  }

  /// Deadline 2025-06-30, classes of 10 and 20 days: June has 30 days, so the 20th is 10 days before, the 10th 20.
  @Test(
    arguments: [
      ("2025-06-09", Problem.Timing.ahead), ("2025-06-10", .remaining(20)), ("2025-06-19", .remaining(20)),
      ("2025-06-20", .remaining(10)), ("2025-06-30", .remaining(10)), ("2025-07-01", .overdue(days: 1)),
      ("2025-12-31", .overdue(days: 184)),
    ])
  func classes(day: String, expected: Problem.Timing) {
    #expect(timing(["时限": "2025-06-30"], on: day) == expected)
  }

  @Test func `Due on the day itself is on time`() {
    func problem(_ verified: String?, on day: String) -> Problem? {
      var cells = ["时限": "2025-06-30", "完成": "2025-06-01"]
      cells["销号"] = verified
      return SampleLedger.problem(cells, on: day)
    }
    #expect(problem(nil, on: "2025-06-30")?.isVerifiedOnTime == nil)
    #expect(problem(nil, on: "2025-06-30")?.daysOverdue == 0)
    #expect(problem(nil, on: "2025-07-01")?.isVerifiedOnTime == false)
    #expect(problem("2025-06-30", on: "2025-07-01")?.isVerifiedOnTime == true)
    #expect(problem("2025-07-01", on: "2025-07-01")?.isVerifiedOnTime == false)
    let late = problem("2025-07-05", on: "2025-12-31")
    #expect(late?.timing == .closed && late?.daysOverdue == 5)
    // Before the deadline too: it is settled.
    #expect(problem("2025-06-15", on: "2025-06-16")?.isVerifiedOnTime == true)
  }

  @Test func `A deadline before the finding is told, and stands as it is written`() {
    // Found on 2025-01-10; that day itself can be a deadline.
    let early = SampleLedger.problem(["时限": "2025-01-09"], on: "2025-01-20")
    #expect(
      early?.doubts
        == [.deadlineFirst(SampleLedger.day("2025-01-09"), found: SampleLedger.day("2025-01-10"))])
    #expect(early?.timing == .overdue(days: 11))
    #expect(SampleLedger.problem(["时限": "2025-01-10"], on: "2025-01-20")?.doubts == [])
  }

  @Test func `An open problem of a unit that nobody carries on is told`() {
    var register = SampleLedger.register.units
    register.append(
      OrgUnit(
        code: "D04", name: "撤销科", kind: "科室", validFrom: SampleLedger.day("2000-01-01"),
        validTo: SampleLedger.day("2025-03-31")))
    func state(_ unit: String, _ cells: [String: String] = [:], on day: String) -> LedgerState {
      let row = SampleLedger.row(["编号": "1", "查出": "2025-01-10"].merging(cells) { $1 }, unit: unit)
      return LedgerState(
        SampleLedger.spec(), LedgerRows(problems: [row]), register: UnitRegister(register),
        asOf: SampleLedger.day(day))
    }
    let codes = { (state: LedgerState) in state.findings.map(\.code).filter { $0 == "ledger-unit-gone" }.count }
    // Its last day is still its own; D03 has an heir; what was verified is settled.
    #expect(codes(state("D04", on: "2025-03-31")) == 0)
    #expect(codes(state("D04", on: "2025-04-01")) == 1)
    #expect(codes(state("D03", on: "2025-04-01")) == 0)
    #expect(codes(state("D04", ["完成": "2025-02-01", "销号": "2025-02-02"], on: "2025-04-01")) == 0)
  }

  @Test func `What stands for good is open and never overdue`() {
    for cells in [["类型": "长期坚持"], ["时限__as": "standing", "时限__words": "持续推进"], ["时限__words": "长期坚持"]] {
      let problem = SampleLedger.problem(cells, on: "2099-01-01")
      #expect(problem?.timing == .standing && problem?.isOpen == true && problem?.daysOverdue == nil)
      #expect(
        problem?.isVerifiedOnTime == nil && problem?.deadline.basis == .standing && problem?.doubts.isEmpty == true)
    }
    let both = SampleLedger.problem(["类型": "长期坚持", "时限": "2025-03-31"], on: "2025-06-30")
    #expect(both?.timing == .standing && both?.deadline.day == nil)
    #expect(both?.doubts == [.standingWithDay(SampleLedger.day("2025-03-31"))])
  }

  @Test func `At once means some days after the finding`() {
    // Found 2025-01-10, three days later is the 13th.
    let due = SampleLedger.problem(["类型": "立行立改"], on: "2025-01-13")
    #expect(due?.deadline == .init(day: SampleLedger.day("2025-01-13"), basis: .immediate, words: nil))
    #expect(due?.timing == .remaining(10))
    #expect(timing(["类型": "立行立改"], on: "2025-01-14") == .overdue(days: 1))
    let written = ["时限__as": "immediate", "时限__words": "立查立改"]
    #expect(timing(written, on: "2025-01-14") == .overdue(days: 1))
    // A day that is written is better than the word.
    #expect(timing(["类型": "立行立改", "时限": "2025-02-28"], on: "2025-01-14") == .ahead)
    // A ledger that does not say how many days knows no deadline.
    let silent = SampleLedger.spec("    immediate: {words: [立行立改], days: 3}\n")
    #expect(silent.immediate == nil)
    #expect(SampleLedger.problem(written, silent, on: "2025-12-31")?.timing == .unknown)
  }

  @Test func `A blank or refused deadline is unknown`() {
    for cells in [[:], ["时限__as": "refused", "时限__words": "2025.6.31"], ["时限__as": "blank"]] {
      let problem = SampleLedger.problem(cells, on: "2025-12-31")
      #expect(problem?.timing == .unknown && problem?.deadline.basis == .unknown && problem?.daysOverdue == nil)
      #expect(problem?.isVerifiedOnTime == nil && problem?.doubts.isEmpty == true)
    }
    // Verified all the same: nobody can say whether on time.
    let verified = SampleLedger.problem(["完成": "2025-02-01", "销号": "2025-02-01"], on: "2025-12-31")
    #expect(verified?.isVerifiedOnTime == nil && verified?.timing == .closed)
  }

  @Test func `A deadline read from words says so`() {
    let read = SampleLedger.problem(
      ["时限": "2025-06-30", "时限__as": "read", "时限__words": "6月底前"], on: "2025-07-02")
    #expect(read?.deadline == .init(day: SampleLedger.day("2025-06-30"), basis: .read, words: "6月底前"))
    #expect(read?.timing == .overdue(days: 2))
    #expect(read?.deadline.shown(in: .chinese) == "6月底前（读作2025-06-30）")
    #expect(read?.deadline.shown(in: .english) == "6月底前 (read as 2025-06-30)")
    let range = SampleLedger.problem(
      ["时限": "2025-06-30", "时限__as": "range", "时限__words": "6月"], on: "2025-06-01")
    #expect(range?.deadline.basis == .read)
    let exact = SampleLedger.problem(
      ["时限": "2025-06-30", "时限__as": "exact", "时限__words": "2025.6.30"], on: "2025-06-01")
    #expect(exact?.deadline.basis == .exact && exact?.deadline.shown(in: .chinese) == "2025-06-30")
  }

  @Test func `A problem without a deadline has that of its last measure`() {
    let row = SampleLedger.row(["编号": "1", "查出": "2025-01-10", "下达": "2025-01-11"])
    func deadline(_ second: String?, _ row: LedgerRow) -> Problem.Deadline? {
      var cells = ["措施号": "b", "问题号": "1"]
      cells["时限"] = second
      let measures = [
        SampleLedger.row(["措施号": "a", "问题号": "1", "时限": "2025-03-31"]), SampleLedger.row(cells, row: 3),
      ]
      return SampleLedger.state([row], measures: measures, on: "2025-06-30").problems.first?.deadline
    }
    #expect(deadline("2025-05-31", row) == .init(day: SampleLedger.day("2025-05-31"), basis: .measures, words: nil))
    // A measure may take longer than anybody wrote: not known.
    #expect(deadline(nil, row) == .unknown)
    // What was written and not understood is not replaced.
    var refused = row
    refused.cells["时限__as"] = .text("refused")
    refused.cells["时限__words"] = .text("尽快")
    #expect(deadline("2025-05-31", refused) == .init(day: nil, basis: .unknown, words: "尽快"))
  }
}
