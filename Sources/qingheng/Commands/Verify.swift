import ArgumentParser
import Findings
import Workbench

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "重算已保存的结果并逐项核对 · Compute a kept run again and compare every number.",
    discussion: "例 Example: qingheng verify keshi-pingjia --period 2026H1")

  @Argument(help: "方案 · The scheme's id.") var scheme: String
  @Option(help: "期间（不写则为最近一次评分）· The period (default: that of the latest run).") var period: String?
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options),
        let run = try session.run(scheme: scheme, period: period),
        let result = try session.verify(run)
      else { return .refused }
      write(result.sentence(in: invocation.language) + "\n")
      return result.isSound ? .done : .findings
    }
  }
}
