import Foundation
import Testing

/// Commands with what they print: a line that says why, `$ command`, its output, `2>` lines of the other stream, and
/// `? code`. All commands of a file run one after the other in one fresh workspace.
struct Transcript {
  struct Step {
    /// What stands above the command; at least the first step says why it is there.
    var words: [String]
    var command: String
  }

  let steps: [Step]
  /// What follows the last command.
  private let tail: [String]

  init(_ text: String) {
    var steps: [Step] = []
    var words: [String] = []
    var isOutput = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("$ ") {
        steps.append(Step(words: words, command: String(line.dropFirst(2))))
        words = []
        isOutput = true
      } else if isOutput {
        if line.hasPrefix("? ") { isOutput = false }
      } else {
        words.append(line)
      }
    }
    self.steps = steps
    tail = words
  }

  /// The text as it should be: the same words and commands, with what the program prints now.
  func played(in workspace: FreshWorkspace) throws -> String {
    var lines: [String] = []
    for step in steps {
      let outcome = try Program.run(step.command, in: workspace.folder)
      lines += step.words + ["$ \(step.command)"]
      lines += Self.lines(outcome.output, in: workspace)
      lines += Self.lines(outcome.errors, in: workspace).map { $0.isEmpty ? "2>" : "2> \($0)" }
      lines.append("? \(outcome.code)")
    }
    let text = (lines + tail).joined(separator: "\n")
    return text.hasSuffix("\n") ? text : text + "\n"
  }

  /// Lines without what differs from machine to machine and from minute to minute.
  private static func lines(_ text: String, in workspace: FreshWorkspace) -> [String] {
    let plain = text.replacing("\r\n", with: "\n").replacing("\u{FEFF}", with: "<BOM>")
      .replacing(workspace.folder.path, with: "WORKSPACE")
      .replacing("由\(NSUserName())撤销", with: "由CLERK撤销").replacing("by \(NSUserName())", with: "by CLERK")
      .replacing(/评分运行：[0-9a-f]{12}/, with: "评分运行：RUN")
      .replacing(/(运行 |run )[0-9a-f]{12}/) { "\($0.output.1)RUN" }
      .replacing(/\ [0-9a-f]{12}:/, with: " RUN:")
      .replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:?\d\d)/, with: "TIME")
      .replacing(/\/[\w\/.-]+\.(ttc|otf|ttf)/, with: "FONT")
    var lines = plain.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Plays a file and compares; writes what is missing, and what differs beside it.
  static func check(_ file: URL, in workspace: FreshWorkspace) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let transcript = Transcript(text)
    let reason = transcript.steps.first?.words.first { !$0.isEmpty }
    #expect(reason != nil, "\(file.lastPathComponent) begins with a line that says why")
    let played = try transcript.played(in: workspace)
    guard played != text else {
      try? FileManager.default.removeItem(at: changedName(of: file))
      return
    }
    let isRecording = ProcessInfo.processInfo.environment["QINGHENG_RECORD"] == "1"
    let isNew = !text.contains("\n? ")
    let target = isRecording || isNew ? file : changedName(of: file)
    try Data(played.utf8).write(to: target)
    if target == file { try? FileManager.default.removeItem(at: changedName(of: file)) }
    if !isRecording {
      Issue.record(
        "\(file.lastPathComponent): \(isNew ? "was recorded; look at it" : "see \(target.lastPathComponent)")")
    }
  }

  private static func changedName(of file: URL) -> URL {
    let stem = file.deletingPathExtension().lastPathComponent
    return file.deletingLastPathComponent().appending(path: "\(stem)-changed.\(file.pathExtension)")
  }
}
