import ArgumentParser
import Findings
import Reports
import Workbench

extension ReportFormat: ExpressibleByArgument {}

struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "写报告：Word（DOCX）、单个 HTML、Markdown 与图 · Write a report from a notebook.",
    discussion: "例 Example: qingheng report notebooks-md/leaders.md --period 2026H1")

  @Argument(help: "报告底稿 · The notebook, inside the workspace.") var notebook: String
  @Option(help: "方案（不写则按底稿）· The scheme (default: the notebook's).") var scheme: String?
  @Option(help: "期间（不写则按底稿）· The period (default: the notebook's).") var period: String?
  @Option(help: "输出文件夹 · The folder for the documents.") var out = "out"
  @Option(
    parsing: .upToNextOption, help: "写成什么（docx html md，不写则全写）· Which files (default: docx, html and md with pictures).")
  var formats: [ReportFormat] = []
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options),
        let files = try session.writeReport(
          notebook, scheme: scheme, period: period,
          formats: Set(formats.isEmpty ? ReportFormat.allCases : formats), into: out)
      else { return .refused }
      for file in files { write(terminalSafe(file) + "\n") }
      return invocation.log.hasProblems ? .findings : .done
    }
  }
}
