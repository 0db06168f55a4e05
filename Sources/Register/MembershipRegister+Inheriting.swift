import Findings

extension MembershipRegister {
  /// The memberships as they act: none lasts longer than its member, and a unit of which the file says nothing belongs
  /// where those belonged at their end that it carries on (M11).
  package func inheriting(_ units: UnitRegister) -> MembershipRegister {
    let stated = Set(all.map(\.member))
    let lasting = all.compactMap { membership in
      membership.limited(to: units.unit(code: membership.member)?.validTo)
    }
    var found = Dictionary(grouping: lasting, by: \.member)
    var forerunners: [String: [OrgUnit]] = [:]
    for unit in units.units where !unit.successor.isEmpty { forerunners[unit.successor, default: []].append(unit) }
    var inherited: [Membership] = []
    // Whoever carries on a unit that inherited itself comes after it.
    var open = units.units.filter { !stated.contains($0.code) && forerunners[$0.code] != nil }
    while let unit = open.first(where: { unit in
      forerunners[unit.code, default: []].allSatisfy { before in !open.contains { $0.code == before.code } }
    }) {
      open.removeAll { $0.code == unit.code }
      let own = Self.heritage(of: unit, from: forerunners[unit.code] ?? [], found)
      found[unit.code] = own
      inherited += own
    }
    return MembershipRegister(lasting + inherited)
  }

  /// Of several that belonged to one group, the greatest share.
  private static func heritage(
    of unit: OrgUnit, from forerunners: [OrgUnit], _ found: [String: [Membership]]
  ) -> [Membership] {
    var own: [Membership] = []
    for before in forerunners {
      guard let end = before.validTo, let next = end.adding(days: 1) else { continue }
      for membership in found[before.code] ?? [] where membership.holds(on: end) && membership.group != unit.code {
        let taken = Membership(
          member: unit.code, group: membership.group, share: membership.share, from: max(unit.validFrom, next),
          to: unit.validTo)
        if let index = own.firstIndex(where: { $0.group == taken.group }) {
          if own[index].share < taken.share { own[index] = taken }
        } else {
          own.append(taken)
        }
      }
    }
    return own
  }

  /// Warns of members whose shares in groups of one kind add up to more than one on some day: what is theirs would count
  /// more than once. Who belongs to several as a whole is in each with all of it, and nothing is added up.
  package func tellOfShares(at place: Place, units: UnitRegister, log: FindingLog) {
    for (member, own) in Dictionary(grouping: all, by: \.member).sorted(by: { $0.key < $1.key }) {
      for (_, kept) in Dictionary(grouping: own, by: { units.unit(code: $0.group)?.kind ?? "" }).sorted(by: {
        $0.key < $1.key
      }) where kept.contains(where: { $0.share < 1 }) {
        // Sums grow only where a membership begins.
        for day in Set(kept.map(\.from)).sorted() {
          let shares = kept.filter { $0.holds(on: day) }.map(\.share)
          guard shares.contains(where: { $0 < 1 }), shares.reduce(0, +) > 1 + 1e-9 else { continue }
          let name = units.unit(code: member).map { "\($0.name) (\(member))" } ?? member
          log.add(MembershipFinding.sharesOverOne(place, member: name, day: "\(day)", shares: shares))
          break
        }
      }
    }
  }
}

extension Membership {
  /// nil: it begins after its member's end.
  fileprivate func limited(to end: CalendarDate?) -> Membership? {
    guard let end, to.map({ end < $0 }) ?? true else { return self }
    return from <= end ? Membership(member: member, group: group, share: share, from: from, to: end) : nil
  }
}
