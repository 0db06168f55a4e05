import Schemes

/// Step lists that a lint would let through.
enum RandomSteps {
  private static func step(_ action: Step.Action) -> Step { Step(action, place: RandomScheme.place) }

  /// Of a leaf with points: drop, re-scale, then a step that ends in 0…P.
  static func forPoints(_ points: Double, _ dice: inout SplitMix64) -> [Step] {
    var steps: [Step] = []
    if dice.chance(15) { steps.append(step(.dropIf(unitsBelow: dice.integer(1, 4)))) }
    if dice.chance(15) { steps.append(step(.times(.number(dice.pick([2, 0.1, -1]))))) }
    if dice.chance(10) { steps.append(zScore(&dice)) }
    switch dice.integer(0, 6) {
    case 0: steps.append(step(.proportional(full: .number(Double(dice.integer(1, 12))))))
    case 1: steps.append(step(.deduct(each: .number(0.5), atMost: dice.chance(50) ? .number(points / 2) : nil)))
    case 2: steps.append(step(.add(each: .number(0.3), atMost: dice.chance(50) ? .number(points / 3) : nil)))
    case 3:
      let relation = dice.pick(Comparison.Relation.allCases.filter { $0 != .equals })
      steps.append(step(.pass(Comparison(relation, Double(dice.integer(0, 10)) / 2))))
    default: steps.append(ending(in: points, &dice))
    }
    if dice.chance(8) { steps.append(ending(in: points, &dice)) }
    return steps
  }

  /// linear, bands or goalposts into 0…P; they need no points of their own.
  static func ending(in points: Double, _ dice: inout SplitMix64) -> Step {
    switch dice.integer(0, 2) {
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
    default: return goalposts(to: .init(0, points), &dice)
    }
  }

  static func forWeights(_ dice: inout SplitMix64, isLeaf: Bool) -> [Step] {
    var steps: [Step] = []
    if isLeaf && dice.chance(20) { steps.append(step(.dropIf(unitsBelow: dice.integer(1, 4)))) }
    for _ in 0..<dice.integer(0, 2) {
      switch dice.integer(0, 4) {
      case 0...1: steps.append(zScore(&dice))
      case 2: steps.append(step(.times(.number(dice.pick([-1, 2])))))
      case 3: steps.append(goalposts(to: .init(0, 100), &dice))
      default: steps.append(ending(in: 10, &dice))
      }
    }
    return steps
  }

  private static func goalposts(to: Step.Interval, _ dice: inout SplitMix64) -> Step {
    let isLogarithmic = dice.chance(40)
    let low = isLogarithmic ? 0.5 : 0.0
    let isReversed = dice.chance(30)
    return step(
      .goalposts(
        low: .number(isReversed ? 8 : low), high: .number(isReversed ? low : 8), isLogarithmic: isLogarithmic, to: to))
  }

  private static func zScore(_ dice: inout SplitMix64) -> Step {
    let to: Step.MeanAndDeviation = dice.chance(60) ? .init(mean: 0, deviation: 1) : .init(mean: 5, deviation: 2)
    return step(.zScore(to: to, over: dice.pick([nil, nil, .reported, .eligible, .peers])))
  }
}
