import Findings
import Tabular

/// The cells of all records of a file, and what was found.
struct FileTrial {
  var records: [[String]] = []
  var lines: [Int] = []
  var file: DelimitedFile?
  var failure: TabularFinding?
  let log = FindingLog()

  init(_ bytes: [UInt8], encoding: EncodingRule = .auto, headerRow: Int = 1) {
    file = DelimitedFile.read(bytes, name: "f.csv", encoding: encoding, headerRow: headerRow, log: log)
    readAll()
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  /// A file of `Tests/MalformedFiles`.
  init(malformed name: String, sourceFile: String = #filePath) {
    let tests = sourceFile.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
    file = DelimitedFile.open("\(tests)/MalformedFiles/\(name)", name: name, log: log)
    readAll()
  }

  private mutating func readAll() {
    guard let file else { return }
    var reader = file.records()
    while reader.advance() {
      records.append((0..<reader.count).map { String(decoding: reader.cell($0), as: UTF8.self) })
      lines.append(reader.line)
    }
    failure = reader.failure
  }

  var codes: [String] { log.findings.map(\.code) }
  var places: [String] { log.findings.map(\.place.text) }
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
