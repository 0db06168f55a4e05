import Findings
import Testing

@testable import Schemes

/// Every construct after the tree, read from the smallest scheme that has it.
@Suite struct OutcomeReadingTests {
  private func read(_ rest: String, _ log: FindingLog = FindingLog()) throws -> Scheme {
    let text =
      schemeHead + """
        measures: {m: {table: t, take: count}}
        nodes: {id: 总分, of: mean, coverage: 0, children: [{id: 整改, weight: 1, measure: m}, {id: 走访, weight: 1, measure: m}]}
        rank: {node: 总分, basis: displayed}
        \(rest)
        """
    let scheme = readScheme(text, log: log)
    #expect(summary(log) == [])
    return try #require(scheme)
  }

  @Test func `Facts on the share of leaves`() throws {
    let scheme = try read(
      """
      facts:
        够数: {node: 总分, share_with_value: {at_least: 0.66}}
        非零: {all: [{node: 整改, share_not_zero: {above: 0.05}}]}
      eligible: [{fact: 够数}, {fact: 非零}]
      """)
    #expect(scheme.facts[0].test == .presenceShare(node: "总分", isNonZero: false, .init(.atLeast, 0.66)))
    #expect(scheme.facts[1].test == .all([.presenceShare(node: "整改", isNonZero: true, .init(.above, 0.05))]))
  }

  @Test func `Peers are a register column or a fact`() throws {
    let column = try read("units: {peers: peer_group}")
    #expect(column.units.peers == .column("peer_group"))
    let fact = try read("units: {peers: {fact: 组数}}\nfacts: {组数: {count: [{measure: m, at_least: 1}]}}")
    #expect(fact.units.peers == .fact("组数"), "and the fact counts as used")
  }

  @Test func `Titles and decisions`() throws {
    let scheme = try read("titles: {table: 称号, current_at: period_start}\ndecisions: 决定")
    #expect(scheme.titles?.table == "称号")
    #expect(scheme.titles?.currentAt == .periodStart)
    #expect(scheme.decisions == "决定")
  }

  @Test func `Adjustments by decisions`() throws {
    let scheme = try read(
      """
      decisions: 决定
      effects:
        - {id: 领导小组, adjust: {role: 领导小组, at_most: 3, reason: required}}
        - {id: 党办, adjust: {role: 党办, at_most: 1.5}}
      """)
    #expect(scheme.effects[0].adjust == .init(role: "领导小组", atMost: 3, needsReason: true))
    #expect(scheme.effects[1].adjust == .init(role: "党办", atMost: 1.5, needsReason: false))
    #expect(scheme.effects[0].change == nil)
  }

  @Test func `Three ways to make a year of its halves`() throws {
    let weighted = try #require(try read("combine: {year: {H1: 0.4, H2: 0.6}}").combination)
    #expect(weighted.mode == .weighted)
    #expect([weighted.h1, weighted.h2] == [0.4, 0.6])
    #expect(weighted.oneMissing == .renormalise)
    let best = try #require(try read("combine: {year: best}").combination)
    #expect(best.mode == .best)
    #expect(best.oneMissing == .renormalise)
    let last = try #require(try read("combine: {year: last, one_missing: not_graded}").combination)
    #expect(last.mode == .last)
    #expect(last.oneMissing == .notGraded)
  }

  @Test func `Cut-offs by year, floors of nodes, percentiles`() throws {
    let scheme = try read(
      """
      grades:
        bands:
          - {grade: 优秀, at_least: {2025: 90, 2026: 92}, child_at_least: {整改: 16, 走访: 12.5}}
          - {grade: 良好, percentile: 0.5}
          - {grade: 合格}
      """)
    let bands = try #require(scheme.grading?.bands)
    #expect(bands[0].atLeast == .byYear([2025: 90, 2026: 92]))
    #expect(bands[0].nodeFloors == ["整改": 16, "走访": 12.5])
    #expect(bands[1].percentileAtLeast == 0.5)
    #expect(bands[2].isUnconditional)
  }

