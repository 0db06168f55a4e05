import Foundation
import Statistics
import Testing

@testable import Scoring

/// COINr's sensitivity analysis of the ASEM index, replayed: 51 countries × 49 indicators under 40 published weight sets,
/// and the published statistics of ranks. Skipped where QINGHENG_REFERENCE does not name the folder of reference data;
/// fails where it names one without the files.
@Suite struct ASEMReplayTests {
  private static let folder = ProcessInfo.processInfo.environment["QINGHENG_REFERENCE"]

  /// The rebuilds that differ from the nominal index in nothing but weights and the scale of min–max (1–100 for 0–100, so
  /// that a score s becomes 1 + 0.99·s): five points may be winsorised, or four, which for these data is the same.
  @Test(.enabled(if: folder != nil, "QINGHENG_REFERENCE is not set"))
  func rebuildsUnderOtherWeights() throws {
    let frame = try table("asem_input_frame.csv").filter { ["Indicator", "Aggregate"].contains($0["Type"] ?? "") }
    let nodes = try ordered(frame)
    let place = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($0.element, $0.offset) })
    let parentOf = Dictionary(uniqueKeysWithValues: frame.map { ($0["iCode"] ?? "", $0["Parent"] ?? "") })
    let parents = nodes.map { place[parentOf[$0] ?? ""] ?? -1 }
    let nominal = try #require(WeightedTree(parents: parents, weights: nodes.map { _ in 1 }))
    let units = try table("asem_normalised.csv")
    let columns = try nominal.leaves.map { leaf in
      try units.map { 1 + 0.99 * (try number($0[nodes[leaf]])) }
    }
    #expect(units.count == 51 && columns.count == 49)

    let scores = try table("sa_replay_scores.csv")
    let ranks = try table("sa_replay_ranks.csv")
    #expect(scores.map { $0["uCode"] } == units.map { $0["uCode"] })
    let result = try #require(nominal.scores(over: columns))
    for (score, row) in zip(result.scores, scores) {
      #expect(abs(score - (1 + 0.99 * (try number(row["Nominal"])))) < 1e-9)
    }
    #expect(try result.ranks.map { Double($0 ?? 0) } == ranks.map { try number($0["Nominal"]) })

    var sets: [String: [String: Double]] = [:]
    for row in try table("sa_replay_weight_sets.csv") {
      sets[row["set"] ?? "", default: [:]][row["iCode"] ?? ""] = try number(row["Weight"])
    }
    var replayed = 0
    for draw in try table("sa_replay_draws.csv")
    where ["4", "5"].contains(draw["index_Winmax"]) && draw["index_Normalisation"] == "1"
      && draw["index_Aggregation"] == "1"
    {
      let set = try #require(sets[draw["index_Weights"] ?? ""])
      let tree = try #require(nominal.with(weights: nodes.map { set[$0] ?? .nan }))
      let result = try #require(tree.scores(over: columns))
      let column = "r_\(draw["rep"] ?? "")"
      for (score, row) in zip(result.scores, scores) { #expect(abs(score - (try number(row[column]))) < 1e-9) }
      #expect(try result.ranks.map { Double($0 ?? 0) } == ranks.map { try number($0[column]) })
      replayed += 1
    }
    #expect(replayed == 23)
  }

  /// Mean, median and quantiles of the ranks of the first 48 rebuilds, those of the samples A and B, as COINr computes them (type 7).
  @Test(.enabled(if: folder != nil, "QINGHENG_REFERENCE is not set"))
  func statisticsOfRanks() throws {
    let rows = try table("sa_replay_ranks.csv")
    let units = rows.count
    var counts = [UInt32](repeating: 0, count: units * units)
    for (unit, row) in rows.enumerated() {
      for rebuild in 1...48 { counts[unit * units + Int(try number(row["r_\(rebuild)"])) - 1] += 1 }
    }
    let draws = RankDraws(units: units, draws: 48, nominalScore: [], nominalRank: [], counts: counts)
    let published = try table("sa_replay_rank_stats.csv")
    #expect(published.count == 51)
    for (unit, row) in published.enumerated() {
      #expect(row["uCode"] == rows[unit]["uCode"])
      #expect(abs(draws.mean(of: unit) - (try number(row["Mean"]))) < 1e-9)
      #expect(abs(draws.quantile(0.5, of: unit) - (try number(row["Median"]))) < 1e-9)
      #expect(abs(draws.quantile(0.05, of: unit) - (try number(row["Q5"]))) < 1e-9)
      #expect(abs(draws.quantile(0.95, of: unit) - (try number(row["Q95"]))) < 1e-9)
    }
  }

  /// Parents first; the file has them last.
  private func ordered(_ frame: [[String: String]]) throws -> [String] {
    let levels = try frame.map { (try number($0["Level"]), $0["iCode"] ?? "") }
    return levels.enumerated().sorted { a, b in
      a.element.0 == b.element.0 ? a.offset < b.offset : a.element.0 > b.element.0
    }.map(\.element.1)
  }

  private func number(_ text: String?) throws -> Double { try #require(text.flatMap(Double.init)) }

  /// By row, cells by their headers.
  private func table(_ name: String) throws -> [[String: String]] {
    let url = URL(fileURLWithPath: try #require(Self.folder)).appending(path: "asem/\(name)")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(cells)
    let header = try #require(lines.first)
    return lines.dropFirst().map { cells in
      Dictionary(zip(header, cells), uniquingKeysWith: { first, _ in first })
    }
  }

  private func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line where character != "\r" {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
