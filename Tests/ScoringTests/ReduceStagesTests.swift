import Findings
import Schemes
import Testing

@testable import Scoring

@Suite struct ReduceStagesTests {
  private let byTitle = Measure.Unique(by: "标题", keepGreatest: "级别系数")

  /// The greatest level of a title once; NULL last; ties the first row; rows without a title all.
  @Test func M8_unique() {
    let rows = [
      row(1, 2, unique: "a", rank: 1), row(3, 3, unique: "a", rank: 3), row(4, 4, unique: "a", rank: 3),
      row(5, 5, unique: "b"), row(6, 6, unique: "b", rank: 0), row(7, 7), row(8, 8),
    ]
    let publicity = measure(.sum) { $0.unique = byTitle }
    #expect(reduceOne(rows, publicity).value == 3 + 6 + 7 + 8)
    #expect(reduceOne(rows.reversed(), publicity).value == 24)
    #expect(
      contributions(of: rows, to: publicity, unit: 0).map(\.use) == [
        .droppedByUnique, .counted, .droppedByUnique, .droppedByUnique, .counted, .counted, .counted,
      ])
  }

  /// One mean per assessor, then the mean of those: 甲 (80 + 100) / 2 = 90, 乙 60 → 75, and not 80.
  @Test func M8_firstThenTake() {
    let visits = measure(.mean) { $0.first = Measure.First(by: "评委", take: .mean) }
    let rows = [row(80, 2, first: "甲"), row(100, 3, first: "甲"), row(60, 4, first: "乙"), row(.nan, 5, first: "丙")]
    let result = reduceOne(rows, visits)
    #expect(result.value == 75 && result.n == 2)
    #expect(near(result.sd, 450.0.squareRoot()))
    // min_n counts assessors.
    let few = reduceOne(
      rows,
      measure(.mean) {
        $0.first = visits.first
        $0.minN = 3
      })
    #expect(few.reason == .belowMinimumN && few.n == 2)
    #expect(contributions(of: rows, to: visits, unit: 0).map(\.use) == [.counted, .counted, .counted, .empty])
  }

  @Test func M8_rowsWithoutAGroupAreOneGroup() {
    let visits = measure(.mean) { $0.first = Measure.First(by: "评委", take: .mean) }
    #expect(reduceOne([row(10, 2), row(20, 3), row(45, 4, first: "甲")], visits).value == 30)
  }

  /// Five assessors 70, 80, 85, 90, 100: without the lowest and the highest 85; of four the mean.
  @Test func M9_trimmedFromFiveOn() {
    let trimmed = measure(.trimmed(drop: 1, min: 5, otherwise: .mean))
    let rows = [row(100, 2), row(70, 3), row(85, 4), row(80, 5), row(90, 6)]
    #expect(reduceOne(rows, trimmed).value == 85)
    #expect(near(reduceOne(Array(rows.prefix(4)), trimmed).value, 83.75))
    #expect(
      contributions(of: rows, to: trimmed, unit: 0).map(\.use) == [.trimmed, .trimmed, .counted, .counted, .counted])
    #expect(contributions(of: Array(rows.prefix(4)), to: trimmed, unit: 0).allSatisfy { $0.use == .counted })
  }

  @Test func M9_tiesTrimTheSameRowsWhateverTheirOrder() {
    let trimmed = measure(.trimmed(drop: 1, min: 3, otherwise: .mean))
    let rows = [row(5, 2), row(5, 3), row(5, 4)]
    let uses: [RowUse.Use] = [.trimmed, .counted, .trimmed]
    #expect(contributions(of: rows, to: trimmed, unit: 0).map(\.use) == uses)
    #expect(contributions(of: rows.reversed(), to: trimmed, unit: 0).map(\.use) == uses)
  }

  @Test func M9_neverTrimsEverythingAway() {
    #expect(reduceOne([row(1), row(3, 3)], measure(.trimmed(drop: 1, min: 2, otherwise: .mean))).value == 2)
  }

  /// The greatest date, then the later source row; a row without a value is not the last one.
  @Test func M10_last() {
    let rows = [
      row(1, 9, to: 20_250_301), row(2, 3, to: 20_250_401), row(3, 4, to: 20_250_401), row(.nan, 5, to: 20_250_501),
    ]
    #expect(reduceOne(rows, measure(.last)).value == 3)
    #expect(reduceOne(rows.reversed(), measure(.last)).value == 3)
    #expect(
      contributions(of: rows, to: measure(.last), unit: 0).map(\.use) == [.superseded, .counted, .empty, .superseded])
    var later = row(9, 2, to: 20_250_401)
    later.from = 20_250_402
    #expect(reduceOne(rows + [later], measure(.last)).value == 9)
  }

  @Test func greatestSupersedesTheRest() {
    let rows = [row(1, 2), row(4, 3), row(.nan, 4, isNotApplicable: true), row(4, 5)]
    #expect(
      contributions(of: rows, to: measure(.max), unit: 0).map(\.use) == [
        .superseded, .counted, .notApplicable, .counted,
      ])
  }

  @Test func orderOfRowsDoesNotMatterToTheLastBit() {
    var generator = SeededGenerator(seed: 7)
    for take in [Reducer.mean, .sum, .median, .last, .trimmed(drop: 2, min: 5, otherwise: .mean)] {
      let rows = (0..<200).map { number in
        row(
          Double.random(in: 0...1, using: &generator), number, unit: number % 7,
          to: 20_250_101 + number % 3, first: number % 5 == 0 ? nil : "\(number % 4)")
      }
      let nested = measure(take) { $0.first = Measure.First(by: "k", take: .mean) }
      let context = ReductionContext()
      let shuffled = rows.shuffled(using: &generator)
      for measure in [measure(take), nested] {
        let (a, b) = (
          reduce(rows, as: measure, units: 7, context: context),
          reduce(shuffled, as: measure, units: 7, context: context)
        )
        #expect(a.value == b.value && a.sd == b.sd && a.n == b.n)
      }
    }
  }
}

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
