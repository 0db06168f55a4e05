import ArgumentParser
import Workbench

struct SQL: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "只读查询（仅供内部）· Run one read-only statement (internal use).",
    discussion: "例 Example: qingheng sql 'SELECT name, kind FROM unit' --format csv")

  @Argument(help: "一条 SELECT · One SELECT.") var statement: String
  @OptionGroup var format: FormatOption
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options),
        let table = try session.readOnlySQL(statement)
      else { return .refused }
      TableOutput(format: format.format).print(table)
      return .done
    }
  }
}
