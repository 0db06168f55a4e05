import Findings
import Testing

@testable import Schemes

/// Every construct of measures, steps and nodes arrives in the model as it is written.
@Suite struct ConstructReadingTests {
  private func scheme(_ body: String) throws -> Scheme {
    let log = FindingLog()
    let scheme = readScheme(schemeHead + body, log: log)
    #expect(summary(log) == [])
    return try #require(scheme)
  }

  private func measure(_ text: String) throws -> Measure {
    try #require(try scheme("measures: {m: \(text)}\nnodes: {id: 总分, measure: m}").measure("m"))
  }

  private func step(_ text: String) throws -> Step.Action {
    let scheme = try scheme(
      """
      measures: {m: {table: t, take: count}, o: {table: t, take: count}}
      nodes:
        - {id: 总分, points: 10, of: mean, weights: equal, children: [{id: a, measure: m, steps: [\(text)]}, {id: b, measure: o}]}
      """)
    return try #require(scheme.node("a")?.steps.first?.action)
  }

  @Test func `Measures of a view and of another scheme`() throws {
    let view = try measure(
      "{view: \"SELECT unit_id, p_from, p_to, value FROM v\", take: mean, window: {years: 3}, min_n: 2, range: [0, 5], times: 2, empty: 0}"
    )
    guard case .view(let read) = view.source else {
      Issue.record("no view")
      return
    }
    #expect(read.sql == "SELECT unit_id, p_from, p_to, value FROM v")
    #expect(view.window == .rolling(years: 3))
    #expect(view.minN == 2 && view.range == 0...5 && view.times == 2 && view.empty == .number(0))
    #expect(!read.namesItsRows)

    let own = try measure("{scheme: fengxian, node: 总分}")
    #expect(own.source.reference == .init(scheme: "fengxian", node: "总分", period: .same))
    let latest = try measure("{scheme: fengxian, node: 总分, period: latest, range: [0, 100]}")
    #expect(latest.source.reference?.period == .latest)
    #expect(latest.range == 0...100)
    let members = try measure("{scheme: geren, node: 总分, period: {last: 3}, of: members, take: mean, weight: share}")
    #expect(
      members.source.reference
        == .init(scheme: "geren", node: "总分", period: .last(3), subject: .members, isWeightedByShare: true))
  }

  @Test func `Whose rows, unique over units, rosters and steps between the stages`() throws {
    let measure = try measure(
      "{table: t, value: a, take: mean, include: descendants, unique: {by: a, keep: max b, across: units}, first: {by: 成员, take: sum, over: 名单, then: {proportional: {full: 2}}}}"
    )
    #expect(measure.include == .descendants)
    #expect(measure.unique == .init(by: "a", keepGreatest: "b", isAcrossUnits: true))
    #expect(measure.first?.roster == "名单")
    #expect(measure.first?.then.map(\.action) == [.proportional(full: .number(2))])
    #expect(try self.measure("{table: t, take: count, include: membership}").include == .membership)
    let two = try self.measure(
      "{table: t, value: a, take: mean, first: {by: b, take: mean, then: [{clamp: [0, ~]}, {round: 1}]}}")
    #expect(two.first?.then.map(\.action) == [.clamp(low: .number(0), high: nil), .round(digits: 1)])
  }

  static let steps: [(String, Step.Action)] = [
    ("minmax", .minMax(to: .init(0, 1), bounds: .observed, over: nil)),
    ("{minmax: {to: [0, 100]}}", .minMax(to: .init(0, 100), bounds: .observed, over: nil)),
    ("{minmax: {bounds: observed, over: eligible}}", .minMax(to: .init(0, 1), bounds: .observed, over: .eligible)),
    ("{minmax: {bounds: [0, 30]}}", .minMax(to: .init(0, 1), bounds: .fixed(.number(0), .number(30)), over: nil)),
    (
      "{minmax: {bounds: {frozen: 2025H1}}}",
      .minMax(to: .init(0, 1), bounds: .observed, over: .frozen("2025H1"))
    ),
    ("rank", .rank(.descending, over: nil)),
    ("{rank: {order: ascending, over: reported}}", .rank(.ascending, over: .reported)),
    ("borda", .borda(over: nil)),
    ("{borda: {over: {periods: [2018, 2019]}}}", .borda(over: .periods(["2018", "2019"]))),
    ("percentile", .percentile(over: nil)),
    ("{percentile: {over: {frozen: 2025年上半年}}}", .percentile(over: .frozen("2025H1"))),
    ("{distance: best}", .distance(.best, over: nil)),
    ("{distance: {over: reported}}", .distance(.best, over: .reported)),
    ("{distance: {unit: D014}}", .distance(.unit("D014"), over: nil)),
    ("{distance: {target: 95, cap: true}}", .distance(.target(.number(95), isCapped: true), over: nil)),
    ("share_of_best", .shareOfBest(over: nil)),
    ("{impute: {mean: all}}", .impute(.units(.mean, group: nil))),
    ("{impute: {median: peer_group}}", .impute(.units(.median, group: "peer_group"))),
    ("{impute: {siblings: median, direction: -1}}", .impute(.siblings(.median, direction: .number(-1)))),
    ("{impute: last_period}", .impute(.latestPeriod(atMost: nil))),
    ("{impute: {last_period: {at_most: 1}}}", .impute(.latestPeriod(atMost: 1))),
    ("{impute: between_periods}", .impute(.betweenPeriods)),
    (
      "treat",
      .treat(.init(skew: 2, kurtosis: 3.5, winmax: 5, then: .logCT, isCombined: false), over: nil)
    ),
    (
      "{treat: {skew: 1, kurtosis: 1, winmax: 0, then: none, combined: true, over: reported}}",
      .treat(.init(skew: 1, kurtosis: 1, winmax: 0, then: .none, isCombined: true), over: .reported)
    ),
    ("{clamp: [0, 100]}", .clamp(low: .number(0), high: .number(100))),
    ("{clamp: [null, 100]}", .clamp(low: nil, high: .number(100))),
    ("{round: 2}", .round(digits: 2)),
    ("{zscore: {over: {frozen: 2025H1}}}", .zScore(to: .init(mean: 0, deviation: 1), over: .frozen("2025H1"))),
    (
      "{bands: {across: o, columns: [3, 1], rows: [[90, [10, 8]], [0, [0, 0]]]}}",
      .matrix(
        .init(
          across: "o", columns: [.number(3), .number(1)],
          rows: [
            .init(atLeast: .number(90), gives: [.number(10), .number(8)]),
            .init(atLeast: .number(0), gives: [.number(0), .number(0)]),
          ]))
    ),
  ]

  @Test(arguments: steps)
  func `Steps read with their defaults`(text: String, action: Step.Action) throws {
    #expect(try step(text) == action)
  }

  @Test func `Required times need points`() throws {
    let scheme = try scheme(
      """
      measures: {m: {table: t, take: count}}
      nodes: {id: 总分, points: 12, measure: m, steps: [{required: {times: 4, each: 2.5, further: 0.5, at_most: 12}}]}
      """)
    #expect(
      scheme.roots[0].steps.first?.action
        == .required(times: .number(4), each: .number(2.5), further: .number(0.5), atMost: .number(12)))
  }

  @Test func `Hands, decisions and the hospital's own rules`() throws {
    let scheme = try scheme(
      """
      decisions: 决定
      measures: {率: {table: t, take: count}, 分: {table: t, take: count}, 自: {table: t, take: count}}
      nodes:
        - id: 总分
          of: mean
          weights: equal
          own: true
          children:
            - {id: 作风, hands: {系统: 率, 人工: 分}, hand_steps: {系统: [{linear: [[0, 20], [5, 0]]}], 人工: []}, prevail: [人工, 系统], difference: {over: 5, reason: required}, override: {role: 领导小组, reason: required}}
            - {id: 学风, hands: {自评: {measure: 自, weight: 1, steps: [{times: 2}]}, 他评: {measure: 分, weight: 2}}, of: mean, override: {}}
      """)
    let style = try #require(scheme.node("作风"))
    let hands = try #require(style.hands)
    #expect(hands.all.map(\.id) == ["系统", "人工"])
    #expect(hands.all.map(\.measure) == ["率", "分"])
    #expect(hands.all.map(\.steps.count) == [1, 0])
    #expect(hands.combination == .prevail(["人工", "系统"]))
    #expect(hands.difference == .init(over: 5, needsReason: true))
    #expect(style.override == .init(role: "领导小组", needsReason: true))
    #expect(style.share == .weight(1))
    let study = try #require(scheme.node("学风"))
    #expect(study.hands?.combination == .mean)
    #expect(study.hands?.all.map(\.weight) == [1, 2])
    #expect(study.hands?.all.first?.steps.first?.action == .times(.number(2)))
    #expect(study.override == .init(role: nil, needsReason: false))
    #expect(scheme.roots[0].isOwn)
  }

  @Test(arguments: [
    ("geometric", Node.Aggregation.geometric), ("harmonic", .harmonic), ("{power: -1}", .power(-1)), ("min", .min),
    ("max", .max), ("median", .median), ("{best: 2}", .best(2)), ("{trimmed: 1}", .trimmed(1)),
    ("copeland", .copeland(overLeaves: false)), ("{copeland: leaves}", .copeland(overLeaves: true)),
  ])
  func `Means of every kind, over weights and over points`(text: String, aggregation: Node.Aggregation) throws {
    let weights = try scheme(
      """
      measures: {m: {table: t, take: count}}
      nodes: {id: 总分, of: \(text), weights: shares, coverage: {by: count, at_least: 2}, children: [{id: a, weight: 0.5, measure: m}, {id: b, weight: 0.3, measure: m}, {id: c, weight: 0.2, measure: m}]}
      """)
    #expect(weights.roots[0].aggregation == aggregation)
    #expect(weights.roots[0].coverage == .init(atLeast: 2, basis: .count))
    let points = try scheme(
      """
      measures: {m: {table: t, take: count}}
      nodes: {id: 总分, points: 100, of: \(text), children: [{id: a, points: 5, measure: m, steps: [pass]}, {id: b, points: 3, measure: m, steps: [pass]}, {id: c, points: 1, measure: m, steps: [pass]}]}
      """)
    #expect(points.roots[0].points == 100, "the children's need not add up to it")
    #expect(points.roots[0].aggregation == aggregation)
  }

  @Test func `Equal weights over groups that sum points`() throws {
    let scheme = try scheme(
      """
      measures: {m: {table: t, take: count}}
      nodes: {id: 总分, of: mean, weights: equal, children: [{id: a, of: sum, children: [{id: b, points: 3, measure: m, steps: [pass]}]}, {id: c, measure: m}]}
      """)
    #expect(scheme.roots[0].children.map(\.share) == [.weight(1), .weight(1)])
    #expect(scheme.node("b")?.points == 3)
  }

  @Test func `A scheme of all of them reads, expands and checks`() throws {
    let log = FindingLog()
    let scheme = try #require(readScheme(constructScheme, log: log), "\(summary(log))")
    let expanded = try #require(scheme.expanding(from: ["框架表": constructFrame], log: log), "\(summary(log))")
    #expect(expanded.node("甲组")?.aggregation == .median)
    let frame = CatalogueTable(id: "框架表", columns: [], otherColumns: .number, hasUnits: false, hasPeriods: false)
    var catalogue = wholeCatalogue
    catalogue.tables["框架表"] = frame
    catalogue.tables["决定"] = CatalogueTable(
      id: "决定", columns: [CatalogueColumn(id: "date", kind: .date, isNullable: false)], otherColumns: .text)
    check(expanded, against: catalogue, log: log)
    #expect(summary(log) == [])
  }
}

extension Measure.Source {
  fileprivate var reference: SchemeReference? { if case .scheme(let reference) = self { reference } else { nil } }
}
