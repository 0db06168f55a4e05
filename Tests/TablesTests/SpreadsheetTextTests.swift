import Findings
import Testing

@testable import Tables

@Suite("What spreadsheets make of codes in text files")
struct SpreadsheetTextTests {
  static let spec = """
    table: t
    version: "1"
    key: [编号]
    reject_limit: 1
    columns: {编号: {type: text}, 说明: {type: text}, 分值: {type: number}}
    """

  @Test("is set aside where digits are lost, but not where a number is meant")
  func rounded() throws {
    let trial = try ImportTrial(
      Self.spec, "编号,说明,分值\n1.23457E+17,甲,1\nX-2,4.2E+05,1.5E+3\nX-3,A1.2E+05,3\nX-4,1.2e5,4\n")
    #expect(trial.findings == ["cell-digits-rounded f.csv:2:1", "cell-digits-rounded f.csv:3:5"])
    #expect(trial.problem == .digitsRounded(value: "1.23457E+17"))
    #expect(trial.sink.values("编号") == ["X-2", "X-3", "X-4"])
    #expect(trial.sink.values("说明") == [nil, "A1.2E+05", "1.2e5"])
    #expect(trial.sink.values("分值") == ["1500.0", "3.0", "4.0"])
  }

  @Test(
    "is known by its look",
    arguments: [
      ("1.23457E+17", true), ("1E+10", true), ("-1.5E+100", true), ("12.5E+10", false), ("E+10", false),
      ("1.E+10", false), ("1.5E+1", false), ("AE+10", false), ("1.2E+5x", false), ("", false), ("1.5E-10", false),
    ])
  func looks(text: String, isRounded: Bool) {
    let bytes = Array(text.utf8)
    #expect(bytes.withUnsafeBufferPointer { isRoundedCode($0) } == isRounded)
  }

  @Test("is unwrapped where it was kept from being a number, and that is said")
  func unwrapping() throws {
    let trial = try ImportTrial(
      Self.spec, "编号,\"=\"\"说明\"\"\",分值\n=\"0123\",甲=乙,\"=\"\"2\"\"\"\n\"=\"\"0124\"\"\",\"=\"\"\"\"\",=1+1\n")
    #expect(trial.findings == ["cell-wrong-type f.csv:3:21", "cell-unwrapped f.csv:2:1"])
    #expect(
      trial.log.findings.last as? TableFinding == .file(.line("f.csv", line: 2, column: 1), .cellsUnwrapped(count: 4)))
    #expect(trial.sink.values("编号") == ["0123", "0124"] && trial.sink.values("分值") == ["2.0", nil])
    #expect(trial.sink.values("说明") == ["甲=乙", nil])
  }
}
