import ArgumentParser
import Findings
import Foundation
import Workbench

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "新建工作区 · Make a new workspace.", discussion: "例 Example: qingheng init 清廉建设")

  @Argument(help: "文件夹 · The folder.") var folder: String
  @Option(help: "单位名称 · The institution's name.") var institution = ""
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      let made = try createWorkspace(
        at: URL(filePath: folder), institution: institution, language: invocation.language, log: invocation.log)
      guard let made else { return .refused }
      write(made + "\n")
      return .done
    }
  }
}
