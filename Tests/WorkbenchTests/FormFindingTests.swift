import Findings
import Testing

@testable import Workbench

/// Every finding about forms has its three lines in both languages.
@Suite struct FormFindingTests {
  static let place = Place.subject("某处")
  static let all: [FormFinding] = [
    .ofAnonymousTable(place, table: "t"), .fileExists(place),
    .unitOfOtherKind(place, table: "t", kind: "a", kinds: ["b", "c"]), .withoutUnits(place, table: "t", kinds: ["a"]),
    .assessorColumnOpen(place, table: "t", candidates: []), .assessorColumnOpen(place, table: "t", candidates: ["a"]),
    .columnUnknown(place, table: "t", known: ["a"]), .itemsOpen(place, table: "t", known: []),
    .itemsOpen(place, table: "t", known: ["a"]), .assessorRefused(place, column: "a", pattern: "P"),
    .assessorsAbsent(place), .assessorTwice(place),
  ]

  @Test(arguments: Language.allCases)
  func everyFindingHasItsThreeLines(language: Language) {
    for finding in Self.all {
      let wording = finding.wording(in: language)
      for line in [wording.found, wording.consequence, wording.remedy] {
        #expect(!line.isEmpty && (line.hasSuffix(".") || line.hasSuffix("。")), "\(finding.code): \(line)")
      }
      #expect(finding.place == Self.place)
    }
    #expect(Set(Self.all.map(\.code)).count == 10)
  }
}
