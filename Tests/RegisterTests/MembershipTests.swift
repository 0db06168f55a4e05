import Findings
import Testing

@testable import Register

@Suite struct MembershipTests {
  private let header = ["member", "of", "share", "from", "to"]
  private let units = UnitRegister(
    ["D014", "D015", "Z02", "Z03"].map {
      OrgUnit(code: $0, name: $0, kind: "k", validFrom: CalendarDate(yyyymmdd: 20_180_101).unsafelyUnwrapped)
    })

  private func read(_ lines: [String], header: [String]? = nil) -> (MembershipRegister?, FindingLog) {
    let log = FindingLog()
    let header = header ?? self.header
    let rows = lines.enumerated().map { index, line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return RegisterRow(
        place: .row("m.csv", row: index + 2), cells: Dictionary(zip(header, cells), uniquingKeysWith: { a, _ in a }))
    }
    return (MembershipRegister.read(rows, header: header, at: .file("m.csv"), units: units, log: log), log)
  }

  private func day(_ number: Int) -> CalendarDate { CalendarDate(yyyymmdd: number).unsafelyUnwrapped }

  @Test func anEmptyFileIsNobodysMembership() {
    let (register, log) = read([])
    #expect(register?.isEmpty == true && log.isEmpty)
  }

  /// 肾病内科 belongs to two branches until the end of 2024, then to one.
  @Test func sharesHoldByDate() throws {
    let (register, log) = read([
      "D014,Z02,0.6,2018-01-01,2024-12-31", "D014,Z03,0.4,2018-01-01,2024-12-31", "D014,Z02,,2025-01-01,",
      "D015,Z02,1,2020-01-01,",
    ])
    #expect(log.isEmpty)
    let memberships = try #require(register)
    #expect(memberships.groups(of: "D014", on: day(20_241_231)).map(\.share) == [0.6, 0.4])
    #expect(memberships.groups(of: "D014", on: day(20_250_101)).map { "\($0.group) \($0.share)" } == ["Z02 1.0"])
    #expect(memberships.groups(of: "D014", on: day(20_171_231)).isEmpty)
    #expect(memberships.members(of: "Z02", on: day(20_240_601)).map(\.member) == ["D014", "D015"])
    #expect(memberships.members(of: "Z09", on: day(20_240_601)).isEmpty)
  }

  @Test func allProblemsInOnePass() {
    let (register, log) = read([
      "D014,Z02,0.6,2018-01-01,", "D014,Z02,0.4,2020-01-01,", "D14,Z02,1,2018-01-01,", "D014,D014,1,2018-01-01,",
      "D015,Z02,0,2018-01-01,", "D015,Z02,60%,2018-01-01,", "D015,Z03,1.5,2018-01-01,", "D015,Z03,1,,",
      "D015,Z03,1,2018-01-01,夏天", "D015,Z03,1,2018-01-01,2017-01-01",
    ])
    #expect(register == nil)
    #expect(
      log.findings.map(\.code) == [
        "membership-twice", "membership-unit-unknown", "membership-of-itself", "membership-share", "membership-share",
        "membership-share", "membership-date-unreadable", "membership-date-unreadable", "membership-dates-reversed",
      ])
    #expect(
      read([], header: ["member", "share"]).1.findings.map(\.code) == [
        "membership-column-missing", "membership-column-missing",
      ])
  }

  private static let place = Place.file("m.csv")
  @Test(
    arguments: [
      .columnMissing(place, column: "of", present: ["off"]),
      .unitUnknown(place, column: "of", value: "x", nearest: nil),
      .dateUnreadable(place, column: "from", value: "x"), .datesReversed(place, from: "b", to: "a"),
      .shareOutOfRange(place, value: "2"), .ofItself(place, code: "a"),
      .twice(place, member: "a", group: "b", first: place),
    ] as [MembershipFinding])
  func everyFindingIsWordedInBothLanguages(finding: MembershipFinding) {
    let (chinese, english) = (finding.wording(in: .chinese), finding.wording(in: .english))
    for line in [
      chinese.found, chinese.consequence, chinese.remedy, english.found, english.consequence, english.remedy,
    ] {
      #expect(!line.isEmpty && !line.contains("Optional("))
    }
    #expect(chinese != english && finding.place == Self.place)
  }
}
