import Schemes
import Testing

@testable import Scoring

/// The raw columns between 1 and 100 under each mean, with equal and unequal weights.
@Suite(.enabled(if: Asem.isThere, "QINGHENG_REFERENCE is not set"))
struct AsemMeansTests {
  private static let steps = "{times: row.Direction}, {minmax: {to: [1, 100]}}"

  /// The frame with the weights of the variation.
  static func unequalFrame() throws -> [[String: SchemeCell]] {
    let file = try Asem.Table("var_unequal_weights")
    let weights = Dictionary(uniqueKeysWithValues: zip(try file.texts("iCode"), try file.numbers("Weight")))
    return try AsemRun.frame().map { row in
      var row = row
      if case .text(let id)? = row["iCode"], let weight = weights[id] { row["Weight"] = .number(weight) }
      return row
    }
  }

  @Test(arguments: [
    ("var_gmean_minmax_1_100", "geometric", false), ("var_hmean_minmax_1_100", "harmonic", false),
    ("var_unequal_amean", "mean", true), ("var_unequal_gmean", "geometric", true),
    ("var_unequal_hmean", "harmonic", true),
  ])
  func means(_ file: String, _ mean: String, isUnequal: Bool) throws {
    let run = try AsemRun(
      "nodes: {id: Index, of: \(mean), LEAVES}", steps: Self.steps,
      frame: isUnequal ? try Self.unequalFrame() : nil)
    try run.expectAll(file)
  }

  /// Pillars are arithmetic means, the two above them geometric, the index harmonic.
  @Test func mixed() throws {
    let pillars = Asem.pillars.map { "\($0): mean" }.joined(separator: ", ")
    let run = try AsemRun(
      "nodes: {id: Index, of: harmonic, LEAVES}", steps: Self.steps,
      of: "{\(pillars), Conn: geometric, Sust: geometric}")
    try run.expectAll("var_mixed_amean_gmean_hmean")
  }

  /// The same rule at the index, which the file writes, and at all nodes that the frame makes.
  private static func run(_ of: String, _ rule: String, isUnequal: Bool = false) throws -> AsemRun {
    try AsemRun(
      "nodes: {id: Index, of: \(of), \(rule), LEAVES}", steps: steps, inner: "{\(rule)}",
      frame: isUnequal ? try unequalFrame() : nil)
  }

  /// COINr's generalised mean is missing if any value is; here that is said, by `propagate`.
  @Test(arguments: [
    ("var_genmean_3_minmax_1_100", "{power: 3}", false), ("var_genmean_m2_minmax_1_100", "{power: -2}", false),
    ("var_unequal_genmean_3", "{power: 3}", true), ("var_unequal_genmean_m2", "{power: -2}", true),
  ])
  func generalisedMeans(_ file: String, _ mean: String, isUnequal: Bool) throws {
    let run = try Self.run(mean, "missing: propagate, leaves_missing: propagate", isUnequal: isUnequal)
    try run.expectAll(file)
    // Without it, values that are there are averaged, as under every other mean.
    let plain = try AsemRun("nodes: {id: Index, of: \(mean), LEAVES}", steps: Self.steps)
    #expect(try #require(plain.sheet.node("Index")).state.allSatisfy { $0 == .value })
  }

  /// COINr's coverage threshold: so many of the direct children on every level. Under its own, the index keeps its value
  /// here and is not graded (R6).
  @Test(arguments: ["0.8", "1"])
  func coverage(_ share: String) throws {
    let run = try Self.run("mean", "coverage: {by: children, at_least: \(share)}")
    try run.expectAll("var_coverage_\(share)", without: ["Index"])
    let theirs = try Asem.Table("var_coverage_\(share)").numbers("Index", for: run.codes)
    let ours = run.sheet.standing.map { $0.status == .graded ? $0.score : .nan }
    Asem.expect(ours, theirs, "Index")
  }

  private static let pipeline =
    "{impute: {mean: EurAsia_group}}, {treat: {skew: 2, kurtosis: 3.5, winmax: 5, then: log_ct}}, "
    + "{times: row.Direction}, {minmax: {to: [0, 100]}}"

  /// Over the eight pillars, of equal weight, or weighing 1 … 8 in the order of their names.
  @Test(arguments: [("asem_copeland", "copeland_pillars", false), ("var_unequal_copeland", "copeland", true)])
  func copelandOverPillars(_ name: String, _ column: String, isUnequal: Bool) throws {
    let pillars = Asem.pillars.sorted().enumerated().map { place, id in
      ["Parent": SchemeCell.text(id), "w": .number(isUnequal ? Double(place + 1) : 1)]
    }
    let run = try AsemRun(
      """
      nodes:
        id: Index
        of: copeland
        leaves: {from: 框架表, id: iCode, where: "Type = 'Indicator'", weight: Weight, group: Parent, steps: [\(Self.pipeline)],
                 measure: {column_of: 指标表, per: row.Denominator}, groups: {from: 支柱表, weight: w, of: mean}}
      """, tables: ["支柱表": pillars])
    try run.expect("Index", try Asem.Table(name), column)
  }

  /// Over the two nodes under the index.
  @Test func copelandAtTheTop() throws {
    let means = (Asem.pillars + ["Conn", "Sust"]).map { "\($0): mean" }.joined(separator: ", ")
    let run = try AsemRun(
      "nodes: {id: Index, of: copeland, LEAVES}", steps: Self.pipeline, of: "{\(means)}", per: true)
    try run.expect("Index", try Asem.Table("asem_copeland"), "copeland_top")
  }
}
