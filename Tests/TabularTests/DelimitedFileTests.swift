import Findings
import Foundation
import Tabular
import Testing

@Suite("Delimited files")
struct DelimitedFileTests {
  @Test(
    "says what a file is that is no table",
    arguments: [
      ("empty.csv", "file-empty", "empty.csv"), ("workbook-named.csv", "file-not-csv", "workbook-named.csv"),
      ("nul-bytes.csv", "file-nul-bytes", "nul-bytes.csv:2:4"),
      ("damaged-utf8.csv", "file-utf8-damaged", "damaged-utf8.csv:3:4"),
      ("neither-encoding.csv", "file-not-decodable", "neither-encoding.csv:2:3"),
      ("absent.csv", "file-unreadable", "absent.csv"), ("", "file-unreadable", ""),
    ])
  func refused(name: String, code: String, place: String) {
    let trial = FileTrial(malformed: name)
    #expect(trial.file == nil)
    #expect(trial.codes == [code])
    #expect(trial.places == [place])
  }

  @Test("takes a file with nothing but white space for empty", arguments: ["\n\n", " \r\n", "\u{FEFF}", "\u{FEFF}\n"])
  func blank(text: String) { #expect(FileTrial(text).codes == ["file-empty"]) }

  @Test(
    "knows other kinds of file by their first bytes",
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], TabularFinding.FileKind.xls), (Array("%PDF-1.4".utf8), .pdf),
      (Array("SQLite format 3\0".utf8), .sqlite), ([0x1F, 0x8B, 0x08], .gzip),
      (Array("\n<!DOCTYPE html><html>".utf8), .html), ([0x89, 0x50, 0x4E, 0x47, 0x00, 0xFF], .binary),
    ] as [([UInt8], TabularFinding.FileKind)])
  func kinds(bytes: [UInt8], kind: TabularFinding.FileKind) {
    #expect(FileTrial(bytes).log.findings.first as? TabularFinding == .notCSV(.file("f.csv"), kind: kind))
  }

  @Test("leaves a byte-order mark out of the first header")
  func byteOrderMark() throws {
    let trial = FileTrial(malformed: "bom.csv")
    #expect(trial.records == [["编号", "科室"], ["1", "内科"]])
    #expect(trial.log.isEmpty)
    var reader = try #require(trial.file).records()
    _ = reader.advance()
    let place = reader.place(ofCell: 1)
    #expect(place.text == "bom.csv:1:4")
  }

  @Test("reads UTF-16 where its first bytes say so")
  func utf16() {
    #expect(FileTrial(malformed: "utf16.csv").records == [["编号", "科室"], ["1", "内科"]])
    // 编 is U+7F16; the tab is found as the delimiter.
    let big: [UInt8] = [0xFE, 0xFF, 0x7F, 0x16, 0x00, 0x09, 0x00, 0x62, 0x00, 0x0A]
    let trial = FileTrial(big)
    #expect(trial.records == [["编", "b"]])
    #expect(trial.codes == ["file-delimiter"])
  }

  @Test(
    "refuses UTF-16 that is none to its end",
    arguments: [
      // Half a character, half a pair, and a character of zero.
      ([0xFF, 0xFE, 0x16, 0x7F, 0x0A], 4), ([0xFF, 0xFE, 0x3D, 0xD8, 0x0A, 0x00], 2),
      ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0x00], 2),
    ] as [([UInt8], Int)])
  func damagedUTF16(bytes: [UInt8], offset: Int) {
    #expect(
      FileTrial(bytes).log.findings.first as? TabularFinding == .damagedUTF16(.file("f.csv"), offset: offset))
  }

  @Test("reads GB18030 and says so, with the first byte that is no UTF-8")
  func gb18030() {
    let trial = FileTrial(malformed: "gb18030.csv")
    // 编 is 0xB1 0xE0 in GB2312; 㐀 takes four bytes, which GBK has not.
    #expect(trial.records == [["编号", "科室"], ["1", "肾病内科"], ["2", "㐀外科"]])
    #expect(
      trial.log.findings.first as? TabularFinding
        == .readAsGB18030(.line("gb18030.csv", line: 1, column: 1), byte: 0xB1, offset: 0))
    #expect(trial.log.count(.problem) == 0)
  }

  @Test("decides over the whole file: one bad byte in row 100 000 is found, with its exact place")
  func lateBadByte() {
    var bytes = Array("a,b\n".utf8)
    for row in 2..<100_000 { bytes += Array("\(row),x\n".utf8) }
    let offset = bytes.count + Array("100000,中".utf8).count
    bytes += Array("100000,中".utf8) + [0xFF, 0x0A]
    let trial = FileTrial(bytes)
    let bad = TabularFinding.BadByte(byte: 0xFF, offset: offset)
    let place = Place.line("f.csv", line: 100_000, column: 9)
    // One whole character against one bad byte: no telling which encoding was meant, and it is neither.
    #expect(trial.log.findings.first as? TabularFinding == .undecodable(place, utf8: bad, gb18030: gb18030Bad(bytes)))
    #expect(trial.file == nil)
  }

  /// 中 in UTF-8 is E4 B8 AD: E4 B8 is one GB18030 character, AD FF none.
  private func gb18030Bad(_ bytes: [UInt8]) -> TabularFinding.BadByte {
    .init(byte: 0xAD, offset: bytes.count - 3)
  }

  @Test("reads GB18030 that only a late row needs")
  func lateGB18030() {
    var bytes = Array("a,b\n".utf8)
    for row in 0..<50_000 { bytes += Array("\(row),x\n".utf8) }
    bytes += [0x31, 0x2C, 0xB1, 0xE0]
    let trial = FileTrial(bytes)
    #expect(trial.records.last == ["1", "编"])
    #expect(trial.places == ["f.csv:50002:3"])
  }

  @Test("keeps to the encoding that the spec names")
  func forced() {
    let gb: [UInt8] = [0x61, 0x0A, 0xB1, 0xE0]
    #expect(FileTrial(gb, encoding: .utf8).codes == ["file-not-decodable"])
    #expect(FileTrial(gb, encoding: .gb18030).records == [["a"], ["编"]])
    #expect(FileTrial(gb, encoding: .gb18030).log.isEmpty)
    #expect(FileTrial([0x61, 0x0A, 0xFF], encoding: .gb18030).places == ["f.csv:2:1"])
  }

  @Test("reads lines that end in CR alone")
  func carriageReturns() {
    #expect(FileTrial(malformed: "cr-only.csv").records == [["编号", "科室"], ["1", "内科"], ["2", "外科"]])
  }

  @Test("judges the delimiter by the header row, and says when it is not the comma")
  func delimiters() {
    #expect(FileTrial("a;b;c\n1;2,5;3\n").records == [["a", "b", "c"], ["1", "2,5", "3"]])
    #expect(FileTrial("a;b;c\n1;2;3\n").codes == ["file-delimiter"])
    #expect(FileTrial("a\tb\n").file?.delimiter == .tab)
    #expect(FileTrial("a,b;c\n").file?.delimiter == .comma)
    #expect(FileTrial("a\n").file?.delimiter == .comma)
    #expect(FileTrial(Array("说明;一;二\n甲,乙\n".utf8), headerRow: 2).file?.delimiter == .comma)
  }

  @Test("does not trust a file that is changed while it is read")
  func changed() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let row = "1,中文\n"
    try ("a,b\n" + String(repeating: row, count: 400_000)).write(toFile: path, atomically: false, encoding: .utf8)
    let file = try #require(DelimitedFile.open(path, name: "f.csv", log: FindingLog()))
    var reader = file.records()
    _ = reader.advance()
    // Another program cuts the file to a fifth while rows are read.
    #expect(truncate(path, 800_003) == 0)
    while reader.advance() {}
    let failure = reader.failure
    #expect(failure == .changed(.file("f.csv")))
  }

  @Test("names a file by the digest of its bytes")
  func digest() {
    #expect(FileTrial("abc").file?.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
