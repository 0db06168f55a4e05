import Register
import Schemes
import Scoring

/// A random scheme and random rows for it: ties, NULLs, "not applicable", empty units, few answers, constant columns,
/// large values.
struct RandomRows {
  private var dice: SplitMix64
  private var nextRow = 1

  /// The same seed gives the same case.
  static func drawCase(seed: UInt64) -> NaiveCase {
    var maker = RandomRows(dice: SplitMix64(seed: seed))
    return maker.draw(seed: seed)
  }

  private init(dice: SplitMix64) { self.dice = dice }

  private mutating func draw(seed: UInt64) -> NaiveCase {
    let isYear = dice.chance(35)
    var maker = RandomScheme(dice: SplitMix64(seed: dice.next()))
    let scheme = maker.draw(isYear: isYear)
    let halves = [1, 2].compactMap { Period(year: 2025, half: $0) }
    guard let year = Period(year: 2025), let half = halves.first else { preconditionFailure("2025 is a year") }
    let period = isYear ? year : half
    let units = (0..<dice.pick([0, 1, 2, 3, 4, 5, 6, 7, 7, 9])).map { index in
      ScoredUnit(
        code: "u\(index)", name: "u\(index)", peers: dice.pick(["p", "p", "q", ""]),
        register: [
          "sort": dice.pick(["x", "y", ""]), "since": dice.pick(["2024-12-31", "2025-03-31", "2025-01-01", ""]),
        ])
    }
    var parts = (isYear ? halves : [half]).map { window(scheme, $0, units.count) }
    let whole = parts.count == 1 ? parts.removeFirst() : Self.joined(parts, period)
    var drawn = NaiveCase(
      seed: seed, scheme: scheme, period: period,
      asOf: dice.chance(80) ? period.end : period.start.adding(days: dice.integer(20, 170)) ?? period.end, units: units,
      tables: [
        "plain": TableFacts(), "complete": TableFacts(isComplete: true), "covered": TableFacts(hasCoverage: true),
        "anonymous": TableFacts(isAnonymous: true), "beds": TableFacts(),
      ],
      whole: whole, halves: scheme.combination == nil ? [] : parts)
    if maker.steps.hasHistory {
      drawn.history = [2024, 2024, 2025].enumerated().compactMap { index, year in
        Period(year: year, half: index == 1 ? 2 : 1 + index / 2).map { window(scheme, $0, units.count) }
      }
      // Now and then there is no period after this one.
      if dice.chance(30) { drawn.history.removeLast() }
    }
    if !maker.steps.frozen.isEmpty, let earlier = Period(year: 2023, half: 1) {
      var run = drawn
      run.period = earlier
      run.asOf = earlier.end
      run.whole = window(scheme, earlier, units.count)
      (run.halves, run.history) = ([], [])
      drawn.frozen = [earlier.id: run]
    }
    decide(&drawn)
    return drawn
  }

  /// Decisions in force, and such as must be refused; titles of this year and others.
  private mutating func decide(_ drawn: inout NaiveCase) {
    guard !drawn.units.isEmpty else { return }
    let targets = drawn.scheme.allNodes.filter { $0.override != nil }.map(\.id)
    let effects = drawn.scheme.effects.filter { $0.adjust != nil }.map(\.id)
    let periods = [drawn.period.id, drawn.period.id] + drawn.halves.map(\.period.id)
    for target in targets + effects + (dice.chance(10) ? drawn.scheme.allNodes.map(\.id) : []) {
      for _ in 0..<dice.integer(0, 3) {
        let value: Decision.Value =
          dice.chance(80) ? .number(Double(dice.integer(-2, 8)) / 2) : dice.pick([.notApplicable, .none])
        drawn.decisions.append(
          Decision(
            period: dice.chance(93) ? dice.pick(periods) : "2024H1", target: target,
            unit: dice.chance(95) ? dice.pick(drawn.units).code : "zz", value: value,
            reason: dice.pick(["why", "why", ""]), role: dice.pick(["lead", "lead", "other"]), date: 20_250_701))
      }
    }
    let days = [20_240_101, 20_241_231, 20_250_101, 20_250_301, 20_250_630]
    for unit in drawn.units.indices where dice.chance(25) {
      let from = dice.pick(days)
      drawn.titles.append(
        TitleHolding(
          unit: unit, grade: dice.pick(RandomScheme.grades), from: from, to: dice.pick([nil, nil, from + 10000])))
    }
  }

