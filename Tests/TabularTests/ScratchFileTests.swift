import Findings
import Foundation
import Glibc
import Testing
import WorkbookBytes

@testable import Tabular

@Suite("Files for a while")
struct ScratchFileTests {
  @Test("are gone from their folder at once, and keep their bytes")
  func bytes() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "scratch-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = try ScratchFile(in: folder)
    try file.write(ByteSource(Array("一二三".utf8)))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    #expect(FileManager.default.contents(atPath: file.path) == Data("一二三".utf8))
    let source = ByteSource(file)
    #expect(source.byteCount == 9 && source.bytes(3..<6) == Array("二".utf8) && source.isUnchanged)
  }

  /// Every write to /dev/full says that the disk is full.
  @Test("say that there is no room")
  func full() throws {
    let file = ScratchFile(open("/dev/full", O_WRONLY | O_CLOEXEC), in: "/var/tmp")
    #expect(throws: ScratchProblem.noRoom(folder: "/var/tmp")) { try file.write(ByteSource([1, 2, 3])) }
  }

  @Test("are not taken for damage where their folder cannot be written to")
  func refused() throws {
    let nowhere = "/dev/null/nirgends"
    var zip = StoredZip()
    zip.add("大.csv", [UInt8](repeating: 0x61, count: 5 << 20))
    zip.add("小.csv", "编号\n1\n")
    let log = FindingLog()
    guard case .archive(let archive)? = DataFile.read(zip.bytes, name: "报送.zip", scratchFolder: nowhere, log: log)
    else {
      Issue.record("no archive")
      return
    }
    #expect(archive.open("大.csv", log: log) == nil)
    // What fits into memory needs no file.
    #expect(archive.open("小.csv", log: log) != nil)
    let old = Array(try #require(FileManager.default.contents(atPath: OldWorkbookTests.path)))
    #expect(DataFile.read(old, name: "台账.xls", scratchFolder: nowhere, log: log) == nil)
    #expect(
      log.findings as? [TabularFinding] == [
        .scratch(.file("报送.zip/大.csv"), .refused(folder: nowhere, reason: "Not a directory")),
        .scratch(.file("台账.xls"), .refused(folder: nowhere, reason: "Not a directory")),
      ])
  }

  @Test("lie where TMPDIR says")
  func folder() {
    let stated = ProcessInfo.processInfo.environment["TMPDIR"] ?? ""
    #expect(ScratchFile.usualFolder == (stated.isEmpty ? "/tmp" : stated))
  }
}
