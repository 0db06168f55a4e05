import Documents
import Findings
import Register
import Tables
import Testing

@Suite("Import of dates as people write them")
struct WrittenDateImportTests {
  static let spec = """
    table: t
    version: "1"
    period: {column: 期}
    reject_limit: 1
    columns:
      期: {type: text, required: true}
      时限: {type: written_date}

    """

  @Test("keeps the day, how it came about, and the words")
  func kinds() throws {
    let trial = try ImportTrial(
      Self.spec,
      """
      期,时限
      2025H1,2025-06-30
      2025H1,6月底前
      2026H1, 6月底前
      2025H1,6月中旬
      2025H1,立行立改
      2025H1,长期坚持
      2025H1,已完成
      2025H1,
      2025H1,(空)
      """)
    #expect(trial.sink.columns.map(\.name) == ["期", "时限", "时限__as", "时限__words"])
    // The middle ten days of June end on the 20th.
    #expect(
      trial.sink.values("时限")
        == ["20250630", "20250630", "20260630", "20250620", nil, nil, nil, nil, nil])
    #expect(
      trial.sink.values("时限__as")
        == ["exact", "read", "read", "range", "immediate", "standing", "done", "blank", "blank"])
    #expect(
      trial.sink.values("时限__words")
        == ["2025-06-30", "6月底前", "6月底前", "6月中旬", "立行立改", "长期坚持", "已完成", nil, nil])
    // One note for the column: three cells in words have a day.
    #expect(trial.findings == ["cell-date-read f.csv:3:8"])
    let note = try #require(trial.log.findings.first)
    #expect(note.severity == .note)
    #expect(note.wording(in: .chinese).found == "“时限”有3格写的是文字，按文字读出日期，如“6月底前”读作2025-06-30；这是第一处。")
  }

  @Test("reads nothing without a year as a day before the row's own")
  func beforeTheRow() throws {
    let spec = """
      table: t
      version: "1"
      period: {column: 查出, grain: half}
      reject_limit: 1
      columns:
        查出: {type: date, required: true}
        时限: {type: written_date}

      """
    // 31 December is after the 10th, and the 10th itself is no day before; January of which year is not said.
    let trial = try ImportTrial(
      spec, "查出,时限\n2025-12-10,12月底前\n2025-12-10,1月底前\n2025-12-10,12月10日\n2025-12-10,2026年1月底前\n")
    #expect(trial.sink.values("时限") == ["20251231", nil, "20251210", "20260131"])
    #expect(trial.sink.values("时限__as") == ["read", "refused", "read", "read"])
    #expect(trial.findings.contains("cell-date-refused f.csv:3:12"))
    #expect(trial.log.countByCode["cell-date-refused"] == 1)
  }

  @Test("does not guess: what is refused is missing, and quoted")
  func refused() throws {
    let trial = try ImportTrial(Self.spec, "期,时限\n2025H1,2025.6.31\n2025H1,45838\n2025H1,尽快\n")
    #expect(
      trial.findings == ["cell-date-refused f.csv:2:8", "cell-date-refused f.csv:3:8", "cell-date-refused f.csv:4:8"])
    #expect(trial.log.findings.allSatisfy { $0.severity == .warning })
    #expect(trial.sink.values("时限") == [nil, nil, nil])
    #expect(trial.sink.values("时限__as") == ["refused", "refused", "refused"])
    #expect(trial.sink.values("时限__words") == ["2025.6.31", "45838", "尽快"])
    let words = try #require(trial.log.findings.first).wording(in: .chinese)
    #expect(words.found == "“时限”的“2025.6.31”读不出日期：没有这一天。" && words.consequence == "该行保留，其“时限”按缺失处理。")
  }

  @Test("rejects the row where the column is required; a word without a day is something all the same")
  func required() throws {
    let spec = Self.spec.replacing("{type: written_date}", with: "{type: written_date, required: true}")
    let trial = try ImportTrial(spec, "期,时限\n2025H1,2025.6.31\n2025H1,\n2025H1,长期坚持\n")
    #expect(trial.findings == ["cell-date-refused f.csv:2:8", "cell-missing f.csv:3:8"])
    #expect(trial.sink.rejects.map(\.sourceRow) == [2, 3] && trial.sink.values("时限__as") == ["standing"])
    #expect(trial.sink.rejects.first?.cells == ["2025H1", "2025.6.31"])
  }

  @Test("knows no year where the table has no period, or a period over two years")
  func yearless() throws {
    let spec = "table: t\nversion: \"1\"\ncolumns: {时限: {type: written_date}}"
    let trial = try ImportTrial(spec, "时限\n6月底前\n2025年6月底前\n")
    #expect(trial.findings == ["cell-date-refused f.csv:2:1", "cell-date-read f.csv:3:1"])
    #expect(trial.sink.values("时限") == [nil, "20250630"])
  }

  @Test("a column before the period's is read with the period all the same, and a bad period is told alone")
  func order() throws {
    let trial = try ImportTrial(Self.spec, "时限,期\n6月底前,2025H1\n6月底前,某年\n")
    #expect(trial.sink.values("时限") == ["20250630"])
    #expect(trial.findings == ["period-unreadable f.csv:3:6", "cell-date-read f.csv:2:1"])
  }

  @Test("its companions are columns that nothing else may be called")
  func names() throws {
    func codes(_ text: String) throws -> [String] {
      let log = FindingLog()
      let node = try #require(YAMLFile.parse("table: t\nversion: \"1\"\n" + text, name: "t.yaml", log: log))
      #expect(TableSpec.read(node, system: "s", log: log) == nil)
      return log.findings.map(\.code)
    }
    #expect(try codes("columns: {a: {type: written_date}, a__as: {type: text}}") == ["column-id-taken"])
    #expect(try codes("columns: {a: {type: written_date}, a__words: {type: text}}") == ["column-id-taken"])
    #expect(try codes("other_columns: {type: written_date}") == ["table-other-type"])
    #expect(try codes("period: {column: a}\ncolumns: {a: {type: written_date}}") == ["table-period-type"])
  }
}
