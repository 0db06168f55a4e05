import ArgumentParser
import Findings
import Foundation
import Register
import Workbench

struct Menu: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "数字菜单（终端上不带参数也是它）· The numbered menu; on a terminal also without any argument.",
    discussion: "例 Example: qingheng menu")

  @OptionGroup var options: GlobalOptions

  /// The menu is for people who read Chinese, whatever the locale says.
  private var words: MenuWords { MenuWords(language: options.lang.flatMap(Language.init(rawValue:)) ?? .chinese) }

  func run() throws {
    guard let folder = try openWorkspace() else { return }
    while true {
      write("\n" + terminalSafe(words.heading(folder)) + "\n" + words.choices.joined(separator: "\n") + "\n")
      guard let choice = ask(words.prompt), choice != "0" else {
        write(words.leave + "\n")
        return
      }
      switch choice {
      case "1": work([.receive])
      case "2": work([.todo])
      case "3", "6": if let period = askPeriod() { work(choice == "3" ? [.score] : DeskStep.all.steps, period: period) }
      case "4": work([.report])
      case "5": work([.problems])
      case "7": undo()
      case "8": makeForms()
      case "": continue
      default: write(terminalSafe(words.unknown(choice)) + "\n")
      }
    }
  }

  /// - Returns: the answer without spaces, full-width digits as plain ones; nil at the end of the input.
  private func ask(_ question: String) -> String? {
    write(question)
    guard let line = readLine() else {
      write("\n")
      return nil
    }
    if isatty(STDIN_FILENO) == 0 { write("\n") }
    return narrowed(line).trimmingSpaces
  }

  /// The workspace's folder; one is made if the person wants it. nil: to leave.
  private func openWorkspace() throws -> String? {
    let log = FindingLog()
    let current = URL(filePath: FileManager.default.currentDirectoryPath)
    if let workspace = Workspace.open(named: options.workspace, current: current, log: log) {
      // So that there is a folder to put files into; where it cannot be made, receiving says so.
      _ = prepareDesk(workspace, log: FindingLog())
      return workspace.folder.path
    }
    let isAbsent = log.findings.contains { $0.code == "workspace-absent" }
    guard isAbsent, options.workspace == nil else {
      printError(FindingText(language: words.language, showsCauses: false).text(of: log))
      throw ExitCode(3)
    }
    write(terminalSafe(words.noWorkspace(current.path)) + "\n")
    guard ask(words.offer) == "1", let institution = ask(words.institution) else {
      write(words.leave + "\n")
      return nil
    }
    let making = FindingLog()
    guard
      let made = try createWorkspace(
        at: current, institution: institution, language: words.language, log: making)
    else {
      printError(FindingText(language: words.language, showsCauses: false).text(of: making))
      throw ExitCode(3)
    }
    write(terminalSafe(made) + "\n")
    return current.path
  }

  private var chosen: GlobalOptions {
    var options = options
    options.lang = words.language.rawValue
    return options
  }

  /// Does something and comes back to the menu whatever becomes of it: what was wrong has been printed.
  private func attempt(_ body: (Invocation) throws -> Invocation.Result) {
    write("\n")
    try? Invocation.run(chosen, body)
  }

  private func work(_ steps: [DeskStep], period: String = "") {
    attempt {
      try $0.desk(steps, period: period.isEmpty ? nil : period, day: nil, chosen)
    }
  }

  /// Empty: as proposed; nil: the input has ended.
  private func askPeriod() -> String? {
    var proposed: String?
    try? Invocation.run(chosen) { invocation in
      proposed = try invocation.session(chosen)?.proposedPeriod()?.id
      return .done
    }
    return ask(words.period(proposed))
  }

  private func undo() {
    attempt { invocation in
      guard let session = try invocation.session(chosen) else { return .refused }
      TableOutput(format: .table).print(try session.batches(language: words.language))
      return .done
    }
    guard let name = ask(words.batch), !name.isEmpty else { return }
    guard let batch = batchName(name), ask(words.sure("\(batch)")) == "1" else {
      write(words.nothingUndone + "\n")
      return
    }
    attempt { invocation in
      guard let session = try invocation.session(chosen, .writing),
        let line = try session.undo(batch: batch, language: words.language)
      else { return .refused }
      write(terminalSafe(line) + "\n")
      return .done
    }
  }

  /// Forms of a table, or a score sheet for each assessor that is named.
  private func makeForms() {
    attempt { invocation in
      guard let session = try invocation.session(chosen) else { return .refused }
      TableOutput(format: .table).print(session.listForms(language: words.language))
      return .done
    }
    guard let table = ask(words.table), !table.isEmpty else { return write(words.nothingMade + "\n") }
    guard let period = ask(words.formPeriod(nil)), let units = ask(words.units), let assessors = ask(words.assessors),
      let items = assessors.isEmpty ? "" : ask(words.items)
    else { return }
    func list(_ text: String) -> [String] {
      text.split(whereSeparator: { $0.isWhitespace || "、,，".contains($0) }).map(String.init)
    }
    attempt { invocation in
      guard let session = try invocation.session(chosen, .writing),
        let paths = try session.writeForms(
          FormRequest(
            table: table, period: period.isEmpty ? nil : period, units: list(units),
            assessors: assessors.isEmpty ? nil : list(assessors), items: list(items)))
      else { return .refused }
      for path in paths { write(terminalSafe(words.made(path)) + "\n") }
      return invocation.log.hasProblems ? .findings : .done
    }
  }
}
