import Findings
import Foundation
import Testing

@testable import Store

/// A database that a command made and kept nothing in goes with the command.
@Suite struct WithdrawTests {
  let folder = try! TemporaryFolder()

  private var isThere: Bool { FileManager.default.fileExists(atPath: folder.file()) }

  @Test func anEmptyOneThatThisInstanceMadeGoes() throws {
    let database = try folder.database()
    try database.syncUnits(wards)
    database.withdraw()
    #expect(!isThere && !FileManager.default.fileExists(atPath: folder.file() + "-journal"))
  }

  @Test func oneThatWasThereBeforeStays() throws {
    _ = try folder.database()
    try folder.database().withdraw()
    #expect(isThere)
    try FileManager.default.removeItem(atPath: folder.file())
    try folder.write("qingheng.sqlite", Data())
    try folder.database().withdraw()
    #expect(isThere)
  }

  @Test func oneWithABatchStaysEvenIfTheBatchWasUndone() throws {
    let database = try folder.database()
    let outcome = try database.importBatch(header(), units: [], log: FindingLog()) { writer in
      try writer.begin(columns: surveyColumns)
      return .keep
    }
    guard case .committed(let batch, _, _) = outcome else { return #expect(Bool(false), "\(outcome)") }
    try database.undo(batch: batch, at: "2026-01-05", by: "王敏")
    database.withdraw()
    #expect(isThere)
  }

  /// Another program is writing: its file is not pulled from under it.
  @Test func oneThatAnotherProgramWritesStays() throws {
    let (mine, other) = (try folder.database(), try folder.database())
    try other.change { _ in mine.withdraw() }
    #expect(isThere)
    // And the other way round: what comes after the file has gone is refused aloud, not lost.
    mine.withdraw()
    #expect(!isThere)
    #expect(throws: FindingError.self) { try other.setMeta("edition", "internal") }
  }
}
