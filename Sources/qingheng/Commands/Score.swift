import ArgumentParser
import Findings
import Workbench

struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "按方案评分并保存 · Score a scheme for a period and keep the run.",
    discussion: "例 Example: qingheng score keshi-pingjia --period 2026H1")

  @Argument(help: "方案 · The scheme's id.") var scheme: String
  @OptionGroup var period: PeriodOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      let asOf = invocation.asOf(period)
      guard asOf.isLegal, let session = try invocation.session(options, .writing),
        let span = session.workspace.period(period.period, log: invocation.log),
        let run = try session.score(scheme: scheme, period: span, asOf: asOf.date)
      else { return .refused }
      for finding in run.record.findings { invocation.log.add(finding) }
      try session.tellOfFinal(before: run)
      try session.tellOfEarlierEvents(before: run)
      let tables = session.tables(of: run, language: invocation.language)
      write(terminalSafe(tables.heading()) + "\n" + terminalSafe(tables.footing()) + "\n")
      if let line = try session.stageLine(of: run, language: invocation.language) { write(terminalSafe(line) + "\n") }
      return .done
    }
  }
}
