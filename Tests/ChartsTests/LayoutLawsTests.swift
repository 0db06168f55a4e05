import Findings
import Testing

@testable import Charts

/// Laws that every picture keeps, over seeded random data.
@Suite struct LayoutLawsTests {
  private static let metrics = FixedTextMetrics()

  @Test(arguments: 0..<24) func rankingsKeepTheLaws(seed: UInt64) throws {
    let log = FindingLog()
    let read = try #require(shippedSpec("ranking", log: log))
    var random = Seeded(seed)
    let count = [0, 1, 2, 16, 60, 300][Int(seed % 6)]
    let data = Self.randomRanking(count, &random)
    let cutoffs = (0..<Int(random.below(6))).map { Cutoff(value: Double(random.below(101)), label: "等级\($0)") }
    var values = Departments.values
    values["finding"] = Self.words(Int(random.below(90)) + 1, &random)
    let scenes = drawing(
      of: read, data: data, cutoffs: cutoffs, values: values, split: seed % 5 == 0, metrics: Self.metrics, log: log)
    #expect(!log.hasProblems, "seed \(seed): \(FindingText(language: .english).text(of: log))")
    #expect(!scenes.isEmpty)
    for scene in scenes { expectLaws(scene, "seed \(seed)") }
    let drawn = Self.allText(of: scenes)
    for row in 0..<count {
      let name = try #require(data.text("name", row))
      #expect(drawn.contains(name.filter { $0 != " " }), "seed \(seed): \(name) is not drawn")
      let score = data.number("score", row)
      if score.isFinite, data.text("grade", row) != "不予评定" {
        #expect(drawn.contains(NumberFormat(digits: 2).text(score)), "seed \(seed): \(score)")
      }
    }
    if count == 0 { #expect(drawn.contains("无数据")) }
    let whiskers = (0..<count).count {
      data.number("lo", $0).isFinite && data.number("hi", $0).isFinite && data.number("score", $0).isFinite
        && data.text("grade", $0) != "不予评定"
    }
    // A whisker is three lines of ink; cut-offs, grid and axes have other colours.
    let ink = scenes.flatMap(\.elements).count { element in
      if case .line(_, _, _, HouseStyle.ink, dash: nil) = element { true } else { false }
    }
    #expect(ink == 3 * whiskers, "seed \(seed)")
  }

  @Test(arguments: 0..<12) func heatMapsKeepTheLaws(seed: UInt64) throws {
    let log = FindingLog()
    let read = try #require(shippedSpec("dimensions", log: log))
    var random = Seeded(seed &+ 1000)
    let (units, kinds) = ([1, 7, 40, 120][Int(seed % 4)], [1, 4, 9, 30][Int(seed / 4 % 4)])
    var rows: [(Int, Int)] = []
    for unit in 0..<units {
      for kind in 0..<kinds where random.below(10) > 0 || kind == 0 { rows.append((unit, kind)) }
    }
    let shares = rows.map { _ in random.below(8) == 0 ? .nan : Double(random.below(1001)) / 1000 }
    let names = (0..<units).map { _ in Self.words(Int(random.below(40)) + 1, &random) }
    let data = DataTable([
      DataColumn("unit", texts: rows.map { "U\($0.0)" }), DataColumn("name", texts: rows.map { names[$0.0] }),
      DataColumn("peers", texts: rows.map { _ in "全部" }),
      DataColumn("dimension", texts: rows.map { "第\($0.1)项" + String(repeating: "维度", count: $0.1) }),
      DataColumn("share", numbers: shares), DataColumn("reason", texts: rows.map { $0.0 % 3 == 0 ? "有效问卷少于十份" : nil }),
      DataColumn("total", numbers: rows.map { Double($0.0) }),
    ])
    let scenes = drawing(of: read, data: data, values: Departments.values, metrics: Self.metrics, log: log)
    #expect(!log.hasProblems)
    for scene in scenes { expectLaws(scene, "seed \(seed)") }
    let elements = scenes.flatMap(\.elements)
    // Each cell of the grid is drawn: filled, or hatched if it is missing.
    let hatches = elements.count { if case .hatch = $0 { true } else { false } }
    let present = Set(rows.map(\.1)).count
    #expect(hatches == units * present - shares.count(where: \.isFinite), "seed \(seed)")
    // The legend's words hold more than a number.
    let percents = elements.count {
      if case .text(let text) = $0 {
        text.text.hasSuffix("%") && text.text.allSatisfy { $0.isNumber || $0 == "%" }
      } else {
        false
      }
    }
    #expect(percents == shares.count(where: \.isFinite), "seed \(seed)")
  }

  /// Values beside the bars, whiskers, words about the unit, negatives: all in one row, and still nothing overlaps.
  @Test(arguments: 0..<12) func valuesBesideBarsKeepTheLaws(seed: UInt64) throws {
    let log = FindingLog()
    let read = try #require(
      spec(
        """
        chart: 图
        marks:
          - bar: {y: unit, x: score, status: status, sort: score}
          - interval: {y: unit, x1: lo, x2: hi}
          - rule: {x: 50, label: 中线}
          - text: {y: unit, x: score, text: score, format: "+0.00"}
          - text: {y: unit, text: n}
        scales: {y: {labels: name}}
        """))
    var random = Seeded(seed &+ 77)
    let data = Self.randomRanking(30, &random)
    for scene in drawing(of: read, data: data, metrics: Self.metrics, log: log) {
      expectLaws(scene, "seed \(seed)")
    }
    #expect(log.isEmpty)
  }

