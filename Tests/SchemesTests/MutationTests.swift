import Documents
import Findings
import Testing

@testable import Schemes

@Suite(.timeLimit(.minutes(2))) struct MutationTests {
  /// Cuts, doubles, swaps and overwrites of a whole scheme: each gives a scheme or a problem, and never a crash.
  @Test(arguments: [(wholeScheme, 2000), (constructScheme, 500)])
  func `Mutations of a scheme give a scheme or findings`(text: String, rounds: Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let pieces = [
      "$", "{", "}", "[", "]", ":", "\"", "'", "-1", "1e308", "null", "true", "~", "", "\u{0}", "🏥", "row.x", "$满意下限",
      "总分", "missing", "not_applicable", "NaN", "99999999999999999999", "[[[]]]", "{any: []}", "like", "year",
    ]
    var random = SeededGenerator(seed: 7)
    var read = 0
    for round in 0..<rounds {
      var mutated = lines
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let index = Int.random(in: mutated.indices, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: mutated.remove(at: index)
        case 1: mutated.insert(mutated[index], at: index)
        case 2: mutated.swapAt(index, Int.random(in: mutated.indices, using: &random))
        case 3: mutated[index] = replacedToken(mutated[index], pieces, &random)
        case 4:
          // A word of one line for a word of another: names and keys that exist, in the wrong place.
          let other = words(mutated[Int.random(in: mutated.indices, using: &random)])
          mutated[index] = replacedToken(mutated[index], other.isEmpty ? pieces : other, &random)
        default: mutated[index] = String(mutated[index].dropLast(Int.random(in: 0...10, using: &random)))
        }
      }
      let log = FindingLog()
      if let scheme = readScheme(mutated.joined(separator: "\n"), log: log) {
        read += 1
        check(scheme, against: wholeCatalogue, log: log)
        _ = scheme.expanding(from: ["框架表": constructFrame], log: log)
        for node in scheme.allNodes { _ = node.sentence(in: .chinese, of: scheme) }
        for measure in scheme.measures { _ = measure.sentence(in: .english) }
      } else if !log.hasProblems {
        Issue.record("round \(round): neither a scheme nor a problem")
      }
    }
    #expect(read > rounds / 40, "some mutations stay readable: \(read)")
  }

  private func words(_ line: String) -> [String] {
    line.split { " {}[],:\"".contains($0) }.map(String.init)
  }

  private func replacedToken(_ line: String, _ pieces: [String], _ random: inout SeededGenerator) -> String {
    guard let word = words(line).randomElement(using: &random), let piece = pieces.randomElement(using: &random),
      let range = line.range(of: word)
    else { return line }
    return line.replacingCharacters(in: range, with: piece)
  }

  @Test func `Long chains of like and of facts are followed to their end`() throws {
    let count = 2000
    let chain = (0..<count).map { "  m\($0): {like: m\($0 + 1)}" }.joined(separator: "\n")
    let facts = (0..<count).map { "  f\($0): {all: [{fact: f\($0 + 1)}]}" }.joined(separator: "\n")
    let text =
      schemeHead + "measures:\n\(chain)\n  m\(count): {table: t, take: count}\n"
      + "facts:\n\(facts)\n  f\(count): {measure: m0, at_least: 1}\n"
      + "nodes: {id: 总分, measure: m0, applies: {fact: f0}}\n"
    let log = FindingLog()
    let scheme = try #require(readScheme(text, log: log))
    #expect(summary(log) == [])
    #expect(scheme.measure("m0")?.table == "t")
  }
}
