import ArgumentParser
import Findings
import Foundation
import Workbench

struct Survey: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "问卷：起草规格、生成规格、查看粗答 · Surveys: draft a spec, make it, look at careless answers.",
    discussion: "例 Example: qingheng survey map 12345_按文本_患者满意度_120_120.csv",
    subcommands: [SurveyMap.self, SurveySpec.self, SurveyCareless.self])
}

struct SurveyMap: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "据按文本的导出起草规格，由人核对签字 · Draft a spec from an export by text, for a person to check and sign.",
    discussion: "例 Example: qingheng survey map 12345_按文本_患者满意度_120_120.csv --table 患者问卷 --out 草稿/患者问卷.xlsx")

  @Argument(help: "平台的导出文件 · The exported file.", completion: .file()) var file: String
  @Option(help: "表名 · The table's name.") var table: String = ""
  @Option(help: "表头在第几行 · The row of the header.") var headerRow: Int = 1
  @Option(help: "写到哪个工作簿（.xlsx），或哪个文件夹（CSV）· The workbook (.xlsx), or a folder of CSVs.", completion: .file())
  var out: String?
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if headerRow < 1 { throw ValidationError("--header-row 从1起 · --header-row counts from 1") }
  }

  /// What the draft is called where nobody says: as the table, or the file.
  private var name: String {
    table.isEmpty ? URL(filePath: file).deletingPathExtension().lastPathComponent : table.replacing("/", with: "-")
  }

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options, .writing),
        let line = try session.draftSurvey(
          from: file, table: table, headerRow: headerRow, output: out ?? "out/survey/\(name).xlsx",
          language: invocation.language)
      else { return .refused }
      write(terminalSafe(line) + "\n")
      return .done
    }
  }
}

struct SurveySpec: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spec",
    abstract: "据核对并签字的草稿生成规格 · Make the spec that a checked and signed draft says.",
    discussion: "例 Example: qingheng survey spec 草稿/患者问卷.xlsx --out datasets/体系/tables/患者问卷.yaml")

  @Argument(help: "草稿：工作簿或文件夹 · The draft: a workbook or a folder.", completion: .file()) var draft: String
  @Option(help: "规格写到哪个文件 · Where the spec goes.") var out: String
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options, .writing),
        let line = try session.specFromDraft(draft, to: out, language: invocation.language)
      else { return .refused }
      write(terminalSafe(line) + "\n")
      return .done
    }
  }
}

struct SurveyCareless: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "careless",
    abstract: "各单位的粗答份数；写 --column 则列出计入与不计的平均 · Careless answers by unit; with --column: means with and without.",
    discussion: "例 Example: qingheng survey careless 患者问卷 --period 2026H1 --column 总体满意度")

  @Argument(help: "表名，或 体系/表名 · The table, or system/table.") var table: String
  @Option(help: "期间 · The period.") var period: String
  @Option(help: "哪一列的平均 · The column of the means.") var column: String?
  @OptionGroup var format: FormatOption
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options),
        let period = session.workspace.period(period, log: invocation.log),
        let table = try session.careless(table: table, period: period, column: column, language: invocation.language)
      else { return .refused }
      TableOutput(format: format.format).print(table)
      return .done
    }
  }
}

struct Aliases: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "收下对单位写法的答复 · Take the answers about names of units.",
    discussion: """
      例 Example: qingheng aliases out/names/患者满意度_2026H1.xlsx
                  qingheng aliases --remove 内课 --by 党院办

      导入时名册里没有的写法列在 out/names 下；填好单位、核对人和日期，用本命令收下，再照提示重新导入。
      答错了的用 --remove 撤下，谁何时撤下记在 aliases_removed.csv。
      Names that the register does not know are listed under out/names by an import; fill in unit, role and day, take
      them with this command, and import the file again as it says. --remove takes an answer back, which is recorded.
      """)

  @Argument(help: "填好的表（.xlsx 或 .csv）· The sheet, filled in.", completion: .file()) var file: String?
  @Option(help: "撤下这个别名 · Take this alias back.") var remove: String?
  @Option(help: "由谁撤下（角色）· Who takes it back: a role.") var by: String?
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if (file == nil) == (remove == nil) {
      throw ValidationError("请写填好的表，或 --remove 别名 · name the sheet, or --remove ALIAS")
    }
    if remove != nil, (by ?? "").allSatisfy(\.isWhitespace) {
      throw ValidationError("--remove 要写 --by 角色 · --remove needs --by ROLE")
    }
    if remove == nil, by != nil { throw ValidationError("--by 与 --remove 同用 · --by goes with --remove") }
  }

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options, .writing) else { return .refused }
      let line =
        if let remove {
          try session.removeAlias(remove, by: by ?? "", language: invocation.language)
        } else {
          try session.takeAliases(from: file ?? "", language: invocation.language)
        }
      guard let line else { return .refused }
      write(terminalSafe(line) + "\n")
      return .done
    }
  }
}