  @Test func barsAreAsLongAsTheirValues() throws {
    let log = FindingLog()
    let read = try #require(
      spec("chart: 图\nmarks: [{bar: {y: name, x: v, sort: -v}}]\nscales: {x: {domain: [0, 100]}}"))
    let data = DataTable([
      DataColumn("name", texts: ["a", "b", "c", "d"]), DataColumn("v", numbers: [25, 100, 50, 50]),
    ])
    let scene = try #require(drawing(of: read, data: data, metrics: Self.metrics, log: log).first)
    let bars = scene.elements.compactMap { if case .rect(let box, HouseStyle.accent) = $0 { box } else { nil } }
    let widths = bars.map(\.width)
    #expect(widths.count == 4)
    #expect(zip(widths, [1, 0.5, 0.5, 0.25]).allSatisfy { abs($0 / widths[0] - $1) < 1e-9 })
    #expect(Set(bars.map(\.left)).count == 1)
    // Equal values keep the order of the data.
    let names = scene.elements.compactMap {
      if case .text(let text) = $0, text.anchor == .end { text.text } else { nil }
    }
    #expect(names == ["b", "c", "d", "a"])
  }

  @Test func labelsOfLinesNeverTouch() {
    var random = Seeded(7)
    for _ in 0..<300 {
      let lines = (0..<Int(random.below(7))).map { _ in Double(random.below(900)) + 100 }.sorted()
      let labels = lines.map { PlacedLabel(text: "", width: Double(random.below(120)) + 30, line: $0) }
      let placed = PlacedLabel.placed(labels, left: 0, right: 1100)
      #expect(placed.map(\.line) == lines)
      for (index, label) in placed.enumerated() {
        for other in placed.dropFirst(index + 1) where label.level == other.level {
          #expect(label.end <= other.start || other.end <= label.start)
        }
      }
    }
  }

  /// All words in drawing order without spaces, so that wrapped names are found again.
  private static func allText(of scenes: [Scene]) -> String {
    scenes.flatMap(\.elements).compactMap { element in
      if case .text(let text) = element { text.text.filter { $0 != " " } } else { nil }
    }.joined()
  }

  private static func randomRanking(_ count: Int, _ random: inout Seeded) -> DataTable {
    var scores: [Double] = []
    for _ in 0..<count {
      // Ties, missing values and negatives among ordinary ones.
      switch random.below(12) {
      case 0: scores.append(.nan)
      case 1: scores.append(88.5)
      case 2: scores.append(-Double(random.below(3000)) / 100)
      default: scores.append(Double(random.below(10_001)) / 100)
      }
    }
    let grades = ["达标", "优秀", "合格", "基本合格", "不合格", "不予评定"]
    var pick = random
    let data = DataTable([
      DataColumn("unit", texts: (0..<count).map { "U\($0)" }),
      DataColumn("name", texts: (0..<count).map { _ in words(Int(pick.below(60)) + 1, &pick) }),
      DataColumn("peers", texts: (0..<count).map { ["内科系", "外科系", nil][$0 % 3] }),
      DataColumn("score", numbers: scores),
      DataColumn("lo", numbers: scores.map { pick.below(3) == 0 ? .nan : $0 - 2 }),
      DataColumn("hi", numbers: scores.map { pick.below(9) == 0 ? .nan : $0 + 2 }),
      DataColumn("grade", texts: scores.map { _ in grades[Int(pick.below(6))] }),
      DataColumn("n", numbers: (0..<count).map { _ in Double(pick.below(3000)) }),
      DataColumn("rank", texts: (0..<count).map { "\($0 + 1)" }),
      DataColumn(
        "status", texts: (0..<count).map { _ in pick.below(6) == 0 ? words(Int(pick.below(30)) + 1, &pick) : nil }),
    ])
    random = pick
    return data
  }

  private static func words(_ length: Int, _ random: inout Seeded) -> String {
    let pieces = ["骨科", "康复医学科", "呼吸与危重症医学科", "（东院区）", "、", "ICU ", "Department of ", "12", "病区", "中心", "，"]
    var text = "科"
    while text.count < length { text += pieces[Int(random.below(UInt64(pieces.count)))] }
    return drawable(text)
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for a seed on every machine.
struct Seeded {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func below(_ limit: UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return (mixed ^ (mixed >> 31)) % limit
  }
}
