import Register
import Statistics
import Testing

@testable import Ledgers

/// What holds of every ledger, on thousands of made-up rows, in order and out of it.
@Suite struct LawTests {
  /// Rows whose dates are drawn from two years, or left out.
  private static func rows(_ seed: Int) -> (problems: [LedgerRow], measures: [LedgerRow]) {
    var numbers = SplitMix64(seed: 20250630, item: seed)
    func below(_ count: Int) -> Int { Int(numbers.next() % UInt64(count)) }
    let first = SampleLedger.day("2025-01-01")
    func day() -> String? { below(4) == 0 ? nil : first.adding(days: below(700)).map { "\($0)" } }
    var problems: [LedgerRow] = []
    var measures: [LedgerRow] = []
    for index in 0..<40 {
      var cells = ["编号": "\(index)", "类别": "类\(below(3))", "查出": "\(first.adding(days: below(300)) ?? first)"]
      for column in ["下达", "时限", "完成", "销号", "回看"] { cells[column] = day() }
      cells["类型"] = ["立行立改", "限期整改", "长期坚持"][below(3)]
      if below(5) == 0 { cells["时限"] = nil }
      problems.append(SampleLedger.row(cells, unit: "D0\(1 + below(3))", row: index + 2, span: "2025H\(1 + below(2))"))
      for measure in 0..<below(4) {
        var cells = ["措施号": "\(index)-\(measure)", "问题号": "\(index)"]
        cells["完成"] = day()
        cells["时限"] = day()
        measures.append(SampleLedger.row(cells, unit: "", row: measures.count + 2))
      }
    }
    return (problems, measures)
  }

  private static func states(_ seed: Int) -> [LedgerState] {
    let rows = rows(seed)
    return stride(from: 0, through: 750, by: 25).compactMap { days in
      SampleLedger.day("2025-01-01").adding(days: days).map { day in
        LedgerState(
          SampleLedger.spec(), LedgerRows(problems: rows.problems, measures: rows.measures),
          register: SampleLedger.register, asOf: day)
      }
    }
  }

  @Test(arguments: 0..<20)
  func states(seed: Int) {
    var before: [String: Problem] = [:]
    for state in Self.states(seed) {
      let summary = LedgerSummary(state.problems, soon: state.spec.soon, asOf: state.asOf)
      // The states partition the problems, and so do the classes of time.
      #expect(summary.byState.values.reduce(0, +) == summary.count)
      for problem in state.problems {
        check(problem)
        #expect(ProblemFilter.words.count { $0.filter == .state(problem.state) && $0.filter.takes(problem) } == 2)
        if let earlier = before[problem.id ?? ""] { check(earlier, then: problem, state.asOf) }
        before[problem.id ?? ""] = problem
      }
      // No problem goes away.
      #expect(state.problems.count == before.count)
    }
    #expect(before.count == 40)
  }

  private func check(_ problem: Problem) {
    #expect(problem.isOpen == (problem.state != .verified && problem.state != .revisited))
    #expect((problem.timing == .closed) == !problem.isOpen)
    #expect(problem.isOverdue == (problem.isOpen && (problem.daysOverdue ?? 0) > 0))
    #expect((problem.daysOverdue == nil) == (problem.deadline.day == nil))
    #expect(!problem.isOverdue || problem.isVerifiedOnTime == false)
    #expect(problem.isVerifiedOnTime != true || !problem.isOpen && problem.daysOverdue == 0)
    #expect(problem.deadline.basis != .standing || problem.timing == .standing || problem.timing == .closed)
    #expect(!problem.hasRevisit || problem.owesRevisit)
    #expect(problem.measuresDone <= problem.measureCount && problem.measuresOverdue <= problem.measureCount)
  }

  private func check(_ earlier: Problem, then later: Problem, _ day: CalendarDate) {
    // 销号 never un-happens, nor does a later look, a repeat or a doubt.
    #expect(earlier.isOpen || !later.isOpen)
    #expect(earlier.state != .revisited || later.state == .revisited)
    #expect(earlier.isRepeat == later.isRepeat)
    #expect(!earlier.owesRevisit || later.owesRevisit)
    // What is settled stays so.
    if let onTime = earlier.isVerifiedOnTime { #expect(later.isVerifiedOnTime == onTime) }
    // Once overdue it is so until it is verified, and ever longer.
    if earlier.isOverdue, later.isOpen {
      #expect(later.isOverdue && (later.daysOverdue ?? 0) == (earlier.daysOverdue ?? 0) + 25)
    }
    if let days = earlier.daysOverdue, earlier.deadline == later.deadline {
      #expect((later.daysOverdue ?? -1) >= days)
    }
  }

  @Test(arguments: 0..<20)
  func theOrderOfRowsDoesNotMatter(seed: Int) {
    let rows = Self.rows(seed)
    func state(_ problems: [LedgerRow]) -> LedgerState {
      SampleLedger.state(problems, measures: rows.measures, on: "2026-01-01")
    }
    #expect(state(rows.problems).problems == state(rows.problems.reversed()).problems)
    #expect(state(rows.problems).findings == state(rows.problems.reversed()).findings)
  }
}
