import ArgumentParser
import Findings
import Workbench

struct Titles: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "称号：谁持有、撤销、复核，全部达到还差几个、名额够不够 · Titles held, and what is needed for all to hold one.",
    discussion: """
      例 Example:
        qingheng titles keshi-niandu --as-of 2025-12-31
        qingheng titles keshi-niandu --as-of 2025-12-31 --until 2026 --list
      """)

  @Argument(help: "方案 · The scheme's id.") var scheme: String
  @OptionGroup var day: DayOption
  @Option(help: "到哪一年年底全部达到（默认方案写的 full_by，没有写就是当年）· By the end of which year all should hold it.")
  var until: Int?
  @Flag(help: "逐个列出单位 · List the units one by one.") var list = false
  @OptionGroup var format: TableFormatOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if let until, !(1900...2199).contains(until) {
      throw ValidationError("--until 是年份，如 2026 · --until is a year, such as 2026")
    }
  }

  func run() throws {
    try Invocation.run(options) { invocation in
      guard let day = invocation.day(day), let session = try invocation.session(options),
        let answer = try session.titles(TitleRequest(scheme: scheme, asOf: day, until: until))
      else { return .refused }
      let output = TableOutput(format: format.printed)
      let isChinese = invocation.language == .chinese
      if let done = try invocation.writeWorkbook(
        format,
        {
          TableWorkbook(
            isChinese ? "称号" : "titles",
            [
              .init(
                isChinese ? "各组" : "groups", answer.groups(invocation.language),
                lines: answer.lines(invocation.language)),
              .init(isChinese ? "各单位" : "units", answer.units(invocation.language)),
            ])
        })
      {
        return done
      }
      if !format.isForPeople {
        output.print(list ? answer.units(invocation.language) : answer.groups(invocation.language))
        return .done
      }
      write(answer.lines(invocation.language).map { terminalSafe($0) + "\n" }.joined() + "\n")
      output.print(answer.groups(invocation.language))
      if list {
        write("\n")
        output.print(answer.units(invocation.language))
      }
      return .done
    }
  }
}
