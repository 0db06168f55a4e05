import Findings
import Tables
import Testing

/// One invented survey in the three exports of 问卷星: the same answers must give the same rows.
@Suite("Exports of one survey")
struct SurveyExportTests {
  static let spec = """
    table: 患者问卷
    version: "1"
    anonymous: true
    survey: {form: wjx}
    unit: {column: 科室, kind: 科室}
    period: {column: 提交时间, grain: half}
    key: [序号, 提交时间]
    label_sets:
      满意: {非常满意: 100, 满意: 80, 不满意: 30, 我不知道: not_applicable}
    code_sets:
      满意: [我不知道, 非常满意, 满意, 不满意]
      满意分: {3: 非常满意, 2: 满意, 1: 不满意, 0: 我不知道}
    columns:
      序号: {type: integer, required: true}
      提交时间: {header: 提交答卷时间, type: datetime, required: true}
      所用时间: {type: duration_s}
      来自IP: {drop: true}
      科室: {header: "1、您所在的科室名称", type: text, required: true}
      就医环境: {header: "2、请对以下各方面进行满意度评价—就医环境", type: number, labels: 满意, coded: 满意, scored: 满意分}
      服务态度: {header: "2、服务态度", type: number, labels: 满意, coded: 满意, scored: 满意分}
      途径: {header: "3、您从哪里得知举报渠道", choices: {options: {公示栏: 公示栏, "公众号（本院）": 公众号, 其他: 其他}}}
      次序: {header: "4、请排序", choices: {options: [环境, 态度, 技术], ranked: true}}
      频率: {header: "5、医生是否耐心", type: number, labels: {总是如此: 5, 有时如此: 3, 从未如此: 1}, coded: [总是如此, 有时如此, 从未如此], scored: {5: 总是如此, 3: 有时如此, 1: 从未如此}}
      打分: {header: "6、请打分", type: integer, labels: {1分: 1, 2分: 2, 3分: 3, "未参与，不评价": not_applicable}, coded: {1: 1分, 2: 2分, 3: 3分, 4: "未参与，不评价"}, scored: {1: 1分, 2: 2分, 3: 3分, 0: "未参与，不评价"}}
      就诊: {header: "7、就诊类型", type: text, labels: [住院, 门诊, 其他], coded: [门诊, 住院, 其他], scored: {1: 门诊, 2: 住院, 3: 其他}}

    """

  static let text = """
    序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、您所在的科室名称,2、请对以下各方面进行满意度评价—就医环境,2、服务态度,3、您从哪里得知举报渠道,4、请排序,5、医生是否耐心,6、请打分,7、就诊类型
    1,2026-06-16 08:00:00,10秒,无,无,127.0.0.1(本地),肾病内科,非常满意,满意,公示栏┋其他〖邻居┋公示栏〗,态度→环境→技术,总是如此,3分,其他〖陪护〗
    2,2026/09/03 12:00:00,2分3秒,微信,无,127.0.0.1(本地),肾病内科,我不知道,(空),公众号（本院）,(跳过),从未如此,"未参与，不评价",住院
    3,2026/9/3 9:05:11,75,微信,无,127.0.0.1(本地),肾内,不满意,满意,(空),技术→环境,(跳过),1分,(空)
    """
  static let number = """
    序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、您所在的科室名称,第2题(就医环境),第2题(服务态度),第3题(公示栏),第3题(公众号（本院）),第3题(其他),第4题(环境),第4题(态度),第4题(技术),5、医生是否耐心,6、请打分,7、就诊类型
    1,2026-06-16 08:00:00,10秒,无,无,127.0.0.1(本地),肾病内科,2,3,1,0,1〖邻居┋公示栏〗,2,1,3,1,3,3〖陪护〗
    2,2026/09/03 12:00:00,2分3秒,微信,无,127.0.0.1(本地),肾病内科,1,-2,0,2,0,-3,-3,-3,3,4,2
    3,2026/9/3 9:05:11,75,微信,无,127.0.0.1(本地),肾内,4,3,-2,-2,-2,2,-2,1,-3,1,-2
    """
  static let score = """
    序号,提交答卷时间,所用时间,来源,来源详情,来自IP,总分,1、您所在的科室名称,第2题(就医环境),第2题(服务态度),第3题(公示栏),第3题(公众号（本院）),第3题(其他),第4题(环境),第4题(态度),第4题(技术),5:医生是否耐心,6、请打分,7、就诊类型
    1,2026-06-16 08:00:00,10秒,无,无,127.0.0.1(本地),13,肾病内科,3,2,1,0,1,2,1,3,5,3,3
    2,2026/09/03 12:00:00,2分3秒,微信,无,127.0.0.1(本地),1,肾病内科,0,-2,0,1,0,-3,-3,-3,1,0,2
    3,2026/9/3 9:05:11,75,微信,无,127.0.0.1(本地),3,肾内,1,2,-2,-2,-2,2,-2,1,-3,1,-2
    """

