import Foundation
import Testing

/// What the program prints, command by command, and the codes with which it leaves.
@Suite struct TranscriptTests {
  static let folder = Program.root.appending(path: "Tests/TranscriptTests/transcripts")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".transcript") && !$0.contains("-changed") }.sorted()

  @Test func theProgramIsBuilt() {
    let program = Program.products.appending(path: "qingheng")
    #expect(FileManager.default.isExecutableFile(atPath: program.path), "\(program.path)")
    #expect(!Self.names.isEmpty)
  }

  @Test(arguments: names)
  func printsWhatWasRecorded(name: String) throws {
    try Transcript.check(Self.folder.appending(path: name), in: FreshWorkspace())
  }
}
