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
        _ = scheme.grading?.sentences(in: .english)
        for measure in scheme.measures { _ = measure.sentence(in: .english) }
      } else if !log.hasProblems {
        Issue.record("round \(round): neither a scheme nor a problem")
      }
    }
    #expect(read > rounds / 40, "some mutations stay readable: \(read)")
  }

  /// One mutation of a scheme extends another.
  @Test func `Mutations that extend mutations give a scheme or findings`() throws {
    let lines = wholeScheme.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var random = SeededGenerator(seed: 8)
    var read = 0
    for round in 0..<500 {
      var base = lines
      var own = lines
      for _ in 0..<Int.random(in: 0...4, using: &random) { own.remove(at: Int.random(in: own.indices, using: &random)) }
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        base.remove(at: Int.random(in: base.indices, using: &random))
        let index = Int.random(in: own.indices, using: &random)
        own[index] = replacedToken(own[index], ["~", "{a: ~}", "[]", "{}"], &random)
      }
      let log = FindingLog()
      let text = "extends: base.yaml\n" + own.joined(separator: "\n")
      let node = YAMLFile.parse(text, name: "own.yaml", log: FindingLog())
      let under = YAMLFile.parse(base.joined(separator: "\n"), name: "base.yaml", log: FindingLog())
      guard let node, let under else { continue }
      if let scheme = Scheme.read(node, among: ["base.yaml": under], log: log) {
        read += 1
        check(scheme, against: wholeCatalogue, log: log)
      } else if !log.hasProblems {
        Issue.record("round \(round): neither a scheme nor a problem")
      }
    }
    #expect(read > 50, "some stay readable: \(read)")
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
