import ArgumentParser
import Findings
import Foundation
import Register
import Workbench

/// Options that every command has.
struct GlobalOptions: ParsableArguments {
  @Option(help: "工作区文件夹 · The workspace folder (default: the nearest upwards with qingheng.yaml).")
  var workspace: String?

  @Option(help: "zh 或 en · The language of messages (default: zh if the locale is Chinese).")
  var lang: String?

  @Flag(help: "逐条列出每一处，连底层原因一起说 · Print every finding, and what lies underneath.") var verbose = false

  func validate() throws {
    if let lang, Language(rawValue: lang) == nil {
      throw ValidationError(
        "--lang 只能是 zh 或 en，不能是“\(terminalSafe(lang))” · --lang is zh or en, not “\(terminalSafe(lang))”")
    }
  }

  var language: Language {
    if let lang, let language = Language(rawValue: lang) { return language }
    let environment = ProcessInfo.processInfo.environment
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = environment[name], !value.isEmpty { return value.hasPrefix("zh") ? .chinese : .english }
    }
    return .english
  }
}

/// The period that a command is about.
struct PeriodOptions: ParsableArguments {
  @Option(help: "期间：2025、2025H1、2025年上半年 · The period.")
  var period: String

  @Option(help: "数据截至日：期间或日期晚于此日的行不计 · Rows whose period begins, or whose date lies, after it do not count.")
  var asOf: String?
}

/// Which kept run a command looks at.
struct RunOptions: ParsableArguments {
  @Argument(help: "方案 · The scheme's id.") var scheme: String
  @Option(help: "期间（不写则为最近一次评分）· The period (default: that of the latest run).") var period: String?
}

/// The day that a command looks at.
struct DayOption: ParsableArguments {
  @Option(help: "截至哪一天（默认今天）：此后的还没有发生 · As of which day (today): what is later has not happened.")
  var asOf: String?
}

/// One run of the program: where findings go and what the exit code becomes.
struct Invocation {
  let language: Language
  let showsCauses: Bool
  let log = FindingLog()
  private let opened = Opened()

  private final class Opened {
    var session: Session?
  }

  enum Result {
    case done
    /// Done, and there is something to look at: code 1.
    case findings
    /// Bad input, nothing done: code 3.
    case refused
  }

  /// Runs a command's body, prints what was found, and leaves with the code that scripts rely on.
  /// - Parameter tellsAll: whether every finding is printed, and not only the first few of each code.
  static func run(
    _ options: GlobalOptions, tellsAll: Bool = false, _ body: (Invocation) throws -> Result
  ) throws {
    let invocation = Invocation(language: options.language, showsCauses: options.verbose)
    var result = Result.refused
    do {
      result = try body(invocation)
    } catch let error as FindingError {
      invocation.add(error.finding)
      result = .refused
    } catch let error as ExitCode {
      throw error
    } catch {
      invocation.opened.session?.withdraw()
      invocation.printFindings()
      printError(
        invocation.language == .chinese
          ? "程序缺陷：\(terminalSafe("\(error)"))\n  本次命令的结果不可用。\n  请把这段文字和所用命令一并反馈。"
          : "Our bug: \(terminalSafe("\(error)"))\n  The result of this command cannot be used.\n  Report this text together with the command."
      )
      throw ExitCode(4)
    }
    // What was refused has changed nothing: not even a new database is left behind.
    if result == .refused { invocation.opened.session?.withdraw() }
    invocation.printFindings(isComplete: tellsAll)
    switch result {
    case .done: return
    case .findings: throw ExitCode(1)
    case .refused: throw ExitCode(3)
    }
  }

  private func add(_ finding: any Finding) { log.add(finding) }

  /// Opens the workspace and its database.
  func session(_ options: GlobalOptions, _ access: Session.Access = .reading) throws -> Session? {
    guard let workspace = workspace(options) else { return nil }
    let session = try Session.open(workspace, access: access, clock: Self.now(), actor: NSUserName(), log: log)
    opened.session = session
    return session
  }

  func workspace(_ options: GlobalOptions) -> Workspace? {
    Workspace.open(
      named: options.workspace, current: URL(filePath: FileManager.default.currentDirectoryPath), log: log)
  }

  func asOf(_ options: PeriodOptions) -> (isLegal: Bool, date: CalendarDate?) {
    guard let text = options.asOf else { return (true, nil) }
    guard let date = CalendarDate(parsing: text) else {
      log.add(WorkbenchFinding.asOfUnreadable(.subject(text)))
      return (false, nil)
    }
    return (true, date)
  }

  /// The day that the command names, else today; nil with the reason in the log.
  func day(_ option: DayOption?) -> CalendarDate? {
    day(written: option?.asOf ?? String(Self.now().prefix(10)))
  }

  /// - Returns: nil, with the reason in the log, if it is no day.
  func day(written: String) -> CalendarDate? {
    let date = CalendarDate(parsing: written)
    if date == nil { log.add(WorkbenchFinding.asOfUnreadable(.subject(written))) }
    return date
  }

  /// - Parameter isComplete: nothing is cut short; what a committee mends by it must be all there.
  func printFindings(isComplete: Bool = false) {
    let text = FindingText(language: language, perCode: isComplete || showsCauses ? .max : 5, showsCauses: showsCauses)
      .text(of: log)
    if !text.isEmpty { printError(text) }
  }

  /// For the record of who did what when; no result depends on it.
  private static func now() -> String {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withInternetDateTime]
    formatter.timeZone = TimeZone.current
    return formatter.string(from: Date())
  }
}
