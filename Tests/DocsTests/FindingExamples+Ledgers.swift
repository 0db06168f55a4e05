import Findings
import Ledgers

@testable import Register

private let ledgers = Place.line("datasets/keshi/ledgers.yaml", line: 6, column: 14)
private let row = Place.row("整改台账_2026H1.csv", row: 27)

let ledgerExamples: [any Finding] =
  [
    .nameTaken(ledgers, name: "问题台账"), .daysNegative(ledgers, key: "soon", value: -10),
    .daysTwice(ledgers, key: "soon", value: 10), .grainRefused(ledgers, grain: "phase"),
    .wordTwice(ledgers, word: "立行立改", first: "standing", second: "immediate.words"),
    .columnNeeded(ledgers, rule: "repeats", key: "problems.kind"),
    .tableUnknown(ledgers, table: "整改措拖", nearest: "整改措施"), .tableWithoutUnits(ledgers, table: "整改措施"),
    .tableAnonymous(ledgers, table: "患者问卷"), .tableProtected(ledgers, table: "问题线索"),
    .columnUnknown(ledgers, table: "问题台账", column: "整改时间", nearest: "整改时限"),
    .columnKind(ledgers, key: "deadline", column: "整改类型", .day),
    .foundNullable(ledgers, table: "问题台账", column: "排查时间"),
    .ledgerUnknown(.subject("整改清弹"), known: ["整改清单"]), .ledgerUnknown(.subject("pingjia"), known: []),
    .numberTwice(row, id: "WT-12", first: .row("整改台账_2025H2.csv", row: 14)),
    .problemUnknown(row, measure: "CS-3", problem: "WT-l2", nearest: "WT-12"),
    .unitGone(row, problem: "WT-12", unit: "D015", lastDay: CalendarDate(unchecked: 2025_12_31)),
    .measureUnknown(row, measure: "CS-33", nearest: "CS-3"), .measureWithoutProblem(row, measure: "CS-4"),
  ] as [LedgerFinding]
  + ([
    .order(
      .verified, CalendarDate(unchecked: 2026_05_01), before: .done, CalendarDate(unchecked: 2026_05_10)),
    .deadlineFirst(CalendarDate(unchecked: 2025_01_31), found: CalendarDate(unchecked: 2025_12_10)),
    .verifiedWithoutDone, .measuresOpen(done: 1, of: 3), .standingWithDay(CalendarDate(unchecked: 2026_06_30)),
    .undated(.done, words: "已完成"),
  ] as [LedgerDoubt]).map { LedgerFinding.doubt(row, problem: "WT-12", $0) }
