import Findings
import Foundation
import Register
import Schemes

@testable import Workbench

/// A workspace with wards below departments, departments in party branches, and records about them. Its scheme files say
/// only what every version of the reader knows; tests change the scheme itself.
final class LoadingWorkspace {
  let folder: String
  let log = FindingLog()

  static let units = """
    code,name,kind,parent,peer_group,valid_from,valid_to,aliases,successor,state
    H,医院,医院,,,2010-01-01,,,,
    A,内科,科室,H,内,2010-01-01,,,,
    A1,内科一病区,病区,A,,2010-01-01,,,,
    A2,内科二病区,病区,A,,2010-01-01,,,,
    B,外科,科室,H,外,2010-01-01,,,,
    G,老外科,科室,H,外,2010-01-01,2025-02-28,,B,
    C,新科,科室,H,外,2025-04-01,,,,
    Z1,内科党支部,党支部,H,,2010-01-01,,,,
    Z2,机关党支部,党支部,H,,2010-01-01,,,,

    """
  static let memberships = """
    member,of,share,from,to
    A,Z1,0.6,2018-01-01,
    A,Z2,0.4,2018-01-01,
    B,Z2,,2018-01-01,2025-03-31
    B,Z1,,2025-04-01,

    """
  static let tables = [
    "records": """
    table: 记录
    version: "1"
    file: {match: "*记录*"}
    unit: {column: 单位}
    period: {column: 日期}
    columns:
      单位: {type: text, required: true}
      日期: {type: date, required: true}
      成员: {type: text}
      标题: {type: text}
      级: {type: number}
      得分: {type: number}

    """,
    "roster": """
    table: 名册
    version: "1"
    file: {match: "*名册*"}
    unit: {column: 单位}
    period: {from: option}
    columns:
      单位: {type: text, required: true}
      成员: {type: text, required: true}

    """,
    "watch": """
    table: 月报
    version: "1"
    file: {match: "*月报*"}
    unit: {column: 单位}
    period: {column: 月份}
    columns:
      单位: {type: text, required: true}
      月份: {type: text, required: true}

    """,
    "decisions": """
    table: 决定
    version: "1"
    file: {match: "*决定*"}
    unit: {column: unit}
    period: {column: period}
    columns:
      period: {type: text, required: true}
      node: {type: text, required: true}
      unit: {type: text, required: true}
      value: {type: text}
      reason: {type: text}
      role: {type: text}
      date: {type: date}

    """,
    "titles": """
    table: 称号
    version: "1"
    file: {match: "*称号*"}
    unit: {column: unit}
    columns:
      unit: {type: text, required: true}
      from: {type: date, required: true}
      to: {type: date}
      grade: {type: text, required: true}

    """,
  ]

