import Findings
import Testing

@testable import Schemes

/// Formulas as people who do not read formulas see them; what words would not make clearer stays as it is written.
@Suite struct ExpressionWordsTests {
  @Test(arguments: [
    ("板块 = 2", "板块为2", "板块 is 2"), ("类型 = '住院'", "类型为‘住院’", "类型 is ‘住院’"),
    ("a <> 1 AND b IS NULL", "a不为1，且b为空", "a is not 1 and b is empty"),
    ("a IN (1, 2)", "a为1、2之一", "a is one of 1, 2"),
    ("CASE WHEN a <= b THEN 1 ELSE 0 END", "a不超过b", "a is at most b"),
    (
      "CASE WHEN a = 'x' THEN 1.0 WHEN a = 'y' THEN 0.5 ELSE 0.0 END", "a为‘x’计1，a为‘y’计0.5，其余计0",
      "1 if a is ‘x’, 0.5 if a is ‘y’, else 0"
    ),
    ("(a = 1 OR b = 2) AND c = 3", "(a = 1 OR b = 2) AND c = 3", "(a = 1 OR b = 2) AND c = 3"),
    ("a + 1", "a + 1", "a + 1"), ("days(a, b) > 30", "days(a, b) > 30", "days(a, b) > 30"),
  ])
  func words(text: String, chinese: String, english: String) throws {
    let log = FindingLog()
    let expression = try #require(parseExpression(text, at: .line("s.yaml", line: 1, column: 1), log: log))
    #expect(expression.words(in: .chinese) == chinese)
    #expect(expression.words(in: .english) == english)
  }
}
