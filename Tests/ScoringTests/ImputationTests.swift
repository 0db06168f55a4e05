import Register
import Schemes
import Testing

@testable import Scoring

private func impute(_ imputation: Step.Imputation) -> Step { step(.impute(imputation)) }

private func years(
  _ own: [Double?], _ others: [(String, [Double?])], period name: String = "2020", _ steps: Step...,
  missing: MissingPolicy? = nil
) -> ScoreSheet {
  var node = leaf("x", .weight(1))
  node.steps = steps
  node.missing = missing
  var data = input(["x": column(own)], period: period(name))
  data.history = others.map { PeriodInput(period: period($0.0), measures: ["x": column($0.1)]) }
  return score(scheme(node), data)
}

@Suite struct ImputationTests {
  /// Groups by a register column: the mean of 1 and 3; an empty cell is no group; a group without a value stays missing.
  @Test func R16_meanOfTheGroup() {
    let tested = scheme(leaf("x", .weight(1), impute(.units(.mean, group: "区"))))
    let values: [Double?] = [1, 3, nil, 8, nil, nil]
    let areas = ["东", "东", "东", "", "", "西"].map { ["区": $0] }
    let sheet = score(tested, input(["x": column(values)], register: areas))
    #expect(near(sheet.node("x")?.value, [1, 3, 2, 8, .nan, .nan]))
    #expect(sheet.node("x")?.rule[2] == .imputed && sheet.node("x")?.isImputed[2] == true)
    #expect(sheet.node("x")?.coverage == [1, 1, 0, 1, 0, 0])
    #expect(sheet.findings == [.nothingToImputeFrom(nowhere, node: "x", units: ["D4", "D5"])])
  }

  @Test func medianOfAll() {
    let sheet = score(
      scheme(leaf("x", .weight(1), impute(.units(.median, group: nil)), times(10))),
      input(["x": column([1, 2, 9, nil])]))
    #expect(sheet.node("x")?.afterStep == [[1, 2, 9, 2], [10, 20, 90, 20]])
  }

  @Test func nothingToImpute() {
    let sheet = score(
      scheme(leaf("x", .weight(1), impute(.units(.mean, group: nil)))), input(["x": column([1, 2])]))
    #expect(sheet.node("x")?.isImputed.isEmpty == true && sheet.findings.isEmpty)
    let nobody = score(
      scheme(leaf("x", .weight(1), impute(.units(.mean, group: nil)))), input(["x": column([nil, nil])]))
    #expect(nobody.node("x")?.state == [.missing, .missing])
  }

  /// What is not applicable is not filled, nor what is full; a value that a step could not give is.
  @Test func onlyWhatIsMissingIsFilled() {
    let x = column([1, 3, nil, nil]).marking([2], as: .notApplicable).marking([3], as: .full)
    let sheet = score(
      scheme(leaf("x", .points(5), impute(.units(.mean, group: nil)))), input(["x": x]))
    #expect(near(sheet.node("x")?.value, [1, 3, .nan, 5]))
    let log = step(.goalposts(low: .number(1), high: .number(10), isLogarithmic: true, to: Step.Interval(0, 1)))
    let failed = score(
      scheme(leaf("x", .weight(1), log, impute(.units(.mean, group: nil)))), input(["x": column([10, 0, 1])]))
    #expect(near(failed.node("x")?.value, [1, 0.5, 0]))
    #expect(failed.node("x")?.rule == [.computed, .imputed, .computed])
    #expect(failed.node("x")?.coverage == [1, 0, 1])
  }

  /// An imputed child acts and counts for nothing: coverage 1/2, one direct child, and no presence.
  @Test func R16_imputedChildrenActWithoutCovering() {
    func sheet(_ coverage: Node.CoverageRule? = nil) -> ScoreSheet {
      let inner = parent(
        "g", .weight(1), .mean, [leaf("x", .weight(1), impute(.units(.mean, group: nil))), leaf("y", .weight(1))]
      )
      .with { $0.coverage = coverage }
      let tested = scheme(parent("all", .none, .mean, [inner])) {
        $0.addFact("数", .presence(node: "g", measuresAtLeast: 2))
        $0.addFact("率", .presenceShare(node: "g", isNonZero: false, Comparison(.atLeast, 0.6)))
      }
      return score(tested, input(["x": column([4, nil]), "y": column([2, 2])]))
    }
    let open = sheet()
    #expect(open.node("g")?.value == [3, 3] && open.node("g")?.coverage == [1, 0.5])
    #expect(open.facts["数"] == [1, 0] && open.facts["率"] == [1, 0])
    let share = sheet(Node.CoverageRule(atLeast: 1, basis: .children))
    #expect(share.node("g")?.state == [.value, .missing] && share.node("g")?.rule[1] == .coverageTooLow)
    let count = sheet(Node.CoverageRule(atLeast: 2, basis: .count))
    #expect(count.node("g")?.state == [.value, .missing])
  }

