import Findings
import Tables

@testable import Register
@testable import Workbench

private let run = Place.subject("keshi 2026H1")
private let end = CalendarDate(unchecked: 2026_06_30)
private let inForce = CalendarDate(unchecked: 2026_07_20)

let eventExamples: [any Finding] =
  [
    .pending(run, table: "处分", asOf: end, stages: [.init(.triggered, 1), .init(.verified, 2)], scheme: "keshi"),
    .unconfirmed(run, table: "通报", column: "认定", count: 1),
    .later(run, table: "处分", asOf: end, count: 1, last: inForce, scheme: "keshi", period: "2026H1"),
    .earlier(
      .subject("keshi 2026H2"), table: "处分", count: 1, periods: ["2026H1"], last: inForce, scheme: "keshi"),
    .registerWithoutRows(run, table: "处分", period: "2026H1"),
  ] as [EventFinding]
  + ([
    .notDueYet(
      .subject("zhibu 2025"),
      looks: [
        .init("2025H1", day: CalendarDate(unchecked: 2025_06_30), count: 40),
        .init("2025H2", day: CalendarDate(unchecked: 2025_12_31), count: 37),
      ],
      first: CalendarDate(unchecked: 2026_01_15), scheme: "zhibu", period: "2025")
  ] as [DueFinding])
  + ([
    .undated(
      .line("datasets/keshi/schemes/keshi.yaml", line: 51, column: 3), measure: "宣传折算数", table: "宣传稿件", column: "发表日期",
      count: 2)
  ] as [MeasureFinding])

let requestExamples: [any Finding] =
  [
    .unitMissing(.line("notebooks-md/letter.md", line: 14, column: 7), key: "losses"),
    .unitUnused(.line("notebooks-md/letter.md", line: 14, column: 7), key: "scores"),
    .stateUnknown(.line("notebooks-md/letter.md", line: 14, column: 7), word: "超时", known: ["超期", "未销号"]),
    .internalOnly(.line("notebooks-md/letter.md", line: 14, column: 7), key: "problems"),
  ] as [RequestFinding]
