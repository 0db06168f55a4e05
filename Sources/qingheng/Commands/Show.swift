import ArgumentParser
import Findings
import Workbench

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "每个单位一行、每个指标一列 · Print every node of the last run, one row a unit.",
    discussion: "例 Example: qingheng show keshi-pingjia --period 2026H1 --format csv")

  @OptionGroup var chosen: RunOptions
  @OptionGroup var format: FormatOption
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options),
        let run = try session.run(scheme: chosen.scheme, period: chosen.period)
      else { return .refused }
      TableOutput(format: format.format).print(session.tables(of: run, language: invocation.language).nodes())
      if format.format == .table, let line = try session.stageLine(of: run, language: invocation.language) {
        write("\n" + terminalSafe(line) + "\n")
      }
      return .done
    }
  }
}
