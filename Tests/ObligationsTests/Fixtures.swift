import Documents
import Findings
import Register

@testable import Obligations

/// A day as tests write it; the first day that is kept, if it is mistyped, so that the test fails.
func date(_ text: String) -> CalendarDate {
  CalendarDate(parsing: text) ?? Period(year: 1900, month: 1).map(\.start) ?? date("1900-01-01")
}

extension WorkCalendar {
  /// The calendar of 2025 (国办发明电〔2024〕12号): as far as these tests look.
  static let of2025: WorkCalendar = {
    let off: [(String, String)] = [
      ("2025-01-01", "2025-01-01"), ("2025-01-28", "2025-02-04"), ("2025-04-04", "2025-04-06"),
      ("2025-05-01", "2025-05-05"), ("2025-05-31", "2025-06-02"), ("2025-10-01", "2025-10-08"),
    ]
    let makeUp = ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]
    return WorkCalendar([
      Year(
        year: 2025, off: off.map { date($0.0)...date($0.1) }, makeUp: makeUp.map(date), source: "国办发明电〔2024〕12号")
    ])
  }()
}

func unit(
  _ code: String, kind: String = "党支部", from: String = "2020-01-01", to: String? = nil, successor: String = "",
  lead: String = "是"
) -> OrgUnit {
  OrgUnit(
    code: code, name: "\(code)支部", kind: kind, validFrom: date(from), validTo: to.map(date), successor: successor,
    columns: ["kind": kind, "lead": lead])
}

func readBook(_ text: String, phases: [Period] = [], log: FindingLog = FindingLog()) -> ObligationBook? {
  YAMLFile.parse(text, name: "o.yaml", log: log).flatMap { ObligationBook.read($0, phases: phases, log: log) }
}

/// One obligation with these further lines.
func one(_ lines: String, matched: String = "filed: 收到日期") -> String {
  """
  obligations:
    - id: 总结
      matched_by: {table: 报送登记, \(matched)}
  """ + "\n" + lines.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n") + "\n"
}

func filing(
  _ unit: String, _ filed: String?, period: String = "", member: String = "", marks: Set<String> = [],
  mended: String? = nil, excuse: String = "", inapplicable: String = "", span: (String, String)? = nil, row: Int = 2
) -> Filing {
  Filing(
    unit: unit, filed: filed.map(date), periodText: period, span: span.map { date($0.0)...date($0.1) }, member: member,
    marks: marks, mended: mended.map(date), excuse: excuse, inapplicability: inapplicable,
    source: .init(batch: 1, row: row), place: .row("报送登记.csv", row: row))
}

/// The rows of the obligation `总结`.
func owedRows(
  _ text: String, units: [OrgUnit] = [unit("D1")], filings: [Filing] = [], roster: [RosterEntry] = [],
  events: [EventEntry] = [], span: (String, String) = ("2025-01-01", "2025-12-31"), asOf: String,
  phases: [Period] = [], notices: FilingNotices = FilingNotices(), log: FindingLog = FindingLog()
) -> [ObligationRow] {
  guard let book = readBook(text, phases: phases, log: log) else { return [] }
  let input = FilingInput(filings: filings, roster: roster, events: events)
  return ObligationMatch(book, units: UnitRegister(units), calendar: .of2025, phases: phases).rows(
    from: date(span.0), through: date(span.1), asOf: date(asOf),
    input: Dictionary(uniqueKeysWithValues: book.obligations.map { ($0.id, input) }), notices: notices)
}

/// `2025H1 2025-07-14 按时`, one text per row.
func told(_ rows: [ObligationRow]) -> [String] { rows.map { "\($0.period.id) \($0.due) \($0.state.rawValue)" } }
