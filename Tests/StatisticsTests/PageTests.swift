import Foundation
import Testing

/// `docs/statistics.md` names every function and type that the folders of methods offer, and only files that are there.
@Suite struct PageTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func everythingOfferedIsOnThePage() throws {
    let page = try String(contentsOf: Self.root.appending(path: "docs/statistics.md"), encoding: .utf8)
    let base = Self.root.appending(path: "Sources/Statistics")
    let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    var offered: [String] = []
    for name in names where name.hasSuffix(".swift") && name.contains("/") {
      let text = try String(contentsOf: base.appending(path: name), encoding: .utf8)
      for line in text.split(separator: "\n") {
        for keyword in ["func ", "struct ", "enum ", "protocol "] where line.hasPrefix("package " + keyword) {
          offered.append(String(line.dropFirst(8 + keyword.count).prefix { $0.isLetter || $0.isNumber }))
        }
      }
    }
    #expect(offered.count > 30)
    // The two that the rest is made of.
    for name in offered where !["ConfidenceInterval", "normalQuantile", "studentQuantile"].contains(name) {
      #expect(page.contains("`\(name)`"), "\(name)")
    }
  }

  /// The tables were written by `Simulations`, and say with which seed.
  @Test func theTablesAreThere() throws {
    let page = try String(contentsOf: Self.root.appending(path: "docs/statistics.md"), encoding: .utf8)
    let main = try String(
      contentsOf: Self.root.appending(path: "Benchmarks/Simulations/main.swift"), encoding: .utf8)
    #expect(main.contains("let seed: UInt64 = 20_260_630") && page.contains("Seed 20260630;"))
    #expect(page.components(separatedBy: "\n### ").count == 9)
  }
}
