import Findings
import Register
import Tables
import Testing

@Suite("Import of rows")
struct TableImportTests {
  static let plain = """
    table: t
    version: "1"
    columns:
      a: {type: text}
      n: {type: number, range: [0, 100]}
      k: {type: integer, required: true}

    """

  @Test("stores each type as the store keeps it")
  func types() throws {
    let trial = try ImportTrial(
      """
      table: t
      version: "1"
      columns:
        文: {type: text}
        整: {type: integer}
        数: {type: number}
        日: {type: date}
        时: {type: datetime}
        是: {type: boolean}
        长: {type: duration_s}
        度: {type: number, labels: {满意: 80, 不满意: 30, 不了解: not_applicable, 未填: missing}}
        类: {type: text, labels: [住院, 门诊]}
      """,
      """
      文,整,数,日,时,是,长,度,类
       甲 ,１２,95.5,2025/6/30,2021/7/16 9:05:11,有,2分3秒,满意,住院
      "他说""好"",
      很好",-3,1e2,20250630,2025-06-30,×,75,不了解,门诊
      ,,,,,,,,(空)
      (跳过),(空),（空）,,,,,未填,门诊〖复诊〗
      """)
    #expect(trial.log.isEmpty)
    #expect(trial.sink.columns.map(\.name) == ["文", "整", "数", "日", "时", "是", "长", "度", "度__na", "类"])
    let rows: [(String, [String?])] = [
      ("文", ["甲", "他说\"好\",\n很好", nil, nil]), ("整", ["12", "-3", nil, nil]),
      ("数", ["95.5", "100.0", nil, nil]), ("日", ["20250630", "20250630", nil, nil]),
      ("时", ["20210716090511", "20250630000000", nil, nil]), ("是", ["1", "0", nil, nil]),
      ("长", ["123", "75", nil, nil]), ("度", ["80.0", nil, nil, nil]), ("度__na", ["0", "1", "0", "0"]),
      ("类", ["住院", "门诊", nil, "门诊"]),
    ]
    for (name, values) in rows { #expect(trial.sink.values(name) == values, "\(name)") }
    // A row with nothing but (空) in it is the row of somebody who answered nothing.
    #expect(trial.outcome.rowsRead == 4)
  }

  @Test("rejects a row for a bad cell in a required column, and for nothing else")
  func strictness() throws {
    let trial = try ImportTrial(
      Self.plain + "reject_limit: 1", "a,n,k\nx,101,1\ny,abc,2\nz,5,zwei\nw,6,\nv,7,5\n")
    #expect(
      trial.findings.prefix(4) == [
        "cell-out-of-range f.csv:2:3", "cell-wrong-type f.csv:3:3", "cell-wrong-type f.csv:4:5",
        "cell-missing f.csv:5:5",
      ])
    #expect(trial.log.findings.prefix(2).allSatisfy { $0.severity == .warning })
    #expect(trial.sink.values("k") == ["1", "2", "5"])
    #expect(trial.sink.values("n") == [nil, nil, "7.0"])
    #expect(trial.sink.rejects.map(\.sourceRow) == [4, 5])
    #expect(trial.sink.rejects[0].cells == ["z", "5", "zwei"])
    #expect(trial.sink.rejects[0].codes == ["cell-wrong-type"])
    #expect(trial.sink.rejects[0].reasons == ["\"zwei\" in \"k\" is not a whole number."])
    #expect(trial.outcome.rejectHeaders == ["a", "n", "k"])
  }

