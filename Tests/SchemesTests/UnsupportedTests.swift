import Findings
import Testing

@testable import Schemes

@Suite struct UnsupportedTests {
  @Test func `Obligations are refused by name, and nothing else is said`() {
    let text =
      schemeHead + """
        measures: {m: {obligations: 信息报送, take: late}}
        nodes: {id: n, measure: m}
        """
    let log = FindingLog()
    #expect(readScheme(text, log: log) == nil)
    #expect(log.findings.map(\.code) == ["scheme-construct-unsupported"])
  }
}
