import ArgumentParser
import Findings
import Workbench

struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "一行数据的来历：各批次中的样子，谁何时导入，改了什么 · Every version of a row: when, by whom, what changed.",
    discussion: """
      例 Example: qingheng history 问题台账 W5
                  qingheng history 处分 CF-2026-003 --format csv

      匿名表只列批次；受保护的表只列编号和日期。Of anonymous tables batches only; of protected ones the key and days.
      """)

  @Argument(help: "表名，或 体系/表名 · The table, or system/table.") var table: String
  @Argument(help: "这一行的编号（表规格的 key，依次写出）· The cells of the row's key, in order.") var key: [String] = []
  @OptionGroup var format: FormatOption
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options),
        let history = try session.history(table: table, key: key, language: invocation.language)
      else { return .refused }
      if format.format == .table {
        for sentence in history.sentences { write(terminalSafe(sentence) + "\n") }
      }
      TableOutput(format: format.format).print(history.table)
      return .done
    }
  }
}
