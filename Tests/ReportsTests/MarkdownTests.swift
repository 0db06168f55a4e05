import Charts
import Findings
import Testing

@testable import Reports

/// Texts that mean something in Markdown, HTML or a terminal, or that look like it.
let hostileTexts = [
  "<script>alert(1)</script>", "a|b", "`code`", "``", "**粗**", "*a* _b_", "__a__", "[链接](http://x.cn)", "![图](x.png)",
  "# 标题", "- 项", "+ 项", "1. 项", "1) 项", "> 引", "---", "===", "~~删~~", "&amp;", "&lt;b&gt;", "\\", "\\|", "a\\",
  "https://x.cn/a_b", "www.x.cn", "a@b.cn", "<a@b.cn>", "$x$", "!", "![", "{{graded}}", "    四格", "</style>", "]]>",
  "<!--",
  "\"引\"'号'", "a\nb", "第1行\r\n第2行", "|", "||", "a_b_c", "科_室_一", "100%", "::", "[^1]", "[x]", "- [ ] 项", "\t表",
]

@Suite struct MarkdownTests {
  private func document(_ blocks: [Block], title: String = "通报") -> Document {
    Document(title: title, subtitle: [], blocks: blocks, imprint: FakeSource().imprint)
  }

  /// The Markdown of one block, without title and imprint.
  private func markdown(_ block: Block) -> String {
    let parts = document([block]).markdown(name: "d").components(separatedBy: "# 通报\n\n")
    return parts[1].components(separatedBy: "\n\n---\n")[0]
  }

  /// What a Markdown reader makes of the text.
  private func read(_ markdown: String, log: FindingLog = FindingLog()) -> [DraftBlock] {
    MarkdownTree.drafts(
      of: markdown, name: "d.md", lineOffset: 0, edition: .internal,
      parameters: notebook("")!.parameters, log: log)
  }

  /// The words as a reader sees them: space at the edge of a paragraph is not seen.
  private func seen(_ text: String) -> String {
    oneLine(text).split(separator: " ").joined(separator: " ")
  }

  @Test(arguments: hostileTexts) func hostileWordsReadAsThemselves(_ text: String) {
    let log = FindingLog()
    let blocks = read(markdown(.paragraph([.text(oneLine(text))])), log: log)
    let words = blocks.count == 1 ? plain(blocks[0]) : nil
    #expect(words.map(seen) == seen(text))
    #expect(log.isEmpty)
  }

  @Test(arguments: hostileTexts) func hostileWordsReadAsThemselvesInATable(_ text: String) {
    let table = PrintedTable(
      number: nil, caption: [], columns: [.init(heading: [.text(oneLine(text))], alignment: .start)],
      rows: [[.content([.text(oneLine(text))])]])
    let log = FindingLog()
    guard case .table(_, let heading, let rows)? = read(markdown(.table(table)), log: log).first else {
      Issue.record("no table")
      return
    }
    #expect(heading.map(plain).map(seen) == [seen(text)])
    #expect(rows.map { $0.map(plain).map(seen) } == [[seen(text)]])
    #expect(log.isEmpty)
  }

  @Test(arguments: hostileTexts) func hostileTitlesReadAsThemselves(_ text: String) {
    let log = FindingLog()
    let blocks = read(document([], title: oneLine(text)).markdown(name: "d"), log: log)
    guard case .heading(1, let words)? = blocks.first else {
      Issue.record("no heading")
      return
    }
    #expect(seen(plain(words)) == seen(text))
    #expect(log.isEmpty)
  }

  @Test(arguments: ["一", "`", "``", "a`b", " a ", "a|b"]) func codeReadsAsItself(_ code: String) {
    #expect(read(markdown(.paragraph([.text("码 "), .code(code)]))) == [.paragraph([.text("码 "), .code(code)])])
  }

  @Test func emphasisHoldsBesideChinesePunctuation() {
    // Stars after a closing quotation mark and before a letter stay stars in CommonMark, so tags are written there.
    #expect(
      markdown(.paragraph([.text("称为"), .strong([.text("“达标”")]), .text("的科室")])) == "称为<strong>“达标”</strong>的科室")
    #expect(markdown(.paragraph([.text("称为"), .strong([.text("达标")]), .text("的")])) == "称为**达标**的")
    #expect(read("称为**达标**的") == [.paragraph([.text("称为"), .strong([.text("达标")]), .text("的")])])
  }

  @Test func listsQuotesAndCodeKeepTheirForm() {
    let list = Block.list(
      start: 3,
      items: [
        [.paragraph([.text("一")]), .list(start: nil, items: [[.paragraph([.text("甲")])]])], [.paragraph([.text("二")])],
      ])
    #expect(markdown(list) == "3. 一\n\n   - 甲\n4. 二")
    #expect(markdown(.quote([.paragraph([.text("一")]), .paragraph([.text("二")])])) == "> 一\n>\n> 二")
    #expect(markdown(.code(info: "swift", text: "```\n")) == "````swift\n```\n````")
  }

  @Test func anEmptyTableSaysSo() {
    let table = PrintedTable(
      number: 1, caption: [.text("退回")], columns: [.init(heading: [.text("行")], alignment: .end)], rows: [])
    #expect(markdown(.table(table)) == "**表1** 退回\n\n| 行 |\n| --: |\n\n没有符合条件的记录。")
  }

  private func plain(_ block: DraftBlock) -> String {
    if case .paragraph(let words) = block { plain(words) } else { "\(block)" }
  }

  private func plain(_ words: [DraftInline]) -> String {
    words.map { word in
      switch word {
      case .text(let text): text
      case .value(let name, _): "{{\(name)}}"
      default: "\(word)"
      }
    }.joined()
  }
}
