import Findings
import Testing

@testable import Schemes

@Suite struct UnsupportedTests {
  static let top = ["extends: andere", "titles: {table: t, current_at: period_start}"]
  static let measures = [
    "{obligations: o, take: late}"
  ]
  static let rests = [
    "effects: [{id: e, adjust: {role: r, at_most: 3}}]\nrank: {node: n}",
    "grades: {kmeans: {node: n}}\nrank: {node: n}",
    "grades: {bands: [{grade: g, quota: {share: 0.3}}]}\nrank: {node: n}",
  ]

  @Test(arguments: top + measures.map { "measures: {m: \($0)}" } + rests)
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
