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
    if dice.chance(25) {
      var effect = Effect(id: "adjust", place: RandomScheme.place)
      effect.adjust = .init(role: dice.pick([nil, "lead"]), atMost: 3, needsReason: dice.chance(50))
      effects.insert(effect, at: dice.integer(0, effects.count))
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
    if dice.chance(12) { return clusters(scheme, root, &dice) }
    var bands: [GradeBand] = []
    for (grade, floor) in zip(RandomScheme.grades, floors) {
      let share = hasPoints && dice.chance(40) ? dice.pick([0.3, 0.5, 0.6]) : nil
      // A floor would hide what the shares decide.
      let hasFloor = dice.chance(share == nil ? 80 : 40)
      let nodes = root.subtree.map(\.id)
      bands.append(
        GradeBand(
          grade: grade, atLeast: hasFloor ? cutOff(floor, &dice) : nil, eachChildShare: share,
          nodeFloors: dice.chance(15) ? [dice.pick(nodes): Double(dice.integer(0, 3))] : [:],
          percentileAtLeast: dice.chance(12) ? dice.pick([0.3, 0.5, 0.9]) : nil,
          quota: dice.chance(45) ? quota(scheme, &dice) : nil))
    }
    bands.append(GradeBand(grade: "D"))
    return Grading(bands: bands, onlyYear: dice.chance(20), place: RandomScheme.place)
  }

  private static func cutOff(_ floor: Double, _ dice: inout SplitMix64) -> GradeBand.CutOff {
    dice.chance(85) ? .constant(floor) : .byYear(dice.chance(70) ? [2024: 0, 2025: floor] : [2024: floor])
  }

  /// Its order is the rank's: groups that are finer than the ranking's, or the same.
  private static func quota(_ scheme: Scheme, _ dice: inout SplitMix64) -> Quota {
    let size: Quota.Size = dice.chance(60) ? .share(dice.pick([0.3, 0.5, 0.25])) : .places(dice.integer(0, 3))
    var quota = Quota(size: size, place: RandomScheme.place)
    quota.round = dice.pick(Quota.Rounding.allCases)
    quota.min = dice.pick([0, 0, 1])
    quota.per = scheme.ranking?.per == .peers ? .peers : dice.pick([.all, .peers, .column("sort")])
    quota.tied = dice.pick([.allOrNone, .extend, .extend, .share, .share, .share])
    quota.onlyNew = dice.chance(40)
    quota.isPerYear = dice.chance(25)
    quota.isLifted = dice.chance(8)
    return quota
  }

  private static func clusters(_ scheme: Scheme, _ root: Node, _ dice: inout SplitMix64) -> Grading {
    let k = dice.integer(2, 4)
    let clusters = ClusterGrading(
      node: dice.chance(80) ? root.id : dice.pick(root.subtree.map(\.id)), per: dice.chance(40) ? "f5" : nil, k: k,
      strictRadius: dice.chance(50) ? dice.pick([1, 0.5]) : nil, names: Array(RandomScheme.grades.prefix(k).reversed()),
      place: RandomScheme.place)
    return Grading(bands: [], clusters: clusters, onlyYear: false, place: RandomScheme.place)
  }
}
