import Findings
import Foundation
import Testing

@testable import Charts

/// Every kind of chart, drawn from fixed data: scenes as text against files, and, with `QINGHENG_GALLERY=1`
/// (`scripts/gallery`), the pictures beside the specs.
@Suite struct GalleryTests {
  @Test(arguments: Gallery.kinds) func theSceneIsTheGoldenOne(kind: String) throws {
    let log = FindingLog()
    let scenes = try Gallery.scenes(kind, metrics: FixedTextMetrics(), log: log)
    #expect(log.isEmpty, "\(FindingText(language: .english).text(of: log))")
    #expect(scenes.count == 1)
    try expectGolden(scenes, "gallery-\(kind)")
  }

  @Test(arguments: Gallery.kinds) func nothingOverlapsOrLeavesThePage(kind: String) throws {
    for scene in try Gallery.scenes(kind, metrics: FixedTextMetrics(), log: FindingLog()) { expectLaws(scene, kind) }
    let log = FindingLog()
    guard let fonts = FontSet.locate(log: log), let faces = FontFaces(fonts, log: log) else { return }
    for scene in try Gallery.scenes(kind, metrics: faces, log: log) { expectLaws(scene, kind, metrics: faces) }
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["QINGHENG_GALLERY"] == "1"), arguments: Gallery.kinds)
  func drawsThePictures(kind: String) throws {
    let log = FindingLog()
    let fonts = try #require(FontSet.locate(log: log))
    let renderer = try #require(PNGRenderer(fonts: fonts, log: log))
    for scene in try Gallery.scenes(kind, metrics: renderer.faces, log: log) {
      let bytes = try #require(renderer.render(scene, log: log))
      try Data(bytes).write(to: Gallery.folder.appendingPathComponent("\(kind).png"))
      if ProcessInfo.processInfo.environment["QINGHENG_SVG"] == "1" {
        let svg = SVGRenderer(metrics: renderer.faces, family: fonts.family).render(scene)
        try svg.write(to: Gallery.folder.appendingPathComponent("\(kind).svg"), atomically: true, encoding: .utf8)
      }
    }
    #expect(log.isEmpty, "\(FindingText(language: .english).text(of: log))")
  }
}

/// The pictures themselves. Another version of the font draws a little differently, so that a share of the pixels may
/// differ, and of each only the lightness counts.
@Suite struct GalleryPictureTests {
  @Test(arguments: ["ranking", "trend"]) func thePictureIsTheGoldenOne(kind: String) throws {
    let log = FindingLog()
    let fonts = try #require(FontSet.locate(log: log))
    // Of another family, every word has another width.
    guard fonts.family == "Noto Sans CJK SC" else { return }
    let renderer = try #require(PNGRenderer(fonts: fonts, log: log))
    let scene = try #require(try Gallery.scenes(kind, metrics: renderer.faces, log: log).first)
    let drawn = try PNGParts(try #require(renderer.render(scene, log: log)))
    let kept = try PNGParts(Array(Data(contentsOf: Gallery.folder.appendingPathComponent("\(kind).png"))))
    try #require(drawn.width == kept.width && drawn.height == kept.height)
    var lightness: [UInt32: Double] = [:]
    func light(_ pixel: UInt32) -> Double {
      if let known = lightness[pixel] { return known }
      let value = Colour(pixel).luminance
      lightness[pixel] = value
      return value
    }
    let pairs = zip(try drawn.pixels(every: 5), try kept.pixels(every: 5)).map { (light($0), light($1)) }
    let differing = pairs.count { abs($0 - $1) > 0.25 }
    #expect(Double(differing) <= 0.01 * Double(pairs.count), "\(kind): \(differing) of \(pairs.count) pixels differ")
    let words = try #require(drawn.chunk("iTXt"))
    #expect(String(decoding: words, as: UTF8.self).hasSuffix(scene.alternativeText))
  }
}
