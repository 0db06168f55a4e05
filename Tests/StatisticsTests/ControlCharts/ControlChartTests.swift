import Testing

@testable import Statistics

@Suite struct ControlChartTests {
  /// Montgomery, Introduction to Statistical Quality Control: weekly costs of processing loans.
  static let loans: [Double] = [
    310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304,
  ]

  @Test func tooFewPoints() {
    #expect(ControlChart.individuals([]) == nil)
    #expect(ControlChart.individuals(Array(Self.loans.prefix(11))) == nil)
    #expect(ControlChart.individuals(Array(Self.loans.prefix(11)) + [.nan, .nan]) == nil)
    #expect(ControlChart.individuals(Array(Self.loans.prefix(12))) != nil)
    #expect(ControlChart.individuals(Array(repeating: .nan, count: 30)) == nil)
    // Every second month: no neighbours, no moving range.
    #expect(ControlChart.individuals((0..<24).map { $0 % 2 == 0 ? 5 : .nan }) == nil)
  }

  @Test func montgomery() throws {
    let chart = try #require(ControlChart.individuals(Self.loans))
    #expect(chart.centre == 300.5)
    #expect(abs(try #require(chart.meanRange) - 7.789) < 0.0005)
    #expect(abs(chart.lower[0] - 279.78) < 0.005)
    #expect(abs(chart.upper[0] - 321.22) < 0.005)
    #expect(abs(try #require(chart.rangeLimit) - 25.45) < 0.005)
    #expect(chart.signals.isEmpty)
  }

  @Test func allEqual() throws {
    let chart = try #require(ControlChart.individuals(Array(repeating: 7, count: 24)))
    #expect(chart.lower[0] == 7 && chart.upper[0] == 7 && chart.signals.isEmpty)
  }

  /// Limits from the first 20 points; then 330 lies beyond 321.22, and a missing month is no signal.
  @Test func beyondAFixedBase() throws {
    let chart = try #require(ControlChart.individuals(Self.loans + [.nan, 330, 301], baseline: 0..<20))
    #expect(chart.signals == [.beyond(21)])
    #expect(chart.upper[20].isNaN && abs(chart.upper[21] - 321.22) < 0.005)
    #expect(ControlChart.individuals(Self.loans, baseline: 0..<11) == nil)
    #expect(ControlChart.individuals(Self.loans, baseline: 10..<40) == nil)
  }

  /// Eight in a row above the centre are a run from 20 points on, not of 19; a gap ends it.
  @Test func runs() throws {
    let low = [1.0, -1, 1, -1, -1, -1, 1, -1, -1, -1, -1, 1]
    let base = low + Array(repeating: 0.5, count: 8)
    let chart = try #require(ControlChart.individuals(base))
    // The mean of the first twelve is −4/12, of all 0 — the run of 0.5 and the 1 before it lie above.
    #expect(chart.centre == 0 && chart.signals == [.run(11...19)])
    #expect(try #require(ControlChart.individuals(Array(base.dropFirst()))).signals.isEmpty)
    var gap = base + [0]
    gap[15] = .nan
    #expect(try #require(ControlChart.individuals(gap)).signals.isEmpty)
  }
}
