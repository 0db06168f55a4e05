import Foundation
import Testing

/// Words that `docs/terms.md` puts aside are not used in the sources: the page and the program speak alike.
@Suite("Terms")
struct TermTests {
  static let forbidden: [String] = {
    let text = (try? Repository.text("docs/terms.md")) ?? ""
    var words: [String] = []
    for line in text.split(separator: "\n") {
      let parts: [Substring]
      if line.hasPrefix("| ") {
        parts = line.split(separator: "|", omittingEmptySubsequences: false).dropLast().suffix(1)
      } else {
        parts = line.matches(of: /(?:never|not) (?:`[^`]+`(?:, )?)+/).map(\.output)
      }
      for part in parts { words += part.matches(of: /`([^`]+)`/).map { String($0.1) } }
    }
    return words
  }()

  @Test func thePageForbidsSomething() { #expect(Self.forbidden.count > 25 && Self.forbidden.contains("KPI")) }

  @Test(arguments: forbidden)
  func isAbsentFromTheSources(word: String) throws {
    let isLatin = word.allSatisfy(\.isASCII)
    let pattern = try Regex(isLatin ? "\\b\(word)\\b" : word).ignoresCase()
    for path in Repository.files(under: "Sources", ending: ".swift") {
      let text = try Repository.text(path)
      #expect(text.firstMatch(of: pattern) == nil, "\(path) says \(word)")
    }
  }
}
