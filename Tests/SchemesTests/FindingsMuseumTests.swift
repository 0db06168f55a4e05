import Findings
import Foundation
import Testing

@testable import Schemes

@Suite struct FindingsMuseumTests {
  @Test(arguments: structureExhibits + treeExhibits + outcomeExhibits + tableExhibits)
  func `Each exhibit gives its finding at its marker, and no other`(exhibit: Exhibit) throws {
    let (log, expected) = exhibit.findings()
    let place = try #require(expected)
    #expect(summary(log) == ["\(place.text) \(exhibit.code)"])
  }

  @Test(arguments: frameExhibits)
  func `Each exhibit of a frame gives its finding`(exhibit: FrameExhibit) {
    let log = exhibit.findings()
    #expect(log.findings.map(\.code) == [exhibit.code])
  }

  @Test(arguments: leavesExhibits)
  func `Each exhibit of leaves gives its finding`(exhibit: LeavesExhibit) {
    let log = exhibit.findings()
    #expect(log.findings.map(\.code) == [exhibit.code])
  }

  /// The codes are read from the sources: a new one without an exhibit is told.
  @Test func `Every code has an exhibit`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/Schemes/Findings").standardized
    var codes = Set(
      ["measure", "fact", "node", "hand", "grade", "group", "table", "column"].map { "scheme-\($0)-unknown" })
    codes.insert("scheme-register-column-unknown")
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasSuffix("Problem.swift") {
      let source = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for match in source.matches(of: /case \.\w+: "([a-z-]+)"/) { codes.insert(String(match.1)) }
    }
    #expect(codes.count > 60)
    let shown = Set(
      (structureExhibits + treeExhibits + outcomeExhibits + tableExhibits).map(\.code) + leavesExhibits.map(\.code)
        + frameExhibits.map(\.code)
    ).union(SchemeEditTests.refused.map(\.code))
    #expect(codes.subtracting(shown).sorted() == [])
    #expect(shown.subtracting(codes).sorted() == [])
  }

  @Test func `Every finding says three things in both languages, and not rudely`() {
    let logs =
      (structureExhibits + treeExhibits + outcomeExhibits + tableExhibits).map { $0.findings().log }
      + leavesExhibits.map { $0.findings() }
      + frameExhibits.map { $0.findings() }
    let banned = ["please", "invalid", "oops", "failed to", "TODO"]
    for finding in logs.flatMap(\.findings) {
      let english = finding.wording(in: .english)
      let chinese = finding.wording(in: .chinese)
      for text in [english.found, english.consequence, english.remedy] {
        #expect(text.count > 8, "\(finding.code)")
        #expect(!banned.contains { text.lowercased().contains($0.lowercased()) }, "\(text)")
        #expect(!text.contains { "，。；（）".contains($0) }, "\(text)")
      }
      for text in [chinese.found, chinese.consequence, chinese.remedy] {
        #expect(text.unicodeScalars.contains { $0.properties.isIdeographic }, "\(finding.code): \(text)")
        #expect(text != english.found)
      }
    }
  }
}