  @Test func `A quota with all of its keys, and with none`() throws {
    let scheme = try read(
      """
      units: {peers: peer_group}
      params: {全覆盖: true}
      titles: {table: 称号, current_at: as_of}
      grades:
        bands:
          - {grade: 清廉, quota: {share: 0.3, round: half, min: 1, per: peers, tied: extend, new_only: titles, per_year: true, unless: $全覆盖}}
          - {grade: 优秀, quota: {places: 5, per: 支部, tied: share}}
          - {grade: 良好, quota: {share: 0.5}}
          - {grade: 合格}
      """)
    let bands = try #require(scheme.grading?.bands)
    let full = try #require(bands[0].quota)
    #expect(full.size == .share(0.3))
    #expect(full.round == .half)
    #expect(full.min == 1)
    #expect(full.per == .peers)
    #expect(full.tied == .extend)
    #expect(full.onlyNew && full.isPerYear && full.isLifted)
    let places = try #require(bands[1].quota)
    #expect(places.size == .places(5))
    #expect(places.per == .column("支部"))
    #expect(places.tied == .share)
    let plain = try #require(bands[2].quota)
    #expect(plain.round == .down)
    #expect(plain.min == 0)
    #expect(plain.per == .all)
    #expect(plain.tied == .allOrNone)
    #expect(!plain.onlyNew && !plain.isPerYear && !plain.isLifted)
  }

  @Test func `Grades by clusters, the best first`() throws {
    let scheme = try read(
      """
      facts: {组数: {count: {children_of: 总分, having: {measures_at_least: 1}}}}
      grades: {kmeans: {node: 总分, per: 组数, k: 3, start: quintile_medians, refine: {strict_radius: 1}, names: ["1", "2", "3"]}}
      effects: [{id: 封顶, when: {measure: m, at_least: 9}, cap_grade: "2"}]
      """)
    let clusters = try #require(scheme.grading?.clusters)
    #expect(clusters.node == "总分")
    #expect(clusters.per == "组数")
    #expect(clusters.k == 3)
    #expect(clusters.strictRadius == 1)
    #expect(scheme.grading?.grades == ["3", "2", "1"])
  }

  @Test(arguments: [
    ("facts: {f: {node: 总分, share_with_value: {1️⃣at_last: 1}}}", ["key-unknown"]),
    ("facts: {f: {node: 总分, share_with_value: {at_least: 1️⃣66}}}", ["scheme-number-out-of-range"]),
    ("facts: {f: 1️⃣{node: 总分}}", ["scheme-one-of"]),
    ("units: {peers: 1️⃣{fact: g}}", ["scheme-fact-unknown"]),
    ("titles: {table: 称号, current_at: 1️⃣period}", ["value-illegal"]),
    ("titles: 1️⃣{table: 称号}", ["key-missing"]),
    ("combine: {year: 1️⃣bset}", ["value-illegal"]),
    ("effects: [{id: e, adjust: 1️⃣{role: r}}]", ["key-missing"]),
    ("effects: [{id: e, adjust: 1️⃣{at_most: 3}}]", ["key-missing"]),
    (
      "decisions: d\neffects: [{id: e, deduct: 1️⃣{measure: m, each: 1}, adjust: {role: r, at_most: 3}}]",
      ["scheme-keys-exclude"]
    ),
    ("grades: {bands: [{grade: g, at_least: 1️⃣{}}, {grade: h}]}", ["scheme-list-length"]),
    ("grades: {bands: [{grade: g, at_least: {1️⃣去年: 90}}, {grade: h}]}", ["value-wrong-kind"]),
    ("grades: {bands: [{grade: g, at_least: {1️⃣20: 90}}, {grade: h}]}", ["scheme-number-out-of-range"]),
    ("grades: {bands: [{grade: g, child_at_least: {1️⃣整攺: 16}}, {grade: h}]}", ["scheme-node-unknown"]),
    ("grades: {bands: [{grade: g, percentile: 1️⃣90}, {grade: h}]}", ["scheme-number-out-of-range"]),
    ("grades: {bands: [{grade: g, quota: 1️⃣{share: 0.3, places: 5}}, {grade: h}]}", ["scheme-one-of"]),
    ("grades: {bands: [{grade: g, quota: {places: 5, round: 1️⃣up}}, {grade: h}]}", ["scheme-keys-exclude"]),
    ("grades: {bands: [{grade: g, quota: {share: 0.3, tied: 1️⃣all}}, {grade: h}]}", ["value-illegal"]),
    ("grades: {bands: [{grade: g, quota: {share: 0.3, unless: 1️⃣maybe}}, {grade: h}]}", ["value-wrong-kind"]),
    ("grades: {bands: [{grade: g, quota: {share: 0.3, per: 1️⃣peers}}, {grade: h}]}", ["scheme-peers-missing"]),
    ("grades: 1️⃣{bands: [{grade: h}], kmeans: {node: 总分, k: 2, names: [a, b]}}", ["scheme-one-of"]),
    ("grades: {kmeans: {node: 1️⃣总, k: 2, names: [a, b]}}", ["scheme-node-unknown"]),
    ("grades: {kmeans: {node: 总分, k: 2, names: [a, 1️⃣a]}}", ["scheme-id-duplicate"]),
    ("grades: {kmeans: {node: 总分, k: 2, start: 1️⃣random, names: [a, b]}}", ["value-illegal"]),
  ])
  func `Misuse is told at its place`(rest: String, codes: [String]) throws {
    let marked = MarkedText(
      schemeHead + """
        measures: {m: {table: t, take: count}}
        nodes: {id: 总分, of: mean, children: [{id: 整改, weight: 1, measure: m}]}
        rank: {node: 总分, basis: displayed}
        \(rest)
        """)
    let log = FindingLog()
    _ = readScheme(marked.text, log: log)
    #expect(log.findings.filter { $0.severity == .problem }.map(\.code) == codes)
    #expect(log.findings.first?.place == marked.places[1])
  }

