import Documents
import Findings
import Tabular
import Workbench

@testable import Register
@testable import Tables

private let scheme = Place.line("datasets/keshi/schemes/keshi.yaml", line: 14, column: 7)
private let spec = Place.line("datasets/keshi/tables/wenjuan.yaml", line: 9, column: 3)
private let file = Place.file("问卷_2026H1.csv")
private let cell = Place.line("问卷_2026H1.csv", line: 118, column: 9)
private let formSheet = Place.cell("台账.xlsx", sheet: "_qingheng", row: 1, column: 1)
private let units = Place.row("datasets/_shared/units.csv", row: 12)

let documentExamples: [any Finding] =
  [
    .unreadable(.file("qingheng.yaml"), reason: .absent),
    .syntax(scheme, problem: "did not find expected ',' or '}'"),
    .duplicateKey(scheme, key: "measures"),
    .unknownKey(scheme, key: "wieght", of: "住院", legal: ["id", "points", "weight", "measure", "steps"]),
    .missingKey(scheme, key: "take", of: "measures.销号率"),
    .wrongKind(scheme, key: "points", expected: .number, found: .text, value: "二十"),
    .illegalValue(scheme, key: "missing", value: "skip", legal: ["renormalise", "zero", "not_graded", "propagate"]),
    .anchorsRefused(scheme), .tooDeep(scheme, limit: 64),
  ] as [DocumentFinding]

let tabularExamples: [any Finding] =
  [
    .unreadable(file, reason: .absent), .empty(file), .notCSV(file, kind: .pdf),
    .damagedUTF16(file, offset: 4711),
    .nulBytes(file, offset: 4711, count: 3), .readAsGB18030(cell, byte: 0xC7, offset: 13),
    .undecodable(cell, utf8: .init(byte: 0xC7, offset: 13), gb18030: .init(byte: 0xFF, offset: 99)),
    .damagedUTF8(cell, first: .init(byte: 0xC7, offset: 4711), count: 2), .delimiter(file, .tab),
    .headerAbsent(file, headerRow: 3, rowCount: 2), .noRows(file, headerRow: 1), .quoteUnclosed(cell),
    .quoteStray(cell), .recordTooLong(cell, limit: 1_000_000), .recordTooWide(cell, limit: 65_536), .changed(file),
  ] as [TabularFinding]
  + ([
    .damaged("Not a zip archive"), .encrypted, .compression, .tooLarge(limit: 2_147_483_648), .tooDense(ratio: 300),
    .tooManyMembers(65000, limit: 20000), .nested, .noFiles, .skipped(["__MACOSX/._台账.csv", "~$台账.xlsx"]),
    .astray(["../../台账.csv"]),
  ] as [ArchiveProblem]).map { TabularFinding.archive(.file("报送.zip"), $0) }
  + ([.noRoom(folder: "/tmp"), .refused(folder: "/tmp", reason: "Permission denied")] as [ScratchProblem]).map {
    TabularFinding.scratch(.file("报送.zip/台账.csv"), $0)
  }
  + ([
    .protected, .otherKind(.openDocument), .partMissing("xl/workbook.xml"),
    .damaged(part: "xl/worksheets/sheet1.xml", line: 2, reason: "mismatched tag"),
    .documentType(part: "xl/worksheets/sheet1.xml"), .tooIntricate(part: "xl/worksheets/sheet1.xml"),
    .cellTooLong(limit: 1_048_576), .cellOutside("XFE1"), .rowTooLong(limit: 67_108_864),
    .stringsTooLong(limit: 536_870_912), .mergedTooLate("A2:A9", limit: 33_554_432), .tooManyMerged(limit: 100_000),
    .oldDamaged(code: -26), .oldFormat, .oldTooLarge(cells: 33_554_432, limit: 16_777_216),
  ] as [WorkbookProblem]).map { TabularFinding.workbook(.cell("台账.xlsx", sheet: "一季度", row: 17, column: 3), $0) }

let incomingExamples: [any Finding] =
  [
    .formVersion(formSheet, table: "问题台账", form: "1", spec: "2"), .formWithoutTable(.file("核对_已填.xlsx"), kind: "check"),
    .rowsUnfilled(formSheet, rows: 3), .formSpecChanged(formSheet, table: "走访评分"),
    .formPeriod(formSheet, table: "宣传稿件", period: "2026H1", rows: [7]),
  ] as [IncomingFinding]

