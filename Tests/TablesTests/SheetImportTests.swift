import Findings
import Register
import Tabular
import Testing
import WorkbookBytes

@testable import Tables

/// An import of a workbook through a spec.
struct SheetTrial {
  let log = FindingLog()
  let sink = CollectingSink()
  var outcome = ImportOutcome()

  init(_ spec: String, _ workbook: SmallWorkbook) throws {
    guard let spec = ImportTrial.spec(spec, log: log),
      case .workbook(let book)? = DataFile.read(workbook.bytes, name: "台账.xlsx", log: log),
      let file = spec.sheet(of: book, log: log)
    else { return }
    outcome = try TableImport(spec: spec, register: UnitRegister(ImportTrial.units))
      .run(file: file, into: sink, language: .english, log: log)
  }

  var findings: [String] { log.findings.map { "\($0.code) \($0.place.text)" } }
}

@Suite("Imports of sheets")
struct SheetImportTests {
  static func spec(_ file: String, _ columns: String = "编号: {type: text, required: true}, 分值: {type: number}") -> String
  {
    "table: t\nversion: \"1\"\nfile: {\(file)}\ncolumns: {\(columns)}\n"
  }

  @Test("find the header below a title, and say so")
  func header() throws {
    let workbook = SmallWorkbook("一季度", texts: [["台账"], nil, ["编号", "分值"], ["X-1", "2"]], merged: ["A1:B1"])
    let trial = try SheetTrial(Self.spec(""), workbook)
    #expect(trial.findings == ["header-found 台账.xlsx"])
    #expect(trial.log.findings.first as? TableFinding == .file(.file("台账.xlsx"), .headerFound(row: 3, sheet: "一季度")))
    #expect(trial.sink.values("编号") == ["X-1"] && trial.sink.values("分值") == ["2.0"])
    #expect(trial.sink.chunks.first?.sourceRows == [4])
    #expect(trial.outcome.headerRow == 3)
  }

