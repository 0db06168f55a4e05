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
        qingheng titles keshi-niandu zhineng-niandu --as-of 2025-12-31
      """)

  @Argument(help: "方案；写几个，最后合计 · The scheme's id; of several the sum is told, too.") var schemes: [String]
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
      guard let day = invocation.day(day), let session = try invocation.session(options) else { return .refused }
      var answers: [TitleAnswer] = []
      for scheme in schemes {
        guard let answer = try session.titles(TitleRequest(scheme: scheme, asOf: day, until: until)) else {
          return .refused
        }
        answers.append(answer)
      }
      let sum = TitlesTogether(answers).line(invocation.language)
      if let done = try invocation.writeWorkbook(format, { workbook(answers, sum: sum, invocation.language) }) {
        return done
      }
      for (index, answer) in answers.enumerated() {
        if index > 0 { write("\n") }
        print(answer, invocation)
      }
      if format.isForPeople, let sum { write("\n" + terminalSafe(sum) + "\n") }
      return .done
    }
  }

  /// A sheet of groups and one of units a scheme.
  private func workbook(_ answers: [TitleAnswer], sum: String?, _ language: Language) -> TableWorkbook {
    let isChinese = language == .chinese
    let sheets = zip(schemes, answers).flatMap { scheme, answer in
      let mark = answers.count > 1 ? " \(scheme)" : ""
      return [
        TableWorkbook.Part(
          (isChinese ? "各组" : "groups") + mark, answer.groups(language),
          lines: answer.lines(language) + (sum.map { [$0] } ?? [])),
        TableWorkbook.Part((isChinese ? "各单位" : "units") + mark, answer.units(language)),
      ]
    }
    return TableWorkbook(isChinese ? "称号" : "titles", sheets)
  }

  private func print(_ answer: TitleAnswer, _ invocation: Invocation) {
    let output = TableOutput(format: format.printed)
    if !format.isForPeople {
      output.print(list ? answer.units(invocation.language) : answer.groups(invocation.language))
      return
    }
    write(answer.lines(invocation.language).map { terminalSafe($0) + "\n" }.joined() + "\n")
    output.print(answer.groups(invocation.language))
    if list {
      write("\n")
      output.print(answer.units(invocation.language))
    }
  }
}
