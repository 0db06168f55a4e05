import Documents
import Findings
import Testing

@testable import Charts

@Suite struct SpecReadingTests {
  @Test(arguments: ["ranking", "dimensions"]) func theShippedSpecsAreRead(name: String) {
    let log = FindingLog()
    let read = shippedSpec(name, log: log)
    #expect(read != nil && log.isEmpty, "\(FindingText(language: .english).text(of: log))")
    #expect(read?.data != nil)
    #expect(read?.width == 1600 && read?.height == nil)
  }

  @Test func everyKeyIsRead() throws {
    let log = FindingLog()
    let read = try #require(
      spec(
        """
        chart: 排名
        data: {table: t}
        facet: {by: peers, columns: 1, split: true}
        marks:
          - bar: {y: name, x: score, fill: grade, sort: -score, status: why}
          - interval: {y: name, x1: lo, x2: hi}
          - rule: {x: cutoffs, label: grade}
          - rule: {x: 85.5, label: 目标}
          - text: {y: name, x: score, text: score, format: "0.00"}
          - text: {y: name, text: n, weight: bold, label: 人数}
        scales:
          x: {zero: true, domain: [0, 100], label: 得分}
          y: {labels: name}
          fill: {domain: [好, 中, 差, 无], not_graded: 无, palette: grades, label: 等级}
        title: "{finding}"
        subtitle: s
        note: n
        size: {width: 1200, height: 800}
        """, log: log))
    #expect(log.isEmpty)
    #expect(read.facet?.column == "peers" && read.facet?.isSplit == true)
    #expect(read.marks.map(\.kind) == [.bar, .interval, .rule, .rule, .text, .text])
    #expect(read.marks.compactMap(\.sort) == [SortKey("-score")])
    #expect(read.scales.fill.grades == ["好", "中", "差", "无"] && read.scales.fill.notGraded == "无")
    #expect(read.scales.x.domain == 0...100 && read.scales.x.holdsZero)
    #expect(read.width == 1200 && read.height == 800)
  }

  /// Each mistake alone, with the code and the line that name it.
  @Test(arguments: [
    ("marks: [{bra: {y: a, x: b}}]", "mark-unknown", 2),
    ("marks: []", "chart-no-marks", 2),
    ("marks: [bar]", "value-wrong-kind", 2),
    ("marks: [{bar: {y: a}}]", "key-missing", 2),
    ("marks: [{bar: {y: a, x: b, color: c}}]", "key-unknown", 2),
    ("marks: [{text: {y: a, text: b, format: '#.#'}}]", "mark-unknown-format", 2),
    ("marks: [{rule: {x: abc}}]", "value-wrong-kind", 2),
    ("marks: [{rule: {x: cutoffs, label: name}}]", "value-illegal", 2),
    ("marks: [{bar: {y: a, x: b}}, {cell: {y: a, x: b, fill: c}}]", "mark-does-not-compose", 2),
    ("marks: [{bar: {y: a, x: b}}, {text: {y: b, text: b}}]", "mark-rows-differ", 2),
    ("marks: [{bar: {y: a, x: b}}]\nscales: {x: {domain: [100, 0]}}", "scale-domain-not-rising", 3),
    ("marks: [{bar: {y: a, x: b}}]\nscales: {fill: {palette: diverging}}", "key-missing", 3),
    ("marks: [{bar: {y: a, x: b}}]\nscales: {fill: {domain: [a, b, c, d, e, f, g]}}", "scale-too-many-grades", 3),
    ("marks: [{bar: {y: a, x: b}}]\nscales: {fill: {palette: rainbow}}", "value-illegal", 3),
    ("marks: [{bar: {y: a, x: b}}]\nsize: {width: 20}", "chart-size-out-of-range", 3),
    ("marks: [{bar: {y: a, x: b}}]\nsize: {height: 1000000}", "chart-size-out-of-range", 3),
    ("marks: [{bar: {y: a, x: b}}]\nsize: {height: high}", "value-wrong-kind", 3),
    ("marks: [{bar: {y: a, x: b}}]\nfacet: {columns: 1}", "key-missing", 3),
    ("marks: [{bar: {y: a, x: b}}]\nfacet: {by: a, columns: 2}", "value-illegal", 3),
    ("title: t", "key-missing", 1),
  ])
  func mistakesAreNamedWithTheirPlace(yaml: String, code: String, line: Int) {
    let log = FindingLog()
    #expect(spec("chart: 图\n" + yaml, log: log) == nil)
    #expect(log.findings.map(\.code) == [code])
    guard case .line(_, let found, _)? = log.findings.first?.place else {
      Issue.record("no line in \(log.findings)")
      return
    }
    #expect(found == line)
  }

  @Test func allMistakesAreFoundInOnePass() {
    let log = FindingLog()
    #expect(spec("chart: 图\nmarks: [{bra: {}}, {bar: {x: s}}]\nsize: {width: 1}\ntitel: x", log: log) == nil)
    #expect(
      Set(log.findings.map(\.code)) == ["mark-unknown", "key-missing", "chart-size-out-of-range", "key-unknown"])
  }

  @Test func placeholdersAreFilledOnce() {
    let log = FindingLog()
    let place = Place.line("t", line: 1, column: 1)
    func filled(_ text: String) -> String {
      TextTemplate(text, at: place).filled(with: ["a": "甲{b}", "b": "乙", "n": "3"], log: log)
    }
    #expect(filled("") == "")
    #expect(filled("{a}、{b}：{n}个") == "甲{b}、乙：3个")
    #expect(filled("无 { 括号 } 与 {") == "无 { 括号 } 与 {")
    #expect(log.findings.map(\.code) == ["text-unknown-placeholder"])
    #expect(filled("{nn}") == "{nn}")
    #expect(log.findings.last?.wording(in: .english).found.contains("Nothing is known to fill {nn}") == true)
  }
}

