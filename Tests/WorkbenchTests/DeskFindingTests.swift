import Findings
import Testing

@testable import Workbench

/// Every finding of the desk has its three lines in both languages; what an answer lacks is said in both, too.
@Suite struct DeskFindingTests {
  static let place = Place.subject("某处")
  static let all: [DeskFinding] =
    [
      .open(place, lock: "~$a.xlsx"), .changing(place), .otherKind(place), .busy(place),
      .reviewOpen(place, lock: "~$核对.xlsx"), .notMoved(place, .rights), .notMoved(place, .space), .changedSince(place),
      .answerStale(place, file: "a.xlsx"), .mendedRefused(place, rows: 1, table: "t"), .doubtToMend(place, count: 2),
      .commentOnOldRun(place, scheme: "s", period: "2025H1"),
    ]
    + ([
      .columnMissing("a"), .wordUnknown("b"), .unitUnknown("c", nearest: nil),
      .unitUnknown("c", nearest: "d"), .unitAmbiguous("c", units: ["d", "e"]),
      .contradiction(text: "c", units: ["d", "e"]), .taken(text: "c", by: "d"), .valueMissing, .valueUnused,
      .signerMissing(text: "c"), .dayUnreadable("7月"), .dayUnreadable(""),
    ] as [DeskFinding.AnswerProblem]).map { .answer(place, $0) }

  @Test(arguments: Language.allCases)
  func everyFindingHasItsThreeLines(language: Language) {
    for finding in Self.all {
      let wording = finding.wording(in: language)
      for line in [wording.found, wording.consequence, wording.remedy] {
        #expect(!line.isEmpty && ".。？?".contains(line.last ?? " "), "\(finding.code): \(line)")
      }
      #expect(finding.place == Self.place)
    }
    #expect(Set(Self.all.map(\.code)).count == 12)
  }
}
