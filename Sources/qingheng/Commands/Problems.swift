import ArgumentParser
import Findings
import Ledgers
import Register
import Workbench

struct Problems: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "问题台账：状态、时限、重复、存疑，最急的在前 · List the problems of ledgers, the most urgent first.",
    discussion: """
      例 Example:
        qingheng problems --as-of 2026-06-30
        qingheng problems --unit 肾病内科 --state 超期
        qingheng problems --ledger 整改清单 --format csv
        qingheng problems --as-of 2026-06-30 --out 问题.xlsx
      """)

  @OptionGroup var day: DayOption
  @Option(help: "系统（datasets 下的文件夹名）· The system.") var system: String?
  @Option(help: "单位的代码、名称或别名，含其下和归属于它的单位 · A unit, with those below it and its members.") var unit: String?
  @Option(
    help: ArgumentHelp(
      "只列哪些：超期、将到期、未销号、已完成待销号、已销号、待回头看、重复、存疑、时限不明等 · Which: overdue, soon, open, verified, revisit, repeat, doubtful, no-deadline …"
    )) var state: String?
  @Option(help: "台账 · The ledger.") var ledger: String?
  @OptionGroup var format: TableFormatOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard let state, ProblemFilter(state) == nil else { return }
    let words = ProblemFilter.words.map(\.word)
    let guess = nearMiss(to: state, among: words)
    throw ValidationError(
      """
      --state 没有“\(terminalSafe(state))”。\(guess.map { "是否即“\($0)”？" } ?? "")可用：\(words.joined(separator: "、")) · \
      --state knows no “\(terminalSafe(state))”.\(guess.map { " Did you mean “\($0)”?" } ?? "")
      """)
  }

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let asOf = invocation.day(day) else { return .refused }
      let request = Session.ProblemRequest(
        asOf: asOf, system: system, unit: unit, filter: state.flatMap { ProblemFilter($0) }, ledger: ledger)
      guard let session = try invocation.session(options),
        let reports = try session.problems(request, language: invocation.language)
      else { return .refused }
      let parts = reports.map { TableWorkbook.Part($0.ledger, $0.table, lines: [$0.ledger, $0.summary]) }
      if let done = try invocation.writeWorkbook(format, { TableWorkbook(toDo: "问题台账", parts, asOf: asOf) }) {
        return done
      }
      for (index, report) in reports.enumerated() {
        if format.isForPeople {
          write("\(index > 0 ? "\n" : "")\(terminalSafe(report.ledger)) · \(terminalSafe(report.summary))\n")
        }
        if report.table.rowCount > 0 || !format.isForPeople {
          if format.isForPeople { write("\n") }
          TableOutput(format: format.printed).print(report.table)
        }
      }
      return .done
    }
  }
}
