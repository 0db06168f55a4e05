import Charts
import Findings
import Testing

@testable import Reports

@Suite struct CellTests {
  private func source(_ table: DataTable) -> FakeSource { FakeSource(tables: ["scores": table]) }

  private let gap = Block.paragraph([.gap("〔此处应有一张表，未能生成，原因见运行时的提示〕")])

  @Test func anEmptyCellIsReportedAndMarked() {
    let log = FindingLog()
    #expect(blocks("```table\n\n```", log: log) == [gap])
    #expect(places(log) == ["notebook-cell-empty 4:1"])
  }

  @Test func keysAreCheckedWithTheirLines() {
    let log = FindingLog()
    #expect(blocks("\n\n```table\nform: {scores: a}\ntop: 0\norder: up\n```", log: log) == [gap])
    #expect(
      places(log) == ["key-unknown 7:1", "notebook-top-too-small 8:6", "value-illegal 9:8"])
  }

  @Test func aParameterStandsForItsValueAndAnUnknownOneIsReported() {
    let log = FindingLog()
    let header = "title: 通报\nscheme: a\nparams: {几名: 2}"
    let body = "```table\nfrom: {scores: $scheme}\ntop: $几名\n```\n```table\nfrom: {scores: $schema}\n```"
    let table = DataTable([DataColumn("x", numbers: [3, 1, 2])])
    let printed = notebook(body, header: header, log: log)?.document(from: source(table), log: log).blocks
    #expect(printed?.count == 2)
    if case .table(let table)? = printed?.first { #expect(table.rows.count == 2) }
    #expect(printed?.last == gap)
    #expect(places(log) == ["notebook-parameter-unknown 11:16"])
  }

  @Test func patternsAreChecked() {
    let log = FindingLog()
    _ = blocks("```table\nfrom: {scores: a}\nformats: {x: \"#.##\"}\n```", log: log)
    #expect(places(log) == ["notebook-format-unknown 6:14"])
  }

  @Test func aColumnThatTheDataHaveNotIsLeftOutAndReported() {
    let log = FindingLog()
    let table = DataTable([DataColumn("score", numbers: [1]), DataColumn("grade", texts: ["优秀"])])
    let printed = blocks(
      "```table\nfrom: {scores: a}\ncolumns: [{score: 得分}, grad]\nby: skore\nformats: {n: \"0\"}\n```",
      source: source(table), log: log)
    guard case .table(let printedTable)? = printed.first else {
      Issue.record("no table")
      return
    }
    #expect(printedTable.columns.map { Inline.plainText($0.heading) } == ["得分"])
    #expect(
      places(log) == [
        "notebook-column-unknown 6:24", "notebook-column-unknown 4:1", "notebook-column-unknown 7:5",
      ])
  }

  @Test func anUnansweredCellIsMarkedAndReported() {
    let log = FindingLog()
    let printed = blocks("```table\nfrom: {scores: a}\n```\n\n```finding\nfrom: {leaders: a}\n```", log: log)
    #expect(printed == [gap, .paragraph([.gap("〔此处应有一段计算得出的结论，未能生成，原因见运行时的提示〕")])])
    #expect(places(log) == ["notebook-cell-unanswered 4:1", "notebook-cell-unanswered 8:1"])
  }

  @Test func columnsOfUnequalLengthAreNoAnswer() {
    let log = FindingLog()
    let table = DataTable([DataColumn("a", numbers: [1, 2]), DataColumn("b", numbers: [1])])
    #expect(blocks("```table\nfrom: {scores: a}\n```", source: source(table), log: log) == [gap])
    #expect(places(log) == ["notebook-cell-unanswered 4:1"])
  }

  @Test func sentencesAreAListOrAParagraph() {
    let source = FakeSource(sentences: ["leaders": ["甲第一。", "乙第二。"]])
    let cell = "```finding\nfrom: {leaders: a}\n"
    #expect(
      blocks(cell + "```", source: source) == [
        .list(start: nil, items: [[.paragraph([.text("甲第一。")])], [.paragraph([.text("乙第二。")])]])
      ])
    #expect(blocks(cell + "as: paragraph\n```", source: source) == [.paragraph([.text("甲第一。乙第二。")])])
  }

  @Test func thePublicEditionRefusesSQL() {
    let log = FindingLog()
    let source = FakeSource(statements: ["": DataTable([DataColumn("x", numbers: [1])])])
    let body = "```sql\nSELECT 1 AS x\n```"
    let book = notebook(body, header: "title: 通报\nedition: public", log: log)
    #expect(
      book?.document(from: source, log: log).blocks == [.paragraph([.gap("〔此处应有一项查询结果，未能生成，原因见运行时的提示〕")])])
    #expect(places(log) == ["notebook-sql-in-public 5:1"])
  }

  @Test func theInternalEditionRunsSQLWithACaptionAndParameters() {
    let source = FakeSource(statements: ["": DataTable([DataColumn("x", numbers: [1])])])
    let book = notebook(
      "```sql\n-- caption: 退回的行\nSELECT 1 AS x LIMIT $几名\n```", header: "title: 通报\nparams: {几名: 2, 组: 内科系}")
    guard case .cell(.sql(let cell))? = book?.blocks.first else {
      Issue.record("no cell")
      return
    }
    #expect(cell.request.parameters == ["几名": .number(2), "组": .text("内科系")])
    #expect(cell.request.place == .line("n.md", line: 6, column: 1))
    let printed = book?.document(from: source, log: FindingLog()).blocks
    guard case .table(let table)? = printed?.first else {
      Issue.record("no table")
      return
    }
    #expect(printed?.last == .paragraph([.gap("〔内部查询，未作小样本遮蔽〕")]))
    #expect(table.caption == [.text("退回的行")])
    #expect(table.rows == [[.content([.text("1")])]])
  }

  @Test func figuresAndTablesAreNumberedThroughout() {
    let source = FakeSource(
      tables: ["scores": DataTable([DataColumn("x", numbers: [1])])],
      figures: ["c.yaml": [.marked(1, facet: "内科系"), .marked(2, facet: "外科系")]])
    let chart = "```chart\nuse: c.yaml\nsplit: peers\ncaption: 得分\n```\n"
    let table = "```table\nfrom: {scores: a}\n```\n"
    let printed = blocks(chart + table + chart + table, source: source)
    let labels = printed.map { block in
      switch block {
      case .figure(let figure): "图\(figure.number) \(Inline.plainText(figure.caption))"
      case .table(let table): "表\(table.number ?? 0)"
      default: "?"
      }
    }
    #expect(labels == ["图1 得分：内科系", "图2 得分：外科系", "表1", "图3 得分：内科系", "图4 得分：外科系", "表2"])
  }
}