  @Test("choose the one visible sheet that has all headers")
  func sheets() throws {
    let data = SmallWorkbook.rows([["编号", "分值"], ["X-1", "2"]])
    let other = SmallWorkbook.rows([["填表说明"]])
    func findings(_ file: String, _ sheets: [SmallWorkbook.Sheet]) throws -> [String] {
      try SheetTrial(Self.spec(file), SmallWorkbook(sheets)).findings
    }
    #expect(
      try findings("", [.init("说明", other), .init("甲", data), .init("旧", data, state: "hidden")]) == [
        "sheet-hidden 台账.xlsx", "header-found 台账.xlsx",
      ])
    #expect(try findings("", [.init("甲", data), .init("旧", data, state: "hidden")]) == ["sheet-hidden 台账.xlsx"])
    #expect(try findings("", [.init("甲", data), .init("乙", data)]) == ["sheet-several 台账.xlsx"])
    #expect(try findings("sheet: 乙*", [.init("甲", data), .init("乙一", data)]) == [])
    #expect(try findings("sheet: 丙", [.init("甲", data)]) == ["sheet-unknown 台账.xlsx"])
    #expect(try findings("", [.init("甲", other), .init("乙", other)]) == ["sheet-none 台账.xlsx"])
    #expect(
      try findings("", [.init("甲", data, state: "veryHidden")]) == ["sheet-hidden 台账.xlsx", "sheet-none 台账.xlsx"])
    #expect(
      try findings("sheet: 甲", [.init("甲", data, state: "hidden"), .init("乙", data)]) == ["sheet-hidden-read 台账.xlsx"])
    // The sheet that lacks least tells what it lacks.
    let half = SmallWorkbook.rows([["编号"], ["X-1"]])
    #expect(try findings("", [.init("甲", other), .init("乙", half)]) == ["column-missing 台账.xlsx:乙!A1"])
  }

  @Test("refuse two rows that could both be the header, unless the spec says which")
  func twoHeaders() throws {
    let workbook = SmallWorkbook("s", texts: [["编号", "分值"], ["X-1", "2"], ["编号", "分值", "注"], ["X-2", "3"]])
    let refused = try SheetTrial(Self.spec(""), workbook)
    #expect(refused.findings == ["header-several 台账.xlsx"] && refused.outcome.isStopped)
    let stated = try SheetTrial(Self.spec("header_row: 3"), workbook)
    #expect(stated.findings == ["column-further 台账.xlsx:s!C3"] && stated.sink.values("编号") == ["X-2"])
    #expect(try SheetTrial(Self.spec("header_row: 9"), workbook).findings == ["file-without-header 台账.xlsx"])
  }

  @Test("pass over the header where it is printed again on each page, and say so")
  func repeatedHeader() throws {
    let workbook = SmallWorkbook(
      "s", texts: [["编号", "分值"], ["X-1", "2"], ["编号", "分值"], ["X-2", "3"], ["编号", "分值"], ["编号", "4"]])
    let trial = try SheetTrial(Self.spec(""), workbook)
    #expect(trial.findings == ["header-repeated 台账.xlsx:s!A3"])
    #expect(
      trial.log.findings.first as? TableFinding
        == .file(.cell("台账.xlsx", sheet: "s", row: 3, column: 1), .headerRepeated(count: 2)))
    #expect(trial.sink.values("编号") == ["X-1", "X-2", "编号"] && trial.outcome.rowsRead == 3)
  }

  /// 12 is seen as QX0012 in one row and as ZD0012 in the next: two records.
  @Test("take of codes what a person sees, and nothing that nobody can say")
  func codes() throws {
    let cells = """
      <row r="2"><c r="A2" s="1"><v>12</v></c><c r="B2" s="1"><v>1</v></c></row>\
      <row r="3"><c r="A3" s="2"><v>12</v></c><c r="B3" s="3"><v>2</v></c></row>\
      <row r="4"><c r="A4" s="3"><v>12</v></c><c r="B4"><v>3</v></c></row>
      """
    let trial = try SheetTrial(
      Self.spec("").replacing("columns:", with: "key: [编号]\nreject_limit: 1\ncolumns:"),
      SmallWorkbook(
        [.init("s", SmallWorkbook.rows([["编号", "分值"]]) + cells)], formats: ["\"QX\"0000", "\"ZD\"0000", "[>9]0;00"]))
    #expect(trial.sink.values("编号") == ["QX0012", "ZD0012"] && trial.sink.values("分值") == ["1.0", "2.0"])
    #expect(trial.findings == ["cell-format-unread 台账.xlsx:s!A4"])
    #expect(trial.sink.rejects.map(\.sourceRow) == [4])
  }

  /// 90 for three rows is not 270.
  @Test("count a number that is merged over rows once, and say in which rows it does not stand")
  func mergedNumbers() throws {
    let workbook = SmallWorkbook(
      "s", texts: [["编号", "科室", "分值", "序号"], ["X-1", "甲", "90", "1"], ["X-2"], ["X-3"], ["X-4", "乙", "7", "2"]],
      merged: ["B2:B4", "C2:C4", "D2:D4"])
    let columns = "编号: {type: text, required: true}, 科室: {type: text}, 分值: {type: number}, 序号: {type: integer}"
    let spec = Self.spec("", columns).replacing("columns:", with: "key: [序号, 编号]\ncolumns:")
    let trial = try SheetTrial(spec, workbook)
    #expect(trial.sink.values("分值") == ["90.0", nil, nil, "7.0"])
    #expect(trial.sink.values("科室") == ["甲", "甲", "甲", "乙"])
    // What names a row is no quantity.
    #expect(trial.sink.values("序号") == ["1", "1", "1", "2"])
    #expect(trial.findings == ["cell-merged-number 台账.xlsx:s!C3", "cell-merged 台账.xlsx:s!B3"])
    #expect(
      trial.log.findings.first as? TableFinding
        == .cell(
          .cell("台账.xlsx", sheet: "s", row: 3, column: 3), column: "分值", .mergedNumber(rows: [3, 4]),
          effect: .cellMissing))
    #expect(
      trial.log.findings.last as? TableFinding
        == .file(.cell("台账.xlsx", sheet: "s", row: 3, column: 2), .cellsMerged(count: 4)))
    let strict = try SheetTrial(
      Self.spec("", "编号: {type: text}, 分值: {type: number, required: true}")
        .replacing("columns:", with: "reject_limit: 1\ncolumns:"), workbook)
    #expect(strict.sink.values("分值") == ["90.0", "7.0"])
    #expect(strict.sink.rejects.map(\.codes) == [["cell-merged-number"], ["cell-merged-number"]])
  }

  @Test("are one table where the spec names them all, with the sheet in every place")
  func severalSheets() throws {
    let one = SmallWorkbook.rows([["编号", "分值"], ["X-1", "2"], ["X-2", "坏"]])
    let two = SmallWorkbook.rows([["二季度", ""], ["编号", "分值"], ["X-3", "4"], ["X-1", "5"], ["", "坏"]])
    let other = SmallWorkbook.rows([["季度填报说明"]])
    let spec = Self.spec("sheet: \"*季度*\"").replacing("columns:", with: "key: [编号]\nreject_limit: 1\ncolumns:")
    let trial = try SheetTrial(
      spec, SmallWorkbook([.init("一季度", one), .init("二季度", two), .init("季度说明", other), .init("封面", one)]))
    #expect(
      trial.findings == [
        "sheet-joined 台账.xlsx", "cell-wrong-type 台账.xlsx:一季度!B3", "row-key-repeated 台账.xlsx:二季度!A4",
        "cell-missing 台账.xlsx:二季度!A5", "cell-wrong-type 台账.xlsx:二季度!B5",
      ])
    #expect(trial.log.findings[2].wording(in: .english).found.contains("row 一季度!2"))
    #expect(trial.sink.values("编号") == ["X-1", "X-2", "X-3"] && trial.sink.values("分值") == ["2.0", nil, "4.0"])
    // Rows of the second sheet count on from a million: 2 × 1,048,576 rows have two million numbers.
    let rows = trial.sink.chunks.flatMap(\.sourceRows)
    #expect(rows == [2, 3, 1_048_576 + 3])
    #expect(trial.sink.rejects.map(\.sourceRow) == [1_048_576 + 4, 1_048_576 + 5])
    #expect(Place.row("台账.xlsx:一季度 / 二季度", row: rows[2]).text == "台账.xlsx:二季度:3")
    #expect(Place.row("台账.xlsx:一季度 / 二季度", row: 2).text == "台账.xlsx:一季度:2")

    let odd = SmallWorkbook.rows([["分值", "编号"], ["2", "X-1"]])
    let half = SmallWorkbook.rows([["编号"], ["X-1"]])
    let refused = try SheetTrial(spec, SmallWorkbook([.init("一季度", one), .init("二季度", odd), .init("三季度", half)]))
    // One that fits and one that has half of the headers would be one sheet and a rest.
    #expect(refused.findings == ["sheet-differs 台账.xlsx", "sheet-differs 台账.xlsx"] && refused.sink.rowCount == 0)
  }

  @Test("read hidden rows, and say so")
  func hiddenRows() throws {
    let rows = SmallWorkbook.rows([["编号"], ["X-1"], ["X-2"], ["X-3"]])
      .replacing("<row r=\"3\">", with: "<row r=\"3\" hidden=\"1\">")
    let trial = try SheetTrial(Self.spec("", "编号: {type: text}"), SmallWorkbook([.init("s", rows)]))
    #expect(trial.findings == ["row-hidden 台账.xlsx:s!A3"] && trial.log.count(.warning) == 1)
    #expect(trial.sink.values("编号") == ["X-1", "X-2", "X-3"])
  }

  /// 自评分 stands over two columns, the others go down over both rows.
  @Test("join headers of two rows")
  func twoRows() throws {
    let workbook = SmallWorkbook(
      "s",
      texts: [["评分表"], ["编号", "自评分", "", "考核组评分", ""], ["", "得分", "说明", "得分", "说明"], ["X-1", "9", "甲", "8", "乙"]],
      merged: ["A1:E1", "A2:A3", "B2:C2", "D2:E2"])
    let trial = try SheetTrial(
      Self.spec(
        "header_rows: 2",
        "编号: {type: text, required: true}, 自: {header: 自评分/得分, type: number}, 组: {header: 考核组评分/得分, type: number}, 理由: {header: 考核组评分/说明, type: text}, 自说: {header: 自评分/说明, drop: true}"
      ), workbook)
    #expect(trial.findings == ["header-found 台账.xlsx"])
    #expect(trial.sink.values("自") == ["9.0"] && trial.sink.values("组") == ["8.0"])
    #expect(trial.sink.values("理由") == ["乙"])
    #expect(trial.sink.chunks.first?.sourceRows == [4])
  }

  @Test("pass over totals and notes, fill what is merged, and leave remarks beside the table alone")
  func beside() throws {
    let workbook = SmallWorkbook(
      "s",
      texts: [
        ["编号", "分值"], ["X-1", "2"], ["", "3", "", "边注"], ["小 计", "5"], ["X-3", "4"], ["合计", "9"], ["填表人：甲"],
      ], merged: ["A2:A4"])
    let trial = try SheetTrial(Self.spec("skip_rows: [合计, \"*小计\", 填表人*]"), workbook)
    #expect(
      trial.findings == [
        "row-skipped 台账.xlsx:s!A4", "cell-merged 台账.xlsx:s!A3", "cell-beyond-header 台账.xlsx:s!D3",
      ])
    #expect(trial.sink.values("编号") == ["X-1", "X-1", "X-3"])
    #expect(trial.sink.values("分值") == ["2.0", "3.0", "4.0"])
    #expect(trial.sink.chunks.first?.sourceRows == [2, 3, 5])
  }

  @Test("take errors of formulas for no text: the cell is missing, or its row is set aside")
  func errors() throws {
    let rows = SmallWorkbook.rows([["编号", "分值"]])
    let cells = """
      <row r="2"><c r="A2" t="inlineStr"><is><t>X-1</t></is></c><c r="B2" t="e"><v>#N/A</v></c></row>\
      <row r="3"><c r="A3" t="e"><v>#REF!</v></c><c r="B3"><v>1</v></c></row>\
      <row r="4"><c r="A4"><v>1.2345678901234568E+17</v></c><c r="B4"><v>1.2345678901234568E+17</v></c></row>\
      <row r="5"><c r="A5"><v>5</v></c><c r="B5"><f>1+1</f></c></row>
      """
    let trial = try SheetTrial(
      Self.spec("").replacing("columns:", with: "reject_limit: 1\ncolumns:"), SmallWorkbook([.init("s", rows + cells)]))
    #expect(
      trial.findings == [
        "cell-error 台账.xlsx:s!B2", "cell-error 台账.xlsx:s!A3", "cell-digits-lost 台账.xlsx:s!A4",
        "cell-uncomputed 台账.xlsx:s!B5",
      ])
    #expect(trial.sink.values("编号") == ["X-1", "5"] && trial.sink.values("分值") == [nil, nil])
    #expect(trial.sink.rejects.map(\.sourceRow) == [3, 4])
  }
}

