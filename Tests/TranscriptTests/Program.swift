import Foundation
import Testing

/// The built program, run in a folder of its own as a person runs it.
struct Program {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Where the build put the programs: beside the bundle of tests.
  static let products: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    return (bundle ?? Bundle.main.executableURL ?? Bundle.main.bundleURL).deletingLastPathComponent()
  }()

  struct Outcome {
    let output: String
    let errors: String
    let code: Int32
  }

  /// Runs a line of shell with the program on the path, and nothing of this machine's settings but `further`.
  static func run(_ line: String, in folder: URL, further: [String: String] = [:]) throws -> Outcome {
    let process = try start(line, in: folder, further: further)
    process.waitUntilExit()
    return try outcome(of: process, in: folder)
  }

  /// Starts a line of shell; its output goes to files beside the folder.
  static func start(_ line: String, in folder: URL, further: [String: String] = [:]) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "\(products.path):/usr/local/bin:/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C", "TZ": "UTC",
      "USER": "clerk", "LOGNAME": "clerk",
    ].merging(further) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try emptyFile(folder.path + ".out")
    process.standardError = try emptyFile(folder.path + ".err")
    try process.run()
    return process
  }

  private static func outcome(of process: Process, in folder: URL) throws -> Outcome {
    func text(_ path: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }
    return Outcome(
      output: try text(folder.path + ".out"), errors: try text(folder.path + ".err"), code: process.terminationStatus)
  }

  private static func emptyFile(_ path: String) throws -> FileHandle {
    try Data().write(to: URL(filePath: path))
    return try FileHandle(forWritingTo: URL(filePath: path))
  }
}

/// A fresh copy of a workspace, the small one unless another is named, which goes with its test.
final class FreshWorkspace {
  let folder: URL
  private let parent: URL

  static let small = Program.root.appending(path: "Tests/TranscriptTests/workspace")

  /// - Parameter overlay: a folder whose files are laid over the copy.
  init(copyOf source: URL = small, overlay: URL? = nil) throws {
    parent = FileManager.default.temporaryDirectory.appending(path: "qingheng-\(UUID().uuidString)")
    folder = parent.appending(path: "workspace")
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: source, to: folder)
    guard let overlay else { return }
    for name in FileManager.default.enumerator(atPath: overlay.path)?.compactMap({ $0 as? String }) ?? [] {
      let source = overlay.appending(path: name)
      if try source.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true { continue }
      let target = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      if FileManager.default.fileExists(atPath: target.path) { try FileManager.default.removeItem(at: target) }
      try FileManager.default.copyItem(at: source, to: target)
    }
  }

  deinit {
    // A test may have taken rights away.
    _ = try? Program.run("chmod -R u+rwX .", in: folder)
    try? FileManager.default.removeItem(at: parent)
  }
}
