import ArgumentParser
import Findings
import Register
import Schemes
import Workbench

/// What `due` and `remind` look at.
struct DueOptions: ParsableArguments {
  @OptionGroup var day: DayOption
  @Option(help: "哪个体系，写文件夹名（默认全部）· The system, by its folder (all).") var system: String?
  @Option(help: "哪个单位，连同其下和归属于它的（默认全部）· The unit, with those below it and its members (all).") var unit: String?
  @Option(help: "往后看几天（默认按各事项的 remind）· How many days ahead (as each obligation says).") var within: Int?

  func validate() throws {
    if let within, !(0...3660).contains(within) {
      throw ValidationError("--within 应在 0 至 3660 之间 · --within is from 0 to 3660")
    }
  }
}

extension Invocation {
  /// What the options ask; nil, with the reason in the log, if the day cannot be read.
  fileprivate func dueRequest(_ options: DueOptions, states: [ObligationState] = []) -> DueRequest? {
    guard let day = day(options.day) else { return nil }
    return DueRequest(
      asOf: day, system: options.system, unit: options.unit, within: options.within, states: states)
  }
}

struct Due: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "应报应办：逾期的在前，临近到期的在后 · What is owed: overdue first, then due soon.",
    discussion: """
      例 Example: qingheng due --as-of 2025-07-14
      qingheng due --as-of 2025-07-14 --out 待办.xlsx 每件事一行，可筛选，各单位另有一页 · one row each, and a sheet per unit
      qingheng due --as-of 2025-07-14 --reminders 打印每个单位的催报通知 · prints one text per unit
      """)

  @OptionGroup var due: DueOptions
  @Option(help: "只看某种状态，如 未报、迟报；可写多次 · Only this state, as missing or late; may be repeated.") var state: [String] = []
  @Flag(help: "打印每个单位的催报通知 · Print one ready text per unit.") var reminders = false
  @OptionGroup var format: TableFormatOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    for word in state where ObligationState(written: word) == nil {
      let legal = ObligationState.words
      let guess = nearMiss(to: word, among: legal)
      throw ValidationError(
        """
        --state 没有“\(terminalSafe(word))”。\(guess.map { "是否即“\($0)”？" } ?? "")可用：\(legal.joined(separator: "、")) · \
        --state knows no “\(terminalSafe(word))”.\(guess.map { " Did you mean “\($0)”?" } ?? "")
        """)
    }
    if reminders, format.out != nil {
      throw ValidationError("--reminders 打印通知，不写工作簿 · --reminders prints texts; it writes no workbook")
    }
    if reminders, !state.isEmpty {
      throw ValidationError(
        "--reminders 写的是逾期和临近到期的，不能与 --state 同用 · --reminders tells what is overdue and due soon; --state does not go with it"
      )
    }
  }

  func run() throws {
    try Invocation.run(options) { invocation in
      let states = state.compactMap(ObligationState.init(written:))
      guard let request = invocation.dueRequest(due, states: states), let session = try invocation.session(options),
        let answer = try session.due(request)
      else { return .refused }
      if reminders {
        // Line breaks of the text itself are kept.
        let texts = answer.texts(in: invocation.language).map { text in
          text.split(separator: "\n").map { terminalSafe(String($0)) }.joined(separator: "\n")
        }
        write((texts.isEmpty ? answer.summary(in: invocation.language) : texts.joined(separator: "\n\n")) + "\n")
        return .done
      }
      let table = answer.table(invocation.language)
      let summary = answer.summary(in: invocation.language)
      if let done = try invocation.writeWorkbook(
        format, { answer.workbook(invocation.language, title: "待办", summary: summary) })
      {
        return done
      }
      if format.isForPeople {
        write(terminalSafe(summary) + "\n")
        guard table.rowCount > 0 else { return .done }
        write("\n")
      }
      TableOutput(format: format.printed).print(table)
      return .done
    }
  }
}

struct Remind: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "登记已发出的催报通知 · Record that reminders were sent.",
    discussion: "例 Example: qingheng remind --as-of 2025-07-14 --unit 内科党总支 --role 党院办")

  @OptionGroup var due: DueOptions
  @Option(help: "以谁的名义催报：角色，不写姓名 · In whose name: a role, no name.") var role: String
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if role.allSatisfy(\.isWhitespace) { throw ValidationError("--role 不能为空 · --role must not be empty") }
  }

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let request = invocation.dueRequest(due), let session = try invocation.session(options, .writing),
        let answer = try session.due(request)
      else { return .refused }
      write(terminalSafe(try session.remind(answer, role: role, language: invocation.language)) + "\n")
      return .done
    }
  }
}
