import Foundation
import Testing

/// One folder for each finding about a file: the smallest input that provokes it, laid over the small workspace, and
/// what the program says in `expected.txt`. Whatever was refused has changed nothing.
@Suite struct FindingsMuseumTests {
  static let folder = Program.root.appending(path: "Tests/FindingsMuseum")

  static let codes: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted()

  @Test func thereAreExhibits() { #expect(Self.codes.count > 20) }

  @Test(arguments: codes)
  func saysWhatIsWrongAndChangesNothing(code: String) throws {
    let exhibit = Self.folder.appending(path: code)
    let expected = exhibit.appending(path: "expected.txt")
    let workspace = try FreshWorkspace(overlay: exhibit)
    let before = try Self.kept(in: workspace)
    try Transcript.check(expected, in: workspace)
    let text = try String(contentsOf: expected, encoding: .utf8)
    #expect(text.contains(": \(code): "), "\(code) is shown")
    for language in ["zh", "en"] { #expect(text.contains("--lang \(language)"), "\(code) in \(language)") }
    if text.contains("\n? 3") { #expect(try Self.kept(in: workspace) == before, "\(code) left something behind") }
  }

  /// Batches and rows as another program sees them; empty where there is no database yet.
  static func kept(in workspace: FreshWorkspace) throws -> [String] {
    let tables = ["batch", "reject", "run", "score"]
    let counts = tables.map { "SELECT '\($0)', count(*) FROM \($0);" }.joined(separator: " ")
    let outcome = try Program.run(
      "qingheng units >/dev/null 2>&1; test -f qingheng.sqlite || exit 0; qingheng batches --format csv; sqlite3 qingheng.sqlite \"\(counts)\"",
      in: workspace.folder)
    return outcome.output.split(separator: "\n").map(String.init)
  }
}
