import ArgumentParser
import Schemes
import Workbench

struct RobustnessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "robustness",
    abstract: "名次和等级稳不稳：权重浮动、做法改换 · Whether ranks and grades stand when choices are made otherwise.",
    discussion: """
      例 Example:
        qingheng robustness keshi-pingjia --period 2026H1 --weights 20 --draws 1000
        qingheng robustness keshi-pingjia --period 2026H1 --aggregation geometric --missing zero --switches
        qingheng robustness keshi-pingjia --period 2026H1 --choice grades.达标.at_least=85 --draw 17

      各列 Columns (--format csv, json): unit, name, peers, rank, rank_median, rank_p5, rank_p95, grade,
      grade_kept, decided_by；--switches: choice, alternative, regraded, reranked, greatest_shift, note。
      算不出的做法列明原因，不跳过。What cannot be computed is listed with its reason.
      """)

  @OptionGroup var chosen: RunOptions
  @Option(help: "权重上下浮动百分之几 · By how many per cent weights move.") var weights: Double = 20
  @Option(help: "抽取次数 · How many draws.") var draws = 1000
  @Option(help: "种子 · The seed: with the number of a draw it fixes the draw.") var seed: UInt64 = 2026
  @Option(help: "合成改为 mean、geometric、harmonic、min · Another aggregation.") var aggregation: [String] = []
  @Option(help: "标准化改为 minmax、zscore、percentile · Another scale.") var scale: [String] = []
  @Option(help: "缺失改为 renormalise、zero、not_graded、propagate · Another policy for what is missing.")
  var missing: [String] = []
  @Option(help: "方案中的一处另作选择：路径=值 · A part of the scheme otherwise: address=value.") var choice: [String] = []
  @Flag(help: "列出逐一改换各做法的结果 · The table of choices, one at a time.") var switches = false
  @Option(help: "重现第几次抽取 · Show this draw again.") var draw: Int?
  @OptionGroup var format: TableFormatOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard (0...100).contains(weights) else {
      throw ValidationError("--weights 是 0 到 100 · --weights is 0 to 100")
    }
    guard (0...100_000).contains(draws) else {
      throw ValidationError("--draws 是 0 到 100000 · --draws is 0 to 100000")
    }
    if let draw, draw < 1 || draw > draws {
      throw ValidationError("--draw 是 1 到 \(draws) · --draw is 1 to \(draws)")
    }
    for word in aggregation where RobustnessRequest.aggregation(word) == nil {
      throw ValidationError("--aggregation 没有“\(word)”：mean、geometric、harmonic、min · no such aggregation")
    }
    for word in scale where RobustnessRequest.Scale(rawValue: word) == nil {
      throw ValidationError("--scale 没有“\(word)”：minmax、zscore、percentile · no such scale")
    }
    for word in missing where MissingPolicy(rawValue: word) == nil {
      throw ValidationError("--missing 没有“\(word)”：renormalise、zero、not_graded、propagate · no such policy")
    }
    for text in choice where SchemeEdit(setting: text) == nil {
      throw ValidationError("--choice 写成 路径=值，不是“\(text)” · --choice takes address=value, not “\(text)”")
    }
    guard choice.count <= 8 else { throw ValidationError("--choice 最多8处 · at most 8") }
  }

  private var request: RobustnessRequest {
    var request = RobustnessRequest(weights: weights / 100, draws: draws, seed: seed)
    request.aggregations = aggregation.compactMap(RobustnessRequest.aggregation)
    request.scales = scale.compactMap(RobustnessRequest.Scale.init(rawValue:))
    request.missing = missing.compactMap(MissingPolicy.init(rawValue:))
    request.edits = choice.compactMap(SchemeEdit.init(setting:))
    return request
  }

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options),
        let run = try session.run(scheme: chosen.scheme, period: chosen.period),
        let answer = try session.robustness(of: run, request)
      else { return .refused }
      let language = invocation.language
      if let draw { return try show(answer, draw: draw, invocation) }
      return try invocation.show(
        AnalysisOutput(
          title: session.tables(of: run, language: language).heading(), findings: answer.findings(language),
          method: answer.method(language),
          tables: switches
            ? [("choices", answer.switches(language))]
            : [("units", answer.units(language))]
              + (format.out != nil ? [("choices", answer.switches(language))] : [])),
        format)
    }
  }

  private func show(_ answer: RobustnessAnswer, draw: Int, _ invocation: Invocation) throws -> Invocation.Result {
    let found = answer.draw(draw, invocation.language)
    return try invocation.show(
      AnalysisOutput(
        title: found.lines[0], findings: Array(found.lines.dropFirst()),
        method: [],
        tables: (found.units.map { [("draw", $0)] } ?? [])
          + (format.isForPeople || format.out != nil ? [("weights", found.weights)] : [])), format)
  }
}
