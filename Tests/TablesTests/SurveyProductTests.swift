import Findings
import Tables
import Testing

/// Invented answers under the literal headers of ODK Central, KoboToolbox and LimeSurvey.
@Suite("Exports of other survey products")
struct SurveyProductTests {
  @Test("ODK Central: the stated zone decides the day, select-multiple is split, metadata stay out")
  func odk() throws {
    let trial = try ImportTrial(
      """
      table: t
      version: "1"
      survey: {form: odk, zone: "+08:00"}
      period: {column: 提交, grain: half}
      key: [编号]
      columns:
        编号: {header: KEY, type: text, required: true}
        提交: {header: SubmissionDate, type: datetime, required: true}
        日: {header: visit-day, type: date}
        看到: {header: visit-seen, choices: {options: {board: 公示栏, box: 意见箱}}}
        分: {header: visit-score, type: integer, range: [1, 5]}
      other_columns: {type: text}
      """,
      """
      SubmissionDate,visit-day,visit-seen,visit-score,visit-note,meta-instanceID,KEY,SubmitterID,SubmitterName,AttachmentsPresent,AttachmentsExpected,Status,ReviewState,DeviceID,Edits,FormVersion
      2018-04-26T08:58:20.525Z,2018-04-26,board box,4,ok,uuid:1,uuid:1,7,Zhang,0,0,,,dev,0,2018
      2018-06-30T16:00:00.000Z,2018-06-30,box,5,,uuid:2,uuid:2,7,Zhang,0,0,,,dev,0,2018
      2018-06-30T23:59:59+08:00,,,5,,uuid:3,uuid:3,7,Zhang,0,0,,,dev,0,2018
      """)
    // 08:58 UTC is 16:58 in the same half-year; 16:00 UTC on 30 June is the first minute of July there.
    #expect(trial.sink.values("提交") == ["20180426165820", "20180701000000", "20180630235959"])
    #expect(trial.sink.chunks.flatMap(\.periodFrom) == [2018_01_01, 2018_07_01, 2018_01_01])
    #expect(trial.sink.values("看到__公示栏") == ["1", "0", nil])
    #expect(trial.sink.values("看到__意见箱") == ["1", "1", nil])
    #expect(
      trial.sink.columns.map(\.name) == ["编号", "提交", "日", "看到", "看到__公示栏", "看到__意见箱", "分", "visit-note"])
    #expect(trial.log.findings.map(\.code) == ["column-further"])
  }

  @Test(
    "a time with a zone is refused where the spec names none",
    arguments: [
      ("", false), (", zone: \"+08:00\"", true),
    ])
  func zone(_ zone: String, _ isRead: Bool) throws {
    let trial = try ImportTrial(
      "table: t\nversion: \"1\"\nsurvey: {form: odk\(zone)}\ncolumns:\n  时: {type: datetime}\n",
      "时\n2018-04-26T08:58:20.525Z\n")
    #expect(trial.sink.values("时") == [isRead ? "20180426165820" : nil])
    #expect(trial.log.findings.map(\.code) == (isRead ? [] : ["cell-wrong-type"]))
  }

  @Test("zones are written with sign, hours and minutes", arguments: ["8", "+8", "+0800", "+15:00", "UTC", "+08:60"])
  func badZone(_ zone: String) {
    let log = FindingLog()
    let yaml = "table: t\nversion: \"1\"\nsurvey: {form: odk, zone: \"\(zone)\"}\ncolumns:\n  a: {type: text}\n"
    #expect(ImportTrial.spec(yaml, log: log) == nil)
    #expect(log.findings.map(\.code) == ["value-illegal"])
  }

  @Test("KoboToolbox: semicolons, q beside q/R, or q/R alone")
  func kobo() throws {
    let spec = """
      table: t
      version: "1"
      survey: {form: kobo, zone: "+08:00"}
      columns:
        色: {header: g/q, choices: {options: {R: 红, G: 绿}}}
        交: {header: _submission_time, type: date}
      other_columns: {type: text}
      """
    let both = try ImportTrial(
      spec,
      """
      "g/q";"g/q/R";"g/q/G";"_id";"_uuid";"_submission_time";"_validation_status";"_notes";"_status";"_submitted_by";"__version__";"_tags";"_index"
      "R G";"1";"1";"1";"u";"2018-04-26T20:58:20";"";"";"submitted";"who";"v";"";"1"
      "G";"0";"1";"2";"u";"2018-04-26T08:58:20";"";"";"submitted";"who";"v";"";"2"
      "";"";"";"3";"u";"2018-04-26T08:58:20";"";"";"submitted";"who";"v";"";"3"

      """)
    #expect(both.sink.columns.map(\.name) == ["色", "色__红", "色__绿", "交"])
    #expect(both.sink.values("色") == ["2", "1", nil])
    #expect(both.sink.values("色__红") == ["1", "0", nil])
    #expect(both.sink.values("交") == ["20180426", "20180426", "20180426"])
    #expect(both.log.findings.map(\.code) == ["file-delimiter"])
    let alone = try ImportTrial(spec, "g/q/R,g/q/G,_submission_time\n1,1,2018-04-26\n0,1,2018-04-26\n,,2018-04-26\n")
    for name in ["色", "色__红", "色__绿"] { #expect(alone.sink.values(name) == both.sink.values(name)) }
    let unknown = try ImportTrial(spec, "g/q,_submission_time\nR B,2018-04-26\n")
    #expect(unknown.problem == .unknownOption(value: "B", legal: ["R", "G"], count: 1))
    #expect(unknown.outcome.isStopped)
  }

  @Test(
    "LimeSurvey: CODE[SQ001] and CODE_SQ001",
    arguments: [
      "\"id\",\"submitdate\",\"lastpage\",\"startlanguage\",\"startdate\",\"datestamp\",\"ipaddr\",\"refurl\",\"M3[SQ001]\",\"M3[SQ002]\",\"M3[other]\",\"A1[SQ001]\",\"interviewtime\",\"groupTime8106\"",
      "id,submitdate,lastpage,startlanguage,startdate,datestamp,ipaddr,refurl,M3_SQ001,M3_SQ002,M3_other,A1_SQ001,interviewtime,groupTime8106",
    ])
  func limesurvey(_ header: String) throws {
    let trial = try ImportTrial(
      """
      table: t
      version: "1"
      survey: {form: limesurvey}
      key: [id]
      columns:
        id: {type: integer, required: true}
        交: {header: submitdate, type: datetime}
        用时: {header: interviewtime, type: number}
        渠道: {header: M3, choices: {options: {SQ001: 公示栏, SQ002: 公众号}}}
        态度: {header: "A1[SQ001]", type: number, labels: {A1: 100, A2: 60, A3: 0}}
      other_columns: {type: text}
      """,
      header + """

        1,2025-03-01 08:00:00,4,zh-Hans,2025-03-01 07:58:00,2025-03-01 08:00:00,10.0.0.1,,Y,,自己听说,A2,120.5,33.1
        2,2025-03-02 08:00:00,4,zh-Hans,2025-03-02 07:58:00,2025-03-02 08:00:00,10.0.0.1,,,,,A1,90,33.1

        """)
    #expect(trial.sink.columns.map(\.name) == ["id", "交", "用时", "渠道", "渠道__公示栏", "渠道__公众号", "态度"])
    #expect(trial.sink.values("渠道__公示栏") == ["1", nil] && trial.sink.values("渠道__公众号") == ["0", nil])
    #expect(trial.sink.values("态度") == ["60.0", "100.0"])
    #expect(trial.sink.values("用时") == ["120.5", "90.0"])
    #expect(trial.log.findings.allSatisfy { $0.severity == .note })
  }
}
