import Foundation
import Testing

/// The checkout that the tests were built from: its documents, its sources, and the programs that were built with them.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func files(under folder: String, ending: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
  }

  /// Every document that is written for people.
  static let documents =
    ["README.md", "README.zh-CN.md", "CHANGELOG.md"] + files(under: "docs", ending: ".md")
    + files(under: "datasets", ending: "README.md")

  /// Whether pages made by the tests are written anew instead of compared.
  static var isRecording: Bool { ProcessInfo.processInfo.environment["QINGHENG_RECORD"] == "1" }

  /// Compares a page that the tests make with the one that stands in the repository.
  static func expectCurrent(_ path: String, is made: String) throws {
    let url = root.appending(path: path)
    if isRecording { try Data(made.utf8).write(to: url) }
    let stands = (try? text(path)) ?? ""
    #expect(stands == made, "\(path) is not what the program says now; QINGHENG_RECORD=1 swift test writes it anew")
  }

  /// The folder of the built programs, beside the test bundle.
  static let programs: URL = {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let candidates = [bundle, root.appending(path: ".build/debug")]
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0.appending(path: "qingheng").path) }
      ?? root.appending(path: ".build/debug")
  }()

  struct Output {
    var text: String
    var code: Int32
  }

  /// Runs a program by a line of shell, the built ones on the path. Output and errors come together, as on a terminal.
  static func shell(_ line: String, in folder: URL = root, locale: String = "C.UTF-8") throws -> Output {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "exec 2>&1; env LC_ALL=\(locale) \(line)"]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "\(programs.path):/usr/bin:/bin", "LC_ALL": "C.UTF-8", "COLUMNS": "100",
      "HOME": FileManager.default.temporaryDirectory.path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Output(text: String(decoding: data, as: UTF8.self), code: process.terminationStatus)
  }
}

/// A folder that is gone when nobody needs it.
final class TemporaryFolder {
  let url: URL
  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "qingheng-docs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}

/// The fenced blocks of a document in one language, in order.
func blocks(_ language: String, of text: String) -> [String] {
  var found: [String] = []
  var open: [Substring]?
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if let lines = open {
      if line.hasPrefix("```") {
        found.append(lines.joined(separator: "\n"))
        open = nil
      } else {
        open = lines + [line]
      }
    } else if line == "```\(language)" {
      open = []
    }
  }
  return found
}
