import Charts
import Findings
import Register
import Reports
import Store
import Workbench

private let database = Place.file("qingheng.sqlite")
private let file = Place.file("走访评分.csv")
private let query = Place.line("notebooks-md/leaders.md", line: 40, column: 1)
private let chart = Place.line("charts/ranking.yaml", line: 6, column: 5)
private let notebook = Place.line("notebooks-md/leaders.md", line: 20, column: 1)
private let settings = Place.line("qingheng.yaml", line: 6, column: 15)
private let scheme = Place.line("datasets/keshi/schemes/keshi.yaml", line: 14, column: 7)

let storeExamples: [any Finding] =
  [
    .databaseAbsent(database), .databaseUnreadable(database), .databaseUnwritable(database, reason: .refused),
    .notADatabase(database), .databaseForeign(database), .databaseNewer(database, found: 3, known: 1),
    .databaseOlder(database, found: 1, known: 2), .databaseBusy(database), .databaseFull(database),
    .databaseInterrupted(database), .databaseDamaged(database, detail: "row 4711 missing from index"),
    .databaseTrouble(database, code: 10, detail: "disk I/O error"),
    .batchAlreadyImported(file, batch: 11, file: "走访评分.csv", at: "2026-07-10T09:12:00+08:00"),
    .batchUnknown(.subject("99"), batch: 99),
    .batchAlreadyUndone(.subject("11"), batch: 11, at: "2026-07-10T09:30:00+08:00", by: "office"),
    .batchOutOfOrder(file, row: 7, after: 9),
    .keyAlreadyImported(file, columns: ["编号"], batch: 11, file: "走访评分.csv", row: 7, count: 3),
    .unitUnknown(file, code: "D099"), .tableColumnsAdded(file, table: "走访评分", columns: ["备注"]),
    .tableNewVersion(file, table: "走访评分", column: "得分", was: "INTEGER", now: "REAL", version: 2),
    .tableNameTaken(file, table: "走访评分", name: "t_keshi_走访评分"),
    .columnNameUnusable(file, table: "走访评分", column: "得\0分"), .sqlRefused(query, .notAQuery),
    .sqlTimeout(query, seconds: 10), .sqlProblem(query, .table("scores"), line: 2, column: 6),
    .sqlTooLong(scheme, rows: 2_000_000),
  ] as [StoreFinding]

let correctionExamples: [any Finding] =
  [
    .unknown(file, batch: 99), .otherTable(file, batch: 11, table: "问题台账", own: "走访评分"),
    .notCurrent(file, batch: 11, by: 12), .incomplete(file, batches: [12], missing: [11]),
    .unalike(file, batches: [11]), .setsAside(file, rejects: 3, before: 1), .withoutKey(file, table: "走访评分"),
    .amendsAnswers(file, table: "患者问卷"), .amendsNothing(file, columns: ["编号"]), .adds(file, rows: 2, first: 7),
    .corrected(.subject("11"), batch: 11, by: [12], isWhole: true), .severalFiles(file, files: 3),
    .fewAnswers(.file("患者问卷.csv"), table: "患者问卷", fewerThan: 5),
    .sameName(file, batch: 11, at: "2026-07-10T09:12:00+08:00"),
    .keyParts(.subject("问题台账"), columns: ["编号"], given: 0), .noSuchRow(.subject("问题台账"), table: "问题台账"),
  ] as [CorrectionFinding]

let chartExamples: [any Finding] =
  [
    .noMarks(chart), .libraryAbsent(chart, file: "libgd.so.3"),
    .unknownMark(chart, mark: "bars", known: ["bar", "cell", "interval", "rule", "text"]),
    .marksDoNotCompose(chart, mark: "cell", other: "bar"), .plotsDiffer(chart, mark: "dot", other: "bar"),
    .rowsDiffer(chart, column: "name", other: "unit"),
    .unknownColumn(chart, mark: "bar", column: "scores", known: ["unit", "name", "score"]),
    .columnNotNumbers(chart, mark: "bar", column: "name"),
    .unknownPlaceholder(chart, name: "perod", known: ["period", "scheme"]), .unknownFormat(chart, pattern: "0,0"),
    .domainNotRising(chart, values: [100, 0]), .tooManyGrades(chart, count: 9, most: 6),
    .valueOutsideDomain(chart, column: "grade", values: ["甲"], domain: ["达标", "优秀"]),
    .barsFromZero(chart, low: 60, high: 100), .cellTwice(chart, row: "肾病内科", column: "医风清新"),
    .sizeOutOfRange(chart, key: "width", value: 90, legal: 400...4000),
    .sizeGrown(chart, key: "height", asked: 300, drawn: 820),
    .tooHigh(chart, rows: 5000, height: 240_000, limit: 16_000),
    .glyphsMissing(chart, characters: ["𠮷"], text: "𠮷野", font: "Noto Sans CJK SC"),
    .noChineseFont(chart, found: "DejaVu Sans"), .fontFamilyAbsent(chart, asked: "思源黑体", used: "Noto Sans CJK SC"),
    .fontUnreadable(chart), .noMemory(chart, width: 1600, height: 16_000),
  ] as [ChartFinding]

