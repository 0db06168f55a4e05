import Findings
import Register
import Schemes
import Scoring

/// 5,000 units × 60 indicators in a tree of four levels, some values missing: weighted means, shares renormalised.
struct ScoreTiming {
  private static let units = 5000
  private let scheme: Scheme
  private let input: ScoringInput

  init?() {
    guard let period = Period(year: 2026, half: 1) else { return nil }
    let place = Place.subject("bench")
    var scheme = Scheme(id: "bench", place: place)
    func parent(_ id: String, weight: Double, _ children: [Node]) -> Node {
      Node(id: id, share: .weight(weight), source: .children(children, of: .mean), place: place)
    }
    let dimensions = (0..<4).map { d in
      parent(
        "维度\(d)", weight: Double(1 + d),
        (0..<3).map { g in
          parent(
            "组\(d * 3 + g)", weight: Double(1 + g),
            (0..<5).map { i in
              let number = d * 15 + g * 5 + i
              return Node(
                id: "指标\(number)", share: .weight(Double(1 + number % 4)), source: .measure("m\(number)"), place: place)
            })
        })
    }
    scheme.roots = [Node(id: "总分", share: .none, source: .children(dimensions, of: .mean), place: place)]
    scheme.measures = (0..<60).map { Measure(id: "m\($0)", source: .table("t"), take: .mean, place: place) }
    scheme.defaults.coverage = 0
    scheme.ranking = Ranking(node: "总分", place: place)
    self.scheme = scheme

    var measures: [String: MeasureColumn] = [:]
    for indicator in 0..<60 {
      var column = MeasureColumn(missing: Self.units)
      for unit in 0..<Self.units where (unit * 31 + indicator * 17) % 97 != 0 {
        column[unit] = MeasureValue(
          value: Double((unit * 7919 + indicator * 104_729) % 10_007) / 100.07, state: .value, n: 20, sd: 10)
      }
      measures["m\(indicator)"] = column
    }
    let units = (0..<Self.units).map { ScoredUnit(code: "U\($0)", name: "单位\($0)") }
    input = ScoringInput(period: period, asOf: period.end, units: units, measures: measures)
  }

  func seconds() -> Double { warmMedian(of: 9) { _ = score(scheme, input) } }

  /// Tells whether both sides compute the same.
  var sumOfScores: Double {
    score(scheme, input).node("总分")?.value.reduce(0, +) ?? .nan
  }
}
