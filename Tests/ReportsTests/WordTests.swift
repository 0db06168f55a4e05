import Charts
import Findings
import Foundation
import FoundationXML
import Testing

@testable import Reports

/// The document for word processors: its parts are well-formed, hold what was said, and nothing that runs.
@Suite struct WordTests {
  private func document(
    _ body: String, title: String = "通报", source: FakeSource = FakeSource()
  ) throws -> Document {
    try #require(notebook(body)).document(from: source, log: FindingLog())
  }

  private func parts(_ document: Document) -> [String: String] {
    var texts: [String: String] = [:]
    for part in WordParts(document: document).all { texts[part.name] = String(decoding: part.bytes, as: UTF8.self) }
    return texts
  }

  private func main(_ body: String, source: FakeSource = FakeSource()) throws -> String {
    try #require(parts(document(body, source: source))["word/document.xml"])
  }

  private func isWellFormed(_ text: String) -> Bool { XMLParser(data: Data(text.utf8)).parse() }

  private func count(_ word: String, in text: String) -> Int { text.components(separatedBy: word).count - 1 }

  @Test func everyPartIsWellFormedAlsoForAnEmptyDocument() throws {
    let rich = """
      ## 一、排名

      文字**粗**与*楷*，`码`，[链接](https://example.org/?a=1&b=2)。

      1. 一
         - 甲
      2. 二

      > 引文

      | 科室 | 分 |
      |---|--:|
      | 肾病内科 | 92.60 |
      """
    for body in ["", rich] {
      for (name, text) in parts(try document(body)) where !name.hasSuffix(".png") {
        #expect(isWellFormed(text), "\(name): \(text)")
      }
    }
  }

  @Test func sameDocumentSameBytes() throws {
    let source = FakeSource(figures: ["charts/ranking.yaml": [.marked(1), .marked(2)]])
    let document = try document("```chart\nuse: charts/ranking.yaml\n```\n\n文字。", source: source)
    let bytes = try #require(document.docx())
    #expect(Array(bytes.prefix(4)) == [0x50, 0x4B, 0x03, 0x04])
    #expect(document.docx() == bytes)
  }

  @Test func textStaysText() throws {
    let source = FakeSource(values: ["名称": "<w:p/>]]>&amp;\u{1}\u{202E}x"])
    let main = try main("{{名称}} <script>x</script>", source: source)
    #expect(isWellFormed(main))
    #expect(main.contains("&lt;w:p/&gt;]]&gt;&amp;amp;"))
    #expect(main.contains("&lt;script&gt;x&lt;/script&gt;"))
    #expect(!main.contains("\u{202E}") && !main.contains("\u{1}"))
  }

  @Test func fontsForIdeographsAreNamed() throws {
    let styles = try #require(parts(document("x"))["word/styles.xml"])
    for style in WordStyle.allCases { #expect(styles.contains("w:styleId=\"\(style.rawValue)\"")) }
    #expect(count("<w:rFonts ", in: styles) == count("w:eastAsia=\"", in: styles) - 1, "the language names itself too")
  }

  @Test func headingRowsRepeatAndRowsStayWhole() throws {
    let rows = (1...40).map { "| 科室\($0) | \($0) |" }.joined(separator: "\n")
    let main = try main("| 科室 | 分 |\n|---|--:|\n\(rows)")
    #expect(count("<w:tblHeader/>", in: main) == 1)
    #expect(count("<w:cantSplit/>", in: main) == 41)
    #expect(count("<w:tr>", in: main) == 41)
  }

  /// Widths are given in twentieths of a point; a line of the page has 8845 of them.
  @Test func tablesNeverRunOverTheEdge() throws {
    let long = String(repeating: "很长的原因说明", count: 30)
    let heads = (1...14).map { "列\($0)" }.joined(separator: " | ")
    let cells = (1...14).map { $0 % 3 == 0 ? long : "12.34" }.joined(separator: " | ")
    let main = try main("| \(heads) |\n|\(String(repeating: "---|", count: 14))\n| \(cells) |")
    let widths = main.components(separatedBy: "<w:gridCol w:w=\"").dropFirst().compactMap {
      Int($0.prefix { $0.isNumber })
    }
    #expect(widths.count == 14)
    #expect(widths.reduce(0, +) <= WordPage.textWidth)
    #expect(widths.allSatisfy { $0 > 0 })
  }

  @Test func numberedListsBeginWhereTheyWereToldTo() throws {
    let all = parts(try document("3. 丙\n4. 丁\n\n文字\n\n1. 甲"))
    let numbering = try #require(all["word/numbering.xml"])
    #expect(
      numbering.contains(
        "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"3\"/>")
    )
    #expect(
      numbering.contains(
        "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>")
    )
    #expect(count("<w:numId w:val=\"2\"/>", in: all["word/document.xml"] ?? "") == 2)
  }

  @Test func longDocumentsBeginWithTheirContents() throws {
    func sections(_ count: Int) -> String {
      (1...count).map { "## 第\($0)节\n\n| 科室 |\n|---|\n| 骨科 |" }.joined(separator: "\n\n")
    }
    #expect(!(try main(sections(5)).contains("目录")))
    #expect(!(try main((1...9).map { "## 第\($0)节\n\n文字" }.joined(separator: "\n\n")).contains("目录")))
    let many = try main(sections(6))
    #expect(many.contains("目录") && count("PAGEREF _Toc", in: many) == 6)
    #expect(count("w:fldCharType=\"begin\"", in: many) == count("w:fldCharType=\"end\"", in: many))
  }

  @Test func picturesHaveTheirWordsAndKeepTheirShape() throws {
    let source = FakeSource(figures: ["charts/ranking.yaml": [.marked(1, alt: "A \"high\" & low")]])
    let all = parts(try document("```chart\nuse: charts/ranking.yaml\ncaption: 得分\n```", source: source))
    let main = try #require(all["word/document.xml"])
    #expect(main.contains("descr=\"A &quot;high&quot; &amp; low\""))
    #expect(all["word/media/image1.png"] != nil)
    #expect(all["word/_rels/document.xml.rels"]?.contains("Id=\"rId1\"") == true)
    #expect(main.contains("图1　"))
  }

  @Test func nothingTellsWhoMadeItAndWhen() throws {
    let core = try #require(parts(document("x"))["docProps/core.xml"])
    #expect(!core.contains("created") && !core.contains("lastModifiedBy"))
    #expect(core.contains("<dc:title>"))
  }
}
