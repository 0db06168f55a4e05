import ArgumentParser
import Findings
import Foundation

/// The command line: one file per subcommand; parse, call, print.
struct Qingheng: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "qingheng",
    abstract: "清衡：清廉建设数据的导入、评分、解释与报告 · Grade integrity work so that it stands up to a challenge.",
    discussion: """
      例 Example:
        qingheng import 收件箱/*.csv
        qingheng score keshi-pingjia --period 2026H1
        qingheng rank keshi-pingjia --period 2026H1
        qingheng explain 肾病内科 整改 --scheme keshi-pingjia --period 2026H1

      退出码 Exit codes: 0 正常 ok · 1 有需要看的提示 findings · 2 用法 usage · 3 输入有问题，未改动 bad input, nothing done · 4 程序缺陷 our bug
      """,
    version: versionText,
    subcommands: [
      Init.self, Template.self, Survey.self, Import.self, Batches.self, Undo.self, History.self, Units.self,
      Aliases.self,
      Lint.self, Score.self, Rank.self, Show.self,
      Explain.self, Titles.self, Stage.self, Compare.self, TryOut.self, Trend.self, Ranges.self, Structure.self,
      RobustnessCommand.self, SchemeCommand.self, Verify.self, Due.self,
      Remind.self,
      Problems.self, Events.self, Desk.self, Menu.self, Chart.self, Report.self, SQL.self, Schema.self, Doctor.self,
    ])

  static let versionText = "0.1.0"
}

@main
enum Main {
  private static let commands =
    Qingheng.configuration.subcommands.map { $0._commandName } + ["help"]

  /// The first word, where it should be a command and is none: the parser would only say that it is one too many.
  private static func unknownCommand(_ words: ArraySlice<String>) -> String? {
    guard let first = words.first, !first.hasPrefix("-"), !commands.contains(first) else { return nil }
    return first
  }

  /// What a person on a terminal who names no command means: the menu.
  private static func menu(_ words: [String]) -> [String]? {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
    return words.isEmpty || words.count == 2 && words[0] == "--lang" ? ["menu"] + words : nil
  }

  static func main() {
    openStandardStreams()
    if let name = unknownCommand(CommandLine.arguments.dropFirst()) {
      let guess = nearMiss(to: name, among: commands)
      printError(
        """
        没有“\(terminalSafe(name))”这个命令。\(guess.map { "是否即“\($0)”？" } ?? "")\
         There is no command “\(terminalSafe(name))”.\(guess.map { " Did you mean “\($0)”?" } ?? "")
          qingheng --help
        """)
      exit(2)
    }
    // Usage errors are 2 here; the parser's own code for them is another.
    do {
      var command = try Qingheng.parseAsRoot(menu(Array(CommandLine.arguments.dropFirst())))
      try command.run()
    } catch {
      let code = Qingheng.exitCode(for: error)
      let message = Qingheng.fullMessage(for: error)
      if code == .success {
        if !message.isEmpty { write(message + "\n") }
        exit(0)
      }
      if error is ExitCode { exit(code.rawValue) }
      if !message.isEmpty { printError(message) }
      exit(2)
    }
  }
}
