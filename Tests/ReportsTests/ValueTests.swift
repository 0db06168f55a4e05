import Findings
import Testing

@testable import Reports

@Suite struct ValueTests {
  private let source = FakeSource(values: ["graded": "41", "not_graded": "2", "空": "", "name": "<b>*一*|`"])

  @Test func valuesStandInTextHeadingsAndTheTitle() throws {
    let book = try #require(notebook("# {{title}}（{{graded}}）\n## {{ graded }}个\n本期{{graded}}个，**{{not_graded}}**个"))
    let document = book.document(from: source, log: FindingLog())
    #expect(document.title == "通报（41）")
    #expect(
      document.blocks == [
        .heading(level: 2, [.text("41个")]),
        .paragraph([.text("本期41个，"), .strong([.text("2")]), .text("个")]),
      ])
  }

  @Test func theTitleHoldsValuesButNotItself() throws {
    let log = FindingLog()
    let book = try #require(notebook("文：{{title}}", header: "title: 通报{{graded}}{{几名}}\nparams: {几名: 5}"))
    let document = book.document(from: source, log: log)
    #expect(document.title == "通报415" && document.blocks == [.paragraph([.text("文：通报415")])])
    #expect(log.isEmpty)
    let turning = try #require(notebook("", header: "title: 通报{{title}}"))
    #expect(turning.document(from: source, log: log).title == "通报〔无此值：title〕")
    #expect(places(log) == ["notebook-value-unknown 2:8"])
  }

  @Test func parametersAreValuesToo() throws {
    let book = try #require(notebook("前{{几名}}名", header: "title: 通报\nparams: {几名: 5}"))
    #expect(book.document(from: source, log: FindingLog()).blocks == [.paragraph([.text("前5名")])])
  }

  @Test func anUnknownValueIsMarkedAndReportedWithItsColumnAndNearMiss() throws {
    let log = FindingLog()
    let printed = blocks("一\n\n评定{{gradde}}个", source: source, log: log)
    #expect(printed.last == .paragraph([.text("评定"), .gap("〔无此值：gradde〕"), .text("个")]))
    #expect(places(log) == ["notebook-value-unknown 6:3"])
    let words = try #require(log.findings.first).wording(in: .english)
    #expect(words.found == "There is no value “gradde”. Did you mean “graded”?")
  }

  @Test func anEmptyValueIsADash() {
    #expect(blocks("一{{空}}", source: source) == [.paragraph([.text("一—")])])
  }

  @Test func aValueIsNeverMarkdown() {
    #expect(blocks("一{{name}}", source: source) == [.paragraph([.text("一<b>*一*|`")])])
  }

  @Test func codeKeepsItsBraces() {
    #expect(blocks("`{{graded}}`", source: source) == [.paragraph([.code("{{graded}}")])])
    #expect(blocks("```\n{{graded}}\n```", source: source) == [.code(info: "", text: "{{graded}}\n")])
  }

  @Test(arguments: ["{{", "}}", "{{}}", "{{ }}", "一{{二", "{二}", "{{一}", "{ {一}}"])
  func bracesThatNameNothingAreText(_ text: String) {
    let log = FindingLog()
    #expect(blocks(text, source: source, log: log) == [.paragraph([.text(text)])])
    #expect(log.isEmpty)
  }

  @Test func theCharactersOfMarksCannotBeForged() {
    let log = FindingLog()
    let printed = blocks("{{graded}}和\u{10FFFC}0\u{10FFFD}", source: source, log: log)
    #expect(printed == [.paragraph([.text("41和\u{FFFD}0\u{FFFD}")])])
  }

  @Test func captionsHoldValues() {
    let log = FindingLog()
    var source = source
    source.figures = ["c.yaml": [.marked(1)]]
    let printed = blocks("```chart\nuse: c.yaml\ncaption: 共{{graded}}个，{{x}}\n```", source: source, log: log)
    guard case .figure(let figure)? = printed.first else {
      Issue.record("no figure")
      return
    }
    #expect(figure.caption == [.text("共41个，"), .gap("〔无此值：x〕")])
    #expect(places(log) == ["notebook-value-unknown 6:10"])
  }
}

@Suite struct LineEndTests {
  private func words(_ body: String) -> String {
    guard case .paragraph(let inlines)? = blocks(body, source: FakeSource(values: ["n": "41", "科": "骨科"])).first else {
      return ""
    }
    return Inline.plainText(inlines)
  }

  @Test func noSpaceStandsBetweenChineseLines() {
    #expect(words("清廉\n科室") == "清廉科室")
    #expect(words("清廉，\n科室（\n二）") == "清廉，科室（二）")
  }

  @Test func aSpaceStandsBetweenLatinWords() {
    #expect(words("one\ntwo") == "one two")
    #expect(words("第\nA") == "第 A")
  }

  @Test func sharedPunctuationBelongsToItsNeighbour() {
    #expect(words("称为\n“达标”\n的科室") == "称为“达标”的科室")
    #expect(words("so called\n“good”") == "so called “good”")
  }

  @Test func anAccentAtTheStartOfAValueMovesNothing() {
    let source = FakeSource(values: ["n": "\u{301}", "m": "\u{FE0F}\u{200D}"])
    let printed = blocks("一{{n}}{{m}}{{n}}\n{{n}}", source: source)
    #expect(printed == [.paragraph([.text("一\u{301}\u{FE0F}\u{200D}\u{301} \u{301}")])])
  }

  @Test func emphasisAndValuesCount() {
    #expect(words("清廉\n**科室**\n通报") == "清廉科室通报")
    #expect(words("清廉\n{{科}}\n通报") == "清廉骨科通报")
    #expect(words("共\n{{n}}个") == "共 41个")
  }
}