@Suite("Cells that stand for others")
struct DittoTests {
  static let spec = """
    table: t
    version: "1"
    unit: {column: 科室}
    reject_limit: 1
    columns:
      科室: {type: text, required: true, ditto: true}
      分值: {type: number, blank: ["/", "—"]}
    """

  @Test("take the value above, also of a row that was set aside")
  func ditto() throws {
    let trial = try ImportTrial(Self.spec, "科室,分值\n骨一科,1\n同上,2\n\"〃\",/\n没有的科,3\n同上,—\n肾病内科,4\n\"\"\"\",5\n")
    #expect(trial.sink.values("科室") == ["骨一科", "骨一科", "骨一科", "肾病内科", "肾病内科"])
    #expect(trial.sink.values("分值") == ["1.0", "2.0", nil, "4.0", "5.0"])
    #expect(trial.sink.rejects.map(\.cells) == [["没有的科", "3"], ["没有的科", "—"]])
  }

  @Test("are no value in the first row")
  func first() throws {
    let trial = try ImportTrial(Self.spec, "科室,分值\n同上,1\n骨一科,2\n")
    #expect(trial.problem == .dittoFirst)
    #expect(trial.sink.rejects.map(\.sourceRow) == [2])
  }

  @Test("find the header of a text below a title, too, but the first row goes first")
  func titles() throws {
    let below = try ImportTrial(Self.spec, "清廉台账\n\n科室,分值\n骨一科,1\n")
    #expect(below.findings == ["header-found f.csv"] && below.sink.values("分值") == ["1.0"])
    let twice = try ImportTrial(Self.spec, "科室,分值\n骨一科,1\n科室,分值\n")
    #expect(twice.outcome.headerRow == 1)
    let none = try ImportTrial(Self.spec, "甲\n乙\n")
    #expect(none.findings == ["column-missing f.csv:1:1", "column-missing f.csv:1:1", "column-further f.csv:1:1"])
  }
}
