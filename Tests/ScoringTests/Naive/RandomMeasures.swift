import Schemes

/// Random measures: reducers in one and two stages, rosters, claims, shares, denominators, empty rules.
extension RandomScheme {
  mutating func drawMeasure(_ id: String) {
    let table = dice.pick(Self.tables)
    var measure = Measure(id: id, source: .table(table), take: reducer(), place: Self.place)
    if dice.chance(30) { measure.minN = dice.integer(1, 4) }
    if dice.chance(20) {
      let simple: [Reducer] = [.mean, .sum, .max, .median]
      let hasRoster = dice.chance(40)
      let then: [Step] = dice.chance(30) ? [Step(.proportional(full: .number(2)), place: Self.place)] : []
      measure.first = Measure.First(
        by: "who", take: hasRoster ? dice.pick(simple) : reducer(), roster: hasRoster ? "members" : nil, then: then)
      if hasRoster { measure.take = dice.pick(simple) }
    } else if dice.chance(10) {
      measure.include = .membership
      measure.take = dice.pick([.mean, .sum, .count, .max])
    }
    let isCount = (measure.first?.take ?? measure.take) == .count
    if !isCount || dice.chance(50) {
      measure.value = PlacedExpression(.column("v"), text: "v", place: Self.place)
    }
    if dice.chance(20) {
      measure.unique = Measure.Unique(
        by: "title", keepGreatest: "level", thenLeast: dice.chance(40) ? "day" : nil, isAcrossUnits: dice.chance(40))
    }
    if dice.chance(15) { measure.times = dice.pick([100, 0.5]) }
    if dice.chance(15) {
      measure.denominator = Measure.Denominator(
        table: "beds", predicate: nil, value: PlacedExpression(.column("beds"), text: "beds", place: Self.place),
        take: dice.pick([.last, .sum, .mean]), window: .period)
    }
    switch dice.integer(0, 9) {
    case 0: measure.empty = .missing
    case 1: measure.empty = .notApplicable
    case 2...3:
      measure.empty = .full
      pointsOnly.insert(id)
    case 4: measure.empty = .number(Double(dice.integer(0, 6)))
    default: break
    }
    if dice.chance(10) { measure.range = 0...20.25 }
    scheme.measures.append(measure)
    counting.append(id)
  }

  private mutating func reducer() -> Reducer {
    let simple: [Reducer] = [.mean, .mean, .sum, .count, .min, .max, .median, .last]
    return dice.chance(15)
      ? .trimmed(drop: 1, min: dice.integer(3, 5), otherwise: dice.pick([.mean, .median])) : dice.pick(simple)
  }
}
