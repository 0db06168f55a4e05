import Charts
import Findings
import Foundation

@testable import Workbench

/// A small workspace in a fresh folder: three units in two groups, scores and events; it goes with its test.
final class ReviewWorkspace {
  let folder: String
  let log = FindingLog()

  static let settings = """
    institution: 样例医院
    units: datasets/_shared/units.csv

    """
  static let units = """
    code,name,kind,parent,peer_group,valid_from,valid_to,aliases,successor,state
    A,甲科,科室,,内,2020-01-01,2025-03-31,,B,
    B,乙科,科室,,内,2025-04-01,,,,
    C,丙科,科室,,外,2020-01-01,,,,
    D,丁科,科室,,外,2020-01-01,,,,

    """
  static let table = """
    table: 得分表
    version: "1"
    file: {match: "*得分*"}
    unit: {column: 科室, kind: 科室, unmatched: reject}
    period: {column: 日期}
    columns:
      科室: {type: text, required: true}
      日期: {type: date, required: true}
      应办: {type: date}
      得分: {type: number, range: [0, 100]}
      二: {type: number, range: [0, 100]}

    """
  static let byName = """
    table: 月报
    version: "1"
    file: {match: "*月报*"}
    unit: {column: 科室, kind: 科室, unmatched: reject}
    period: {from: file_name}
    columns:
      科室: {type: text, required: true}

    """

  init() throws {
    folder = NSTemporaryDirectory() + "qingheng-review-" + UUID().uuidString
    try write("qingheng.yaml", Self.settings)
    try write("datasets/_shared/units.csv", Self.units)
    try write("datasets/s/tables/scores.yaml", Self.table)
    try write("datasets/s/tables/reports.yaml", Self.byName)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func write(_ name: String, _ text: String) throws {
    let url = URL(filePath: path(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// A scheme `a` over two measures of the table, two points nodes of 10 each.
  func scheme(_ measures: String = "", coverage: String = "0", tail: String = "rank: {node: 总分, per: peers}") throws {
    try write(
      "datasets/s/schemes/a.yaml",
      """
      scheme: a
      title: 样例
      version: "1"
      units: {kind: 科室, peers: peer_group}
      defaults: {coverage: \(coverage)}
      measures:
        一: {table: 得分表, value: 得分, take: mean\(measures)}
        二: {table: 得分表, value: 二, take: mean}
      nodes:
        - id: 总分
          of: sum
          points: 20
          children:
            - {id: x, points: 10, measure: 一, steps: [{proportional: {full: 100}}]}
            - {id: y, points: 10, measure: 二, steps: [{proportional: {full: 100}}]}
      \(tail)

      """)
  }

  func session(_ access: Session.Access = .writing) throws -> Session {
    guard
      let workspace = Workspace.open(named: folder, current: URL(filePath: folder), log: log),
      let session = try Session.open(workspace, access: access, clock: "2026-01-05", actor: "审阅", log: log)
    else { throw FindingError(WorkbenchFinding.noWorkspace(.file(folder), isNamed: true)) }
    return session
  }

  /// Imports a file of the workspace; the lines that the command would print.
  @discardableResult
  func bring(_ name: String, _ text: String, period: String? = nil) throws -> [String] {
    try write(name, text)
    var session = try session()
    var lines: [String] = []
    let request = ImportRequest(
      files: [path(name)], table: nil, period: period, isRehearsal: false, language: .chinese)
    _ = try session.importFiles(request) { lines.append($0) }
    return lines
  }

  func scored(_ period: String, asOf: String? = nil) throws -> (session: Session, run: CompletedRun) {
    let session = try session()
    guard let span = session.workspace.period(period, log: log),
      let run = try session.score(scheme: "a", period: span, asOf: asOf.flatMap { .init(parsing: $0) })
    else { throw FindingError(WorkbenchFinding.noWorkspace(.file(folder), isNamed: true)) }
    return (session, run)
  }

  func sentences(_ run: CompletedRun) -> RunSentences { RunSentences(run, minimumCell: 5) }
}
