import Testing

@testable import Scoring

/// Outliers in the raw columns: values, the points that were changed, and the log.
@Suite(.enabled(if: Asem.isThere, "QINGHENG_REFERENCE is not set"))
struct AsemTreatmentTests {
  @Test(arguments: [
    ("default", "treat"),
    ("thresh_1_1", "{treat: {skew: 1, kurtosis: 1, winmax: 5, then: log_ct}}"),
    ("thresh_1_1_log_CT_plus", "{treat: {skew: 1, kurtosis: 1, winmax: 5, then: log_ct_plus}}"),
    ("winmax1", "{treat: {winmax: 1}}"), ("winmax1_combined", "{treat: {winmax: 1, combined: true}}"),
    ("winmax1_log_CT_orig", "{treat: {winmax: 1, then: log_ct_orig}}"),
  ])
  func treatments(_ name: String, _ step: String) throws {
    let run = try AsemRun("nodes: {id: Index, of: mean, LEAVES}", steps: step)
    let (values, points) = (try Asem.Table("var_treat_\(name)"), try Asem.Table("var_treat_points_\(name)"))
    let log = try Asem.Table("var_treat_log_\(name)")
    for leaf in run.scheme.roots[0].leaves {
      let column = try #require(run.sheet.node(leaf.id))
      let treatment = try #require(column.treatments.first)
      Asem.expect(column.value, try values.numbers(leaf.id, for: run.codes), leaf.id)
      let changed = try points.texts(leaf.id, for: run.codes)
      let there = run.codes.indices.filter { !column.source[$0].isNaN }
      #expect(there.map { word(treatment, $0) } == there.map { changed[$0] }, "\(leaf.id)")
      try expect(treatment, log, leaf.id)
    }
  }

  @Test func theLogOfThePipeline() throws {
    let run = try AsemRun(
      "nodes: {id: Index, of: mean, LEAVES}", steps: "{impute: {mean: EurAsia_group}}, treat", per: true)
    let log = try Asem.Table("asem_treatment_log")
    for leaf in run.scheme.roots[0].leaves {
      try expect(try #require(run.sheet.node(leaf.id)?.treatments.first), log, leaf.id)
    }
  }

  /// COINr's word for what happened to a point.
  private func word(_ treatment: ColumnTreatment, _ unit: Int) -> String {
    let moved =
      switch treatment.movement(of: unit) {
      case .lowered: "winhi"
      case .raised: "winlo"
      case nil: ""
      }
    let logarithm =
      switch treatment.transform {
      case "log_ct": "+log_CT"
      case "log_ct_orig": "+log_CT_orig"
      case "log_ct_plus": treatment.isMirrored ? "+log_CT_neg" : "+log_CT"
      default: ""
      }
    return moved + logarithm
  }

  private func expect(_ treatment: ColumnTreatment, _ log: Asem.Table, _ id: String) throws {
    func cell(_ column: String) throws -> Double {
      log.headers.contains(column) ? try log.numbers(column, for: [id], by: "iCode")[0] : .nan
    }
    let shapes = [treatment.before, treatment.winsorised, treatment.transformed]
    for (place, shape) in shapes.enumerated() {
      Asem.expect([shape?.skewness ?? .nan], [try cell("check_SkewKurt\(place).Skew")], "\(id) \(place)")
      Asem.expect([shape?.kurtosis ?? .nan], [try cell("check_SkewKurt\(place).Kurt")], "\(id) \(place)")
    }
    let moved = treatment.lowered.count + treatment.raised.count
    Asem.expect([moved == 0 ? .nan : Double(moved)], [try cell("winsorise.nwin")], "\(id) points")
  }
}