let reportExamples: [any Finding] =
  [
    .headerMissing(notebook), .headerOpen(notebook), .valueUnknown(notebook, name: "gradd", known: ["graded"]),
    .parameterUnknown(notebook, name: "前几", known: ["前几名"]), .stars(notebook, text: "**“达标”**"),
    .rawHTML(notebook), .picture(notebook, address: "logo.png"), .linkRefused(notebook, address: "javascript:"),
    .tooDeep(notebook, limit: 50), .kindNear(notebook, word: "charts", kind: "chart"),
    .cellEmpty(notebook, kind: .chart), .sqlInPublic(notebook), .topTooSmall(notebook, value: 0),
    .formatUnknown(notebook, pattern: "0,0"), .columnUnknown(notebook, name: "scores", known: ["score", "name"]),
    .unanswered(notebook, kind: .table), .unwritable(.file("out/leaders.html")),
    .directiveNear(notebook, word: "iff", directive: "if"), .conditionUnread(notebook, text: "得分 >"),
    .blockOpen(notebook, word: "each"), .blockStray(notebook, word: "else"),
    .listUnknown(notebook, name: "gradet", known: ["all", "graded"]),
    .includeAbsent(notebook, path: "notebooks-md/parts/fangfa.md"),
    .includeDeep(notebook, path: "notebooks-md/letter.md", limit: 8),
    .conditionOrder(notebook, name: "period", value: "2026年上半年"), .valueTaken(notebook, name: "graded"),
  ] as [ReportFinding]

private let secrets = Place.file("protected.sqlite")

let protectedExamples: [any Finding] =
  [
    .path(secrets, .sameAsOpen), .rights(secrets), .rowsOpen(database, table: "线索", batches: [3]),
    .closed(secrets, .unreadable, measures: ["属实线索"]),
    .unchecked(.subject("keshi 2026H1"), file: "protected.sqlite", tables: ["线索"]),
    .unlisted(secrets, .unreadable), .lost(secrets, tables: ["处分", "处分"], isGivenUp: false),
    .lost(secrets, tables: ["处分", "处分"], isGivenUp: true),
    .reference(.file("datasets/keshi/tables/notices.yaml"), table: "通报", target: "线索"),
  ] as [ProtectedFinding]

