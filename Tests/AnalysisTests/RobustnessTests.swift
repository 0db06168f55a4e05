import Schemes
import Scoring
import Testing

@testable import Analysis

@Suite struct RobustnessTests {
  private static let means = """
    measures: {a: {table: t, value: a, take: mean}, b: {table: t, value: b, take: mean}, c: {table: t, value: c, take: mean}}
    nodes:
      id: 总分
      of: mean
      children:
        - {id: A, weight: 2, measure: a}
        - id: 组
          weight: 1
          of: MEAN
          children: [{id: B, weight: 1, measure: b}, {id: C, weight: 3, measure: c}]
    rank: {node: 总分}
    """
  private static let points = """
    measures: {a: {table: t, value: a, take: mean}, b: {table: t, value: b, take: mean}}
    nodes:
      id: 总分
      of: sum
      points: 40
      children:
        - {id: A, points: 30, measure: a, steps: [{linear: [[0, 0], [30, 30]]}]}
        - {id: B, points: 10, measure: b, missing: zero, steps: [{deduct: {each: 1}}]}
    rank: {node: 总分}
    grades: {bands: [{grade: 优, at_least: 30}, {grade: 良}]}
    """
  private func columns(_ units: Int, gaps: Bool = false) -> [String: MeasureColumn] {
    Dictionary(
      uniqueKeysWithValues: ["a", "b", "c"].enumerated().map { salt, id in
        (
          id,
          column(
            (0..<units).map { unit in
              let number = (unit * 7919 + (salt + 1) * 104_729) % 10_007
              return gaps && number % 7 == 0 ? nil : 1 + Double(number) / 100.07
            })
        )
      })
  }

  /// 30 and 10 points, the first halved: 15 and 10 of 25, made 24 and 16 of 40. All of A and nothing of B are 24.
  @Test func pointsKeepTheirSum() throws {
    let scheme = try scheme(Self.points)
    let data = input(["a": column([30, 15]), "b": column([10, 0])])
    let drawn = scheme.multiplyingWeights(["A": 0.5])
    #expect(score(drawn, data).standing.map(\.score) == [24, 28])
    // What A itself is worth to those that read it stays.
    #expect(score(drawn, data).node("A")?.value == [30, 15])
    // Without A, B has all; missing B is 0 by its rule.
    let gaps = score(drawn, input(["a": column([nil, 30]), "b": column([0, nil])]))
    #expect(gaps.standing.map(\.score) == [40, 24])
  }

  @Test func factorsOfOneChangeNothing() throws {
    for text in [Self.points, Self.means.replacing("MEAN", with: "mean")] {
      let scheme = try scheme(text)
      let data = input(columns(9, gaps: true))
      let same = scheme.multiplyingWeights(Dictionary(uniqueKeysWithValues: scheme.allNodes.map { ($0.id, 1) }))
      #expect(score(same, data).standing == score(scheme, data).standing)
    }
  }

  /// The short way gives what the engine gives.
  @Test(arguments: ["mean", "geometric", "harmonic"], [false, true])
  func plainTreesAreTheEngine(_ mean: String, gaps: Bool) throws {
    let scheme = try scheme(Self.means.replacing("MEAN", with: mean))
    let data = input(columns(17, gaps: gaps))
    let plain = try #require(PlainTree(scheme, score(scheme, data)))
    let question = RobustnessQuestion(seed: 3, draws: 20, weights: 0.5)
    for draw in 0..<20 {
      let factors = question.factors(ofDraw: draw, in: scheme)
      let theirs = score(scheme.multiplyingWeights(factors), data).node("总分")?.value ?? []
      let ours = plain.scores(scheme.allNodes.map { factors[$0.id] ?? 1 })
      let isNear = zip(ours, theirs).allSatisfy { near($0, $1, 1e-12) }
      #expect(isNear)
    }
  }

