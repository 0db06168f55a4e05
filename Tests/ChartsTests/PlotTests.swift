import Findings
import Testing

@testable import Charts

/// Places worked out by hand, mark by mark.
@Suite struct PlotTests {
  private func draw(_ yaml: String, _ data: DataTable, log: FindingLog = FindingLog()) throws -> Scene {
    let read = try #require(spec(yaml, log: log), "\(FindingText(language: .english).text(of: log))")
    return try #require(
      drawing(of: read, data: data, metrics: FixedTextMetrics(), log: log).first,
      "\(FindingText(language: .english).text(of: log))")
  }

  private func rects(_ scene: Scene, _ colour: Colour) -> [SceneBox] {
    // Keys of the legend are 22 wide.
    scene.elements.compactMap { if case .rect(let box, colour) = $0, box.width != 22 { box } else { nil } }
  }

  private func texts(_ scene: Scene) -> [String] {
    scene.elements.compactMap { if case .text(let text) = $0 { text.text } else { nil } }
  }

  @Test func partsOfAStackAddUp() throws {
    let data = DataTable([
      DataColumn("u", texts: ["甲", "甲", "甲"]), DataColumn("part", texts: ["差", "优", "中"]),
      DataColumn("v", numbers: [10, 60, 30]),
    ])
    let yaml =
      "chart: 图\nmarks: [{stack: {y: u, x: v, part: part}}]\n"
      + "scales: {x: {domain: [0, 100]}, fill: {domain: [优, 中, 差], palette: grades}}"
    let scene = try draw(yaml, data)
    let (good, fair, poor) = (
      rects(scene, HouseStyle.grades[0])[0], rects(scene, HouseStyle.grades[2])[0],
      rects(scene, HouseStyle.grades[4])[0]
    )
    // In the order of the grades, each part as long as its share, but for two pixels of white between them.
    #expect(abs((good.width + 2) / (fair.width + 2) - 2) < 0.01 && abs((good.width + 2) / (poor.width + 2) - 6) < 0.05)
    #expect(good.right + 2 == fair.left && fair.right + 2 == poor.left)
  }

  @Test func aMiddlePartStraddlesZero() throws {
    let data = DataTable([
      DataColumn("u", texts: ["甲", "甲", "甲"]), DataColumn("part", texts: ["满意", "一般", "不满意"]),
      DataColumn("v", numbers: [0.5, 0.2, 0.3]),
    ])
    let yaml =
      "chart: 图\nmarks: [{stack: {y: u, x: v, part: part, middle: 一般, format: '0%'}}]\n"
      + "scales: {x: {format: '0%'}, fill: {domain: [满意, 一般, 不满意], palette: grades}}"
    let scene = try draw(yaml, data)
    // Zero is the line of muted ink from top to bottom.
    let zero = try #require(
      scene.elements.compactMap { element -> Double? in
        if case .line(let from, let to, _, HouseStyle.muted, nil) = element, from.x == to.x { from.x } else { nil }
      }.first)
    let middle = rects(scene, HouseStyle.grades[2])[0]
    #expect(abs((middle.left + middle.right + 2) / 2 - zero) <= 1)
    #expect(rects(scene, HouseStyle.grades[0])[0].left == middle.right + 2)
    #expect(rects(scene, HouseStyle.grades[4])[0].right + 2 == middle.left)
    // Both sides count the same way: no minus on the axis.
    #expect(texts(scene).contains("20%") && !texts(scene).contains { $0.contains("−") })
  }

  @Test func stepsBeginWhereTheLastOneEnded() throws {
    // 0 to 4, back to 3, sum 3.
    let data = DataTable([
      DataColumn("u", texts: ["升", "降", "合计"]), DataColumn("v", numbers: [4, -1, 3]),
      DataColumn("sum", texts: [nil, nil, "是"]),
    ])
    let scene = try draw("chart: 图\nmarks: [{steps: {y: u, x: v, total: sum}}]", data)
    let (up, down, sum) = (
      rects(scene, HouseStyle.accent)[0], rects(scene, HouseStyle.grades[4])[0], rects(scene, HouseStyle.unknown)[0]
    )
    #expect(up.right == down.right && abs(up.width - 4 * down.width) < 1e-9 && sum.right == down.left)
    #expect(sum.left == up.left)
    // A sum that does not add up is told, with both numbers.
    let wrong = DataTable([data.columns[0], DataColumn("v", numbers: [4, -1, 3.5]), data.columns[2]])
    #expect(
      texts(try draw("chart: 图\nmarks: [{steps: {y: u, x: v, total: sum}}]", wrong)).contains("合计3.50与各步之和3.00不符。"))
  }

  @Test func aLineBreaksWhereAValueIsMissingAndSaysWhy() throws {
    let data = DataTable([
      DataColumn("t", texts: ["2025H1", "2025H2", "2026H1", "2026H2"]),
      DataColumn("v", numbers: [1, .nan, 3, 2]), DataColumn("why", texts: [nil, "样本不足", nil, nil]),
    ])
    let scene = try draw(
      "chart: 图\nmarks: [{line: {x: t, y: v, reason: why}}]\nscales: {x: {time: true}}", data)
    let lines = scene.elements.compactMap { if case .polyline(let points, _, _, _) = $0 { points } else { nil } }
    #expect(lines.map(\.count) == [2])
    // The first value stands alone between the edge and the gap: a dot.
    #expect(scene.elements.count { if case .disc = $0 { true } else { false } } == 1)
    #expect(scene.elements.contains { if case .hatch = $0 { true } else { false } } && texts(scene).contains("样本不足"))
    #expect(scene.alternativeText == "图。从2025年上半年 1到2026年下半年 2" || scene.alternativeText.hasSuffix("到2026年下半年 2"))
  }

  /// Half-years lie half a year apart, and a year without data leaves its room.
  @Test func timeKeepsItsDistances() {
    #expect(TimeStep("2025H1")?.middle == 2025.25 && TimeStep("2025H2")?.middle == 2025.75)
    #expect(TimeStep("2026")?.middle == 2026.5 && TimeStep("2026Q1")?.middle == 2026.125)
    #expect(TimeStep("2026-07")?.fullName == "2026年7月" && TimeStep("2026Q3")?.shortName == "3季度")
    for wrong in ["", "26", "2026H3", "2026-13", "2026-00", "2026-05-32", "2026x", "abcd", "2026-05-01-02"] {
      #expect(TimeStep(wrong) == nil, "\(wrong)")
    }
  }

  @Test func dotsWithoutAPlaceAreNamed() throws {
    let data = DataTable([
      DataColumn("u", texts: ["甲", "乙", "丙"]), DataColumn("a", numbers: [1, .nan, 3]),
      DataColumn("b", numbers: [2, 5, .nan]), DataColumn("why", texts: [nil, "未报", nil]),
    ])
    let scene = try draw("chart: 图\nmarks: [{dot: {x: a, y: b, label: u, reason: why}}]", data)
    #expect(scene.elements.count { if case .disc = $0 { true } else { false } } == 1)
    #expect(texts(scene).contains("未画出：乙（未报）、丙（无数据）。"))
  }

  @Test func edgeLabelsMoveApartAndStayNearTheirWish() {
    // Three of 20 at the same height: one block about it. A fourth far away stays.
    let placed = EdgeLabels.spread([100, 100, 100, 300], heights: [20, 20, 20, 20], top: 0, bottom: 400)
    #expect(placed == [80, 100, 120, 300])
    // At the edge they are pushed inwards.
    #expect(EdgeLabels.spread([0, 1], heights: [20, 20], top: 0, bottom: 400) == [10, 30])
    #expect(EdgeLabels.spread([], heights: [], top: 0, bottom: 9) == [])
  }

  @Test func marksOfTwoPlotsAreRefused() throws {
    let log = FindingLog()
    #expect(spec("chart: 图\nmarks: [{bar: {y: a, x: b}}, {dot: {x: a, y: b}}]", log: log) == nil)
    #expect(log.findings.map(\.code).contains("mark-plots-differ"))
    let columns = FindingLog()
    #expect(spec("chart: 图\nfacet: {by: g, columns: 2}\nmarks: [{bar: {y: a, x: b}}]", log: columns) == nil)
  }
}
