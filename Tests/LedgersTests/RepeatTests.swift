import Testing

@testable import Ledgers

@Suite struct RepeatTests {
  private func repeats(_ rows: [LedgerRow], _ spec: LedgerSpec = SampleLedger.spec(), on day: String = "2026-12-31")
    -> [Bool]
  {
    SampleLedger.state(rows, spec, on: day).problems.map(\.isRepeat)
  }

  private func row(
    _ number: Int, _ found: String, kind: String? = "教育", verified: String? = nil, unit: String = "D01",
    span: String = ""
  ) -> LedgerRow {
    var cells = ["编号": "\(number)", "查出": found]
    cells["类别"] = kind
    cells["销号"] = verified
    return SampleLedger.row(cells, unit: unit, row: number + 1, span: span)
  }

  @Test func `Found again after verification`() {
    let first = row(1, "2025-01-10", verified: "2025-03-01")
    #expect(repeats([first, row(2, "2025-03-01")]) == [false, true])
    #expect(repeats([first, row(2, "2025-02-28")]) == [false, false])
    // Twelve months from the verification.
    #expect(repeats([first, row(2, "2026-03-01")]) == [false, true])
    #expect(repeats([first, row(2, "2026-03-02")]) == [false, false])
    #expect(repeats([first, row(2, "2025-05-01", kind: "台账")]) == [false, false])
    #expect(repeats([first, row(2, "2025-05-01", unit: "D02")]) == [false, false])
    #expect(repeats([first, row(2, "2025-05-01", kind: nil)]) == [false, false])
  }

  @Test func `Found again in a later period while the first is open`() {
    let first = row(1, "2025-01-10", span: "2025H1")
    #expect(repeats([first, row(2, "2025-06-10", span: "2025H1")]) == [false, false])
    #expect(repeats([first, row(2, "2025-07-10", span: "2025H2")]) == [false, true])
    // Twelve months from the finding.
    #expect(repeats([first, row(2, "2026-01-11", span: "2026H1")]) == [false, false])
  }

  @Test func `Rows of single days tell rounds apart only with a grain`() {
    let rows = [
      row(1, "2025-01-10", span: "2025-01-10"), row(2, "2025-03-10", span: "2025-03-10"),
      row(3, "2025-04-10", span: "2025-04-10"),
    ]
    #expect(repeats(rows) == [false, false, false])
    let quarters = SampleLedger.spec("within: {months: 12}", "within: {months: 12}, grain: quarter")
    #expect(repeats(rows, quarters) == [false, false, true])
  }

  @Test func `A unit answers for those whose data it carries on`() {
    // D03 was joined to D01 on 2025-04-01.
    let old = row(1, "2025-01-10", verified: "2025-02-01", unit: "D03")
    #expect(repeats([old, row(2, "2025-05-10", unit: "D01")]) == [false, true])
    #expect(
      repeats([row(1, "2025-01-10", verified: "2025-02-01"), row(2, "2025-03-10", unit: "D03")]) == [false, false])
  }

  @Test func `Without the unit among the traits the house repeats itself`() {
    let house = SampleLedger.spec("by: [unit, kind]", "by: [kind]")
    let rows = [row(1, "2025-01-10", verified: "2025-02-01", unit: "D02"), row(2, "2025-05-10")]
    #expect(repeats(rows, house) == [false, true])
    #expect(repeats(rows) == [false, false])
  }

  @Test func `A joined unit's problems are carried on`() {
    let rows = [row(1, "2025-01-10", unit: "D03")]
    func carrier(_ day: String) -> String? { SampleLedger.state(rows, on: day).problems.first?.carrier }
    #expect(carrier("2025-03-31") == "D03")
    #expect(carrier("2025-04-01") == "D01")
    #expect(SampleLedger.state(rows, on: "2025-04-01").problems.first?.unit == "D03")
  }
}
