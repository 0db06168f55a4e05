import Findings
import Testing

@testable import Schemes

/// Where what is missing makes the rest count for more, the scheme says how much there must be (R4, R6, R7).
@Suite struct CoverageStatedTests {
  private func codes(
    _ defaults: String = "", second: String = "{id: 乙, points: 5, measure: a}", rest: String = "rank: {node: 总分}"
  ) -> [String] {
    let log = FindingLog()
    _ = readScheme(
      schemeHead + """
        \(defaults)
        measures:
          a: {table: t, value: a, take: mean}
        nodes: {id: 总分, of: sum, children: [{id: 甲, points: 5, measure: a}, \(second)]}
        \(rest)
        """, log: log)
    return log.findings.map(\.code)
  }

  @Test func `Nothing said is told`() {
    #expect(codes() == ["scheme-coverage-unstated"])
    #expect(codes("defaults: {leaves_missing: renormalise}") == ["scheme-coverage-unstated"])
    #expect(
      codes(rest: "rank: {node: 总分}\nfacts: {甲够: {measure: a, at_least: 1}}\neligible: [{fact: 甲够}]")
        == ["scheme-coverage-unstated"], "a condition on a number says nothing of gaps")
    // One leaf under points of 0 leaves the other to renormalise.
    #expect(codes(second: "{id: 乙, points: 5, measure: a, missing: zero}") == ["scheme-coverage-unstated"])
  }

  @Test func `Whoever says it is not told`() {
    #expect(codes("defaults: {coverage: 0.8}") == [])
    #expect(codes("defaults: {coverage: 0}") == [], "0 is said, too")
    for policy in ["zero", "not_graded", "propagate"] { #expect(codes("defaults: {leaves_missing: \(policy)}") == []) }
    #expect(codes(second: "{id: 乙, points: 5, measure: a, missing: not_graded}") == [])
    #expect(
      codes(second: "{id: 乙, of: sum, coverage: {by: count, at_least: 1}, children: [{id: 丙, points: 5, measure: a}]}")
        == [])
    #expect(
      codes(
        rest:
          "rank: {node: 总分}\nfacts: {够: {all: [{fact: 有}]}, 有: {node: 总分, measures_at_least: 2}}\neligible: [{fact: 够}]"
      )
        == [])
  }

  @Test func `Nobody is judged, or nothing can be missing beside another`() {
    #expect(codes(rest: "") == [])
    #expect(codes(second: "") == [])
  }

  @Test func `A misspelt rule is told as that alone`() {
    #expect(codes("defaults: {coverge: 0.8}") == ["key-unknown"])
  }
}
