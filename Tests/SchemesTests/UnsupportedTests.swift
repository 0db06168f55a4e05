import Findings
import Testing

@testable import Schemes

@Suite struct UnsupportedTests {
  static let measures = [
    "{obligations: o, take: late}"
  ]

  @Test(arguments: measures.map { "measures: {m: \($0)}" })
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
