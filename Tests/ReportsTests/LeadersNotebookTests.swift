import Findings
import Foundation
import Testing

@testable import Reports

/// The notebook that is shipped asks only for what its source is documented to answer.
@Suite struct LeadersNotebookTests {
  private func book(_ log: FindingLog) throws -> Notebook {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent("notebooks-md/leaders.md"), encoding: .utf8)
    return try #require(Notebook.read(text, name: "notebooks-md/leaders.md", log: log))
  }

  @Test func itIsAnsweredWithoutFindings() throws {
    let log = FindingLog()
    let document = try book(log).document(from: FakeSource.leaders(figure: .marked(1)), log: log)
    #expect(log.isEmpty, "\(FindingText(language: .english).text(of: log))")
    #expect(document.title == "清廉科室半年通报（2026年上半年）")
    #expect(document.subtitle == ["清江市第一人民医院", "清廉科室评价", "2026年上半年", "内部资料"])
    #expect(document.figures.count == 5)
  }

  @Test func itSaysThatTwoPeriodsAreNoTrendAndThatTheTitleIsNotGiven() throws {
    let page = try book(FindingLog()).document(from: FakeSource.leaders(figure: .marked(1)), log: FindingLog()).html()
    #expect(page.contains("两期只能说明差异，不能说明趋势"))
    #expect(page.contains("达标是过线，不是授予“清廉科室”称号"))
    #expect(page.contains("默认方案（自拟），未经本院审定"))
  }

  /// A year is called a year, and a table without rows is not begun.
  @Test func itSpeaksOfTheYearWhereThePeriodIsOne() throws {
    var source = FakeSource.leaders(figure: .marked(1))
    source.imprint.period = "2025年"
    source.values["period"] = "2025年"
    source.values["period_kind"] = "年度"
    source.values["previous_period"] = "2024年"
    source.sentences["changes"] = ["2024年没有评分结果，无从比较。"]
    source.tables["compare"] = source.tables["compare"]?.rows(at: [])
    let log = FindingLog()
    let document = try book(log).document(from: source, log: log)
    #expect(log.isEmpty)
    #expect(document.title == "清廉科室年度通报（2025年）")
    let page = document.html()
    #expect(page.contains("2024年没有评分结果，无从比较。"))
    #expect(!page.contains("半年") && !page.contains("上期名次"))
  }

  @Test func itStandsWithAHospitalWithoutDepartments() throws {
    let log = FindingLog()
    let document = try book(log).document(from: FakeSource.leaders(figure: .marked(1), count: 0), log: log)
    #expect(log.isEmpty)
    #expect(document.html().contains("没有符合条件的记录。"))
  }
}
