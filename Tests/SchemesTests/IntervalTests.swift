import Findings
import Testing

@testable import Schemes

/// Interval arithmetic over steps, means and hands (R2): 0…P or a finding. `a` is 0…10, `flag` yes or no.
@Suite struct IntervalTests {
  private func codes(
    points: String = "10", _ source: String, over: String = "", results: [String: [String: ClosedRange<Double>]] = [:]
  ) -> [String] {
    let log = FindingLog()
    let text =
      schemeHead + """
        units: {peers: state}
        \(over)
        measures:
          a: {table: t, value: a, take: mean}
          n: {table: t, take: count}
          f: {table: t, value: flag, take: share}
          任: {table: t, value: empty, take: mean}
          他: {scheme: s, node: 总分}
          他限: {scheme: s, node: 总分, range: [0, 10]}
          和: {scheme: s, node: 总分, of: members, take: sum}
          查: {view: SELECT 1, take: mean}
          查限: {view: SELECT 1, take: mean, range: [0, 10]}
          查数: {view: SELECT 1, take: count}
          先: {table: t, value: a, take: mean, first: {by: text, take: sum, then: {proportional: {full: 2}}}}
          名: {table: t, value: 'CASE WHEN a > 3 THEN 10 ELSE 5 END', take: mean, first: {by: text, take: mean, over: t}}
        nodes: {id: 总分, \(points.isEmpty ? "" : "points: \(points), ")\(source)}
        """
    if let scheme = readScheme(text, log: log) {
      check(
        scheme, against: Catalogue(tables: [exhibitTable], registerColumns: ["state"], results: results), log: log)
    }
    return log.findings.map(\.code).filter { $0 != "measure-unused" }
  }

  private func steps(_ measure: String, _ steps: String, over: String = "") -> [String] {
    codes("measure: \(measure), steps: [\(steps)]", over: over)
  }

  private let outside = ["scheme-points-interval"]
  private let unbounded = ["measure-range-missing"]

  @Test func `Steps that look at one number`() {
    #expect(steps("任", "{clamp: [0, 10]}") == [])
    #expect(steps("任", "{clamp: [0, ~]}") == unbounded)
    #expect(steps("a", "{times: 2}, {clamp: [~, 10]}") == [])
    #expect(steps("a", "{clamp: [2, 8]}") == ["scheme-points-unreachable"])
    #expect(steps("a", "{times: 1.04}, {round: 0}") == [], "10.4 becomes 10")
    #expect(steps("a", "{times: 1.06}, {round: 0}") == outside)
    #expect(steps("n", "{required: {times: 4, each: 2.5}}") == [])
    #expect(steps("n", "{required: {times: 4, each: 2}}") == ["scheme-points-unreachable"])
    #expect(steps("n", "{required: {times: 4, each: 2, further: 0.5}}") == [])
    #expect(steps("n", "{required: {times: 4, each: 2.5, at_most: 9}}") == ["scheme-points-unreachable"])
    #expect(steps("任", "{minmax: {to: [0, 10], bounds: [0, 5]}}") == unbounded)
    // 10 of 5 is twice as far: 20.
    #expect(steps("a", "{minmax: {to: [0, 10], bounds: [0, 5]}}") == outside)
    #expect(steps("a", "{minmax: {to: [10, 0], bounds: [0, 10]}}") == [])
  }

  @Test func `Steps that make the same of every value are told`() {
    let constant = ["step-constant"]
    #expect(steps("a", "{pass: {at_least: 5}}") == [] && steps("f", "pass") == [])
    #expect(steps("a", "{pass: {at_least: 11}}") == constant && steps("a", "{pass: {above: 10}}") == constant)
    #expect(steps("a", "{pass: {at_least: 0}}") == constant && steps("a", "{pass: {below: 0}}") == constant)
    #expect(steps("n", "{add: {each: 0}}") == constant && steps("n", "{deduct: {each: 0}}") == constant)
    #expect(steps("n", "{deduct: {each: 1, at_most: 3}}") == [])
    #expect(steps("a", "{linear: [[20, 0], [30, 10]]}") == constant)
    #expect(codes("measure: a, zero_when: {measure: n, at_least: 0}") == ["test-always"])
    #expect(codes("measure: a, zero_when: {measure: a, above: 10}") == ["test-never"])
  }

