import Findings
import Testing

@testable import Ledgers

@Suite struct WordsTests {
  private func row(_ number: Int, _ cells: [String: String], unit: String = "D01") -> LedgerRow {
    SampleLedger.row(
      cells.merging(["编号": "\(number)", "查出": "2025-01-10", "类别": "类\(number)", "问题": "问题\(number)"]) { $1 },
      unit: unit,
      row: number + 1)
  }
  /// On 2025-06-30: verified on time, verified 4 days late, declared, overdue by 30 and by 1, due in 10 days, standing,
  /// without a deadline.
  private var state: LedgerState {
    SampleLedger.state(
      [
        row(1, ["下达": "2025-01-11", "时限": "2025-04-30", "完成": "2025-04-01", "销号": "2025-04-30"]),
        row(2, ["下达": "2025-01-11", "时限": "2025-04-30", "完成": "2025-04-01", "销号": "2025-05-04"]),
        row(3, ["下达": "2025-01-11", "时限": "2025-06-29", "完成": "2025-06-01"]),
        row(4, ["下达": "2025-01-11", "时限": "2025-05-31"], unit: "D03"),
        row(5, ["下达": "2025-01-11", "时限": "2025-07-10"]), row(6, ["下达": "2025-01-11", "类型": "长期坚持"]), row(7, [:]),
      ], on: "2025-06-30")
  }

  @Test func `One sentence says what matters`() {
    let summary = LedgerSummary(state.problems, state.suggestions, soon: [10, 20], asOf: state.asOf)
    // 1 of 4 that can be judged: 25 %.
    #expect(
      summary.sentence(in: .chinese)
        == "截至2025-06-30，共7个问题：已销号2个，已完成待销号1个，待定措施3个，未下达1个。未销号的：已超时限2个（最长30天），20天内到期1个，长期坚持1个，时限不明1个。按期销号率25%（1/4）。")
    #expect(
      summary.sentence(in: .english)
        == "On 2025-06-30: 7 problems, 2 verified, 1 declared done, not verified, 3 without measures, 1 not notified. Of the open ones: 2 overdue (the longest by 30 d), 1 due within 20 d, 1 without a deadline (standing), 1 with an unknown deadline. Verified on time 25% (1/4)."
    )
    let none = LedgerSummary([], soon: [], asOf: state.asOf)
    #expect(none.sentence(in: .chinese) == "截至2025-06-30，台账中没有问题。")
    #expect(none.sentence(in: .english) == "On 2025-06-30 the ledger has no problems.")
  }

  @Test func `The list begins with what is most urgent`() {
    let names = ["D01": "内科", "D03": "旧科"]
    let listing = LedgerListing(state.problems, name: { names[$0] ?? $0 }, language: .chinese)
    #expect(listing.headers == ["单位", "编号", "类别", "存在问题", "查出", "时限", "状态", "时限状态", "备注"])
    #expect(listing.rows.map { $0[1] } == ["4", "3", "5", "7", "6", "1", "2"])
    #expect(
      listing.rows[0] == [
        "旧科", "4", "类4", "问题4", "2025-01-10", "2025-05-31", "待定措施", "已超时限30天", "由内科承继",
      ])
    #expect(listing.rows[6].last == "逾期4天销号")
    let english = LedgerListing(state.problems, name: { $0 }, language: .english)
    #expect(english.headers == ["unit", "number", "kind", "problem", "found", "deadline", "state", "timing", "notes"])
    #expect(
      english.rows[1] == ["D01", "3", "类3", "问题3", "2025-01-10", "2025-06-29", "declared done", "overdue 1 d", ""])
  }

  @Test func `Words choose what is listed`() throws {
    func numbers(_ word: String) throws -> [String] {
      let filter = try #require(ProblemFilter(word))
      return state.problems.filter(filter.takes).compactMap(\.id)
    }
    #expect(try numbers("超期") == ["3", "4"] && numbers("overdue") == ["3", "4"])
    #expect(try numbers("将到期") == ["5"] && numbers("时限不明") == ["7"] && numbers("长期坚持") == ["6"])
    #expect(try numbers("已销号") == ["1", "2"] && numbers("未销号") == ["3", "4", "5", "6", "7"])
    #expect(try numbers("已完成待销号") == ["3"] && numbers("declared-done") == ["3"])
    #expect(try numbers("待回头看") == [] && numbers("重复") == [] && numbers("存疑") == [])
    #expect(ProblemFilter("全部") == nil)
    // The words of the list's own column.
    #expect(ProblemFilter("已超时限") == .overdue && ProblemFilter("已超时限35天") == .overdue)
    #expect(ProblemFilter("剩余10天") == .remaining(10) && ProblemFilter("overdue 35 d") == .overdue)
    #expect(ProblemFilter("已超时限x天") == nil)
    #expect(Set(ProblemFilter.words.map(\.word)).count == ProblemFilter.words.count)
  }
}
