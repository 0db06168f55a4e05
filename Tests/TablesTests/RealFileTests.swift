import Findings
import Foundation
import Register
import Tables
import Tabular
import Testing

/// The published input of the CMS Overall Hospital Star Ratings, April 2021: 4,536 hospitals (its README says so).
/// Not part of the repository: skipped where QINGHENG_REFERENCE is unset.
private let reference = ProcessInfo.processInfo.environment["QINGHENG_REFERENCE"]

@Suite("Real files", .enabled(if: reference != nil, "QINGHENG_REFERENCE is unset: no real files are read"))
struct RealFileTests {
  @Test("reads every hospital and registers each")
  func hospitals() throws {
    let path = try #require(reference) + "/cms-stars-2021-04/input.csv"
    let log = FindingLog()
    let spec = try #require(
      ImportTrial.spec(
        """
        table: 医院宽表
        version: "1"
        unit: {column: PROVIDER_ID, kind: 医院, unmatched: register}
        period: {from: option}
        key: [PROVIDER_ID]
        columns:
          PROVIDER_ID: {type: text, pattern: "[0-9A-Z]{6}", required: true}
        other_columns: {type: number}
        """, log: log))
    let file = try #require(DelimitedFile.open(path, name: "input.csv", log: log))
    let sink = CollectingSink()
    let table = TableImport(spec: spec, register: UnitRegister([]), period: Period(year: 2021))
    let outcome = try table.run(file: file, into: sink, language: .english, log: log)
    #expect(log.findings.map(\.code) == ["column-further", "unit-registered"])
    #expect(outcome.rowsAccepted == 4536 && outcome.rejected == 0 && !outcome.isStopped)
    #expect(sink.registered.count == 4536 && Set(sink.registered.map(\.code)).count == 4536)

    // Against a second reading of the same text, by splitting at commas: the file's numbers hold none.
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != "\"" && $0 != "\r" } }
    }
    for (column, header) in lines[0].enumerated().dropFirst() {
      let expected = lines.dropFirst().map { Double($0[column]).map { "\($0)" } }
      #expect(sink.values(header) == expected, "\(header)")
    }
  }
}
