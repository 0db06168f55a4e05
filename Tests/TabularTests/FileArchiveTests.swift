import Findings
import Tabular
import Testing
import WorkbookBytes

@Suite("Archives of files")
struct FileArchiveTests {
  private func archive(_ zip: StoredZip, _ log: FindingLog) throws -> FileArchive {
    guard case .archive(let archive)? = DataFile.read(zip.bytes, name: "报送.zip", log: log) else {
      throw FindingError(TabularFinding.empty(.file("报送.zip")))
    }
    return archive
  }

  @Test("name their files in UTF-8 or GBK, and leave out what is no data")
  func names() throws {
    var zip = StoredZip()
    // 台账 in GBK is CC A8 D5 CB.
    zip.add("", Array("编号\n1\n".utf8), rawName: [0xCC, 0xA8, 0xD5, 0xCB] + Array(".csv".utf8))
    zip.add("一季度/", "")
    zip.add("一季度/问卷.csv", "编号\n2\n")
    zip.add("__MACOSX/._a.csv", "x")
    zip.add("一季度/~$问卷.xlsx", "x")
    let log = FindingLog()
    let archive = try archive(zip, log)
    #expect(archive.files == ["一季度/问卷.csv", "台账.csv"])
    archive.tell(log)
    #expect(
      log.findings.first as? TabularFinding
        == .archive(.file("报送.zip"), .skipped(["__MACOSX/._a.csv", "一季度/~$问卷.xlsx"])))
    guard case .text(let text)? = archive.open("台账.csv", log: log) else {
      Issue.record("no text")
      return
    }
    #expect(text.name == "报送.zip/台账.csv")
    var reader = try #require(text.delimited(encoding: .auto, headerRow: nil, log: log)).records()
    #expect(reader.advance() && String(decoding: reader.cell(0), as: UTF8.self) == "编号")
  }

  @Test("may not hold archives, and hold files of more than a piece")
  func nestedAndLarge() throws {
    var inner = StoredZip()
    inner.add("a.csv", "1")
    var zip = StoredZip()
    zip.add("内.zip", inner.bytes)
    let line = Array("一二三四五六七八九十\n".utf8)
    zip.add("大.csv", (0..<200_000).flatMap { _ in line })
    zip.add("簿.xlsx", SmallWorkbook(texts: [["编号"]]).bytes)
    let log = FindingLog()
    let archive = try archive(zip, log)
    #expect(archive.open("内.zip", log: log) == nil)
    #expect(log.findings.map { "\($0.code) \($0.place.text)" } == ["archive-nested 报送.zip/内.zip"])
    guard case .text(let text)? = archive.open("大.csv", log: log) else {
      Issue.record("no text")
      return
    }
    #expect(try #require(text.delimited(encoding: .auto, headerRow: 1, log: log)).byteCount == 200_000 * line.count)
    guard case .workbook(let workbook)? = archive.open("簿.xlsx", log: log) else {
      Issue.record("no workbook")
      return
    }
    #expect(workbook.sheets.map(\.name) == ["Sheet1"])
  }

  @Test("tell of data whose path leads out of them, and do not call it no data")
  func astray() throws {
    var zip = StoredZip()
    zip.add("../../逃台账.csv", "编号\n1\n")
    zip.add("C:\\报送\\甲.csv", "编号\n1\n")
    zip.add("/乙.csv", "编号\n1\n")
    zip.add("./丙.csv", "编号\n1\n")
    zip.add(".隐藏.csv", "x")
    let log = FindingLog()
    let archive = try archive(zip, log)
    archive.tell(log)
    #expect(archive.files == ["./丙.csv"])
    #expect(
      log.findings as? [TabularFinding] == [
        .archive(.file("报送.zip"), .skipped([".隐藏.csv"])),
        .archive(.file("报送.zip"), .astray(["../../逃台账.csv", "/乙.csv", "C:/报送/甲.csv"])),
      ])
    #expect(log.findings.map(\.severity) == [.note, .problem])
  }
}
