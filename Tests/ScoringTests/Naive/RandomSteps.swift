import Schemes

/// Step lists that a lint would let through.
struct RandomSteps {
  /// For bands in two directions.
  var measures: [String]
  /// Other periods are there to look at.
  var hasHistory = false
  var frozen: [String] = []

  private func step(_ action: Step.Action) -> Step { Step(action, place: RandomScheme.place) }

  /// Of a leaf with points: drop, impute, re-scale, then a step that ends in 0…P.
  func forPoints(_ points: Double, _ dice: inout SplitMix64) -> [Step] {
    var steps: [Step] = []
    if dice.chance(15) { steps.append(step(.dropIf(unitsBelow: dice.integer(1, 4)))) }
    if dice.chance(12) { steps.append(impute(&dice)) }
    if dice.chance(15) { steps.append(step(.times(.number(dice.pick([2, 0.1, -1]))))) }
    if dice.chance(15) { steps.append(across(&dice, isLeaf: true)) }
    switch dice.integer(0, 8) {
    case 0: steps.append(step(.proportional(full: .number(Double(dice.integer(1, 12))))))
    case 1: steps.append(step(.deduct(each: .number(0.5), atMost: dice.chance(50) ? .number(points / 2) : nil)))
    case 2: steps.append(step(.add(each: .number(0.3), atMost: dice.chance(50) ? .number(points / 3) : nil)))
    case 3:
      let relation = dice.pick(Comparison.Relation.allCases.filter { $0 != .equals })
      steps.append(step(.pass(Comparison(relation, Double(dice.integer(0, 10)) / 2))))
    case 4:
      steps.append(
        step(
          .required(
            times: .number(Double(dice.integer(1, 4))), each: .number(points / 4),
            further: .number(dice.pick([0, 0.5])),
            atMost: dice.chance(50) ? .number(points * 0.75) : nil)))
    case 5: steps += bounded(in: points, &dice)
    default: steps.append(ending(in: points, &dice))
    }
    if dice.chance(8) { steps.append(ending(in: points, &dice)) }
    if dice.chance(8) { steps.append(step(.round(digits: 0))) }
    if dice.chance(6) { steps.append(impute(&dice)) }
    return steps
  }

  /// linear, bands or goalposts into 0…P; they need no points of their own.
  func ending(in points: Double, _ dice: inout SplitMix64) -> Step {
    switch dice.integer(0, 3) {
    case 0:
      let low = Double(dice.integer(-2, 4))
      return step(
        .linear([
          .init(.number(low), .number(0)), .init(.number(low + 2.5), .number(points * 0.6)),
          .init(.number(low + 6), .number(points)),
        ]))
    case 1:
      return step(
        .bands([
          .init(atLeast: .number(6), gives: .number(points)), .init(atLeast: .number(3), gives: .number(points / 3)),
          .init(atLeast: .number(-1e12), gives: .number(0)),
        ]))
    case 2 where !measures.isEmpty:
      return step(
        .matrix(
          .init(
            across: dice.pick(measures), columns: [.number(4), .number(2), .number(dice.pick([0, 1]))],
            rows: [
              .init(atLeast: .number(5), gives: [points, points / 2, points / 4].map { .number($0) }),
              .init(atLeast: .number(-1e12), gives: [points / 2, points / 4, 0].map { .number($0) }),
            ])))
    default: return goalposts(to: .init(0, points), &dice)
    }
  }

  /// A step across units, and a clamp for those whom it lets out.
  private func bounded(in points: Double, _ dice: inout SplitMix64) -> [Step] {
    [
      step(.minMax(to: .init(0, points), bounds: .observed, over: over(&dice, isLeaf: true))),
      step(.clamp(low: .number(0), high: .number(points))),
    ]
  }