  init() throws {
    folder = NSTemporaryDirectory() + "qingheng-loading-" + UUID().uuidString
    try write("qingheng.yaml", "institution: 样例医院\nmemberships: datasets/_shared/memberships.csv\n")
    try write("datasets/_shared/units.csv", Self.units)
    try write("datasets/_shared/memberships.csv", Self.memberships)
    for (name, text) in Self.tables { try write("datasets/s/tables/\(name).yaml", text) }
    try scheme("a")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A scheme with one measure 数, the sum of 得分, and one node 总分 that is just this number.
  func scheme(_ id: String, kind: String = "科室", measure: String = "take: sum", tail: String = "") throws {
    try write(
      "datasets/s/schemes/\(id).yaml",
      """
      scheme: \(id)
      title: 样例
      version: "1"
      units: {kind: \(kind)}
      measures:
        数: {table: 记录, value: 得分, \(measure)}
      nodes:
        - {id: 总分, measure: 数, steps: [{times: 1}]}
      rank: {node: 总分}
      \(tail)

      """)
  }

  func write(_ name: String, _ text: String) throws {
    let url = URL(filePath: "\(folder)/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func session() throws -> Session {
    guard let workspace = Workspace.open(named: folder, current: URL(filePath: folder), log: log),
      let session = try Session.open(workspace, access: .writing, clock: "2026-01-05", actor: "装载", log: log)
    else { throw LoadingTrouble(codes: log.findings.map { "\($0.place.text) \($0.code)" }) }
    return session
  }

  /// Imports lines under a header that the table's spec knows.
  func bring(_ table: String, _ lines: [String], name: String? = nil, period: String? = nil) throws {
    let headers = [
      "记录": "单位,日期,成员,标题,级,得分", "名册": "单位,成员", "月报": "单位,月份",
      "决定": "period,node,unit,value,reason,role,date", "称号": "unit,from,to,grade",
      "方案决定": "scheme,period,node,unit,value,reason,role,date",
    ]
    let file = "\(name ?? table).csv"
    try write(file, ([headers[table] ?? ""] + lines).joined(separator: "\n") + "\n")
    var session = try session()
    let request = ImportRequest(
      files: ["\(folder)/\(file)"], table: table, period: period, isRehearsal: false, language: .chinese)
    guard try session.importFiles(request, report: { _ in }) == .clean else {
      throw LoadingTrouble(codes: log.findings.map { "\($0.place.text) \($0.wording(in: .english).found)" })
    }
  }

  /// A scheme of the workspace, changed.
  func loaded(_ id: String = "a", _ change: (inout Scheme) -> Void = { _ in }) throws -> LoadedScheme {
    let session = try session()
    guard let read = try session.load(scheme: id) else { throw LoadingTrouble(codes: log.findings.map(\.code)) }
    var scheme = read.scheme
    change(&scheme)
    let upstream = UpstreamCheck(folders: session.folders, log: log).nodes(of: scheme)
    let finished = LoadedScheme.finish(
      scheme, file: read.file, catalogue: read.catalogue, leafTables: [], rows: [:], upstream: upstream, log: log)
    guard let finished, !log.hasProblems else { throw LoadingTrouble(codes: log.findings.map(\.code)) }
    return finished
  }

  func scored(_ loaded: LoadedScheme, _ text: String = "2025H1", asOf: Int? = nil) throws -> CompletedRun {
    let session = try session()
    guard let period = Period(parsing: text),
      let run = try session.score(loaded, period: period, asOf: asOf.flatMap { CalendarDate(yyyymmdd: $0) })
    else { throw LoadingTrouble(codes: log.findings.map(\.code)) }
    return run
  }

  func scored(
    _ id: String = "a", _ text: String = "2025H1", asOf: Int? = nil, _ change: (inout Scheme) -> Void = { _ in }
  ) throws -> CompletedRun {
    try scored(try loaded(id, change), text, asOf: asOf)
  }

  func scored(_ id: String, _ change: (inout Scheme) -> Void) throws -> CompletedRun {
    try scored(try loaded(id, change), "2025H1")
  }

  func explained(_ run: CompletedRun, _ unit: String) throws -> String {
    try session().explain(run, unit: unit, node: "总分", language: .chinese) ?? ""
  }
}

struct LoadingTrouble: Error, CustomStringConvertible {
  let codes: [String]
  var description: String { codes.joined(separator: "; ") }
}

extension Scheme {
  /// Changes the scheme's first measure.
  mutating func change(_ change: (inout Measure) -> Void) { change(&measures[0]) }

  /// Lets the first measure read something else.
  mutating func read(_ source: Measure.Source, take: Reducer = .sum, _ change: (inout Measure) -> Void = { _ in }) {
    var measure = Measure(id: measures[0].id, source: source, take: take, place: measures[0].place)
    change(&measure)
    measures[0] = measure
  }
}

extension CompletedRun {
  /// The first measure, by unit; NaN is missing.
  func numbers(_ codes: String...) -> [Double] {
    let column = record.input.measures["数"]
    return codes.map { code in
      sheet.units.firstIndex { $0.code == code }.flatMap { column?.value[$0] } ?? .nan
    }
  }
  var codesOfFindings: [String] { record.findings.map(\.code) }
}
