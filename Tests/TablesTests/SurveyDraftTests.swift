import Findings
import Register
import Tables
import Tabular
import Testing

@Suite("Drafts of survey specs")
struct SurveyDraftTests {
  static let csv =
    "序号,提交答卷时间,所用时间,来源,来自IP,1、您所在的科室名称,2、请对以下各方面评价—就医环境,2、服务态度,3、从哪里得知,4、请排序,5、耐心程度,6、请打分,7、就诊类型,8、您的联系电话,9、其他建议\n"
    + (0..<15).map { row in
      let scale = ["非常满意", "满意", "不满意", "我不知道"][row % 4]
      return [
        "\(row + 1)", "2026-06-16 08:00:0\(row % 10)", "\(row + 20)秒", "微信", "10.0.0.\(row)",
        ["肾病内科", "肾内", "肾病类科"][row % 3], scale, ["满意", "一般"][row % 2],
        ["公示栏┋公众号", "公示栏", "其他〖邻居┋说〗"][row % 3], ["甲→乙→丙", "丙→乙"][row % 2],
        ["耐心", "还行", "(空)"][row % 3], ["3分", "1分", "未参与，不评价"][row % 3],
        ["住院", "门诊"][row % 2], "1380000\(row)", "建议\(row)",
      ].joined(separator: ",")
    }.joined(separator: "\n") + "\n"

