import Testing

@testable import Scoring

/// The raw columns under each scale, and their means.
@Suite(.enabled(if: Asem.isThere, "QINGHENG_REFERENCE is not set"))
struct AsemNormalisationTests {
  @Test(arguments: [
    ("minmax_0_100", "{minmax: {to: [0, 100]}}"), ("minmax_1_100", "{minmax: {to: [1, 100]}}"),
    ("zscore", "zscore"), ("zscore_100_15", "{zscore: {to: [100, 15]}}"),
    ("rank", "{rank: {order: ascending}}"), ("borda", "borda"), ("prank", "percentile"),
    ("dist2max", "{distance: best}"), ("dist2targ", "{distance: {target: row.Target * row.Direction}}"),
  ])
  func scales(_ name: String, _ step: String) throws {
    let run = try AsemRun("nodes: {id: Index, of: mean, LEAVES}", steps: "{times: row.Direction}, " + step)
    try run.expectAll("var_norm_\(name)")
    if name != "dist2targ" { try run.expectAll("var_amean_\(name)") }
  }

  /// Columns in which COINr divides by 0 (Inf, or nothing for 0 ÷ 0) are missing here, with a finding: the reference unit
  /// has the least value, or the greatest value is 0. Where the greatest value is below 0, COINr's shares turn the order
  /// round; they are missing here too. None of these is compared, nor are the means above them.
  @Test(arguments: [("dist2ref_unit1", "{distance: {unit: AUS}}"), ("fracmax", "share_of_best")])
  func scalesWithoutAGoal(_ name: String, _ step: String) throws {
    let run = try AsemRun("nodes: {id: Index, of: mean, LEAVES}", steps: "{times: row.Direction}, " + step)
    for file in ["var_norm_\(name)", "var_amean_\(name)"] {
      let table = try Asem.Table(file)
      let infinite = try table.headers.filter { try table.texts($0).contains { $0.hasSuffix("Inf") } }
      let negative =
        step == "share_of_best"
        ? run.scheme.roots.flatMap(\.leaves).map(\.id).filter { id in
          run.sheet.node(id)?.afterStep[0].allSatisfy { !($0 > 0) } ?? false
        } : []
      let above = run.scheme.allNodes.filter { node in
        !node.isLeaf && node.leaves.contains { negative.contains($0.id) }
      }.map(\.id)
      try run.expectAll(file, without: Set(infinite + negative + above))
      for id in infinite + negative {
        guard let column = run.sheet.node(id), run.scheme.node(id)?.isLeaf == true else { continue }
        #expect(column.value.allSatisfy { $0.isNaN })
        let isNamed = run.sheet.findings.contains { finding in
          if case .goalUnusable(_, id, _, _) = finding { true } else { false }
        }
        #expect(isNamed, "\(id)")
      }
    }
  }
}
