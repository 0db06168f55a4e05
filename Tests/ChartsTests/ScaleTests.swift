import Testing

@testable import Charts

@Suite struct ScaleTests {
  @Test(arguments: [
    // low, high, most steps, expected: by hand.
    (0.0, 100.0, 5, [0.0, 20, 40, 60, 80, 100]), (0, 100, 8, [0, 20, 40, 60, 80, 100]),
    (0, 100, 10, [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]), (0, 103.5, 5, [0, 50, 100]),
    (-6, 6, 6, [-6, -4, -2, 0, 2, 4, 6]), (0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]),
    (0.61, 0.64, 4, [0.61, 0.62, 0.63, 0.64]),
    (0, 4_000_000, 4, [0, 1_000_000, 2_000_000, 3_000_000, 4_000_000]),
  ])
  func ticksAreTheNumbersThatAPersonTakes(low: Double, high: Double, count: Int, expected: [Double]) {
    let scale = LinearScale(low: low, high: high, start: 0, end: 1000)
    let ticks = scale.ticks(count: count)
    #expect(ticks.count == expected.count)
    for (tick, wanted) in zip(ticks, expected) { #expect(abs(tick - wanted) < 1e-9 * max(1, high)) }
  }

  @Test func tickLabelsHaveNoNeedlessDecimals() {
    func texts(_ low: Double, _ high: Double, _ count: Int) -> [String] {
      Axis.texts(of: LinearScale(low: low, high: high, start: 0, end: 1), count: count).map(\.text)
    }
    #expect(texts(0, 100, 5) == ["0", "20", "40", "60", "80", "100"])
    #expect(texts(0, 0.5, 5) == ["0.0", "0.1", "0.2", "0.3", "0.4", "0.5"])
    #expect(texts(-2, 2, 4) == ["−2", "−1", "0", "1", "2"])
    #expect(texts(0, 0.004, 4) == ["0.000", "0.001", "0.002", "0.003", "0.004"])
  }

  @Test func rangesHoldTheirValues() {
    typealias Range = LinearScale
    // Empty, one, all missing, all equal, all zero, ordinary, negative, extreme.
    #expect(Range.range(of: [], wish: nil, holdsZero: true) == (0, 1))
    #expect(Range.range(of: [7], wish: nil, holdsZero: true) == (0, 8))
    #expect(Range.range(of: [.nan, .nan], wish: 0...100, holdsZero: true) == (0, 100))
    #expect(Range.range(of: [0, 0], wish: nil, holdsZero: true) == (0, 1))
    #expect(Range.range(of: [12, 94.2], wish: nil, holdsZero: true) == (0, 100))
    #expect(Range.range(of: [-4.1, 3.2], wish: nil, holdsZero: true) == (-6, 4))
    // A wish is widened as far as the data needs and no further; bars widen it to zero.
    #expect(Range.range(of: [100.9], wish: 0...100, holdsZero: true) == (0, 100.9))
    #expect(Range.range(of: [70], wish: 60...100, holdsZero: true) == (0, 100))
    let wide = Range.range(of: [1e300, -1e300], wish: nil, holdsZero: false)
    #expect(wide.low <= -1e300 && wide.high >= 1e300)
    let equal = Range.range(of: [50, 50], wish: nil, holdsZero: false)
    #expect(equal.low < 50 && equal.high > 50)
  }

  @Test func gradesTakeTheirColoursByPosition() {
    func colours(_ grades: [String], hatched: String? = nil) -> [Fill] {
      let scale = FillScale.grades(domain: grades, steps: HouseStyle.gradesByCount[grades.count], hatched: hatched)
      return grades.map { scale.fill(of: $0) }
    }
    let house = HouseStyle.grades.map { Fill.solid($0) }
    #expect(colours(["a", "b", "c", "d", "e"]) == house)
    // Fewer grades: the best stays deep blue, the worst red.
    #expect(colours(["a", "b", "c", "d"]) == [house[0], house[1], house[3], house[4]])
    #expect(colours(["a", "b", "c"]) == [house[0], house[2], house[4]])
    #expect(colours(["a", "b"]) == [house[0], house[4]])
    #expect(colours(["a"]) == [house[0]])
    let scale = FillScale.grades(domain: ["a", "b", "x"], steps: [0, 4], hatched: "none")
    #expect(scale.fill(of: "none") == .hatched)
    #expect(scale.fill(of: String?.none) == .hatched)
    #expect(scale.fill(of: "x") == .solid(HouseStyle.unknown))
  }

}

