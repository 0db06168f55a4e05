import Schemes
import Testing

@testable import Scoring

func minMax(_ low: Double, _ high: Double, over: Population? = nil) -> Step {
  step(.minMax(to: Step.Interval(low, high), bounds: .observed, over: over))
}
func treat(
  skew: Double = 2, kurtosis: Double = 3.5, winmax: Int = 5, then: Step.Treatment.Transform = .logCT,
  combined: Bool = false, over: Population? = nil
) -> Step {
  step(
    .treat(
      Step.Treatment(skew: skew, kurtosis: kurtosis, winmax: winmax, then: then, isCombined: combined), over: over))
}
func imputeMean(_ group: String?) -> Step { step(.impute(.units(.mean, group: group))) }

@Suite(.enabled(if: Asem.folder != nil, "QINGHENG_REFERENCE is not set"))
struct AsemTests {
  @Test func pipeline() throws {
    let frame = try AsemFrame()
    let tree = frame.tree { row in
      [imputeMean("EurAsia_group"), treat(), times(row.direction), minMax(0, 100)]
    }
    let sheet = score(scheme(tree), try frame.input(denominated: true))
    let denominated = try Asem.Table("asem_denominated")
    let stages = try ["asem_imputed", "asem_treated"].map { try Asem.Table($0) }
    let normalised = try Asem.Table("asem_normalised")
    for row in frame.indicators {
      let column = try #require(sheet.node(row.id))
      Asem.expect(column.source, try denominated.numbers(row.id, for: frame.codes), "denominated \(row.id)")
      for (place, stage) in stages.enumerated() {
        Asem.expect(column.afterStep[place], try stage.numbers(row.id, for: frame.codes), "\(place) \(row.id)")
      }
      Asem.expect(column.value, try normalised.numbers(row.id, for: frame.codes), "normalised \(row.id)")
    }
    let aggregated = try Asem.Table("asem_aggregated")
    for row in frame.aggregates {
      Asem.expect(
        sheet.node(row.id)?.value, try aggregated.numbers(row.id, for: frame.codes), "aggregated \(row.id)")
    }
  }

  @Test(arguments: [
    "minmax_0_100", "minmax_1_100", "zscore", "zscore_100_15", "rank", "borda", "prank", "dist2max",
    "dist2ref_unit1", "dist2targ", "fracmax",
  ])
  func normalisations(_ name: String) throws {
    let frame = try AsemFrame()
    let tree = frame.tree { row in
      let action: Step.Action =
        switch name {
        case "minmax_0_100": minMax(0, 100).action
        case "minmax_1_100": minMax(1, 100).action
        case "zscore": zScore().action
        case "zscore_100_15": .zScore(to: .init(mean: 100, deviation: 15), over: nil)
        case "rank": .rank(.ascending, over: nil)
        case "borda": .borda(over: nil)
        case "prank": .percentile(over: nil)
        case "dist2max": .distance(.best, over: nil)
        case "dist2ref_unit1": .distance(.unit("AUS"), over: nil)
        case "dist2targ": .distance(.target(.number(row.target * row.direction), isCapped: false), over: nil)
        default: .shareOfBest(over: nil)
        }
      return [times(row.direction), step(action)]
    }
    let sheet = score(scheme(tree), try frame.input())
    let file = try Asem.Table("var_norm_\(name)")
    for row in frame.indicators where file.headers.contains(row.id) {
      let theirs = try file.texts(row.id)
      let codes = try file.texts("uCode")
      print(name, row.id, Asem.difference(sheet.node(row.id)?.value, try file.numbers(row.id, for: frame.codes), ""), theirs.contains("Inf") || theirs.contains("NaN"), codes.count)
    }
    let means = try? Asem.Table("var_amean_\(name)")
    if let means {
      for row in frame.aggregates {
        print(name, row.id, Asem.difference(sheet.node(row.id)?.value, try means.numbers(row.id, for: frame.codes), ""))
      }
    }
  }
}
