import Findings
import Tables
import Testing

@Suite("Wording of table findings")
struct TableWordingTests {
  static let place = Place.line("甲.csv", line: 118, column: 9)

  /// Each problem with the facts that its sentences must show.
  static let cells: [(CellProblem, [String])] =
    [
      (.blank, ["q07"]), (.outOfRange(value: "6", 1...5), ["6", "1–5", "q07"]),
      (.pattern(value: "D14", pattern: "D[0-9]{3}"), ["D14", "D[0-9]{3}"]),
      (.pattern(value: nil, pattern: "x+"), ["x+"]),
      (.unknownOption(value: "满義", legal: ["满意", "一般"], count: 3), ["满義", "满意", "3"]),
      (.unknownOption(value: nil, legal: ["满意", "一般"], count: 31, texts: 2), ["31", "2", "满意", "一般", "q07"]),
      (.unknownReference(value: "住元", table: "指标表", column: "id", nearest: "住院"), ["住元", "指标表", "id", "住院"]),
      (.unitUnknown(value: "肾病内", nearest: "肾病内科", count: 12), ["肾病内", "肾病内科", "12"]),
      (
        .unitNotThen(value: "康复科", units: ["康复科 (D031)"], kinds: ["科室"], time: "2025-01-01"),
        ["康复科", "D031", "2025-01-01", "科室"]
      ),
      (.unitAmbiguous(value: "骨科", units: ["骨一科", "骨二科"]), ["骨科", "骨一科", "骨二科"]),
      (.periodUnreadable(value: "六月底"), ["六月底"]),
      (.periodWiderThanGrain(value: "2025", grain: "half"), ["2025"]),
      (.periodImplausible(value: "1925-01-01"), ["1925-01-01"]),
      (.digitsRounded(value: "1.2E+17"), ["1.2E+17", "q07"]), (.formatUnread(value: "12"), ["12", "q07"]),
      (.mergedNumber(rows: [3, 4]), ["3", "4", "q07"]),
    ] + ColumnType.allCases.map { (.wrongType(value: "岁", $0), ["岁", "q07"]) }

  static let files: [(FileProblem, [String])] = [
    (.columnMissing(column: "分", header: "得分", nearest: "得份"), ["分", "得分", "得份"]),
    (.columnTwin(header: "得分", columns: [2, 28]), ["得分", "B", "AB"]), (.columnReserved(header: "unit_id"), ["unit_id"]),
    (.furtherColumns(["甲", "乙"], areKept: true), ["2", "甲", "乙"]), (.furtherColumns(["甲"], areKept: false), ["甲"]),
    (.referenceAbsent(table: "指标表", column: "id"), ["指标表", "id"]),
    (.periodOptionAbsent(table: "床位"), ["床位", "--period"]),
    (.periodNotInName(name: "x/台账.csv"), ["x/台账.csv"]), (.ragged(found: 7, expected: 6), ["7", "6"]),
    (.notOfForm(row: "评委 P11", form: "P12", table: "走访评分"), ["评委 P11", "P12", "走访评分"]),
    (.keyRepeated(columns: ["台账编号"], value: "X-1", firstRow: 41), ["台账编号", "X-1", "41"]),
    (.rejectLimit(rejected: 12, read: 99, limit: 0.1), ["12", "99", "10"]), (.blankRows(count: 4), ["4"]),
    (.unitsRegistered(count: 4536, kind: "医院"), ["4536", "医院"]), (.cellsUnwrapped(count: 41), ["41", "="]),
    (.headerRepeated(count: 41), ["41"]), (.rowsShort(count: 41), ["41"]),
    (.cutOff(found: 6, expected: 10), ["6", "10"]), (.endOpen, []), (.rowsHidden(count: 41), ["41"]),
    (.sheetsHidden(["旧"]), ["旧", "sheet"]), (.sheetHiddenRead("旧"), ["旧"]), (.sheetsJoined(["甲", "乙"]), ["甲", "乙"]),
    (.sheetDiffers(sheet: "乙", first: "甲"), ["甲", "乙"]),
  ]

