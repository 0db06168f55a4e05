import ArgumentParser
import Findings
import Workbench

struct Chart: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "画图 · Draw a chart as PNG or SVG.",
    discussion: "例 Example: qingheng chart charts/ranking.yaml --scheme keshi-pingjia --period 2026H1 --out out/")

  @Argument(help: "图表规格 · The chart spec, inside the workspace.") var spec: String
  @Option(help: "方案 · The scheme.") var scheme: String?
  @Option(help: "期间 · The period.") var period: String?
  @Option(help: "输出文件夹，或以 .svg、.png 结尾的文件名 · The folder for the pictures, or a file ending in .svg or .png.") var out =
    "out"
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options),
        let run = try session.run(scheme: scheme, period: period),
        let files = try session.drawChart(spec, of: run, into: out)
      else { return .refused }
      for file in files { write(terminalSafe(file) + "\n") }
      return .done
    }
  }
}
