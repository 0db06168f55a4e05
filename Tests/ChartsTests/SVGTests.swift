import Findings
import Foundation
import Testing

@testable import Charts

@Suite struct SVGTests {
  private func svg(_ elements: [SceneElement], title: String = "标题") -> String {
    let scene = Scene(
      width: 100, height: 50, facet: "", title: title, alternativeText: title + "。说明", elements: elements)
    return SVGRenderer(metrics: FixedTextMetrics(), family: "Noto Sans CJK SC").render(scene)
  }

  @Test func shapesKeepTheirPlaces() {
    let text = svg([
      .rect(SceneBox(left: 1, top: 2.5, right: 11, bottom: 12), Colour(0x0B5CAD)),
      .line(ScenePoint(0, 1), ScenePoint(9, 1), width: 2, Colour(0xFF0000), dash: .init(on: 7, off: 5)),
      .polygon([ScenePoint(0, 0), ScenePoint(4, 0), ScenePoint(4, 4)], Colour(0x00FF00)),
      .disc(ScenePoint(5, 6), radius: 8, Colour(0x123456), inside: nil),
      .hatch(SceneBox(left: 0, top: 0, right: 5, bottom: 5), HouseStyle.hatch),
    ])
    #expect(text.contains(##"<rect x="1" y="2.5" width="10" height="9.5" fill="#0B5CAD"/>"##))
    #expect(text.contains(##"<path d="M0,1 L9,1" stroke="#FF0000" stroke-width="2" stroke-dasharray="7 5"/>"##))
    #expect(text.contains(##"<polygon points="0,0 4,0 4,4" fill="#00FF00"/>"##))
    #expect(text.contains(##"<circle cx="5" cy="6" r="8" fill="#123456"/>"##))
    #expect(text.contains("url(#hatch-C6CCD4)") && text.contains(#"<pattern id="hatch-C6CCD4""#))
  }

  /// Two Chinese characters of 20 pixels are 40 wide, whatever font the reader has.
  @Test func wordsHaveTheMeasuredWidth() {
    let text = svg([
      .text(
        SceneText(
          text: "骨科", x: 3, baseline: 20, anchor: .end, size: 20, weight: .bold, colour: HouseStyle.ink))
    ])
    #expect(
      text.contains(
        ##"<text x="3" y="20" text-anchor="end" font-size="20" font-weight="bold" textLength="40" fill="#1B1F24">骨科</text>"##
      ))
  }

  @Test func hostileNamesStayText() throws {
    let hostile = #"</text><script>alert("1")</script>&'"# + "\u{1}"
    let text = svg(
      [
        .text(
          SceneText(text: hostile, x: 0, baseline: 9, anchor: .start, size: 9, weight: .regular, colour: HouseStyle.ink)
        )
      ],
      title: hostile)
    #expect(!text.contains("<script") && !text.contains("\u{1}") && text.contains("&lt;script&gt;"))
    let parser = XMLReader(text)
    #expect(parser.isWellFormed && parser.names.isSubset(of: ["svg", "title", "desc", "g", "rect", "text"]))
  }

  @Test(arguments: Gallery.kinds) func theGalleryIsWellFormed(kind: String) throws {
    for scene in try Gallery.scenes(kind, metrics: FixedTextMetrics(), log: FindingLog()) {
      let parser = XMLReader(SVGRenderer(metrics: FixedTextMetrics(), family: "A").render(scene))
      #expect(parser.isWellFormed, "\(kind)")
      // Each text of the scene is one of the picture.
      let texts = scene.elements.count { if case .text = $0 { true } else { false } }
      #expect(parser.count["text", default: 0] == texts)
    }
  }
}

/// A small check of XML: tags match, and no bare `<` or `&` stands in text.
private struct XMLReader {
  var isWellFormed = true
  var names: Set<String> = []
  var count: [String: Int] = [:]

  init(_ text: String) {
    var open: [String] = []
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "<") {
      check(rest[..<start])
      guard let end = rest[start...].firstIndex(of: ">") else {
        isWellFormed = false
        return
      }
      let tag = rest[rest.index(after: start)..<end]
      let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter })
      if tag.hasPrefix("/") {
        if open.popLast() != name { isWellFormed = false }
      } else {
        names.insert(name)
        count[name, default: 0] += 1
        if !tag.hasSuffix("/") { open.append(name) }
      }
      rest = rest[rest.index(after: end)...]
    }
    isWellFormed = isWellFormed && open.isEmpty
  }

  private mutating func check(_ text: Substring) {
    for part in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      if !["amp;", "lt;", "gt;", "quot;", "#39;"].contains(where: { part.hasPrefix($0) }) { isWellFormed = false }
    }
  }
}
