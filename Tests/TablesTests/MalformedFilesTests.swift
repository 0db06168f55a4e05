import Findings
import Foundation
import Register
import Tables
import Tabular
import Testing

/// Each file of `Tests/MalformedFiles` on its whole way to checked rows.
@Suite("Malformed files")
struct MalformedFilesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("MalformedFiles").path
  private static let spec = """
    table: t
    version: "1"
    columns: {编号: {type: integer, required: true}}
    """

  /// What is found, the rows that are taken, and whether the batch stops.
  static let expected: [String: (findings: [String], rows: Int, isStopped: Bool)] = [
    "bom.csv": (["column-further :1:4"], 1, false),
    "cr-only.csv": (["column-further :1:4"], 2, false),
    "damaged-utf8.csv": (["file-utf8-damaged :3:4"], 0, true),
    "empty.csv": (["file-empty "], 0, true),
    "gb18030.csv": (["file-encoding :1:1", "column-further :1:4"], 2, false),
    "header-only.csv": (["column-further :1:4", "file-without-rows "], 0, true),
    "neither-encoding.csv": (["file-not-decodable :2:3"], 0, true),
    "nul-bytes.csv": (["file-nul-bytes :2:4"], 0, true),
    "quote-stray.csv": (["column-further :1:4", "cell-quote-stray :2:3", "file-reject-limit "], 1, true),
    "quote-unclosed.csv": (["column-further :1:4", "cell-quote-unclosed :2:3"], 0, true),
    "quotes.csv": (["column-further :1:4"], 2, false),
    "ragged.csv": (["column-further :1:4", "row-ragged :3:9", "file-reject-limit "], 2, true),
    "twin-headers.csv": (["column-further :1:4"], 1, false),
    "utf16.csv": (["column-further :1:4"], 1, false),
    "workbook-named.csv": (["file-not-csv "], 0, true),
  ]

  @Test("give their findings, with places, and nothing else", arguments: expected.keys.sorted())
  func findings(name: String) throws {
    let log = FindingLog()
    let spec = try #require(ImportTrial.spec(Self.spec, log: log))
    var outcome = ImportOutcome()
    outcome.isStopped = true
    if let file = DelimitedFile.open("\(Self.folder)/\(name)", name: "", log: log) {
      let table = TableImport(spec: spec, register: UnitRegister([]))
      outcome = try table.run(file: file, into: CollectingSink(), language: .chinese, log: log)
    }
    let wanted = try #require(Self.expected[name])
    #expect(log.findings.map { "\($0.code) \($0.place.text)" } == wanted.findings)
    #expect(outcome.rowsAccepted == wanted.rows && outcome.isStopped == wanted.isStopped)
  }

  @Test("are all tried")
  func complete() throws {
    #expect(try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted() == Self.expected.keys.sorted())
  }

  @Test("never end the program: bytes changed at random in sound files", arguments: 0..<300)
  func mutations(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let names = ["bom.csv", "gb18030.csv", "quotes.csv", "cr-only.csv", "ragged.csv"]
    let name = try #require(names.randomElement(using: &random))
    var bytes = Array(try #require(FileManager.default.contents(atPath: "\(Self.folder)/\(name)")))
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.insert([0x22, 0x2C, 0x0A, 0x0D, 0xFF].randomElement(using: &random) ?? 0, at: place)
      default: bytes.remove(at: place)
      }
    }
    let log = FindingLog()
    let spec = try #require(ImportTrial.spec(Self.spec, log: log))
    guard let file = DelimitedFile.read(bytes, name: name, log: log) else {
      #expect(log.hasProblems)
      return
    }
    let sink = CollectingSink()
    let outcome = try TableImport(spec: spec, register: UnitRegister([]))
      .run(file: file, into: sink, language: .english, log: log)
    // Every row that was read is either taken or set aside, and whoever stops says why.
    #expect(outcome.rowsAccepted + sink.rejects.count == outcome.rowsRead)
    #expect(outcome.isStopped ? log.hasProblems : sink.rowCount == outcome.rowsAccepted)
  }
}

/// A small reproducible source of random numbers (SplitMix64, Steele et al. 2014).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