  func forWeights(_ dice: inout SplitMix64, isLeaf: Bool) -> [Step] {
    var steps: [Step] = []
    if isLeaf && dice.chance(20) { steps.append(step(.dropIf(unitsBelow: dice.integer(1, 4)))) }
    if isLeaf && dice.chance(15) { steps.append(impute(&dice)) }
    for _ in 0..<dice.integer(0, 2) {
      switch dice.integer(0, 7) {
      case 0...2: steps.append(across(&dice, isLeaf: isLeaf))
      case 3: steps.append(step(.times(.number(dice.pick([-1, 2])))))
      case 4: steps.append(goalposts(to: .init(0, 100), &dice))
      case 5: steps.append(step(.round(digits: dice.integer(0, 2))))
      case 6:
        steps.append(
          step(.clamp(low: dice.pick([nil, .number(1)]), high: dice.pick([nil, .number(6), .number(60)]))))
      default: steps.append(ending(in: 10, &dice))
      }
    }
    if !isLeaf && dice.chance(6) {
      steps.append(step(.impute(.units(dice.pick([.mean, .median]), group: dice.pick([nil, "sort"])))))
    }
    return steps
  }

  private func goalposts(to: Step.Interval, _ dice: inout SplitMix64) -> Step {
    let isLogarithmic = dice.chance(40)
    let low = isLogarithmic ? 0.5 : 0.0
    let isReversed = dice.chance(30)
    return step(
      .goalposts(
        low: .number(isReversed ? 8 : low), high: .number(isReversed ? low : 8), isLogarithmic: isLogarithmic, to: to))
  }

  // MARK: Across units and periods

  private func over(_ dice: inout SplitMix64, isLeaf: Bool) -> Population? {
    if !frozen.isEmpty && dice.chance(40) { return .frozen(dice.pick(frozen)) }
    if hasHistory && isLeaf && dice.chance(40) {
      return .periods(dice.pick([["2024H1"], ["2024H1", "2024H2"], ["2024H2", "2025H1"]]))
    }
    return dice.pick([nil, nil, .reported, .eligible, .peers])
  }

  private func across(_ dice: inout SplitMix64, isLeaf: Bool) -> Step {
    let over = over(&dice, isLeaf: isLeaf)
    switch dice.integer(0, 11) {
    case 0...2:
      return step(
        .zScore(to: dice.chance(60) ? .init(mean: 0, deviation: 1) : .init(mean: 5, deviation: 2), over: over))
    case 3: return step(.minMax(to: dice.pick([.init(0, 1), .init(1, 100)]), bounds: .observed, over: over))
    case 4: return step(.minMax(to: .init(0, 10), bounds: .fixed(.number(1), .number(9)), over: nil))
    case 5: return step(.rank(dice.pick([.ascending, .descending]), over: over))
    case 6: return step(.borda(over: over))
    case 7: return step(.percentile(over: over))
    case 8:
      let goal = dice.pick([
        Step.Goal.best, .unit("u1"), .target(.number(6), isCapped: true), .target(.number(3), isCapped: false),
      ])
      return step(.distance(goal, over: over))
    case 9: return step(.shareOfBest(over: over))
    default:
      let treatment = Step.Treatment(
        skew: dice.pick([2, 0.5]), kurtosis: dice.pick([3.5, 0]), winmax: dice.pick([5, 1, 3]),
        then: dice.pick(Step.Treatment.Transform.allCases), isCombined: dice.chance(30))
      return step(.treat(treatment, over: over))
    }
  }

  private func impute(_ dice: inout SplitMix64) -> Step {
    if hasHistory && dice.chance(60) {
      return step(.impute(dice.chance(50) ? .latestPeriod(atMost: dice.pick([nil, 1, 2])) : .betweenPeriods))
    }
    return step(.impute(.units(dice.pick([.mean, .median]), group: dice.pick([nil, "sort"]))))
  }

  /// Filled from the siblings, before all else but a drop.
  static func fillFromSiblings(_ leaf: inout Node, _ dice: inout SplitMix64) {
    let isDrop: (Step) -> Bool = { if case .dropIf = $0.action { true } else { false } }
    let place = leaf.steps.first.map(isDrop) ?? false ? 1 : 0
    let direction: Step.Operand? = dice.pick([nil, .number(1), .number(-1)])
    leaf.steps.insert(
      Step(.impute(.siblings(dice.pick([.mean, .median]), direction: direction)), place: RandomScheme.place), at: place)
  }
}
