import ArgumentParser
import Workbench

struct Ranges: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "名次有多大把握：得分区间、名次范围、哪些名次无实质差别 · How sure the ranks are.",
    discussion: """
      例 Example: qingheng ranges keshi-pingjia --period 2026H1

      各列 Columns (--format csv, json): unit, name, peers, score, lo, hi, rank, rank_from, rank_to；
      --places N: inside 各组进前N名的机会% · the chance, in per cent, to be among a group's first N。
      """)

  @OptionGroup var chosen: RunOptions
  @Option(help: "再算进入各组前几名的机会 · Also the chance to be among each group's first so many.") var places: Int?
  @Option(help: "抽取次数 · Draws.") var draws = 2000
  @Option(help: "随机种子，相同种子结果相同 · The seed; the same seed gives the same result.") var seed: UInt64 = 1
  @OptionGroup var format: TableFormatOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if let places, places < 1 { throw ValidationError("--places 从1起 · --places is from 1") }
    if !(100...100_000).contains(draws) {
      throw ValidationError("--draws 应在 100 至 100000 之间 · --draws is from 100 to 100000")
    }
  }

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options),
        let run = try session.run(scheme: chosen.scheme, period: chosen.period)
      else { return .refused }
      let language = invocation.language
      let answer = session.ranges(of: run, places: places, draws: draws, seed: seed)
      return try invocation.show(
        AnalysisOutput(
          title: session.tables(of: run, language: language).heading(), findings: answer.findings(language),
          method: answer.method(language), tables: [("ranges", answer.table(language))]), format)
    }
  }
}
