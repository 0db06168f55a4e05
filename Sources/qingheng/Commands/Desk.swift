import ArgumentParser
import Findings
import Register
import Workbench

/// What the desk can be asked for, in the order in which it does it.
enum DeskStep: String, ExpressibleByArgument, CaseIterable {
  case receive, todo, problems, score, report, all

  /// What is done in one go. The ledger's list is written only where it is asked for.
  var steps: [DeskStep] { self == .all ? [.receive, .todo, .score, .report] : [self] }
}

struct Desk: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "办公桌：收文件、出待办、评分、写报告 · One folder: receive files, refresh lists, score, report.",
    discussion: """
      例 Example: qingheng desk
                  qingheng desk receive
                  qingheng desk all --period 2026H1 --as-of 2026-07-14

      收件箱里认得的文件入库并移到“已收”，其余的和原因写进 核对.xlsx；填好后再收一次即可。
      Files in 收件箱 that are recognised are imported and moved to 已收; what must be answered stands in 核对.xlsx.
      """)

  @Argument(help: "receive 收文件、todo 待办、problems 问题、score 评分、report 报告、all 除问题外依次全做 · The step.")
  var step: DeskStep = .all
  @Option(help: "评哪一期、写哪一期的报告（默认按最近的数据）· The period to score and to report on (that of the latest rows).")
  var period: String?
  @OptionGroup var day: DayOption
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { try $0.desk(step.steps, period: period, day: day, options) }
  }
}

extension Invocation {
  /// Does the steps one after the other; what hinders one does not stop the next, as far as that is possible.
  func desk(_ steps: [DeskStep], period: String?, day: DayOption?, _ options: GlobalOptions) throws -> Result {
    guard let asOf = self.day(day), var session = try session(options, .writing) else { return .refused }
    var span: Period?
    if let period {
      span = session.workspace.period(period, log: log)
      if span == nil { return .refused }
    }
    let line = WorkLine()
    defer { line.end() }
    var results: [DeskResult] = []
    for step in steps {
      switch step {
      case .receive: results.append(try session.receive(line.voice, language: language))
      case .todo: results.append(try session.refreshToDo(asOf: asOf, line.voice, language: language))
      case .problems: results.append(try session.refreshProblems(asOf: asOf, line.voice, language: language))
      case .score:
        results.append(
          try session.scoreAll(
            period: span, asOf: day?.asOf == nil ? nil : asOf, line.voice, language: language))
      case .report: results.append(try session.reportAll(period: span, line.voice, language: language))
      case .all: break
      }
    }
    if results.allSatisfy({ $0 == .refused }) { return .refused }
    return results.contains { $0 != .done } ? .findings : .done
  }
}
