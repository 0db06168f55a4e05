import Foundation
import Testing

/// `docs/process.md`: what its consoles show is what the program printed in the transcript of drafts.
@Suite("The page of the yearly process")
struct ProcessPageTests {
  static let consoles: [String] = blocks("console", of: (try? Repository.text("docs/process.md")) ?? "")

  @Test func thePageHasExamples() { #expect(Self.consoles.count == 4) }

  @Test(arguments: consoles)
  func everyConsoleIsPlayed(console: String) throws {
    let transcript = try Repository.text("Tests/TranscriptTests/transcripts/stage.transcript")
    // Which run it is differs from build to build.
    let plain = console.replacing(/(运行 )[0-9a-f]{12}/) { "\($0.output.1)RUN" }
    #expect(transcript.contains(plain.trimmingCharacters(in: .newlines)))
  }
}