let tableExamples: [any Finding] =
  ([
    .columnUnknown(.unit, name: "科式", legal: ["科室", "得分"]), .columnDropped(.key, name: "来自IP"),
    .columnTaken(id: "unit_id", by: "unit_id"), .headerTwin(header: "得分", columns: ["自评", "复评"]), .noColumns,
    .labelSetUnknown(name: "五级", legal: ["满意五级"]), .labelMeaning(label: "满意", value: "often"),
    .labelTwin(label: "满意"), .labelType(label: "满意", .text),
    .labelOutsideRange(label: "非常满意", value: 6, 0...5), .rangeShape, .rangeReversed(100, 0), .rangeType(.date),
    .pattern("[A-Z", .syntax(at: 1)), .confirmedType(column: "认定", .text),
    .periodType(column: "期间", .number), .grainPhase, .rejectLimitOutside(10), .headerRowOutside(0),
    .headerRowsOutside(9),
    .registerKinds(["科室", "支部"]), .furtherType(.writtenDate), .confirmationTwice,
    .confirmationType(column: "认定日期", .text, needed: .date),
    .confirmationResult("成立", column: "认定结论", legal: ["属实", "部分属实", "不实"]), .protectedRegisters,
    .rowRuleType(column: "级别", .number, needed: .date), .rowRuleText("发表", column: "状态", legal: ["已报送", "已发表"]),
  ] as [SpecProblem]).map { TableFinding.spec(spec, $0) }
  + ([
    .columnMissing(column: "总体满意度", header: "8、总体满意度", nearest: "8、总体满意"),
    .columnTwin(header: "得分", columns: [2, 7]), .columnReserved(header: "unit_id"),
    .furtherColumns(["您的建议", "来源详情"], areKept: false),
    .referenceAbsent(table: "指标表", column: "编号"), .periodOptionAbsent(table: "床位"),
    .periodNotInName(name: "台账.csv"), .ragged(found: 7, expected: 6),
    .notOfForm(row: "编号 2026H1-P12-D014-3、科室 肾病内科、评委 P11、板块 3", form: "P12", table: "走访评分"),
    .keyRepeated(columns: ["台账编号"], value: "X-1", firstRow: 41),
    .rejectLimit(rejected: 12, read: 99, limit: 0.1), .blankRows(count: 4), .unitsRegistered(count: 4536, kind: "医院"),
    .headerFound(row: 3, sheet: "一季度"), .headerSeveral(rows: [1, 9]),
    .sheetUnknown(pattern: "*季度", sheets: ["台账", "说明"]), .sheetSeveral(["一季度", "二季度"]),
    .sheetNone(["说明"]), .rowsSkipped(count: 2, patterns: ["合计", "*小计"]), .cellsBeyond(count: 3),
    .cellsMerged(count: 12), .cellsUnwrapped(count: 40), .headerRepeated(count: 3), .rowsShort(count: 12),
    .cutOff(found: 6, expected: 10), .endOpen, .rowsHidden(count: 7), .sheetsHidden(["旧台账"]), .sheetHiddenRead("台账"),
    .sheetsJoined(["一季度", "二季度"]), .sheetDiffers(sheet: "二季度", first: "一季度"),
    .unitsCarried(count: 2, written: "康复医学科", unit: "康复科 (D031)"),
    .datesRead(column: "整改时限", count: 3, words: "6月底前", day: CalendarDate(unchecked: 2025_06_30)),
  ] as [FileProblem]).map { TableFinding.file(.row("问卷_2026H1.csv", row: 118), $0) }
  + ([
    ("科室", .blank, .rowRejected), ("整改时限", .wrongType(value: "6月底前", .date), .cellMissing),
    ("整改时限", .dateRefused(value: "2025.6.31", .impossibleDay), .cellMissing),
    ("得分", .outOfRange(value: "101", 0...100), .cellMissing),
    ("评委", .pattern(value: "P9", pattern: "P[1-4]"), .cellMissing),
    ("总体满意度", .unknownOption(value: "较满意", legal: ["非常满意", "满意", "一般"], count: 3), .batchStopped),
    ("编号", .unknownReference(value: "住元", table: "指标表", column: "编号", nearest: "住院"), .cellMissing),
    ("科室", .unitUnknown(value: "泌尿外课", nearest: "泌尿外科", count: 2), .rowRejected),
    (
      "科室", .unitNotThen(value: "康复科", units: ["康复科 (D031)"], kinds: ["科室"], time: "2025-01-01"),
      .rowRejected
    ),
    ("科室", .unitAmbiguous(value: "骨科", units: ["骨科一病区 (D035)", "骨科二病区 (D036)"]), .rowRejected),
    ("得分", .errorValue("#N/A"), .cellMissing), ("得分", .uncomputed, .cellMissing),
    ("案卷编号", .digitsLost(value: "420102202601010000"), .rowRejected), ("科室", .dittoFirst, .rowRejected),
    ("发表日期", .dayBefore(value: "2026-03-12", column: "报送日期", other: "2026-06-09"), .cellMissing),
    ("发表日期", .needed(column: "状态", value: "已发表"), .cellMissing),
    ("工号", .digitsRounded(value: "1.23457E+17"), .cellMissing), ("编号", .formatUnread(value: "12"), .rowRejected),
    ("得分", .mergedNumber(rows: [3, 4]), .cellMissing),
    ("所属期", .periodUnreadable(value: "六月底"), .rowRejected),
    ("所属期", .periodWiderThanGrain(value: "2025", grain: "half"), .rowRejected),
    ("提交时间", .periodImplausible(value: "1925-01-01"), .rowRejected),
  ] as [(String, CellProblem, TableFinding.CellEffect)]).map {
    TableFinding.cell(cell, column: $0.0, $0.1, effect: $0.2)
  }
  + ([
    .order(.confirm, day: "2026-03-20", before: .verify, otherDay: "2026-04-01"), .incomplete([.role, .result]),
    .unverified,
  ] as [EventProblem]).map { TableFinding.event(.row("线索台账.csv", row: 5), $0) }
  + ([
    .unsigned(file: "12345_按文本_门诊满意度_9_9.csv"), .personal(column: "地址", header: "来自IP"),
    .codedUnknown("满", column: "总体满意度", legal: ["非常满意", "满意", "不满意"]),
    .optionAmbiguous("甲┋乙", separator: "┋"), .fastType(column: "用时", .text), .sourceKept(column: "来自IP"),
    .draftSheetMissing("选项"), .draftType(column: "总体满意度", "数", legal: ["text", "number", "drop"]),
    .draftMeaning(column: "总体满意度", option: "还行"),
  ] as [SurveyProblem]).map { TableFinding.survey(spec, $0) }
  + ([
    .exportUnknown, .exportRead(.number, .name), .codesAbsent(.number, columns: ["总体满意度"]),
    .headersTolerated(count: 2, spec: "8、总体满意度", found: "8:总体满意度"), .columnsAbsent(["所用时间"]),
    .addedTextOpen(column: "途径", count: 2),
    .careless(flagged: 12, rows: 240, signs: [.init(sign: .fast, count: 9), .init(sign: .straightLine, count: 5)]),
  ] as [SurveyProblem]).map { TableFinding.survey(.line("1_按序号_门诊满意度.csv", line: 1, column: 40), $0) }