  static func draft(_ text: String = csv) throws -> SurveyDraft {
    let log = FindingLog()
    let file = try #require(DelimitedFile.read(Array(text.utf8), name: "1_按文本_满意度.csv", log: log))
    return try #require(
      SurveyDrafter(
        file, called: file.name, headerRow: 1, register: UnitRegister(ImportTrial.units))
    ).draft(minimumCell: 5)
  }

  @Test("tells what each column could be, and on what that rests")
  func kinds() throws {
    let draft = try Self.draft()
    #expect(draft.form == .wjx && draft.rowCount == 15)
    #expect(
      draft.columns.map { "\($0.id) \($0.kind.rawValue) \($0.type)" } == [
        "序号 平台列 integer", "提交答卷时间 平台列 datetime", "所用时间 平台列 duration_s", "来源 平台列 drop", "来自IP 平台列 drop",
        "您所在的科室名称 单位 text", "就医环境 量表 number", "服务态度 量表 number", "从哪里得知 多选 choices", "请排序 排序 ranking",
        "耐心程度 单选 text", "请打分 量表 number", "就诊类型 单选 text", "您的联系电话 文字 drop", "其他建议 文字 drop",
      ])
    #expect(draft.columns.allSatisfy { !$0.basis.isEmpty && $0.options.allSatisfy { !$0.basis.isEmpty } })
    let meanings = { (id: String) in
      draft.columns.first { $0.id == id }?.options.map { "\($0.text)=\($0.meaning)" } ?? []
    }
    // 满意 and 一般 stand in several known scales, which all order them alike; the five steps are 100, 75, 50, 25, 0.
    #expect(meanings("就医环境") == ["非常满意=100", "满意=75", "不满意=25", "我不知道=not_applicable"])
    #expect(meanings("耐心程度") == ["耐心=", "还行="])
    #expect(meanings("请打分") == ["3分=3", "1分=1", "未参与，不评价=not_applicable"])
    #expect(draft.columns.first { $0.id == "从哪里得知" }?.options.map(\.text) == ["公示栏", "公众号", "其他"])
    #expect(draft.unitTexts.map(\.text) == ["肾病内科", "肾内", "肾病类科"])
    #expect(draft.unitColumn?.basis == "15格中10格是名册里的单位")
  }

  /// 58 answered 无, and one wrote what happened, with names: neither an option nor for anybody's eyes.
  @Test("a remark among few answers is nobody's option")
  func remarks() throws {
    let answers = Array(repeating: "无", count: 58) + ["某医生3月5日收了我500元红包，我是23床"]
    let rows = answers.enumerated().map { "\($0 + 1),2026-06-16 08:00:00,\($1)" }
    let draft = try Self.draft("序号,提交答卷时间,1、有无不廉洁的情况\n" + rows.joined(separator: "\n") + "\n")
    let column = try #require(draft.columns.last)
    #expect(column.type == "drop" && column.options.isEmpty)
    #expect(draft.sheets(table: "问卷", minimumCell: 5).allSatisfy { !"\($0.rows)".contains("23床") })
  }

  /// 40 公示栏, 15 公众号, 4 and 1 others: an answer of four people and one that says a name.
  @Test("what fewer people wrote than may be shown is not proposed, in questions of one option or of several")
  func rareTexts() throws {
    let ways =
      Array(repeating: "公示栏", count: 40) + Array(repeating: "公众号", count: 15)
      + ["院刊", "院刊", "院刊", "院刊", "王某说"]
    let rows = ways.enumerated().map { row, way in
      let scale = row == 0 ? "不满意" : row < 30 ? "满意" : "非常满意"
      let several = row < 20 ? "公示栏┋公众号" : row == 20 ? "公示栏┋李某说" : "公示栏"
      let remark = row == 5 ? "乱收费" : row < 20 ? "没有" : "无"
      return "\(row + 1),2026-06-16 08:00:00,\(way),\(scale),\(several),\(remark),满意"
    }
    let header = "序号,提交答卷时间,1、得知途径,2、服务态度,3、还有哪些途径,4、您还有什么意见和建议,5、对处理意见是否满意"
    let draft = try Self.draft(header + "\n" + rows.joined(separator: "\n") + "\n")
    let columns = draft.columns.suffix(5)
    #expect(columns.map(\.type) == ["text", "number", "choices", "drop", "drop"])
    #expect(
      columns.map { $0.options.map(\.text) } == [["公示栏", "公众号"], ["不满意", "满意", "非常满意"], ["公示栏", "公众号"], [], []])
    #expect(columns.first?.basis == "60格有2种写法；另有2种写法各少于5份，没有列出，请对照问卷补上选项")
    let sheets = draft.sheets(table: "t", minimumCell: 5)
    for words in ["王某", "李某", "乱收费", "院刊"] { #expect(!"\(sheets)".contains(words)) }
  }

  @Test("the sheets, filled in and signed, are a spec that reads the file; unsigned they are none")
  func sheets() throws {
    var sheets = try Self.draft().sheets(table: "患者问卷", minimumCell: 5)
    #expect(sheets.map(\.name) == ["说明", "列", "选项"])
    // Small counts are not written down.
    #expect(sheets[2].rows.contains { $0[1] == "我不知道" && $0[2] == "少于5" })
    var log = FindingLog()
    let unsigned = try #require(DraftSpec(sheets, log: log)).yaml()
    #expect(log.findings.map(\.code) == ["survey-unsigned"])
    #expect(ImportTrial.spec(unsigned, log: FindingLog()) == nil)

    for index in sheets[0].rows.indices {
      if sheets[0].rows[index][0] == "核对人" { sheets[0].rows[index][1] = "党院办" }
      if sheets[0].rows[index][0] == "核对日期" { sheets[0].rows[index][1] = "2026-07-01" }
    }
    // A person decides what 耐心 is worth, and that an answer means less than was proposed.
    for index in sheets[1].rows.indices where sheets[1].rows[index][1] == "耐心程度" { sheets[1].rows[index][3] = "number" }
    log = FindingLog()
    _ = try #require(DraftSpec(sheets, log: log)).yaml()
    #expect(log.findings.map { "\($0.code) \($0.place.text)" }.count == 2)
    #expect(log.findings.allSatisfy { $0.code == "draft-meaning" })
    for index in sheets[2].rows.indices {
      switch sheets[2].rows[index][1] {
      case "耐心": sheets[2].rows[index][3] = "10"
      case "还行": sheets[2].rows[index][3] = "4"
      case "满意": sheets[2].rows[index][3] = "80"
      default: break
      }
    }
    log = FindingLog()
    let yaml = try #require(DraftSpec(sheets, log: log)).yaml()
    #expect(log.isEmpty)
    let trial = try ImportTrial(yaml + "reject_limit: 1\n", Self.csv, path: "1_按文本_满意度.csv")
    #expect(trial.log.findings.map(\.code) == ["unit-unknown"])
    #expect(trial.outcome.rowsAccepted == 10)
    #expect(trial.sink.values("服务态度").first == "80.0" && trial.sink.values("耐心程度").first == "10.0")
    #expect(trial.sink.values("从哪里得知__公众号").first == "1")
    #expect(trial.outcome.unmatched.map(\.text) == ["肾病类科"] && trial.outcome.unmatched.first?.count == 5)
    #expect(trial.outcome.unmatched.first?.nearest == "肾病内科")
  }

  @Test("texts that would be YAML stay texts")
  func quoting() throws {
    var sheets = try Self.draft().sheets(table: "a\": [x", minimumCell: 5)
    sheets[2].rows.append(["就诊类型", "转院\\\"\n, yes: {", "1", "", "", "", ""])
    sheets[0].rows[12][1] = "办"
    sheets[0].rows[13][1] = "2026-07-01"
    let log = FindingLog()
    let yaml = try #require(DraftSpec(sheets, log: log)).yaml()
    let spec = try #require(ImportTrial.spec(yaml, log: log), "\(log.findings)")
    #expect(spec.id == "a\": [x")
    guard case .set(let labels)? = spec.columns.first(where: { $0.id == "就诊类型" })?.labels else { return }
    #expect(labels.last == "转院\\\"\n, yes: {")
  }

  @Test("a missing sheet or a wrong type is told")
  func wrong() throws {
    var sheets = try Self.draft().sheets(table: "t", minimumCell: 5)
    sheets[1].rows[1][3] = "整数"
    let log = FindingLog()
    _ = try #require(DraftSpec(sheets, log: log)).yaml()
    #expect(log.findings.map(\.code).contains("draft-type"))
    #expect(DraftSpec(Array(sheets.dropLast()), log: log) == nil)
    #expect(log.findings.last?.code == "draft-sheet-missing")
  }
}
