import ArgumentParser
import Findings
import Schemes
import Workbench

struct TryOut: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "试算：改一个数、一条规则或一项数据，看谁的结果会变 · What would be: change a number, a rule or a measured value.",
    discussion: """
      例 Example:
        qingheng whatif keshi-pingjia --period 2026H1 --set 满意下限=80 --without effects.否决
        qingheng whatif keshi-pingjia --period 2026H1 --set nodes.整改.missing=zero --set "grades.达标.quota={share: 0.4}"
        qingheng whatif keshi-pingjia --period 2026H1 --given 肾病内科:住院满意=95

      各列 Columns (--format csv, json): unit, name, peers, score_before, score_after,
      rank_before, rank_after, grade_before, grade_after, reason。
      before 为改前，after 为改后。
      匿名表怎样取数不在试算之列，以免推算出少数答卷。
      How anonymous tables are read cannot be tried out: two results together would show a few answers.
      """)

  @Argument(help: "方案 · The scheme's id.") var scheme: String
  @Option(help: "期间 · The period.") var period: String
  @Option(help: "方案中的一处改为：路径=值；参数可只写名字 · A part of the scheme: address=value.") var set: [String] = []
  @Option(help: "方案中的一处去掉：路径 · Leave a part of the scheme out: address.") var without: [String] = []
  @Option(help: "一项数据改为：单位:度量=值 · A measured value: unit:measure=value.") var given: [String] = []
  @Flag(help: "没有变化的单位也列出 · Units without a difference too.") var all = false
  @OptionGroup var format: FormatOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if set.isEmpty, without.isEmpty, given.isEmpty {
      throw ValidationError("请用 --set、--without 或 --given 写明改什么 · say what to change: --set, --without or --given")
    }
    for text in set where SchemeEdit(setting: text) == nil {
      throw ValidationError("--set 写成 路径=值，不是“\(text)” · --set takes address=value, not “\(text)”")
    }
    for text in given where GivenValue(text) == nil {
      throw ValidationError("--given 写成 单位:度量=数，不是“\(text)” · --given takes unit:measure=number, not “\(text)”")
    }
  }

  func run() throws {
    try Invocation.run(options) { invocation in
      let edits = set.compactMap(SchemeEdit.init(setting:)) + without.map(SchemeEdit.init(removing:))
      guard let session = try invocation.session(options),
        let period = session.workspace.period(period, log: invocation.log),
        let trial = try session.whatIf(
          scheme: scheme, period: period, edits: edits, given: given.compactMap(GivenValue.init))
      else { return .refused }
      let table = ComparisonTable(
        trial.comparison, language: invocation.language, period: period, isTrial: true)
      printComparison(table, heading: trial.heading(in: invocation.language), all: all, format: format.format)
      return .done
    }
  }
}
