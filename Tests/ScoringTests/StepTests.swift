import Schemes
import Testing

@testable import Scoring

/// The value of a leaf under points 20 (or without points) after one step, for each given number.
private func after(_ step: Step, _ values: [Double?], share: Node.Share = .points(20)) -> [Double] {
  let sheet = score(scheme(leaf("x", share, step)), input(["x": column(values)]))
  return sheet.node("x")?.value ?? []
}

@Suite struct StepTests {
  @Test func missingStaysMissing() {
    let steps = [
      linear([(0, 0), (1, 20)]), bands([(0, 20)]), proportional(1), times(2),
      step(.deduct(each: .number(1), atMost: nil)), step(.add(each: .number(1), atMost: nil)),
      step(.pass(Comparison(.atMost, 5))),
      step(.goalposts(low: .number(0), high: .number(1), isLogarithmic: false, to: Step.Interval(0, 1))),
    ]
    for step in steps { #expect(after(step, [nil])[0].isNaN, "\(step.word)") }
  }

  /// 85 → 0, 92 → 12, 95 → 16, 98 → 20: at 88.5 half of 12; at 93 a third of the way from 12 to 16.
  @Test func R3_linear() {
    let knots = linear([(85, 0), (92, 12), (95, 16), (98, 20)])
    let expected: [Double] = [0, 0, 6, 12, 12 + 4.0 / 3, 16, 20, 20]
    #expect(near(after(knots, [70, 85, 88.5, 92, 93, 95, 98, 100]), expected))
    #expect(after(knots, [95]) == [16])
  }

  @Test func R3_bandsAndK1_boundsAreSnapped() {
    let rows = bands([(1, 20), (0.9, 16), (0, 0)])
    #expect(after(rows, [1, 0.95, 0.9, 0.899_999, 0]) == [20, 16, 16, 0, 0])
    // 0.3 + 0.6 is below 0.9 as a double.
    #expect(0.3 + 0.6 < 0.9)
    #expect(after(rows, [0.3 + 0.6]) == [16])
  }

  @Test func R3_proportional() {
    #expect(near(after(proportional(100), [0, 50, 100, 120, -5]), [0, 10, 20, 20, 0]))
  }

  @Test func R3_deductFromPDownwards() {
    let limited = step(.deduct(each: .number(0.5), atMost: .number(2)))
    #expect(after(limited, [0, 1, 4, 9]) == [20, 19.5, 18, 18])
    #expect(after(step(.deduct(each: .number(5), atMost: nil)), [3, 4, 5]) == [5, 0, 0])
  }

  @Test func R3_add() {
    #expect(after(step(.add(each: .number(2), atMost: .number(6))), [0, 2, 4]) == [0, 4, 6])
    #expect(after(step(.add(each: .number(2), atMost: nil)), [9, 20, -3]) == [18, 20, 0])
  }

  @Test func R3_passIsAllOrNothing() {
    #expect(after(step(.pass(Comparison(.atLeast, 1))), [0, 1, 2]) == [0, 20, 20])
    #expect(after(step(.pass(Comparison(.below, 3))), [2, 3]) == [20, 0])
    #expect(after(step(.pass(Comparison(.above, 3))), [3, 4]) == [0, 20])
    #expect(after(step(.pass(Comparison(.atMost, 3))), [3, 4]) == [20, 0])
    #expect(after(step(.pass(Comparison(.equals, 3))), [3, 4]) == [20, 0])
  }

  @Test func R3_pointsStepsNeedPoints() {
    let sheet = score(scheme(leaf("x", .weight(1), proportional(10))), input(["x": column([5])]))
    #expect(sheet.node("x")?.state == [.missing])
    #expect(sheet.node("x")?.rule == [.stepFailed])
  }

  /// HDI's life expectancy 20–85: 84.3 → 64.3/65; income ln 100–75,000 at 18,025: ln 180.25 / ln 750 = .784640.
  @Test func R15_goalposts() {
    let life = step(.goalposts(low: .number(20), high: .number(85), isLogarithmic: false, to: Step.Interval(0, 1)))
    #expect(near(after(life, [84.3, 10, 90], share: .weight(1)), [64.3 / 65, 0, 1]))
    let income = step(
      .goalposts(low: .number(100), high: .number(75000), isLogarithmic: true, to: Step.Interval(0, 1)))
    let values = after(income, [18025, 100, 75000], share: .weight(1))
    #expect(near(values[0], 0.784640, 1e-5))
    #expect(values[1] == 0 && values[2] == 1)
    let falling = step(.goalposts(low: .number(0), high: .number(10), isLogarithmic: false, to: Step.Interval(5, 1)))
    #expect(near(after(falling, [0, 5, 10], share: .weight(1)), [5, 3, 1]))
  }

  @Test func R15_logarithmOfNothingIsMissingAndReported() {
    let income = step(.goalposts(low: .number(1), high: .number(9), isLogarithmic: true, to: Step.Interval(0, 1)))
    // 0.1 + 0.2 − 0.3 is 0, as a double 5.6e-17.
    let sheet = score(
      scheme(leaf("x", .weight(1), income)), input(["x": column([0, -1, 3, nil, 0.1 + 0.2 - 0.3])]))
    #expect(sheet.node("x")?.state == [.missing, .missing, .value, .missing, .missing])
    #expect(
      sheet.findings == [.valueNotPositive(nowhere, node: "x", step: "goalposts", units: ["D0", "D1", "D4"])])
  }

  @Test func R15_emptyTimesIsOne() {
    #expect(after(step(.times(.rowColumn("flip"))), [3], share: .weight(1)) == [3])
    #expect(after(times(-1), [3], share: .weight(1)) == [-3])
  }

  /// Steps act in written order, each on the last one's result, and the trace keeps each (R1).
  @Test func R1_writtenOrder() {
    let sheet = score(
      scheme(leaf("x", .points(20), times(2), linear([(0, 0), (10, 20)]))), input(["x": column([3, nil])]))
    #expect(near(sheet.node("x")?.afterStep[0], [6, .nan]))
    #expect(near(sheet.node("x")?.afterStep[1], [12, .nan]))
    #expect(near(sheet.node("x")?.source, [3, .nan]))
  }

  @Test func overflowIsMissing() {
    let sheet = score(scheme(leaf("x", .weight(1), times(1e200))), input(["x": column([1e200])]))
    #expect(sheet.node("x")?.state == [.missing])
    #expect(sheet.standing[0].status == .notGraded([.noScore]))
  }
}