  /// zero_when stands over an imputed value, and is evidence.
  @Test func zeroWhenReplacesTheImputedValue() {
    let node = leaf("x", .weight(1), impute(.units(.mean, group: nil))).with {
      $0.zeroWhen = Node.ZeroRule(measure: "y", comparison: Comparison(.atLeast, 1))
    }
    let sheet = score(scheme(node), input(["x": column([4, nil]), "y": column([0, 1])]))
    #expect(sheet.node("x")?.value == [4, 0] && sheet.node("x")?.coverage == [1, 1])
    #expect(sheet.node("x")?.isImputed.isEmpty == true)
  }

  /// Three leaves; x runs 0…10, y 100…300 and lower is better, z is one value throughout and says nothing. D2 has y 150,
  /// at (300 − 150)/200 = 0.75 of y's way: x is 7.5. D3's y: x 2 is at 0.2: 300 − 0.2·200 = 260.
  @Test func bySiblings() {
    func sibling(_ id: String, _ direction: Double) -> Node {
      leaf(id, .weight(1), impute(.siblings(.mean, direction: .number(direction))))
    }
    let tree = parent("all", .none, .mean, [sibling("x", 1), sibling("y", -1), leaf("z", .weight(1))])
    let sheet = score(
      scheme(tree),
      input([
        "x": column([0, 10, nil, 2, nil]), "y": column([100, 300, 150, nil, nil]), "z": column([7, 7, 7, 7, 7]),
      ]))
    #expect(near(sheet.node("x")?.value, [0, 10, 7.5, 2, .nan]))
    #expect(near(sheet.node("y")?.value, [100, 300, 150, 260, .nan]))
    #expect(sheet.node("x")?.rule[2] == .imputed)
  }

  @Test func latestPeriod() {
    let others: [(String, [Double?])] = [
      ("2018", [1, 1, 1, nil]), ("2019", [2, nil, nil, nil]), ("2021", [9, 9, 9, 9]),
    ]
    let any = years([nil, nil, 5, nil], others, impute(.latestPeriod(atMost: nil)))
    #expect(near(any.node("x")?.value, [2, 1, 5, .nan]))
    #expect(any.node("x")?.isImputed == [true, true, false, false])
    let one = years([nil, nil, 5, nil], others, impute(.latestPeriod(atMost: 1)))
    #expect(near(one.node("x")?.value, [2, .nan, 5, .nan]))
    let gap = years([nil], [("2016", [3])], impute(.latestPeriod(atMost: 3)))
    #expect(near(gap.node("x")?.value, [.nan]))
    #expect(near(years([nil], [("2016", [3])], impute(.latestPeriod(atMost: 4))).node("x")?.value, [3]))
    #expect(near(years([nil], [], impute(.latestPeriod(atMost: 4))).node("x")?.value, [.nan]))
  }

  /// Between 2018 (2) and 2021 (8), 2020 lies two thirds on; constant before the first and after the last.
  @Test func betweenPeriods() {
    let others: [(String, [Double?])] = [("2021", [8, 8, nil]), ("2018", [2, nil, 2]), ("2019", [nil, nil, 3])]
    let sheet = years([nil, nil, nil], others, impute(.betweenPeriods))
    #expect(near(sheet.node("x")?.value, [6, 8, 3]))
  }

  /// Earlier steps act in the other periods too; other grains are no history.
  @Test func otherPeriodsGoThroughTheEarlierSteps() {
    let sheet = years(
      [nil], [("2019", [4]), ("2019H2", [77])], times(10), impute(.latestPeriod(atMost: nil)), times(2))
    #expect(near(sheet.node("x")?.value, [80]))
    #expect(sheet.findings.isEmpty)
  }

  /// A half may be filled from the other half of its year.
  @Test func halves() {
    let combined = scheme(leaf("x", .weight(1), impute(.latestPeriod(atMost: 1)))) {
      $0.combination = YearCombination(h1: 0.5, h2: 0.5, oneMissing: .renormalise, place: nowhere)
    }
    let sheet = score(
      combined, input([:], period: period("2025"), halves: [["x": column([4, 4])], ["x": column([nil, 8])]]))
    #expect(sheet.node("x")?.value == [4, 6])
    #expect(sheet.node("x")?.coverage == [0.5, 1])
  }

  /// The children of a node that looks back are there in the other periods too.
  @Test func parentsLookBack() {
    var tree = parent("all", .none, .mean, [leaf("x", .weight(1), times(2)), leaf("y", .weight(1))])
    tree.steps = [impute(.latestPeriod(atMost: nil))]
    var data = input(["x": column([nil, 1]), "y": column([nil, 3])], period: period("2020"))
    data.history = [
      PeriodInput(period: period("2019"), measures: ["x": column([3, 3]), "y": column([4, 4])])
    ]
    let sheet = score(scheme(tree), data)
    #expect(sheet.node("all")?.value == [5, 2.5])
    #expect(sheet.node("all")?.coverage == [0, 1])
  }
}

