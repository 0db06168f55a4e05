import CZlib
import Findings
import Foundation
import Testing

@testable import Charts

/// The fonts of this machine; a machine without a Chinese font cannot run these tests and says so.
private func renderer() throws -> PNGRenderer {
  let log = FindingLog()
  let fonts = FontSet.locate(log: log)
  let found = try #require(fonts, "\(FindingText(language: .english).text(of: log))")
  return try #require(PNGRenderer(fonts: found, log: log))
}

private func scene(_ elements: [SceneElement], width: Int = 60, height: Int = 40) -> Scene {
  Scene(width: width, height: height, facet: "", alternativeText: "标题。说明", elements: elements)
}

private func text(_ words: String, size: Double = 22, colour: Colour = HouseStyle.ink) -> SceneElement {
  .text(SceneText(text: words, x: 4, baseline: 30, anchor: .start, size: size, weight: .regular, colour: colour))
}

@Suite struct RenderingTests {
  @Test func aPictureIsAPNGThatCarriesItsAlternativeText() throws {
    let log = FindingLog()
    let bytes = try #require(try renderer().render(scene([text("骨科")]), log: log))
    #expect(log.isEmpty)
    let png = try PNGParts(bytes)
    #expect(png.names == ["IHDR", "PLTE", "iTXt", "IDAT", "IEND"])
    #expect(png.width == 60 && png.height == 40)
    #expect(png.chunk("iTXt") == Array("Description\0\0\0zh\0\0标题。说明".utf8))
    #expect(png.checksumsHold)
  }

  @Test func shapesAreWhereTheSceneHasThem() throws {
    let pixels = try pixels([
      .rect(SceneBox(left: 10, top: 5, right: 20, bottom: 15), Colour(0x0B5CAD)),
      // Half a pixel of each edge: half the colour.
      .rect(SceneBox(left: 30.5, top: 20, right: 35, bottom: 25), Colour(0x000000)),
      .line(ScenePoint(0, 30), ScenePoint(60, 30), width: 2, Colour(0xFF0000), dash: .init(on: 4, off: 6)),
      .line(ScenePoint(50, 0), ScenePoint(50, 10), width: 2, Colour(0x00FF00), dash: nil),
    ])
    #expect(pixels(9, 5) == 0xFFFFFF && pixels(10, 5) == 0x0B5CAD && pixels(19, 14) == 0x0B5CAD)
    #expect(pixels(20, 14) == 0xFFFFFF && pixels(19, 15) == 0xFFFFFF)
    #expect(pixels(30, 20) == 0x808080 && pixels(31, 20) == 0x000000 && pixels(34, 24) == 0x000000)
    // Two whole rows, four pixels on, six off.
    #expect(pixels(0, 29) == 0xFF0000 && pixels(3, 30) == 0xFF0000 && pixels(4, 30) == 0xFFFFFF)
    #expect(pixels(0, 28) == 0xFFFFFF && pixels(0, 31) == 0xFFFFFF && pixels(10, 30) == 0xFF0000)
    #expect(pixels(49, 3) == 0x00FF00 && pixels(50, 3) == 0x00FF00 && pixels(51, 3) == 0xFFFFFF)
  }

