import ArgumentParser
import Findings
import Workbench

struct Rank: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "打印名次 · Print the ranking of the last run.",
    discussion: "例 Example: qingheng rank keshi-pingjia --period 2026H1 --format csv")

  @Argument(help: "方案 · The scheme's id.") var scheme: String
  @Option(help: "期间（不写则为最近一次评分）· The period (default: that of the latest run).") var period: String?
  @OptionGroup var format: FormatOption
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options),
        let run = try session.run(scheme: scheme, period: period)
      else { return .refused }
      let tables = session.tables(of: run, language: invocation.language)
      if format.format == .table { write(terminalSafe(tables.heading()) + "\n\n") }
      TableOutput(format: format.format).print(tables.ranking())
      let contests = tables.contests()
      if format.format == .table, !contests.isEmpty {
        write("\n" + contests.map { terminalSafe($0) + "\n" }.joined())
      }
      if format.format == .table { write("\n" + terminalSafe(tables.footing()) + "\n") }
      return .done
    }
  }
}