let workbenchExamples: [any Finding] =
  [
    .noWorkspace(.file("收件箱"), isNamed: false), .workspaceExists(.file("清廉建设")),
    .minimumCellTooSmall(settings, value: 0),
    .phaseDatesUnreadable(settings, phase: "排查", from: "2026-06-10", to: "2026-05-11"),
    .periodUnreadable(.subject("2026H3"), phases: ["排查"]), .asOfUnreadable(.subject("月底")),
    .systemUnknown(.subject("qinglain"), known: ["qinglian", "zhibu"]), .obligationsAbsent(.subject("zhibu")),
    .schemeUnreadable(
      .file("datasets/qinglian/schemes/草案.yaml"), file: "datasets/qinglian/schemes/草案.yaml", problems: 1),
    .systemUnusable(
      .file("datasets/zhibu"), system: "支部评议", problems: 2,
      first: .line("datasets/zhibu/tables/visits.yaml", line: 10, column: 29)),
    .nameTwice(scheme, name: "keshi", first: scheme), .schemeUnknown(.subject("keshi2"), known: ["keshi"]),
    .systemUnknown(.subject("kehsi"), known: ["keshi", "zhibu"]),
    .tableUnknown(.subject("走访"), known: ["走访评分", "患者问卷"]),
    .tableOfSeveralSystems(.subject("走访评分"), systems: ["keshi", "zhibu"]),
    .fileMatchesNone(file, patterns: ["*患者满意度*"]), .fileMatchesSeveral(file, tables: ["走访评分", "走访复评"]),
    .unitUnknown(.subject("肾病内课"), nearest: "肾病内科"),
    .unitAmbiguous(.subject("骨科"), units: ["D035 骨科一病区", "D036 骨科二病区"]),
    .unitOutOfScope(.subject("内科党总支"), scheme: "keshi", period: "2026H1"),
    .nodeUnknown(.subject("整攺"), nodes: ["总分", "整改"]),
    .notScored(.subject("keshi 2026H1"), scheme: "keshi", period: "2026H1"),
    .tableNeverImported(scheme, table: "走访评分"), .leavesTableEmpty(scheme, table: "指标表"),
    .periodWithoutRows(
      .subject("keshi 2027H1"), scheme: "keshi", period: "2027H1", tables: ["患者问卷", "走访评分"], ungraded: 89, units: 89),
    .noUnitsInScope(.subject("keshi"), kinds: ["科室"], period: "2026H1"),
    .neverScored(.subject("keshi"), scheme: "keshi"),
    .exampleFailed(scheme, example: "住院满意度95得8分", node: "住院", expected: "8.00", got: "7.50"),
    .exampleNodeUnknown(scheme, example: "住院满意度95得8分", node: "住园"),
    .explainUnderCell(.subject("肾病内科"), scheme: "keshi", minimumCell: 10),
    .examplePeriodUnknown(scheme, example: "住院满意度95得8分", period: "2025H3", phases: ["动员部署"]),
    .replayDiffers(
      .subject("keshi 2026H1"),
      ReplayDifference(
        thing: .node("总分"), unit: .init(code: "D014", name: "肾病内科"), quantity: .value, stored: .text("76.11"),
        recomputed: .text("76.12"))),
    .runOutdated(
      .subject("keshi 2026H1"), what: [.table(system: "keshi", table: "走访评分")], scheme: "keshi", period: "2026H1",
      isFinal: false),
    .verifyRowsUnchecked(
      .subject("keshi 2026H1 3f0c5f1f2d7a"), .inputs([.register, .definition(system: "keshi", table: "走访评分")])),
    .verifyRowsLost(
      .subject("keshi 2026H1 3f0c5f1f2d7a"),
      .rows(
        table: .init(system: "keshi", table: "走访评分"), batch: .init(2, isProtected: false), file: "走访评分.csv", kept: 89,
        found: 88)),
    .engineDiffers(.subject("keshi 2026H1"), stored: "0.1.0", current: "0.2.0"),
    .fileUnwritable(.file("out/rejects"), .space),
    .dataRequestUnknown(notebook, keys: ["score"]), .chartDataMissing(chart),
    .notebookAbsent(.file("notebooks-md/leader.md")),
    .notebookWithoutRun(notebook), .queryTruncated(query, rows: 1000),
    .decisionAmbiguous(scheme, table: "决定", row: 5, target: "总分", schemes: ["keshi-pingjia", "zhibu-pingjia"]),
    .decisionSchemeUnknown(
      scheme, table: "决定", row: 6, scheme: "keshi-pingjai", known: ["keshi-pingjia", "zhibu-pingjia"]),
    .decisionsLater(scheme, table: "决定", count: 3, asOf: "2026-03-01"),
    .calendarYearAbsent(scheme, measure: "迟报", years: [2027]),
    .derivedMore(
      .subject("应报清单"), like: "filing-too-early", count: 9,
      listing: "qingheng due --system pingjia --as-of 2026-06-30"),
    .upstreamUnknown(scheme, measure: "风险防控", scheme: "fengxian", known: ["fengxian-keshi", "keshi"]),
    .upstreamNodeUnknown(scheme, measure: "风险防控", scheme: "fengxian-keshi", node: "总", known: ["总分", "内控"]),
    .upstreamCycle(scheme, schemes: ["keshi", "fengxian-keshi", "keshi"]),
    .upstreamAbsent(scheme, measure: "风险防控", scheme: "fengxian-keshi", period: "2026H1"),
    .frozenRunNotFinal(scheme, scheme: "keshi", step: "zscore", period: "2026H1"),
    .viewColumns(scheme, measure: "夜班占比", found: ["unit_id", "value"], missing: ["p_from", "p_to"]),
    .viewCell(scheme, measure: "夜班占比", column: "p_to", row: 3, value: "2026-06"),
    .claimedTwice(scheme, measure: "发表分", thing: "清风故事", units: ["D014", "D031"], holder: "D031"),
    .rosterStranger(scheme, measure: "学习率", unit: "Z02", members: ["P017"], hasRoster: true),
    .rosterStranger(scheme, measure: "学习率", unit: "Z03", members: ["P021"], hasRoster: false),
    .recordUnreadable(scheme, table: "决定", row: 4, column: "period", value: "上半年"),
    .periodUnused(file, table: "患者问卷", period: "2026H1"),
    .givenMeasureUnknown(.subject("D014:走访=90"), measure: "走访", known: ["走访分", "销号率"]),
    .givenPeriodUnknown(.subject("D014:走访分@2024H1=90"), period: "2024H1", known: ["2025", "2025H1", "2025H2"]),
    .givenOutOfRange(.subject("D014:走访分=101"), measure: "走访分", value: 101, low: 0, high: 100),
    .trialDiscloses(
      .subject("measures.住院满意.where=总体满意度 > 0"), .rows(measure: "住院满意", table: "住院满意度")),
    .baseUnderMinimumCell(scheme, measure: "住院满意", atLeast: 3, minimumCell: 5),
    .nothingInCommon(.subject("keshi-pingjia zhibu-pingjia"), period: "2026H1"),
    .trialRefused(.subject("keshi-pingjia")),
    .nothingToImport(.file("收件箱")), .asOfTooEarly(.subject("2024-12-31"), period: "2025H1", start: "2025-01-01"),
  ] as [WorkbenchFinding]

