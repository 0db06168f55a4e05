import Findings
import Foundation
import Register
import Schemes
import Testing

@testable import Workbench

/// A fresh copy of the small workspace that the transcripts are played in; it goes with its test.
final class SmallWorkspace {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Where the build put the programs: beside the bundle of tests.
  static let products: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    return (bundle ?? Bundle.main.executableURL ?? Bundle.main.bundleURL).deletingLastPathComponent()
  }()

  let folder: URL

  init(copyOf source: URL = root.appending(path: "Tests/TranscriptTests/workspace")) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "qingheng-workbench-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: source, to: folder)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The workspace, open for work; the test ends if it does not open.
  func session(log: FindingLog = FindingLog()) throws -> Session { try open(folder, log: log) }

  func edit(_ path: String, _ old: String, _ new: String) throws {
    let url = folder.appending(path: path)
    let text = try String(contentsOf: url, encoding: .utf8)
    #expect(text.contains(old), "\(path) has no \(old)")
    try Data(text.replacing(old, with: new).utf8).write(to: url)
  }

  func write(_ text: String, to path: String) throws {
    let url = folder.appending(path: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Changes the database past the program, as somebody with a tool of their own might.
  func tamper(_ sql: String) throws {
    #expect(try run("/usr/bin/sqlite3", [folder.appending(path: "qingheng.sqlite").path, sql]) == 0)
  }
}

func open(_ folder: URL, log: FindingLog = FindingLog()) throws -> Session {
  let workspace = try #require(Workspace.open(named: folder.path, current: folder, log: log))
  let session = try Session.open(
    workspace, access: .writing, clock: "2026-01-05 09:00", actor: "王敏", log: log)
  return try #require(session, "\(log.findings.map(\.code))")
}

@discardableResult
func run(_ program: String, _ arguments: [String]) throws -> Int32 {
  let process = Process()
  process.executableURL = URL(filePath: program)
  process.arguments = arguments
  try process.run()
  process.waitUntilExit()
  return process.terminationStatus
}

extension Session {
  /// Imports files or folders under the workspace.
  @discardableResult
  mutating func take(
    _ names: String..., table: String? = nil, period: String? = nil, isRehearsal: Bool = false,
    correction: RequestedCorrection = .none
  ) throws -> (summary: ImportSummary, lines: [String]) {
    var lines: [String] = []
    let request = ImportRequest(
      files: names.map { workspace.folder.appending(path: $0).path }, table: table, period: period,
      isRehearsal: isRehearsal, correction: correction, language: .english)
    let summary = try importFiles(request) { lines.append($0) }
    return (summary, lines)
  }

  /// Everything in the in-box of the small workspace.
  mutating func takeBothHalves() throws {
    try take("收件箱/2025H1", period: "2025H1")
    try take("收件箱/2025H2", period: "2025H2")
  }

  func scored(_ period: String, scheme: String = "keshi") throws -> CompletedRun {
    let span = try #require(workspace.period(period, log: log))
    return try #require(try score(scheme: scheme, period: span, asOf: nil), "\(log.problems.map(\.code))")
  }
}

extension Session {
  /// The latest run of a period, computed again.
  func verified(_ period: String, scheme: String = "keshi") throws -> Verification? {
    try run(scheme: scheme, period: period).flatMap { try verify($0) }
  }
}

extension CompletedRun {
  func index(_ code: String) throws -> Int { try #require(sheet.units.firstIndex { $0.code == code }) }
  func score(_ code: String) throws -> Double { sheet.standing[try index(code)].displayedScore }
  func value(_ node: String, _ code: String) throws -> Double { try #require(sheet.node(node)).value[try index(code)] }
}

func date(_ yyyymmdd: Int) throws -> CalendarDate { try #require(CalendarDate(yyyymmdd: yyyymmdd)) }
func period(_ text: String) throws -> Period { try #require(Period(parsing: text)) }
