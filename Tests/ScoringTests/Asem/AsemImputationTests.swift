import Testing

@testable import Scoring

@Suite(.enabled(if: Asem.isThere, "QINGHENG_REFERENCE is not set"))
struct AsemImputationTests {
  @Test(arguments: [
    ("i_mean", "{mean: all}"), ("i_median", "{median: all}"), ("i_mean_grp_GDP_group", "{mean: GDP_group}"),
    ("i_median_grp_GDP_group", "{median: GDP_group}"),
    ("row_pillar_mean", "{siblings: mean, direction: row.Direction}"),
  ])
  func withinAPeriod(_ name: String, _ imputation: String) throws {
    let run = try AsemRun("nodes: {id: Index, of: mean, LEAVES}", steps: "{impute: \(imputation)}")
    let file = try Asem.Table("var_impute_\(name)")
    for leaf in run.scheme.roots[0].leaves { try run.expect(leaf.id, file) }
  }

  /// Five years of 51 units with holes, each year run with the others as its history. One unit without a value in any year
  /// stays missing.
  @Test(arguments: [
    ("latest", "last_period"), ("latest_max1", "{last_period: {at_most: 1}}"),
    ("linear_constant", "between_periods"),
  ])
  func overPeriods(_ name: String, _ imputation: String) throws {
    let (holes, filled) = (try Asem.Table("panel_holes_input"), try Asem.Table("panel_holes_imputed_\(name)"))
    let years = ["2018", "2019", "2020", "2021", "2022"]
    let tables = try years.map { ($0, try holes.filtered("Time", $0)) }
    for (year, table) in tables {
      let run = try AsemRun(
        "nodes: {id: Index, of: mean, LEAVES}", steps: "{impute: \(imputation)}", units: table, period: year,
        history: tables.filter { $0.0 != year })
      let theirs = try filled.filtered("Time", year)
      for leaf in run.scheme.roots[0].leaves { try run.expect(leaf.id, theirs) }
    }
  }

  /// Units of low availability are asked for nothing; each year is treated on its own, and the scale is one over all years.
  @Test func panelScores() throws {
    let (panel, scores) = (try Asem.Table("panel_input_units"), try Asem.Table("panel_scores"))
    let years = ["2018", "2019", "2020", "2021", "2022"]
    let tables = try years.map { ($0, try panel.filtered("Time", $0)) }
    for (year, table) in tables {
      let run = try AsemRun(
        """
        facts: {有数: {node: Index, share_with_value: {at_least: 0.9}}}
        nodes: {id: Index, of: mean, applies: {fact: 有数}, LEAVES}
        """,
        steps: "treat, {times: row.Direction}, "
          + "{minmax: {to: [0, 100], over: {periods: [\(years.joined(separator: ", "))]}}}",
        units: table, period: year, history: tables.filter { $0.0 != year })
      let theirs = try scores.filtered("Time", year)
      for level in Asem.levels { try run.expect(level, theirs) }
    }
  }
}
