import Findings
import Tables
import Testing

@Suite("Table specs")
struct TableSpecTests {
  static let survey = """
    table: 患者问卷
    version: "1"
    anonymous: true
    file: {match: "*患者满意度*", encoding: gb18030, header_row: 2}
    unit: {column: 科室, kind: [科室, 医技], unmatched: stop}
    period: {column: 时间, grain: half}
    key: [序号]
    reject_limit: 0.05
    label_sets:
      likert5: {非常满意: 100, 满意: 80, 不满意: 30, 不了解: not_applicable, "(跳过)": missing}
    columns:
      序号: {type: integer, required: true}
      时间: {header: 提交答卷时间, type: datetime}
      来自IP: {drop: true}
      科室: {header: "1、科室", type: text, pattern: "\\\\w*.+"}
      总体: {type: number, labels: likert5, range: [0, 100]}
      红包: {type: integer, labels: {有: 1, 无: 0}}
      类型: {type: text, labels: [住院, 门诊]}
      床号: {type: text, references: {table: 床位, column: 床号}}
    other_columns: {type: number}
    """

  @Test("reads every key")
  func reads() throws {
    let log = FindingLog()
    let spec = try #require(ImportTrial.spec(Self.survey, log: log))
    #expect(log.isEmpty)
    #expect(spec.system == "qinglian" && spec.id == "患者问卷" && spec.version == "1")
    #expect(spec.isAnonymous && !spec.isProtected && !spec.isComplete)
    #expect(spec.file.match == "*患者满意度*" && spec.file.encoding == .gb18030 && spec.file.headerRow == 2)
    #expect(spec.unit?.column == "科室" && spec.unit?.kinds == ["科室", "医技"] && spec.unit?.unmatched == .stop)
    #expect(spec.period == .column("时间", grain: .half))
    #expect(spec.key == ["序号"] && spec.rejectLimit == 0.05 && spec.otherColumns == .number)
    #expect(spec.columns.map(\.id) == ["序号", "时间", "来自IP", "科室", "总体", "红包", "类型", "床号"])
    #expect(spec.columns[1].header == "提交答卷时间" && spec.columns[2].isDropped && spec.columns[0].isRequired)
    #expect(spec.columns[4].range == 0...100 && spec.columns[4].hasNotApplicable)
    #expect(spec.columns[7].references == .init(table: "床位", column: "床号"))
    #expect(
      spec.storedColumns(further: ["其他"]).map(\.name) == [
        "序号", "时间", "科室", "总体", "总体__na", "红包", "类型", "床号", "其他",
      ])
    #expect(
      spec.storedColumns().map(\.storage.rawValue).prefix(5) == ["INTEGER", "INTEGER", "TEXT", "REAL", "INTEGER"])
  }

  @Test("reads periods from the command and the file name")
  func periods() {
    let start = "table: t\nversion: \"1\"\ncolumns: {a: {type: text}}\n"
    #expect(ImportTrial.spec(start + "period: {from: option}", log: FindingLog())?.period == .option)
    #expect(ImportTrial.spec(start + "period: {from: file_name}", log: FindingLog())?.period == .fileName)
    #expect(ImportTrial.spec(start, log: FindingLog())?.period == nil)
  }

  /// The marked place is line and column of the 🔹 that stands before it.
  @Test(
    "finds what a spec says wrongly, and where",
    arguments: [
      ("key: 🔹[b]", "table-column-unknown"), ("key: 🔹[x]", "table-column-dropped"),
      ("key: 🔹[a, a]", "column-id-taken"), ("unit: 🔹{column: b}", "table-column-unknown"),
      ("period: 🔹{column: b}", "table-column-unknown"), ("period: 🔹{column: n}", "table-period-type"),
      ("period: {column: d, grain: 🔹phase}", "table-grain-phase"),
      ("period: {column: d, grain: 🔹week}", "value-illegal"), ("period: 🔹{}", "key-missing"),
      ("period: {from: 🔹somewhere}", "value-illegal"), ("confirmed: 🔹a", "table-confirmed-type"),
      ("confirmed: 🔹zz", "table-column-unknown"), ("reject_limit: 🔹1.5", "table-reject-limit"),
      ("file: {header_row: 🔹0}", "table-header-row"), ("file: {encoding: 🔹latin1}", "value-illegal"),
      ("unit: {column: a, kind: 🔹[x, y], unmatched: register}", "table-register-kinds"),
      ("anonymous: 🔹maybe", "value-wrong-kind"), ("🔹colour: red", "key-unknown"),
    ])
  func tableProblems(line: String, code: String) {
    let head =
      "table: t\nversion: \"1\"\ncolumns: {a: {type: text}, n: {type: number}, d: {type: date}, x: {drop: true}}\n"
    let log = FindingLog()
    #expect(ImportTrial.spec(head + line.replacing("🔹", with: ""), log: log) == nil)
    let column = line.prefix { $0 != "🔹" }.count + 1
    #expect(log.findings.map { "\($0.code) \($0.place.text)" } == ["\(code) t.yaml:4:\(column)"])
  }

  @Test(
    "finds what a column says wrongly",
    arguments: [
      ("{}", "key-missing"), ("{type: colour}", "value-illegal"),
      ("{type: number, range: [5, 1]}", "column-range-reversed"),
      ("{type: number, range: 5}", "column-range-shape"), ("{type: text, range: [1, 5]}", "column-range-type"),
      ("{type: text, pattern: \"[a\"}", "column-pattern"),
      ("{type: text, labels: likert9}", "column-label-set-unknown"),
      ("{type: text, labels: {是: 1}}", "label-type"), ("{type: integer, labels: {是: 1.5}}", "label-type"),
      ("{type: number, labels: {是: often}}", "label-meaning"), ("{type: text, labels: [是, 是]}", "label-twin"),
      ("{type: number, range: [0, 5], labels: {是: 6}}", "label-out-of-range"),
      ("{type: text, references: {table: x}}", "key-missing"), ("{type: text, header: b}", "column-header-twin"),
      ("{type: text, width: 3}", "key-unknown"), ("{type: text, drop: sometimes}", "value-wrong-kind"),
    ])
  func columnProblems(column: String, code: String) {
    let log = FindingLog()
    let yaml = "table: t\nversion: \"1\"\ncolumns:\n  b: {type: text}\n  a: \(column)\n"
    #expect(ImportTrial.spec(yaml, log: log) == nil)
    #expect(log.findings.map(\.code) == [code])
    #expect(log.findings.first?.place.text.hasPrefix("t.yaml:5:") == true)
  }

  @Test(
    "keeps names apart that a database does not",
    arguments: [
      ("A", "a"), ("unit_id", "batch_id"), ("x", "Source_Row"), ("q", "q__na"),
    ])
  func taken(first: String, second: String) {
    let log = FindingLog()
    let yaml = """
      table: t
      version: "1"
      columns:
        \(first): {header: 甲, type: number, labels: {无: not_applicable}}
        \(second): {header: 乙, type: text}
      """
    #expect(ImportTrial.spec(yaml, log: log) == nil)
    #expect(Set(log.findings.map(\.code)) == ["column-id-taken"])
  }

  @Test("a table without columns is none, and every problem is told in one pass")
  func several() {
    let log = FindingLog()
    #expect(ImportTrial.spec("version: \"1\"\n", log: log) == nil)
    #expect(log.findings.map(\.code) == ["key-missing", "table-without-columns"])
  }

  @Test(
    "matches file names by their stars",
    arguments: [
      ("*患者满意度*", "336_按文本_患者满意度_2_2.csv", true), ("*患者满意度*", "患者满意度", true), ("*患者满意度*", "职工.csv", false),
      ("a*.csv", "a.csv", true), ("a*.csv", "ab.txt", false), ("a*b*c", "axxbyyc", true), ("a*b*c", "acb", false),
      ("a.csv", "a.csv", true), ("a.csv", "xa.csv", false), ("*", "", true), ("ab*ba", "aba", false),
    ])
  func fileNames(pattern: String, name: String, expected: Bool) {
    var rule = TableSpec.FileRule()
    #expect(!rule.matches(name))
    rule.match = pattern
    #expect(rule.matches(name) == expected)
  }
}
