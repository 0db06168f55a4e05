import Testing

@testable import Statistics

@Suite struct CountIntervalsTests {
  /// scipy.stats.chi2; the limits of 0, 1, 5, 20 and 100 stand in Garwood's table: 0–3.69, 0.0253–5.57, 1.62–11.67,
  /// 12.22–30.89, 81.4–121.6.
  @Test(
    arguments: [
      (0, 0, 3.6888794541139363), (1, 0.025317807984289876, 5.571643390938898),
      (5, 1.6234863901184207, 11.66833207932267), (20, 12.216519585403944, 30.888377902674602),
      (100, 81.36399125092314, 121.62679379242638),
    ] as [(Int, Double, Double)])
  func poisson(count: Int, lower: Double, upper: Double) throws {
    let interval = try #require(poissonInterval(count: count))
    #expect(relativeError(interval.lower, lower) < 1e-11)
    #expect(relativeError(interval.upper, upper) < 1e-12)
  }

  @Test func noCount() {
    #expect(poissonInterval(count: -1) == nil)
    #expect(poissonInterval(count: 3, level: 1) == nil)
    #expect(exactShareInterval(successes: 0, of: 0) == nil)
    #expect(exactShareInterval(successes: 3, of: 2) == nil)
  }

  /// scipy.stats.binomtest(15, 148).proportion_ci(method="exact"); 0 of n has the upper limit 1 − 0.025^(1/n).
  @Test func clopperAndPearson() throws {
    let interval = try #require(exactShareInterval(successes: 15, of: 148))
    #expect(relativeError(interval.lower, 0.05784401008344801) < 1e-11)
    #expect(relativeError(interval.upper, 0.16165049034947895) < 1e-11)
    // 0.025^(1/2) = 0.158113883008419.
    #expect(exactShareInterval(successes: 0, of: 2)?.lower == 0)
    #expect(abs(try #require(exactShareInterval(successes: 0, of: 2)).upper - (1 - 0.158113883008419)) < 1e-13)
    #expect(exactShareInterval(successes: 2, of: 2)?.upper == 1)
  }

  /// 8 events in 12 months, then 20 in 6: by scipy's binomtest(20, 28) and binomial tails at 1/3.
  @Test func twoCounts() throws {
    let compared = compareCounts(
      from: ExposedCount(events: 8, exposure: 12), to: ExposedCount(events: 20, exposure: 6))
    guard case .ratio(let estimate, let interval, let p) = try #require(compared) else {
      Issue.record("not tested"); return
    }
    // (20 ÷ 6) ÷ (8 ÷ 12) = 5.
    #expect(abs(estimate - 5) < 1e-13)
    #expect(relativeError(interval.lower, 2.109575118230256) < 1e-11)
    #expect(relativeError(interval.upper, 13.124415799488618) < 1e-11)
    #expect(relativeError(p, 8.522555764049853e-05) < 1e-11)
  }

  /// Nothing before and 7 now: all 7 fall on one side with chance 1/128, doubled 1/64.
  @Test func fromNothing() throws {
    let compared = compareCounts(
      from: ExposedCount(events: 0, exposure: 6), to: ExposedCount(events: 7, exposure: 6))
    guard case .ratio(let estimate, let interval, let p) = try #require(compared) else {
      Issue.record("not tested"); return
    }
    #expect(estimate == .infinity && interval.upper == .infinity)
    #expect(relativeError(interval.lower, 1.4413085188349697) < 1e-11)
    #expect(abs(p - 1.0 / 64) < 1e-14)
  }

  @Test func fewEventsAreListed() {
    let compare = { (first: Int, second: Int) in
      compareCounts(from: ExposedCount(events: first, exposure: 1), to: ExposedCount(events: second, exposure: 1))
    }
    #expect(compare(0, 0) == .tooFew(events: 0))
    #expect(compare(4, 0) == .tooFew(events: 4))
    if case .tooFew = compare(5, 0) { Issue.record("five are tested") }
    #expect(compare(-1, 9) == nil)
    #expect(compareCounts(from: ExposedCount(events: 4, exposure: 0), to: ExposedCount(events: 4, exposure: 1)) == nil)
    #expect(
      compareCounts(from: ExposedCount(events: 4, exposure: .nan), to: ExposedCount(events: 4, exposure: 1)) == nil)
  }

  /// A wrong number of events is no number, and no crash.
  @Test func absurdCounts() {
    let many = ExposedCount(events: .max, exposure: 1)
    #expect(compareCounts(from: many, to: many) == nil)
    #expect(wilsonInterval(successes: .infinity, of: .infinity) == nil)
    #expect(Funnel([Share(successes: 1e300, of: 1e300)]) == nil)
  }

  /// The p-value is under 0.05 exactly where the interval leaves out 1.
  @Test func intervalAndTestAgree() throws {
    for first in 0...12 {
      for second in 0...12 where first + second >= 5 {
        for exposure in [0.5, 1, 3] {
          let compared = compareCounts(
            from: ExposedCount(events: first, exposure: 1), to: ExposedCount(events: second, exposure: exposure))
          guard case .ratio(_, let interval, let p) = try #require(compared) else { continue }
          #expect((p < 0.05) == (interval.lower > 1 || interval.upper < 1), "\(first) \(second) \(exposure)")
        }
      }
    }
  }
}
