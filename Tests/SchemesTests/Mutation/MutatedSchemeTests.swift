import Documents
import Findings
import Foundation
import Testing

@testable import Schemes

/// Thousands of seeded edits of every scheme there is: each ends in a scheme or in findings that say where, never in a
/// crash or a hang. `QINGHENG_MUTATIONS=20000` runs more of them; a failure prints the seed of its case.
@Suite("Mutated schemes", .timeLimit(.minutes(10))) struct MutatedSchemeTests {
  private static let rounds = ProcessInfo.processInfo.environment["QINGHENG_MUTATIONS"].flatMap { Int($0) } ?? 600

  @Test("the rich schemes are schemes", arguments: [richScheme, clusterScheme]) func richOnesRead(text: String) throws {
    let log = FindingLog()
    let scheme = readScheme(text, log: log)
    #expect(
      log.findings.filter { $0.severity == .problem }.map { "\($0.place.text) \($0.wording(in: .english).found)" } == []
    )
    _ = try #require(scheme)
  }

  @Test("give schemes or findings with places") func mutations() throws {
    let sources = try SchemeSources.all()
    #expect(sources.count >= 8)
    let lines = sources.flatMap { $0.split(separator: "\n").map(String.init) }
    var read = 0
    var slowest: (seed: Int, time: Duration) = (0, .zero)
    for seed in 0..<Self.rounds {
      var mutation = SchemeMutation(random: SeededGenerator(seed: UInt64(seed) &+ 20_251_121), others: lines)
      let text = mutation.mutate(sources[seed % sources.count])
      let time = ContinuousClock().measure {
        let problem = Self.problem(with: text, isRead: &read)
        if let problem { Issue.record("seed \(seed): \(problem)\n\(text.prefix(4000))") }
      }
      if time > slowest.time { slowest = (seed, time) }
    }
    #expect(read > Self.rounds / 30, "some mutations stay readable: \(read)")
    if Self.rounds > 600 {
      print("\(read) of \(Self.rounds) read; the slowest, seed \(slowest.seed), took \(slowest.time)")
    }
  }

  /// nil: it went as it must.
  private static func problem(with text: String, isRead: inout Int) -> String? {
    // As far as it can be read it is held against tables, and knows which of its examples can run.
    let written = YAMLFile.parse(text, name: "s.yaml", log: FindingLog())
    if let written, let bare = Scheme.draft(written, log: FindingLog()) {
      let draft = Scheme.draft(written, against: SchemeSources.catalogue(for: bare.scheme), log: FindingLog())
      for example in draft?.scheme.examples ?? [] { _ = draft?.scheme(for: example) }
    }
    let log = FindingLog()
    if let scheme = readScheme(text, log: log) {
      isRead += 1
      check(scheme, against: SchemeSources.catalogue(for: scheme), log: log)
      if let expanded = scheme.expanding(from: SchemeSources.rows(for: scheme), log: log) {
        check(expanded, against: SchemeSources.catalogue(for: scheme), log: log)
        for node in expanded.allNodes {
          for language in Language.allCases { _ = node.sentence(in: language, of: expanded) }
        }
      }
    } else if !log.hasProblems {
      return "neither a scheme nor a problem"
    }
    // Each finding says where, in words in both languages. Work without end would show as findings without end.
    // All that YAML takes for a line break, so that the last line is surely among them.
    let count = 1 + text.unicodeScalars.filter { "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) }.count
    if log.findings.count > 1000 + 200 * count { return "\(log.findings.count) findings in \(count) lines" }
    for finding in log.findings {
      guard case .line(_, let line, let column) = finding.place else { return "\(finding.code) has no line" }
      if line < 1 || column < 1 || line > count + 1 { return "\(finding.code) at line \(line), column \(column)" }
      for language in Language.allCases where finding.wording(in: language).found.isEmpty {
        return "\(finding.code) without words"
      }
    }
    return nil
  }
}
