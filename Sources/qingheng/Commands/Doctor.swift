import ArgumentParser
import Workbench

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "检查数据库、字体与设置 · Check database, fonts and settings.", discussion: "例 Example: qingheng doctor")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options, .writing) else { return .refused }
      for line in try session.examine(language: invocation.language) { write(line + "\n") }
      return invocation.log.hasProblems ? .findings : .done
    }
  }
}
