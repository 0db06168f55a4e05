import Findings
import Foundation
import Tabular
import Testing
import WorkbookBytes

/// What no office program writes is refused, with its place, in little time and memory.
@Suite("Unsafe workbooks")
struct WorkbookSafetyTests {
  private func codes(_ rows: String, prologue: String? = nil) -> [String] {
    var workbook = SmallWorkbook([.init("s", rows)])
    if let prologue { workbook.prologue = prologue }
    return WorkbookTrial(workbook).codes
  }

  @Test("declare entities or document types")
  func entities() {
    let laughs = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>"
    #expect(
      codes("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&b;</v></c></row>", prologue: laughs) == ["workbook-document-type"])
    let file = "<?xml version=\"1.0\"?><!DOCTYPE l SYSTEM \"file:///etc/passwd\">"
    #expect(codes("", prologue: file) == ["workbook-document-type"])
  }

  @Test(
    "have cells out of place",
    arguments: [
      "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", "<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>", "<row r=\"2\"/><row r=\"1\"/>",
      "<row r=\"1\"><c r=\"1\"><v>1</v></c></row>", "<row r=\"1\"><c r=\"A1\"/><c r=\"A1\"/></row>",
      "<row r=\"99999999999999999999\"/><row r=\"1\"/><row r=\"1\"/>", "<row r=\"1\"><row r=\"2\"/></row>",
    ])
  func cellsOutside(rows: String) { #expect(codes(rows) == ["workbook-cell-outside"]) }

  @Test("have giant cells, names or depths")
  func giants() {
    let long = String(repeating: "x", count: 2 << 20)
    #expect(codes("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>\(long)</v></c></row>") == ["workbook-cell-too-long"])
    #expect(codes("<row r=\"1\"><c r=\"A1\" t=\"\(long)\"><v>1</v></c></row>") == ["workbook-too-intricate"])
    let deep = String(repeating: "<a>", count: 200) + String(repeating: "</a>", count: 200)
    #expect(codes(deep) == ["workbook-too-intricate"])
    let strings = SmallWorkbook([.init("s", "")], strings: [long])
    #expect(WorkbookTrial(strings).codes == ["workbook-cell-too-long"])
  }

  @Test("are no sound XML, name strings that are not there, or lack a part")
  func damaged() {
    #expect(codes("<row r=\"1\"><c r=\"A1\"><v>1</v></row>") == ["workbook-damaged"])
    #expect(codes("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>") == ["workbook-damaged"])
    var zip = StoredZip()
    zip.add("_rels/.rels", "<Relationships/>")
    #expect(WorkbookTrial(zip.bytes).codes == ["workbook-part-missing"])
  }

  @Test("are cut short")
  func truncated() {
    let whole = SmallWorkbook(texts: [["编号"], ["1"]]).bytes
    for count in stride(from: 4, to: whole.count - 1, by: 97) {
      #expect(WorkbookTrial(Array(whole[..<count])).codes == ["archive-damaged"])
    }
  }

  @Test("have other bytes than their sum says")
  func sums() throws {
    var bytes = SmallWorkbook(texts: [["编号"], ["123454321"]]).bytes
    let place = try #require(bytes.firstRange(of: Array("123454321".utf8)))
    bytes[place.lowerBound] = 0x39
    #expect(WorkbookTrial(bytes).codes == ["archive-damaged"])
  }

  @Test("unpack to far more than they are")
  func bombs() {
    var zip = SmallWorkbook([.init("s", "")]).zip
    zip.add("xl/worksheets/sheet2.xml", letter: 0x20, runs: 4000)
    #expect(WorkbookTrial(zip.bytes).codes == [])
    func trial(_ limits: ArchiveLimits) -> [String] {
      var zip = StoredZip()
      zip.add("_rels/.rels", letter: 0x20, runs: 4000)
      return WorkbookTrial(zip.bytes, limits: limits).codes
    }
    #expect(trial(ArchiveLimits(bytesBeforeRatio: 1 << 16, mostRatio: 20)) == ["archive-too-dense"])
    #expect(trial(ArchiveLimits(mostBytes: 1 << 16)) == ["archive-too-large"])
    #expect(trial(ArchiveLimits(mostMembers: 0)) == ["archive-too-many-members"])
  }

  @Test("say less of themselves than comes out, or let many names lie on the same bytes")
  func lies() throws {
    var zip = StoredZip()
    zip.add("登记.csv", letter: 0x20, runs: 4000)
    let sound = zip.bytes
    let directory = try #require(
      sound.indices.first { sound[$0...].starts(with: [0x50, 0x4B, 0x01, 0x02]) })
    let end = try #require(sound.indices.first { sound[$0...].starts(with: [0x50, 0x4B, 0x05, 0x06]) })
    func codes(_ bytes: [UInt8], _ limits: ArchiveLimits = ArchiveLimits()) -> [String] {
      let log = FindingLog()
      if case .archive(let archive)? = DataFile.read(bytes, name: "a.zip", limits: limits, log: log) {
        for file in archive.files { _ = archive.open(file, log: log) }
      }
      return log.findings.map(\.code)
    }
    #expect(codes(sound) == [])

    // The size stands 24 bytes behind the beginning of an entry (APPNOTE 4.3.12).
    var modest = sound
    modest.replaceSubrange(directory + 24..<directory + 28, with: [100, 0, 0, 0])
    #expect(codes(modest) == ["archive-damaged"])

    // 200 entries: their number stands 8 and 10 bytes behind the beginning of the end, the length of all at 12.
    let entry = sound[directory..<end]
    var many = sound[..<directory] + (0..<200).flatMap { _ in entry } + sound[end...]
    let tail = many.count - (sound.count - end)
    let length = entry.count * 200
    many.replaceSubrange(
      tail + 8..<tail + 16, with: [200, 0, 200, 0, UInt8(length & 255), UInt8(length >> 8), 0, 0])
    #expect(codes(Array(many), ArchiveLimits(bytesBeforeRatio: 1 << 22)) == ["archive-too-dense"])
  }

  @Test("need a password")
  func encrypted() {
    var zip = StoredZip()
    zip.add("_rels/.rels", Array("xxxxxxxxxxxxxxxxxxxx".utf8), isEncrypted: true)
    #expect(WorkbookTrial(zip.bytes).codes == ["archive-encrypted"])
    let word = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600) + word
    #expect(WorkbookTrial(old).codes == ["workbook-protected"])
  }

  @Test("are other documents, or old ones that are damaged")
  func kinds() {
    var text = StoredZip()
    text.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    #expect(WorkbookTrial(text.bytes).codes == ["workbook-kind"])
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 7, count: 5000)
    #expect(WorkbookTrial(old).codes == ["workbook-old-damaged"])
  }

  @Test("never end the program: bytes changed at random", arguments: 0..<200)
  func mutations(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    var bytes = SmallWorkbook(
      [
        .init(
          "s", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45658</v></c></row>",
          merged: ["A1:A3"])
      ], strings: ["编号"], formats: ["14"]
    ).bytes
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    _ = WorkbookTrial(bytes)
  }
}
