import Testing

@testable import Findings

private struct Sample: Finding {
  var code = "cell-sample"
  var severity = Severity.problem
  var place = Place.line("a.csv", line: 3, column: 7)
  var value = "6"
  func wording(in language: Language) -> Wording {
    switch language {
    case .chinese: Wording(found: "“\(value)”不在范围内。", consequence: "该行未导入。", remedy: "请改正。")
    case .english:
      Wording(found: "“\(value)” is out of range.", consequence: "The row was set aside.", remedy: "Correct it.")
    }
  }
}

@Suite struct PlaceTests {
  @Test(arguments: [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA")])
  func columnsAreNamedAsInSpreadsheets(column: Int, letters: String) { #expect(columnLetters(column) == letters) }

  @Test func placesReadAsAPersonLooksThemUp() {
    #expect(Place.cell("台账.xlsx", sheet: "一季度", row: 17, column: 3).text == "台账.xlsx:一季度!C17")
    #expect(Place.line("scheme.yaml", line: 14, column: 7).text == "scheme.yaml:14:7")
    #expect(Place.row("a.csv", row: 2).text == "a.csv:2")
    #expect(Place.subject("2026Q1").text == "2026Q1")
    #expect(Place.subject("2026Q1").file == nil)
  }
}

@Suite struct FindingLogTests {
  @Test func anEmptyLogHasNoProblems() {
    let log = FindingLog()
    #expect(log.isEmpty)
    #expect(!log.hasProblems)
    #expect(FindingText(language: .english).text(of: log).isEmpty)
  }

  @Test func aNoteIsNoProblem() {
    let log = FindingLog()
    log.add(Sample(severity: .note))
    #expect(!log.hasProblems)
    #expect(!log.isEmpty)
  }

  @Test func countsGoOnWhenFindingsAreNoLongerKept() {
    let log = FindingLog(kept: 3)
    for _ in 0..<10 { log.add(Sample()) }
    #expect(log.findings.count == 3)
    #expect(log.countByCode["cell-sample"] == 10)
    #expect(log.count(.problem) == 10)
  }

  @Test func logsAddUp() {
    let (a, b) = (FindingLog(), FindingLog())
    a.add(Sample())
    b.add(Sample())
    b.add(Sample(code: "row-sample", severity: .warning))
    a.add(contentsOf: b)
    #expect(a.countByCode == ["cell-sample": 2, "row-sample": 1])
    #expect(a.count(.warning) == 1)
  }
}

@Suite struct FindingTextTests {
  @Test func aDiagnosticIsThreeLines() {
    let text = FindingText(language: .english).text(of: Sample())
    #expect(text == "a.csv:3:7: cell-sample: “6” is out of range.\n  The row was set aside.\n  Correct it.")
  }

  @Test func whatIsNoProblemSaysSoFirst() {
    let text = FindingText(language: .chinese).text(of: Sample(severity: .note))
    #expect(text.hasPrefix("提示: a.csv:3:7: cell-sample: "))
  }

  @Test func fiveOfEachCodeThenACount() {
    let log = FindingLog()
    for _ in 0..<8 { log.add(Sample()) }
    let lines = FindingText(language: .english).text(of: log).split(separator: "\n")
    #expect(lines.count == 5 * 3 + 1)
    #expect(lines.last == "cell-sample: 3 more (8 in all).")
  }

  @Test func aCellCannotSteerTheTerminal() {
    let text = FindingText(language: .english).text(of: Sample(value: "\u{1B}[2J\u{202E}x"))
    #expect(text.contains("\\u{1B}[2J\\u{202E}x"))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }
}

@Suite struct CountedTests {
  @Test func aNounFollowsItsNumber() {
    #expect([0, 1, 2].map { counted($0, "row") } == ["0 rows", "1 row", "2 rows"])
    #expect(["1", "1.5"].map { counted($0, "point") } == ["1 point", "1.5 points"])
    #expect([1, 3].map { counted($0, "entry", "entries") } == ["1 entry", "3 entries"])
  }

  @Test func ofRepeatsTheFirstIsKept() { #expect(withoutRepeats(["a", "b", "a", "c", "b"]) == ["a", "b", "c"]) }
}

@Suite struct NearMissTests {
  @Test func nothingIsNearToNothing() { #expect(nearMiss(to: "weight", among: []) == nil) }

  /// Distances by hand: a swap of neighbours is one edit.
  @Test(arguments: [
    ("", "abc", 3), ("abc", "abc", 0), ("wieght", "weight", 1), ("kitten", "sitting", 3), ("ca", "abc", 3),
  ])
  func distances(a: String, b: String, distance: Int) { #expect(editDistance(a, b) == distance) }

  @Test func aNearWordIsProposed() {
    #expect(nearMiss(to: "wieght", among: ["points", "weight", "steps"]) == "weight")
    #expect(nearMiss(to: "肾脏内科", among: ["肾病内科", "骨科"]) == "肾病内科")
  }

  @Test func ofTwoEquallyNearNoneIsProposed() { #expect(nearMiss(to: "内三科", among: ["内一科", "内二科"]) == nil) }

  /// Comparing them letter by letter would take 10¹¹ steps each way.
  @Test func aTextOfAnyLengthIsNoName() {
    let text = String(repeating: "(", count: 300_000)
    #expect(nearMiss(to: text, among: ["max \(text)", "points"]) == nil)
    #expect(nearMiss(to: "points", among: [text, "point"]) == "point")
  }

  @Test func aFarWordIsNotProposed() { #expect(nearMiss(to: "measure", among: ["points"]) == nil) }

  @Test func distanceIsSymmetric() {
    let words = ["", "a", "ab", "ba", "abc", "acb", "科室", "室科"]
    for a in words { for b in words { #expect(editDistance(a, b) == editDistance(b, a), "\(a) \(b)") } }
  }
}
