import Findings
import Schemes
import Testing

@testable import Scoring

/// A row of unit 0 with its number in the file as source.
func row(
  _ value: Double, _ number: Int = 2, unit: Int = 0, to: Int = 20_250_101, first: String? = nil,
  unique: String? = nil, rank: Double = .nan, isNotApplicable: Bool = false
) -> MeasureRow {
  MeasureRow(
    unit: unit, from: to, to: to, value: value, isNotApplicable: isNotApplicable, firstKey: first, uniqueKey: unique,
    uniqueRank: rank, source: RowReference(batch: 1, row: number))
}

func measure(_ take: Reducer, _ change: (inout Measure) -> Void = { _ in }) -> Measure {
  var measure = Measure(id: "m", source: .table("t"), take: take, place: nowhere)
  // What the value is does not matter here: the rows carry it.
  measure.value = PlacedExpression(.column("x"), text: "x", place: nowhere)
  change(&measure)
  return measure
}

func reduceOne(
  _ rows: [MeasureRow], _ measure: Measure, _ context: ReductionContext = ReductionContext()
) -> MeasureValue {
  reduce(rows, as: measure, units: 1, context: context)[0]
}

@Suite struct ReduceTests {
  @Test func noRowsAndNoUnits() {
    #expect(reduce([], as: measure(.mean), units: 0, context: ReductionContext()).value.isEmpty)
    let value = reduceOne([], measure(.mean))
    #expect(value.state == .missing && value.reason == .noRows && value.value.isNaN)
  }

  @Test func rowsOfOtherUnitsAreIgnored() {
    #expect(reduceOne([row(1), row(5, unit: 7), row(9, unit: -1)], measure(.sum)).value == 1)
  }

  /// 80, 100, 30, 60: sum 270, mean 67.5; squared deviations 156.25 + 1056.25 + 1406.25 + 56.25 = 2675; ÷ 3.
  @Test func eachReducer() {
    let rows = [row(80, 2), row(100, 3), row(30, 4), row(60, 5), row(.nan, 6)]
    let expected: [(Reducer, Double)] = [
      (.mean, 67.5), (.sum, 270), (.count, 4), (.min, 30), (.max, 100), (.median, 70), (.last, 60),
      (.trimmed(drop: 1, min: 4, otherwise: .mean), 70), (.trimmed(drop: 1, min: 5, otherwise: .max), 100),
    ]
    for (take, value) in expected {
      let result = reduceOne(rows, measure(take))
      #expect(result.value == value, "\(take.word)")
      #expect(result.n == 4)
    }
    let mean = reduceOne(rows, measure(.mean))
    #expect(near(mean.sd, (2675.0 / 3).squareRoot()))
    #expect(mean.numerator == 270 && mean.denominator == 4)
    #expect(reduceOne(rows, measure(.count)).sd.isNaN)
    let trimmed = reduceOne(rows, measure(.trimmed(drop: 1, min: 4, otherwise: .mean)))
    #expect(trimmed.numerator == 140 && trimmed.denominator == 2)
  }

  @Test func shareGivesBothCounts() {
    let result = reduceOne([row(1, 2), row(0, 3), row(1, 4), row(.nan, 5)], measure(.share))
    #expect(near(result.value, 2.0 / 3) && result.numerator == 2 && result.denominator == 3 && result.n == 3)
  }

  @Test func M1_allNullIsMissingForCountToo() {
    for take in [Reducer.mean, .sum, .count, .last, .share] {
      let result = reduceOne(
        [row(.nan, 2), row(.nan, 3)], measure(take), ReductionContext(isComplete: true))
      #expect(result.state == .missing && result.reason == .allEmpty && result.n == 0)
    }
  }

  @Test func M1_countWithoutValueCountsRows() {
    #expect(reduceOne([row(.nan, 2), row(.nan, 3)], measure(.count) { $0.value = nil }).value == 2)
  }

  @Test func M6_emptyByDefault() {
    let complete = ReductionContext(isComplete: true)
    #expect(reduceOne([], measure(.count), complete).value == 0)
    #expect(reduceOne([], measure(.sum), complete).state == .value)
    #expect(reduceOne([], measure(.mean), complete).state == .missing)
    #expect(reduceOne([], measure(.count)).state == .missing)
    #expect(reduceOne([], measure(.count), ReductionContext(covered: [true])).value == 0)
  }

