import Register
import Schemes
import Scoring
import Statistics

/// A run of one period, as a series needs it.
package struct PeriodResult: Sendable {
  package let period: Period
  package let sheet: ScoreSheet
  package let scheme: Scheme
  package let basis: RunBasis
  package init(period: Period, sheet: ScoreSheet, scheme: Scheme, basis: RunBasis) {
    self.period = period
    self.sheet = sheet
    self.scheme = scheme
    self.basis = basis
  }
}

/// One unit over the periods, followed through its names.
package struct UnitSeries: Sendable {
  package struct Point: Sendable {
    package let period: Period
    /// Indices in the period's sheet: the unit, or those that it carries on; empty: nobody.
    package let units: [Int]
    package let history: UnitHistory.Kind
    /// As printed; of units that were joined since the mean. NaN: none.
    package let score: Double
    /// nil: none, or of several units.
    package let rank: Int?
    /// How many have one, among those that the unit is ranked with.
    package let ranked: Int
    package let grade: String?
    package let coverage: Double
    /// Whether the unit – each, of several – was graded.
    package let isGraded: Bool
  }

  /// A difference between two points, or why there is none.
  package struct Step: Sendable {
    package enum Kind: Sendable, Equatable {
      /// H1 against H1, H2 against H2, a quarter against the same one: no season between them.
      case sameOfLastYear
      /// Against the period before, which may be another season.
      case previous
    }
    package let kind: Kind
    package let from: Period
    package let to: Period
    /// Empty: the difference is the unit's own.
    package let breaks: [ComparisonBreak]
    /// As printed; nil across a break, without a score on one side, or where one of the two was not graded.
    package let change: Double?
    package let verdict: Verdict?
  }

  /// One of three, and only where an interval of the change is known.
  package enum Verdict: Sendable, Equatable { case rose, fell, indistinct }

  package let code: String
  package let name: String
  package let peers: String
  package let points: [Point]
  /// The same period of the year before first, then the period before; the latest period first.
  package let steps: [Step]
}

/// An interval of the change of a unit's score between two periods, in points, at the level that its maker states: of the
/// sampled part of the score alone.
package typealias ChangeInterval = (_ code: String, _ from: Period, _ to: Period) -> ClosedRange<Double>?

extension UnitSeries {
  /// - Parameters:
  ///   - results: of one grain, in order of time.
  ///   - heirs: a code and, one after the other, those that carry it on.
  package init(
    of unit: ScoredUnit, over results: [PeriodResult], heirs: (String) -> [String], interval: ChangeInterval? = nil
  ) {
    code = unit.code
    name = unit.name
    peers = unit.peers
    points = results.map { Point(of: unit.code, $0, heirs) }
    var steps: [Step] = []
    for later in results.indices.reversed() {
      let earlier = [
        results.firstIndex { $0.period == results[later].period.sameLastYear }.map { ($0, Step.Kind.sameOfLastYear) },
        later > 0 ? (later - 1, .previous) : nil,
      ].compactMap(\.self)
      for (index, kind) in earlier where !steps.contains(where: { $0.joins(results[index], results[later]) }) {
        steps.append(Step(kind, points, results, index, later, code: unit.code, interval))
      }
    }
    self.steps = steps.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      return x.to != y.to
        ? x.to.start > y.to.start : (x.kind == .previous ? 1 : 0, a.offset) < (y.kind == .previous ? 1 : 0, b.offset)
    }.map(\.element)
  }
}

extension UnitSeries.Point {
  fileprivate init(of code: String, _ result: PeriodResult, _ heirs: (String) -> [String]) {
    let found = UnitHistory(of: code, in: result.sheet, heirs: heirs)
    let standing = found.units.map { result.sheet.standing[$0] }
    let digits = result.scheme.defaults.digits
    period = result.period
    units = found.units
    history = found.kind
    isGraded = !standing.isEmpty && standing.allSatisfy { $0.status == .graded }
    let scores = standing.map(\.score)
    score = scores.contains { $0.isNaN } ? .nan : displayed(mean(scores), digits: digits)
    rank = standing.count == 1 ? standing[0].rank : nil
    let peers = result.scheme.ranking?.per == .peers ? found.units.first.map { result.sheet.units[$0].peers } : nil
    ranked = result.sheet.standing.indices.count { unit in
      result.sheet.standing[unit].rank != nil && (peers == nil || result.sheet.units[unit].peers == peers)
    }
    grade = standing.count == 1 ? standing[0].grade : nil
    coverage = mean(standing.map(\.coverage))
  }
}

extension UnitSeries.Step {
  fileprivate func joins(_ a: PeriodResult, _ b: PeriodResult) -> Bool { from == a.period && to == b.period }

  fileprivate init(
    _ kind: Kind, _ points: [UnitSeries.Point], _ results: [PeriodResult], _ first: Int, _ second: Int, code: String,
    _ interval: ChangeInterval?
  ) {
    self.kind = kind
    from = results[first].period
    to = results[second].period
    // Every run in between is by the same rules, or the way there leads across a break.
    breaks = results[first].basis.breaks(to: results[second].basis, results[second].scheme)
    let (a, b) = (points[first], points[second])
    let digits = results[second].scheme.defaults.digits
    let isWhole = breaks.isEmpty && a.isGraded && b.isGraded && !a.score.isNaN && !b.score.isNaN
    change = isWhole ? displayed(b.score - a.score, digits: digits) : nil
    verdict = isWhole ? interval?(code, from, to).map(UnitSeries.Verdict.init) : nil
  }
}

extension UnitSeries.Verdict {
  /// - Parameter interval: of the change.
  package init(_ interval: ClosedRange<Double>) {
    self = interval.lowerBound > 0 ? .rose : interval.upperBound < 0 ? .fell : .indistinct
  }
}
