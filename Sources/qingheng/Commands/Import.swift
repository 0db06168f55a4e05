import ArgumentParser
import Findings
import Workbench

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "导入数据文件 · Import data files.",
    discussion: """
      例 Example: qingheng import 患者满意度_2026H1.csv
                  qingheng import scores.csv --table 走访评分 --period 2026H1 --dry-run

      文件逐个导入：有一个未导入，退出码即为3，其余照常入库。
      Files are imported one by one: code 3 if none was accepted, 1 if some were, or if rows were set aside.
      """)

  @Argument(help: "文件或文件夹 · Files or folders.", completion: .file()) var files: [String]
  @Option(help: "表名，或 体系/表名 · The table, or system/table.") var table: String?
  @Option(help: "各行的期间 · The rows' period, for tables that take it from here.") var period: String?
  @Flag(help: "只演练，不写入 · Do everything, keep nothing.") var dryRun = false
  @Flag(help: "受保护的数据库已丢失且无法恢复：另起一个，登记在案 · The protected database is lost for good: begin a new one.")
  var newProtected = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      guard var session = try invocation.session(options, .writing) else { return .refused }
      let request = ImportRequest(
        files: files, table: table, period: period, isRehearsal: dryRun, renewsProtected: newProtected,
        language: invocation.language)
      defer { if dryRun { session.withdraw() } }
      let summary = try session.importFiles(request) { write(terminalSafe($0) + "\n") }
      switch summary {
      case .refused: return .refused
      case .withRejects: return .findings
      case .clean: return .done
      }
    }
  }
}
