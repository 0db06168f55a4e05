import Findings
import Foundation
import Register
import Scoring
import Tables
import Tabular
import Testing

@testable import Workbench

/// The whole way – import, store, score, print – with the published input of CMS's Overall Hospital Star Ratings of
/// April 2021, against CMS's own group scores, `summary_score` and stars. Skipped where QINGHENG_REFERENCE does not name the
/// folder of reference data; fails where it names one without the files.
@Suite struct CMSHospitalsTests {
  private static let reference = ProcessInfo.processInfo.environment["QINGHENG_REFERENCE"]

  private let resultColumns = [
    "Mortality": "Std_Outcomes_Mortality_score", "Safety": "Std_Outcomes_Safety_score",
    "Readmission": "Std_Outcomes_Readmission_score", "Patient Experience": "Std_PatientExp_score",
    "Process": "Std_Process_score", "综合": "summary_score",
  ]

  @Test(.enabled(if: reference != nil, "QINGHENG_REFERENCE is not set"))
  func groupAndSummaryScoresAreThoseOfCMS() throws {
    let data = URL(filePath: try #require(Self.reference)).appending(path: "cms-stars-2021-04")
    let workspace = try SmallWorkspace()
    try FileManager.default.copyItem(
      at: SmallWorkspace.root.appending(path: "datasets/cms-stars"),
      to: workspace.folder.appending(path: "datasets/cms-stars"))
    var session = try workspace.session()
    for (file, table, rows) in [("groups", "组权重表", 5), ("measures", "指标表", 49), ("input", "医院宽表", 4536)] {
      let name = "\(file).csv"
      try FileManager.default.copyItem(at: data.appending(path: name), to: workspace.folder.appending(path: name))
      let period = file == "input" ? "2021-04" : nil
      #expect(try session.take(name, table: table, period: period).summary == .clean, "\(session.log.findings)")
      #expect(try session.database.batches().last?.rowCount == rows)
    }
    let run = try session.scored("2021-04", scheme: "stars")

    let file = try #require(
      DelimitedFile.open(data.appending(path: "sas_output.csv").path, name: "sas_output.csv", log: session.log))
    let result = try #require(TableRows.read(file, log: session.log))
    #expect(result.rows.count == 4536 && run.sheet.units.count == 4536)
    let theirs = Dictionary(
      result.rows.map { ($0["PROVIDER_ID"], $0) }, uniquingKeysWith: { first, _ in first })
    let table = session.tables(of: run, language: .english).nodes()
    guard case .texts(let codes)? = table["unit"]?.values else {
      Issue.record("no column of units")
      return
    }
    for (node, name) in resultColumns.sorted(by: { $0.key < $1.key }) {
      guard case .numbers(let ours)? = table[node]?.values else {
        Issue.record("no column \(node)")
        continue
      }
      var worst = 0.0
      for (code, score) in zip(codes, ours) {
        let expected = Double(try #require(theirs[code ?? ""])[name]) ?? .nan
        #expect(score.isNaN == expected.isNaN, "\(node) \(code ?? "")")
        if !score.isNaN { worst = max(worst, abs(score - expected)) }
      }
      #expect(worst < 1e-6, "\(node)")
    }
    // 1,181 have too few groups or neither mortality nor safety; CMS gives them no stars either.
    let notGraded = run.sheet.standing.count { if case .notGraded = $0.status { true } else { false } }
    #expect(notGraded == 1181)
    #expect(result.rows.count { ["", "NA"].contains($0["star"]) } == 1181)
    // The star of every hospital.
    for (unit, standing) in zip(run.sheet.units, run.sheet.standing) {
      #expect(standing.grade ?? "" == theirs[unit.code]?["star"], "\(unit.code)")
    }
    #expect(run.record.findings.filter { $0.code == "leaf-dropped" }.count == 1)
    #expect(run.sheet.node("OP_2")?.rule.allSatisfy { $0 == .dropped } == true)
  }
}
