import Findings
import Schemes
import Testing

@testable import Workbench

/// Grades by clusters have no lines with conditions, and yet some are above others.
@Suite struct ClusterShortfallTests {
  /// 内科 4 and 外科 6 make two clusters; 新科 has no number and no grade.
  private func tables(_ language: Language = .chinese) throws -> RunTables {
    let workspace = try LoadingWorkspace()
    try workspace.bring("记录", ["A,2025-03-01,,,,4", "B,2025-03-01,,,,6"])
    let run = try workspace.scored { scheme in
      let clusters = ClusterGrading(
        node: "总分", per: nil, k: 2, strictRadius: nil, names: ["低", "高"], place: scheme.place)
      scheme.grading = Grading(bands: [], clusters: clusters, onlyYear: false, place: scheme.place)
      scheme.ranking = Ranking(node: "总分", place: scheme.place)
    }
    return RunTables(run, language: language, minimumCell: 5)
  }

  @Test func whoIsBelowAnotherCluster() throws {
    let below = try tables().shortfalls()
    #expect(below.map(\.missed.grade) == ["高"] && below.map(\.reason) == ["聚类归入“低”"])
    #expect(try tables(.english).shortfalls().map(\.reason) == ["clusters put it in “低”"])
    let found = try tables().shortfall(of: 0)
    #expect(found?.line == "高" && found?.reason == "聚类归入“低”")
    #expect(try tables().shortfall(of: 1) == nil && tables().shortfall(of: 2) == nil)
  }
}
