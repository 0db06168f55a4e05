import Foundation
import Testing

/// The table of modules in `docs/architecture.md` is the package's own list, in its order.
@Suite("The page of the architecture")
struct ArchitectureTests {
  @Test func itsModulesAreThoseOfThePackage() throws {
    let manifest = try Repository.text("Package.swift")
    let modules =
      manifest.matches(of: /\bmodule\(\s*"(\w+)"/).map { String($0.1) }
      + manifest.matches(of: /executableTarget\(name: "(qingheng)"/).map { String($0.1) }
    let page = try Repository.text("docs/architecture.md")
    let rows = page.matches(of: /\n\| `(\w+)` \| [^|]+ \| [^|\n]+ \|/).map { String($0.1) }
    #expect(modules.count == 17)
    #expect(rows == modules)
  }

  /// Types that the page speaks of exist.
  @Test func itsContractsExist() throws {
    let sources = try Repository.files(under: "Sources", ending: ".swift").map(Repository.text).joined()
    for name in [
      "ColumnChunk", "ChunkSink", "Catalogue", "MeasureRow", "ScoringInput", "MeasureColumn", "ScoreSheet", "DataTable",
      "Scene", "ReportSource", "RejectedRow", "FindingLog", "DelimitedFile", "TableImport", "MeasureLoader",
      "FileChoice", "WorkspaceReportSource", "Session",
    ] {
      #expect(try Repository.text("docs/architecture.md").contains("`\(name)"), "\(name)")
      #expect(
        ["struct", "class", "protocol", "enum"].contains { sources.contains("\($0) \(name)") }, "no type \(name)")
    }
  }
}
