import ArgumentParser
import Findings
import Register
import Store
import Workbench

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "两个方案、一个方案的两稿，或两个期间的结果：差在哪里，为什么 · Two schemes, two drafts of one, or two periods: what differs, and why.",
    discussion: """
      例 Example: qingheng compare --scheme keshi-pingjia keshi-pingjia-2027 --period 2026H1
      例 Example: qingheng compare --scheme keshi-pingjia --stages 征求意见稿 定稿 --period 2026H1
      例 Example: qingheng compare --scheme keshi-pingjia --periods 2025H1 2026H1 --unit 肾病内科

      各列 Columns (--format csv, json): unit, name, peers, score_before, score_after,
      rank_before, rank_after, grade_before, grade_after, reason。
      before 为第一个，after 为第二个 the first and the second。
      --periods: unit, name, before, after, change, reason；一个单位 of one unit: part, change。
      各部分相加恰为总变化 The parts add up to the change.
      """)

  @Option(
    parsing: .upToNextOption,
    help: "两个方案，或与 --stages、--periods 一起写一个 · Two schemes, both scored; one with --stages or --periods.")
  var scheme: [String]
  @Option(parsing: .upToNextOption, help: "两稿：征求意见稿、报审稿、定稿 · Two of consultation, submission, final.")
  var stages: [String] = []
  @Option(parsing: .upToNextOption, help: "两个期间，先写早的 · Two periods, the earlier first.") var periods: [String] = []
  @Option(help: "与 --periods 一起：分解一个单位的变化 · With --periods: take one unit's change apart.") var unit: String?
  @Option(help: "期间 · The period.") var period: String?
  @Flag(help: "没有变化的单位也列出 · Units without a difference too.") var all = false
  @OptionGroup var format: TableFormatOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    let drafts = stages.map { DraftStage(written: $0) }
    if !stages.isEmpty, scheme.count != 1 || drafts.count != 2 || drafts.contains(nil) {
      throw ValidationError(
        "--stages 后面写征求意见稿、报审稿、定稿中的两个，--scheme 后面写一个方案 · name two of consultation, submission and final after --stages, and one scheme"
      )
    }
    if !periods.isEmpty {
      if periods.count != 2 || scheme.count != 1 || !stages.isEmpty || period != nil {
        throw ValidationError(
          "--periods 后面写两个期间，--scheme 后面写一个方案，不写 --period · name two periods after --periods, and one scheme")
      }
      let named = periods.compactMap(Period.init(parsing:))
      if named.count == 2, named[0].grain != named[1].grain {
        throw ValidationError("--periods 的两个期间应当一样长 · both of --periods are of one length")
      }
      return
    }
    if period == nil || unit != nil {
      throw ValidationError("写 --period；--unit 与 --periods 同用 · write --period; --unit goes with --periods")
    }
    if stages.isEmpty, scheme.count != 2 { throw ValidationError("--scheme 后面写两个方案 · name two schemes after --scheme") }
  }

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options) else { return .refused }
      if !periods.isEmpty { return try showPeriods(session, invocation) }
      guard let period = session.workspace.period(period ?? "", log: invocation.log),
        let pair = try pair(session, period)
      else { return .refused }
      let table = ComparisonTable(pair.comparison, language: invocation.language, period: period)
      let heading = pair.heading(in: invocation.language)
      if let done = try invocation.writeWorkbook(
        format,
        {
          TableWorkbook(
            heading.first ?? "", [.init("compare", table.table(all: all), lines: heading + table.sentences())])
        })
      {
        return done
      }
      printComparison(table, heading: heading, all: all, format: format.printed)
      return .done
    }
  }

  private func showPeriods(_ session: Session, _ invocation: Invocation) throws -> Invocation.Result {
    let named = periods.compactMap { session.workspace.period($0, log: invocation.log) }
    guard named.count == 2,
      let answer = try session.compare(scheme: scheme[0], periods: named[0], named[1], unit: unit)
    else { return .refused }
    let language = invocation.language
    return try invocation.show(
      AnalysisOutput(
        title: answer.heading(language), findings: answer.findings(language), method: answer.method(language),
        tables: [("changes", answer.table(language))]), format)
  }

  private func pair(_ session: Session, _ period: Period) throws -> RunPair? {
    let drafts = stages.compactMap { DraftStage(written: $0) }
    return drafts.count == 2
      ? try session.compare(scheme: scheme[0], period: period, stages: drafts[0], drafts[1])
      : try session.compare(schemes: scheme[0], scheme[1], period: period)
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
