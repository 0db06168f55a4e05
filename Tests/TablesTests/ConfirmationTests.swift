import Findings
import Tables
import Testing

@Suite("Confirmation in table specs and files")
struct ConfirmationTests {
  static let columns = """
    columns:
      编号: {type: text, required: true}
      科室: {type: text}
      内容: {type: text}
      金额: {type: number, range: [0, 100]}
      触发: {type: date}
      核实: {type: date}
      核实人: {type: text}
      认定: {type: date}
      机构: {type: text}
      结论: {type: text, labels: [属实, 不实]}
      生效: {type: date}
    """
  static func spec(
    _ confirmation: String =
      "{trigger: 触发, verify: {date: 核实, role: 核实人}, confirm: {date: 认定, role: 机构, result: 结论, positive: [属实]}, effective: 生效}",
    _ further: String = ""
  ) -> String {
    "table: 线索\nversion: \"1\"\nkey: [编号]\nreject_limit: 1\nconfirmation: \(confirmation)\n\(further)\(columns)\n"
  }
  static let header = "编号,科室,内容,金额,触发,核实,核实人,认定,机构,结论,生效\n"

  @Test("reads every stage")
  func reads() throws {
    let log = FindingLog()
    let rule = try #require(ImportTrial.spec(Self.spec(), log: log)?.confirmation)
    #expect(log.isEmpty)
    #expect(rule.columns == ["触发", "核实", "认定", "生效", "核实人", "机构", "结论"] && rule.positive == ["属实"])
    let short = "{trigger: 触发, confirm: {date: 认定, role: 机构, result: 结论, positive: 属实}}"
    let least = try #require(ImportTrial.spec(Self.spec(short), log: log)?.confirmation)
    #expect(least.verified == nil && least.effective == nil && least.positive == ["属实"])
  }

  @Test(
    "tells what is wrong with it",
    arguments: [
      ("{confirm: {date: 认定, role: 机构, result: 结论, positive: [属实]}}", "key-missing"),
      ("{trigger: 触发}", "key-missing"),
      ("{trigger: 触发, confirm: {date: 认定, role: 机构, result: 结论}}", "key-missing"),
      ("{trigger: 触发日, confirm: {date: 认定, role: 机构, result: 结论, positive: [属实]}}", "table-column-unknown"),
      ("{trigger: 内容, confirm: {date: 认定, role: 机构, result: 结论, positive: [属实]}}", "table-confirmation-type"),
      ("{trigger: 触发, confirm: {date: 认定, role: 金额, result: 结论, positive: [属实]}}", "table-confirmation-type"),
      ("{trigger: 触发, confirm: {date: 触发, role: 机构, result: 结论, positive: [属实]}}", "column-id-taken"),
      ("{trigger: 触发, confirm: {date: 认定, role: 机构, result: 结论, positive: [成立]}}", "table-confirmation-result"),
      ("{trigger: 触发, when: 核实, confirm: {date: 认定, role: 机构, result: 结论, positive: [属实]}}", "key-unknown"),
      ("[触发]", "value-wrong-kind"),
    ])
  func refuses(confirmation: String, code: String) {
    let log = FindingLog()
    #expect(ImportTrial.spec(Self.spec(confirmation), log: log) == nil)
    #expect(log.findings.contains { $0.code == code }, "\(log.findings.map(\.code))")
  }

  @Test("stands alone, and a protected table registers nobody")
  func exclusions() {
    let log = FindingLog()
    let rule = "{trigger: 触发, confirm: {date: 认定, role: 机构, result: 结论, positive: [属实]}}"
    _ = ImportTrial.spec(Self.spec(rule, "confirmed: 结论\n"), log: log)
    #expect(log.findings.map(\.code).contains("table-confirmation-twice"))
    let other = FindingLog()
    _ = ImportTrial.spec(
      Self.spec(rule, "protected: true\nunit: {column: 科室, kind: 科室, unmatched: register}\n"), log: other)
    #expect(other.findings.map(\.code) == ["table-protected-registers"])
  }

  @Test("rows whose stages do not hold together are kept, and told")
  func importing() throws {
    let rows = """
      1,肾内,,,2025-02-03,2025-02-20,甲,2025-03-10,院纪委,属实,2025-03-15
      2,肾内,,,2025-02-03,2025-03-20,甲,2025-03-10,院纪委,属实,2025-03-15
      3,肾内,,,2025-02-03,2025-02-20,甲,2025-03-10,院纪委,属实,2025-03-01
      4,肾内,,,2025-02-03,2025-02-20,甲,2025-03-10,,,
      5,肾内,,,2025-02-03,,,,,,
      """
    let trial = try ImportTrial(Self.spec(), Self.header + rows + "\n")
    #expect(trial.outcome.rowsAccepted == 5 && trial.outcome.rejected == 0)
    #expect(
      trial.findings == [
        "event-dates-out-of-order f.csv:3:32", "event-dates-out-of-order f.csv:4:50",
        "event-decision-incomplete f.csv:5:43",
      ])
    #expect(trial.log.findings.allSatisfy { $0.severity == .warning })
    #expect(
      trial.first
        == .event(
          trial.log.findings[0].place, .order(.confirm, day: "2025-03-10", before: .verify, otherDay: "2025-03-20")))
  }

  /// Whatever is wrong with a file of work secrets, no cell but the key is repeated: not in findings, not in rejects.
  @Test("says nothing of what stands in protected cells")
  func secrecy() throws {
    let yaml = Self.spec(
      "{trigger: 触发, confirm: {date: 认定, role: 机构, result: 结论, positive: [属实]}}",
      "protected: true\nunit: {column: 科室}\nperiod: {column: 触发, grain: half}\n")
    let rows = """
      1,秘密科,秘密,,2025-02-03,,,,,,
      2,肾内,秘密,98765,2025-02-03,秘密,,,,,
      3,肾内,秘密,,2025-02-03,,,,,秘密,
      4,康复科,秘密,,秘密,,,,,,
      5,骨科,秘密,,2025-02-03,,,,,,
      6,肾内,秘密,,1925-02-03,,,,,,
      6,秘密科,秘密,,2025-02-03,,,,,,,秘密
      """
    let trial = try ImportTrial(yaml, Self.header + rows + "\n")
    let codes = Set(trial.log.findings.map(\.code))
    for code in ["unit-unknown", "cell-out-of-range", "cell-unknown-option", "unit-ambiguous", "period-implausible"] {
      #expect(codes.contains(code), "\(codes)")
    }
    for language in Language.allCases {
      let words = FindingText(language: language, perCode: 99).text(of: trial.log)
      for secret in ["秘密", "98765", "1925"] { #expect(!words.contains(secret), "\(words)") }
    }
    for reject in trial.sink.rejects {
      #expect(reject.cells.count == 1)
      #expect(!(reject.cells + reject.reasons).joined().contains("秘密"), "\(reject)")
    }
    // The first row of a file without a header.
    let headless = try ImportTrial(yaml, "秘密一,秘密二,秘密三\n")
    #expect(headless.outcome.isStopped && !FindingText(language: .chinese).text(of: headless.log).contains("秘密"))
  }
}
