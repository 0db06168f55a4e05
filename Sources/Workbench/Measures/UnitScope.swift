import Findings
import Register
import Schemes
import Scoring

/// The units that a scheme grades in a period, and which rows are theirs.
struct UnitScope {
  let units: [OrgUnit]
  let scored: [ScoredUnit]
  private let register: UnitRegister
  private let memberships: MembershipRegister
  private let indexByCode: [String: Int]
  /// The day on which the units are what they are.
  private let day: CalendarDate
  /// By code, of units that inherit data: the first day of the first unit whose data they inherit.
  private let inheritedFrom: [String: CalendarDate]

  /// Units valid on any day of the period and at min(its end, as_of), of the kind, passing `units.where` (U1).
  init(
    _ selection: Scheme.UnitSelection, register: UnitRegister, memberships: MembershipRegister = MembershipRegister([]),
    period: Period, asOf: CalendarDate
  ) {
    let day = min(period.end, asOf)
    let moments: [Expression.Moment: CalendarDate] = [
      .periodStart: period.start, .periodEnd: period.end, .asOf: asOf,
    ]
    units = register.units.filter { unit in
      guard unit.isValid(duringAnyDayOf: period), unit.isValid(on: day) else { return false }
      return selection.includes(kind: unit.kind, row: unit.columns, moments: moments)
    }
    scored = units.map { unit in
      ScoredUnit(
        code: unit.code, name: unit.name, peers: selection.peerColumn.map { unit.columns[$0] ?? "" } ?? "",
        register: unit.columns.merging(
          ScoredUnit.membership(
            in: memberships.groups(of: unit.code, on: day).compactMap { register.unit(code: $0.group)?.kind }),
          uniquingKeysWith: { _, kinds in kinds }))
    }
    self.register = register
    self.memberships = memberships
    self.day = day
    var inheritedFrom: [String: CalendarDate] = [:]
    for unit in register.units where !unit.successor.isEmpty {
      for heir in register.heirs(of: unit.code).dropFirst() {
        inheritedFrom[heir] = min(inheritedFrom[heir] ?? unit.validFrom, unit.validFrom)
      }
    }
    self.inheritedFrom = inheritedFrom
    indexByCode = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1.code, $0) })
  }

  func index(code: String) -> Int? { indexByCode[code] }

  /// The unit that a row counts for: its own, or the one that carries on its data (M11).
  func index(forRowsOf code: String) -> Int? { heirs(of: code).lazy.compactMap { indexByCode[$0] }.first }

  /// A unit's own code and those that inherit its data one after the other.
  func heirs(of code: String) -> [String] { register.heirs(of: code) }

  /// A unit's own code and those above it, nearest first.
  func lineage(of code: String) -> [String] { register.lineage(of: code) }

  /// The first day that a unit's data can be about: its own first day, or that of the first unit whose data it inherits.
  func firstDay(of code: String) -> CalendarDate {
    guard let own = register.unit(code: code)?.validFrom else { return inheritedFrom[code] ?? day }
    return min(own, inheritedFrom[code] ?? own)
  }

  /// Who belongs to a unit on some of the days (yyyymmdd), by code, and on which of them, while it exists; data of a unit
  /// that is gone are looked at while it was there.
  func members(of group: String, during days: ClosedRange<Int>) -> [(code: String, days: ClosedRange<Int>)] {
    memberships.all.filter { $0.group == group }.compactMap { membership in
      let unit = register.unit(code: membership.member)
      let first = max(days.lowerBound, membership.from.yyyymmdd)
      let last = min(days.upperBound, membership.to?.yyyymmdd ?? .max, unit?.validTo?.yyyymmdd ?? .max)
      return first <= last ? (membership.member, first...last) : nil
    }
  }
}

/// A unit for which rows of another count, with which weight, and for which days.
struct Claimant: Sendable, Equatable {
  /// Index among the units in scope.
  let unit: Int
  let weight: Double
  /// yyyymmdd, both inside: a row counts if its last day lies here.
  var days: ClosedRange<Int> = 0...Int.max
}

extension UnitScope {
  /// The units in scope for which a unit's rows count (M11). Data of a unit that is gone go where its successor belongs.
  func claimants(of code: String, _ inclusion: Measure.Inclusion) -> [Claimant] {
    claimants(of: code, inclusion, members: [code])
  }

  /// For whom rows count that are written under a unit's code: what is due after its end belongs where the unit belongs
  /// that carries it on (M11).
  func claimants(ofRowsOf code: String, _ inclusion: Measure.Inclusion) -> [Claimant] {
    guard register.unit(code: code)?.validTo != nil else { return claimants(of: code, inclusion) }
    return claimants(of: code, inclusion, members: [code] + heirs(of: code).filter { $0 != code })
  }

  private func claimants(of code: String, _ inclusion: Measure.Inclusion, members: [String]) -> [Claimant] {
    switch inclusion {
    case .own: return index(forRowsOf: code).map { [Claimant(unit: $0, weight: 1)] } ?? []
    case .descendants:
      let carrier = heirs(of: code).first { register.unit(code: $0)?.isValid(on: day) == true } ?? code
      var units: [Int] = []
      for unit in register.lineage(of: carrier).compactMap(index(forRowsOf:)) where !units.contains(unit) {
        units.append(unit)
      }
      return units.map { Claimant(unit: $0, weight: 1) }
    case .joint:
      let own = claimants(of: code, .own)
      return own
        + claimants(of: code, .membership, members: members).filter { group in !own.contains { $0.unit == group.unit } }
    case .membership:
      let end = register.unit(code: code)?.validTo?.yyyymmdd ?? .max
      return members.flatMap(memberships.groups(of:)).compactMap { membership in
        // Where an heir belonged before is its own affair.
        let first = max(membership.from.yyyymmdd, membership.member == code ? 0 : end + 1)
        let last = membership.to?.yyyymmdd ?? .max
        guard first <= last else { return nil }
        return index(forRowsOf: membership.group).map {
          Claimant(unit: $0, weight: membership.share, days: first...last)
        }
      }
    }
  }
}
