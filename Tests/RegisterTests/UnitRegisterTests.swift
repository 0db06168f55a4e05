import Findings
import Testing

@testable import Register

private let header = [
  "code", "name", "kind", "parent", "peer_group", "valid_from", "valid_to", "aliases", "successor", "state",
]

/// Rows of a register file, one line each, cells in the order of `header`.
private func rows(_ lines: [String]) -> [RegisterRow] {
  lines.enumerated().map { index, line in
    let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return RegisterRow(
      place: .row("units.csv", row: index + 2), cells: Dictionary(zip(header, cells), uniquingKeysWith: { a, _ in a }))
  }
}

private func read(_ lines: [String]) -> (UnitRegister?, FindingLog) {
  let log = FindingLog()
  return (UnitRegister.read(rows(lines), header: header, at: .file("units.csv"), log: log), log)
}

private let hospital = [
  "H,清江市第一人民医院,医院,,,2000-01-01,,,,",
  "D014,肾病内科,科室,H,内科系,2010-01-01,,肾内|肾内科一病区,,",
  "D031,康复科,科室,H,内科系,2010-01-01,2024-06-30,,D058,",
  "D058,康复医学科,科室,H,内科系,2024-07-01,,康复科,,",
  "Z01,肾病内科,党支部,H,,2010-01-01,,,,",
]

private func day(_ number: Int) -> CalendarDate? { CalendarDate(yyyymmdd: number) }

@Suite struct UnitRegisterTests {
  @Test func anEmptyRegisterMatchesNothing() {
    let (register, log) = read([])
    #expect(register?.units.isEmpty == true)
    #expect(register?.match("肾病内科") == UnitRegister.Match.none(nearest: nil))
    #expect(log.isEmpty)
  }

  @Test func namesCodesAndAliasesMatchWhateverTheirWidth() throws {
    let register = try #require(read(hospital).0)
    let kidney = try #require(register.unit(code: "D014"))
    for name in ["肾病内科", " 肾病 内科　", "肾内", "Ｄ０１４", "d014"] {
      #expect(register.match(name, kinds: ["科室"]) == .unit(kidney), "\(name)")
    }
  }

  @Test func aNameMeansTheUnitOfThatDay() throws {
    let register = try #require(read(hospital).0)
    let before = try #require(register.unit(code: "D031"))
    let after = try #require(register.unit(code: "D058"))
    #expect(register.match("康复科", kinds: ["科室"], on: day(20_240_630)) == .unit(before))
    #expect(register.match("康复科", kinds: ["科室"], on: day(20_240_701)) == .unit(after))
    #expect(register.match("康复科", kinds: ["科室"]) == .ambiguous([before, after]))
    #expect(register.match("康复医学科", on: day(20_240_101)) == .notThen([after]))
  }

  @Test func aNameOfTwoKindsIsAmbiguousUntilTheKindIsGiven() throws {
    let register = try #require(read(hospital).0)
    guard case .ambiguous(let units) = register.match("肾病内科") else {
      Issue.record("not ambiguous")
      return
    }
    #expect(units.map(\.code) == ["D014", "Z01"])
  }

  @Test func aNearNameIsProposedNeverTaken() throws {
    let register = try #require(read(hospital).0)
    #expect(register.match("肾脏内科") == UnitRegister.Match.none(nearest: "肾病内科"))
    #expect(register.match("放射科") == UnitRegister.Match.none(nearest: nil))
  }

  @Test func lineageEndsAtTheTop() throws {
    let register = try #require(read(hospital).0)
    #expect(register.lineage(of: "D014") == ["D014", "H"])
    #expect(register.lineage(of: "X").isEmpty)
  }

  @Test func everyProblemInOnePass() {
    let (register, log) = read([
      ",无名,科室,,,2010-01-01,,,,", "D1,,科室,,,2010-01-01,,,,", "D2,甲科,科室,D9,,2010-13-01,,,,",
      "D3,乙科,科室,D9,,2010-01-01,2009-01-01,,,", "D3,丙科,科室,,,2010-01-01,,,,", "D4,丁科,科室,D5,,2010-01-01,,,,",
      "D5,戊科,科室,D4,,2010-01-01,,,,", "D6,己科,科室,,,2010-01-01,,丁科,D33,",
    ])
    #expect(register == nil)
    #expect(
      log.findings.map { "\($0.code) \($0.place.text)" } == [
        "register-code-empty units.csv:2", "register-name-empty units.csv:3", "register-date-unreadable units.csv:4",
        "register-dates-reversed units.csv:5", "register-code-twice units.csv:6", "register-unit-unknown units.csv:5",
        "register-parent-cycle units.csv:7", "register-unit-unknown units.csv:9", "register-name-shared units.csv:7",
      ])
  }

  @Test func aMissingColumnIsNamed() {
    let log = FindingLog()
    #expect(UnitRegister.read([], header: ["code", "nmae"], at: .file("u.csv"), log: log) == nil)
    #expect(log.countByCode == ["register-column-missing": 3])
    #expect(FindingText(language: .chinese).text(of: log).contains("是否即“nmae”"))
  }

  @Test(arguments: Language.allCases)
  func everySentenceIsThere(language: Language) {
    let place = Place.row("u.csv", row: 2)
    let all: [RegisterFinding] = [
      .columnMissing(place, column: "code", present: []), .codeEmpty(place, name: "甲"),
      .codeTwice(place, code: "D1", first: place), .nameEmpty(place, code: "D1"),
      .dateUnreadable(place, column: "valid_to", value: "x"), .datesReversed(place, code: "D1", from: "a", to: "b"),
      .unitUnknown(place, column: "parent", value: "D9", nearest: "D8"), .parentCycle(place, codes: ["A", "B", "A"]),
      .nameShared(place, name: "甲", codes: ["A", "B"]), .aliasUnsigned(place, name: "甲"),
    ]
    for finding in all {
      let words = finding.wording(in: language)
      #expect(!words.found.isEmpty && !words.consequence.isEmpty && !words.remedy.isEmpty, "\(finding.code)")
    }
  }
}

@Suite struct TextWidthTests {
  @Test(arguments: [("", 0), ("abc", 3), ("科室", 4), ("ａ", 2), ("é", 1), ("e\u{301}", 1), ("1–4名", 5)])
  func widths(text: String, width: Int) { #expect(displayWidth(text) == width) }

  @Test func fullWidthBecomesNarrow() { #expect(narrowed("Ｄ０１４　（甲）") == "D014 (甲)") }
}
