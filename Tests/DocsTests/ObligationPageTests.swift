import Documents
import Findings
import Obligations
import Foundation
import Testing

/// The examples of `docs/obligations.md` are files as the program reads them.
@Suite("The page of obligations")
struct ObligationPageTests {
  @Test func everyExampleIsRead() throws {
    let text = try Repository.text("docs/obligations.md")
    let blocks = text.components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(blocks.count >= 2)
    for block in blocks {
      let log = FindingLog()
      let node = try #require(YAMLFile.parse(block, name: "obligations.yaml", log: log))
      let book = ObligationBook.read(node, log: log)
      #expect(book != nil && log.isEmpty, "\(log.findings.map { $0.wording(in: .english).found })")
      #expect(try SchemaTests.errors(block, .obligations) == [])
    }
  }

  /// The columns and states that the page lists are those of the table.
  @Test func columnsAndStatesAreNamed() throws {
    let text = try Repository.text("docs/obligations.md")
    for name in ["事项", "标签", "应报日", "收到日", "迟报工作日", "逾期未报", "暂定"] { #expect(text.contains(name)) }
  }
}
