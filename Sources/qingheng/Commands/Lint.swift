import ArgumentParser
import Findings
import Workbench

struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "检查方案与表规格，并运行算例 · Check schemes and table specs, and run their examples.",
    discussion: "例 Example: qingheng lint keshi-pingjia")

  @Argument(help: "方案；不写则全部 · Schemes (default: all).") var schemes: [String] = []
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options, tellsAll: true) { invocation in
      guard let workspace = invocation.workspace(options) else { return .refused }
      guard
        let sentence = try lint(
          workspace, schemes: schemes, language: invocation.language, log: invocation.log)
      else { return .refused }
      write(sentence + "\n")
      return invocation.log.hasProblems || invocation.log.count(.warning) > 0 ? .findings : .done
    }
  }
}
