import Findings
import Foundation
import Testing

@testable import Charts

/// Scenes as text, against files of this folder. A missing file is written and fails; a differing scene is left beside
/// it as `<name>-changed.txt`; with `QINGHENG_RECORD=1` the files are written anew.
@Suite struct GoldenTests {
  @Test func ranking() throws {
    let scenes = try scenes("ranking", Departments.ranking())
    #expect(scenes.map(\.facet) == [""])
    try expectGolden(scenes, "ranking")
  }

  @Test func rankingOneGroupAPicture() throws {
    let scenes = try scenes("ranking", Departments.ranking(), split: true)
    #expect(scenes.map(\.facet) == ["内科系", "医技系"])
    try expectGolden([scenes[1]], "ranking-split")
  }

  @Test func dimensions() throws { try expectGolden(scenes("dimensions", Departments.dimensions()), "dimensions") }

  @Test func noRows() throws { try expectGolden(scenes("ranking", Departments.ranking().rows(at: [])), "no-rows") }

  @Test func changes() throws {
    let log = FindingLog()
    let read = try #require(
      spec(
        """
        chart: 变化
        marks:
          - bar: {y: name, x: change, sort: -change}
          - interval: {y: name, x1: lo, x2: hi}
          - text: {y: name, x: change, text: change, format: "+0.0"}
          - rule: {x: 2.5, label: 目标}
        scales: {x: {label: 变化（分）}}
        title: 只有骨科明显上升
        """, log: log))
    let change = [3.2, -4.1, 0, 1.5, .nan]
    let data = DataTable([
      DataColumn("name", texts: ["骨科", "直肠科", "康复医学科", "急诊科", "门诊部"]), DataColumn("change", numbers: change),
      DataColumn("lo", numbers: change.map { $0 - 1 }), DataColumn("hi", numbers: change.map { $0 + 1 }),
    ])
    try expectGolden(drawing(of: read, data: data, metrics: FixedTextMetrics(), log: log), "changes")
    #expect(log.isEmpty)
  }

  private func scenes(_ name: String, _ data: DataTable, split: Bool? = nil) throws -> [Scene] {
    let log = FindingLog()
    let spec = try #require(shippedSpec(name, log: log))
    let scenes = drawing(
      of: spec, data: data, cutoffs: Departments.cutoffs, values: Departments.values, split: split,
      metrics: FixedTextMetrics(), log: log)
    #expect(log.isEmpty, "\(FindingText(language: .english).text(of: log))")
    return scenes
  }
}
