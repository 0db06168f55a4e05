import Findings
import Tables
import Testing

@Suite("Careless answers")
struct CarelessTests {
  static let spec = """
    table: t
    version: "1"
    survey: {form: wjx}
    careless:
      column: 粗答
      fast: {column: 所用时间, under_s: 60}
      straight_line: {columns: [甲, 乙, 丙], at_least: 3}
      duplicates: {columns: [科, 甲, 乙, 丙, 意见]}
      same_source: {column: 来自IP, more_than: 2}
    columns:
      序号: {type: integer, required: true}
      所用时间: {type: duration_s}
      来自IP: {drop: true}
      科: {type: text}
      甲: {type: number, labels: {好: 100, 差: 0, 不知道: not_applicable}}
      乙: {type: number, labels: {好: 100, 差: 0, 不知道: not_applicable}}
      丙: {type: number, labels: {好: 100, 差: 0, 不知道: not_applicable}}
      意见: {type: text}

    """

  @Test("each sign has its column, and nothing is left out")
  func signs() throws {
    let trial = try ImportTrial(
      Self.spec,
      """
      序号,所用时间,来自IP,科,甲,乙,丙,意见
      1,59秒,10.0.0.1,内科,好,差,好,无
      2,1分,10.0.0.1,内科,好,好,好,无
      3,2分,10.0.0.1,内科,好,好,不知道,无
      4,90,10.0.0.2,内科,好,差,好,无
      5,,10.0.0.2,外科,好,差,好,无
      6,90,,外科,,,,
      7,90,,外科,,,,
      """)
    #expect(trial.outcome.rowsAccepted == 7)
    #expect(
      trial.sink.columns.map(\.name).suffix(5)
        == ["粗答", "粗答__fast", "粗答__straight_line", "粗答__duplicates", "粗答__same_source"])
    let values = { (name: String) in trial.sink.values(name).map { $0 ?? "-" }.joined() }
    #expect(values("粗答__fast") == "1000000")
    // Row 3 has answered two of the three.
    #expect(values("粗答__straight_line") == "0100000")
    // Row 4 is row 1 again; row 7 is row 6 again, since its department was answered.
    #expect(values("粗答__duplicates") == "0001001")
    // Three rows from one source, two from another; no source is no source.
    #expect(values("粗答__same_source") == "1110000")
    #expect(values("粗答") == "1111001")
    let told = trial.log.findings.compactMap { finding -> SurveyProblem? in
      if case .survey(_, let problem)? = finding as? TableFinding { problem } else { nil }
    }
    #expect(
      told == [
        .careless(
          flagged: 5, rows: 7,
          signs: [
            .init(sign: .fast, count: 1), .init(sign: .straightLine, count: 1), .init(sign: .duplicates, count: 2),
            .init(sign: .sameSource, count: 3),
          ])
      ])
  }

  @Test("same_source is off unless it is asked for")
  func off() throws {
    for line in ["  same_source: off\n", ""] {
      let spec = Self.spec.replacing("  same_source: {column: 来自IP, more_than: 2}\n", with: line)
      let trial = try ImportTrial(spec, "序号,所用时间,来自IP,科,甲,乙,丙,意见\n1,90,1,内科,好,差,好,无\n")
      #expect(!trial.sink.columns.contains { $0.name == "粗答__same_source" } && trial.outcome.rowsAccepted == 1)
    }
  }

  @Test(
    "what the rule names must be there, and fit",
    arguments: [
      ("column: 所用时间, under", "column: 用时, under", "table-column-unknown"),
      ("column: 所用时间, under", "column: 意见, under", "careless-fast-type"),
      ("{column: 来自IP", "{column: 意见", "careless-source-kept"),
      ("{column: 来自IP", "{column: 地址", "table-column-unknown"),
      ("column: 粗答", "column: 科", "column-id-taken"), ("at_least: 3", "at_least: 4", "value-illegal"),
      ("[甲, 乙, 丙], at", "[甲, 丁], at", "value-illegal"), ("  column: 粗答\n", "", "key-missing"),
      ("under_s: 60", "under: 60", "key-unknown"),
    ])
  func wrong(_ text: String, _ other: String, _ code: String) {
    let log = FindingLog()
    #expect(ImportTrial.spec(Self.spec.replacing(text, with: other), log: log) == nil)
    #expect(log.findings.map(\.code).contains(code), "\(log.findings.map(\.code))")
  }
}
