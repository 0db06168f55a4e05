import ArgumentParser
import Findings
import Workbench

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "重算已保存的结果并逐项核对 · Compute a kept run again and compare every number.",
    discussion: "例 Example: qingheng verify keshi-pingjia --period 2026H1")

  @OptionGroup var chosen: RunOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options),
        let run = try session.run(scheme: chosen.scheme, period: chosen.period),
        let result = try session.verify(run)
      else { return .refused }
      write(result.sentence(in: invocation.language) + "\n")
      return result.isSound ? .done : .findings
    }
  }
}
