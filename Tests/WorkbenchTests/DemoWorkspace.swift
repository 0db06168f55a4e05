import Findings
import Foundation

@testable import Workbench

/// The demo: generated, imported and scored once for all tests that look for what was planted in it.
enum DemoWorkspace {
  static let scheme = "qinglian-keshi"

  /// The folder, or why it could not be prepared. It stands beside the programs and is made anew by every run of tests.
  static let folder: Result<URL, any Error> = Result {
    let folder = SmallWorkspace.products.appending(path: "demo-workspace")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let root = SmallWorkspace.root
    for name in ["qingheng.yaml", "charts", "notebooks-md"] {
      try FileManager.default.copyItem(at: root.appending(path: name), to: folder.appending(path: name))
    }
    for name in [
      "qinglian/tables", "qinglian/schemes", "qinglian/obligations.yaml", "qinglian/ledgers.yaml", "_shared/calendar",
    ] {
      let target = folder.appending(path: "datasets/\(name)")
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: root.appending(path: "datasets/\(name)"), to: target)
    }
    try generate(into: folder)
    var session = try open(folder)
    try session.take("datasets/qinglian/data")
    for period in ["2024H2", "2025H1", "2025H2", "2026H1", "2025"] { _ = try session.scored(period, scheme: scheme) }
    // Summaries of a half are filed in the weeks after it.
    for (other, text, asOf) in [
      ("qinglian-zhibu", "2025H1", 2025_07_31), ("qinglian-zhibu", "2025", 2026_01_31),
      ("qinglian-zhineng", "2024H2", 2025_01_31),
      ("qinglian-zhineng", "2025H2", 2026_01_31), ("qinglian-zhineng", "2026H1", 2026_07_31),
      ("qinglian-tuandui", "2025H2", 2025_12_31),
    ] {
      _ = try session.score(scheme: other, period: try period(text), asOf: try date(asOf))
    }
    return folder
  }

  /// Three of its half-years.
  static func generate(into folder: URL) throws {
    let units = SmallWorkspace.root.appending(path: "datasets/_shared/units.csv").path
    let code = try run(
      SmallWorkspace.products.appending(path: "DemoHospital").path,
      [folder.path, "--units", units, "--from", "2025H1", "--to", "2026H1"])
    if code != 0 { throw GeneratorStopped(code: code) }
  }

  struct GeneratorStopped: Error { let code: Int32 }

  /// The kept run of a period.
  static func kept(_ text: String, scheme: String = scheme) throws -> CompletedRun {
    let session = try open(folder.get())
    let run = try session.latestRun(scheme: scheme, period: try period(text))
    guard let run else { throw GeneratorStopped(code: -1) }
    return run
  }

  /// Every file under a folder, by its path.
  static func files(under folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in FileManager.default.enumerator(atPath: folder.path)?.compactMap({ $0 as? String }) ?? [] {
      let url = folder.appending(path: name)
      if try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true { continue }
      files[name] = try Data(contentsOf: url)
    }
    return files
  }
}
