import Findings
import Foundation
import Store
import Testing

@testable import Workbench

/// Corrected files: compared, taken in the place of what stood, checked against the runs of before, and taken back.
@Suite struct CorrectingTests {
  private static let problems = "收件箱/2025H1/问题台账.csv"

  /// The ledger of the first half with 外科's W5 struck off in time, and without W8.
  private func correct(in workspace: SmallWorkspace) throws {
    let text = try String(contentsOf: workspace.folder.appending(path: Self.problems), encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("W8") }.joined(separator: "\n")
    try workspace.write(
      lines.replacing("W5,2025-02-11,外科,2025-05-11,,否", with: "W5,2025-02-11,外科,2025-05-11,2025-05-10,否") + "\n",
      to: "更正/问题台账.csv")
  }

  @Test func aRunIsCheckedAgainstTheRowsThatItRead() throws {
    let workspace = try SmallWorkspace()
    let log = FindingLog()
    var session = try workspace.session(log: log)
    try session.take("收件箱/2025H1", period: "2025H1")
    let before = try session.scored("2025H1")
    try correct(in: workspace)
    #expect(try session.take("更正/问题台账.csv").summary == .refused)
    #expect(try session.scored("2025H1").record.key == before.record.key)

    #expect(
      try session.take("更正/问题台账.csv", correction: .replacing([4])).lines
        == ["更正/问题台账.csv → 问题台账: 7 rows (batch 5), instead of batch 4"])
    let old = try #require(try session.verify(before))
    #expect(old.isSound && old.reachesRows)
    _ = try session.run(scheme: "keshi", period: "2025H1")
    #expect(log.findings.last?.code == "run-outdated")
    let after = try session.scored("2025H1")
    // 外科 kept one deadline of three before and two of three now.
    #expect(try after.value("销号", "K2") > before.value("销号", "K2"))
    #expect(try #require(try session.verify(after)).isSound)

