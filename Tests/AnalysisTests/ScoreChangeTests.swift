import Schemes
import Scoring
import Testing

@testable import Analysis

@Suite struct ScoreChangeTests {
  static let text = """
    measures: {a: {table: t, value: a, take: mean}, b: {table: t, value: b, take: mean}, c: {table: t, take: count}}
    nodes:
      id: 总分
      of: sum
      points: 40
      children:
        - {id: A, points: 30, measure: a, steps: [{linear: [[0, 0], [30, 30]]}]}
        - {id: B, points: 10, measure: b, steps: [{linear: [[0, 0], [10, 10]]}]}
    effects: [{id: 扣, when: {measure: c, at_least: 1}, deduct: {each: 4}}]
    rank: {node: 总分}
    """
  private func sheet(_ a: [Double?], _ b: [Double?], _ c: [Double?], codes: [String]? = nil) throws -> (
    Scheme, ScoreSheet
  ) {
    let scheme = try scheme(Self.text)
    return (scheme, score(scheme, input(["a": column(a), "b": column(b), "c": column(c)], codes: codes)))
  }

  private func words(_ change: ScoreChange?) -> [String] {
    (change?.parts ?? []).map { "\($0.part) \($0.change)" }
  }

  @Test func indicatorsAndEffects() throws {
    let (scheme, before) = try sheet([20], [5], [0])
    let (_, after) = try sheet([24], [3], [1])
    // 25 to 27 − 4 = 23.
    let change = ScoreChange(from: [0], isOwnFirst: true, in: before, to: 0, in: after, scheme)
    #expect(change?.before == 25 && change?.after == 23)
    #expect(words(change) == [#"indicator("A") 4.0"#, #"effect("扣") -4.0"#, #"indicator("B") -2.0"#])
    #expect(change?.change == -2)
  }

  /// B is gone: A's 24 of 30 count as 32 of 40. 25 to 32 is +7: A's own 4 points at the mean worth (1 + 4/3)/2 are 4.67, and
  /// the other basis makes −5 + (20 + 24)/2 · 1/3 = 2.33.
  @Test func whatIsMissingIsNoIndicator() throws {
    let (scheme, before) = try sheet([20], [5], [0])
    let (_, after) = try sheet([24], [nil], [0])
    let change = ScoreChange(from: [0], isOwnFirst: true, in: before, to: 0, in: after, scheme)
    #expect(words(change) == [#"indicator("A") 4.67"#, #"evidence(gone: ["B"], came: []) 2.33"#])
    #expect(near(change?.change ?? .nan, 7))
    // And back again.
    let back = ScoreChange(from: [0], isOwnFirst: true, in: after, to: 0, in: before, scheme)
    #expect(words(back) == [#"indicator("A") -4.67"#, #"evidence(gone: [], came: ["B"]) -2.33"#])
  }

  /// D0 (25 points) takes D1 (35) over: the mean of both is 30, so that joining made +5, and D0 itself lost 2 of A.
  @Test func joinedUnits() throws {
    let (scheme, before) = try sheet([20, 30], [5, 5], [0, 0])
    let (_, after) = try sheet([23], [5], [0])
    let change = ScoreChange(from: [0, 1], isOwnFirst: true, in: before, to: 0, in: after, scheme)
    #expect(change?.before == 25 && change?.after == 28)
    #expect(words(change) == ["history 5.0", #"indicator("A") -2.0"#])
    // A new unit made of both is compared with their mean.
    let new = ScoreChange(from: [0, 1], isOwnFirst: false, in: before, to: 0, in: after, scheme)
    #expect(new?.before == 30)
    #expect(words(new) == [#"indicator("A") -2.0"#])
  }

  /// A value of 0 has no worth by itself; its share tells it.
  @Test func fromNothing() throws {
    let (scheme, before) = try sheet([0], [5], [0])
    let (_, after) = try sheet([12], [5], [0])
    let change = ScoreChange(from: [0], isOwnFirst: true, in: before, to: 0, in: after, scheme)
    #expect(words(change) == [#"indicator("A") 12.0"#])
  }

  /// The floor at 0: 2 points and a deduction of 4.
  @Test func limits() throws {
    let (scheme, before) = try sheet([2], [0], [0])
    let (_, after) = try sheet([2], [0], [1])
    let change = ScoreChange(from: [0], isOwnFirst: true, in: before, to: 0, in: after, scheme)
    #expect(words(change) == [#"effect("扣") -4.0"#, "limit 2.0"])
  }

  /// One alone would follow from the sum, so the least of the others goes with it.
  @Test func pooled() throws {
    let (scheme, before) = try sheet([20], [5], [0])
    let (_, after) = try sheet([24], [3], [1])
    let change = ScoreChange(from: [0], isOwnFirst: true, in: before, to: 0, in: after, scheme, pooled: ["B"])
    #expect(words(change) == [#"effect("扣") -4.0"#, "others(2) 2.0"])
  }

  @Test func nothingChanged() throws {
    let (scheme, before) = try sheet([20], [5], [0])
    let change = ScoreChange(from: [0], isOwnFirst: true, in: before, to: 0, in: before, scheme)
    #expect(change?.parts.isEmpty == true && change?.change == 0)
  }

  @Test func withoutAScore() throws {
    let (scheme, before) = try sheet([nil], [nil], [0])
    let (_, after) = try sheet([24], [3], [1])
    #expect(ScoreChange(from: [0], isOwnFirst: true, in: before, to: 0, in: after, scheme) == nil)
    #expect(ScoreChange(from: [], isOwnFirst: false, in: before, to: 0, in: after, scheme) == nil)
  }

  /// Whatever moved, the printed parts add up to the printed change.
  @Test func alwaysAddsUp() throws {
    for seed in 1...60 {
      func value(_ salt: Int, _ most: Int) -> Double? {
        let number = (seed * 7919 + salt * 104_729) % 10_007
        return number % 9 == 0 ? nil : Double(number % (most * 1000)) / 1000
      }
      let (scheme, before) = try sheet([value(1, 30)], [value(2, 10)], [value(3, 2).map { $0.rounded() }])
      let (_, after) = try sheet([value(4, 30)], [value(5, 10)], [value(6, 2).map { $0.rounded() }])
      guard let change = ScoreChange(from: [0], isOwnFirst: true, in: before, to: 0, in: after, scheme) else {
        continue
      }
      #expect(near(change.change, change.after - change.before), "\(seed)")
    }
  }
}
