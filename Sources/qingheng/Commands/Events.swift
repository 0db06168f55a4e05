import ArgumentParser
import Findings
import Workbench

struct Events: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "事项到了哪一步：触发、核实、认定、生效，谁在等谁 · How far events have come, and what waits for whom.",
    discussion: """
      例 Example: qingheng events
                  qingheng events --as-of 2026-06-30 --system keshi --format csv

      只列编号、单位、日期和环节，不列内容。Numbers, units, days and roles only, never contents.
      """)

  @OptionGroup var day: DayOption
  @Option(help: "体系的文件夹名 · One system, by the name of its folder.") var system: String?
  @OptionGroup var format: FormatOption
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let day = invocation.day(day), let session = try invocation.session(options),
        let overview = try session.events(asOf: day, system: system, language: invocation.language)
      else { return .refused }
      // A list that leaves out what cannot be read is not all there is.
      let result: Invocation.Result = invocation.log.count(.warning) > 0 ? .findings : .done
      if format.format == .table {
        for sentence in overview.sentences { write(terminalSafe(sentence) + "\n") }
        guard overview.table.rowCount > 0 else { return result }
        write("\n")
      }
      TableOutput(format: format.format).print(overview.table)
      return result
    }
  }
}
