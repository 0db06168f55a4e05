import Findings
import Glibc
import Tabular
import Testing

@Suite("Records")
struct RecordReaderTests {
  @Test(
    "separates cells and records",
    arguments: [
      ("a", [["a"]]), ("a,b", [["a", "b"]]), ("a,b\n", [["a", "b"]]), ("a,\n", [["a", ""]]), ("a,", [["a", ""]]),
      (",", [["", ""]]), ("a\r\nb\r\n", [["a"], ["b"]]), ("a\rb", [["a"], ["b"]]), ("a\n\nb", [["a"], [""], ["b"]]),
      ("\"a\",\"b,c\"\n", [["a", "b,c"]]), ("\"a\"\"b\"", [["a\"b"]]), ("\"\"\"\"", [["\""]]), ("\"\"", [[""]]),
      ("\"a\nb\",c\nd", [["a\nb", "c"], ["d"]]), ("a\"b,c", [["a\"b", "c"]]), ("\"a\" ,b", [["a", "b"]]),
      ("x\n\"a\r\nb\"\r\ny", [["x"], ["a\r\nb"], ["y"]]),
    ])
  func cells(text: String, expected: [[String]]) {
    let trial = FileTrial(text)
    #expect(trial.records == expected)
    #expect(trial.failure == nil)
  }

  @Test("stops at a row of more cells than any sheet has")
  func tooWide() {
    let widest = String(repeating: ",", count: RecordReader.mostCells - 1)
    #expect(FileTrial("a\n\(widest)\nb").records.map(\.count) == [1, RecordReader.mostCells, 1])
    let trial = FileTrial("a\n\(widest),\nb")
    #expect(trial.records == [["a"]])
    #expect(trial.failure == .recordTooWide(.line("f.csv", line: 2, column: 1), limit: RecordReader.mostCells))
  }

  @Test("counts lines inside quotation marks, whatever ends them")
  func lines() {
    #expect(FileTrial("a\n\"b\nc\r\nd\re\"\nf\rg\r\nh").lines == [1, 2, 6, 7, 8])
  }

  @Test("knows line and character of each cell, in characters and not in bytes")
  func places() throws {
    let file = try #require(
      DelimitedFile.read(Array("编号,科室\n\"一\n二\",\"a\"\"中\",末\n".utf8), name: "f", log: FindingLog()))
    var reader = file.records()
    var places: [[String]] = []
    while reader.advance() {
      if reader.count > 1 { _ = reader.cell(1) }
      var ofRecord: [String] = []
      for cell in 0...reader.count { ofRecord.append(reader.place(ofCell: cell).text) }
      places.append(ofRecord)
    }
    #expect(places[0] == ["f:1:1", "f:1:4", "f:1:6"])
    // The first cell runs on to the next line, which begins 二",…
    #expect(places[1] == ["f:2:1", "f:3:4", "f:3:11", "f:3:12"])
  }

  @Test("names the quotation mark that is never closed")
  func unclosed() {
    let trial = FileTrial(malformed: "quote-unclosed.csv")
    #expect(trial.records == [["编号", "意见"]])
    #expect(trial.failure?.code == "cell-quote-unclosed")
    #expect(trial.failure?.place.text == "quote-unclosed.csv:2:3")
  }

  @Test("goes on behind text that follows a closing quotation mark")
  func stray() throws {
    let file = try #require(DelimitedFile.read(Array("a,b\n1,\"x\"y,2\n3,4\n".utf8), name: "f", log: FindingLog()))
    var reader = file.records()
    var strays: [Int?] = []
    while reader.advance() { strays.append(reader.strayQuote) }
    #expect(strays == [nil, 1, nil])
  }

  @Test("reads a record that is longer than the window")
  func longRecord() {
    let long = String(repeating: "长\"", count: 700_000)
    let written = long.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    let trial = FileTrial("a,b\n1,\"\(written)\"\n2,z\n")
    #expect(trial.records.count == 3)
    #expect(trial.records[1][1] == long)
    #expect(trial.records[2] == ["2", "z"])
  }

  @Test("refuses a record without end, however long the file")
  func endless() {
    let trial = FileTrial(Array("a\n\"".utf8) + [UInt8](repeating: 0x78, count: RecordReader.longestRecord + 100))
    #expect(trial.failure?.code == "row-too-long")
    #expect(trial.failure?.place.text == "f.csv:2:1")
  }

  @Test("reads back what was written, in either encoding and with any line end", arguments: 0..<40)
  func roundTrip(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let alphabet: [Character] = ["a", "b", ",", "\"", "\n", "\r", "\r\n", ";", "\t", " ", "中", "㐀", "𠀀", "1"]
    let columns = Int.random(in: 2...6, using: &random)
    let end = ["\n", "\r\n", "\r"][Int(seed % 3)]
    let header = (0..<columns).map { "h\($0)" }
    var table = [header]
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      table.append(
        (0..<columns).map { _ in
          let length = Int.random(in: 0...(Bool.random(using: &random) ? 3 : 30), using: &random)
          return String((0..<length).map { _ in alphabet.randomElement(using: &random) ?? "a" })
        })
    }
    var text = ""
    for record in table {
      text += record.map { quoted($0, needlessly: Bool.random(using: &random)) }.joined(separator: ",") + end
    }
    for bytes in [Array(text.utf8), gb18030(text)] {
      let trial = FileTrial(bytes)
      #expect(trial.records == table, "seed \(seed)")
      #expect(trial.failure == nil)
    }
  }

  private func gb18030(_ text: String) -> [UInt8] {
    let converter = iconv_open("GB18030", "UTF-8")
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map(CChar.init(bitPattern:))
    var output = [CChar](repeating: 0, count: input.count * 2 + 16)
    let capacity = output.count
    var left = capacity
    input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var fromLeft = input.count
        var to = output.baseAddress
        #expect(iconv(converter, &from, &fromLeft, &to, &left) == 0)
      }
    }
    return output[..<(capacity - left)].map(UInt8.init(bitPattern:))
  }

  private func quoted(_ cell: String, needlessly: Bool) -> String {
    let needs = cell.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
    guard needs || needlessly else { return cell }
    var result = "\""
    for scalar in cell.unicodeScalars { result += scalar == "\"" ? "\"\"" : String(scalar) }
    return result + "\""
  }
}