@Suite struct DivergingClassesTests {
  private func classes(
    _ values: [Double], midpoint: Double? = 0.85, domain: ClosedRange<Double>? = 0.6...1, format: String = "0%"
  ) -> DivergingClasses {
    DivergingClasses(values: values, midpoint: midpoint, domain: domain, format: NumberFormat(format))
  }

  /// By hand: 0.4 in at most ten steps of 1, 2 or 5 are steps of 5 %, five below 85 % and three above.
  @Test func classesAdjoinOnWholeSteps() {
    let bounded = ["60–65%", "65–70%", "70–75%", "75–80%", "80–85%", "85–90%", "90–95%", "95–100%"]
    #expect(classes([]).keys.map(\.label) == bounded)
    #expect(classes([0.6, 1]).keys.map(\.label) == bounded)
    #expect(classes([.nan, .infinity]).keys.map(\.label) == bounded)
    // 59.6 % is printed as 60 %, 59.4 % as 59 %.
    #expect(classes([0.596]).keys.map(\.label) == bounded)
    #expect(classes([0.594]).keys.map(\.label) == ["低于65%"] + bounded.dropFirst())
    #expect(classes([1.01]).keys.map(\.label) == bounded.dropLast() + ["95%及以上"])
    // An end that is no whole step is kept: 62 to 65.
    #expect(classes([], domain: 0.62...1).keys.first?.label == "62–65%")
  }

  @Test func aValueHasTheColourOfTheNumberThatIsPrinted() {
    let classes = classes([0.2])
    let fill = FillScale.diverging(classes)
    let keys = classes.keys.map(\.fill)
    for (value, key) in [
      (0.2, 0), (0.6, 0), (0.649, 1), (0.65, 1), (0.75, 3), (0.844, 4), (0.845001, 5), (0.85, 5), (0.899, 6), (0.95, 7),
      (1, 7), (1.2, 7),
    ] { #expect(fill.fill(of: value) == keys[key], "\(value)") }
    #expect(fill.fill(of: Double.nan) == .hatched)
    #expect(keys.first == .solid(HouseStyle.below.dark) && keys.last == .solid(HouseStyle.above.dark))
    #expect(keys[1] == .solid(HouseStyle.below.light))
    // Half way from white to the light blue 7FB2E0: BF.5, D8.5, EF.5.
    #expect(keys[5] == .solid(Colour(0xBFD9F0)))
    #expect(Set(keys).count == 8)
  }

  @Test func withoutADomainTheClassesReachAsFarAsTheValues() {
    // The median of −3, 1, 2 is 1, the reach 4: eight in steps of 1.
    let labels = classes([-3, 1, 2], midpoint: nil, domain: nil, format: "0").keys.map(\.label)
    #expect(labels == ["−3至−2", "−2至−1", "−1至0", "0–1", "1–2", "2–3", "3–4", "4–5"])
    // All equal, one side only, extreme: never a trap, and always a colour.
    #expect(classes([7, 7], midpoint: nil, domain: nil, format: "0").keys.map(\.label) == ["7及以上"])
    #expect(classes([3], midpoint: 1, domain: 1...1, format: "0").keys.map(\.label) == ["1及以上"])
    #expect(classes([0, 3], midpoint: 1, domain: 1...1, format: "0").keys.map(\.label) == ["低于1", "1及以上"])
    for values in [[1e300, -1e300], [1e-300, 2e-300], [.greatestFiniteMagnitude, -.greatestFiniteMagnitude]] {
      let wide = DivergingClasses(values: values, midpoint: nil, domain: nil, format: nil)
      #expect(wide.keys.count <= 42)
      for value in values { _ = wide.colour(of: value) }
    }
  }

  /// Ink and white read equally well, 4.1 : 1, on a luminance of √(1.05 · 0.0637) − 0.05 = 0.21. No step lies near it,
  /// so no text stands at less than 5 : 1.
  @Test func noStepLiesWhereTheTextWouldTurn() {
    for ramp in [HouseStyle.above, HouseStyle.below] {
      for count in 1...20 {
        let steps = (0..<count).map { DivergingClasses.colour($0, of: count, ramp) }
        for step in steps {
          #expect(HouseStyle.textColour(on: step).contrast(with: step) >= 5)
          #expect(step.luminance < 0.15 || step.luminance > 0.4)
        }
        let turns = zip(steps, steps.dropFirst()).count {
          HouseStyle.textColour(on: $0) != HouseStyle.textColour(on: $1)
        }
        #expect(turns == (count > 1 ? 1 : 0))
      }
    }
  }
}

@Suite struct NumberFormatTests {
  @Test(arguments: [
    ("0.00", 94.617, "94.62"), ("0", 88, "88"), ("0%", 0.854, "85%"), ("0.0%", 0.8544, "85.4%"), ("+0.0", 1.25, "+1.3"),
    ("+0.0", -4.1, "−4.1"), ("+0.0", 0, "0.0"), ("0.00", -0.001, "0.00"), ("0.0", -3, "−3.0"), ("0.00", .nan, "—"),
    ("0.00", .infinity, "—"), ("0", 1e15, "1000000000000000"),
  ])
  func prints(pattern: String, value: Double, expected: String) throws {
    #expect(try #require(NumberFormat(pattern)).text(value) == expected)
  }

