import Findings
import Testing

@testable import Register

private func day(_ number: Int) -> CalendarDate {
  CalendarDate(yyyymmdd: number) ?? Period(parsing: "2000").unsafelyUnwrapped.start
}

private let register = UnitRegister([
  OrgUnit(code: "D1", name: "肾病内科", kind: "科室", validFrom: day(2010_01_01), aliases: ["肾内"]),
  OrgUnit(code: "D2", name: "骨科", kind: "科室", validFrom: day(2010_01_01)),
  OrgUnit(code: "D3", name: "骨科二病区", kind: "科室", validFrom: day(2010_01_01)),
  OrgUnit(code: "Z1", name: "内科党支部", kind: "党支部", validFrom: day(2010_01_01)),
])

private func rows(_ lines: [[String]]) -> [RegisterRow] {
  lines.enumerated().map { index, cells in
    RegisterRow(
      place: .row("aliases.csv", row: index + 2),
      cells: Dictionary(zip(UnitAlias.headers, cells), uniquingKeysWith: { first, _ in first }))
  }
}

/// Names that a person has answered for.
@Suite struct UnitAliasTests {
  @Test func answersAreNamesFromThenOn() throws {
    let log = FindingLog()
    let merged = try #require(
      register.adding(rows([["肾内一病区", "D1", "党院办", "2026-07-01"], ["肾 内", "D1", "党院办", "2026/7/1"]]), log: log))
    #expect(log.isEmpty)
    #expect(merged.match("肾内一病区") == .unit(merged.units[0]))
    // What it answered to anyway is no further name.
    #expect(merged.units[0].aliases == ["肾内", "肾内一病区"])
    #expect(merged.units[1] == register.units[1])
  }

  @Test(arguments: [
    (["", "D1", "办", "2026-07-01"], ["register-name-empty"]),
    (["x", "D9", "办", "2026-07-01"], ["register-unit-unknown"]),
    (["x", "D1", "", "2026-07-01"], ["alias-unsigned"]), (["x", "D1", "办", "七月"], ["register-date-unreadable"]),
    (["x", "", "", ""], ["register-unit-unknown", "alias-unsigned", "register-date-unreadable"]),
    (["骨科", "D3", "办", "2026-07-01"], ["register-name-shared"]),
  ])
  func answersThatAreNotWholeAreTold(cells: [String], codes: [String]) {
    let log = FindingLog()
    let merged = register.adding(rows([cells]), log: log)
    #expect(log.findings.map(\.code) == codes)
    #expect((merged == nil) == log.hasProblems)
  }

  @Test(arguments: [
    ("肾病类科", ["D1 spelling"]), ("骨科一病区", ["D3 spelling", "D2 part"]), ("二病区", ["D3 part"]), ("肾内科", ["D1 part"]),
    ("骨病区", ["D3 characters"]), ("食堂", []), ("科", []),
  ])
  func proposalsSayOnWhatTheyRest(text: String, proposals: [String]) {
    let found = register.proposals(for: text, kinds: ["科室"]).map { "\($0.unit.code) \($0.basis)" }
    #expect(Array(found.prefix(proposals.count)) == proposals, "\(found)")
    if proposals.isEmpty { #expect(found.isEmpty) }
  }
}
