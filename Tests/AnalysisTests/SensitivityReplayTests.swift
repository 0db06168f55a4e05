import Schemes
import Scoring
import Statistics
import Testing

@testable import Analysis

/// COINr's sensitivity analysis draw by draw: 144 rebuilds of the ASEM index under five numbers of winsorised points, two
/// scales, forty drawn weight sets and two means; the ranks and the indices that it publishes.
@Suite(.enabled(if: SensitivityReplay.folder != nil, "QINGHENG_REFERENCE is not set"))
struct SensitivityReplayTests {
  @Test func everyDraw() throws {
    let replay = try SensitivityReplay()
    let (scores, ranks) = (
      try SensitivityReplay.table("sa_replay_scores"), try SensitivityReplay.table("sa_replay_ranks")
    )
    let nominal = try #require(score(replay.scheme, replay.input).node("Index")?.value)
    #expect(scores.map { $0["uCode"] } == replay.input.units.map(\.code))
    let published = try SensitivityReplay.numbers(scores, "Nominal")
    for (a, b) in zip(nominal, published) { #expect(near(a, b)) }
    var sets: [String: [String: Double]] = [:]
    for row in try SensitivityReplay.table("sa_replay_weight_sets") {
      sets[row["set"] ?? "", default: [:]][row["iCode"] ?? ""] = Double(row["Weight"] ?? "")
    }
    let nominalRanks = try SensitivityReplay.numbers(ranks, "Nominal")
    var trees: [[String]: (Scheme, PlainTree)] = [:]
    var outcomes: [Double] = []
    for draw in try SensitivityReplay.table("sa_replay_draws") {
      let choices = ["Winmax", "Normalisation", "Aggregation"].map { draw["index_\($0)"] ?? "" }
      let (scheme, tree) = try trees[choices] ?? build(choices, replay)
      trees[choices] = (scheme, tree)
      // Every weight of the example is 1, so that a set's weights are factors.
      let set = try #require(sets[draw["index_Weights"] ?? ""])
      let found = tree.scores(scheme.allNodes.map { set[$0.id] ?? 1 })
      let column = "r_\(draw["rep"] ?? "")"
      let isSame = zip(found, try SensitivityReplay.numbers(scores, column)).allSatisfy { near($0, $1) }
      #expect(isSame, "draw \(draw["rep"] ?? "")")
      let own = Statistics.ranks(of: found).map { Double($0 ?? 0) }
      let theirs = try SensitivityReplay.numbers(ranks, column)
      #expect(own == theirs, "draw \(draw["rep"] ?? "")")
      // And the engine itself, where the weights are few.
      if outcomes.count < 8 {
        let sheet = score(scheme.multiplyingWeights(set), replay.input)
        let isEngine = zip(sheet.node("Index")?.value ?? [], found).allSatisfy { near($0, $1, 1e-12) }
        #expect(isEngine)
      }
      outcomes.append(mean(zip(own, nominalRanks).map { abs($0 - $1) }))
    }
    #expect(outcomes.count == 144)
    // A, B, then A with one choice from B: six samples of 24.
    let parts = stride(from: 0, to: 144, by: 24).map { Array(outcomes[$0..<$0 + 24]) }
    let indices = try #require(SensitivityIndices(a: parts[0], b: parts[1], ab: Array(parts[2...])))
    let rows = try SensitivityReplay.table("sa_replay_indices")
    for (row, (first, total)) in zip(rows, zip(indices.first, indices.total)) {
      #expect(near(first, Double(row["Si"] ?? "") ?? .nan), "\(row["Variable"] ?? "")")
      #expect(near(total, Double(row["STi"] ?? "") ?? .nan), "\(row["Variable"] ?? "")")
    }
  }

  /// The choices by their places in COINr's lists: 2 … 6 points; min–max to 1–100, z-scores about 10 with deviation 2; arithmetic
  /// and geometric means.
  private func build(_ choices: [String], _ replay: SensitivityReplay) throws -> (Scheme, PlainTree) {
    var scheme = try SchemeSwitch.winsorising(1 + (try #require(Int(choices[0])))).applied(to: replay.scheme)
    let scale: SchemeSwitch.Scale =
      choices[1] == "1" ? .minMax(.init(1, 100)) : .zScore(.init(mean: 10, deviation: 2))
    scheme = try SchemeSwitch.scale(scale).applied(to: scheme)
    if choices[2] == "2" { scheme = try SchemeSwitch.aggregation(.geometric).applied(to: scheme) }
    return (scheme, try #require(PlainTree(scheme, score(scheme, replay.input))))
  }

  @Test func indicesOfNothing() {
    #expect(SensitivityIndices(a: [], b: [], ab: []) == nil)
    #expect(SensitivityIndices(a: [1], b: [1, 2], ab: []) == nil)
    #expect(SensitivityIndices(a: [1, 1], b: [1, 1], ab: [[1, 1]])?.first[0].isNaN == true)
  }
}
