import Findings
import Testing

@testable import Reports

@Suite struct NotebookTests {
  @Test func emptyTextHasNoHeader() {
    let log = FindingLog()
    #expect(Notebook.read("", name: "n.md", log: log) == nil)
    #expect(places(log) == ["notebook-header-missing 1:1"])
  }

  @Test func aHeaderWithoutEndIsReported() {
    let log = FindingLog()
    #expect(Notebook.read("---\ntitle: 通报\n# 正文", name: "n.md", log: log) == nil)
    #expect(places(log) == ["notebook-header-open 1:1"])
  }

  @Test func aHeaderAloneIsANotebookWithoutBlocks() throws {
    let book = try #require(Notebook.read("---\ntitle: 通报\n---", name: "n.md", log: FindingLog()))
    #expect(book.header.title.inlines == [.text("通报")])
    #expect(book.header.edition == .internal)
    #expect(book.blocks.isEmpty)
  }

  @Test func theHeaderIsReadWithItsLines() {
    let log = FindingLog()
    #expect(notebook("", header: "titel: 通报\nedition: secret", log: log) == nil)
    #expect(places(log) == ["key-unknown 2:1", "value-illegal 3:10"])
  }

  @Test func windowsLinesAndAByteOrderMarkAreRead() throws {
    let log = FindingLog()
    let text = "\u{FEFF}---\r\ntitle: 通报\r\nperiod: 2026H1\r\n---\r\n# 一\r\n\r\n{{x}}\r\n"
    let book = try #require(Notebook.read(text, name: "n.md", log: log))
    #expect(book.header.period == "2026H1")
    #expect(
      book.blocks == [
        .heading(level: 1, [.text("一")]), .paragraph([.value("x", .line("n.md", line: 7, column: 1))]),
      ])
  }

  @Test func aGivenPeriodReplacesTheHeadersAndItsParameter() throws {
    let text = "---\ntitle: 通报\nperiod: 2026H1\n---\n```table\nfrom: {scores: $period}\n```\n"
    let book = try #require(Notebook.read(text, name: "n.md", period: "2025H2", log: FindingLog()))
    #expect(book.header.period == "2025H2")
    guard case .cell(.table(let cell))? = book.blocks.first else {
      Issue.record("no table cell")
      return
    }
    #expect(cell.from["scores"]?.text(called: "scores", log: FindingLog()) == "2025H2")
  }

  @Test func otherFencesStayCode() {
    #expect(blocks("```swift\nlet x = 1\n```") == [.code(info: "swift", text: "let x = 1\n")])
  }

  @Test func aFenceThatIsNearlyACellIsCodeAndReported() {
    let log = FindingLog()
    #expect(blocks("\n```tabel\nfrom: x\n```", log: log) == [.code(info: "tabel", text: "from: x\n")])
    #expect(places(log) == ["notebook-cell-kind-near 5:1"])
  }

  @Test func rawHTMLAndPicturesBecomeWords() {
    let log = FindingLog()
    let printed = blocks("一<b>二</b>\n\n<div>三</div>\n\n![四](a.png)", log: log)
    #expect(
      printed == [
        .paragraph([.text("一<b>二</b>")]), .paragraph([.text("<div>三</div>")]), .paragraph([.text("四")]),
      ])
    #expect(log.countByCode == ["notebook-raw-html": 3, "notebook-picture": 1])
  }

  @Test func linksThatRunOrLeadToNeighboursLoseTheirAddress() {
    let log = FindingLog()
    let printed = blocks("[一](javascript:alert(1)) [二](other.md) [三](https://example.org)", log: log)
    #expect(printed == [.paragraph([.text("一 二 "), .link(address: "https://example.org", [.text("三")])])])
    #expect(places(log).count == 2)
  }

  @Test func deepNestingIsCutAndReportedOnce() {
    let log = FindingLog()
    _ = blocks(String(repeating: "> ", count: 5000) + "深", log: log)
    #expect(log.countByCode == ["notebook-too-deep": 1])
    let stars = FindingLog()
    _ = blocks(String(repeating: "*一 ", count: 500) + String(repeating: " 二*", count: 500), log: stars)
    #expect(stars.countByCode.keys.allSatisfy { $0 == "notebook-too-deep" })
  }
}
