import Foundation
import Testing

/// What a page tells a reader to type names schemes that the demo has.
@Suite("Examples to be typed")
struct TypedExamplesTests {
  /// Made of the program's help, its findings, and a transcript of another workspace.
  private static let generated = ["docs/commands.md", "docs/findings.md", "docs/process.md"]

  @Test(arguments: Repository.documents.filter { !generated.contains($0) })
  func schemesOfExamplesAreThere(path: String) throws {
    let known = Set(
      Repository.files(under: "datasets", ending: ".yaml").filter { $0.contains("/schemes/") }
        .map { URL(filePath: $0).deletingPathExtension().lastPathComponent })
    #expect(known.contains("qinglian-keshi"))
    for line in try Repository.text(path).split(separator: "\n") {
      let line = line.hasPrefix("$ ") ? line.dropFirst(2) : line[...]
      guard line.hasPrefix("qingheng ") else { continue }
      for match in line.matches(
        of: /(?:qingheng (?:rank|score|show|verify|stage|lint|titles|whatif)|--comment|--scheme) ([a-z][a-z-]+)/)
      {
        #expect(known.contains(String(match.1)), "\(path): \(line)")
      }
    }
  }
}
