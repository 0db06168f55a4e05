import Schemes
import Statistics
import Testing

@testable import Scoring

@Suite(.enabled(if: Asem.isThere, "QINGHENG_REFERENCE is not set"))
struct AsemPipelineTests {
  private func run() throws -> AsemRun {
    try AsemRun(
      """
      nodes: {id: Index, of: mean, LEAVES}
      rank: {node: Index}
      """,
      steps: "{impute: {mean: EurAsia_group}}, {treat: {skew: 2, kurtosis: 3.5, winmax: 5, then: log_ct}}, "
        + "{times: row.Direction}, {minmax: {to: [0, 100], bounds: observed}}",
      per: true)
  }

  /// raw → denominated → imputed → screened (nobody is out) → treated → normalised → aggregated.
  @Test func everyStage() throws {
    let run = try run()
    let stages = try ["denominated", "imputed", "screened", "treated", "normalised", "aggregated"].map {
      try Asem.Table("asem_\($0)")
    }
    let leaves = run.scheme.roots[0].leaves
    #expect(leaves.count == 49)
    for leaf in leaves {
      let column = try #require(run.sheet.node(leaf.id))
      let ours = [
        column.source, column.afterStep[0], column.afterStep[0], column.afterStep[1], column.value, column.value,
      ]
      for (stage, values) in zip(stages, ours) {
        Asem.expect(values, try stage.numbers(leaf.id, for: run.codes), leaf.id)
      }
    }
    try run.expectAll("asem_aggregated")
    try run.expectAll("asem_scores_levels")
  }

  @Test func ranksOfEveryLevel() throws {
    let run = try run()
    let file = try Asem.Table("asem_ranks_levels")
    for level in Asem.levels {
      let theirs = try file.numbers(level, for: run.codes).map { Optional(Int($0)) }
      #expect(ranks(of: try #require(run.sheet.node(level)).value) == theirs, "\(level)")
    }
    #expect(run.sheet.standing.map(\.rank) == (try file.numbers("Index", for: run.codes)).map { Int($0) })
  }

  /// asem_stats_raw: what R gives for skewness and kurtosis of type 2.
  @Test func shapesOfTheRawColumns() throws {
    let (raw, stats) = (try Asem.Table("asem_raw"), try Asem.Table("asem_stats_raw"))
    let ids = try stats.texts("iCode")
    let shapes = try ids.map { Shape(of: try raw.numbers($0)) }
    Asem.expect(shapes.map { $0?.skewness ?? .nan }, try stats.numbers("Skew"), "skewness")
    Asem.expect(shapes.map { $0?.kurtosis ?? .nan }, try stats.numbers("Kurt"), "kurtosis")
    Asem.expect(try ids.map { median(try raw.numbers($0)) }, try stats.numbers("Median"), "median")
    Asem.expect(try ids.map { sampleDeviation(try raw.numbers($0)) }, try stats.numbers("Std"), "deviation")
  }

  /// Each node's share in its parent as it acted, multiplied down to it: Australia has every value.
  @Test(arguments: [("asem_effective_weights", false), ("var_unequal_effective_weights", true)])
  func effectiveWeights(_ name: String, isUnequal: Bool) throws {
    let run = try AsemRun(
      "nodes: {id: Index, of: mean, LEAVES}", frame: isUnequal ? try AsemMeansTests.unequalFrame() : nil)
    let file = try Asem.Table(name)
    let unit = try #require(run.codes.firstIndex(of: "AUS"))
    var weights: [String: Double] = ["Index": 1]
    for node in run.scheme.allNodes {
      for child in node.children {
        weights[child.id] = (weights[node.id] ?? .nan) * (run.sheet.node(child.id)?.effectiveShare[unit] ?? .nan)
      }
    }
    let ids = try file.texts("iCode")
    Asem.expect(ids.map { weights[$0] ?? .nan }, try file.numbers("EffWeight"), name)
  }

  /// Screening: availability under 0.95 or a non-zero share under 0.9 puts a unit out. Both shares, at every bound that a
  /// unit of the file has.
  @Test func screening() throws {
    let file = try Asem.Table("var_screen_0.95_0.9")
    for (key, column) in [("share_with_value", "Dat_Avail"), ("share_not_zero", "Non_Zero")] {
      let shares = Set(try file.numbers(column)).sorted()
      let facts = shares.enumerated().map { "  f\($0): {node: Index, \(key): {at_least: \($1)}}" }
      let run = try AsemRun(
        "facts:\n" + facts.joined(separator: "\n") + "\nnodes: {id: Index, of: mean, LEAVES}\n")
      let theirs = try file.numbers(column, for: run.codes)
      for (place, share) in shares.enumerated() {
        #expect(run.sheet.facts["f\(place)"] == theirs.map { $0 >= share - 1e-12 ? 1 : 0 }, "\(key) \(share)")
      }
    }
    let run = try AsemRun(
      """
      facts:
        有数: {all: [{node: Index, share_with_value: {at_least: 0.95}}, {node: Index, share_not_zero: {at_least: 0.9}}]}
      nodes: {id: Index, of: mean, LEAVES}
      eligible: [{fact: 有数}]
      rank: {node: Index}
      """)
    let theirs = try file.texts("Included", for: run.codes).map { $0 == "TRUE" }
    #expect(run.sheet.standing.map { $0.status == .graded } == theirs)
  }
}