  static func rows(_ trial: ImportTrial) -> [[String?]] { trial.sink.columns.map { trial.sink.values($0.name) } }

  @Test("by text, by number and by score give the same rows")
  func same() throws {
    let text = try ImportTrial(Self.spec, Self.text, path: "1_按文本_满意度_3_3.csv")
    let number = try ImportTrial(Self.spec, Self.number, path: "1_按序号_满意度_3_3.csv")
    let score = try ImportTrial(Self.spec, Self.score, path: "1_按分数_满意度_3_3.csv")
    #expect(text.findings == [], "\(text.findings)")
    #expect(text.outcome.rowsAccepted == 3)
    let values = { (name: String) in text.sink.values(name) }
    #expect(values("所用时间") == ["10", "123", "75"])
    #expect(values("就医环境") == ["100.0", nil, "30.0"])
    #expect(values("就医环境__na") == ["0", "1", "0"])
    #expect(values("途径") == ["2", "1", nil])
    #expect(values("途径__公示栏") == ["1", "0", nil])
    #expect(values("途径__其他") == ["1", "0", nil])
    #expect(values("次序__环境") == ["2", nil, "2"])
    #expect(values("次序__态度") == ["1", nil, nil])
    #expect(values("打分") == ["3", nil, "1"])
    #expect(values("就诊") == ["其他", "住院", nil])
    #expect(number.log.findings.map(\.code) == ["survey-headers-near", "survey-export"])
    #expect(score.log.findings.map(\.code) == ["survey-headers-near", "survey-export"])
    #expect(Self.rows(number) == Self.rows(text))
    #expect(Self.rows(score) == Self.rows(text))
    #expect(number.sink.columns == text.sink.columns && score.sink.columns == text.sink.columns)
    // The source is nowhere.
    #expect(!Self.rows(text).joined().contains("127.0.0.1(本地)"))
  }

  @Test("names of files say which export they are, else the spec; coded headers alone do not")
  func export() throws {
    let unnamed = try ImportTrial(Self.spec, Self.number, path: "满意度.csv")
    #expect(unnamed.log.findings.map(\.code) == ["survey-headers-near", "survey-export-unknown"])
    #expect(unnamed.outcome.isStopped)
    let written = Self.spec.replacing("{form: wjx}", with: "{form: wjx, export: number}")
    #expect(try ImportTrial(written, Self.number, path: "满意度.csv").outcome.rowsAccepted == 3)
    let original = try ImportTrial(Self.spec, Self.number, path: "All_Data_Original.csv")
    #expect(original.outcome.rowsAccepted == 3)
    // The name goes before the spec.
    #expect(try ImportTrial(written, Self.text, path: "2_按文本_x_1_1.csv").outcome.rowsAccepted == 3)
    // A file that is not what its name says stops.
    let wrong = try ImportTrial(Self.spec, Self.text, path: "2_按序号_x_1_1.csv")
    #expect(wrong.outcome.isStopped)
    #expect(wrong.log.findings.contains { $0.code == "cell-unknown-option" })
  }

