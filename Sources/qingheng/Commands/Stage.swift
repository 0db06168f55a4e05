import ArgumentParser
import Findings
import Register
import Store
import Workbench

struct Stage: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "登记征求意见稿、报审稿、定稿；不写 --as 则列出已登记的 · Record drafts and the final result; without --as: list them.",
    discussion: "例 Example: qingheng stage keshi-pingjia --period 2026H1 --as 征求意见稿 --role 清廉办 --date 2026-07-20")

  @Argument(help: "方案 · The scheme's id.") var scheme: String
  @Option(help: "期间 · The period.") var period: String
  @Option(name: .customLong("as"), help: "征求意见稿、报审稿、定稿 · consultation, submission, final.") var stage: String?
  @Option(help: "由谁发出：角色，不写姓名 · Who sends it out: a role, no name.") var role: String = ""
  @Option(help: "日期（不写则为今天）· The day (default: today).") var date: String?
  @Option(help: "理由：定稿后重新公布、带提醒定稿、撤回 · Why: a final result is opened again, is final with warnings, or is undone.")
  var reason: String = ""
  @Flag(help: "明知评分时有提醒仍定稿，须写 --reason · Declare final what was scored with warnings; needs --reason.")
  var acceptWarnings = false
  @Flag(help: "撤回登记错的最后一稿，须写 --role 和 --reason · Undo the last stage; needs --role and --reason.")
  var undo = false
  @OptionGroup var format: FormatOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if undo, stage != nil || date != nil {
      throw ValidationError("--undo 不与 --as、--date 同用 · --undo goes without --as and --date")
    }
    if let stage, DraftStage(written: stage) == nil {
      throw ValidationError(
        "--as 是征求意见稿、报审稿、定稿之一，不是“\(terminalSafe(stage))” · --as is consultation, submission or final, not “\(terminalSafe(stage))”"
      )
    }
  }

  func run() throws {
    try Invocation.run(options) { invocation in
      let language = invocation.language
      guard let session = try invocation.session(options, stage == nil && !undo ? .reading : .writing),
        let period = session.workspace.period(period, log: invocation.log)
      else { return .refused }
      if undo {
        let line = try session.withdrawStage(
          scheme: scheme, period: period, role: role, reason: reason, language: language)
        if let line { write(terminalSafe(line) + "\n") }
        return line == nil ? .refused : .done
      }
      guard let stage = stage.flatMap(DraftStage.init(written:)) else {
        TableOutput(format: format.format).print(
          try session.stages(scheme: scheme, period: period, language: language))
        return .done
      }
      let request = Session.StageRequest(
        stage: stage, role: role, day: date, reason: reason, acceptsWarnings: acceptWarnings)
      guard let line = try session.stage(scheme: scheme, period: period, request, language: language) else {
        return .refused
      }
      write(terminalSafe(line) + "\n")
      return .done
    }
  }
}
