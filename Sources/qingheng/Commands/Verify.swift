import ArgumentParser
import Findings
import Workbench

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "重算已保存的结果并逐项核对 · Compute a kept run again and compare every number.",
    discussion: "例 Example: qingheng verify keshi-pingjia --period 2026H1")

  @Argument(help: "方案 · The scheme's id.") var scheme: String
  @Option(help: "期间 · The period.") var period: String
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options),
        let period = session.workspace.period(period, log: invocation.log),
        let result = try session.verify(scheme: scheme, period: period)
      else { return .refused }
      write(result.sentence(in: invocation.language) + "\n")
      return result.differences == 0 ? .done : .findings
    }
  }
}