@Suite struct ChartFindingTests {
  private static let place = Place.line("charts/a.yaml", line: 3, column: 5)
  private static let all: [ChartFinding] = [
    .noMarks(place), .unknownMark(place, mark: "bra", known: ["bar"]),
    .marksDoNotCompose(place, mark: "bar", other: "cell"), .rowsDiffer(place, column: "a", other: "b"),
    .unknownColumn(place, mark: "bar", column: "scroe", known: ["score"]),
    .columnNotNumbers(place, mark: "bar", column: "a"), .unknownPlaceholder(place, name: "x", known: []),
    .unknownFormat(place, pattern: "x"), .domainNotRising(place, values: [1, 0]),
    .tooManyGrades(place, count: 7, most: 5),
    .valueOutsideDomain(place, column: "grade", values: ["x"], domain: ["a"]), .barsFromZero(place, low: 60, high: 100),
    .cellTwice(place, row: "骨科", column: "x"), .sizeOutOfRange(place, key: "width", value: 1, legal: 600...4000),
    .sizeGrown(place, key: "height", asked: 200, drawn: 400.5),
    .tooHigh(place, rows: 3000, height: 90000, limit: 32000),
    .glyphsMissing(place, characters: ["𝄞 (U+1D11E)"], text: "𝄞科", font: "Noto Sans CJK SC"),
    .noChineseFont(place, found: nil), .fontFamilyAbsent(place, asked: "A", used: "B"), .fontUnreadable(place),
    .noMemory(place, width: 1, height: 2), .libraryAbsent(place, file: "libgd.so.3"),
  ]

  @Test func everyFindingIsWordedInBothLanguages() {
    #expect(Set(Self.all.map(\.code)).count == Self.all.count)
    for finding in Self.all {
      #expect(finding.place == Self.place)
      for language in Language.allCases {
        let words = finding.wording(in: language)
        for line in [words.found, words.consequence, words.remedy] {
          #expect(!line.isEmpty)
          #expect(!line.lowercased().contains("please") && !line.lowercased().contains("invalid"))
        }
      }
      // Chinese sentences end in Chinese marks.
      #expect("。？".contains(finding.wording(in: .chinese).found.last ?? " "), "\(finding.code)")
    }
  }

  @Test func nearMissesAreOffered() {
    let finding = ChartFinding.unknownColumn(Self.place, mark: "bar", column: "scroe", known: ["score", "name"])
    #expect(finding.wording(in: .english).found.hasSuffix("Did you mean “score”?"))
    #expect(finding.wording(in: .chinese).found.hasSuffix("是否想写“score”？"))
  }
}
