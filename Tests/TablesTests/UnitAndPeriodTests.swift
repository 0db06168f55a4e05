import Findings
import Register
import Tables
import Testing

@Suite("Units and periods of rows")
struct UnitAndPeriodTests {
  private func yaml(_ unit: String, _ period: String, type: String = "date") -> String {
    """
    table: t
    version: "1"
    reject_limit: 1
    unit: {column: 科室, \(unit)}
    \(period)
    columns: {科室: {type: text}, 期: {type: \(type)}}
    """
  }
  private let byDate = "period: {column: 期}"

  @Test("finds the unit of the right kind that existed on the row's day")
  func units() throws {
    let trial = try ImportTrial(
      yaml("kind: 科室", byDate),
      "科室,期\n肾内,2025-01-01\n d０14 ,2025-01-02\n康复科,2024-06-30\n康复科,2024-07-01\n康复医学科,2024-07-01\n")
    #expect(trial.log.isEmpty)
    #expect(trial.sink.chunks.first?.units == [1, 1, 2, 3, 3])
    #expect(trial.sink.chunks.first?.periodFrom == [2025_01_01, 2025_01_02, 2024_06_30, 2024_07_01, 2024_07_01])
  }

  @Test("rejects what it cannot find, and proposes without guessing")
  func unmatched() throws {
    let trial = try ImportTrial(
      yaml("kind: 科室", byDate),
      "科室,期\n肾病内课,2025-01-01\n清江医院,2025-01-01\n康复医学科,2009-06-30\n骨科,2025-01-01\n肾病内课,2025-01-01\n,2025-01-01\n")
    #expect(
      trial.findings == [
        "unit-not-then f.csv:3:1", "unit-not-then f.csv:4:1", "unit-ambiguous f.csv:5:1", "cell-missing f.csv:7:1",
        "unit-unknown f.csv:2:1",
      ])
    let cells = trial.log.findings.compactMap { finding -> CellProblem? in
      if case .cell(_, _, let problem, _) = finding as? TableFinding { problem } else { nil }
    }
    #expect(
      cells[1] == .unitNotThen(value: "康复医学科", units: ["康复医学科 (D058)"], kinds: ["科室"], time: "2009-06-30"))
    #expect(cells[2] == .unitAmbiguous(value: "骨科", units: ["骨一科 (D060)", "骨二科 (D061)"]))
    #expect(cells[4] == .unitUnknown(value: "肾病内课", nearest: "肾病内科", count: 2))
    #expect(trial.sink.rejects.count == 6 && !trial.outcome.isStopped)
    #expect(trial.sink.rejects.map { $0.codes[0] }.last == "cell-missing")
  }

  /// 康复医学科 carries 康复科 on from 2024-07-01: what it files for the time before is its forerunner's.
  @Test("takes the new name for the unit of the row's own time")
  func forerunner() throws {
    let trial = try ImportTrial(
      yaml("kind: 科室", byDate), "科室,期\n康复医学科,2024-06-30\n康复医学科,2024-05-31\n康复医学科,2024-07-01\n")
    #expect(trial.findings == ["unit-carried f.csv:2:1"])
    #expect(trial.sink.chunks.first?.units == [2, 2, 3])
    #expect(
      trial.first?.wording(in: .chinese).found == "有2行的“康复医学科”那时还没有，由它承接的是康复科 (D031)；这是第一处。")
    #expect(trial.sink.rejects.isEmpty)
  }

  @Test("stops at an unknown unit where the spec says stop")
  func stop() throws {
    let trial = try ImportTrial(yaml("unmatched: stop", byDate), "科室,期\n外星科,2025-01-01\n肾内,2025-01-01\n")
    #expect(trial.outcome.isStopped && trial.findings == ["unit-unknown f.csv:2:1"])
    #expect(trial.first?.wording(in: .english).consequence == "Nothing was imported from the file.")
  }

  @Test("registers a new unit for each distinct text, before the rows that use it")
  func register() throws {
    let trial = try ImportTrial(
      yaml("kind: 医院, unmatched: register", "period: {from: option}", type: "text"),
      "科室,期\n010001,\n清江医院,\n010002,\n０10001,\n肾内,\n", period: Period(year: 2021))
    #expect(
      trial.sink.registered == [
        RegisteredUnit(code: "010001", name: "010001", kind: "医院"),
        RegisteredUnit(code: "010002", name: "010002", kind: "医院"),
      ])
    #expect(trial.sink.chunks.first?.units == [6, 0, 7, 6])
    #expect(trial.outcome.unitsRegistered == 2)
    // 肾内 is a department's name: a hospital of that name is not invented.
    #expect(trial.findings == ["unit-not-then f.csv:6:1", "unit-registered f.csv"])
    #expect(trial.sink.chunks.first?.periodTo == [2021_12_31, 2021_12_31, 2021_12_31, 2021_12_31])
  }

  @Test("with a period instead of a day, takes the unit that existed in it, or at its end")
  func unitOfPeriod() throws {
    let rule = yaml("kind: 科室", "period: {from: option}", type: "text")
    let h1 = try ImportTrial(rule, "科室,期\n康复科,\n", period: Period(year: 2024, half: 1))
    #expect(h1.sink.chunks.first?.units == [2])
    let year = try ImportTrial(rule, "科室,期\n康复科,\n", period: Period(year: 2024))
    #expect(year.sink.chunks.first?.units == [3])
  }

  @Test(
    "widens days to the grain, and reads periods as people write them",
    arguments: [
      ("date", "half", "2025-03-05", 2025_01_01, 2025_06_30),
      ("datetime", "month", "2024/2/29 8:00", 2024_02_01, 2024_02_29),
      ("date", "", "2025-03-05", 2025_03_05, 2025_03_05), ("text", "", "2025年上半年", 2025_01_01, 2025_06_30),
      ("text", "", "2025Q3", 2025_07_01, 2025_09_30), ("text", "year", "2025H2", 2025_01_01, 2025_12_31),
      ("integer", "", "2025", 2025_01_01, 2025_12_31), ("text", "", "2026风险排查", 2026_05_11, 2026_06_10),
    ])
  func periods(type: String, grain: String, text: String, from: Int, to: Int) throws {
    let rule = "period: {column: 期\(grain.isEmpty ? "" : ", grain: \(grain)")}"
    let phase = Period(
      id: "2026风险排查", grain: .phase, start: ImportTrial.day(2026_05_11), end: ImportTrial.day(2026_06_10))
    let trial = try ImportTrial(
      yaml("kind: 科室", rule, type: type), "科室,期\n肾内,\(text)\n", phases: [phase])
    #expect(trial.log.isEmpty)
    #expect(trial.sink.chunks.first?.periodFrom == [from] && trial.sink.chunks.first?.periodTo == [to])
  }

  @Test(
    "rejects what is no period, or none that data can be about",
    arguments: [
      ("text", "", "上半年", "period-unreadable"), ("text", "half", "2025", "period-wider-than-grain"),
      ("date", "", "1925-01-01", "period-implausible"), ("date", "", "2125-01-01", "period-implausible"),
      ("date", "", "2025-02-30", "cell-wrong-type"), ("date", "", "", "cell-missing"),
      ("text", "", "(空)", "cell-missing"),
    ])
  func badPeriods(type: String, grain: String, text: String, code: String) throws {
    let rule = "period: {column: 期\(grain.isEmpty ? "" : ", grain: \(grain)")}"
    let trial = try ImportTrial(yaml("kind: 科室", rule, type: type), "科室,期\n肾内,\(text)\n")
    #expect(trial.findings == ["\(code) f.csv:2:4"])
    #expect(trial.sink.rejects.map(\.codes) == [[code]])
  }

  @Test(
    "finds the period in the file's name, else in its folder's",
    arguments: [
      ("data/2025H1/患者问卷.csv", 2025_01_01, 2025_06_30), ("data/2024/患者问卷2025年上半年.csv", 2025_01_01, 2025_06_30),
      ("x/202512345_按文本_2025-06_3_3.csv", 2025_06_01, 2025_06_30), ("2025Q3/a.csv", 2025_07_01, 2025_09_30),
      ("x/台账20250630.csv", 2025_06_30, 2025_06_30), ("x/2025年台账.csv", 2025_01_01, 2025_12_31),
    ])
  func fileNames(path: String, from: Int, to: Int) throws {
    let trial = try ImportTrial(
      yaml("kind: 科室", "period: {from: file_name}", type: "text"), "科室,期\n肾内,\n", path: path)
    #expect(trial.sink.chunks.first?.periodFrom == [from] && trial.sink.chunks.first?.periodTo == [to])
  }

  @Test("stops where no period is to be had")
  func absent() throws {
    let named = try ImportTrial(
      yaml("kind: 科室", "period: {from: file_name}", type: "text"), "科室,期\n肾内,\n", path: "2025H1/x/a.csv")
    #expect(named.outcome.isStopped && named.findings == ["period-not-in-name 2025H1/x/a.csv"])
    let option = try ImportTrial(yaml("kind: 科室", "period: {from: option}", type: "text"), "科室,期\n肾内,\n")
    #expect(option.outcome.isStopped && option.findings == ["period-option-absent f.csv"])
  }

  @Test("a table without units and periods has −1 and 0")
  func neither() throws {
    let trial = try ImportTrial("table: t\nversion: \"1\"\ncolumns: {a: {type: text}}\n", "a\nx\n")
    #expect(trial.sink.chunks.first?.units == [-1] && trial.sink.chunks.first?.periodFrom == [0])
  }
}
