import ArgumentParser
import Findings
import Foundation
import Workbench

struct Template: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "出表：填报表、评分表、征求意见表（.xlsx，WPS 可直接填）· Make forms, score sheets and comment sheets.",
    discussion: """
      例 Example:
        qingheng template --list
        qingheng template 宣传稿件 --period 2026H1
        qingheng template 宣传稿件 --period 2026H1 --unit 肾病内科 --out 肾病内科.xlsx
        qingheng template 走访评分 --period 2026H1 --assessors P11 P12 --each 板块
        qingheng template --comment keshi-pingjia --period 2026H1 --unit 肾病内科

      不写 --out 时放在 out/forms；已有的文件不覆盖。
      Without --out, files go to out/forms; what is there is never written over.
      """)

  @Argument(help: "表名，或 体系/表名 · The table, or system/table.") var table: String?
  @Flag(help: "列出各表 · List the tables.") var list = false
  @Option(help: "征求哪个方案的意见 · The scheme whose result the unit is asked about.") var comment: String?
  @Option(help: "期间 · The period.") var period: String?
  @Option(help: "单位：编码、名称或别名；可写多次 · A unit; may be repeated.") var unit: [String] = []
  @Option(
    parsing: .upToNextOption, help: "评分人，或每行一人的文本文件：每人一份评分表 · Assessors, or a text file with one a line.")
  var assessors: [String] = []
  @Option(help: "哪一列写评分人（看得出时不必写）· The column that names the assessor.") var assessorColumn: String?
  @Option(help: "每个单位按这一列的每个值各一行，如板块；可写多次 · A row for each value of this column.") var each: [String] = []
  @Option(help: "写到哪个文件；评分表写到哪个文件夹 · The file, or of score sheets the folder.") var out: String?
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    let asked = [table != nil, list, comment != nil].count { $0 }
    if asked != 1 {
      throw ValidationError(
        "请写一个表名、--list 或 --comment 方案 · name a table, --list, or --comment SCHEME")
    }
    if comment != nil, unit.count != 1 || !assessors.isEmpty || !each.isEmpty {
      throw ValidationError("--comment 要写一个 --unit · --comment needs one --unit")
    }
    if assessors.isEmpty, assessorColumn != nil || !each.isEmpty {
      throw ValidationError(
        "--assessor-column 和 --each 与 --assessors 同用 · --assessor-column and --each go with --assessors")
    }
    if let out, assessors.isEmpty, !out.lowercased().hasSuffix(".xlsx") {
      throw ValidationError("--out 应以 .xlsx 结尾 · --out ends in .xlsx")
    }
  }

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options, comment == nil ? .writing : .reading) else {
        return .refused
      }
      if list {
        TableOutput(format: .table).print(session.listForms(language: invocation.language))
        return .done
      }
      guard let paths = try paths(session) else { return .refused }
      for path in paths {
        write((invocation.language == .chinese ? "已写入 " : "wrote ") + terminalSafe(path) + "\n")
      }
      return invocation.log.hasProblems ? .findings : .done
    }
  }

  private func paths(_ session: Session) throws -> [String]? {
    if let comment {
      return try session.run(scheme: comment, period: period).flatMap {
        try session.writeComments($0, unit: unit[0], output: out)
      }.map { [$0] }
    }
    return try session.writeForms(
      FormRequest(
        table: table ?? "", period: period, units: unit, assessors: assessors.isEmpty ? nil : names(),
        assessorColumn: assessorColumn, items: each, output: out))
  }

  /// The names as given; of one file, its lines, of a CSV the first cells.
  private func names() -> [String] {
    guard assessors.count == 1, let data = FileManager.default.contents(atPath: assessors[0]) else { return assessors }
    let text = String(decoding: data, as: UTF8.self).replacing("\u{FEFF}", with: "")
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      let first = line.split(separator: ",", omittingEmptySubsequences: false).first ?? ""
      let name = first.trimmingCharacters(in: .whitespaces)
      return name.isEmpty ? nil : name
    }
  }
}