  @Test func threadsAndBlocksChangeNothing() throws {
    for text in [
      Self.points, Self.means.replacing("MEAN", with: "mean"), Self.means.replacing("MEAN", with: "geometric"),
    ] {
      let scheme = try scheme(text)
      let data = input(columns(13, gaps: true))
      let sheet = score(scheme, data)
      let question = RobustnessQuestion(seed: 7, draws: 100, weights: 0.3)
      func run(_ threads: Int) -> [String] {
        robustness(of: scheme, data, sheet, question, threads: threads, build: { _ in .success(scheme) }).units.map {
          "\($0.median) \($0.low) \($0.high) \($0.ranked) \($0.grades.sorted { $0.key < $1.key })"
        }
      }
      #expect(run(1) == run(3))
      // What is counted is what the engine says of each draw.
      var ranks = Array(repeating: [Int](), count: 13)
      for draw in 0..<100 {
        guard case .success(let one) = drawn(draw, of: question, data, build: { _ in .success(scheme) }) else {
          continue
        }
        for unit in 0..<13 { if let rank = one.sheet.standing[unit].rank { ranks[unit].append(rank) } }
      }
      let result = robustness(of: scheme, data, sheet, question, build: { _ in .success(scheme) })
      for unit in 0..<13 {
        #expect(result.units[unit].ranked == ranks[unit].count)
        let sorted = ranks[unit].sorted()
        if sorted.count == 100 { #expect(result.units[unit].median == Double(sorted[49] + sorted[50]) / 2) }
      }
    }
  }

  private func question(_ draws: Int) -> RobustnessQuestion {
    RobustnessQuestion(
      seed: 11, draws: draws, weights: 0,
      choices: [
        .init(name: "合成", alternatives: ["原方案", "geometric"]), .init(name: "标准化", alternatives: ["原方案", "zscore"]),
      ])
  }

  private func build(_ scheme: Scheme) -> SchemeOfChoices {
    { alternatives in
      Result { () throws(ChoiceRefusal) in
        var scheme = scheme
        if alternatives[1] == 1 {
          scheme = try SchemeSwitch.scale(.zScore(.init(mean: 50, deviation: 10))).applied(to: scheme)
        }
        if alternatives[0] == 1 { scheme = try SchemeSwitch.aggregation(.geometric).applied(to: scheme) }
        return scheme
      }
    }
  }

  /// A scheme without a step over all units has no scale to switch: said, with the number of draws, and never skipped.
  @Test func whatCannotBeComputedIsListed() throws {
    let scheme = try scheme(Self.points)
    let data = input(columns(5))
    let result = robustness(of: scheme, data, score(scheme, data), question(40), build: build(scheme))
    #expect(result.switches.map(\.refusal) == [nil, .noScalingStep])
    #expect(result.uncomputed.allSatisfy { $0.refusal == .noScalingStep && $0.alternatives[1] == 1 })
    #expect(result.computed + result.uncomputed.reduce(0) { $0 + $1.draws } == 40)
    #expect(result.computed > 0 && result.computed < 40)
  }

  /// Choices are drawn side by side on several threads, and give the same.
  @Test func choicesOnThreads() throws {
    let scheme = try scheme(Self.points)
    let data = input(columns(7, gaps: true))
    let sheet = score(scheme, data)
    var question = question(60)
    question.weights = 0.3
    func run(_ threads: Int) -> [String] {
      let result = robustness(of: scheme, data, sheet, question, threads: threads, build: build(scheme))
      return result.units.map { "\($0.median) \($0.low) \($0.high) \($0.grades.sorted { $0.key < $1.key })" }
    }
    #expect(run(1) == run(2))
    #expect(run(1) == run(5))
  }

  /// 30 of 30 and 0 of 10 points: 30 under the sum, 0 under the geometric mean. The grade rests on that choice.
  @Test func whoseGradeRestsOnAChoice() throws {
    let scheme = try scheme(Self.points)
    let data = input(["a": column([30, 30, 5]), "b": column([10, 0, 0])])
    let result = robustness(of: scheme, data, score(scheme, data), question(40), build: build(scheme))
    #expect(result.debatable.map(\.unit.code) == ["D0"])
    #expect(result.debatable[0].by.map(\.choice) == ["合成"])
    // Without drawn weights, the share of draws is that of the choice.
    #expect(result.units[1].keptGrade == 1)
    #expect(result.units[0].keptGrade < 1)
  }

  @Test func switchesChangeWhatTheySay() throws {
    let scheme = try scheme(
      """
      measures: {a: {table: t, value: a, take: mean}, b: {table: t, value: b, take: mean}}
      nodes:
        id: 总分
        of: mean
        children:
          - {id: A, weight: 1, measure: a, steps: [{treat: {skew: 2, kurtosis: 3.5, winmax: 5, then: none}}, {minmax: {to: [0, 100]}}]}
          - {id: B, weight: 1, measure: b, missing: zero, steps: [zscore]}
      rank: {node: 总分}
      """)
    let scaled = try SchemeSwitch.scale(.percentile(.init(0, 100))).applied(to: scheme)
    #expect(scaled.node("A")?.steps.map(\.word) == ["treat", "percentile", "linear"])
    #expect(scaled.node("B")?.steps.map(\.word) == ["percentile", "linear"])
    let lenient = try SchemeSwitch.missing(.renormalise).applied(to: scheme)
    #expect(lenient.node("B")?.missing == .renormalise)
    let fewer = try SchemeSwitch.winsorising(2).applied(to: scheme)
    if case .treat(let treatment, _)? = fewer.node("A")?.steps[0].action { #expect(treatment.winmax == 2) }
    let least = try AnalysisTests.scheme(Self.points.replacing("of: sum", with: "of: min"))
    #expect(throws: ChoiceRefusal.noMean) { try SchemeSwitch.aggregation(.mean).applied(to: least) }
  }

  @Test func nobodyAndNothing() throws {
    let scheme = try scheme(Self.means.replacing("MEAN", with: "mean"))
    for units in [0, 1] {
      let data = input(columns(units))
      let result = robustness(
        of: scheme, data, score(scheme, data), RobustnessQuestion(seed: 1, draws: 0, weights: 0.2),
        build: { _ in .success(scheme) })
      #expect(result.computed == 0 && result.units.count == units)
      #expect(result.units.allSatisfy { $0.median.isNaN })
    }
  }
}