  @Test func `Whatever decisions may change needs their table`() {
    func used(_ node: String, _ rest: String = "") -> [String] {
      let log = FindingLog()
      _ = readScheme(
        schemeHead + "measures: {m: {table: t, take: count}}\nnodes: \(node)\n\(rest)", log: log)
      return log.findings.map { $0.wording(in: .english).found }
    }
    let said = "Decisions may change “总分”, but the scheme names no table of decisions."
    let override = "{id: 总分, measure: m, override: {role: 领导小组, reason: required}}"
    #expect(used(override) == [said])
    #expect(used(override, "decisions: 决定") == [])
    let hands = "{id: 总分, hands: {甲: m, 乙: m}, prevail: [甲, 乙], difference: {over: 5, reason: required}}"
    #expect(used(hands) == [said])
    #expect(used(hands.replacing(", reason: required", with: "")) == [], "no reason is asked for")
  }

  @Test func `Grades that nobody can have are told, by year too`() {
    func codes(_ bands: String) -> [String] {
      let log = FindingLog()
      _ = readScheme(
        schemeHead + """
          measures: {m: {table: t, take: count}}
          nodes: {id: 总分, of: mean, children: [{id: 整改, weight: 1, measure: m}]}
          rank: {node: 总分, basis: displayed}
          grades: {bands: [\(bands), {grade: 合格}]}
          """, log: log)
      return log.findings.map(\.code)
    }
    #expect(codes("{grade: a, at_least: {2025: 90}}, {grade: b, at_least: {2025: 85, 2026: 95}}") == [])
    #expect(
      codes("{grade: a, at_least: {2025: 90, 2026: 80}}, {grade: b, at_least: {2025: 85, 2026: 85}}")
        == ["grade-order"])
    #expect(codes("{grade: a, at_least: {2025: 90, 2026: 80}}, {grade: b, at_least: 85}") == ["grade-order"])
    // Equal floors: the higher grade has a quota, a floor or a percentile that parts them.
    #expect(codes("{grade: a, at_least: 90, quota: {share: 0.3}}, {grade: b, at_least: 90}") == [])
    #expect(codes("{grade: a, at_least: 90, child_at_least: {整改: 9}}, {grade: b, at_least: 90}") == [])
    #expect(codes("{grade: a, at_least: 90, percentile: 0.9}, {grade: b, at_least: 90}") == [])
    // Who has 70 and no place among the first falls to the second, however low the first one's floor is.
    #expect(codes("{grade: a, at_least: 50, quota: {share: 0.35}}, {grade: b, at_least: 70}") == [])
    #expect(codes("{grade: a, at_least: 50, child_at_least: {整改: 9}}, {grade: b, at_least: 70}") == [])
    #expect(
      codes("{grade: a, at_least: 60}, {grade: b, at_least: 50, quota: {share: 0.35}}, {grade: c, at_least: 70}")
        == ["grade-order"])
    #expect(codes("{grade: a, child_at_least: {整改: 9}}, {grade: b, child_at_least: {整改: 9}}") == ["grade-unreachable"])
    #expect(codes("{grade: a, child_at_least: {整改: 9}}, {grade: b, child_at_least: {整改: 8}}") == [])
  }
}
