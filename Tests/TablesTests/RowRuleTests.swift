import Findings
import Tables
import Testing

@Suite("What cells of a row say of one another")
struct RowRuleTests {
  static func spec(_ rules: String) -> String {
    """
    table: t
    version: "1"
    reject_limit: 1
    \(rules)
    columns:
      状态: {type: text, labels: [已报送, 已发表]}
      报送: {type: date}
      审核: {type: date}
      发表: {type: date}
      级别: {type: number}

    """
  }
  static let rules = """
    order: [报送, 审核, 发表]
    requires: [{column: 状态, is: [已发表], needs: [发表]}]
    """

  @Test("takes no day before the one that comes first, and passes blanks over")
  func order() throws {
    let trial = try ImportTrial(
      Self.spec(Self.rules),
      """
      状态,报送,审核,发表,级别
      已报送,2025-06-09,,2025-03-12,3
      已报送,2025-06-09,2025-06-09,2025-06-09,3
      已报送,2025-06-09,2025-06-01,2025-06-05,3
      已报送,,2025-06-01,2025-06-05,3
      """)
    #expect(trial.sink.values("发表") == [nil, "20250609", nil, "20250605"])
    #expect(trial.sink.values("审核") == [nil, "20250609", nil, "20250601"])
    #expect(trial.log.countByCode == ["cell-day-before": 3])
    #expect(trial.outcome.rejected == 0)
    let told = trial.log.findings.first?.wording(in: .chinese)
    #expect(told?.found == "“发表”（2025-03-12）早于“报送”（2025-06-09）。" && told?.consequence == "该行保留，其“发表”按缺失处理。")
  }

  @Test("tells what a row lacks because of what it says")
  func requires() throws {
    let trial = try ImportTrial(
      Self.spec(Self.rules), "状态,报送,审核,发表,级别\n已发表,2025-06-09,,,3\n已报送,2025-06-09,,,3\n,,,,3\n")
    #expect(trial.log.countByCode == ["cell-needed": 1])
    #expect(trial.log.findings.first?.wording(in: .chinese).found == "“状态”是“已发表”，而“发表”没有填。")
    #expect(trial.log.findings.first?.severity == .warning)
  }

  @Test(
    "tells what is wrong with the rules",
    arguments: [
      ("order: [报送, 刊出]", "table-column-unknown"), ("order: [报送, 级别]", "table-row-rule-type"),
      ("order: [报送, 报送]", "column-id-taken"),
      ("requires: [{column: 级别, is: [已发表], needs: [发表]}]", "table-row-rule-type"),
      ("requires: [{column: 状态, is: [发表了], needs: [发表]}]", "table-row-rule-text"),
      ("requires: [{column: 状态, is: [已发表]}]", "key-missing"),
      ("requires: [{column: 状态, is: [已发表], needs: [刊出]}]", "table-column-unknown"),
    ])
  func refused(rules: String, code: String) {
    let log = FindingLog()
    #expect(ImportTrial.spec(Self.spec(rules), log: log) == nil)
    #expect(log.problems.map(\.code) == [code])
  }
}
