import ArgumentParser
import Findings
import Schemes
import Workbench

struct SchemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scheme", abstract: "方案之间的差别 · What differs between schemes.",
    subcommands: [SchemeDiff.self])
}

struct SchemeDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "用文字说明两个方案差在哪里 · Say in words what differs between two schemes.",
    discussion: """
      例 Example:
        qingheng scheme diff keshi-pingjia keshi-pingjia-2027
        qingheng scheme diff keshi-pingjia 修订稿.yaml
        qingheng scheme diff keshi-pingjia --period 2026H1    （该期评分时所用的，与现在的文件 · as scored then, and the file of today）
      """)

  @Argument(help: "方案或文件 · A scheme's id, or a file.") var first: String
  @Argument(help: "另一个方案或文件 · Another.") var second: String?
  @Option(help: "前者取该期间评分时所用的 · Take the first as it was when this period was scored.") var period: String?
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if second == nil, period == nil {
      throw ValidationError("请写两个方案，或一个方案和 --period · name two schemes, or one and --period")
    }
  }

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let workspace = invocation.workspace(options), let old = try former(invocation, workspace),
        let new = schemeText(second ?? first, in: workspace, log: invocation.log)
      else { return .refused }
      write(schemeDifferences(from: old, to: new, language: invocation.language).text)
      return .done
    }
  }

  private func former(_ invocation: Invocation, _ workspace: Workspace) throws -> SchemeText? {
    guard let period else { return schemeText(first, in: workspace, log: invocation.log) }
    guard let session = try invocation.session(options),
      let span = workspace.period(period, log: invocation.log)
    else { return nil }
    return try session.schemeText(first, period: span)
  }
}
