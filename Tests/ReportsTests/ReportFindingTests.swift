import Findings
import Testing

@testable import Reports

@Suite struct ReportFindingTests {
  private static let place = Place.line("n.md", line: 3, column: 1)
  static let all: [ReportFinding] = [
    .headerMissing(place), .headerOpen(place), .valueUnknown(place, name: "gradde", known: ["graded"]),
    .parameterUnknown(place, name: "几名", known: []), .stars(place, text: "**“a”**"), .rawHTML(place),
    .picture(place, address: "a.png"),
    .linkRefused(place, address: "b.md"), .tooDeep(place, limit: 32), .kindNear(place, word: "tabel", kind: "table"),
    .cellEmpty(place, kind: .table), .sqlInPublic(place), .topTooSmall(place, value: 0),
    .formatUnknown(place, pattern: "#"), .columnUnknown(place, name: "grad", known: ["grade"]),
    .unanswered(place, kind: .chart), .unwritable(.file("out/a.md")),
    .directiveNear(place, word: "iff", directive: "if"), .conditionUnread(place, text: "a >"),
    .blockOpen(place, word: "if"), .blockStray(place, word: "end"),
    .listUnknown(place, name: "gradet", known: ["graded"]), .includeAbsent(place, path: "a.md"),
    .includeDeep(place, path: "a.md", limit: 8),
    .conditionOrder(place, name: "period", value: "H1"), .valueTaken(place, name: "graded"),
  ]

  @Test(arguments: all) func everyFindingIsWordedInBothLanguages(_ finding: ReportFinding) {
    for language in Language.allCases {
      let words = finding.wording(in: language)
      let isChinese = language == .chinese
      for line in [words.found, words.consequence, words.remedy] {
        #expect(!line.isEmpty)
        #expect(line.contains { ChineseLine.isWide($0) } == isChinese || line.contains("几名"), "\(line)")
        for word in ["invalid", "oops", "failed to", "please"] { #expect(!line.lowercased().contains(word)) }
      }
    }
  }

  @Test func codesAreDistinctAndKebabCase() {
    let codes = Self.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "-" } })
  }

  @Test func theValueAndTheNearMissAreNamed() {
    let words = Self.all[14].wording(in: .chinese)
    #expect(words.found == "数据中没有“grad”这一列。是否想写“grade”？")
    #expect(words.remedy == "可用的列：grade")
  }
}
