import Foundation
import Schemes
import Testing

@testable import Scoring

/// The published input and result of CMS's Overall Hospital Star Ratings of April 2021, 4,536 hospitals: group scores,
/// `summary_score`, the number of reported groups, peer groups, and stars. Skipped where
/// QINGHENG_REFERENCE does not name the folder of reference data; fails where it names one without the files.
@Suite struct CMSReferenceTests {
  private static let folder = ProcessInfo.processInfo.environment["QINGHENG_REFERENCE"]

  /// In written order, by CMS's name of the column of its result.
  private let resultColumns = [
    "Mortality": "Std_Outcomes_Mortality_score", "Safety": "Std_Outcomes_Safety_score",
    "Readmission": "Std_Outcomes_Readmission_score", "Patient Experience": "Std_PatientExp_score",
    "Process": "Std_Process_score",
  ]

  @Test(.enabled(if: folder != nil, "QINGHENG_REFERENCE is not set"))
  func groupAndSummaryScores() throws {
    let input = try table("input.csv")
    let leaves = try table("measures.csv")
    let groups = try table("groups.csv")
    let result = try table("sas_output.csv")
    let hospitals = try #require(input["PROVIDER_ID"])
    #expect(hospitals.count == 4536 && result["PROVIDER_ID"] == hospitals)

    let sheet = score(
      try scheme(leaves, groups),
      try Self.input(input, leaves: #require(leaves["measure_id"]), hospitals: hospitals))
    for (group, name) in resultColumns { try compare(sheet.node(group)?.value, result[name], group) }
    try compare(sheet.standing.map(\.score), result["summary_score"], "summary_score")
    try compare(sheet.facts["有数组数"], result["Total_measure_group_cnt"], "Total_measure_group_cnt")
    try compareStars(sheet, result)
    #expect(
      sheet.findings.compactMap { if case .leafDropped(_, let node, _, _) = $0 { node } else { nil } } == ["OP_2"])
  }

  /// Stars, peer groups and eligibility of every hospital: CMS gives 204, 690, 1018, 988 and 455 hospitals one to five
  /// stars, and 1181 none.
  private func compareStars(_ sheet: ScoreSheet, _ result: [String: [String]]) throws {
    let stars = try #require(result["star"])
    let groups = try #require(result["cnt_grp"])
    let reported = try #require(result["report_indicator"])
    var wrong: [String] = []
    for (unit, standing) in sheet.standing.enumerated() {
      if standing.grade ?? "" != stars[unit] { wrong.append("\(unit): \(standing.grade ?? "–") for \(stars[unit])") }
      if (standing.status == .graded) != (reported[unit] == "1") { wrong.append("\(unit): eligible") }
      // CMS prints `2) # of groups=4`, and nothing for hospitals without stars.
      if standing.status == .graded, groups[unit].last.map(String.init) != sheet.units[unit].peers {
        wrong.append("\(unit): peers \(sheet.units[unit].peers) for \(groups[unit])")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(10))")
    let counts = ["1", "2", "3", "4", "5"].map { star in sheet.standing.count { $0.grade == star } }
    #expect(counts == [204, 690, 1018, 988, 455] && sheet.standing.count { $0.grade == nil } == 1181)
    // Ranks run within the peer groups: three hospitals are first.
    let sizes = ["3", "4", "5"].map { peers in
      zip(sheet.units, sheet.standing).count { $0.peers == peers && $1.status == .graded }
    }
    #expect(sizes == [337, 553, 2465] && sheet.standing.count { $0.rank == 1 } == 3)
  }

  private func compare(_ ours: [Double]?, _ theirs: [String]?, _ name: String) throws {
    let (ours, theirs) = (try #require(ours), try #require(theirs))
    var worst = 0.0
    for (a, text) in zip(ours, theirs) {
      let b = Double(text) ?? .nan
      if a.isNaN != b.isNaN { Issue.record("\(name): \(a) and \(text)") }
      if !a.isNaN && !b.isNaN { worst = max(worst, abs(a - b)) }
    }
    #expect(worst < 1e-8, "\(name)")
  }

  private func scheme(_ leaves: [String: [String]], _ groups: [String: [String]]) throws -> Scheme {
    let ids = try #require(leaves["measure_id"])
    let names = try #require(leaves["group_name"])
    let signs = try #require(leaves["flip_sign"])
    let children = zip(try #require(groups["group_name"]), try #require(groups["weight"])).map { group, weight in
      let own = ids.indices.filter { names[$0] == group }.map { index in
        leaf(ids[index], .weight(1), step(.dropIf(unitsBelow: 101)), zScore(), times(Double(signs[index]) ?? .nan))
      }
      return parent(group, .weight(Double(weight) ?? .nan), .mean, own).with { $0.steps = [zScore()] }
    }
    return ScoringTests.scheme(parent("综合", .none, .mean, children)) {
      $0.addFact("有数组数", .countOfChildren(node: "综合", measuresAtLeast: 3))
      $0.addFact(
        "有安全或死亡",
        .any([
          .presence(node: "Mortality", measuresAtLeast: 3), .presence(node: "Safety", measuresAtLeast: 3),
        ]))
      $0.eligible = [fact("有数组数", Comparison(.atLeast, 3)), fact("有安全或死亡")]
      $0.units.peers = .fact("有数组数")
      $0.addRanking("综合") { $0.per = .peers }
      $0.grading = Grading(
        bands: [],
        clusters: ClusterGrading(
          node: "综合", per: "有数组数", k: 5, strictRadius: 1, names: ["1", "2", "3", "4", "5"], place: nowhere),
        onlyYear: false, place: nowhere)
    }
  }

  private static func input(_ table: [String: [String]], leaves: [String], hospitals: [String]) throws -> ScoringInput {
    var measures: [String: MeasureColumn] = [:]
    for id in leaves { measures[id] = column(try #require(table[id]).map { Double($0) }) }
    return ScoringTests.input(measures)
  }

  /// The columns of a CSV file by their headers.
  private func table(_ name: String) throws -> [String: [String]] {
    let url = URL(fileURLWithPath: try #require(Self.folder)).appending(path: "cms-stars-2021-04/\(name)")
    var rows: [[String]] = [[]]
    var cell = ""
    var isQuoted = false
    for character in try String(contentsOf: url, encoding: .utf8) {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        rows[rows.count - 1].append(cell)
        cell = ""
      case "\n", "\r\n":
        rows[rows.count - 1].append(cell)
        cell = ""
        rows.append([])
      default: cell.append(character)
      }
    }
    let data = rows.dropFirst().filter { $0.count == rows[0].count }
    return Dictionary(
      uniqueKeysWithValues: rows[0].enumerated().map { index, header in
        (header, data.map { $0[index] })
      })
  }
}
