import Charts
import Findings
import Foundation
import Testing

@testable import Reports

@Suite struct HTMLTests {
  private func html(_ blocks: [Block], title: String = "通报") -> String {
    Document(title: title, subtitle: [title], blocks: blocks, imprint: FakeSource().imprint).html()
  }

  @Test(arguments: hostileTexts) func hostileWordsStayText(_ text: String) throws {
    let words = oneLine(text)
    let figure = NumberedFigure(number: 1, caption: [.text(words)], figure: .marked(1, alt: words), stem: "a")
    let table = PrintedTable(
      number: 1, caption: [.text(words)], columns: [.init(heading: [.text(words)], alignment: .start)],
      rows: [[.content([.text(words)])], [.missing(reason: words)]])
    let page = html(
      [
        .paragraph([.text(words), .code(words), .gap(words)]), .figure(figure), .table(table),
        .code(info: words, text: text),
      ], title: words)
    // The same page about a harmless word has the same tags.
    let harmless = html(
      [
        .paragraph([.text("一"), .code("一"), .gap("一")]),
        .figure(NumberedFigure(number: 1, caption: [.text("一")], figure: .marked(1, alt: "一"), stem: "a")),
        .table(
          PrintedTable(
            number: 1, caption: [.text("一")], columns: [.init(heading: [.text("一")], alignment: .start)],
            rows: [[.content([.text("一")])], [.missing(reason: "一")]])), .code(info: "一", text: "一"),
      ], title: "一")
    #expect(tags(page) == tags(harmless))
  }

  /// The names and attribute names of all tags; classes may differ with a text's length.
  private func tags(_ page: String) -> [String] {
    let body = page.components(separatedBy: "</style>").last ?? ""
    return body.components(separatedBy: "<").dropFirst().map { piece in
      let tag = piece.prefix { $0 != ">" }
      let name = tag.prefix { $0 != " " && $0 != "=" }
      let attributes = tag.matches(of: #/ [a-z]+="/#).count
      return "\(name) \(attributes)"
    }.filter { !$0.hasPrefix("td") && !$0.hasPrefix("th ") }
  }

  @Test func thePageNeedsNothingAndRunsNothing() {
    let page = html([.paragraph([.text("一")])])
    #expect(page.contains("default-src 'none'; img-src data:; style-src 'sha256-"))
    for word in ["<script", "http://", "https://", "<link", "@import", "url(", " style=\"", " onload"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("<html lang=\"zh-CN\">"))
  }

  /// The digest is computed by coreutils from what stands between the tags of a page.
  @Test func thePolicyNamesTheStyleSheet() throws {
    let page = html([])
    let style = page.components(separatedBy: "<style>")[1].components(separatedBy: "</style>")[0]
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(style.utf8))
    try input.fileHandleForWriting.close()
    let digits = String(decoding: try #require(try output.fileHandleForReading.readToEnd()), as: UTF8.self).prefix(64)
    process.waitUntilExit()
    let bytes = stride(from: 0, to: 64, by: 2).compactMap { UInt8(digits.dropFirst($0).prefix(2), radix: 16) }
    #expect(Stylesheet.digest == Data(bytes).base64EncodedString())
  }

  @Test func figuresAreInsideWithTheirWordsAndSize() {
    let figure = NumberedFigure(number: 2, caption: [.text("得分")], figure: .marked(7, alt: "甲第一"), stem: "a")
    // 89 50 4E 47 07 in base64, by hand: 100010 010101 000001 001110 010001 110000 0111(00) → i V B O R w c =
    let image = "<img src=\"data:image/png;base64,iVBORwc=\" alt=\"甲第一\" width=\"1600\" height=\"900\">"
    #expect(html([.figure(figure)]).contains("\(image)\n<figcaption><b>图2</b>　得分</figcaption>"))
  }

  @Test func anEmptyTableSaysSo() {
    let columns = [PrintedTable.Column(heading: [.text("行")], alignment: .end), .init(heading: [], alignment: .start)]
    let page = html([.table(PrintedTable(number: 1, caption: [], columns: columns, rows: []))])
    #expect(page.contains("<tr><td class=\"none\" colspan=\"2\">没有符合条件的记录。</td></tr>"))
    #expect(html([.table(PrintedTable(number: 1, caption: [], columns: [], rows: []))]).contains("colspan=\"1\""))
  }
}

@Suite struct TableLayoutTests {
  private func layout(_ columns: [(ColumnAlignment, Int)], rows: Int = 7) -> TableLayout {
    TableLayout(
      PrintedTable(
        number: nil, caption: [], columns: columns.map { .init(heading: [.text("头")], alignment: $0.0) },
        rows: (0..<rows).map { _ in columns.map { .content([.text(String(repeating: "x", count: $0.1))]) } }))
  }

  @Test func shortEntriesStayOnOneLineAndLongOnesWrap() {
    let layout = layout([(.start, 20), (.start, 21), (.end, 6)])
    #expect(layout.columns == [.stays, .wraps, .stays])
    #expect(!layout.isDense)
  }

  @Test func aWideTableIsDenseAndThenItsTextsWrap() {
    // Each column needs its width and 3: four of 20 need 92, five 115 (more than 105), six 138 (more than 125).
    #expect(!layout(Array(repeating: (.start, 20), count: 4)).isDense)
    #expect(layout(Array(repeating: (.start, 20), count: 5)).isDense)
    #expect(layout(Array(repeating: (.start, 20), count: 5)).columns == Array(repeating: .stays, count: 5))
    #expect(layout(Array(repeating: (.start, 20), count: 6)).columns == Array(repeating: .squeezes, count: 6))
    // 2 × 9 + 8 × (12 + 3) = 138 is too much for texts of twelve, too; numbers stay: 2 × 9 + 8 × 13 = 122.
    let mixed = layout([(.end, 6), (.end, 6)] + Array(repeating: (.start, 12), count: 8))
    #expect(mixed.columns == [.stays, .stays] + Array(repeating: .squeezes, count: 8))
  }

  @Test func longHeadingsWrapBeforeEntriesDo() {
    let columns = (0..<10).map { _ in PrintedTable.Column(heading: [.text("一二三四五")], alignment: .end) }
    let table = PrintedTable(
      number: nil, caption: [], columns: columns, rows: [columns.map { _ in .content([.text("12.50")]) }])
    // 10 × (10 + 3) = 130 with the headings on one line, 10 × (5 + 3) = 80 without.
    #expect(TableLayout(table).headingsStay == Array(repeating: false, count: 10))
    #expect(TableLayout(table).columns == Array(repeating: .stays, count: 10))
  }

  @Test func aTableThatFitsInNoWayYields() {
    // 20 × (6 + 3) = 180.
    #expect(layout(Array(repeating: (.end, 6), count: 20)).columns == Array(repeating: .yields, count: 20))
  }

  @Test func smallTablesStayWhole() {
    #expect(layout([(.end, 1)], rows: 6).isWhole)
    #expect(!layout([(.end, 1)], rows: 7).isWhole)
  }
}
