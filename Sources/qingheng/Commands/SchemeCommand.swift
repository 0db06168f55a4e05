import ArgumentParser
import Findings
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
      guard let session = try invocation.session(options) else { return .refused }
      var old = period == nil ? try session.schemeText(first) : nil
      if let name = period {
        guard let period = session.workspace.period(name, log: invocation.log) else { return .refused }
        old = try session.schemeText(first, period: period)
      }
      guard let old, let new = try session.schemeText(second ?? first) else { return .refused }
      write(schemeDifferences(from: old, to: new, language: invocation.language).text)
      return .done
    }
  }
}
