import Findings
import Foundation
import Store
import Tables
import Testing

@testable import Workbench

/// Work secrets in a file of their own: in, listed, out again, and never anywhere else.
@Suite struct ProtectedDatabaseTests {
  @Test func theFileIsMadeOnlyForSecrets() throws {
    let workspace = try ProtectedWorkspace()
    var session = try workspace.session()
    try session.take("收件箱/2025H1", period: "2025H1")
    _ = try session.batches(language: .english)
    _ = try session.examine(language: .english)
    #expect(!workspace.exists)
    let (summary, lines) = try session.take(ProtectedWorkspace.ledger, isRehearsal: true)
    #expect(
      summary == .withRejects
        && lines == ["\(ProtectedWorkspace.ledger) → 线索: rehearsed, 7 rows, 1 set aside; nothing was kept"])
    #expect(!workspace.exists)
    // A file that is refused as a whole leaves none behind either.
    try workspace.small.write("线索编号,内容\n1,柚子\n", to: "线索坏.csv")
    #expect(try session.take("线索坏.csv").summary == .refused)
    #expect(!workspace.exists)
    #expect(try session.take(ProtectedWorkspace.ledger).summary == .withRejects)
    #expect(try workspace.rights(of: "protected.sqlite") == 0o600)
  }

  @Test func nothingOfItStandsAnywhereElse() throws {
    let workspace = try ProtectedWorkspace()
    let log = FindingLog()
    let session = try workspace.filled(log: log)
    let run = try session.scored("2025H1", scheme: "xiansuo")
    let explained = try #require(try session.explain(run, unit: "内科", node: nil, language: .chinese))
    let events = try #require(try session.events(asOf: date(2025_06_30), system: nil, language: .chinese))
    var request = ReportRequest(notebook: "notebooks-md/brief.md", folder: "out")
    (request.scheme, request.period) = ("xiansuo", "2025H1")
    _ = try session.writeReport(request)
    #expect(try workspace.leaks() == [])
    let said =
      Language.allCases.map { FindingText(language: $0, perCode: 99, showsCauses: true).text(of: log) }
      + [explained, events.sentences.joined(), "\(events.table)", "\(try session.batches(language: .english))"]
      + [run.record.manifest]
    for secret in ProtectedWorkspace.secrets {
      for text in said { #expect(!text.contains(secret), "\(secret): \(text)") }
    }
    // The needles are good ones: the protected file itself has them.
    let bytes = try Data(contentsOf: URL(filePath: workspace.path))
    for secret in ["石竹青", "柚子", "推荐药店"] { #expect(bytes.range(of: Data(secret.utf8)) != nil, "\(secret)") }
  }

  @Test func rejectsKeepTheNumberInTheLedgerAndAreClosed() throws {
    let workspace = try ProtectedWorkspace()
    _ = try workspace.filled()
    let path = "out/rejects/P1-线索台账.csv"
    let text = try String(contentsOf: workspace.small.folder.appending(path: path), encoding: .utf8)
    #expect(text.contains("X-07") && text.split(separator: "\r\n").count == 2)
    #expect(try workspace.rights(of: path) == 0o600)
    #expect(try workspace.rights(of: "out/rejects/1-患者问卷.csv") == 0o600)
  }

  @Test func batchesOfBothFilesAreListedAndUndone() throws {
    let workspace = try ProtectedWorkspace()
    var session = try workspace.filled()
    let names = { try session.batches(language: .english).texts("batch") }
    #expect(try names() == ["1", "2", "3", "4", "P1"])
    let again = try session.take(ProtectedWorkspace.ledger).lines
    #expect(again.count == 1 && again[0].hasPrefix("\(ProtectedWorkspace.ledger): already imported (batch P1)"))
    let sentence = try session.undo(batch: try #require(BatchName("P1")), language: .english)
    #expect(sentence?.hasPrefix("Batch P1 is undone: the 7 rows") == true)
    #expect(try session.database.batches().allSatisfy(\.isCurrent))
    #expect(try session.take(ProtectedWorkspace.ledger).lines.first?.hasSuffix("(batch P2)") == true)
    #expect(throws: FindingError.self) { try session.undo(batch: BatchName(9, isProtected: true), language: .english) }
  }

  /// Units have other numbers in the two files: the open one got them in another order.
  @Test func unitsAreMatchedByTheirCodes() throws {
    let workspace = try ProtectedWorkspace()
    let units = "datasets/_shared/units.csv"
    try workspace.small.edit(units, "K5,放射科,科室,Y,医技,2015-01-01,,,\n", "")
    _ = try workspace.session()
    try workspace.small.edit(
      units, "Y,柳河镇中心卫生院", "K9,药剂科,科室,Y,医技,2015-01-01,,,\nK5,放射科,科室,Y,医技,2015-01-01,,,\nY,柳河镇中心卫生院")
    let session = try workspace.filled()
    let (open, secret) = (try session.database.unitIDs(), try #require(try session.secrets.database?.unitIDs()))
    #expect(open.keys.sorted() == secret.keys.sorted() && open != secret)
    let run = try session.scored("2025H1", scheme: "xiansuo")
    let column = try #require(run.record.input.measures["属实线索"])
    #expect(try ["K1", "K2", "K3", "K4", "K5"].map { column.value[try run.index($0)] } == [1, 0, 0, 0, 0])
  }

  @Test func theOpenDatabaseIsRefusedUnderAnyName() throws {
    for place in ["qingheng.sqlite", "./datasets/../qingheng.sqlite"] {
      let workspace = try ProtectedWorkspace()
      try workspace.small.edit(
        "qingheng.yaml", "database: qingheng.sqlite", "database: qingheng.sqlite\nprotected: \(place)")
      #expect(try refusal(of: workspace) == .path(.file("qingheng.sqlite"), .sameAsOpen))
    }
    let hard = try ProtectedWorkspace()
    _ = try hard.session()
    try FileManager.default.linkItem(
      atPath: hard.small.folder.appending(path: "qingheng.sqlite").path, toPath: hard.path)
    #expect(try refusal(of: hard) == .path(.file("protected.sqlite"), .sameAsOpen))
    let soft = try ProtectedWorkspace()
    _ = try soft.session()
    try FileManager.default.createSymbolicLink(atPath: soft.path, withDestinationPath: "qingheng.sqlite")
    #expect(try refusal(of: soft) == .path(.file("protected.sqlite"), .sameAsOpen))
  }

  /// A link, dangling or not, would let somebody else's file take the secrets.
  @Test(arguments: ["elsewhere.sqlite", "nowhere/at-all.sqlite"])
  func aLinkIsRefused(target: String) throws {
    let workspace = try ProtectedWorkspace()
    try FileManager.default.createSymbolicLink(atPath: workspace.path, withDestinationPath: target)
    #expect(try refusal(of: workspace) == .path(.file("protected.sqlite"), .link))
    #expect(!FileManager.default.fileExists(atPath: workspace.small.folder.appending(path: target).path))
  }

  private func refusal(of workspace: ProtectedWorkspace) throws -> ProtectedFinding? {
    let log = FindingLog()
    var session = try workspace.session(log: log)
    #expect(try session.take(ProtectedWorkspace.ledger).summary == .refused)
    #expect(try session.database.batches().isEmpty)
    return log.findings.compactMap { $0 as? ProtectedFinding }.first
  }

  @Test func aFileOutsideOfTheWorkspaceIsFine() throws {
    let workspace = try ProtectedWorkspace()
    let folder = FileManager.default.temporaryDirectory.appending(path: "qingheng-secret-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "p.sqlite").path
    try workspace.small.edit(
      "qingheng.yaml", "database: qingheng.sqlite", "database: qingheng.sqlite\nprotected: \(file)")
    _ = try workspace.filled()
    #expect(!workspace.exists && FileManager.default.fileExists(atPath: file))
  }

  @Test func rightsOfOthersAndRowsOfTheOpenDatabaseAreTold() throws {
    let workspace = try ProtectedWorkspace()
    // Before somebody thought of it the table was open.
    try workspace.small.edit("datasets/pingjia/tables/leads.yaml", "protected: true\n", "")
    var before = try workspace.session()
    try before.take(ProtectedWorkspace.ledger)
    try workspace.small.edit("datasets/pingjia/tables/leads.yaml", "complete: true", "complete: true\nprotected: true")
    let log = FindingLog()
    var session = try workspace.session(log: log)
    try session.take(ProtectedWorkspace.ledger)
    #expect(log.findings.map(\.code).contains("protected-rows-open"))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: workspace.path)
    let second = FindingLog()
    _ = try workspace.session(log: second).examine(language: .english)
    #expect(second.findings.map(\.code).sorted() == ["protected-rights", "protected-rows-open"])
  }
}
