import Documents
import Findings
import Schemes

@testable import Ledgers
@testable import Register

/// A ledger with every part, and a short way to write rows of it.
enum SampleLedger {
  static let text = """
    ledgers:
      - id: 整改清单
        problems:
          table: 问题台账
          id: 编号
          kind: 类别
          text: 问题
          found: 查出
          notified: 下达
          deadline: 时限
          type: 类型
          done: 完成
          verified: 销号
          revisited: 回看
          result: 结果
          source: 来源
        measures: {table: 整改措施, id: 措施号, problem: 问题号, deadline: 时限, done: 完成}
        steps: {table: 整改进展, measure: 措施号, date: 日期, text: 进展}
        standing: [长期坚持]
        immediate: {words: [立行立改], days: 3}
        soon: [20, 10]
        revisit: {after: verified, months: 3}
        repeats: {by: [unit, kind], within: {months: 12}}
        suggestions: {table: 意见建议, id: 编号, adopted: 采纳, made: 提出, due: 期限, answered: 答复}
    """

  static func read(_ text: String = text, log: FindingLog = FindingLog()) -> LedgerFile? {
    YAMLFile.parse(text, name: "ledgers.yaml", log: log).flatMap { LedgerFile.read($0, log: log) }
  }

  /// The ledger, changed by a replacement of text.
  static func spec(_ old: String = "", _ new: String = "") -> LedgerSpec {
    let changed = old.isEmpty ? text : text.replacing(old, with: new)
    guard let spec = read(changed)?.ledgers.first else {
      return LedgerSpec(
        id: "", problems: .init(table: .none, id: .none, found: .none), place: .subject("no ledger was read"))
    }
    return spec
  }

  static func day(_ text: String) -> CalendarDate {
    CalendarDate(parsing: text) ?? CalendarDate(unchecked: 0)
  }

  /// A row; texts that are days become days.
  static func row(_ cells: [String: String], unit: String = "D01", row: Int = 2, batch: Int = 1, span: String = "")
    -> LedgerRow
  {
    let period = Period(parsing: span)
    return LedgerRow(
      unit: unit, from: period?.start.yyyymmdd ?? 0, to: period?.end.yyyymmdd ?? 0, batch: batch, sourceRow: row,
      place: .row("台账.csv", row: row),
      cells: cells.mapValues { text in
        CalendarDate(parsing: text).map { .integer($0.yyyymmdd) } ?? .text(text)
      })
  }

  static let register = UnitRegister([
    OrgUnit(code: "D01", name: "内科", kind: "科室", validFrom: day("2000-01-01")),
    OrgUnit(code: "D02", name: "外科", kind: "科室", validFrom: day("2000-01-01")),
    OrgUnit(
      code: "D03", name: "旧科", kind: "科室", validFrom: day("2000-01-01"), validTo: day("2025-03-31"), successor: "D01"),
  ])

  static func state(
    _ problems: [LedgerRow], measures: [LedgerRow] = [], steps: [LedgerRow] = [], suggestions: [LedgerRow] = [],
    _ spec: LedgerSpec = spec(), on day: String
  ) -> LedgerState {
    LedgerState(
      spec, LedgerRows(problems: problems, measures: measures, steps: steps, suggestions: suggestions),
      register: register, asOf: Self.day(day))
  }

  /// The only problem of one row.
  static func problem(_ cells: [String: String], _ spec: LedgerSpec = spec(), on day: String) -> Problem? {
    let cells = cells.merging(["编号": "1", "查出": "2025-01-10"]) { own, _ in own }
    return state([row(cells)], measures: [row(["措施号": "a", "问题号": "1", "完成": "2025-01-10"])], spec, on: day).problems
      .first
  }

  static let tables: [CatalogueTable] = [
    table("问题台账", days: ["查出", "下达", "时限", "完成", "销号", "回看"], texts: ["编号", "类别", "问题", "类型", "结果", "来源"]),
    table("整改措施", days: ["时限", "完成"], texts: ["措施号", "问题号"]),
    table("整改进展", days: ["日期"], texts: ["措施号", "进展"]),
    table("意见建议", days: ["提出", "期限", "答复"], texts: ["编号", "采纳"]),
  ]

  static func table(_ id: String, days: [String], texts: [String]) -> CatalogueTable {
    CatalogueTable(
      id: id,
      columns: days.map { CatalogueColumn(id: $0, kind: .date, isNullable: true) }
        + texts.map { CatalogueColumn(id: $0, kind: .text, isNullable: true) },
      isComplete: true)
  }
}

extension LedgerSpec.Column {
  static let none = LedgerSpec.Column("", at: .subject(""))
}
