import ArgumentParser
import Workbench

struct Structure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "名次由什么决定：各项占差距多少、哪些不起作用、哪些重复 · What drives the ranking.",
    discussion: """
      例 Example: qingheng structure keshi-pingjia --period 2026H1

      各列 Columns (--format csv, json): indicator, title, nominal_weight, effective_weight,
      spread_share, r, units, note；--pairs: indicator, other, r, units, note。
      """)

  @OptionGroup var chosen: RunOptions
  @Flag(help: "列出指标两两之间的相关 · The correlations of all pairs instead.") var pairs = false
  @OptionGroup var format: TableFormatOption
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options),
        let run = try session.run(scheme: chosen.scheme, period: chosen.period)
      else { return .refused }
      let language = invocation.language
      let answer = session.structure(of: run)
      let heading = session.tables(of: run, language: language).heading()
      return try invocation.show(
        AnalysisOutput(
          title: heading, findings: answer.findings(language), method: answer.method(language),
          tables: [
            ("structure", pairs ? answer.pairs(language) : answer.table(language))
          ] + (format.out != nil && !pairs ? [("pairs", answer.pairs(language))] : [])),
        format)
    }
  }
}
