import Testing

@testable import Tables

@Suite("Text patterns")
struct TextPatternTests {
  @Test(
    "matches whole texts",
    arguments: [
      ("", "", true), ("", "a", false), ("[0-9A-Z]{6}", "01A234", true), ("[0-9A-Z]{6}", "01a234", false),
      ("[0-9A-Z]{6}", "01A2345", false), ("^D\\d{3}$", "D014", true), ("D\\d+", "D", false), ("a|bc", "bc", true),
      ("a|bc", "ac", false), ("(ab)*c?", "ababc", true), ("(ab)*c?", "aba", false), ("a{2,3}", "a", false),
      ("a{2,3}", "aaa", true), ("a{2,3}", "aaaa", false), ("a{2,}", "aaaaa", true), ("[^,]+", "中文", true),
      ("[^,]+", "中,文", false), ("第.季度", "第三季度", true), ("1[3-9]\\d{9}", "13800138000", true), ("\\.", "a", false),
      ("[\\d-]+", "12-3", true), ("(?:x|y)z", "yz", true), ("[]a]+", "]a", true), ("\\D\\W", "a!", true),
    ])
  func matching(pattern: String, text: String, expected: Bool) throws {
    #expect(try TextPattern(pattern).matches(text) == expected)
  }

  @Test(
    "names the character at which a pattern cannot be read",
    arguments: [
      ("(", 2), ("a)", 2), ("*a", 1), ("a**", 3), ("[a", 3), ("a{", 3), ("a{3,1}", 7), ("\\", 2), ("\\q", 2),
      ("[z-a]", 3), ("a{2", 4), ("(?<n>a)", 3), ("[]", 3),
    ])
  func syntax(pattern: String, at position: Int) {
    #expect(throws: PatternProblem.syntax(at: position)) { try TextPattern(pattern) }
  }

  @Test("refuses what would not end", arguments: ["(a{1000}){1000}", "a{9999}", "((((a{100}){100}){100}){100})"])
  func large(pattern: String) {
    let error = #expect(throws: PatternProblem.self) { try TextPattern(pattern) }
    if case .tooLarge = error {} else { Issue.record("\(String(describing: error))") }
  }

  @Test("does not hang where backtracking would")
  func hostile() throws {
    let text = String(repeating: "a", count: 5000) + "b"
    #expect(try !TextPattern("(a+)+").matches(text))
    #expect(try !TextPattern("(a|aa)*c").matches(text))
    #expect(try TextPattern("((((){1000}){1000}){1000}){1000}").matches(""))
  }
}
