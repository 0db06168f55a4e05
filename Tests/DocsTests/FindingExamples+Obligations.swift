import Findings
import Obligations

private let file = Place.line("datasets/qinglian/obligations.yaml", line: 7, column: 11)
private let row = Place.row("报送登记.csv", row: 18)

/// One example of every finding about obligations and filings.
let obligationExamples: [any Finding] =
  ([
    .idTwice(file, id: "半年总结", first: .line("datasets/qinglian/obligations.yaml", line: 2, column: 5)),
    .nameCharacter(file, name: "100%"), .dateUnreadable(file, key: "date", value: "02-30"),
    .datesReversed(file, key: "to", from: "2025-01-01", to: "2024-12-31"), .periodUnreadable(file, value: "去年"),
    .phaseUnknown(file, name: "排查落时", known: ["动员部署", "排查落实"]),
    .oneOf(file, owner: "半年总结.due", legal: ["from", "date"], found: []), .anchorUnfit(file, key: "due"),
    .numberOutside(file, key: "working_days", value: 1000, range: 0...250), .onceWithoutDate(file, id: "制度报备"),
    .windowReversed(file, id: "研讨会", period: "2023", opens: "2023-01-01", due: "2022-12-31"),
    .marksDiffer(file, id: "半年总结", marks: ["签字"]), .memberColumn(file, id: "民主生活会报告", hasEach: true),
    .tableUnknown(file, table: "报送登计", known: ["报送登记", "问题台账"]), .tableTaken(file, table: "报送登记"),
    .tableWithoutUnits(file, table: "工作日历"), .tableAnonymous(file, table: "患者问卷"),
    .tableProtected(file, table: "问题线索"),
    .columnUnknown(file, column: "收到日", table: "报送登记", known: ["事项", "收到日期"]),
    .columnKind(file, column: "已盖章", needed: .boolean, found: .text),
    .rosterEmpty(file, item: "民主生活会报告", unit: "内科党总支", period: "2025"),
    .filingTooEarly(row, item: "研讨会", unit: "内科党总支", filed: "2024-12-10", opens: "2024-12-15"),
    .filingPeriodUnknown(row, item: "半年总结", unit: "内科党总支", period: "上半年"),
    .filingUndated(row, item: "半年总结", unit: "内科党总支"), .filingMemberUnknown(row, item: "民主生活会报告", unit: "内科党总支"),
    .filingNotOwed(row, item: "半年总结", unit: "消化内科"),
  ] as [ObligationFinding])
