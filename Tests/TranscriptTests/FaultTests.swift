import Foundation
import Testing
import WorkbookBytes

/// What a full disk, a closed stream or another program does to the real one. `scripts/faults` has the long runs.
@Suite struct FaultTests {
  @Test(.enabled(if: access("/dev/full", W_OK) == 0, "no /dev/full here"))
  func whatCannotBeWrittenOutIsSaidSo() throws {
    let workspace = try FreshWorkspace()
    try Data("编号,查出日期,科室,时限,销号日期,重复\nW1,2025-03-11,内科,2025-05-20,2025-05-11,否\n".utf8)
      .write(to: workspace.folder.appending(path: "问题台账.csv"))
    #expect(try Program.run("qingheng import 问题台账.csv", in: workspace.folder).code <= 1)
    #expect(try Program.run("qingheng batches", in: workspace.folder).code == 0)
    for command in ["batches", "batches --format csv", "--help"] {
      let outcome = try Program.run("qingheng \(command) --lang en > /dev/full", in: workspace.folder)
      #expect(outcome.code == 3, "\(command): \(outcome.code)")
      #expect(outcome.errors.contains("output-unwritable: "), "\(command): \(outcome.errors)")
    }
    // Findings that go nowhere change nothing about the end.
    #expect(try Program.run("qingheng import absent.csv 2> /dev/full", in: workspace.folder).code == 3)
  }

  @Test func closedStreamsLendTheirNumbersToNoFile() throws {
    let workspace = try FreshWorkspace()
    try Data("编号,查出日期,科室,时限,销号日期,重复\nW1,2025-03-11,内科,2025-05-20,2025-05-11,否\n".utf8)
      .write(to: workspace.folder.appending(path: "问题台账.csv"))
    #expect(try Program.run("qingheng import 问题台账.csv <&- >&- 2>&-", in: workspace.folder).code <= 1)
    let check = try Program.run("sqlite3 qingheng.sqlite 'PRAGMA integrity_check'", in: workspace.folder)
    #expect(check.output == "ok\n")
  }

  @Test func aTemporaryFolderThatTakesNothingIsSaidSo() throws {
    let workspace = try FreshWorkspace()
    // Small members are unpacked in memory, so that this one is large; nothing is known of its columns.
    var zip = StoredZip()
    zip.add("问题台账.csv", letter: 0x31, runs: 20_000)
    try Data(zip.bytes).write(to: workspace.folder.appending(path: "问题台账.zip"))
    let outcome = try Program.run(
      "qingheng import 问题台账.zip --lang en", in: workspace.folder, further: ["TMPDIR": "/nowhere"])
    #expect(outcome.code == 3)
    #expect(outcome.errors.contains("问题台账.zip/问题台账.csv: scratch-refused: "), "\(outcome.errors)")
  }

  /// Two programs that make the same new database: each step of its making is taken once.
  @Test func twoFirstImportsAtOnceAreBothKept() async throws {
    for _ in 1...6 {
      let workspace = try FreshWorkspace()
      for (name, number) in [("问题台账.csv", 1), ("问题台账二.csv", 2)] {
        try Data("编号,查出日期,科室,时限,销号日期,重复\nW\(number),2025-03-11,内科,2025-05-20,2025-05-11,否\n".utf8)
          .write(to: workspace.folder.appending(path: name))
      }
      let outcome = try Program.run(
        """
        qingheng import 问题台账.csv --lang en 2> 一.err & one=$!
        qingheng import 问题台账二.csv --lang en 2> 二.err; two=$?
        wait $one; echo $? $two
        """, in: workspace.folder)
      let said = try Program.run("cat 一.err 二.err", in: workspace.folder).output
      #expect(outcome.output.contains("0 0\n"), "\(outcome.output) \(said)")
    }
  }
}