@Suite struct PeriodPopulationTests {
  private func observed(_ over: Population) -> Step {
    step(.minMax(to: Step.Interval(0, 1), bounds: .observed, over: over))
  }

  /// The column is this year's 2 and 4 with 0 and 10 of the others.
  @Test func R11_periods() {
    let sheet = years([2, 4], [("2018", [0, 1]), ("2019", [10, nil])], observed(.periods(["2018", "2019"])))
    #expect(near(sheet.node("x")?.value, [0.2, 0.4]))
    let part = years([2, 4], [("2018", [0, 1]), ("2019", [10, nil])], observed(.periods(["2018", "2020"])))
    #expect(near(part.node("x")?.value, [0.5, 1]))
    let absent = years([2, 4], [("2018", [0, 1])], observed(.periods(["2018", "2017"])))
    #expect(near(absent.node("x")?.value, [0.5, 1]))
    #expect(absent.findings == [.periodsAbsent(nowhere, node: "x", step: "minmax", periods: ["2017"])])
  }

  /// A second step over the same periods sees what the first made of all of them: the others' 0 and 10 became 0 and 1.
  @Test func stepsOverTheSamePeriodsSeeEachOther() {
    let sheet = years(
      [2, 4], [("2018", [0, 10])], observed(.periods(["2018"])), times(3),
      step(.shareOfBest(over: .periods(["2018"]))))
    #expect(near(sheet.node("x")?.value, [0.2, 0.4]))
  }

  private func run(_ values: [Double?], _ name: String, frozen: [String: ScoreSheet], _ steps: Step...) -> ScoreSheet {
    var node = leaf("x", .weight(1))
    node.steps = steps
    var data = input(["x": column(values)], period: period(name))
    data.frozen = frozen
    return score(scheme(node), data)
  }

  /// Run 2018 has 0 … 10, twice that after the first step; 2019's 3 lies at 0.3 of it, its 20 beyond.
  @Test func R11_frozen() {
    let step = observed(.frozen("2018"))
    let base = run([0, 10, nil], "2018", frozen: [:], times(2), step)
    #expect(near(base.node("x")?.value, [0, 1, .nan]))
    let later = run([3, 20, nil], "2019", frozen: ["2018": base], times(2), step)
    #expect(near(later.node("x")?.value, [0.3, 2, .nan]))
    #expect(later.findings.isEmpty)
    let first = run([3, 20], "2019", frozen: ["2018": run([0, 10], "2018", frozen: [:], step)], step)
    #expect(near(first.node("x")?.value, [0.3, 2]))
    let ranked = Step(.rank(.descending, over: .frozen("2018")), place: nowhere)
    let ranks = run([3, 20], "2019", frozen: ["2018": run([0, 10], "2018", frozen: [:], ranked)], ranked)
    #expect(near(ranks.node("x")?.value, [2, 1]))
  }

  @Test func frozenWithoutARun() {
    let sheet = run([3, 20], "2019", frozen: [:], observed(.frozen("2018")))
    #expect(sheet.node("x")?.state == [.missing, .missing])
    #expect(sheet.findings == [.frozenRunAbsent(nowhere, node: "x", step: "minmax", period: "2018")])
  }

  /// Run 2018's 10 went to 4, and so do later values beyond it; the frozen logarithm of a value under its least is none.
  @Test func frozenTreatment() {
    let capping = treat(skew: 1, kurtosis: 1, over: .frozen("2018"))
    let base = run([1, 2, 3, 4, 10], "2018", frozen: [:], capping)
    let later = run([0, 5, 100, 3, nil], "2019", frozen: ["2018": base], capping)
    #expect(near(later.node("x")?.value, [0, 4, 4, 3, .nan]))
    #expect(later.node("x")?.treatments.first?.lowered == [1, 2])
    let logarithm = treat(skew: 1, kurtosis: 1, winmax: 0, over: .frozen("2018"))
    let logs = run([1, 2, 3, 4, 10], "2018", frozen: [:], logarithm)
    let failed = run([0, 10], "2019", frozen: ["2018": logs], logarithm)
    #expect(failed.node("x")?.rule == [.stepFailed, .computed])
  }

  /// Who did not enter the step is in no population: D2 was not asked, and its 99 stays out.
  @Test func frozenLeavesOutWhoDidNotEnter() {
    let node = leaf("x", .weight(1), observed(.frozen("2018"))).with { $0.applies = fact("临床") }
    let tested = scheme(node) { $0.addFact("临床", .registerText(column: "类", isOneOf: ["临床"])) }
    let register = ["临床", "临床", "职能"].map { ["类": $0] }
    let base = score(tested, input(["x": column([0, 10, 99])], period: period("2018"), register: register))
    var data = input(["x": column([5, 10, 99])], period: period("2019"), register: register)
    data.frozen = ["2018": base]
    #expect(near(score(tested, data).node("x")?.value, [0.5, 1, .nan]))
  }
}
