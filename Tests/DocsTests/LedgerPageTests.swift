import Findings
import Foundation
import Ledgers
import Testing

@testable import Workbench

/// `docs/ledgers.md`: its examples are one workspace that works.
@Suite("The page of ledgers")
struct LedgerPageTests {
  private static let page = "docs/ledgers.md"

  private func workspace() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("institution: 例\n", to: "qingheng.yaml")
    try folder.write(
      "code,name,kind,valid_from\nD1,肾病内科,科室,2010-01-01\n", to: "datasets/_shared/units.csv")
    for (index, block) in blocks("yaml", of: try Repository.text(Self.page)).enumerated() {
      switch block.prefix(while: { $0 != ":" }) {
      case "table": try folder.write(block, to: "datasets/li/tables/t\(index).yaml")
      case "ledgers": try folder.write(block, to: "datasets/li/ledgers.yaml")
      default:
        try folder.write(
          """
          scheme: keshi
          version: "1"
          units: {kind: 科室}
          \(block)
          nodes:
            id: 总分
            of: sum
            points: 40
            children:
              - {id: 按期, points: 20, measure: 按期销号率, steps: [{linear: [[0.6, 0], [1, 20]]}]}
              - {id: 超期, points: 10, measure: 超期未销号, steps: [{linear: [[0, 10], [5, 0]]}]}
              - {id: 重复, points: 5, measure: 重复发生, steps: [{linear: [[0, 5], [5, 0]]}]}
              - {id: 回头看, points: 5, measure: 回头看完成率, steps: [{times: 5}]}
          """, to: "datasets/li/schemes/keshi.yaml")
      }
    }
    return folder
  }

  @Test func itsExamplesAreAccepted() throws {
    let folder = try workspace()
    let lint = try Repository.shell("qingheng lint --lang en", in: folder.url)
    #expect(lint.code == 0 && lint.text.contains("4 table specs, 1 scheme"), "\(lint.text)")
  }

  /// Found on 2026-01-10, due on 2026-03-31, verified on 2026-03-20; and one that is 91 days late on 2026-06-30.
  @Test func theLedgerIsListedAndScored() throws {
    let folder = try workspace()
    try folder.write(
      """
      编号,排查时间,来源,问题类别,存在问题,整改类型,责任科室,下达日期,整改时限,完成日期,销号日期,回头看日期,回头看结果
      W1,2026-01-10,走访,廉洁教育,未开展警示教育,限期整改,肾病内科,2026-01-12,2026-03-31,2026-03-10,2026-03-20,,
      W2,2026-01-10,走访,台账资料,会议无记录,限期整改,肾病内科,2026-01-12,3月底前,2026-06-01,,,
      W3,2026-05-10,走访,廉洁教育,又未开展,长期坚持,肾病内科,2026-05-12,,,,,

      """, to: "问题登记.csv")
    try folder.write("措施编号,问题编号,时限,完成日期\nC1,W1,,2026-03-10\nC2,W2,,2026-06-01\nC3,W9,,\n", to: "整改措施.csv")
    #expect(try Repository.shell("qingheng import 问题登记.csv 整改措施.csv --lang zh", in: folder.url).code == 0)
    let list = try Repository.shell("qingheng problems --as-of 2026-06-30 --lang zh", in: folder.url)
    #expect(list.code == 0)
    for line in [
      "整改清单 · 截至2026-06-30，共3个问题：已销号1个，已完成待销号1个，待定措施1个。未销号的：已超时限1个（最长91天），长期坚持1个。"
        + "按期销号率50%（1/2），重复发生1个，回头看应办1个、已办0个。",
      "3月底前（读作2026-03-31）", "已超时限91天", "整改措施.csv:4: ledger-problem-unknown",
    ] { #expect(list.text.contains(line), "\(line)\n\(list.text)") }
    let late = try Repository.shell(
      "qingheng problems --as-of 2026-06-30 --state 超期 --format csv --lang en", in: folder.url)
    #expect(late.text.contains("肾病内科,W2,台账资料,会议无记录,2026-01-10,3月底前 (read as 2026-03-31)"), "\(late.text)")
    #expect(!late.text.contains("W1"))
    let unknown = try Repository.shell("qingheng problems --ledger 整改清弹 --lang zh", in: folder.url)
    #expect(unknown.code == 3 && unknown.text.contains("ledger-unknown"), "\(unknown.text)")
    #expect(try Repository.shell("qingheng problems --state 超欺", in: folder.url).code == 2)
    // One of two was verified on time: 0.5 lies below 0.6, no points of 20. One is overdue: 8 of 10. One repeats: 4 of 5.
    // A later look is owed for W1 and was not made: 0 of 5.
    let score = try Repository.shell("qingheng score keshi --period 2026H1 --lang zh", in: folder.url)
    #expect(score.code <= 1, "\(score.text)")
    let show = try Repository.shell("qingheng show keshi --period 2026H1 --format json", in: folder.url)
    #expect(show.text.contains("\"总分\": 12"), "\(show.text)")
    let explain = try Repository.shell(
      "qingheng explain 肾病内科 超期 --scheme keshi --period 2026H1 --lang zh", in: folder.url)
    #expect(explain.text.contains("问题登记.csv 第 3 行"), "\(explain.text)")
  }

  /// `explain` shows the words of a deadline beside what they were read as, and what could not be read.
  @Test func wordsStandBesideTheDaysThatTheyMean() throws {
    let folder = try workspace()
    try folder.write(
      """
      scheme: shixian
      version: "1"
      units: {kind: 科室}
      measures:
        时限数: {table: 问题登记, where: "整改时限 IS NOT NULL OR 整改时限__as IN ('standing', 'refused')", take: count}
      nodes: {id: 时限, points: 10, measure: 时限数, steps: [{linear: [[0, 0], [10, 10]]}]}
      """, to: "datasets/li/schemes/shixian.yaml")
    let head = "编号,排查时间,来源,问题类别,存在问题,整改类型,责任科室,下达日期,整改时限,完成日期,销号日期,回头看日期,回头看结果\n"
    let rows = ["3月底前", "2026-03-31", "长期坚持", "2026.2.30", ""].enumerated().map {
      "W\($0),2026-01-10,走访,廉洁教育,问题,限期整改,肾病内科,2026-01-12,\($1),,,,\n"
    }
    try folder.write(head + rows.joined(), to: "问题登记.csv")
    #expect(try Repository.shell("qingheng import 问题登记.csv --lang zh", in: folder.url).code == 0)
    #expect(try Repository.shell("qingheng score shixian --period 2026H1 --lang zh", in: folder.url).code <= 1)
    func explain(_ language: String) throws -> String {
      try Repository.shell(
        "qingheng explain 肾病内科 时限 --scheme shixian --period 2026H1 --lang \(language)", in: folder.url
      ).text
    }
    let chinese = try explain("zh")
    for words in ["整改时限 3月底前（读作2026-03-31）", "整改时限 2026-03-31，", "整改时限 长期坚持", "整改时限 2026.2.30（读不出日期）"] {
      #expect(chinese.contains(words), "\(words)\n\(chinese)")
    }
    #expect(try explain("en").contains("整改时限 3月底前 (read as 2026-03-31)"))
  }

  @Test func everyColumnOfTheDerivedTablesIsNamed() throws {
    let text = try Repository.text(Self.page)
    let node = try #require(
      blocks("yaml", of: text).first { $0.hasPrefix("ledgers:") }.flatMap { SchemaTests.parsed($0) })
    let spec = try #require(LedgerFile.read(node, log: FindingLog())?.ledgers.first)
    for table in spec.catalogueTables(among: []) {
      for column in table.columns { #expect(text.contains("`\(column.id)`"), "\(column.id)") }
    }
  }
}