let stageExamples: [any Finding] =
  [
    .skipped(run, stage: .final, missing: .consultation, scheme: "keshi-pingjia", period: "2026H1"),
    .notTheSubmittedRun(
      run, run: "9b240bdc40ca", submitted: "3e86a79b397f", scheme: "keshi-pingjia", period: "2026H1"),
    .alreadyFinal(
      run, run: "9b240bdc40ca", day: stageDay(2026, 8, 14), scheme: "keshi-pingjia", period: "2026H1"),
    .dayBeforeLast(
      run, day: stageDay(2026, 7, 1), last: stageDay(2026, 7, 20)),
    .dayAfterToday(run, day: stageDay(2099, 1, 1), today: "2026-08-14"),
    .dayBeforeRun(run, day: stageDay(2020, 1, 1), asOf: stageDay(2026, 7, 31)),
    .warningsStand(run, codes: ["protected-closed"], scheme: "keshi-pingjia", period: "2026H1"),
    .finalUnchecked(
      run, run: "9b240bdc40ca", what: [.table(system: "keshi", table: "处分")], scheme: "keshi-pingjia",
      period: "2026H1"),
    .nothingToWithdraw(run), .withdrawalUnexplained(run),
    .roleEmpty(.subject("--role")), .dayUnreadable(.subject("7月底")),
    .runNotWhole(run, asOf: stageDay(2026, 5, 31), end: stageDay(2026, 6, 30)),
    .absent(run, stage: .final, scheme: "keshi-pingjia", period: "2026H1", known: [.consultation, .submission]),
    .laterRun(run, run: "9b240bdc40ca", later: "ea352808a633"),
    .finalStands(
      run, run: "9b240bdc40ca", day: stageDay(2026, 7, 30), now: "ea352808a633", scheme: "keshi-pingjia",
      period: "2026H1"),
  ] as [StageFinding]

let intakeExamples: [any Finding] =
  [
    .namesCollected(
      .file("门诊满意度_2026H1.csv"), count: 2, sheet: "out/names/门诊满意度_2026H1.xlsx",
      again: "qingheng import 门诊满意度_2026H1.csv --replaces 3"),
    .namesKept(.file("out/names/门诊满意度_2026H1.xlsx"), sheet: "out/names/门诊满意度_2026H1 (2).xlsx"),
    .nameAnswer(.row("out/names/门诊满意度_2026H1.xlsx", row: 3), .taken(text: "心内科", by: "D011")),
    .aliasAbsent(.subject("内课"), path: "datasets/_shared/aliases.csv", nearest: "外课"),
    .sheetInArchive(.file("答复.zip")), .draftWithoutPattern(.file("草稿/走访.xlsx"), pattern: "*"),
    .twiceKeyless(.file("床位_甲.csv"), table: "床位"), .twiceIncomplete(.file("打分表_乙.csv"), rejects: 1),
    .twiceDiffers(.file("打分表_甲.csv"), count: 3, list: "out/twice/打分表_甲.xlsx"), .carelessAbsent(.subject("患者问卷")),
    .carelessColumn(.subject("门诊问卷"), column: "满意", legal: ["满意度", "服务态度"]),
    .carelessUnmarked(.subject("门诊问卷"), rows: 120),
    .carelessHidden(.subject("门诊问卷"), units: 2, minimumCell: 5), .mapCoded(.file("1_按序号_门诊满意度_9_9.csv")),
    .draftExists(.file("草稿/门诊问卷")),
  ] as [IntakeFinding]

let titleExamples: [any Finding] =
  [
    .absent(.subject("keshi-pingjia"), scheme: "keshi-pingjia", known: ["keshi-niandu"]),
    .notScored(.subject("keshi-niandu"), scheme: "keshi-niandu"),
    .endsBeforeItBegins(.subject("称号"), table: "称号", unit: "肾病内科", from: "2025-12-31", to: "2025-01-31"),
  ] as [TitleFinding]

private let run = Place.subject("keshi-pingjia 2026H1")

private func stageDay(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
  CalendarDate(year: year, month: month, day: day) ?? Period(parsing: "2026")!.end
}
