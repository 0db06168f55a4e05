import Testing

@testable import Statistics

@Suite struct SharesChartTests {
  static let months = zip(
    [12, 15, 9, 30, 14, 22, 11, 28, 16, 35, 13, 19, 21, 8] as [Double],
    [400, 420, 380, 500, 410, 450, 390, 600, 420, 700, 400, 430, 460, 350] as [Double]
  ).map { Share(successes: $0, of: $1) }

  @Test func tooFewOrNone() {
    #expect(ControlChart.shares([], isAdjusted: false) == nil)
    #expect(ControlChart.shares(Array(Self.months.prefix(11)), isAdjusted: false) == nil)
    let empty = Array(repeating: Share(successes: 0, of: 0), count: 20)
    #expect(ControlChart.shares(empty, isAdjusted: true) == nil)
    #expect(ControlChart.shares(Self.months + [Share(successes: 3, of: 2)], isAdjusted: false) == nil)
  }

  /// p̄ = 253 ÷ 6310; limits of the first month by numpy; σ_z = 1.539 widens those of p′.
  @Test func plainAndAdjusted() throws {
    let plain = try #require(ControlChart.shares(Self.months, isAdjusted: false))
    #expect(abs(plain.centre - 253.0 / 6310) < 1e-15)
    #expect(abs(plain.upper[0] - 0.06952242310863632) < 1e-14)
    let adjusted = try #require(ControlChart.shares(Self.months, isAdjusted: true))
    #expect(abs(adjusted.upper[0] - 0.08539621925238935) < 1e-14)
    #expect(adjusted.lower[0] == 0)
    #expect(plain.meanRange == nil)
  }

  /// All shares 0 or all 1: limits are the centre line, and nothing signals.
  @Test func allAtOneEnd() throws {
    for successes in [0.0, 50] {
      let months = Array(repeating: Share(successes: successes, of: 50), count: 24)
      for isAdjusted in [false, true] {
        let chart = try #require(ControlChart.shares(months, isAdjusted: isAdjusted))
        #expect(chart.signals.isEmpty && chart.lower[3] == successes / 50 && chart.upper[3] == successes / 50)
      }
    }
  }

  @Test func aMonthWithoutAnswersIsNoSignal() throws {
    let chart = try #require(ControlChart.shares(Self.months + [Share(successes: 0, of: 0)], isAdjusted: true))
    #expect(chart.values[14].isNaN && chart.upper[14].isNaN)
    #expect(!chart.signals.contains(.beyond(14)))
  }
}
