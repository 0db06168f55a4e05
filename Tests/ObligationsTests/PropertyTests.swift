import Findings
import Register
import Schemes
import Testing

@testable import Obligations

/// A small generator with a stated seed.
private struct Dice {
  var state: UInt64
  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(sides))
  }
}

@Suite("Laws of states")
struct PropertyTests {
  static let text = one(
    "cadence: month\nfrom: 2025-01-01\ndue: {from: period_end, working_days: 5}\nmarks: [盖章]",
    matched: "filed: 收到日期, period: 期间, marks: {盖章: 已盖章}, mended: 补正日期")

  /// Filings of five units over a year, as people make them.
  static func filings(seed: UInt64) -> [Filing] {
    var dice = Dice(state: seed)
    return (0..<60).map { row in
      let filed = CalendarDate(dayNumber: date("2025-01-01").dayNumber + dice.roll(400)) ?? date("2025-01-01")
      let mended = dice.roll(3) == 0 ? filed.adding(days: dice.roll(20)) : nil
      let month = 1 + dice.roll(12)
      return filing(
        "D\(1 + dice.roll(5))", dice.roll(20) == 0 ? nil : "\(filed)",
        period: dice.roll(3) == 0 ? "2025-\(month < 10 ? "0" : "")\(month)" : "",
        marks: dice.roll(4) == 0 ? [] : ["盖章"], mended: mended.map { "\($0)" }, excuse: dice.roll(15) == 0 ? "援外" : "",
        inapplicable: dice.roll(30) == 0 ? "无此业务" : "", span: ("2025-05-01", "2025-05-31"), row: row + 2)
    }
  }

  static let units = (1...5).map { unit("D\($0)") }

  @Test(arguments: 1...20)
  func statesPartitionAndOnlyMoveForward(seed: Int) {
    let filings = Self.filings(seed: UInt64(seed))
    var earlier: [String: ObligationRow] = [:]
    for number in stride(from: date("2025-01-01").dayNumber, through: date("2026-02-28").dayNumber, by: 9) {
      guard let asOf = CalendarDate(dayNumber: number) else { continue }
      let rows = owedRows(Self.text, units: Self.units, filings: filings, asOf: "\(asOf)")
      #expect(rows.count == 60)
      let counts = ObligationCounts(rows)
      #expect(ObligationState.allCases.reduce(0) { $0 + counts[$1] } == counts.total, "seed \(seed)")
      #expect(counts.total == rows.count)
      #expect(counts.due == rows.count { $0.isOnTime != nil })
      for row in rows {
        let key = "\(row.unit) \(row.period)"
        #expect((row.isOnTime == nil) == (row.workingDaysLate == nil))
        #expect(row.state != .late || row.filed.map { $0 > row.due } == true)
        if let before = earlier[key] {
          if before.state == .late { #expect(row.state != .onTime, "seed \(seed): \(key) on \(asOf)") }
          if before.state == .onTime { #expect(row.state == .onTime || row.state == .notApplicable) }
          if before.isOverdue { #expect(row.state != .notDue && row.state != .onTime) }
        }
        earlier[key] = row
      }
    }
  }

  /// The same rows, whatever span is asked for, and in whatever order filings stand in the input.
  @Test(arguments: 1...20)
  func neitherSpanNorOrderChangesARow(seed: Int) {
    let filings = Self.filings(seed: UInt64(seed))
    let whole = owedRows(Self.text, units: Self.units, filings: filings, asOf: "2026-01-31")
    let part = owedRows(
      Self.text, units: Self.units, filings: filings.reversed(), span: ("2025-06-01", "2025-08-31"),
      asOf: "2026-01-31")
    #expect(part == whole.filter { (6...8).contains($0.period.start.month) }, "seed \(seed)")
  }
}
