import Findings
import Testing

@testable import Charts

@Suite struct DrawingTests {
  private static let bars =
    "chart: 图\nmarks: [{bar: {y: name, x: score, fill: grade, status: why}}, "
    + "{text: {y: name, text: score, format: '0.0'}}]\n"

  private func data(_ scores: [Double], grades: [String?]? = nil, why: [String?]? = nil) -> DataTable {
    DataTable([
      DataColumn("name", texts: scores.indices.map { "科\($0)" }), DataColumn("score", numbers: scores),
      DataColumn("grade", texts: grades ?? scores.map { _ in "优" }),
      DataColumn("why", texts: why ?? scores.map { _ in nil }),
    ])
  }

  private func draw(
    _ yaml: String, _ data: DataTable, values: [String: String] = [:], facetValues: [String: [String: String]] = [:],
    split: Bool? = nil, log: FindingLog = FindingLog()
  ) throws -> [Scene] {
    let read = try #require(spec(yaml, log: log), "\(FindingText(language: .english).text(of: log))")
    return drawing(
      of: read, data: data, values: values, facetValues: facetValues, split: split, metrics: FixedTextMetrics(),
      log: log)
  }

  private func rects(_ scene: Scene, _ colour: Colour) -> [SceneBox] {
    // Keys of the legend stand at the margin, bars do not.
    scene.elements.compactMap { element in
      if case .rect(let box, colour) = element, box.width != 22 { box } else { nil }
    }
  }

  private func texts(_ scene: Scene) -> [String] {
    scene.elements.compactMap { if case .text(let text) = $0 { text.text } else { nil } }
  }

