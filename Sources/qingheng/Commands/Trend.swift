import ArgumentParser
import Register
import Workbench

struct Trend: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "各期得分、名次：与上年同期比、与上期比 · Scores over the periods: beside last year's same half, and the period before.",
    discussion: """
      例 Example:
        qingheng trend 肾病内科 --scheme keshi-pingjia --from 2025H1 --to 2026H1
        qingheng trend --all --scheme keshi-pingjia --from 2025H1 --to 2026H1

      各列 Columns (--format csv, json): period, score, rank, ranked, grade, coverage, since_last_year,
      since_previous, verdict, note；--all: unit, name, peers, score, rank, grade, since_last_year, since_previous, verdict, note。
      方案、问卷等变了就不相减。No difference is taken across another scheme or questionnaire.
      """)

  @Argument(help: "单位的名称或编码 · The unit's name or code.") var unit: String?
  @Flag(help: "所有单位，看最后一期 · Every unit, at the last period.") var all = false
  @Option(help: "方案 · The scheme's id.") var scheme: String
  @Option(help: "从哪一期 · The first period.") var from: String
  @Option(help: "到哪一期 · The last period.") var to: String
  @OptionGroup var format: TableFormatOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if (unit == nil) != all {
      throw ValidationError("写一个单位，或写 --all · name a unit, or write --all")
    }
    if let first = Period(parsing: from), let last = Period(parsing: to),
      first.grain != last.grain || first.start > last.start
    {
      throw ValidationError("--from 不晚于 --to，两者同为半年、季度或年 · --from comes before --to, and is as long")
    }
  }

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options),
        let first = session.workspace.period(from, log: invocation.log),
        let last = session.workspace.period(to, log: invocation.log),
        let answer = try session.trend(scheme: scheme, from: first, to: last, unit: unit)
      else { return .refused }
      let language = invocation.language
      return try invocation.show(
        AnalysisOutput(
          title: answer.heading(language), findings: answer.findings(language), method: answer.method(language),
          tables: [("trend", answer.table(language))]), format)
    }
  }
}
