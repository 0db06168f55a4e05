import Schemes
import Testing

@testable import Ledgers

@Suite struct TableTests {
  private func cells(_ state: LedgerState, _ row: Int = 0) -> [String: LedgerCell] {
    let names = state.spec.catalogueTables(among: SampleLedger.tables)[0].columns.map(\.id)
    #expect(state.problemRows[row].cells.count == names.count)
    return Dictionary(uniqueKeysWithValues: zip(names, state.problemRows[row].cells))
  }

  private let closed = SampleLedger.row(
    [
      "编号": "WT-1", "类别": "教育", "来源": "走访", "查出": "2025-01-10", "下达": "2025-01-15", "时限": "2025-03-31",
      "完成": "2025-03-01", "销号": "2025-04-02",
    ], row: 7, batch: 3, span: "2025H1")
  private let open = SampleLedger.row(["编号": "WT-2", "查出": "2025-02-10", "类型": "长期坚持"], row: 8, batch: 3)

  @Test func `A row says all of a problem`() {
    let state = SampleLedger.state(
      [closed, open], measures: [SampleLedger.row(["措施号": "a", "问题号": "WT-1", "完成": "2025-03-01"])],
      steps: [SampleLedger.row(["措施号": "a", "日期": "2025-02-20"])], on: "2025-06-30")
    let row = cells(state)
    #expect(row["编号"] == .text("WT-1") && row["类别"] == .text("教育") && row["来源"] == .text("走访"))
    #expect(row["查出日"] == .integer(2025_01_10) && row["下达日"] == .integer(2025_01_15))
    #expect(row["时限"] == .integer(2025_03_31) && row["时限性质"] == .text("明确") && row["时限原文"] == .null)
    #expect(row["完成日"] == .integer(2025_03_01) && row["销号日"] == .integer(2025_04_02))
    #expect(row["回头看日"] == .null && row["回头看结果"] == .null)
    #expect(row["状态"] == .text("已销号") && row["时限状态"] == .text("已销号"))
    // April 2 is two days after March 31.
    #expect(row["超期天数"] == .integer(2) && row["按期销号"] == .integer(0) && row["重复"] == .integer(0))
    #expect(row["措施数"] == .integer(1) && row["措施完成数"] == .integer(1) && row["措施超期数"] == .integer(0))
    #expect(row["进展数"] == .integer(1) && row["最近进展日"] == .integer(2025_02_20))
    // Three months after April 2 is July 2.
    #expect(row["回头看应办"] == .integer(0) && row["回头看已办"] == .integer(0) && row["存疑"] == .integer(0))
    let source = state.problemRows[0]
    #expect(source.unit == "D01" && source.batch == 3 && source.sourceRow == 7)
    #expect(source.from == 2025_01_01 && source.to == 2025_06_30)
    let standing = cells(state, 1)
    #expect(standing["时限"] == .null && standing["时限性质"] == .text("长期坚持") && standing["按期销号"] == .null)
    #expect(standing["时限状态"] == .text("无时限") && standing["超期天数"] == .null && standing["状态"] == .text("未下达"))
    #expect(state.problemRows[1].from == 2025_02_10 && state.problemRows[1].to == 2025_02_10)
  }

  @Test func `Columns tell what they can hold`() throws {
    var tables = SampleLedger.tables
    tables[0].columns[7] = CatalogueColumn(id: "类别", kind: .text, isNullable: false, values: ["教育", "台账"])
    tables[0].coveredBy = "走访"
    let table = SampleLedger.spec().catalogueTables(among: tables)[0]
    #expect(table.id == "整改清单" && table.isComplete && table.coveredBy == "走访" && table.hasUnits && table.hasPeriods)
    #expect(Set(table.columns.map(\.id)).count == table.columns.count)
    let kind = try #require(table.column("类别"))
    #expect(!kind.isNullable && kind.values == ["教育", "台账"])
    #expect(table.column("状态")?.values == ["未下达", "待定措施", "整改中", "已完成待销号", "已销号", "已回头看"])
    #expect(table.column("时限状态")?.values == ["已超时限", "剩余10天", "剩余20天", "时限内", "无时限", "时限不明", "已销号"])
    #expect(table.column("按期销号")?.kind == .boolean && table.column("按期销号")?.isNullable == true)
    #expect(table.column("重复")?.isNullable == false)
  }

  @Test func `Suggestions have a table of their own`() throws {
    func row(_ number: Int, _ cells: [String: String]) -> LedgerRow {
      SampleLedger.row(cells.merging(["编号": "\(number)", "提出": "2025-03-01"]) { $1 }, row: number + 1)
    }
    let rows = [
      row(1, ["采纳": "已采纳", "期限": "2025-03-31", "答复": "2025-03-31"]),
      row(2, ["采纳": "部分采纳", "期限": "2025-03-31", "答复": "2025-04-01"]), row(3, ["采纳": "不采纳"]),
      row(4, ["期限": "2025-06-29"]), row(5, ["期限": "2025-06-30"]), row(6, ["采纳": "再议"]),
      row(7, ["采纳": "采纳", "期限": "2025-06-15", "答复": "2025-07-01"]),
    ]
    let state = SampleLedger.state([], suggestions: rows, on: "2025-06-30")
    #expect(
      state.suggestions.map(\.answer) == [
        .adopted, .partly, .declined, .unanswered, .unanswered, .unknown, .unanswered,
      ])
    #expect(state.suggestions.map(\.isAdopted) == [true, true, false, nil, nil, nil, nil])
    #expect(state.suggestions.map(\.isAnsweredOnTime) == [true, false, nil, false, nil, nil, false])
    let table = SampleLedger.spec().catalogueTables(among: SampleLedger.tables)[1]
    #expect(table.id == "整改清单建议" && state.suggestionRows.allSatisfy { $0.cells.count == table.columns.count })
    #expect(
      state.suggestionRows[1].cells == [
        .text("2"), .integer(2025_03_01), .integer(2025_03_31), .integer(2025_04_01), .text("部分采纳"), .integer(1),
        .integer(0),
      ])
    #expect(SampleLedger.state([], suggestions: rows, on: "2025-02-28").suggestions.isEmpty)
  }
}
