import Findings
import Testing

@testable import Store

@Suite struct BatchNameTests {
  @Test(arguments: [("12", 12, false), ("P3", 3, true), ("p3", 3, true)])
  func isReadAndWritten(text: String, number: Int, isProtected: Bool) throws {
    let name = try #require(BatchName(text))
    #expect(name.number == number && name.isProtected == isProtected)
    #expect(name.description == text.uppercased())
  }

  @Test(arguments: ["", "P", "x", "P-1", "1.5", "PP1", "-1", "99999999999999999999"])
  func isRefused(text: String) { #expect(BatchName(text) == nil) }

  /// Batches of the two files are counted apart, and findings tell them apart.
  @Test func findingsNameTheFile() throws {
    let folder = try TemporaryFolder()
    let log = FindingLog()
    let database = try #require(Database.open(folder.file("p.sqlite"), isProtected: true, log: log))
    do {
      try database.undo(batch: 5, at: "", by: "")
      Issue.record("there is no such batch")
    } catch let error as FindingError {
      #expect(error.finding.place.text == "P5" && error.finding.wording(in: .english).found.contains("batch P5"))
    }
  }
}