    try workspace.write("编号,查出日期,科室,时限,销号日期,重复\nW5,2025-02-11,外科,2025-05-11,,否\n", to: "更正单.csv")
    #expect(
      try session.take("更正单.csv", table: "问题台账", correction: .amending).lines
        == ["更正单.csv → 问题台账: 1 row (batch 6), instead of 1 row of batch 5"])
    let amended = try session.scored("2025H1")
    #expect(try amended.value("销号", "K2") == before.value("销号", "K2"))
    for run in [before, after, amended] { #expect(try #require(try session.verify(run)).isSound) }

    #expect(throws: FindingError.self) { try session.undo(batch: 4, language: .english) }
    #expect(throws: FindingError.self) { try session.undo(batch: 5, language: .english) }
    _ = try session.undo(batch: 6, language: .english)
    #expect(try session.scored("2025H1").record.key == after.record.key)
    _ = try session.undo(batch: 5, language: .english)
    #expect(try session.scored("2025H1").record.key == before.record.key)
    for run in [before, after, amended] { #expect(try #require(try session.verify(run)).isSound) }
  }

  @Test func aLedgerOfSecretsTellsKeyAndDaysAlone() throws {
    let workspace = try ProtectedWorkspace()
    var session = try workspace.filled()
    let text = try String(
      contentsOf: workspace.small.folder.appending(path: ProtectedWorkspace.ledger), encoding: .utf8)
    try workspace.small.write(
      text.replacing(
        "X-02,2025-04-01,外科,石竹青,接受吃请,777777,2025-04-20,纪检监察室,,,,",
        with: "X-02,2025-04-01,外科,石竹青,退还吃请,7777,2025-04-20,纪检监察室,2025-05-20,院纪委,属实,2025-06-01"),
      to: "备用/线索更正.csv")
    var told: [String] = []
    let request = ImportRequest(
      files: [workspace.small.folder.appending(path: "备用/线索更正.csv").path], table: nil, period: nil,
      isRehearsal: false, correction: .replacing([BatchName(1, isProtected: true)]), language: .chinese)
    let summary = try session.importFiles(request) {
      told.append($0)
    } compare: { comparison in
      told += comparison.sentences(in: .chinese)
      for column in FileComparison.table(of: [comparison], in: .chinese).columns {
        if case .texts(let texts) = column.values { told += texts.compactMap(\.self) }
      }
    }
    #expect(summary == .withRejects)
    #expect(told.contains { $0.hasPrefix("  更改 X-02 外科（第3行） ") && $0.contains("认定日期：空 → 2025-05-20") })
    let events = try #require(try session.events(asOf: date(2025_06_30), system: "pingjia", language: .english))
    let place = try #require(events.table.texts("key").firstIndex(of: "X-02"))
    #expect(events.table.texts("stage")[place] == "in force")
    let history = try #require(try session.history(table: "线索", key: ["X-02"], language: .chinese))
    #expect(history.table.texts("batch") == ["P1", "P2"])
    told += history.table.texts("change") + history.sentences
    for secret in ProtectedWorkspace.secrets + ["7777", "退还"] {
      #expect(!told.contains { $0.contains(secret) }, "\(secret)")
    }
    #expect(try workspace.leaks() == [])
    _ = try session.undo(batch: BatchName(2, isProtected: true), language: .english)
    let back = try #require(try session.events(asOf: date(2025_06_30), system: "pingjia", language: .english))
    #expect(back.table.texts("stage")[try #require(back.table.texts("key").firstIndex(of: "X-02"))] == "verified")
  }

  @Test func answersAreCountedAndNeverSetBesideEachOther() throws {
    let workspace = try SmallWorkspace()
    let log = FindingLog()
    var session = try workspace.session(log: log)
    try session.take("收件箱/2025H1", period: "2025H1")
    let before = try session.scored("2025H1")
    let path = "收件箱/2025H1/患者问卷.csv"
    let text = try String(contentsOf: workspace.folder.appending(path: path), encoding: .utf8)
    try workspace.write(text.replacing("4,2025-05-20,内科,一般", with: "4,2025-05-20,内科,满意"), to: "更正/患者问卷.csv")
    #expect(try session.take("更正/患者问卷.csv", correction: .amending).summary == .refused)
    #expect(log.findings.last?.code == "amend-anonymous")

    var comparison: FileComparison?
    let request = ImportRequest(
      files: [workspace.folder.appending(path: "更正/患者问卷.csv").path], table: nil, period: nil, isRehearsal: false,
      correction: .replacing([1]), language: .english)
    #expect(
      try session.importFiles(request) { _ in
      } compare: {
        comparison = $0
      } == .withRejects)
    let found = try #require(comparison)
    #expect(
      found.sentences(in: .english) == ["against batch 1: 0 rows added, 1 changed, 0 gone, 17 unchanged"])
    #expect(FileComparison.table(of: [found], in: .english).rowCount == 0)
    #expect(log.findings.contains { $0.code == "correction-few-answers" })

    let history = try #require(try session.history(table: "患者问卷", key: ["4"], language: .english))
    #expect(history.table.texts("batch") == ["1", "5"] && history.table.texts("change").isEmpty)

    // The same scheme under another name, scored on the other answers: the difference would be one answer.
    let scheme = "datasets/pingjia/schemes/keshi"
    let words = try String(contentsOf: workspace.folder.appending(path: scheme + ".yaml"), encoding: .utf8)
    try workspace.write(words.replacing("scheme: keshi", with: "scheme: keshi-er"), to: scheme + "-er.yaml")
    let later = FindingLog()
    session = try workspace.session(log: later)
    _ = try session.scored("2025H1", scheme: "keshi-er")
    let span = try #require(session.workspace.period("2025H1", log: later))
    #expect(try session.compare(schemes: "keshi", "keshi-er", period: span) == nil)
    #expect(
      later.findings.last as? WorkbenchFinding
        == .trialDiscloses(later.findings.last?.place ?? .file(""), .batches(table: "患者问卷", fewerThan: 3)))
    _ = try session.scored("2025H1")
    #expect(try session.compare(schemes: "keshi", "keshi-er", period: span) != nil)
    #expect(try #require(try session.verify(before)).isSound)
  }

  @Test func aFileThatComesAgainUnderItsNameIsNotCountedTwiceInSilence() throws {
    let workspace = try LoadingWorkspace()
    try workspace.bring("记录", ["A,2025-03-01,,,,10"])
    try workspace.bring("记录", ["A,2025-03-01,,,,10", "B,2025-03-01,,,,20"])
    #expect(workspace.log.findings.last?.code == "batch-same-file")
    try workspace.bring("记录", ["A,2024-10-01,,,,90"])
    #expect(workspace.log.countByCode["batch-same-file"] == 1)
  }

  /// The product's own table of events: reported in spring, decided on in summer, by the office's own list.
  @Test(arguments: [true, false])
  func eventsOfTheProductComeBackDecided(isProtected: Bool) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "qingheng-correcting-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let manager = FileManager.default
    for name in ["qingheng.yaml", "datasets/_shared", "datasets/qinglian/tables"] {
      let target = folder.appending(path: name)
      try manager.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try manager.copyItem(at: SmallWorkspace.root.appending(path: name), to: target)
    }
    let spec = folder.appending(path: "datasets/qinglian/tables/discipline.yaml")
    if !isProtected {
      let text = try String(contentsOf: spec, encoding: .utf8)
      try Data(text.replacing("protected: true\n", with: "").utf8).write(to: spec)
    }
    let header = "台账编号,触发日期,科室,种类,科室责任,反映内容,核实日期,核实人,认定日期,认定机构,认定结论,生效日期\n"
    let ledger = folder.appending(path: "处分问责台账.csv")
    func write(_ lines: [String]) throws {
      try Data((header + lines.joined(separator: "\n") + "\n").utf8).write(to: ledger)
    }
    try write([
      "CF-1,2026-03-03,肾病内科,通报批评,是,某事,,,,,,", "CF-2,2026-04-01,消化内科,追责问责,否,某事,2026-04-20,纪检监察室,,,,",
    ])
    var session = try open(folder)
    #expect(try session.take("处分问责台账.csv").summary == .clean)
    func stages() throws -> [String: String] {
      let table = try #require(try session.events(asOf: date(2026_06_30), system: "qinglian", language: .chinese)).table
      return Dictionary(uniqueKeysWithValues: zip(table.texts("key"), table.texts("stage")))
    }
    #expect(try stages() == ["CF-1": "触发", "CF-2": "核实"])
    try write([
      "CF-1,2026-03-03,肾病内科,通报批评,是,某事,2026-03-20,纪检监察室,2026-04-10,院纪委,属实,2026-04-15",
      "CF-2,2026-04-01,消化内科,追责问责,否,某事,2026-04-20,纪检监察室,2026-05-10,院纪委,不实,",
      "CF-3,2026-06-01,肾病内科,通报批评,是,某事,,,,,,",
    ])
    #expect(try session.take("处分问责台账.csv").summary == .refused)
    #expect(
      try session.take("处分问责台账.csv", correction: .replacing([BatchName(1, isProtected: isProtected)])).summary
        == .clean)
    #expect(try stages() == ["CF-1": "生效", "CF-2": "不成立", "CF-3": "触发"])
    _ = try session.undo(batch: BatchName(2, isProtected: isProtected), language: .chinese)
    #expect(try stages() == ["CF-1": "触发", "CF-2": "核实"])
  }
}
