import Findings
import Foundation
import Testing

/// `docs/findings.md` is made of the program's own words: one example of every finding, in both languages.
@Suite("The page of findings")
struct FindingPageTests {
  struct Section: Sendable {
    var module: String
    var title: String
    var findings: [any Finding]
  }

  static let sections = [
    Section(module: "Documents", title: "YAML 文件 · YAML files", findings: documentExamples),
    Section(module: "Tabular", title: "数据文件 · Data files", findings: tabularExamples),
    Section(module: "Tables", title: "数据表规格、行与单元格 · Table specs, rows and cells", findings: tableExamples),
    Section(
      module: "Register", title: "单位名册与工作日历 · Register of units, working-day calendar",
      findings: registerExamples + membershipExamples + calendarExamples),
    Section(module: "Schemes", title: "方案 · Schemes", findings: schemeExamples),
    Section(module: "Obligations", title: "应报应办 · Obligations", findings: obligationExamples),
    Section(module: "Ledgers", title: "问题台账 · Ledgers of problems", findings: ledgerExamples),
    Section(module: "Scoring", title: "评分 · Scoring", findings: scoringExamples),
    Section(module: "Store", title: "数据库 · Database", findings: storeExamples + correctionExamples),
    Section(module: "Charts", title: "图 · Charts", findings: chartExamples),
    Section(module: "Spreadsheets", title: "工作簿 · Workbooks", findings: spreadsheetExamples),
    Section(module: "Reports", title: "报告 · Reports", findings: reportExamples),
    Section(
      module: "Workbench", title: "命令与工作区 · Commands and workspace",
      findings: workbenchExamples + intakeExamples + stageExamples + titleExamples + formExamples + protectedExamples
        + eventExamples + incomingExamples + deskExamples + requestExamples),
  ]

  @Test func isWhatTheProgramSays() throws {
    var page = """
      # 全部提示 Findings

      程序的每条提示都有一个固定的代码，三行文字：发现了什么，数据现在怎么处理，下一步做什么。下面每个代码各举一例，文字由程序生成，其中的名称和数字是举例。
      严重程度：**问题**（problem）是没有被采用的输入；**注意**（warning）是看结果的人必须知道的；**提示**（note）是程序自己作的选择。

      Every finding has a stable code and three lines: what was found, what happens to the data now, what to do next. One example of each code; the words are the program's, the names and numbers are examples.

      """
    for section in Self.sections {
      page += "\n## \(section.title)\n"
      var seen: Set<String> = []
      for finding in section.findings where seen.insert(finding.code).inserted { page += Self.entry(finding) }
    }
    try Repository.expectCurrent("docs/findings.md", is: page)
  }

  private static func entry(_ finding: any Finding) -> String {
    let severity =
      switch finding.severity {
      case .problem: "问题 problem"
      case .warning: "注意 warning"
      case .note: "提示 note"
      }
    let chinese = finding.wording(in: .chinese)
    let english = finding.wording(in: .english)
    func plain(_ text: String) -> String {
      terminalSafe(text.replacing("\n", with: " ")).replacing("<", with: "&lt;").replacing("*", with: "\\*")
        .replacing("](", with: "] (")
    }
    return """

      ### `\(finding.code)` · \(severity)

      - \(plain(chinese.found))\\
        \(plain(chinese.consequence))\\
        \(plain(chinese.remedy))
      - \(plain(english.found))\\
        \(plain(english.consequence))\\
        \(plain(english.remedy))

      """
  }

  /// The codes are read from the sources: one without an example, and so without a paragraph, is told.
  @Test func everyCodeOfTheSourcesHasAnExample() throws {
    for section in Self.sections {
      var codes: Set<String> = []
      for path in Repository.files(under: "Sources/\(section.module)", ending: ".swift") {
        for match in try Repository.text(path).matches(
          of: /case \.\w+(?:\([^)]*\))?: "([a-z][a-z0-9]*(?:-[a-z0-9]+)+)"\n/)
        {
          codes.insert(String(match.1))
        }
      }
      // Words with hyphens that are no codes.
      codes.subtract(["utf-8", "set-aside", "yyyy-mm-dd"])
      if section.module == "Schemes" {
        codes.formUnion(
          ["measure", "fact", "node", "grade", "group", "table", "column"].map { "scheme-\($0)-unknown" })
      }
      #expect(!codes.isEmpty, "\(section.module)")
      let shown = Set(section.findings.map(\.code))
      #expect(codes.subtracting(shown).sorted() == [], "\(section.module): no example")
    }
  }
}
