import Findings
import Register
import Testing

@testable import Workbench

/// What people write into 核对.xlsx, as rows of text.
@Suite struct ReviewAnswersTests {
  private func register() throws -> UnitRegister {
    let from = try date(2010_01_01)
    return UnitRegister([
      OrgUnit(code: "D01", name: "心血管内科", kind: "科室", validFrom: from, aliases: ["心内科"]),
      OrgUnit(code: "D02", name: "肾病内科", kind: "科室", validFrom: from),
      OrgUnit(code: "Z01", name: "内科党支部", kind: "党支部", validFrom: from),
    ])
  }

  private func names(_ rows: [[String]]) -> [[String]] { [["写法", "表", "行数", "最相近的", "是哪个单位", "备注"]] + rows }

  @Test func namesBecomeAliases() throws {
    let answers = UnitAnswers.read(
      names([
        ["心血管科", "s/t", "3", "心血管内科", "心血管内科", ""], ["肾内", "s/t", "1", "", " D02 ", ""],
        // The same name of another table, with another width.
        ["肾 内", "s/u", "1", "", "肾病内科", ""], ["后勤", "s/t", "1", "", "不是名册中的单位", ""],
        ["不知道", "s/t", "1", "", "", ""], [],
      ]), register: try register())
    #expect(answers.aliases == [.init(text: "心血管科", unit: "D01"), .init(text: "肾内", unit: "D02")])
    #expect(answers.noUnits == ["后勤"] && answers.unanswered == 1 && answers.problems.isEmpty)
  }

  @Test func answersThatDoNotFitAreTold() throws {
    let answers = UnitAnswers.read(
      names([
        ["甲科", "", "", "", "肾病内可"], ["乙科", "", "", "", "D01"], ["乙科", "", "", "", "D02"],
        ["心内科", "", "", "", "D02"], ["心内科", "", "", "", "D01"],
      ]), register: try register())
    #expect(
      answers.problems == [
        .init(row: 2, problem: .unitUnknown("肾病内可", nearest: "肾病内科")),
        .init(row: 4, problem: .contradiction(text: "乙科", units: ["D01", "D02"])),
        .init(row: 5, problem: .taken(text: "心内科", by: "D01")),
      ])
    // The last one is an alias by now.
    #expect(answers.aliases == [.init(text: "乙科", unit: "D01")])
    #expect(
      UnitAnswers.read([["写法"]], register: try register()).problems
        == [.init(row: 1, problem: .columnMissing("是哪个单位"))])
    #expect(!UnitAnswers.read([], register: try register()).problems.isEmpty)
  }

  @Test func correctedRowsAreATableOfTheFilesOwnHeaders() {
    let corrected = MendedRows.read([
      ["原行", "原因", "处理", "编号", "科室", "得分"], ["7", "超出范围", "改正后导入", "0123", "心内科", "90"],
      ["9", "缺", "不导入", "0124"], ["11", "缺", "", "0125", "x", "y"], ["", " "], ["12", "缺", "改正后导入", "=1"],
      ["13", "", "改", "1"],
    ])
    #expect(corrected.table == [["编号", "科室", "得分"], ["0123", "心内科", "90"], ["=1", "", ""]])
    #expect(corrected.sourceRows == ["7", "12"])
    #expect(corrected.dropped == 1 && corrected.open.map(\.sourceRow) == ["11", "13"] && corrected.rows == [2, 6])
    #expect(corrected.problems == [.wordUnknown(row: 7, "改")])
    #expect(MendedRows.read([["原行", "处理"]]).problems == [.columnMissing("原因")])
    #expect(MendedRows.read([]).problems == [.columnMissing("原行")])
  }

  @Test func doubtsAreAnswered() {
    let header = ["序号", "位置", "代码", "发现", "现在怎么处理", "建议", "答复", "改为", "说明"]
    func row(_ number: Int, _ answer: String, _ value: String, _ note: String = "") -> [String] {
      ["\(number)", "a.csv:\(number)", "cell-missing", "", "", "", answer, value, note]
    }
    let read = DoubtAnswers.read([
      header, row(1, "原样无误", ""), row(2, "改为右边的值", "2025-06-30", "按原件"), row(3, "待查", ""), row(4, "", ""),
      row(5, "改为右边的值", ""), row(6, "原样无误", "3"), row(7, "对", ""),
    ])
    #expect(
      read.answers == [
        .init(place: "a.csv:1", code: "cell-missing", word: .right, note: ""),
        .init(place: "a.csv:2", code: "cell-missing", word: .corrected("2025-06-30"), note: "按原件"),
        .init(place: "a.csv:3", code: "cell-missing", word: .open, note: ""),
      ])
    #expect(read.open == [5, 6, 7, 8])
    #expect(read.problems == [.valueMissing(row: 6), .valueUnused(row: 7), .wordUnknown(row: 8, "对")])
    #expect(DoubtAnswers.read([["序号"]]).problems == [.columnMissing("位置")])
  }
}
