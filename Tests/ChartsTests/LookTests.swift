import Findings
import Foundation
import Testing
@testable import Charts

@Test func look() throws {
  let log = FindingLog()
  let fonts = try #require(FontSet.locate(log: log))
  print(fonts)
  let renderer = try #require(PNGRenderer(fonts: fonts, log: log))
  for (name, data) in [("ranking", Departments.ranking()), ("dimensions", Departments.dimensions())] {
    let s = try #require(shippedSpec(name, log: log), "\(FindingText(language: .chinese).text(of: log))")
    let scenes = drawing(
      of: s, data: data, cutoffs: Departments.cutoffs, values: Departments.values, metrics: renderer.faces, log: log)
    for (i, scene) in scenes.enumerated() {
      let t = Date()
      let png = try #require(renderer.render(scene, log: log))
      print(name, scene.width, scene.height, png.count, Date().timeIntervalSince(t))
      try Data(png).write(to: URL(fileURLWithPath: "/tmp/charts-\(name)-\(i).png"))
    }
  }
  print(FindingText(language: .chinese).text(of: log))
}