  @Test func `Bands in two directions`() {
    #expect(steps("a", "{bands: {across: f, columns: [1, 0], rows: [[9, [10, 8]], [0, [5, 0]]]}}") == [])
    #expect(steps("a", "{bands: {across: f, columns: [1, 0], rows: [[9, [11, 8]], [0, [5, 0]]]}}") == outside)
    #expect(
      steps("a", "{bands: {across: f, columns: [1, 0.5], rows: [[9, [10, 8]], [0, [5, 0]]]}}") == [
        "step-bands-stop-short"
      ])
    #expect(
      steps("a", "{bands: {across: f, columns: [90, 0], rows: [[9, [99, 10]], [0, [5, 0]]]}}")
        == ["step-band-unreachable"])
  }

  @Test func `Steps that compare units are certain only where every unit is inside`() {
    #expect(steps("任", "{minmax: {to: [0, 10]}}") == [])
    #expect(steps("任", "{minmax: {to: [0, 10], over: peers}}") == [])
    #expect(steps("任", "{minmax: {to: [0, 10], over: {periods: [2024]}}}") == [])
    #expect(steps("任", "{minmax: {to: [0, 10], over: eligible}}") == unbounded)
    #expect(steps("任", "{minmax: {to: [0, 10], bounds: {frozen: 2024}}}") == unbounded)
    #expect(steps("任", "{minmax: {to: [0, 10]}}", over: "defaults: {over: eligible}") == unbounded)
    #expect(steps("任", "percentile, {times: 10}") == [])
    #expect(steps("任", "{distance: best}, {times: 10}") == [])
    #expect(steps("任", "{distance: {unit: A}}, {times: 10}") == unbounded)
    #expect(steps("a", "{distance: {target: 10}}, {times: 10}") == [], "no value is above the target")
    #expect(steps("a", "{distance: {target: 5, cap: true}}, {times: 10}") == unbounded)
    #expect(steps("a", "share_of_best, {times: 10}") == [])
    #expect(steps("任", "share_of_best, {times: 10}") == unbounded, "values can be negative")
    #expect(steps("a", "zscore") == unbounded)
    #expect(steps("a", "rank") == unbounded)
    #expect(steps("a", "borda, {clamp: [0, 10]}") == [])
    #expect(steps("a", "treat") == unbounded)
    #expect(steps("a", "{treat: {then: none}}") == [], "winsorising stays inside")
    #expect(steps("a", "{impute: {mean: state}}") == [])
    #expect(steps("a", "{impute: {mean: stat}}") == ["scheme-register-column-unknown"])
  }

  @Test func `Measures without a table need a range, or the other scheme's`() {
    #expect(codes("measure: 他") == unbounded)
    #expect(codes("measure: 他", results: ["s": ["总分": 0...10]]) == [])
    #expect(codes("measure: 他", results: ["s": ["总分": 0...100]]) == outside)
    #expect(codes("measure: 他限") == [])
    #expect(codes("measure: 和", results: ["s": ["总分": 0...10]]) == unbounded, "a sum over members has no end")
    #expect(codes("measure: 查") == unbounded)
    #expect(codes("measure: 查限") == [])
    #expect(codes("measure: 查数, steps: [{deduct: {each: 1}}]") == [])
    #expect(codes(points: "", "measure: 查") == [], "without points no range is needed")
  }

  @Test func `Steps between the stages work with P = 1, and a roster brings in 0`() {
    #expect(codes("measure: 先, steps: [{times: 10}]") == [])
    #expect(codes("measure: 先, steps: [{times: 11}]") == outside)
    // Means of 5 and 10; without the roster the last band of 5 would do.
    #expect(codes("measure: 名, steps: [{bands: [[10, 10], [5, 0]]}]") == ["step-bands-stop-short"])
    #expect(codes("measure: 名, steps: [{bands: [[10, 10], [0, 0]]}]") == [])
  }

  @Test func `Every hand ends in the points`() {
    #expect(codes("hands: {系统: n, 人工: a}, hand_steps: {系统: {deduct: {each: 1}}}, prevail: [人工, 系统]") == [])
    #expect(codes("hands: {系统: n, 人工: a}, prevail: [人工, 系统]") == unbounded)
    #expect(
      codes("hands: {系统: a, 人工: {measure: a, steps: [{times: 2}]}}, of: mean") == outside)
    #expect(codes(points: "", "hands: {系统: n, 人工: a}, prevail: [人工, 系统]") == [])
  }

  @Test(arguments: ["mean", "geometric", "harmonic", "{power: 2}", "min", "max", "median", "{best: 1}", "{trimmed: 0}"])
  func `Means lie between their parts`(of: String) {
    if of == "{trimmed: 0}" {
      #expect(codes("of: \(of), weights: equal, children: [{id: x, measure: a}]") == ["scheme-number-out-of-range"])
      return
    }
    #expect(codes("of: \(of), weights: equal, children: [{id: x, measure: a}, {id: y, measure: a}]") == [])
    #expect(
      codes(
        "of: \(of), weights: equal, children: [{id: x, measure: a}, {id: y, measure: a, steps: [{times: 2}]}]")
        == outside)
    #expect(
      codes(
        "of: \(of), children: [{id: x, points: 20, measure: a, steps: [{times: 2}]}, {id: y, points: 10, measure: a}]")
        == [], "shares of points")
  }

  @Test func `Wins and losses have no end`() {
    #expect(codes("of: copeland, weights: equal, children: [{id: x, measure: a}, {id: y, measure: a}]") == outside)
    #expect(
      codes(
        "of: copeland, weights: equal, steps: [{minmax: {to: [0, 10]}}], children: [{id: x, measure: a}, {id: y, measure: a}]"
      ) == [])
  }

  @Test func `The rows of a frame are tested before anything is read`() {
    let frame = CatalogueTable(
      id: "框架", columns: [CatalogueColumn(id: "id", kind: .text, isNullable: false)], otherColumns: .text,
      hasUnits: false, hasPeriods: false)
    func codes(_ test: String) -> [String] {
      let log = FindingLog()
      let text =
        schemeHead + """
          nodes: {id: 总分, of: mean, leaves: {from: 框架, id: id, parent: 上级, weight: 权, where: "\(test)", measure: {column_of: t, per: row.除}}}
          """
      if let scheme = readScheme(text, log: log) {
        check(scheme, against: Catalogue(tables: [frame, exhibitTable], registerColumns: []), log: log)
      }
      return log.findings.map(\.code)
    }
    #expect(codes("类 = '指标'") == [], "a row with an empty cell is no leaf, and nobody need say so")
    #expect(codes("类 = 1") == ["expression-kinds-differ"])
    #expect(codes("类") == ["expression-not-condition"])
  }
}
