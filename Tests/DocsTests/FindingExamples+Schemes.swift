import Findings
import Scoring

@testable import Schemes

private let place = Place.line("datasets/keshi/schemes/keshi.yaml", line: 14, column: 7)
private let score = Place.subject("keshi 2026H1")

private let reading: [ReadingProblem] = [
  .parameterUnknown(name: "下限", known: ["零分", "满分"]),
  .duplicateId(kind: .node, id: "整改", first: place), .cycle(kind: .measure, chain: ["甲", "乙", "甲"]),
  .oneOf(owner: "整改", legal: ["measure", "children", "leaves"], found: []),
  .listLength(key: "range", needed: 2, found: 3), .numberOutside(key: "coverage", value: 80, rule: .share),
  .dateUnreadable(key: "after", value: "开业那天"), .valueMissing(measure: "住院满意度", take: "mean"),
  .keyNeeds(key: "difference", needed: "hands"), .periodUnreadable(key: "frozen", value: "上半年"), .approvalAbsent,
  .parameterUnused(name: "下限"),
]

private let structure: [StructureProblem] =
  NameKind.allCases.filter { ![.effect, .example].contains($0) }.map {
    .nameUnknown(kind: $0, name: "整攺", of: "总分", known: ["整改", "走访"])
  } + [
    .nodeChildless(node: "医风清新"),
    .siblingsMixed(parent: "医风清新", points: ["走访"], weights: ["住院"], countWeights: []),
    .shareMissing(node: "住院", parent: "患者满意"),
    .pointsSum(node: "医风清新", stated: 30, terms: [.init(node: "患者满意", points: 20), .init(node: "整改", points: 8)]),
    .weightUnderSum(parent: "医风清新", children: ["住院"]),
    .rootWeight(node: "总分"), .stepNeedsPoints(node: "住院", step: "proportional"),
    .linearOrder(node: "住院", x: 85, previous: 92), .bandsOrder(node: "整改", bound: 0.9, previous: 0.8),
    .dropIfOrder(node: "综合"), .rowOutsideLeaves(node: "住院", column: "flip_sign"),
    .trimmedMinimum(drop: 2, minimum: 4), .fullNeedsPoints(measure: "销号率", node: "整改"),
    .zeroWithoutEffect(node: "整改", isLeaf: false), .zeroWithoutEffect(node: "住院", isLeaf: true),
    .windowCombined(node: "宣传", measure: "发表数"), .effectWindow(effect: "通报", measure: "通报数", window: "year"),
    .effectMeasureMissing(effect: "通报"), .effectEmpty(effect: "通报"),
    .groupMixed(group: "加分", adds: ["典型"], deducts: ["通报"]), .factKind(fact: "已报组数", isCount: true),
    .rankMissing(needed: "grades"), .rankNotRoot(node: "整改", roots: ["总分"]),
    .gradeOrder(grade: "优秀", floor: 95, previousGrade: "达标", previousFloor: 90), .gradeLast(grade: "合格"),
    .gradeUnconditional(grade: "优秀"), .childShareNeedsPoints(node: "综合", grade: "达标"),
    .combineSum(h1: 0.5, h2: 0.4), .peersMissing(used: "rank.per"), .measureUnused(measure: "投诉率"),
    .factUnused(fact: "有走访"),
  ]

private let outcomes: [OutcomeProblem] = [
  .keysExclude(owner: "grades.达标.quota", first: "round", second: "places"), .quotaBasis(grade: "达标"),
  .quotaGroups(grade: "达标", per: "支部"), .titlesMissing(used: "grades.达标.quota.new_only"),
  .gradeUnreachable(grade: "优秀", above: "达标"),
  .floorBeyondPoints(grade: "达标", node: "整改", floor: 26, points: 20), .clusterNames(k: 5, names: 4),
  .clusterFact(fact: "有走访"), .decisionsMissing(used: ["作风", "领导小组"]), .targetAmbiguous(id: "宣传"),
  .columnKind(table: "称号", column: "from", needed: [.date], found: .text),
]

private let extensions: [ExtensionProblem] = [
  .notFileName(name: "../keshi.yaml"), .fileAbsent(name: "kesih.yaml", known: ["keshi.yaml", "zhigong.yaml"]),
  .cycle(chain: ["keshi.yaml", "zhigong.yaml", "keshi.yaml"]), .nothingRemoved(name: "整攺", known: ["整改", "走访"]),
]

