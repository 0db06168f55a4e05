import Findings
import Schemes
import Testing

@testable import Scoring

/// What one unit's number owes to other units' rows, to a roster, and to shares: worked by hand from M6, M8 and M11.
@Suite struct ReduceAcrossTests {
  private let across = Measure.Unique(by: "标题", keepGreatest: "级别系数", isAcrossUnits: true)
  private func published(_ take: Reducer = .sum) -> Measure { measure(take) { $0.unique = across } }

  private func weighted(_ value: Double, _ source: Int, _ weight: Double, first: String? = nil) -> MeasureRow {
    var result = row(value, source, first: first)
    result.weight = weight
    return result
  }

  /// 甲 and 乙 both file “a”; 乙's is of a higher level and keeps it. “b” is 甲's alone.
  @Test func M8_oneUnitKeepsWhatTwoClaim() {
    let rows = [
      row(1, 2, unit: 0, unique: "a", rank: 1), row(2, 3, unit: 0, unique: "b", rank: 1),
      row(3, 4, unit: 1, unique: "a", rank: 2),
    ]
    let column = reduce(rows, as: published(), units: 2, context: ReductionContext())
    #expect(column.value == [2, 3] && column.n == [1, 1])
    #expect(claims(in: rows, to: published(), units: 2) == [Claim(key: "a", units: [0, 1], holder: 1)])
    #expect(
      contributions(of: rows, to: published(), unit: 0).map(\.use) == [.heldByAnother(unit: 1), .counted])
    // Within units only, each keeps its own.
    let within = measure(.sum) { $0.unique = Measure.Unique(by: "标题", keepGreatest: "级别系数") }
    #expect(reduce(rows, as: within, units: 2, context: ReductionContext()).value == [3, 3])
    #expect(claims(in: rows, to: within, units: 2).isEmpty)
  }

  /// Equal levels: the first source row; NULL last; a unit's own second row of a thing that it keeps is dropped as ever.
  @Test func M8_tiesAcrossUnits() {
    let rows = [
      row(10, 5, unit: 1, unique: "a", rank: 2), row(20, 4, unit: 0, unique: "a", rank: 2),
      row(30, 2, unit: 2, unique: "a"), row(40, 6, unit: 0, unique: "a", rank: 2), row(50, 7, unit: 2),
    ]
    for order in [rows, rows.reversed()] {
      let column = reduce(order, as: published(), units: 3, context: ReductionContext())
      #expect(column.value[0] == 20 && column.state[1] == .missing && column.value[2] == 50)
      #expect(claims(in: order, to: published(), units: 3) == [Claim(key: "a", units: [2, 0, 1], holder: 0)])
      #expect(
        contributions(of: order, to: published(), unit: 0).map(\.use) == [.counted, .droppedByUnique])
    }
  }

  /// Of equal levels the earlier day keeps it, whatever the order of rows; without a day last.
  @Test func M8_theEarlierDayOfEqualLevels() {
    func filed(_ value: Double, _ number: Int, unit: Int, rank: Double, day: Double) -> MeasureRow {
      var result = row(value, number, unit: unit, unique: "a", rank: rank)
      result.uniqueOrder = day
      return result
    }
    let rows = [
      filed(1, 2, unit: 0, rank: 2, day: 20_250_309), filed(2, 3, unit: 1, rank: 2, day: 20_250_301),
      filed(3, 4, unit: 2, rank: 2, day: .nan), filed(4, 5, unit: 1, rank: 1, day: 20_240_101),
    ]
    let measure = measure(.sum) {
      $0.unique = Measure.Unique(by: "标题", keepGreatest: "级别系数", thenLeast: "报送日期", isAcrossUnits: true)
    }
    let column = reduce(rows, as: measure, units: 3, context: ReductionContext())
    #expect(column.value[1] == 2 && column.state[0] == .missing && column.state[2] == .missing)
    #expect(contributions(of: rows, to: measure, unit: 1).map(\.use) == [.counted, .droppedByUnique])
  }

  /// Unit 2 is not graded here, and keeps what it claims first; who claims “b” alone keeps it.
  @Test func M8_whoIsNotGradedKeepsThingsToo() {
    let rows = [
      row(1, 2, unit: 2, unique: "a", rank: 2), row(2, 3, unit: 0, unique: "a", rank: 1),
      row(3, 4, unit: 0, unique: "b", rank: 1), row(4, 5, unit: 2, unique: "c", rank: 1),
      row(5, 6, unit: 3, unique: "c", rank: 1),
    ]
    func measured(_ reaches: Bool) -> Measure {
      measure(.sum) {
        $0.unique = Measure.Unique(
          by: "标题", keepGreatest: "级别系数", isAcrossUnits: true, reachesRegister: reaches)
      }
    }
    #expect(reduce(rows, as: measured(true), units: 2, context: ReductionContext()).value[0] == 3)
    #expect(claims(in: rows, to: measured(true), units: 2) == [Claim(key: "a", units: [2, 0], holder: 2)])
    #expect(reduce(rows, as: measured(false), units: 2, context: ReductionContext()).value[0] == 5)
    #expect(claims(in: rows, to: measured(false), units: 2).isEmpty)
  }

  /// Who loses all of its rows has none: 0 where the table is complete, missing where it is not (M6).
  @Test func M6_lostRowsAreNoRows() {
    let rows = [row(5, 2, unit: 0, unique: "a", rank: 9), row(5, 3, unit: 1, unique: "a", rank: 1)]
    let open = reduce(rows, as: published(), units: 2, context: ReductionContext())
    #expect(open.reason[1] == .noRows && open.n[1] == 0)
    let complete = reduce(rows, as: published(), units: 2, context: ReductionContext(isComplete: true))
    #expect(complete.value[1] == 0 && complete.state[1] == .value)
    // All NULL is missing, and no empty set.
    let blank = [row(.nan, 2, unit: 0, unique: "b", rank: 9)]
    #expect(
      reduce(blank, as: published(), units: 1, context: ReductionContext(isComplete: true)).reason[0] == .allEmpty)
  }

  /// One row counts for a unit and the one above it: that is no claim of two.
  @Test func M11_theSameRowUnderSeveralUnitsIsOneClaim() {
    let rows = [
      row(1, 2, unit: 0, unique: "a", rank: 5), row(1, 2, unit: 2, unique: "a", rank: 5),
      row(4, 3, unit: 1, unique: "a", rank: 1), row(4, 3, unit: 2, unique: "a", rank: 1),
    ]
    let column = reduce(rows, as: published(), units: 3, context: ReductionContext(isComplete: true))
    #expect(column.value == [1, 0, 1])
    #expect(claims(in: rows, to: published(), units: 3) == [Claim(key: "a", units: [0, 2, 1], holder: 0)])
    #expect(contributions(of: rows, to: published(), unit: 2).map(\.use) == [.counted, .droppedByUnique])
  }

  private let attendance = measure(.mean) {
    $0.value = nil
    $0.first = Measure.First(by: "成员", take: .count, roster: "花名册")
  }

  /// 甲 2 times, 乙 once, 丙 never: (2 + 1 + 0) / 3 = 1.
  @Test func M8_membersWithoutRowsAreZero() {
    let rows = [row(.nan, 2, first: "甲"), row(.nan, 3, first: "甲"), row(.nan, 4, first: "乙")]
    let context = ReductionContext(roster: [["甲", "乙", "丙"]])
    let result = reduceOne(rows, attendance, context)
    #expect(result.value == 1 && result.n == 3 && result.numerator == 3 && result.denominator == 3)
    #expect(result.sd == 1)
    // Nobody came: zero, and not missing.
    #expect(reduceOne([], attendance, context).value == 0)
    // min_n counts members.
    let few = measure(.mean) {
      $0.value = nil
      $0.first = attendance.first
      $0.minN = 4
    }
    #expect(reduceOne(rows, few, context).reason == .belowMinimumN)
  }

  @Test func M6_anEmptyRosterIsEmpty() {
    let rows = [row(.nan, 2, first: "甲")]
    for empty in [Measure.EmptyRule.notApplicable, .number(7)] {
      let measure = measure(.mean) {
        $0.first = attendance.first
        $0.empty = empty
      }
      let result = reduceOne(rows, measure, ReductionContext(roster: [[]]))
      #expect(empty == .notApplicable ? result.state == .notApplicable : result.value == 7)
    }
    #expect(reduceOne(rows, attendance, ReductionContext(roster: [[]])).reason == .noRows)
    #expect(strangers(in: rows, to: attendance, context: ReductionContext(roster: [[]])).count == 1)
  }

  /// 丁 is on no list and counts: (1 + 0 + 3) / 3, with the name told once.
  @Test func M8_strangersCountAndAreNamed() {
    let rows = [1, 2, 3].map { row(.nan, $0 + 4, first: "丁") } + [row(.nan, 2, first: "甲")]
    let context = ReductionContext(roster: [["甲", "乙"]])
    #expect(near(reduceOne(rows, attendance, context).value, 4.0 / 3))
    #expect(strangers(in: rows, to: attendance, context: context) == [Stranger(unit: 0, member: "丁")])
    let nobody = [row(.nan, 2)]
    #expect(strangers(in: nobody, to: attendance, context: context) == [Stranger(unit: 0, member: nil)])
    #expect(
      contributions(of: rows, to: attendance, unit: 0, context: context).allSatisfy { $0.use == .counted })
  }

  /// A row without a value: the member is there, and its count is of nothing; it is no zero.
  @Test func M1_aMemberWithOnlyBlanksIsSkipped() {
    let best = measure(.mean) { $0.first = Measure.First(by: "成员", take: .max, roster: "花名册") }
    let rows = [row(.nan, 2, first: "甲"), row(8, 3, first: "乙")]
    let result = reduceOne(rows, best, ReductionContext(roster: [["甲", "乙", "丙"]]))
    #expect(result.value == 4 && result.n == 2)
  }

  /// Each member to at most 1 at two hours: 甲 3 → 1, 乙 1 → 0.5, 丙 0 → 0; the mean is 0.5 (P = 1).
  @Test func M8_thenTransformsBeforeTheSecondStage() {
    let steps = [Step(.proportional(full: .number(2)), place: .subject("then"))]
    let hours = measure(.mean) {
      $0.first = Measure.First(by: "成员", take: .sum, roster: "花名册", then: steps)
    }
    let rows = [row(1, 2, first: "甲"), row(2, 3, first: "甲"), row(1, 4, first: "乙")]
    #expect(reduceOne(rows, hours, ReductionContext(roster: [["甲", "乙", "丙"]])).value == 0.5)
    // From one point downwards: 甲 3 × 0.25 → 0.25, 乙 0.75, 丙 1.
    let deduct = [Step(.deduct(each: .number(0.25), atMost: nil), place: .subject("then"))]
    let faults = measure(.sum) { $0.first = Measure.First(by: "成员", take: .sum, roster: "花名册", then: deduct) }
    #expect(reduceOne(rows, faults, ReductionContext(roster: [["甲", "乙", "丙"]])).value == 2)
  }

  /// 80 with a share of 0.6 and 50 with 0.4: mean 68, sum 68, count 1 – of two rows.
  @Test func M11_sharesWeighRows() {
    let rows = [weighted(80, 2, 0.6), weighted(50, 3, 0.4), weighted(.nan, 4, 1)]
    for (take, value) in [(Reducer.mean, 68.0), (.sum, 68), (.share, 68), (.max, 80), (.median, 65), (.last, 50)] {
      let result = reduceOne(rows, measure(take))
      #expect(near(result.value, value) && result.n == 2, "\(take)")
    }
    #expect(reduceOne(rows, measure(.count)).value == 1 && reduceOne(rows, measure(.count)).n == 2)
    #expect(reduceOne([weighted(80, 2, 0.6), weighted(50, 3, 0.6)], measure(.mean)).denominator == 1.2)
  }

  /// One mean per member, members by their shares: 甲 (60 + 80) / 2 = 70 × 0.6 + 乙 50 × 0.4 = 62; sums carry the shares once.
  @Test func M11_sharesWeighGroupsOnce() {
    let rows = [weighted(60, 2, 0.6, first: "甲"), weighted(80, 3, 0.6, first: "甲"), weighted(50, 4, 0.4, first: "乙")]
    let means = measure(.mean) { $0.first = Measure.First(by: "成员", take: .mean) }
    #expect(near(reduceOne(rows, means).value, 62))
    let sums = measure(.sum) { $0.first = Measure.First(by: "成员", take: .sum) }
    #expect(near(reduceOne(rows, sums).value, 0.6 * 140 + 0.4 * 50))
  }

  /// What is known of a count that is not covered weighs its rows too (M5).
  @Test func M5_theLowerBoundIsWeighted() {
    let rows = [weighted(.nan, 2, 0.6), weighted(.nan, 3, 0.4), weighted(.nan, 4, 0.5)]
    let result = reduceOne(rows, measure(.count) { $0.value = nil }, ReductionContext(covered: [false]))
    #expect(result.reason == .notCovered && near(result.numerator, 1.5) && result.n == 3)
  }
}
