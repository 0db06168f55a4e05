import ArgumentParser
import Findings
import Workbench

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "每个单位一行、每个指标一列 · Print every node of the last run, one row a unit.",
    discussion: "例 Example: qingheng show keshi-pingjia --period 2026H1 --format csv")

  @OptionGroup var chosen: RunOptions
  @OptionGroup var format: TableFormatOption
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options),
        let run = try session.run(scheme: chosen.scheme, period: chosen.period)
      else { return .refused }
      let tables = session.tables(of: run, language: invocation.language)
      let stageLine = try session.stageLine(of: run, language: invocation.language)
      if let done = try invocation.writeWorkbook(
        format,
        {
          TableWorkbook(
            tables.heading(), [.init(run.scheme.title, tables.nodes(), lines: [tables.heading(), stageLine ?? ""])])
        })
      {
        return done
      }
      TableOutput(format: format.printed).print(tables.nodes())
      if format.isForPeople, let stageLine { write("\n" + terminalSafe(stageLine) + "\n") }
      return .done
    }
  }
}
