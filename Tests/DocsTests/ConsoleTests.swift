import Foundation
import Testing

/// The `console` blocks of the README are run, in order, in a fresh copy of the workspace; what they show must come.
@Suite("Console blocks")
struct ConsoleTests {
  @Test(arguments: [("README.md", "C.UTF-8"), ("README.zh-CN.md", "zh_CN.UTF-8")])
  func showWhatTheProgramPrints(readme: String, locale: String) throws {
    let folder = try TemporaryFolder()
    for item in ["qingheng.yaml", "datasets", "charts", "notebooks-md"] {
      try FileManager.default.copyItem(
        at: Repository.root.appending(path: item), to: folder.url.appending(path: item))
    }
    let data = folder.url.appending(path: "datasets/qinglian/data")
    try? FileManager.default.removeItem(at: data)
    let demo = try Repository.shell("DemoHospital .", in: folder.url)
    #expect(demo.code == 0, "\(demo.text)")

    var commands = 0
    for block in blocks("console", of: try Repository.text(readme)) {
      for session in sessions(of: block) where session.command.hasPrefix("qingheng ") {
        commands += 1
        let output = try Repository.shell(session.command, in: folder.url, locale: locale)
        expect(session.shown, in: output.text, of: session.command)
      }
    }
    #expect(commands >= 6, "\(readme) shows too little")
  }

  private struct Session {
    var command: String
    var shown: [Substring]
  }

  /// A line that begins with `$ ` is typed; what follows is printed, `…` stands for lines left out.
  private func sessions(of block: String) -> [Session] {
    var sessions: [Session] = []
    for line in block.split(separator: "\n") {
      if line.hasPrefix("$ ") {
        sessions.append(Session(command: String(line.dropFirst(2)), shown: []))
      } else if !sessions.isEmpty {
        sessions[sessions.count - 1].shown.append(line)
      }
    }
    return sessions
  }

  /// Every shown line comes, in this order; a `…` inside a line stands for any text.
  private func expect(_ shown: [Substring], in output: String, of command: String) {
    var rest = output.split(separator: "\n")[...]
    for line in shown where line.trimmingCharacters(in: .whitespaces) != "…" {
      guard let index = rest.firstIndex(where: { fits($0, line) }) else {
        Issue.record("\(command) does not print, or not in this place:\n\(line)\nbut:\n\(output.prefix(4000))")
        return
      }
      rest = rest[(index + 1)...]
    }
  }

  private func fits(_ printed: Substring, _ shown: Substring) -> Bool {
    var rest = printed.trimmingCharacters(in: .whitespaces)[...]
    let parts = shown.trimmingCharacters(in: .whitespaces).split(separator: "…", omittingEmptySubsequences: false)
    guard let first = parts.first, rest.hasPrefix(first) else { return false }
    rest = rest.dropFirst(first.count)
    for part in parts.dropFirst() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return parts.last?.isEmpty == true || rest.isEmpty
  }
}