  @Test("columns without codes stop an export by number")
  func codeless() throws {
    let spec = Self.spec.replacing(", coded: [总是如此, 有时如此, 从未如此]", with: "")
    let trial = try ImportTrial(spec, Self.number, path: "1_按序号_x.csv")
    #expect(trial.log.findings.map(\.code).contains("survey-codes-missing"))
    #expect(trial.outcome.isStopped)
  }

  static let small = """
    table: t
    version: "1"
    survey: {form: wjx}
    columns:
      序号: {type: integer, required: true}
      时间: {header: 提交答卷时间, type: datetime, required: true}
      用时: {header: 所用时间, type: duration_s}
      态度: {header: "8、请对以下各方面评价—服务态度", type: text, labels: [好, 差]}
      环境: {header: "8、就医环境", type: text, labels: [好, 差]}

    """

  @Test(
    "tolerates white space and signs in headers, and says so",
    arguments: [
      "序号,提交答卷时间,所用时间,8、请对以下各方面评价—服务态度,8、就医环境",
      "序号,用户ID,提交答卷时间,所用时间,来源,来源详情,来自IP,总分,8:请对以下 各方面评价—服务态度\t,8：就医　环境  ",
      "序号,提交答卷时间,8.服务态度,8、请对以下各方面评价——就医环境",
    ])
  func headers(_ header: String) throws {
    let cells = header.split(separator: ",").map { name in
      switch name {
      case "序号": "1"
      case "提交答卷时间": "2021/7/16 9:05:11"
      case "所用时间": "10秒"
      case let name where name.hasPrefix("8"): "好"
      default: "x"
      }
    }
    let trial = try ImportTrial(Self.small, header + "\n" + cells.joined(separator: ",") + "\n")
    #expect(trial.sink.values("态度") == ["好"] && trial.sink.values("环境") == ["好"])
    #expect(trial.sink.values("用时") == [header.contains("所用时间") ? "10" : nil])
    let codes = trial.log.findings.map(\.code)
    switch header.prefix(8) {
    case _ where header.contains("8."): #expect(codes == ["survey-headers-near", "survey-columns-absent"])
    case _ where header.contains("用户ID"): #expect(codes == ["survey-headers-near"])
    default: #expect(codes.isEmpty)
    }
  }

  @Test("personal columns cannot be kept")
  func personal() {
    for header in ["来自IP", "用户ID"] {
      let log = FindingLog()
      let spec = ImportTrial.spec(Self.small + "  x: {header: \(header), type: text}", log: log)
      #expect(spec == nil && log.findings.map(\.code) == ["survey-personal"])
      #expect(ImportTrial.spec(Self.small + "  x: {header: \(header), drop: true}", log: FindingLog()) != nil)
    }
  }

  @Test("other_columns keep no column of the product's own")
  func others() throws {
    let trial = try ImportTrial(
      Self.small + "other_columns: {type: text}",
      "序号,提交答卷时间,所用时间,来自IP,8、服务态度,8、就医环境,9、意见\n1,2026-01-01,5秒,10.0.0.1,好,差,很好\n")
    #expect(trial.sink.columns.map(\.name).suffix(2) == ["环境", "9、意见"])
  }

  @Test("drafts that nobody signed are no specs")
  func unsigned() {
    for (signature, isRead) in [
      ("by: 党院办, on: 2026-07-01", true), ("by: '', on: 2026-07-01", false), ("by: 党院办", false),
    ] {
      let log = FindingLog()
      let yaml = Self.small.replacing("{form: wjx}", with: "{form: wjx, drafted: {from: a.csv, \(signature)}}")
      #expect((ImportTrial.spec(yaml, log: log) != nil) == isRead)
      #expect(log.findings.map(\.code) == (isRead ? [] : ["survey-unsigned"]))
    }
  }
}
