import Foundation
import Testing

/// A workspace whose schemes use everything that a scheme can say; `explain` answers for all of it in both languages. The
/// texts are to be read as somebody who objects would read them: the numbers add up, and nothing needs the manual.
@Suite struct ExplainedTests {
  static let folder = Program.root.appending(path: "Tests/TranscriptTests/explained")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "transcripts").path)) ?? [])
    .filter { $0.hasSuffix(".transcript") && !$0.contains("-changed") }.sorted()

  @Test func thereAreTexts() { #expect(Self.names.count > 5) }

  @Test(arguments: names)
  func saysWhatWasRecorded(name: String) throws {
    try Transcript.check(
      Self.folder.appending(path: "transcripts/\(name)"),
      in: FreshWorkspace(copyOf: Self.folder.appending(path: "workspace")))
  }
}