  /// 四舍五入 as tables print it (scheme.md K1; GB/T 8170 by its name): what no double holds, too. 88.525 as a mean comes out
  /// a hair below, and stood as 88.52 in the chart beside 88.53 in the table.
  @Test(arguments: [
    ("0.00", 88.525, "88.53"), ("0.00", 88.525.nextDown, "88.53"), ("0.00", 1.005, "1.01"), ("0%", 0.845, "85%"),
    ("0", -2.5, "−3"), ("0.00", 88.5249, "88.52"),
  ])
  func roundsAsTablesDo(pattern: String, value: Double, expected: String) throws {
    let format = try #require(NumberFormat(pattern))
    #expect(format.text(value) == expected)
    #expect(
      abs(format.shown(value) - (format.isPercent ? 85 : try #require(Double(expected.replacing("−", with: "-")))))
        < 1e-12)
  }

  @Test(arguments: ["", "1", "0,00", "0.", "0.0x", "%", "00.0", "0.00000000000"])
  func otherPatternsAreRefused(pattern: String) { #expect(NumberFormat(pattern) == nil) }

  @Test func plainNumbersHaveNoNeedlessDecimals() {
    #expect([90, 2.5, 1.0 / 3, -7, 0, 1e-9].map(NumberFormat.plain) == ["90", "2.5", "0.333333", "−7", "0", "0"])
  }
}

@Suite struct ColourTests {
  @Test func contrastIsThatOfTheStandard() {
    // WCAG 2.1: black on white 21; #767676 on white 4.54, the known limit grey.
    #expect(abs(Colour(0x000000).contrast(with: Colour(0xFFFFFF)) - 21) < 1e-9)
    #expect(abs(Colour(0x767676).contrast(with: Colour(0xFFFFFF)) - 4.54) < 0.005)
    #expect(Colour(0xAB12CD).contrast(with: Colour(0xAB12CD)) == 1)
  }

  @Test func textReadsWellOnEveryColourOfTheHouse() {
    for text in [HouseStyle.ink, HouseStyle.muted] { #expect(text.contrast(with: HouseStyle.paper) >= 4.5) }
    let grounds = HouseStyle.grades + [HouseStyle.accent, HouseStyle.unknown]
    for ground in grounds { #expect(HouseStyle.textColour(on: ground).contrast(with: ground) >= 4.5) }
    // Any colour at all: a grid over the cube.
    for rgb in stride(from: UInt32(0), through: 0xFF_FFFF, by: 4099) {
      #expect(HouseStyle.textColour(on: Colour(rgb)).contrast(with: Colour(rgb)) >= 4)
    }
  }
}
