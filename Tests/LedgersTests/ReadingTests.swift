import Documents
import Findings
import SchemaValidation
import Schemes
import Testing

@testable import Ledgers

@Suite struct ReadingTests {
  private func codes(_ old: String, _ new: String) -> [String] {
    let log = FindingLog()
    let file = SampleLedger.read(SampleLedger.text.replacing(old, with: new), log: log)
    #expect((file == nil) == log.hasProblems)
    return log.findings.map(\.code)
  }

  @Test func `Every part of a ledger is read`() throws {
    let log = FindingLog()
    let spec = try #require(SampleLedger.read(log: log)?.ledgers.first)
    #expect(log.isEmpty)
    #expect(spec.id == "整改清单" && spec.problems.table.name == "问题台账" && spec.problems.verified?.name == "销号")
    #expect(spec.measures?.problem.name == "问题号" && spec.steps?.date.name == "日期")
    #expect(spec.standing == ["长期坚持"] && spec.immediate?.days == 3 && spec.immediate?.words == ["立行立改"])
    #expect(spec.soon == [10, 20])
    #expect(spec.revisit?.after == .verified && spec.revisit?.months == 3 && spec.revisit?.days == 0)
    #expect(spec.repeats?.by == [.unit, .kind] && spec.repeats?.months == 12 && spec.repeats?.grain == nil)
    #expect(spec.suggestions?.name == "整改清单建议" && spec.suggestions?.yes == ["采纳", "已采纳"])
  }

  @Test func `What a file says about itself must go together`() {
    #expect(codes("soon: [20, 10]", "soon: [10, -1]") == ["ledger-days-negative"])
    #expect(codes("soon: [20, 10]", "soon: [10, 10]") == ["ledger-days-twice"])
    #expect(codes("days: 3", "days: -3") == ["ledger-days-negative"])
    #expect(codes("words: [立行立改]", "words: 长期坚持") == ["ledger-word-twice"])
    #expect(codes("within: {months: 12}", "grain: phase") == ["ledger-grain"])
    #expect(codes("by: [unit, kind]", "by: [unit, colour]") == ["value-illegal"])
    #expect(codes("      kind: 类别\n", "") == ["ledger-column-needed"])
    #expect(codes("      revisited: 回看\n", "") == ["ledger-column-needed"])
    #expect(codes("revisit: {after: verified, months: 3}", "revisit: {after: verified}") == ["key-missing"])
    #expect(codes("      found: 查出\n", "") == ["key-missing"])
    #expect(codes("standing:", "standig:") == ["key-unknown"])
    #expect(codes("made: 提出", "made: 提出, yes: [同意], partly: [同意]") == ["ledger-word-twice"])
    #expect(codes("made: 提出", "made: 提出, name: 整改清单") == ["ledger-name-taken"])
  }

  @Test func `Steps need measures`() {
    #expect(
      codes("    measures: {table: 整改措施, id: 措施号, problem: 问题号, deadline: 时限, done: 完成}\n", "")
        == ["ledger-column-needed"])
  }

  @Test func `Tables and columns must be there and of the right type`() {
    func check(_ old: String = "", _ new: String = "", _ change: (inout [CatalogueTable]) -> Void = { _ in })
      -> [LedgerFinding]
    {
      let log = FindingLog()
      var tables = SampleLedger.tables
      change(&tables)
      let file = LedgerFile(ledgers: [SampleLedger.spec(old, new)])
      #expect(file.check(against: tables, log: log) == !log.hasProblems)
      return log.findings.compactMap { $0 as? LedgerFinding }
    }
    #expect(check() == [])
    #expect(check("table: 整改措施", "table: 整改措拖").map(\.code) == ["ledger-table-unknown"])
    #expect(check("found: 查出", "found: 查岀").map(\.code) == ["ledger-column-unknown"])
    #expect(check("done: 完成\n", "done: 类别\n").map(\.code) == ["ledger-column-type"])
    #expect(check("type: 类型", "type: 时限").map(\.code) == ["ledger-column-type"])
    #expect(check { $0.append(CatalogueTable(id: "整改清单", columns: [])) }.map(\.code) == ["ledger-name-taken"])
    #expect(check { $0[0].hasUnits = false }.map(\.code) == ["ledger-table-units"])
    #expect(check { $0[0].isAnonymous = true }.map(\.code) == ["ledger-table-anonymous"])
    #expect(check { $0[0].hasPeriods = false }.map(\.code) == ["ledger-found-empty"])
    // Measures need no unit of their own.
    #expect(check { $0[1].hasUnits = false } == [])
  }

  @Test func `Companions of written dates are read where the table has them`() {
    var table = SampleLedger.tables[0]
    let part = SampleLedger.spec().parts[0]
    #expect(part.columns(in: table).contains("时限__as") == false)
    table.columns.append(CatalogueColumn(id: "时限__as", kind: .text, isNullable: false))
    table.columns.append(CatalogueColumn(id: "时限__words", kind: .text, isNullable: true))
    let columns = part.columns(in: table)
    #expect(columns.contains("时限__as") && columns.contains("时限__words") && !columns.contains("类别__as"))
    #expect(Set(columns).count == columns.count)
  }

  /// Editors and the reader agree on the sample and on each text above.
  @Test(
    arguments: [
      ("", "", true), ("soon: [20, 10]", "soon: [-1]", false), ("      found: 查出\n", "", false),
      ("standing:", "standig:", false), ("by: [unit, kind]", "by: [colour]", false),
      ("by: [unit, kind]", "by: []", false),
      ("within: {months: 12}", "grain: phase", false),
      ("revisit: {after: verified, months: 3}", "revisit: {after: verified}", false),
    ])
  func theSchemaSaysTheSame(old: String, new: String, isRight: Bool) throws {
    let text = old.isEmpty ? SampleLedger.text : SampleLedger.text.replacing(old, with: new)
    let node = try #require(YAMLFile.parse(text, name: "ledgers.yaml", log: FindingLog()))
    let validator = SchemaValidator(JSONSchema.schema(of: .init(.ledgers), title: ""))
    #expect(validator.errors(in: node).isEmpty == isRight)
    #expect((LedgerFile.read(node, log: FindingLog()) != nil) == isRight)
  }
}
