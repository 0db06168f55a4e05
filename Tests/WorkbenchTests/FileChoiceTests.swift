import Findings
import Foundation
import Testing

@testable import Workbench

@Suite struct FileChoiceTests {
  private func choice(_ workspace: SmallWorkspace, _ log: FindingLog) throws -> FileChoice {
    let session = try workspace.session(log: log)
    return FileChoice(workspace: session.workspace, folders: session.folders, log: log)
  }

  @Test(
    arguments: [
      ("患者问卷.csv", "患者问卷"), ("2025H1患者问卷_按文本.csv", "患者问卷"), ("通报", "通报"),
    ])
  func aNameThatOnePatternFitsIsThatTable(name: String, table: String) throws {
    let workspace = try SmallWorkspace()
    let log = FindingLog()
    let found = try choice(workspace, log).spec(for: URL(filePath: "/\(name)"), named: nil)
    #expect(found?.spec.id == table && log.isEmpty)
  }

  @Test(
    arguments: [
      ("患者.csv", nil, "file-matches-no-table"), ("通报与患者问卷.csv", nil, "file-matches-several-tables"),
      ("通报.csv", "通告", "table-unknown"), ("通报.csv", "qita/通报", "table-unknown"),
    ] as [(String, String?, String)])
  func elseItIsSaid(name: String, table: String?, code: String) throws {
    let workspace = try SmallWorkspace()
    let log = FindingLog()
    #expect(try choice(workspace, log).spec(for: URL(filePath: "/\(name)"), named: table) == nil)
    #expect(log.findings.map(\.code) == [code])
  }

  @Test func aTableOfSeveralSystemsNeedsItsSystem() throws {
    let workspace = try SmallWorkspace()
    let spec = try String(
      contentsOf: workspace.folder.appending(path: "datasets/pingjia/tables/notices.yaml"), encoding: .utf8)
    try workspace.write(spec, to: "datasets/lingdao/tables/notices.yaml")
    let log = FindingLog()
    let choice = try choice(workspace, log)
    #expect(choice.spec(for: URL(filePath: "/a.csv"), named: "通报") == nil)
    #expect(log.findings.map(\.code) == ["table-of-several-systems"])
    #expect(choice.spec(for: URL(filePath: "/a.csv"), named: "lingdao/通报")?.spec.system == "lingdao")
  }

  /// Folders are walked in the order of names; hidden files and other kinds are left alone.
  @Test func aFolderMeansTheTextFilesInIt() throws {
    let workspace = try SmallWorkspace()
    for name in [".hidden.csv", "b.csv", "a/c.TSV", "a/.git/d.csv", "readme.md", "table.xlsx", "~$table.xlsx"] {
      try workspace.write("x", to: "box/\(name)")
    }
    let files = try choice(workspace, FindingLog()).files([
      workspace.folder.appending(path: "box").path, "/no/such.csv",
    ])
    #expect(files.map(\.lastPathComponent) == ["c.TSV", "b.csv", "table.xlsx", "such.csv"])
  }
}