  static let specs: [(SpecProblem, [String])] =
    [
      (.columnTaken(id: "unit_id", by: "Unit_ID"), ["unit_id", "Unit_ID"]),
      (.headerTwin(header: "得分", columns: ["a", "b"]), ["得分", "a", "b"]), (.noColumns, ["0"]),
      (.labelSetUnknown(name: "likert", legal: ["likert5"]), ["likert", "likert5"]),
      (.labelSetUnknown(name: "likert", legal: []), ["likert"]),
      (.labelMeaning(label: "是", value: "often"), ["是", "often"]),
      (.labelTwin(label: "是"), ["是"]), (.labelType(label: "是", .text), ["是", "text"]),
      (.labelOutsideRange(label: "是", value: 6, 0...5), ["是", "6", "0–5"]), (.rangeShape, ["[0, 100]"]),
      (.rangeReversed(5, 1.5), ["5", "1.5"]), (.rangeType(.date), ["date"]),
      (.pattern("[a", .syntax(at: 3)), ["[a", "3"]),
      (.pattern("a{9}", .tooLarge(limit: 2000)), ["a{9}", "2000"]),
      (.confirmedType(column: "认定", .text), ["认定", "text"]),
      (.periodType(column: "期", .number), ["期", "number"]), (.grainPhase, ["phase"]),
      (.rejectLimitOutside(1.5), ["1.5"]), (.headerRowOutside(0), ["0"]), (.registerKinds(["甲", "乙"]), ["2"]),
    ]
    + [
      (.confirmationTwice, ["confirmed", "confirmation"]),
      (.confirmationType(column: "认定日期", .text, needed: .date), ["认定日期", "text", "date"]),
      (.confirmationResult("成立", column: "结论", legal: ["属实", "不实"]), ["成立", "结论", "属实"]),
      (.protectedRegisters, ["protected: true", "units.csv"]),
    ]
    + SpecProblem.Role.allCases.flatMap { role -> [(SpecProblem, [String])] in
      [
        (.columnUnknown(role, name: "科式", legal: ["科室", "分"]), ["科式", "科室"]),
        (.columnDropped(role, name: "IP"), ["IP"]),
      ]
    }

  static let all: [(TableFinding, [String])] =
    cells.flatMap { problem, facts in
      TableFinding.CellEffect.allCases.map { (.cell(place, column: "q07", problem, effect: $0), facts) }
    } + files.map { (.file(place, $0), $1) } + specs.map { (.spec(place, $0), $1) }
    + events.map { (.event(place, $0), $1) } + surveys.map { (.survey(place, $0), $1) }

  static let events: [(EventProblem, [String])] = [
    (.order(.confirm, day: "2025-03-20", before: .verify, otherDay: "2025-04-01"), ["2025-03-20", "2025-04-01"]),
    (.incomplete([.day]), []), (.incomplete([.role, .result]), []),
  ]

  static let surveys: [(SurveyProblem, [String])] = [
    (.unsigned(file: "a.csv"), ["a.csv"]), (.personal(column: "地址", header: "来自IP"), ["地址", "来自IP"]),
    (.codedUnknown("满", column: "q07", legal: ["满意"]), ["满", "q07"]),
    (.codedUnknown("满", column: "q07", legal: []), ["labels"]),
    (.optionAmbiguous("甲┋乙", separator: "┋"), ["甲┋乙"]), (.fastType(column: "用时", .text), ["用时", "duration_s"]),
    (.draftSheetMissing("选项"), ["选项"]), (.draftType(column: "q07", "数", legal: ["number"]), ["q07", "数", "number"]),
    (.draftMeaning(column: "q07", option: "还行"), ["q07", "还行"]),
    (.sourceKept(column: "来自IP"), ["来自IP", "drop: true"]), (.exportUnknown, ["按序号", "export"]),
    (.exportRead(.number, .name), []), (.exportRead(.score, .spec), []),
    (.codesAbsent(.number, columns: ["q07"]), ["q07", "coded"]), (.codesAbsent(.score, columns: ["q07"]), ["scored"]),
    (.headersTolerated(count: 2, spec: "1、甲", found: "1:甲"), ["1、甲", "1:甲", "2"]),
    (.headersTolerated(count: 1, spec: "1、甲", found: nil), ["1"]), (.columnsAbsent(["所用时间"]), ["所用时间"]),
    (.addedTextOpen(column: "q07", count: 3), ["q07", "3"]),
    (
      .careless(
        flagged: 3, rows: 40, signs: CarelessRule.Sign.allCases.map { .init(sign: $0, count: 2) }), ["3", "40", "2"]
    ),
  ]

  @Test("is whole in both languages and shows the facts", arguments: all.indices)
  func wording(index: Int) {
    let (finding, facts) = Self.all[index]
    for language in Language.allCases {
      let words = finding.wording(in: language)
      #expect(!words.found.isEmpty && !words.consequence.isEmpty && !words.remedy.isEmpty)
      for fact in facts {
        #expect((words.found + words.remedy).contains(fact), "\(finding.code) \(language) does not show \(fact)")
      }
      for text in [words.found, words.consequence, words.remedy] where language == .chinese {
        #expect(text.unicodeScalars.contains { $0.value > 0x2E80 }, "\(finding.code): \(text)")
      }
    }
    #expect(finding.place == Self.place)
  }

  @Test("has a code of its own for each kind of problem")
  func codes() {
    // The same code under another effect or another fact, never under another case.
    var caseByCode: [String: String] = [:]
    for (finding, _) in Self.all {
      let name = caseName(finding)
      #expect(caseByCode[finding.code, default: name] == name)
      caseByCode[finding.code] = name
      #expect(finding.code.allSatisfy { $0.isLowercase || $0 == "-" })
    }
  }

  private func caseName(_ finding: TableFinding) -> String {
    let inner: Any =
      switch finding {
      case .spec(_, let problem): problem
      case .file(_, let problem): problem
      case .cell(_, _, let problem, _): problem
      case .event(_, let problem): problem
      case .survey(_, let problem): problem
      }
    return "\(type(of: inner)).\("\(inner)".prefix { $0 != "(" })"
  }
}
