import Findings
import Foundation
import Testing

@testable import Workbench

/// A scheme file that is no YAML: what is wrong with it is told, and not also that there is no such scheme.
@Suite struct BrokenSchemeTests {
  private func codes(asking id: String, of text: String) throws -> [String] {
    let workspace = try LoadingWorkspace()
    try workspace.write("datasets/s/schemes/b.yaml", text)
    let log = FindingLog()
    let folders = SystemFolders.read(
      try #require(Workspace.open(named: workspace.folder, current: URL(filePath: workspace.folder), log: log)))
    folders.tell(log)
    _ = folders.scheme(id, log: log)
    return log.findings.map(\.code)
  }

  @Test(arguments: ["b", "评价"]) func onlyTheFileIsTold(id: String) throws {
    #expect(try codes(asking: id, of: "title: 样例\nscheme: 评价\nnodes: {id: [\n") == ["document-syntax"])
  }

  @Test func anotherNameIsStillUnknown() throws {
    #expect(try codes(asking: "c", of: "scheme: 评价\nnodes: {id: [\n") == ["document-syntax", "scheme-unknown"])
  }

  @Test func aFileWithoutAnIdIsToldOnce() throws {
    #expect(try codes(asking: "b", of: "title: 样例\n") == ["key-missing"])
  }
}
