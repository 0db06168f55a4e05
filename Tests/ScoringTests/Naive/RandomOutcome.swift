import Schemes

/// Effects, ranking and grades.
enum RandomOutcome {
  static func effects(_ scheme: Scheme, _ measures: [String], _ dice: inout SplitMix64) -> [Effect] {
    // A group's effects are all adds or all deducts.
    let grouped: Effect.Change.Direction = dice.pick([.add, .deduct])
    var effects: [Effect] = []
    for index in 0..<dice.integer(0, 4) {
      var effect = Effect(id: "e\(index)", place: RandomScheme.place)
      let measure = dice.pick(measures)
      if dice.chance(50) {
        let relation = dice.pick([Comparison.Relation.atLeast, .atLeast, .above, .atMost, .below])
        var tests = [Effect.Trigger.Test(measure: measure, comparison: .init(relation, Double(dice.integer(0, 6))))]
        if dice.chance(30) {
          tests.append(.init(measure: dice.pick(measures), comparison: .init(.atLeast, Double(dice.integer(1, 6)))))
        }
        effect.trigger = .init(anyOf: tests)
      }
      if effect.trigger == nil || dice.chance(60) {
        let direction: Effect.Change.Direction = dice.pick([.add, .deduct])
        effect.change = .init(
          direction, measure: measure, each: Double(dice.integer(1, 6)) / 4,
          atMost: dice.chance(50) ? Double(dice.integer(1, 8)) / 2 : nil)
        if direction == grouped && dice.chance(60) { effect.group = "g" }
      }
      if effect.trigger != nil && (effect.change == nil || dice.chance(20)) {
        if dice.chance(60) {
          effect.capGrade = dice.pick(RandomScheme.grades)
        } else {
          effect.setGrade = dice.pick(RandomScheme.grades)
        }
      }
      effects.append(effect)
    }
    return effects
  }

  static func ranking(_ scheme: Scheme, _ dice: inout SplitMix64) -> Ranking {
    let root = dice.pick(scheme.roots)
    var ranking = Ranking(node: root.id, place: RandomScheme.place)
    ranking.basis = dice.pick([.raw, .displayed])
    ranking.per = dice.pick([.all, .peers])
    let nodes = root.subtree.map(\.id)
    for _ in 0..<dice.pick([0, 0, 1, 2]) { ranking.tieBreak.append(dice.pick(nodes)) }
    if dice.chance(15) { ranking.minUnits = dice.integer(2, 4) }
    if dice.chance(15) {
      ranking.minBase = .init(measure: dice.pick(scheme.measures.map(\.id)), atLeast: Double(dice.integer(1, 5)))
    }
    return ranking
  }

  static func grading(_ scheme: Scheme, _ dice: inout SplitMix64) -> Grading {
    let root = scheme.ranking.flatMap { scheme.node($0.node) } ?? scheme.roots[0]
    let hasPoints = !root.isLeaf && root.children.allSatisfy { $0.points != nil }
    let top = root.points ?? (hasPoints ? root.children.compactMap(\.points).reduce(0, +) : 4)
    let floors = [0.75, 0.5, 0.25].map { ($0 * top * 4).rounded() / 4 }
    var bands: [GradeBand] = []
    for (grade, floor) in zip(RandomScheme.grades, floors) {
      let share = hasPoints && dice.chance(50) ? dice.pick([0.3, 0.5, 0.6]) : nil
      // A floor would hide what the shares decide.
      let hasFloor = dice.chance(share == nil ? 90 : 40)
      bands.append(GradeBand(grade: grade, atLeast: hasFloor ? .constant(floor) : nil, eachChildShare: share))
    }
    bands.append(GradeBand(grade: "D", atLeast: nil, eachChildShare: nil))
    return Grading(bands: bands, onlyYear: dice.chance(20), place: RandomScheme.place)
  }
}
