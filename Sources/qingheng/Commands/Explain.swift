import ArgumentParser
import Workbench

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "解释一个得分：规则、数据、文件与行 · Explain a score down to file and row.",
    discussion: "例 Example: qingheng explain 肾病内科 整改 --scheme keshi-pingjia --period 2026H1")

  @Argument(help: "单位的名称或编码 · The unit's name or code.") var unit: String
  @Argument(help: "指标，或加减分的代号；不写则为总分 · The node, or the id of an effect (default: the ranked node).") var node: String?
  @Option(help: "方案（只有一个已评分的方案时可省）· The scheme (may be left out if only one was scored).")
  var scheme: String?
  @Option(help: "期间（不写则为最近一次评分）· The period (default: that of the latest run).") var period: String?
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options),
        let run = try session.run(scheme: scheme, period: period),
        let text = try session.explain(run, unit: unit, node: node, language: invocation.language)
      else { return .refused }
      write(text)
      return .done
    }
  }
}