  /// The window of the year holds the rows of both halves, and is covered where both are.
  private static func joined(_ parts: [WindowRows], _ period: Period) -> WindowRows {
    WindowRows(
      period: period, rows: parts[0].rows.merging(parts[1].rows, uniquingKeysWith: +),
      denominators: parts[0].denominators.merging(parts[1].denominators, uniquingKeysWith: +),
      covered: parts[0].covered.merging(parts[1].covered) { $0.intersection($1) },
      rosters: parts[0].rosters.merging(parts[1].rosters) { $0.merging($1) { $0.union($1) } })
  }

  private mutating func window(_ scheme: Scheme, _ period: Period, _ units: Int) -> WindowRows {
    var window = WindowRows(period: period, rows: [:], denominators: [:], covered: [:])
    for measure in scheme.measures {
      window.rows[measure.id] = rows(measure, period, units)
      if measure.first?.roster != nil {
        for unit in 0..<units where dice.chance(85) {
          window.rosters[measure.id, default: [:]][unit] = Set(["a", "b", "d"].filter { _ in dice.chance(70) })
        }
        if window.rosters[measure.id] == nil { window.rosters[measure.id] = [:] }
      }
      if measure.denominator != nil { window.denominators[measure.id] = beds(period, units) }
    }
    window.covered["covered"] = Set((0..<units).filter { _ in dice.chance(75) })
    return window
  }

  private mutating func rows(_ measure: Measure, _ period: Period, _ units: Int) -> [MeasureRow] {
    let isConstant = dice.chance(10)
    let isLarge = dice.chance(4)
    let usual = measure.table == "anonymous" ? 8 : 4
    var rows: [MeasureRow] = []
    for unit in 0..<units {
      let mood = dice.integer(0, 9)
      // Most units have a few rows, some none, some only empty cells, some only "not applicable".
      let count = mood == 0 ? 0 : mood == 1 ? usual + 3 : dice.integer(1, usual)
      for _ in 0..<count {
        let isNotApplicable = measure.value != nil && (mood == 2 || dice.chance(5))
        let isNull = isNotApplicable || mood == 3 || dice.chance(8)
        let value = isConstant ? 4 : isLarge ? Double(dice.integer(1, 9)) * 1e9 : Double(dice.integer(0, 20)) / 2
        rows.append(row(unit, period, value: isNull ? .nan : value, isNotApplicable: isNotApplicable))
        let last = rows.count - 1
        if measure.first != nil { rows[last].firstKey = dice.pick(["a", "b", "b", "c", nil]) }
        // Exact in binary: whether a value is 0 must not hang on the order of a sum.
        if measure.include == .membership { rows[last].weight = dice.pick([1, 0.5, 0.25]) }
        if measure.unique != nil {
          rows[last].uniqueKey = dice.pick([nil, "s", "t"])
          rows[last].uniqueRank = dice.pick([.nan, 1, 2, 2])
          if measure.unique?.thenLeast != nil { rows[last].uniqueOrder = dice.pick([.nan, 1, 2, 2]) }
        }
      }
    }
    return rows
  }

  private mutating func beds(_ period: Period, _ units: Int) -> [MeasureRow] {
    var rows: [MeasureRow] = []
    for unit in 0..<units {
      for _ in 0..<dice.pick([0, 1, 1, 1, 2]) {
        rows.append(row(unit, period, value: dice.pick([10, 20, 4, 0, .nan]), isNotApplicable: false))
      }
    }
    return rows
  }

  /// Dates at random within the window; most rows belong to the whole of it.
  private mutating func row(_ unit: Int, _ period: Period, value: Double, isNotApplicable: Bool) -> MeasureRow {
    var (from, to) = (period.start.yyyymmdd, period.end.yyyymmdd)
    if dice.chance(60) {
      from = period.start.adding(days: dice.integer(0, 90))?.yyyymmdd ?? from
      to = period.end.adding(days: -dice.integer(0, 60))?.yyyymmdd ?? to
    }
    nextRow += 1
    return MeasureRow(
      unit: unit, from: from, to: to, value: value, isNotApplicable: isNotApplicable,
      source: RowReference(batch: 1 + nextRow % 3, row: nextRow))
  }
}