let registerExamples: [any Finding] =
  [
    .columnMissing(.file("datasets/_shared/units.csv"), column: "valid_from", present: ["code", "name", "kind"]),
    .codeEmpty(units, name: "肾病内科"),
    .codeTwice(units, code: "D014", first: .row("datasets/_shared/units.csv", row: 5)),
    .nameEmpty(units, code: "D014"), .dateUnreadable(units, column: "valid_from", value: "去年"),
    .datesReversed(units, code: "D031", from: "2024-07-01", to: "2024-06-30"),
    .unitUnknown(units, column: "parent", value: "Z2", nearest: "Z02"), .parentCycle(units, codes: ["A", "B", "A"]),
    .nameShared(units, name: "骨科", codes: ["D035", "D036"]), .aliasUnsigned(units, name: "肾内科一病区"),
  ] as [RegisterFinding]

private let calendar = Place.row("datasets/_shared/calendar/2025.csv", row: 4)

let calendarExamples: [any Finding] =
  [
    .columnMissing(.file("datasets/_shared/calendar/2025.csv"), column: "日期", present: ["日　期", "类别", "依据"]),
    .nameWithoutYear(.file("datasets/_shared/calendar/放假.csv")),
    .yearTwice(
      .file("datasets/_shared/calendar/2025-修订.csv"), year: 2025, first: .file("datasets/_shared/calendar/2025.csv")),
    .sourceAbsent(.file("datasets/_shared/calendar/2025.csv"), year: 2025),
    .dateUnreadable(calendar, value: "2025-02-30"), .datesReversed(calendar, from: "2025-02-04", to: "2025-01-28"),
    .dateOutsideYear(calendar, date: "2024-12-31", year: 2025), .kindUnknown(calendar, value: "补班"),
    .makeUpOnWeekday(calendar, date: "2025-01-27"),
    .dayTwice(calendar, date: "2025-02-04", first: .row("datasets/_shared/calendar/2025.csv", row: 3)),
    .dayOffAndWorked(calendar, date: "2025-02-01", first: .row("datasets/_shared/calendar/2025.csv", row: 3)),
  ] as [CalendarFinding]

private let memberships = Place.row("datasets/_shared/memberships.csv", row: 4)

let membershipExamples: [any Finding] =
  [
    .columnMissing(.file("datasets/_shared/memberships.csv"), column: "of", present: ["member", "share", "from"]),
    .unitUnknown(memberships, column: "of", value: "Z2", nearest: "Z02"),
    .dateUnreadable(memberships, column: "from", value: "去年"),
    .datesReversed(memberships, from: "2024-07-01", to: "2024-06-30"), .shareOutOfRange(memberships, value: "60%"),
    .ofItself(memberships, code: "Z02"),
    .sharesOverOne(
      .file("datasets/_shared/memberships.csv"), member: "肾病内科 (D014)", day: "2025-01-01", shares: [0.6, 0.9]),
    .twice(memberships, member: "D014", group: "Z02", first: .row("datasets/_shared/memberships.csv", row: 2)),
  ] as [MembershipFinding]