private let expressions: [ExpressionProblem] = [
  .unexpectedCharacter("；"), .unterminated(quote: "'"), .unexpected(found: "THEN", expected: .value),
  .functionUnknown(name: "rund", known: ["round", "abs"]), .clock(name: "now"), .subquery, .aggregate(name: "sum"),
  .argumentCount(function: "days", needed: "2", found: 1), .tooDeep(limit: 50), .tooLong(limit: 10_000),
  .chainedComparison, .momentUnknown(name: "period_stop", known: ["period_start", "period_end", "as_of"]),
  .parameterUnknown(name: "下限", known: ["零分"]), .integerDivision, .divisionByZero,
  .divisorMayBeZero, .kindsDiffer(.text, .number), .arithmeticOn(.text),
  .dateArithmetic, .nullableComparison(what: "销号日期"), .caseWithoutElse,
  .valueUnlisted(column: "类型", value: "住园", known: ["住院", "门诊"]), .dateLiteral(value: "2025年"),
  .noCalendar(function: "workdays"),
  .argumentKind(function: "days", needed: .date, found: .text), .notCondition(.number), .notNumber(.text),
]

private let tables: [TableProblem] = [
  .withoutUnits(table: "指标表"), .withoutPeriods(table: "指标表"), .withoutObligations(table: "指标表"),
  .notDate(column: "备注", kind: .text),
  .notOrdered(column: "备注", kind: .text), .shareValues(measure: "销号率", low: 0, high: 100),
  .rangeMissing(node: "走访", measure: "走访分", low: 0, high: .infinity, points: 10),
  .pointsInterval(node: "走访", low: 0, high: 12, points: 10), .bandsStopShort(node: "整改", last: 0.5, minimum: 0),
  .bandUnreachable(node: "整改", bound: 2, limit: 1), .pointsUnreachable(node: "整改", most: 5, points: 10),
  .emptyUncovered(measure: "通报数", table: "处分"),
  .effectUnconfirmed(effect: "否决", measure: "问责数", table: "处分"),
  .protectedTake(measure: "涉案金额", table: "线索", take: "sum"), .protectedView(measure: "线索数", table: "线索"),
  .protectedUse(table: "线索", .roster),
  .anonymousColumn(measure: "住院满意", table: "患者问卷", column: "序号", .key),
  .anonymousTake(measure: "住院满意", table: "患者问卷", take: "max"),
  .unitKindUnknown(kind: "科市", known: ["党支部", "科室"]), .unitUnknown(node: "差距", unit: "D041", known: ["D014", "D015"]),
  .carelessMixed(measure: "住院满意", other: "全部满意", table: "患者问卷"),
]

private let idle: [IdleProblem] = [
  .testNever(owner: "作风", measure: "走访分", Comparison(.atLeast, 500), Bounds(0, 100)),
  .testAlways(owner: "通报", measure: "通报数", Comparison(.atLeast, 0), Bounds(0, .infinity)),
  .stepConstant(node: "走访", step: "pass", gives: 0, Bounds(0, 100)), .changeZero(effect: "宣传"),
  .untriggered(effect: "否决", grade: "不合格", isCeiling: false),
]

private let leaves: [LeavesProblem] = [
  .tableAbsent(table: "指标表"), .tableEmpty(table: "指标表"),
  .columnMissing(table: "指标表", column: "方向", known: ["编号", "组"]), .idEmpty(table: "指标表", row: 7),
  .idDuplicate(table: "指标表", id: "MORT_30"), .notNumber(table: "指标表", column: "方向", id: "MORT_30", value: "负"),
  .weightNotPositive(table: "组权重表", id: "死亡率", weight: 0),
  .groupUnknown(table: "组权重表", group: "死亡", leaf: "MORT_30", known: ["死亡率", "安全"]),
  .groupWithoutLeaves(table: "组权重表", group: "安全"), .noLeaf(table: "框架表"),
  .parentUnknown(table: "框架表", id: "LPI", parent: "Physcal", known: ["Physical", "Conn"]),
  .parentEmpty(table: "框架表", leaf: "LPI"), .severalTops(table: "框架表", ids: ["Index", "Conn"]),
  .parentCycle(table: "框架表", chain: ["Conn", "Physical", "Conn"]),
  .leafAbove(table: "框架表", leaf: "Physical", below: "LPI"), .tooDeep(table: "框架表", limit: 50),
  .innerUnknown(key: "of", table: "框架表", id: "Con", known: ["Conn", "Sust"]),
]