  @Test func aVetoedUnitKeepsItsBarInTheColourOfItsGrade() throws {
    let yaml = Self.bars + "scales: {x: {domain: [0, 100]}, fill: {domain: [优, 中, 差], not_graded: 无}}"
    let scene = try #require(
      draw(yaml, data([95, 90, 50], grades: ["差", "优", "中"], why: ["否决", nil, nil])).first)
    let red = rects(scene, HouseStyle.grades[4])
    // The bar, and on it the ground of its words.
    #expect(red.count == 2 && red[1].width < red[0].width)
    #expect(red[0].width > rects(scene, HouseStyle.grades[0])[0].width)
    #expect(texts(scene).contains("否决") && texts(scene).contains("95.0"))
  }

  @Test func aUnitWithoutGradeIsHatchedWithItsReasonAndWithoutItsScore() throws {
    let yaml = Self.bars + "scales: {x: {domain: [0, 100]}, fill: {domain: [优, 中, 差], not_graded: 无}}"
    let scene = try #require(
      draw(yaml, data([88.8, 90, .nan], grades: ["无", "优", "优"], why: [nil, nil, "问卷不足"])).first)
    let words = texts(scene)
    #expect(!words.contains("88.8") && words.contains("90.0"))
    #expect(words.contains("问卷不足") && words.count(where: { $0 == "无" }) == 2)
    // Two rows and the key of the legend.
    #expect(scene.elements.count { if case .hatch = $0 { true } else { false } } == 3)
    // Those without grade stand last.
    #expect(words.filter { $0.hasPrefix("科") } == ["科1", "科0", "科2"])
  }

  @Test func whereNothingIsGradedBarsArePlain() throws {
    let scene = try #require(draw(Self.bars, data([50, 60], grades: [nil, nil])).first)
    #expect(rects(scene, HouseStyle.accent).count == 2)
    #expect(!scene.elements.contains { if case .hatch = $0 { true } else { false } })
  }

  @Test func aSixthGradeWithoutAWordForItIsTheOneThatIsNone() throws {
    let yaml = Self.bars + "scales: {fill: {domain: [a, b, c, d, e, f]}}"
    let scene = try #require(draw(yaml, data([50, 60], grades: ["f", "e"])).first)
    #expect(rects(scene, HouseStyle.grades[4]).count == 1)
    #expect(scene.elements.count { if case .hatch = $0 { true } else { false } } == 2)
  }

  @Test func anUnknownGradeIsToldAndDrawnGrey() throws {
    let log = FindingLog()
    let yaml = Self.bars + "scales: {fill: {domain: [优, 中]}}"
    let scene = try #require(draw(yaml, data([50, 60], grades: ["优", "良"]), log: log).first)
    #expect(log.findings.map(\.code) == ["scale-value-unknown"] && log.count(.warning) == 1)
    #expect(rects(scene, HouseStyle.unknown).count == 1 && texts(scene).contains("良"))
  }

  @Test func columnsThatAreNotThereAreAllNamed() throws {
    let log = FindingLog()
    let yaml =
      "chart: 图\nmarks: [{bar: {y: nam, x: grade}}, {interval: {y: nam, x1: lo, x2: score}}]\nfacet: {by: peers}"
    #expect(try draw(yaml, data([1]), log: log).isEmpty)
    #expect(
      log.findings.map(\.code) == [
        "mark-unknown-column", "mark-column-not-numbers", "mark-unknown-column", "mark-unknown-column",
        "mark-unknown-column",
      ])
  }

  @Test func barsBeginAtZeroWhateverTheDomain() throws {
    let log = FindingLog()
    let yaml = Self.bars + "scales: {x: {domain: [60, 100]}}"
    let scene = try #require(draw(yaml, data([80]), log: log).first)
    #expect(log.findings.map(\.code) == ["scale-bars-from-zero"] && !log.hasProblems)
    #expect(texts(scene).contains("0"))
  }

  @Test func groupsShareOneAxisAndFillTheirOwnWords() throws {
    let table = DataTable([
      DataColumn("name", texts: ["甲", "乙", "丙"]), DataColumn("score", numbers: [20, 80, 40]),
      DataColumn("peers", texts: ["内", "外", "内"]),
    ])
    let yaml =
      "chart: 图\nfacet: {by: peers, split: true}\nmarks: [{bar: {y: name, x: score}}]\n"
      + "title: '{facet}：{finding}'\nsubtitle: '{n_facet}个'"
    let scenes = try draw(
      yaml, table, values: ["finding": "无差别"], facetValues: ["外": ["finding": "仅一个"]])
    #expect(scenes.map(\.facet) == ["内", "外"])
    #expect(scenes.map(\.alternativeText) == ["内：无差别。2个。共2行；最高：丙，40；最低：甲，20", "外：仅一个。1个。共1行；最高：乙，80"])
    let widths = scenes.map { rects($0, HouseStyle.accent).map(\.width) }
    #expect(abs(widths[0][0] * 4 - widths[1][0]) < 1e-9 && abs(widths[0][1] * 2 - widths[1][0]) < 1e-9)
    // All groups in one picture.
    let all = try draw(yaml, table, values: ["finding": "无差别"], split: false)
    #expect(all.map(\.alternativeText) == ["各组：无差别。3个。共3行；最高：乙，80；最低：甲，20"])
    #expect(texts(all[0]).contains("内") && texts(all[0]).contains("外"))
  }

  @Test func anUnknownPlaceholderStopsTheDrawing() throws {
    let log = FindingLog()
    #expect(try draw(Self.bars + "title: '{fnding}'", data([1]), values: ["finding": "x"], log: log).isEmpty)
    #expect(log.findings.map(\.code) == ["text-unknown-placeholder"])
    #expect(log.findings.first?.place == .line("charts/test.yaml", line: 3, column: 8))
  }

  @Test func aWishedHeightIsKeptOrOutgrown() throws {
    let log = FindingLog()
    let roomy = try draw(Self.bars + "size: {width: 900, height: 1000}", data([1, 2, 3]), log: log)
    #expect(roomy.map(\.height) == [1000] && roomy.map(\.width) == [900] && log.isEmpty)
    let many = (0..<50).map { Double($0) }
    let tight = try #require(draw(Self.bars + "size: {height: 300}", data(many), log: log).first)
    #expect(tight.height > 300)
    #expect(log.findings.map(\.code) == ["chart-size-grown"] && !log.hasProblems)
  }

  @Test func aPictureHigherThanAnyoneReadsIsRefused() throws {
    let log = FindingLog()
    #expect(try draw(Self.bars, data((0..<1200).map { Double($0) }), log: log).isEmpty)
    guard case .tooHigh(_, let rows, _, _)? = log.findings.first as? ChartFinding else {
      Issue.record("\(log.findings)")
      return
    }
    #expect(rows == 1200)
  }

  /// The heading of a panel says which group it is, unless the words above have just said so.
  @Test func aGroupIsNamedOnce() throws {
    let table = DataTable([
      DataColumn("name", texts: ["甲", "乙"]), DataColumn("v", numbers: [1, 2]),
      DataColumn("group", texts: ["内科系", "外科系"]),
    ])
    let yaml = "chart: 图\nfacet: {by: group, split: true}\nmarks: [{bar: {y: name, x: v}}]\n"
    func said(_ words: String) throws -> [Int] {
      let log = FindingLog()
      let read = try #require(spec(yaml + words, log: log))
      let scenes = drawing(
        of: read, data: table, values: ["finding": "各组"],
        facetValues: ["内科系": ["finding": "内科系：甲得分最高"], "外科系": ["finding": "乙得分最高"]],
        metrics: FixedTextMetrics(), log: log)
      #expect(log.isEmpty)
      return zip(scenes, ["内科系", "外科系"]).map { scene, group in texts(scene).count { $0.contains(group) } }
    }
    #expect(try said("") == [1, 1])
    #expect(try said("title: '{finding}'") == [1, 1])
    #expect(try said("subtitle: '{facet}的科室'") == [1, 1])
  }

  @Test func aCellWithTwoValuesIsToldOnce() throws {
    let log = FindingLog()
    let table = DataTable([
      DataColumn("name", texts: ["甲", "甲", "乙"]), DataColumn("kind", texts: ["一", "一", "一"]),
      DataColumn("share", numbers: [0.25, 0.5, 1]),
    ])
    let yaml =
      "chart: 图\nmarks: [{cell: {y: name, x: kind, fill: share, format: '0%'}}]\n"
      + "scales: {fill: {palette: diverging, midpoint: 0.5, domain: [0, 0.9]}}"
    let scene = try #require(draw(yaml, table, log: log).first)
    #expect(log.findings.map(\.code) == ["cell-twice"])
    // The legend's classes, of which the last is open, then the cells: the first of the two values, and one beyond the
    // domain.
    #expect(
      texts(scene).filter { $0.contains("%") } == [
        "0–10%", "10–20%", "20–30%", "30–40%", "40–50%", "50–60%", "60–70%", "70–80%", "80%及以上", "25%", "100%",
      ])
  }
}
