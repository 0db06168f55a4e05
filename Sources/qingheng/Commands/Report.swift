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
  @Option(help: "只写这个单位的一份（底稿逐个单位写时）· Only this unit's, of a notebook with one document for each.")
  var unit: String?
  @Option(help: "未销号问题和应报应办截至哪一天（默认同评分）· The day of open problems and obligations (default: the run's).")
  var asOf: String?
  @Option(help: "改底稿题头的一个 params 值，可写多次 · Gives one of the notebook's params; may be repeated.")
  var set: [String] = []
  @Option(help: "输出文件夹 · The folder for the documents.") var out = "out"
  @Option(
    parsing: .upToNextOption, help: "写成什么（docx html md，不写则全写）· Which files (default: docx, html and md with pictures).")
  var formats: [ReportFormat] = []
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    for text in set where !text.dropFirst().contains("=") {
      throw ValidationError("--set 名字=值 · --set NAME=VALUE: \(text)")
    }
  }

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options) else { return .refused }
      var request = ReportRequest(notebook: notebook, folder: out)
      if let asOf {
        guard let day = invocation.day(written: asOf) else { return .refused }
        request.asOf = day
      }
      (request.scheme, request.period, request.unit) = (scheme, period, unit)
      for text in set {
        guard let equals = text.firstIndex(of: "=") else { continue }
        request.given[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      if !formats.isEmpty { request.formats = Set(formats) }
      guard let files = try session.writeReport(request) else { return .refused }
      for file in files { write(terminalSafe(file) + "\n") }
      return invocation.log.hasProblems ? .findings : .done
    }
  }
}
