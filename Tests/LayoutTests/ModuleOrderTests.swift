import Foundation
import Testing

/// The shape of the house, as tests: modules import only what stands above them, files stay short, names say something.
@Suite struct ModuleOrderTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The chain of `docs/architecture.md`, first to last. `Charts` and `Spreadsheets` are side leaves: they know little of the
  /// chain.
  static let chain = [
    "Findings", "Documents", "Statistics", "Register", "Tabular", "Tables", "Schemes", "Obligations", "Ledgers",
    "Scoring", "Analysis",
    "Charts", "Spreadsheets", "Store", "Reports", "Workbench", "qingheng",
  ]
  static let sideLeaves: [String: Set<String>] = [
    "Charts": ["Findings", "Documents", "Statistics"], "Spreadsheets": ["Findings"],
  ]

  /// Libraries that only the named places import.
  static let reserved: [String: [String]] = [
    "GRDB": ["Sources/Store/"], "GRDBSQLite": ["Sources/Store/"], "CGD": ["Sources/Charts/"],
    "CFreeType": ["Sources/Charts/"], "CFontconfig": ["Sources/Charts/"], "CZlib": ["Sources/Charts/"],
    "CNettle": ["Sources/Tabular/SHA256.swift"],
    "CZip": ["Sources/Tabular/Archives/", "Sources/Reports/Output/Word/"], "CExpat": ["Sources/Tabular/Workbooks/"],
    "CFreeXL": ["Sources/Tabular/OldWorkbooks/"],
    "CXLSXWriter": ["Sources/Spreadsheets/Writing/XLSXFile.swift"],
    "CMarkGFM": ["Sources/Reports/"], "Yams": ["Sources/Documents/"], "ArgumentParser": ["Sources/qingheng/"],
  ]

  struct SwiftFile: Sendable, CustomTestStringConvertible {
    let path: String
    let text: String
    var testDescription: String { path }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var imports: [String] {
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
          words[..<index].allSatisfy({ $0.hasPrefix("@") || $0 == "package" || $0 == "internal" || $0 == "private" })
        else { return nil }
        return String(words.last ?? "")
      }
    }
  }

  static func swiftFiles(under folders: [String]) -> [SwiftFile] {
    folders.flatMap { folder -> [SwiftFile] in
      let base = root.appending(path: folder)
      let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
      return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
        (try? String(contentsOf: base.appending(path: name), encoding: .utf8)).map {
          SwiftFile(path: "\(folder)/\(name)", text: $0)
        }
      }
    }
  }

  static let sources = swiftFiles(under: ["Sources"])
  static let everything = sources + swiftFiles(under: ["Tests", "Demo", "Benchmarks"])

  @Test func theSourcesAreFound() { #expect(Self.sources.count > 50) }

  @Test(arguments: sources)
  func aModuleImportsOnlyWhatStandsAboveIt(file: SwiftFile) throws {
    let module = String(try #require(file.path.split(separator: "/").dropFirst().first))
    guard let position = Self.chain.firstIndex(of: module) else { return }
    let above = Self.sideLeaves[module] ?? Set(Self.chain[..<position])
    for imported in file.imports where Self.chain.contains(imported) {
      #expect(above.contains(imported), "\(file.path) imports \(imported), which does not stand above \(module)")
    }
  }

  @Test(arguments: sources)
  func aLibraryIsImportedOnlyWhereItBelongs(file: SwiftFile) {
    for imported in file.imports {
      guard let places = Self.reserved[imported] else { continue }
      #expect(places.contains { file.path.hasPrefix($0) }, "\(file.path) imports \(imported)")
    }
  }

  @Test(arguments: everything)
  func filesStayShort(file: SwiftFile) {
    let count = file.lines.count
    #expect(count <= 301, "\(file.path) has \(count - 1) lines; split it by idea")
  }

  @Test(arguments: everything)
  func namesSaySomething(file: SwiftFile) {
    let banned = ["utils", "util", "helpers", "helper", "common", "manager", "misc"]
    let name = (file.path.split(separator: "/").last ?? "").lowercased()
    for word in banned { #expect(!name.contains(word), "\(file.path)") }
    for line in file.lines {
      for keyword in ["class ", "struct ", "enum ", "protocol ", "actor "] {
        guard let range = line.range(of: keyword) else { continue }
        let type = line[range.upperBound...].prefix { $0.isLetter || $0.isNumber }.lowercased()
        for word in banned where type.hasSuffix(word) { Issue.record("\(file.path): a type named \(type)") }
      }
    }
  }

  @Test(arguments: sources)
  func nothingCrashesOnPurposeOrIsLeftForLater(file: SwiftFile) {
    for word in ["TODO", "FIXME", "fatalError(", "try!", " as! ", "preconditionFailure("] {
      #expect(!file.text.contains(word), "\(file.path) has \(word)")
    }
  }

  /// No Swift code knows a system, a scheme or a hospital; only the demo generator may.
  @Test(arguments: sources)
  func noSwiftKnowsASystem(file: SwiftFile) {
    for word in ["qinglian", "sizexietong", "waipai", "zuzhiyuan", "fengxian", "cms-stars", "清廉科室", "四责协同", "清江"] {
      #expect(!file.text.contains(word), "\(file.path) names \(word)")
    }
  }

  /// Every module has a suite beside it.
  @Test func everyModuleHasItsSuite() throws {
    let tests = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Tests").path)
    for module in Self.chain where module != "qingheng" { #expect(tests.contains("\(module)Tests"), "\(module)") }
  }

  /// Wording of each language exists for each finding enum.
  @Test func everyFindingEnumIsWordedInBothLanguages() {
    let enums = Self.sources.filter { $0.text.contains(": Finding, Equatable") || $0.text.contains(": Finding {") }
    #expect(!enums.isEmpty)
    for file in enums {
      let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
      for language in ["English", "Chinese"] {
        #expect(
          Self.sources.contains { $0.path.hasPrefix(folder) && $0.path.contains("+\(language)") },
          "\(file.path) has no \(language) wording beside it")
      }
    }
  }
}
