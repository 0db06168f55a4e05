import ArgumentParser
import Findings
import Store
import Workbench

struct Rank: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "打印名次 · Print the ranking of the last run.",
    discussion: "例 Example: qingheng rank keshi-pingjia --period 2026H1 --format csv")

  @OptionGroup var chosen: RunOptions
  @Option(help: "哪一稿：征求意见稿、报审稿、定稿 · Which draft: consultation, submission, final.") var stage: String?
  @OptionGroup var format: TableFormatOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard let stage else { return }
    if DraftStage(written: stage) == nil || chosen.period == nil {
      throw ValidationError(
        "--stage 是征求意见稿、报审稿、定稿之一，并要写 --period · --stage is consultation, submission or final, and needs --period")
    }
  }

  private func run(_ session: Session, _ log: FindingLog) throws -> CompletedRun? {
    guard let stage = stage.flatMap(DraftStage.init(written:)), let text = chosen.period else {
      return try session.run(scheme: chosen.scheme, period: chosen.period)
    }
    return try session.workspace.period(text, log: log).flatMap {
      try session.run(scheme: chosen.scheme, period: $0, stage: stage)
    }
  }

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let session = try invocation.session(options), let run = try run(session, invocation.log)
      else { return .refused }
      let tables = session.tables(of: run, language: invocation.language)
      let asked = stage.flatMap(DraftStage.init(written:))
      let stageLine = try session.stageLine(of: run, as: asked, language: invocation.language)
      if let done = try invocation.writeWorkbook(
        format,
        {
          TableWorkbook(
            tables.heading(),
            [
              .init(
                run.scheme.title, tables.ranking(),
                lines: [tables.heading()] + tables.contests() + [tables.footing(), stageLine ?? ""])
            ])
        })
      {
        return done
      }
      if format.isForPeople { write(terminalSafe(tables.heading()) + "\n\n") }
      TableOutput(format: format.printed).print(tables.ranking())
      let contests = tables.contests()
      if format.isForPeople, !contests.isEmpty {
        write("\n" + contests.map { terminalSafe($0) + "\n" }.joined())
      }
      if format.isForPeople {
        write("\n" + terminalSafe(tables.footing()) + "\n")
        if let stageLine { write(terminalSafe(stageLine) + "\n") }
      }
      return .done
    }
  }
}
