import Findings
import Tables
import Testing

@Suite("Headers")
struct HeaderTests {
  static let yaml = """
    table: t
    version: "1"
    columns:
      科室: {header: "1、您所在的科室名称", type: text}
      分: {type: number}
      IP: {drop: true}
    """

  @Test("matches headers by width, spaces and byte-order mark, in any order")
  func matching() throws {
    let trial = try ImportTrial(Self.yaml, "\u{FEFF}分 ,\"１、您所在的科室名称\t\"\n5,甲\n")
    #expect(trial.log.isEmpty)
    #expect(trial.sink.values("科室") == ["甲"] && trial.sink.values("分") == ["5.0"])
  }

  @Test("names each column that is missing, with the header that was probably meant")
  func missing() throws {
    let trial = try ImportTrial(Self.yaml, "1、您所在科室名称,IP\n甲,1\n")
    #expect(trial.outcome.isStopped && trial.sink.columns.isEmpty)
    #expect(trial.findings == ["column-missing f.csv:1:1", "column-missing f.csv:1:1", "column-further f.csv:1:1"])
    #expect(
      trial.first
        == .file(
          .line("f.csv", line: 1, column: 1),
          .columnMissing(column: "科室", header: "1、您所在的科室名称", nearest: "1、您所在科室名称")))
  }

  @Test("refuses two columns with one header where it is needed")
  func twins() throws {
    let trial = try ImportTrial(Self.yaml, "1、您所在的科室名称,分,分\n甲,1,2\n")
    #expect(trial.findings == ["column-twin f.csv:1:14"])
    #expect(
      trial.first == .file(.line("f.csv", line: 1, column: 14), .columnTwin(header: "分", columns: [2, 3])))
    let dropped = try ImportTrial(Self.yaml, "1、您所在的科室名称,分,IP,IP\n甲,1,2,3\n")
    #expect(dropped.log.isEmpty && !dropped.outcome.isStopped)
  }

  @Test("notes further columns and leaves them, or keeps them as other_columns says")
  func further() throws {
    let csv = "分,1、您所在的科室名称,甲,乙,IP,\n1,x,2,3,4,\n"
    let left = try ImportTrial(Self.yaml, csv)
    #expect(
      left.log.findings.map { $0 as? TableFinding }
        == [.file(.line("f.csv", line: 1, column: 14), .furtherColumns(["甲", "乙"], areKept: false))])
    #expect(left.sink.columns.map(\.name) == ["科室", "分"])
    let kept = try ImportTrial(Self.yaml + "\nother_columns: {type: number}", csv)
    #expect(kept.sink.columns.map(\.name) == ["科室", "分", "甲", "乙"])
    #expect(kept.sink.values("乙") == ["3.0"] && kept.outcome.rejectHeaders == ["分", "1、您所在的科室名称", "甲", "乙"])
  }

  @Test(
    "refuses further columns that the store could not tell apart",
    arguments: [
      ("甲,甲", "column-twin f.csv:1:16"), ("unit_id,甲", "column-reserved f.csv:1:14"),
      ("x,X", "column-reserved f.csv:1:16"),
    ])
  func reserved(headers: String, finding: String) throws {
    let csv = "分,1、您所在的科室名称,\(headers)\n1,x,2,3\n"
    let trial = try ImportTrial(Self.yaml + "\nother_columns: {type: number}", csv)
    #expect(trial.findings.filter { !$0.hasPrefix("column-further") } == [finding])
  }

  @Test("finds the header where the spec says, and says when there is none")
  func headerRow() throws {
    let yaml = Self.yaml + "\nfile: {header_row: 3}"
    let trial = try ImportTrial(yaml, "二〇二五年统计表,\n\n分,1、您所在的科室名称\n5,甲\n")
    #expect(trial.log.isEmpty && trial.sink.chunks.first?.sourceRows == [4])
    #expect(try ImportTrial(yaml, "分\n").findings == ["file-without-header f.csv"])
    #expect(try ImportTrial(yaml, "a\nb\n分,1、您所在的科室名称\n").findings == ["file-without-rows f.csv"])
    #expect(try ImportTrial(Self.yaml, "分,1、您所在的科室名称\n").outcome.isStopped)
  }

  @Test("stops where a quotation mark swallowed lines; sets aside the row where it did not")
  func quotes() throws {
    let yaml = "table: t\nversion: \"1\"\nreject_limit: 1\ncolumns: {a: {type: text}, b: {type: text}}\n"
    let one = try ImportTrial(yaml, "a,b\n\"x\"y,1\nz,2\n")
    #expect(one.findings == ["cell-quote-stray f.csv:2:1"] && !one.outcome.isStopped)
    #expect(one.sink.values("a") == ["z"])
    let many = try ImportTrial(yaml, "a,b\n\"x,1\nz,\"2\"\n")
    #expect(many.findings == ["cell-quote-unclosed f.csv:2:1", "cell-quote-stray f.csv:2:1"] && many.outcome.isStopped)
    let open = try ImportTrial(yaml, "a,b\nz,2\n\"x,1\n")
    #expect(open.findings == ["cell-quote-unclosed f.csv:3:1"] && open.outcome.isStopped)
  }
}