  @Test func M6_emptyAsWritten() {
    #expect(reduceOne([], measure(.share) { $0.empty = .full }).state == .full)
    #expect(reduceOne([], measure(.share) { $0.empty = .notApplicable }).state == .notApplicable)
    #expect(reduceOne([], measure(.mean) { $0.empty = .number(60) }).value == 60)
    let missing = reduceOne([], measure(.count) { $0.empty = .missing }, ReductionContext(isComplete: true))
    #expect(missing.state == .missing)
    // min_n does not turn "nothing happened" into "too few answers".
    let none = reduceOne(
      [],
      measure(.count) {
        $0.empty = .number(0)
        $0.minN = 10
      })
    #expect(none.value == 0)
  }

  @Test func M6b_notApplicableOnlyIfAllRowsAre() {
    let out = row(.nan, 2, isNotApplicable: true)
    #expect(reduceOne([out, out], measure(.mean)).state == .notApplicable)
    #expect(reduceOne([out, row(7, 3)], measure(.mean)).value == 7)
    let mixed = reduceOne([out, row(.nan, 3)], measure(.mean))
    #expect(mixed.state == .missing && mixed.reason == .allEmpty)
  }

  @Test func M7_minimumNAfterNullSkipping() {
    let rows = (2..<12).map { row($0 == 5 ? .nan : 100, $0) }
    let result = reduceOne(rows, measure(.mean) { $0.minN = 10 })
    #expect(result.state == .missing && result.reason == .belowMinimumN && result.n == 9)
    #expect(reduceOne(rows, measure(.mean) { $0.minN = 9 }).value == 100)
  }

  @Test func M7_minimumCellHidesFirst() {
    let result = reduceOne(
      [row(1, 2), row(2, 3)], measure(.mean) { $0.minN = 10 }, ReductionContext(minimumCell: 5))
    #expect(result.reason == .belowMinimumCell && result.value.isNaN && result.sd.isNaN && result.n == 2)
  }

  /// Two rows that are known, one of them not covered: what is hidden comes before what is not covered, so that no rule
  /// can ask for the 2. No row at all is no secret.
  @Test func M7_minimumCellHidesBeforeCoverToo() {
    let context = ReductionContext(covered: [false], minimumCell: 5)
    let hidden = reduceOne([row(1, 2), row(1, 3)], measure(.count), context)
    #expect(hidden.reason == .belowMinimumCell && hidden.numerator.isNaN && hidden.n == 2)
    #expect(reduceOne([], measure(.count), context).reason == .notCovered)
  }

  @Test func M5_notCovered() {
    let context = ReductionContext(covered: [false, true])
    let column = reduce([row(1), row(1, 3)], as: measure(.count), units: 2, context: context)
    #expect(column[0].state == .missing && column[0].reason == .notCovered && column[0].numerator == 2)
    #expect(column[1].value == 0)
    let none = reduce([], as: measure(.count), units: 2, context: context)
    #expect(none[0].reason == .notCovered && none[0].numerator == 0)
    #expect(reduceOne([row(1)], measure(.mean), context).numerator.isNaN)
    #expect(reduceOne([], measure(.count) { $0.empty = .full }, context).state == .missing)
  }

  @Test func timesMultipliesValueAndDeviation() {
    let result = reduceOne([row(0.5, 2), row(1, 3)], measure(.mean) { $0.times = 100 })
    #expect(result.value == 75 && near(result.sd, 50 / 2.0.squareRoot()) && result.numerator == 1.5)
  }

  @Test func divideByBeds() {
    let complaints = reduce(
      [row(1), row(1, 3)], as: measure(.count) { $0.denominator = beds }, units: 4,
      context: ReductionContext(isComplete: true))
    let rate = divide(complaints, by: column([40, 50, nil, 0]), times: 100)
    #expect(rate[0].value == 5 && rate[0].numerator == 2 && rate[0].denominator == 40 && rate[0].n == 2)
    #expect(rate[1].value == 0)
    #expect(rate[2].reason == .noDenominator && rate[3].reason == .noDenominator)
    let open = divide(column([nil]).knowing(3, 0), by: column([60]), times: 100)
    #expect(open[0].state == .missing && open[0].numerator == 5)
    let full = divide(column([nil]).marking([0], as: .full), by: column([nil]), times: 100)
    #expect(full[0].state == .full)
  }

  private var beds: Measure.Denominator {
    Measure.Denominator(table: "床位", predicate: nil, value: nil, take: .last, window: .covering)
  }

  @Test func denominatorIsAMeasure() throws {
    let per = try #require(measure(.count) { $0.denominator = beds }.denominatorMeasure)
    #expect(per.table == "床位" && per.take == .last && per.window == .covering)
    #expect(measure(.count).denominatorMeasure == nil)
  }
}