  @Test func slantedLinesAreSmoothAndHatchingIsRegular() throws {
    let slanted = try pixels([
      .polyline([ScenePoint(5, 35), ScenePoint(30, 5), ScenePoint(55, 35)], width: 3, HouseStyle.ink)
    ])
    #expect(slanted(17, 20) != 0xFFFFFF && slanted(42, 20) != 0xFFFFFF && slanted(30, 35) == 0xFFFFFF)
    let greys = Set((0..<40).flatMap { y in (0..<60).map { slanted($0, y) } })
    #expect(greys.count > 3, "edges are stepped")
    let hatched = try pixels([.hatch(SceneBox(left: 0, top: 0, right: 60, bottom: 40), HouseStyle.hatch)])
    // Lines repeat every ten pixels, along rows as along columns.
    for y in 0..<30 {
      for x in 0..<50 { #expect(hatched(x, y) == hatched(x + 10, y) && hatched(x, y) == hatched(x, y + 10)) }
    }
    #expect(Set((0..<10).map { hatched($0, 0) }).count > 1)
  }

  @Test func stripsJoinWithoutASeam() throws {
    // Higher than three strips; a shape across all of them.
    let height = ShapeStrip.height * 3 + 17
    let box = SceneBox(left: 10, top: 3, right: 30, bottom: Double(height - 4))
    let pixels = try pixels(
      [
        .rect(box, HouseStyle.accent),
        .hatch(SceneBox(left: 40, top: 0, right: 60, bottom: Double(height)), HouseStyle.hatch),
      ], height: height)
    for y in 3..<height - 4 { #expect(pixels(20, y) == HouseStyle.accent.rgb) }
    #expect(pixels(20, 2) == 0xFFFFFF && pixels(20, height - 4) == 0xFFFFFF)
    for y in 0..<height - 10 { #expect(pixels(50, y) == pixels(50, y + 10)) }
  }

  @Test func sameSceneSameBytes() throws {
    let log = FindingLog()
    let read = try #require(shippedSpec("ranking", log: log))
    func draw(_ renderer: PNGRenderer) -> [[UInt8]?] {
      drawing(
        of: read, data: Departments.ranking(), cutoffs: Departments.cutoffs, values: Departments.values, split: true,
        metrics: renderer.faces, log: log
      ).map { renderer.render($0, log: log) }
    }
    let first = try renderer()
    let once = draw(first)
    #expect(once.count == 2 && !once.contains(nil) && once[0] != once[1])
    // Again with warm caches, and with a renderer of its own.
    #expect(draw(first) == once)
    #expect(try draw(renderer()) == once)
    #expect(log.isEmpty)
  }

  @Test func manyColoursNeedNoPalette() throws {
    func colour(_ index: Int) -> UInt32 { UInt32(index) * 4001 }
    let rects = (0..<400).map { index -> SceneElement in
      let (left, top) = (Double(index % 20 * 3), Double(index / 20 * 2))
      return .rect(SceneBox(left: left, top: top, right: left + 3, bottom: top + 2), Colour(colour(index)))
    }
    let pixels = try pixels(rects)
    for index in 0..<400 {
      let (x, y) = (index % 20 * 3 + 1, index / 20 * 2)
      #expect(pixels(x, y) == colour(index))
    }
  }

  @Test func aMissingGlyphIsNamedAndNothingIsDrawn() throws {
    let log = FindingLog()
    // An Egyptian hieroglyph and a private-use character, twice.
    let bytes = try renderer().render(scene([text("骨\u{13000}科\u{E123}"), text("\u{E123}")]), log: log)
    #expect(bytes == nil)
    guard case .glyphsMissing(_, let characters, let words, _)? = log.findings.first as? ChartFinding else {
      Issue.record("\(log.findings)")
      return
    }
    #expect(log.findings.count == 1)
    #expect(characters == ["\u{13000} (U+13000)", "\u{E123} (U+E123)"] && words == "骨\u{13000}科\u{E123}")
  }

  private func pixels(_ elements: [SceneElement], height: Int = 40) throws -> (Int, Int) -> UInt32 {
    let log = FindingLog()
    let bytes = try #require(try renderer().render(scene(elements, height: height), log: log))
    let png = try PNGParts(bytes)
    let pixels = try png.pixels()
    return { pixels[$1 * png.width + $0] }
  }
}

@Suite struct FontTests {
  @Test func aFamilyWithoutChineseIsRefusedWithThePackageToInstall() throws {
    let dejaVu = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
    // The font that fontconfig falls back to; where it is not installed there is nothing to refuse.
    guard FileManager.default.fileExists(atPath: dejaVu) else { return }
    for log in [FindingLog(), FindingLog()] {
      #expect(FontSet.files(regular: FontFile(path: dejaVu), log: log) == nil)
      #expect(log.findings.allSatisfy { $0.code == "font-no-chinese" } && log.hasProblems)
      #expect(log.findings[0].wording(in: .chinese).remedy.contains("fonts-noto-cjk"))
    }
    let log = FindingLog()
    #expect(FontSet.locate(family: "DejaVu Sans", log: log) == nil)
    #expect(log.findings.map(\.code) == ["font-no-chinese"])
  }

  @Test func anAbsentFamilyIsToldAndReplaced() throws {
    let log = FindingLog()
    let fonts = try #require(FontSet.locate(family: "Qingheng No Such Family", log: log))
    #expect(log.findings.map(\.code) == ["font-family-absent"])
    #expect(fonts == FontSet.locate(log: FindingLog()))
  }

  @Test func aFileThatIsNoFontIsRefused() {
    let log = FindingLog()
    #expect(FontSet.files(regular: FontFile(path: #filePath), log: log) == nil)
    let fonts = FontSet(family: "x", regular: FontFile(path: "/nowhere.ttc"), bold: FontFile(path: "/nowhere.ttc"))
    #expect(PNGRenderer(fonts: fonts, log: log) == nil)
    #expect(Set(log.findings.map(\.code)) == ["font-unreadable"])
  }

  /// 骨 直 角 复 differ between the simplified-Chinese and the Japanese faces of one file; 一 does not.
  @Test func theFaceHasSimplifiedForms() throws {
    let fonts = try #require(FontSet.locate(log: FindingLog()))
    guard fonts.regular.path.hasSuffix("NotoSansCJK-Regular.ttc") else { return }
    #expect(fonts.family == "Noto Sans CJK SC")
    let chosen = try #require(FontFace(fonts.regular))
    let japanese = try #require(FontFace(FontFile(path: fonts.regular.path, index: 0)))
    func differs(_ character: Unicode.Scalar) throws -> Bool {
      let (a, b) = (chosen.glyph(of: character, size: 60, phase: 0), japanese.glyph(of: character, size: 60, phase: 0))
      let forms = (try #require(a?.coverage), try #require(b?.coverage))
      return forms.0 != forms.1
    }
    for character: Unicode.Scalar in ["骨", "直", "角", "复"] { #expect(try differs(character), "\(character)") }
    #expect(try !differs("一"))
  }

  @Test func figuresAreTabularAndWidthsAddUp() throws {
    let fonts = try #require(FontSet.locate(log: FindingLog()))
    let faces = try #require(FontFaces(fonts, log: FindingLog()))
    for weight in FontWeight.allCases {
      let widths = Set("0123456789".map { faces.width(of: String($0), size: 22, weight: weight) })
      #expect(widths.count == 1)
      let parts = "骨科 94.62".map { faces.width(of: String($0), size: 22, weight: weight) }
      #expect(abs(faces.width(of: "骨科 94.62", size: 22, weight: weight) - parts.reduce(0, +)) < 1e-9)
      #expect(abs(faces.width(of: "骨", size: 22, weight: weight) - 22) < 0.001)
    }
    #expect(faces.width(of: "", size: 22, weight: .regular) == 0)
  }
}
