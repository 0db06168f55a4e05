import Findings
import Testing

@testable import Workbench

@Suite struct ProtectedFindingTests {
  static let place = Place.file("protected.sqlite")
  static let obstacles: [ProtectedObstacle] = [
    .absent, .unreadable, .sameAsOpen, .link, .notAFile, .unusable("x-y"), .lost(["t", "u", "t"]),
  ]
  static let all: [ProtectedFinding] =
    obstacles.flatMap { [.path(place, $0), .closed(place, $0, measures: ["m"]), .unlisted(place, $0)] }
    + [
      .rights(place), .rowsOpen(place, table: "t", batches: [1, 2]), .closed(place, .absent, measures: ["a", "b"]),
      .unchecked(place, file: "p", tables: ["t"]), .reference(place, table: "a", target: "b"),
      .lost(place, tables: ["t"], isGivenUp: false), .lost(place, tables: ["t"], isGivenUp: true),
    ]

  @Test(arguments: all)
  func isWordedInBothLanguages(finding: ProtectedFinding) {
    let (chinese, english) = (finding.wording(in: .chinese), finding.wording(in: .english))
    for line in [chinese.found, chinese.consequence, chinese.remedy] {
      #expect(!line.isEmpty && !line.contains("Optional(") && !line.contains("  "))
    }
    for line in [english.found, english.consequence, english.remedy] {
      #expect(!line.isEmpty && !line.contains("。") && !line.contains("，") && !line.contains("Optional("))
    }
    #expect(finding.place == Self.place)
  }
}
