import Foundation
import Testing

/// What documents point at exists, and they say nothing of the machine that they were written on.
@Suite("Links and pictures")
struct LinkTests {
  @Test func theDocumentsAreFound() {
    #expect(Repository.documents.count >= 10)
  }

  @Test(arguments: Repository.documents)
  func relativeLinksResolve(path: String) throws {
    let text = try Repository.text(path)
    let folder = Repository.root.appending(path: path).deletingLastPathComponent()
    for match in text.matches(of: /\]\(([^)\s]+)\)/) {
      let target = String(match.1)
      if target.contains("://") || target.hasPrefix("#") { continue }
      let file = target.split(separator: "#")[0].removingPercentEncoding ?? target
      let url = folder.appending(path: file)
      #expect(FileManager.default.fileExists(atPath: url.path), "\(path) points at \(target)")
    }
  }

  @Test(arguments: Repository.documents)
  func noMachineIsNamed(path: String) throws {
    let text = try Repository.text(path)
    for word in ["/work/", "/root/", "/tmp/", "/home/", "file://"] {
      #expect(!text.contains(word), "\(path) names \(word)")
    }
  }

  /// A picture is a few hundred kilobytes at most, and is one that the program has drawn: PNG.
  @Test func picturesAreSmall() throws {
    let pictures = Repository.files(under: "docs/pictures", ending: "")
    #expect(pictures.count >= 2)
    for path in pictures {
      let data = try Data(contentsOf: Repository.root.appending(path: path))
      #expect(data.starts(with: [0x89, 0x50, 0x4E, 0x47]) && data.count <= 300_000, "\(path)")
    }
  }

  /// Newest first; every line says what is new or what is mended.
  @Test func theChangelogKeepsItsForm() throws {
    let lines = try Repository.text("CHANGELOG.md").split(separator: "\n")
    #expect(lines.first == "# Changelog")
    #expect(lines.dropFirst().first { $0.hasPrefix("## ") } == "## Unreleased")
    for line in lines where line.hasPrefix("- ") {
      #expect(line.hasPrefix("- New: ") || line.hasPrefix("- Fixed: "), "\(line)")
    }
  }
}
