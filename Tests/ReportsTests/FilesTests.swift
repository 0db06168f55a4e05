import Findings
import Foundation
import Testing

@testable import Reports

@Suite struct FilesTests {
  private let body = "```chart\nuse: charts/ranking.yaml\n```"

  private func document(_ marks: [UInt8]) throws -> Document {
    let source = FakeSource(figures: ["charts/ranking.yaml": marks.map { .marked($0) }])
    return try #require(notebook(body)).document(from: source, log: FindingLog())
  }

  private func withFolder(_ use: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "reports-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try use(folder)
  }

  @Test func twoDocumentsKeepTheirOwnFigures() throws {
    try withFolder { folder in
      let log = FindingLog()
      #expect(
        try document([1, 2]).write(name: "leaders", into: folder, log: log) == [
          "leaders.md", "leaders-assets/01-ranking.png", "leaders-assets/02-ranking.png", "leaders.html",
          "leaders.docx",
        ])
      _ = try document([3]).write(name: "letter", into: folder, log: log)
      let bytes = ["leaders-assets/01", "leaders-assets/02", "letter-assets/01"].map {
        FileManager.default.contents(atPath: "\(folder)/\($0)-ranking.png")?.last
      }
      #expect(bytes == [1, 2, 3])
      #expect(log.isEmpty)
    }
  }

  @Test func figuresOfALongerVersionAreRemovedAndNothingElse() throws {
    try withFolder { folder in
      let log = FindingLog()
      _ = try document([1, 2]).write(name: "leaders", into: folder, log: log)
      let kept = "\(folder)/leaders-assets/notes.png"
      #expect(FileManager.default.createFile(atPath: kept, contents: Data([9])))
      _ = try document([5]).write(name: "leaders", into: folder, log: log)
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/leaders-assets").sorted()
      #expect(names == ["01-ranking.png", "notes.png"])
    }
  }

  @Test func whatCannotBeWrittenIsReported() throws {
    try withFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let log = FindingLog()
      // A file where the figures' folder should be.
      #expect(FileManager.default.createFile(atPath: "\(folder)/leaders-assets", contents: Data()))
      let written = try document([1]).write(name: "leaders", into: folder, log: log)
      #expect(written == ["leaders.md", "leaders.html", "leaders.docx"])
      #expect(log.countByCode == ["report-unwritable": 1])
    }
  }

  @Test func theSameReportHasTheSameBytes() throws {
    let all = Set(ReportFormat.allCases)
    #expect(try document([1]).files(name: "a", formats: all) == document([1]).files(name: "a", formats: all))
  }

  @Test(arguments: [
    ("charts/ranking.yaml", "ranking"), ("排名 图.yaml", "排名-图"), ("../../etc/passwd", "passwd"), ("..", "figure"),
    ("", "figure"), ("a/.yaml", "figure"), ("<b>.yaml", "b"), ("a.b.yaml", "a-b"),
  ])
  func stemsHoldLettersAndDigitsOnly(_ path: String, _ stem: String) { #expect(FileStem.stem(of: path) == stem) }

  @Test func addressesArePercentEncoded() {
    // 图 is E5 9B BE in UTF-8.
    #expect(FileStem.address("a b-assets/01-图.png") == "a%20b-assets/01-%E5%9B%BE.png")
  }
}
