import ArgumentParser
import Findings
import Workbench

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "两个方案在同一期间的结果：谁的等级不同，为什么 · Two schemes over one period: whose grade differs, and why.",
    discussion: """
      例 Example: qingheng compare --scheme keshi-pingjia keshi-pingjia-2027 --period 2026H1

      各列 Columns (--format csv, json): unit, name, peers, score_before, score_after,
      rank_before, rank_after, grade_before, grade_after, reason。
      before 为第一个方案，after 为第二个方案 the first scheme and the second。
      """)

  @Option(parsing: .upToNextOption, help: "两个方案 · Two schemes, both scored.") var scheme: [String]
  @Option(help: "期间 · The period.") var period: String
  @Flag(help: "没有变化的单位也列出 · Units without a difference too.") var all = false
  @OptionGroup var format: FormatOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if scheme.count != 2 { throw ValidationError("--scheme 后面写两个方案 · name two schemes after --scheme") }
  }

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options),
        let period = session.workspace.period(period, log: invocation.log),
        let pair = try session.compare(schemes: scheme[0], scheme[1], period: period)
      else { return .refused }
      let table = ComparisonTable(pair.comparison, language: invocation.language, period: period)
      printComparison(table, heading: pair.heading(in: invocation.language), all: all, format: format.format)
      return .done
    }
  }
}

/// Heading and sentences only where people read.
func printComparison(_ table: ComparisonTable, heading: [String], all: Bool, format: OutputFormat) {
  if format == .table {
    write((heading + table.sentences()).map { terminalSafe($0) + "\n" }.joined() + "\n")
  }
  let rows = table.table(all: all)
  if format != .table || rows.rowCount > 0 { TableOutput(format: format).print(rows) }
}
