import Findings
import Testing

@testable import Schemes

@Suite struct UnsupportedTests {
  static let measures = [
    "{obligations: o, take: late}", "{scheme: s, node: n, period: latest}", "{view: v}",
    "{table: t, take: count, include: descendants}", "{table: t, take: count, membership: m}",
    "{table: t, take: count, unique: {by: a, keep: max b, across: units}}",
    "{table: t, value: a, take: mean, first: {by: a, take: mean, over: r}}",
    "{table: t, value: a, take: mean, first: {by: a, take: mean, then: {proportional: {full: 2}}}}",
  ]
  static let nodes = [
    "{id: n, hands: {系统: m, 人工: m}}", "{id: n, measure: m, hand_steps: {}}", "{id: n, measure: m, prevail: [m]}",
    "{id: n, measure: m, difference: {over: 5}}", "{id: n, measure: m, override: {role: r}}",
    "{id: n, measure: m, own: true}", "{id: n, of: geometric, children: []}", "{id: n, of: harmonic, children: []}",
    "{id: n, measure: m, steps: [{minmax: {to: [0, 100]}}]}", "{id: n, measure: m, steps: [rank]}",
    "{id: n, measure: m, steps: [{percentile: {}}]}", "{id: n, measure: m, steps: [{treat: {skew: 2}}]}",
    "{id: n, measure: m, steps: [{impute: {mean: g}}]}",
    "{id: n, measure: m, steps: [{zscore: {over: {frozen: 2025H1}}}]}",
    "{id: n, of: mean, leaves: {from: t, id: i, parent: p, measure: {column_of: u}}}",
    "{id: n, of: mean, leaves: {from: t, id: i, weight: w, measure: {column_of: u}}}",
    "{id: n, of: mean, leaves: {from: t, id: i, where: w, measure: {column_of: u}}}",
    "{id: n, of: mean, leaves: {from: t, id: i, measure: {column_of: u, per: row.d}}}",
  ]
  static let rests = [
    "defaults: {over: {frozen: 2025H1}}"
  ]

  @Test(arguments: measures.map { "measures: {m: \($0)}" } + nodes.map { "nodes: \($0)" } + rests)
  func `What the model does not hold is refused by name, and nothing else is said`(part: String) {
    let measures = "measures: {m: {table: t, take: count}}\n"
    let nodes = "nodes: {id: n, measure: m}\n"
    let text =
      schemeHead + (part.hasPrefix("measures") ? "" : measures) + (part.hasPrefix("nodes") ? "" : nodes) + part + "\n"
    let log = FindingLog()
    #expect(readScheme(text, log: log) == nil)
    #expect(log.findings.map(\.code) == ["scheme-construct-unsupported"])
  }
}
