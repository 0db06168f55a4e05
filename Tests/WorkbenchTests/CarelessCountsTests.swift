import Testing

@testable import Workbench

/// What is shown of careless answers gives away no small group of them.
@Suite struct CarelessCountsTests {
  private func cell(_ unit: Int, _ answers: Int, _ careless: Int) -> CarelessCounts.Cell {
    CarelessCounts.Cell(
      unit: unit, answers: answers, careless: careless, sum: Double(answers) * 80, values: answers,
      carelessSum: Double(careless) * 50, carelessValues: careless)
  }

  @Test func unitsAreShownWholeOrNotAtAll() {
    let counts = CarelessCounts([cell(1, 40, 0), cell(2, 40, 8), cell(3, 40, 2), cell(4, 40, 37)], minimumCell: 5)
    // Two careless in one, three careful in the other: 80 answers with 39 careless and 41 others are hidden together.
    #expect(counts.shown.map(\.unit) == [1, 2] && counts.hiddenCount == 2)
    #expect(counts.total?.answers == 160 && counts.total?.careless == 47)
    // 8 of 40 with 50 each, the whole mean 80: (3200 − 400) / 32.
    #expect(counts.shown[1].with == 80 && counts.shown[1].without == 87.5)
  }

  @Test func aSingleHiddenUnitHidesASecond() {
    let counts = CarelessCounts([cell(1, 40, 6), cell(2, 30, 7), cell(3, 50, 2)], minimumCell: 5)
    #expect(counts.shown.map(\.unit) == [1] && counts.hiddenCount == 2)
    #expect(counts.total?.careless == 15)
  }

  @Test func wherePartsStaySmallNothingIsTotalled() {
    let counts = CarelessCounts([cell(1, 30, 1), cell(2, 30, 1)], minimumCell: 5)
    #expect(counts.shown.isEmpty && counts.total == nil)
  }

  /// Everything that is printed follows from it: no unit, and no total less the units that are shown, is small.
  @Test func noDifferenceIsSmall() {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<3_000 {
      let cells = (0..<1 + next(6)).map { unit in
        let answers = next(24)
        return cell(unit, answers, next(3) == 0 ? 0 : next(answers + 1))
      }
      let minimum = 2 + next(5)
      let counts = CarelessCounts(cells, minimumCell: minimum)
      func isEnough(_ count: Int) -> Bool { count == 0 || count >= minimum }
      var parts = counts.shown.map { ($0.answers, $0.careless) }
      if let total = counts.total {
        let rest = parts.reduce((total.answers, total.careless)) { ($0.0 - $1.0, $0.1 - $1.1) }
        parts += [rest, (total.answers, total.careless)]
        #expect(counts.hiddenCount != 1)
      }
      for (answers, careless) in parts {
        #expect(isEnough(answers) && isEnough(careless) && isEnough(answers - careless))
      }
      let whole = cells.count { $0.answers > 0 }
      #expect(counts.shown.count + counts.hiddenCount == whole)
    }
  }
}
