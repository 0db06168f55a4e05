import ArgumentParser
import Findings
import Workbench

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "导入数据文件 · Import data files.",
    discussion: """
      例 Example: qingheng import 患者满意度_2026H1.csv
                  qingheng import scores.csv --table 走访评分 --period 2026H1 --dry-run
                  qingheng import 收件箱 --review 核对.xlsx
                  qingheng import 问题台账.csv --replaces 3
                  qingheng import 更正.csv --table 问题台账 --amend
                  qingheng import 打分表_甲录.csv --twice 打分表_乙录.csv --table 走访评分

      文件逐个导入：有一个未导入，退出码即为3，其余照常入库。
      Files are imported one by one: code 3 if none was accepted, 1 if some were, or if rows were set aside.

      编号已在库的文件不入库，只列出与原批次的不同；确认是更正后再加 --replaces 或 --amend。
      A file whose keys stand already is compared and refused; --replaces or --amend then carries the correction out.
      """)

  @Argument(help: "文件或文件夹 · Files or folders.", completion: .file()) var files: [String]
  @Option(help: "表名，或 体系/表名 · The table, or system/table.") var table: String?
  @Option(help: "各行的期间 · The rows' period, for tables that take it from here.") var period: String?
  @Option(help: "把搁置的行、不认识的单位和存疑的格写成工作簿，供人填写 · Write what a person must look at as a workbook.", completion: .file())
  var review: String?
  @Option(
    help: "同一批纸质表的另一次录入：两次相同才导入 · Another typing of the same sheets: imported only if both are equal.",
    completion: .file()) var twice: String?
  @Flag(help: "只演练，不写入 · Do everything, keep nothing.") var dryRun = false
  @Flag(help: "受保护的数据库已丢失且无法恢复：另起一个，登记在案 · The protected database is lost for good: begin a new one.")
  var newProtected = false
  @Option(help: "取代这些批次（更正后的整份文件）：3 或 3,5 · Come instead of these batches, whole.") var replaces: String?
  @Flag(help: "只更正文件中的这些行 · Come instead of the rows that have the same keys.") var amend = false
  @OptionGroup var format: FormatOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if let review, !review.lowercased().hasSuffix(".xlsx") {
      throw ValidationError("--review 应以 .xlsx 结尾 · --review ends in .xlsx")
    }
    if let replaces, RequestedCorrection.replacing(replaces) == nil {
      let shown = terminalSafe(replaces)
      throw ValidationError("批次号写作 12、P3 或 3,5，不能是“\(shown)” · Batches are called 12, P3 or 3,5, not “\(shown)”.")
    }
    if replaces != nil, amend {
      throw ValidationError("--replaces 与 --amend 只能用一个 · Either --replaces or --amend, not both.")
    }
    if twice != nil, files.count != 1 {
      throw ValidationError("--twice 只对照一个文件 · --twice goes with one file")
    }
  }

  func run() throws {
    try Invocation.run(options) { invocation in
      guard var session = try invocation.session(options, .writing) else { return .refused }
      let correction = amend ? .amending : replaces.flatMap(RequestedCorrection.replacing(_:)) ?? .none
      let request = ImportRequest(
        files: files, table: table, period: period, isRehearsal: dryRun, correction: correction,
        renewsProtected: newProtected, language: invocation.language, reviewPath: review)
      var comparisons: [FileComparison] = []
      let isTable = format.format == .table
      defer { if dryRun { session.withdraw() } }
      if let twice {
        guard try session.compareTypings(request, second: twice, report: { write(terminalSafe($0) + "\n") })
        else { return .refused }
      }
      // Data alone stand on standard output where a script asks for them.
      let summary = try session.importFiles(request) {
        if isTable { write(terminalSafe($0) + "\n") } else { printError(terminalSafe($0)) }
      } compare: { comparison in
        comparisons.append(comparison)
        guard isTable else { return }
        for line in comparison.sentences(in: invocation.language) { write(terminalSafe(line) + "\n") }
      }
      if !isTable {
        TableOutput(format: format.format).print(FileComparison.table(of: comparisons, in: invocation.language))
      }
      switch summary {
      case .refused: return .refused
      case .withRejects: return .findings
      case .clean: return .done
      }
    }
  }
}
