import Documents
import Findings
import Foundation
import Schemes
import Statistics
import Testing

@testable import Scoring

/// Examples of schemes that have mistakes run on what could be read of them, and end: never a crash.
@Suite(.timeLimit(.minutes(2))) struct MutatedExampleTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func examplesOfMutatedSchemesRun() throws {
    let path = "datasets/qinglian/schemes/qinglian-keshi.yaml"
    let text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var random = SplitMix64(seed: 11)
    func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    let pieces = ["", "~", "x", "-1", "[]", "{}", "总分", "missing", "1e308"]
    var (broken, run) = (0, 0)
    for _ in 0..<400 {
      var mutated = lines
      for _ in 0...pick(2) {
        let index = pick(mutated.count)
        let words = mutated[index].split { " {}[],:".contains($0) }
        if pick(3) == 0 || words.isEmpty {
          mutated.remove(at: index)
        } else {
          mutated[index] = mutated[index].replacing(
            words[pick(words.count)], with: pieces[pick(pieces.count)], maxReplacements: 1)
        }
      }
      let node = YAMLFile.parse(mutated.joined(separator: "\n"), name: "s.yaml", log: FindingLog())
      guard let draft = node.flatMap({ Scheme.draft($0, log: FindingLog()) }), !draft.isWhole else { continue }
      broken += 1
      for example in draft.scheme.examples {
        guard let scheme = draft.scheme(for: example) else { continue }
        run += 1
        _ = Scoring.run(example, of: scheme)
      }
    }
    #expect(broken > 50 && run > 50, "\(broken) broken, \(run) examples run")
  }
}