  @Test("stops when more rows are set aside than the limit, and not at the limit")
  func rejectLimit() throws {
    let nine = (1...9).map { "a,1,\($0)\n" }.joined()
    let atLimit = try ImportTrial(Self.plain, "a,n,k\n" + nine + "a,1,\n")
    #expect(!atLimit.outcome.isStopped && atLimit.outcome.rejected == 1 && atLimit.outcome.rowsAccepted == 9)
    let above = try ImportTrial(Self.plain, "a,n,k\n" + nine + "a,1,\na,1,\n")
    #expect(above.outcome.isStopped)
    #expect(
      above.log.findings.last as? TableFinding
        == .file(.file("f.csv"), .rejectLimit(rejected: 2, read: 11, limit: 0.1)))
  }

  @Test("stops at an option that no label knows, and tells each once with its count and a near miss")
  func unknownOption() throws {
    let yaml = "table: t\nversion: \"1\"\ncolumns: {q: {type: number, labels: {非常满意: 100, 满意: 80}}}"
    let trial = try ImportTrial(yaml, "q\n满意\n非常满義\n（满意）\n非常满義\n")
    #expect(trial.outcome.isStopped && trial.outcome.rejected == 0)
    #expect(trial.findings == ["cell-unknown-option f.csv:3:1", "cell-unknown-option f.csv:4:1"])
    #expect(trial.problem == .unknownOption(value: "非常满義", legal: ["非常满意", "满意"], count: 2))
    let words = try #require(trial.first).wording(in: .english)
    #expect(words.found.contains("Did you mean \"非常满意\"?") && words.found.contains("2 cells"))
    #expect(words.consequence == "Nothing was imported from the file.")
    #expect(trial.sink.rowCount == 0)
  }

  @Test("knows labels in full-width letters and with the text that somebody added to an option")
  func labelForms() throws {
    let yaml = "table: t\nversion: \"1\"\ncolumns: {q: {type: number, labels: {\"A (好)\": 1, 其他: 2}}}"
    let quoted = try ImportTrial(yaml, "q\nＡ　（好）\n\"其他〖护士,王〗\"\n")
    #expect(quoted.log.isEmpty && quoted.sink.values("q") == ["1.0", "2.0"])
  }

  @Test("rejects rows with cells too many, and too few, unless the spec says that empty ones are left out")
  func ragged() throws {
    let text = "k,a,n\n1,x,5,z\n2,x\n3\n4,x,5,,\n\n,,\n"
    let strict = try ImportTrial(Self.plain + "reject_limit: 1", text)
    #expect(
      strict.findings == [
        "row-ragged f.csv:2:7", "row-ragged f.csv:3:4", "row-ragged f.csv:4:2", "row-blank f.csv:6:1",
      ])
    #expect(strict.sink.values("k") == ["4"])
    let trial = try ImportTrial(Self.plain + "file: {short_rows: true}\nreject_limit: 1", text)
    #expect(trial.findings.last == "row-short f.csv:3:1")
    #expect(trial.log.findings.last as? TableFinding == .file(.line("f.csv", line: 3, column: 1), .rowsShort(count: 2)))
    #expect(trial.findings.first == "row-ragged f.csv:2:7")
    #expect(trial.first == .file(.line("f.csv", line: 2, column: 7), .ragged(found: 4, expected: 3)))
    #expect(trial.sink.values("k") == ["2", "3", "4"] && trial.sink.values("n") == [nil, nil, "5.0"])
    #expect(trial.outcome.rowsRead == 4)
    #expect(trial.findings.contains("row-blank f.csv:6:1"))
    // k stands last: a short row lacks it.
    let short = try ImportTrial(Self.plain, "a,n,k\nx,5\ny,5,1\n")
    #expect(short.findings.first == "row-ragged f.csv:2:4")
    #expect(short.sink.rejects.map(\.codes) == [["row-ragged"]])
    // Cells that nobody reads may be missing.
    #expect(
      try ImportTrial("table: t\nversion: \"1\"\ncolumns: {k: {type: integer}, z: {drop: true}}", "k,z\n1\n2,x\n").log
        .isEmpty)
  }

  /// 85 was cut to 8: nobody can tell from the row.
  @Test("says where a file breaks off, whatever the spec says, and where it may")
  func cutOff() throws {
    let spec = Self.plain + "file: {short_rows: true}\nreject_limit: 1"
    let cut = try ImportTrial(spec, "k,a,n\n1,x,5\n2,x", isCut: true)
    #expect(cut.findings == ["row-cut-off f.csv:3:4"])
    #expect(cut.sink.values("k") == ["1"] && cut.sink.rejects.map(\.codes) == [["row-cut-off"]])
    let open = try ImportTrial(spec, "k,a,n\n1,x,85\n2,x,8", isCut: true)
    #expect(open.findings == ["row-end-open f.csv:3:1"] && open.sink.values("n") == ["85.0", "8.0"])
    #expect(open.log.count(.note) == 1)
    #expect(try ImportTrial(spec, "k,a,n\n1,x,\"8\"", isCut: true).log.isEmpty)
  }

  @Test("takes codes in full-width letters for the same keys, and keeps them as they are")
  func wideKeys() throws {
    let yaml = "table: t\nversion: \"1\"\nkey: [a]\nreject_limit: 1\ncolumns: {a: {type: text}}"
    let trial = try ImportTrial(yaml, "a\nＭ１０\nM10\nM１１\n（甲）\n(甲)\n")
    #expect(trial.findings == ["row-key-repeated f.csv:3:1", "row-key-repeated f.csv:6:1"])
    #expect(trial.sink.values("a") == ["Ｍ１０", "M１１", "（甲）"])
  }

  @Test("rejects the second row with a key and names the first")
  func keys() throws {
    let yaml = """
      table: t
      version: "1"
      key: [a, b]
      reject_limit: 1
      columns: {a: {type: text}, b: {type: integer}}
      """
    let trial = try ImportTrial(yaml, "a,b\nx,1\nx,2\nx ,01\n,3\nx,zz\nx,2\n")
    #expect(
      trial.findings == [
        "row-key-repeated f.csv:4:1", "cell-missing f.csv:5:1", "cell-wrong-type f.csv:6:3",
        "row-key-repeated f.csv:7:1",
      ])
    #expect(
      trial.first
        == .file(
          .line("f.csv", line: 4, column: 1), .keyRepeated(columns: ["a", "b"], value: "x, 01", firstRow: 2)))
    #expect(trial.sink.chunks.first?.sourceRows == [2, 3])
  }

  @Test("checks patterns and references")
  func patternsAndReferences() throws {
    let yaml = """
      table: t
      version: "1"
      reject_limit: 1
      columns:
        p: {type: text, pattern: "D\\\\d{3}", required: true}
        r: {type: text, references: {table: 指标表, column: id}}
      """
    let trial = try ImportTrial(
      yaml, "p,r\nD014,住院\nD14,门诊\nD015,住元部\n", references: ["指标表.id": ["住院部", "住院", "门诊"]])
    #expect(trial.findings == ["cell-pattern f.csv:3:1", "cell-unknown-reference f.csv:4:6"])
    #expect(trial.problem == .pattern(value: "D14", pattern: "D\\d{3}"))
    #expect(trial.sink.values("r") == ["住院", nil])
    let absent = try ImportTrial(yaml, "p,r\nD014,住院\n")
    #expect(absent.outcome.isStopped && absent.findings == ["reference-absent f.csv"])
  }

  @Test("says nothing of persons: dropped columns are not kept, free text of anonymous tables is not told")
  func anonymity() throws {
    let yaml = """
      table: t
      version: "1"
      anonymous: true
      reject_limit: 1
      unit: {column: 科室, kind: 科室}
      key: [序号]
      columns:
        序号: {type: integer}
        来自IP: {drop: true}
        科室: {type: text}
        年龄: {type: integer}
        意见: {type: text}
        类型: {type: text, labels: [住院, 其他]}
      """
    let trial = try ImportTrial(
      yaml, "来自IP,序号,科室,年龄,意见,类型\n1.2.3.4,1,肾内科,秘密甲,秘密乙,\"暗号〖秘密丙〗\"\n5.6.7.8,2,肾内,秘密丁,秘密戊,住院\n")
    #expect(trial.sink.columns.map(\.name) == ["序号", "科室", "年龄", "意见", "类型"])
    #expect(trial.outcome.rejectHeaders == ["科室"])
    #expect(trial.sink.rejects.map(\.cells) == [["肾内科"]])
    let told = Language.allCases.flatMap { language in
      trial.log.findings.map { FindingText(language: language).text(of: $0) }
    }
    for text in told + trial.sink.rejects.flatMap(\.reasons) {
      #expect(!text.contains("秘密") && !text.contains("1.2.3.4"), "\(text)")
    }
    #expect(Set(trial.log.findings.map(\.code)) == ["cell-wrong-type", "cell-unknown-option", "unit-unknown"])
  }

  @Test("an unknown option of an anonymous table is counted, never told")
  func anonymousOptions() throws {
    let yaml =
      "table: t\nversion: \"1\"\nanonymous: true\ncolumns: {q: {type: number, labels: {非常满意: 100, 满意: 80}}}"
    let trial = try ImportTrial(yaml, "q\n满意\n秘密甲\n秘密乙\n秘密甲\n秘密甲〖秘密丙〗\n")
    // Four rows, of which three say 秘密甲: two ways of writing; the first stands in line 3.
    #expect(trial.findings == ["cell-unknown-option f.csv:3:1"])
    #expect(trial.problem == .unknownOption(value: nil, legal: ["非常满意", "满意"], count: 4, texts: 2))
    for language in Language.allCases {
      let words = FindingText(language: language).text(of: try #require(trial.first))
      #expect(!words.contains("秘密") && words.contains("非常满意") && words.contains("4") && words.contains("2"))
    }
  }

  @Test("of protected tables rejects keep what names the row in its ledger, and no more")
  func protection() throws {
    let yaml = """
      table: t
      version: "1"
      protected: true
      reject_limit: 1
      key: [编号]
      columns: {编号: {type: text}, 内容: {type: text}, 日期: {type: date, required: true}}
      """
    let trial = try ImportTrial(yaml, "编号,内容,日期\nX-1,秘密,昨天\n")
    #expect(trial.sink.rejects.map(\.cells) == [["X-1"]])
    #expect(trial.problem == .wrongType(value: nil, .date))
  }

  @Test("gives rows in their order, across chunks")
  func chunks() throws {
    let yaml = "table: t\nversion: \"1\"\nkey: [k]\ncolumns: {k: {type: integer}, t: {type: text}}\n"
    let count = 20_000
    let csv = "k,t\n" + (0..<count).map { $0 % 100 == 7 ? "x,\n" : "\($0),文\($0)\n" }.joined()
    let trial = try ImportTrial(yaml, csv)
    let kept = (0..<count).filter { $0 % 100 != 7 }
    #expect(trial.sink.values("k") == kept.map { "\($0)" })
    #expect(trial.sink.values("t") == kept.map { "文\($0)" })
    #expect(trial.sink.chunks.flatMap(\.sourceRows) == kept.map { $0 + 2 })
    #expect(trial.outcome.rejected == 200 && trial.log.countByCode["cell-wrong-type"] == 200)
    #expect(trial.sink.chunks.count > 1)
  }
}
