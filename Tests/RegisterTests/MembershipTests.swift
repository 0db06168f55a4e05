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

  private func unit(_ code: String, to: Int? = nil, from: Int = 20_180_101, successor: String = "") -> OrgUnit {
    OrgUnit(
      code: code, name: code, kind: "k", validFrom: day(from), validTo: to.map(day), successor: successor)
  }

  private func shown(_ register: MembershipRegister) -> [String] {
    register.all.map { "\($0.member) \($0.group) \($0.share) \($0.from) \($0.to.map { "\($0)" } ?? "")" }
  }

  /// D015 was renamed to D061 at the end of March 2026, and that to D062 at the end of June; D014 went into D070, of which
  /// the file says where it belongs. Nothing lasts longer than its member.
  @Test func whoCarriesOnBelongsWhereTheForerunnerDid() {
    let units = UnitRegister([
      unit("Z02"), unit("Z03"), unit("D062", from: 20_260_701), unit("D015", to: 20_260_331, successor: "D061"),
      unit("D061", to: 20_260_630, from: 20_260_401, successor: "D062"),
      unit("D014", to: 20_251_231, successor: "D070"), unit("D070", from: 20_260_101),
    ])
    let file = [
      Membership(member: "D015", group: "Z02", share: 0.6, from: day(20_180_101), to: nil),
      Membership(member: "D015", group: "Z03", share: 0.4, from: day(20_180_101), to: day(20_241_231)),
      Membership(member: "D014", group: "Z02", share: 1, from: day(20_180_101), to: nil),
      Membership(member: "D070", group: "Z03", share: 1, from: day(20_260_101), to: nil),
    ]
    #expect(
      shown(MembershipRegister(file).inheriting(units)) == [
        "D015 Z02 0.6 2018-01-01 2026-03-31", "D015 Z03 0.4 2018-01-01 2024-12-31",
        "D014 Z02 1.0 2018-01-01 2025-12-31", "D070 Z03 1.0 2026-01-01 ",
        "D061 Z02 0.6 2026-04-01 2026-06-30", "D062 Z02 0.6 2026-07-01 ",
      ])
  }

  /// Two that carry each other on are nobody's heirs.
  @Test func aCircleInheritsNothing() {
    let units = UnitRegister([
      unit("Z02"), unit("A", to: 20_200_101, successor: "B"), unit("B", to: 20_200_101, successor: "A"),
    ])
    #expect(MembershipRegister([]).inheriting(units).isEmpty)
  }

  /// 0.6 and 0.9 are more than one; 0.6 and 0.4 are not, nor two memberships as a whole.
  @Test func sharesOverOneAreTold() {
    let log = FindingLog()
    func membership(_ member: String, _ group: String, _ share: Double) -> Membership {
      Membership(member: member, group: group, share: share, from: day(20_180_101), to: nil)
    }
    MembershipRegister([
      membership("D014", "Z02", 0.6), membership("D014", "Z03", 0.9), membership("D015", "Z02", 1),
      membership("D015", "Z03", 1), membership("Z02", "D014", 0.6), membership("Z02", "D015", 0.4),
    ]).tellOfShares(at: .file("m.csv"), units: units, log: log)
    #expect(
      log.findings.map { $0.wording(in: .chinese).found } == ["2018-01-01，D014 (D014)的各份额0.6、0.9合计超过1。"])
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
      .sharesOverOne(place, member: "a", day: "2025-01-01", shares: [0.6, 0.9]),
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
