import Register
import Schemes
import Testing

@testable import Workbench

/// Who is graded (U1), and whose rows count for whom (M11).
@Suite struct UnitScopeTests {
  private func register() throws -> UnitRegister {
    UnitRegister([
      OrgUnit(code: "H", name: "医院", kind: "医院", validFrom: try date(2000_01_01)),
      OrgUnit(code: "A", name: "内科", kind: "科室", parent: "H", validFrom: try date(2010_01_01)),
      OrgUnit(
        code: "B", name: "外科", kind: "科室", parent: "H", validFrom: try date(2010_01_01),
        validTo: try date(2025_03_31), successor: "C"),
      OrgUnit(code: "C", name: "普外科", kind: "科室", parent: "H", validFrom: try date(2025_04_01)),
      OrgUnit(
        code: "D", name: "老外科", kind: "科室", validFrom: try date(2000_01_01), validTo: try date(2009_12_31),
        successor: "B"),
      OrgUnit(
        code: "E", name: "甲", kind: "科室", validFrom: try date(2000_01_01), validTo: try date(2001_12_31),
        successor: "F"),
      OrgUnit(
        code: "F", name: "乙", kind: "科室", validFrom: try date(2000_01_01), validTo: try date(2001_12_31),
        successor: "E"),
    ])
  }

  private func scope(_ text: String, asOf: Int, kinds: [String] = ["科室"]) throws -> UnitScope {
    UnitScope(
      Scheme.UnitSelection(kinds: kinds), register: try register(), period: try period(text), asOf: try date(asOf))
  }

  @Test func aUnitIsGradedThatExistsInThePeriodAndAtItsEnd() throws {
    #expect(try scope("2025H1", asOf: 2025_06_30).units.map(\.code) == ["A", "C"])
    #expect(try scope("2024H2", asOf: 2024_12_31).units.map(\.code) == ["A", "B"])
  }

  /// Scored in March, the half has the departments of March; scored late, those of its end.
  @Test func asOfDecidesInAPeriodInProgress() throws {
    #expect(try scope("2025H1", asOf: 2025_03_31).units.map(\.code) == ["A", "B"])
    #expect(try scope("2025H1", asOf: 2025_12_31).units.map(\.code) == ["A", "C"])
  }

  @Test func noKindMeansEveryKind() throws {
    #expect(try scope("2025H1", asOf: 2025_06_30, kinds: []).units.map(\.code) == ["H", "A", "C"])
    #expect(try scope("2025H1", asOf: 2025_06_30, kinds: ["党支部"]).units.isEmpty)
  }

  /// Rows of a unit that is gone count for the one that carries on its data, over several changes.
  @Test func successorsInherit() throws {
    let scope = try scope("2025H1", asOf: 2025_06_30)
    #expect(scope.index(forRowsOf: "A") == 0)
    #expect(scope.index(forRowsOf: "B") == 1)
    #expect(scope.index(forRowsOf: "D") == 1)
    #expect(scope.index(forRowsOf: "H") == nil)
    #expect(scope.index(forRowsOf: "nobody") == nil)
  }

  /// 外科 (B) became 普外科 (C) on 1 April: what was written under B and falls due in June belongs where C belongs then,
  /// and what fell due in March where B belonged, whatever C's own line says of before.
  @Test func whatIsDueAfterARenameGoesWhereTheHeirBelongs() throws {
    let units = UnitRegister(
      try register().units
        + ["P", "Q"].map {
          OrgUnit(code: $0, name: "党支部\($0)", kind: "党支部", validFrom: try date(2010_01_01))
        })
    let memberships = MembershipRegister([
      Membership(member: "B", group: "P", share: 1, from: try date(2010_01_01), to: try date(2025_03_31)),
      Membership(member: "C", group: "Q", share: 1, from: try date(2020_01_01), to: nil),
    ])
    let scope = UnitScope(
      Scheme.UnitSelection(kinds: ["党支部"]), register: units, memberships: memberships,
      period: try period("2025H1"), asOf: try date(2025_06_30))
    let groups = { (day: Int) in
      scope.claimants(ofRowsOf: "B", .membership).filter { $0.days.contains(day) }.map { scope.units[$0.unit].code }
    }
    #expect(groups(2025_03_15) == ["P"])
    #expect(groups(2025_06_17) == ["Q"])
    #expect(scope.claimants(of: "B", .membership).map { scope.units[$0.unit].code } == ["P"])
  }

  @Test func aCircleOfSuccessorsEnds() throws {
    #expect(try scope("2025H1", asOf: 2025_06_30).index(forRowsOf: "E") == nil)
  }

  @Test func theLineageGoesUpwards() throws {
    #expect(try scope("2025H1", asOf: 2025_06_30).lineage(of: "A") == ["A", "H"])
  }
}