private let tree: [TreeProblem] = [
  .ownPointsMissing(parent: "患者满意", aggregation: "geometric", children: ["住院", "门诊"]),
  .weightsStated(parent: "患者满意", children: ["门诊"]), .sharesNotWeights(parent: "患者满意", children: ["门诊"]),
  .sharesSum(parent: "患者满意", sum: 0.9), .coverageUnstated(node: "总分"),
  .aggregationSize(node: "科研", aggregation: "best", size: 3, children: 2), .handsTooFew(node: "作风", hands: ["系统"]),
  .stepOnLeaves(node: "患者满意", step: "impute"), .siblingsMissing(node: "住院"),
  .thenPointwise(measure: "走访分", step: "zscore"),
]

private let editing: [EditingProblem] = [
  .addressEmpty, .addressUnknown(part: "满义", under: "nodes", known: ["满意", "整改"]), .valueUnreadable(value: "[90"),
  .parameterUnknown(name: "满意下线", known: ["满意下限", "全覆盖"], keys: ["title"]),
]

let schemeExamples: [any Finding] =
  reading.map { SchemeFinding.reading(place, $0) } + structure.map { SchemeFinding.structure(place, $0) }
  + outcomes.map { SchemeFinding.outcome(place, $0) } + extensions.map { SchemeFinding.extending(place, $0) }
  + expressions.map { SchemeFinding.expression(place, $0) } + tables.map { SchemeFinding.tables(place, $0) }
  + idle.map { SchemeFinding.idle(place, $0) }
  + leaves.map { SchemeFinding.leaves(place, $0) } + tree.map { SchemeFinding.tree(place, $0) }
  + editing.map { SchemeFinding.editing(.subject("nodes.满义.points=35"), $0) }

private let decided = Place.subject("2026H1 作风 D014")

let scoringExamples: [any Finding] =
  [
    .stepConstant(score, node: "MORT_30", step: "zscore", units: 42),
    .valueNotPositive(score, node: "收入", step: "goalposts", units: ["D014", "D015"]),
    .leafDropped(score, node: "MORT_30", units: 87, needed: 101),
    .valueOutOfRange(score, measure: "走访分", low: 0, high: 100, units: ["D014"]),
    .testUnverified(score, name: "否决", measures: ["问责数"], units: ["D059"]),
    .groupTooSmall(score, group: "医技", units: 2, needed: 3),
    .baseTooSmall(score, measure: "住院满意度", needed: 30, units: ["D014", "D042"]),
    .decision(decided, .targetUnknown(target: "作凤", known: ["作风", "整改"])),
    .decision(decided, .unitUnknown(unit: "D099")), .decision(decided, .notOpen(target: "整改")),
    .decision(decided, .roleWrong(found: "科室", needed: "领导小组")), .decision(decided, .reasonMissing),
    .decision(decided, .valueMissing(target: "作风")),
    .decision(decided, .valueOutOfRange(value: 21, low: 0, high: 20)),
    .decision(decided, .beyondLimit(value: 2, total: 2, limit: 3)),
    .decision(decided, .superseded(date: 20_260_720, by: 20_260_721)),
    .decision(decided, .ofHalf(effect: "领导小组", year: "2026")),
    .decision(decided, .grantMissing(grade: "示范")), .decision(decided, .notAwaiting(grade: "示范")),
    .decision(decided, .beyondPlaces(grade: "示范", placesLeft: 1)),
    .handsApart(
      score, node: "作风", hands: ["系统", "人工"], period: "2026H1", over: 5, needsReason: true,
      units: [HandsGap(unit: "D014", first: 12, other: 18)]),
    .quotaWithoutRanks(score, grade: "优秀", group: "医技", units: ["D014", "D042"]),
    .cutOffMissing(score, grade: "优秀", year: 2027),
    .clustersTooFew(score, group: "3", units: 4, clusters: 5),
    .meanNotPositive(score, node: "发展指数", mean: "geometric", units: ["D014"]),
    .nothingLeftToAverage(score, node: "走访", drops: 1, units: ["D014"]),
    .goalUnusable(score, node: "人均床位", step: "distance", .unitWithoutValue),
    .acrossMissing(score, node: "报送", measure: "级别", units: ["D014"]),
    .nothingToImputeFrom(score, node: "住院满意", units: ["D014"]),
    .frozenRunAbsent(score, node: "住院满意", step: "minmax", period: "2025H1"),
    .periodsAbsent(score, node: "住院满意", step: "minmax", periods: ["2018", "2019"]),
  ] as [ScoringFinding]
