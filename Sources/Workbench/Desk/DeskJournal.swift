import Findings
import Foundation
import Tables
import Tabular

/// What people answered, when and who: a list beside the files that they handed in. What stands in it is not asked again.
struct DeskJournal {
  enum Kind: String {
    case name = "单位写法"
    case row = "搁置的行"
    case doubt = "存疑"
    case file = "文件"
  }

  private static let headers = ["时间", "核对人", "种类", "对象", "答复", "说明"]
  private let workspace: Workspace
  private let clock: String
  private var known: Set<String> = []
  private var fresh: [[String]] = []

  init(_ workspace: Workspace, clock: String) {
    self.workspace = workspace
    self.clock = clock
    let path = workspace.absolute(DeskFolder.answers)
    guard FileManager.default.fileExists(atPath: path),
      // A list that somebody spoiled is no reason not to work: at worst something is asked twice.
      let file = DelimitedFile.open(path, name: DeskFolder.answers, log: FindingLog()),
      let table = TableRows.read(file, required: Self.headers, log: FindingLog())
    else { return }
    known = Set(table.rows.map { Self.key($0["种类"], unmarked($0["对象"])) })
  }

  private static func key(_ kind: String, _ subject: String) -> String { "\(kind)\n\(subject)" }

  func has(_ kind: Kind, _ subject: String) -> Bool { known.contains(Self.key(kind.rawValue, subject)) }

  mutating func add(_ kind: Kind, _ subject: String, answer: String, note: String = "", by: String) {
    known.insert(Self.key(kind.rawValue, subject))
    fresh.append([clock, by, kind.rawValue, subject, answer, note])
  }

  /// Adds what is new to the list.
  mutating func write(_ log: FindingLog) {
    appendPrivately(fresh, headers: Self.headers, to: DeskFolder.answers, in: workspace, log: log)
    fresh = []
  }
}

/// Adds rows to a list that only its owner can read.
func appendPrivately(
  _ rows: [[String]], headers: [String], to path: String, in workspace: Workspace, log: FindingLog
) {
  guard !rows.isEmpty else { return }
  let url = workspace.url(path)
  func text(_ rows: [[String]]) -> String { rows.map { $0.map(csvCell).joined(separator: ",") + "\r\n" }.joined() }
  do {
    if !FileManager.default.fileExists(atPath: url.path) {
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data().write(to: url)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
      try Data(("\u{FEFF}" + text([headers])).utf8).write(to: url)
    }
    let handle = try FileHandle(forWritingTo: url)
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text(rows).utf8))
    try handle.close()
  } catch let error as NSError {
    log.add(WorkbenchFinding.fileUnwritable(.file(path), WriteObstacle(error)))
  }
}
